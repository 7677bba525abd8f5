/** Outlines of glyphs at the one size that built fonts have, whatever font they come from. */
import type { PathCommand } from 'fontkit'
import type { Face } from './font-library.ts'
import { missingAdvance, type SetGlyph } from './glyph.ts'

/** Units per em of fonts that are built here: those of Inter. */
export const builtUnits = 2048

/** A point of a TrueType outline: off the curve, it is the control point of a quadratic curve. */
export interface OutlinePoint {
  readonly x: number
  readonly y: number
  readonly onCurve: boolean
}

export interface Outline {
  readonly advance: number
  /** Closed. */
  readonly contours: readonly (readonly OutlinePoint[])[]
}

/** The outline of a glyph. Throws for fonts with cubic curves, of which there are none among ours. */
export function outlineOf({ face, parts, width }: SetGlyph): Outline {
  if (!face) return missingOutline
  const scale = builtUnits / face.font.unitsPerEm
  return {
    advance: Math.round(width * builtUnits),
    contours: parts.flatMap(({ id, dx, dy }) =>
      contoursOf(face.font.getGlyph(id).path.commands, scale, dx * builtUnits, dy * builtUnits),
    ),
  }
}

/** The outline by which a face shows a character. */
export function outlineOfCharacter(face: Face, codePoint: number): Outline {
  const { id, advanceWidth } = face.font.glyphForCodePoint(codePoint)
  const part = { id, dx: 0, dy: 0 }
  const width = advanceWidth / face.font.unitsPerEm
  return outlineOf({ face, parts: [part], text: '', width, advance: width, dx: 0, dy: 0 })
}

function contoursOf(
  commands: readonly PathCommand[],
  scale: number,
  dx: number,
  dy: number,
): readonly OutlinePoint[][] {
  const contours: OutlinePoint[][] = []
  let contour: OutlinePoint[] = []
  for (const { command, args } of commands) {
    const numbers = args.map((value, index) => Math.round(value * scale + (index % 2 === 0 ? dx : dy)))
    const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = numbers
    switch (command) {
      case 'moveTo':
        contour = [{ x: x1, y: y1, onCurve: true }]
        contours.push(contour)
        break
      case 'lineTo':
        contour.push({ x: x1, y: y1, onCurve: true })
        break
      case 'quadraticCurveTo':
        contour.push({ x: x1, y: y1, onCurve: false }, { x: x2, y: y2, onCurve: true })
        break
      case 'bezierCurveTo':
        throw new Error('an outline has cubic curves, which TrueType does not know')
      case 'closePath': {
        const [first] = contour
        const last = contour.at(-1)
        if (contour.length > 1 && last?.onCurve && last.x === first?.x && last.y === first.y) contour.pop()
        break
      }
    }
  }
  return contours.filter((each) => each.length > 1)
}

/** The box drawn for a character that no font has. */
export const missingOutline: Outline = boxOutline()

function boxOutline(): Outline {
  const em = builtUnits
  const advance = Math.round(missingAdvance * em)
  const rectangle = (inset: number) =>
    [
      [em * 0.06 + inset, -em * 0.1 + inset],
      [em * 0.06 + inset, em * 0.72 - inset],
      [advance - em * 0.06 - inset, em * 0.72 - inset],
      [advance - em * 0.06 - inset, -em * 0.1 + inset],
    ].map(([x = 0, y = 0]) => ({ x: Math.round(x), y: Math.round(y), onCurve: true }))
  return { advance, contours: [rectangle(0), rectangle(em * 0.05).reverse()] }
}
