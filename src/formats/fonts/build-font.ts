/**
 * Builds a TrueType font from outlines: only the glyphs that are used, in one weight, whatever files they
 * come from. For embedding in PDF and SVG; no hints, no rules for joining. Tables after the OpenType
 * specification 1.9.
 */
import { ByteWriter } from './binary.ts'
import { builtUnits, missingOutline, type Outline, type OutlinePoint } from './outline.ts'
import { writeSfnt } from './sfnt.ts'

export interface BuiltGlyph extends Outline {
  /** The character that shows it; absent where glyphs are asked for by number. */
  readonly codePoint?: number
}

export interface BuiltFont {
  readonly bytes: Uint8Array<ArrayBuffer>
  /** Font units, y upwards: the smallest box around all glyphs. */
  readonly box: readonly [left: number, bottom: number, right: number, top: number]
}

/** Of Inter, as parts of an em: lines of text are as high with a built font as with the original. */
const ascent = Math.round(builtUnits * 0.96875)
const descent = -Math.round(builtUnits * 0.2412)

/** A font whose glyph 0 is the box for missing characters and whose others are those given, from 1 on. */
export function buildFont(name: string, weight: number, glyphs: readonly BuiltGlyph[]): BuiltFont {
  if (glyphs.length > 65_000) throw new Error(`a font of ${glyphs.length} glyphs: at most 65,000 fit`)
  const all: readonly BuiltGlyph[] = [missingOutline, ...glyphs]
  const glyf = new ByteWriter()
  const loca = new ByteWriter().uint32(0)
  const hmtx = new ByteWriter()
  let box: [number, number, number, number] = [0, 0, 0, 0]
  let pointCount = 0
  let contourCount = 0
  for (const { advance, contours } of all) {
    const points = contours.flat()
    const bounds = boxOf(points)
    if (contours.length > 0) {
      const ends = contours.map((_, index) => contours.slice(0, index + 1).flat().length - 1)
      glyf.uint16(contours.length, ...bounds, ...ends, 0)
      writePoints(glyf, points)
      glyf.align(4)
      box = [
        Math.min(box[0], bounds[0]),
        Math.min(box[1], bounds[1]),
        Math.max(box[2], bounds[2]),
        Math.max(box[3], bounds[3]),
      ]
    }
    pointCount = Math.max(pointCount, points.length)
    contourCount = Math.max(contourCount, contours.length)
    loca.uint32(glyf.length)
    hmtx.uint16(advance, bounds[0])
  }
  const widest = Math.max(...all.map((glyph) => glyph.advance))
  const points = glyphs.flatMap(({ codePoint }, index) =>
    codePoint === undefined ? [] : [{ codePoint, glyph: index + 1 }],
  )
  points.sort((a, b) => a.codePoint - b.codePoint)

  const head = new ByteWriter().uint32(0x00010000, 0x00010000, 0, 0x5f0f3cf5)
  // Made at the beginning of time as fonts count it, so that equal input gives equal bytes.
  head
    .uint16(0x0003, builtUnits)
    .uint32(0, 0, 0, 0)
    .uint16(...box, weight >= 600 ? 1 : 0, 8, 2, 1, 0)
  const hhea = new ByteWriter().uint32(0x00010000)
  hhea.uint16(ascent, descent, 0, widest, box[0], 0, box[2], 1, 0, 0, 0, 0, 0, 0, 0, all.length)
  const maxp = new ByteWriter().uint32(0x00010000)
  maxp.uint16(all.length, pointCount, contourCount, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0)
  const post = new ByteWriter().uint32(0x00030000, 0)
  post.uint16(-Math.round(builtUnits / 10), Math.round(builtUnits / 20)).uint32(0, 0, 0, 0, 0)
  const tables = new Map([
    ['head', head.finish()],
    ['hhea', hhea.finish()],
    ['maxp', maxp.finish()],
    ['hmtx', hmtx.finish()],
    ['loca', loca.finish()],
    ['glyf', glyf.finish()],
    ['post', post.finish()],
    ['cmap', characterMap(points)],
    ['name', names(name)],
    ['OS/2', metricsForWindows(weight, points)],
  ])
  return { bytes: writeSfnt(tables), box }
}

function boxOf(points: readonly OutlinePoint[]): [number, number, number, number] {
  if (points.length === 0) return [0, 0, 0, 0]
  const xs = points.map((point) => point.x)
  const ys = points.map((point) => point.y)
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]
}

/** Flags, then steps in x, then steps in y, each in as few bytes as it takes. */
function writePoints(glyf: ByteWriter, points: readonly OutlinePoint[]): void {
  const steps = points.map((point, index) => {
    const before = points[index - 1]
    return { onCurve: point.onCurve, dx: point.x - (before?.x ?? 0), dy: point.y - (before?.y ?? 0) }
  })
  for (const { onCurve, dx, dy } of steps)
    glyf.uint8((onCurve ? 1 : 0) | stepFlags(dx, 0x02, 0x10) | stepFlags(dy, 0x04, 0x20))
  for (const { dx } of steps) writeStep(glyf, dx)
  for (const { dy } of steps) writeStep(glyf, dy)
}

function stepFlags(step: number, short: number, sameOrPositive: number): number {
  if (step === 0) return sameOrPositive
  if (Math.abs(step) > 255) return 0
  return short | (step > 0 ? sameOrPositive : 0)
}

function writeStep(glyf: ByteWriter, step: number): void {
  if (step === 0) return
  if (Math.abs(step) > 255) glyf.uint16(step)
  else glyf.uint8(Math.abs(step))
}

interface MappedPoint {
  readonly codePoint: number
  readonly glyph: number
}

/** Format 4 for programs that know no other, format 12 for all characters. */
function characterMap(points: readonly MappedPoint[]): Uint8Array<ArrayBuffer> {
  const basic = points.filter((point) => point.codePoint < 0xffff)
  const segments = [...basic, { codePoint: 0xffff, glyph: 0 }]
  const power = 2 ** Math.floor(Math.log2(segments.length))
  const four = new ByteWriter()
  four.uint16(4, 16 + segments.length * 8, 0, segments.length * 2)
  four.uint16(power * 2, Math.log2(power), (segments.length - power) * 2)
  for (const { codePoint } of segments) four.uint16(codePoint)
  four.uint16(0)
  for (const { codePoint } of segments) four.uint16(codePoint)
  for (const { codePoint, glyph } of segments) four.uint16(codePoint === 0xffff ? 1 : glyph - codePoint)
  for (let index = 0; index < segments.length; index++) four.uint16(0)
  const twelve = new ByteWriter().uint16(12, 0).uint32(16 + points.length * 12, 0, points.length)
  for (const { codePoint, glyph } of points) twelve.uint32(codePoint, codePoint, glyph)
  // A format 4 table says its length in 16 bits; where it cannot, format 12 is alone.
  const both = 16 + segments.length * 8 < 65_536
  const cmap = new ByteWriter().uint16(0, both ? 2 : 1)
  const start = both ? 20 : 12
  if (both) cmap.uint16(3, 1).uint32(start)
  cmap.uint16(3, 10).uint32(start + (both ? four.length : 0))
  if (both) cmap.bytes(four.finish())
  return cmap.bytes(twelve.finish()).finish()
}

/** Family, style, full and PostScript name, for Windows in English. */
function names(name: string): Uint8Array<ArrayBuffer> {
  const entries: readonly (readonly [id: number, value: string])[] = [
    [1, name],
    [2, 'Regular'],
    [4, name],
    [6, name],
  ]
  const table = new ByteWriter().uint16(0, entries.length, 6 + entries.length * 12)
  const strings = new ByteWriter()
  for (const [id, value] of entries) {
    table.uint16(3, 1, 0x409, id, value.length * 2, strings.length)
    for (let at = 0; at < value.length; at++) strings.uint16(value.charCodeAt(at))
  }
  return table.bytes(strings.finish()).finish()
}

function metricsForWindows(weight: number, points: readonly MappedPoint[]): Uint8Array<ArrayBuffer> {
  const first = Math.min(points[0]?.codePoint ?? 0, 0xffff)
  const last = Math.min(points.at(-1)?.codePoint ?? 0, 0xffff)
  const table = new ByteWriter()
  // Version 4; embedding allowed; subscripts, superscripts and strike-through as parts of an em.
  table.uint16(4, Math.round(builtUnits * 0.58), weight, 5, 0)
  table.uint16(1331, 1433, 0, 287, 1331, 1433, 0, 983, 102, 530, 0)
  table.bytes(new Uint8Array(10)).uint32(0, 0, 0, 0)
  table.uint8(0x20, 0x20, 0x20, 0x20)
  table.uint16(0x40, first, last, ascent, descent, 0, ascent, -descent).uint32(0, 0)
  return table.uint16(1118, 1490, 0, 0x20, 2).finish()
}
