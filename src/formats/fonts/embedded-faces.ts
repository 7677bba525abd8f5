/**
 * The fonts of a drawing as data to travel in SVG or HTML: for each weight one font with only the glyphs
 * used. Scripts whose letters join take their file as it is, since the rules by which they do are in it.
 * The same drawing gives the same data everywhere: what is built here is not compressed, because browsers
 * and Node compress differently.
 */
import type { Drawing } from '../drawing/drawing.ts'
import { buildFont, type BuiltGlyph } from './build-font.ts'
import { clustersOf, explainMissing, visibleOf } from './clusters.ts'
import type { FontFiles, FontPart } from './font-files.ts'
import { loadFonts, type FontLibrary, type FontStyle } from './font-library.ts'
import { outlineOfCharacter } from './outline.ts'
import { textsOf } from './texts.ts'

/** One @font-face rule. */
export interface EmbeddedFace {
  /** "Inter" for what is built here, "Noto Sans Arabic" for a file as it is. Letters and blanks only. */
  readonly family: string
  /** As in CSS: "600", or "100 900" for a variable font. */
  readonly weight: string
  readonly style: 'normal' | 'italic'
  /** For the data: URL and for format(). */
  readonly mediaType: 'font/ttf' | 'font/woff2'
  readonly format: 'truetype' | 'woff2'
  readonly base64: string
  /** "U+41-5a,U+6570" */
  readonly unicodeRange: string
}

export interface EmbeddedFaces {
  readonly faces: readonly EmbeddedFace[]
  /** Sentences on characters that are in none of the fonts. */
  readonly notes: readonly string[]
}

/** The faces a drawing's text needs. Rejects when a font file cannot be had. */
export async function embeddedFaces(
  drawing: Pick<Drawing, 'items'>,
  files: FontFiles,
  language?: string,
): Promise<EmbeddedFaces> {
  const texts = textsOf(drawing.items)
  const library = await loadFonts(texts, files, language)
  const built = new Map<string, { readonly style: FontStyle; readonly glyphs: Map<number, FontPart> }>()
  const whole = new Map<string, FontPart>()
  const missing: string[] = []
  for (const { text, weight, italic } of texts) {
    const key = `${weight} ${italic ?? false}`
    const style: FontStyle = { weight, ...(italic && { italic }) }
    const group = built.get(key) ?? { style, glyphs: new Map<number, FontPart>() }
    built.set(key, group)
    for (const { text: piece, part } of library.piecesOf(text, style)) {
      if (!part) missing.push(piece)
      else if (isJoined(piece, part)) whole.set(part.file, part)
      else {
        // Renderers put letters and marks together where the font has the whole.
        const forms = `${piece}${piece.normalize('NFC')}`.replaceAll(/[^\S\u3000]/gu, ' ')
        const { font } = library.faceOf(part, style)
        for (const codePoint of visibleOf(forms))
          if (font.hasGlyphForCodePoint(codePoint)) group.glyphs.set(codePoint, part)
      }
    }
  }
  const faces = [
    ...[...built.values()].map(({ style, glyphs }) => builtFace(library, style, glyphs)),
    ...[...whole.values()].map((part) => wholeFace(library, part)),
  ]
  return { faces: faces.filter((face) => face.unicodeRange !== ''), notes: explainMissing(missing) }
}

/** Whether a piece needs the font's rules: joined scripts, and emoji made of several. */
function isJoined(piece: string, { family }: FontPart): boolean {
  if (family.joined) return true
  return family.name === 'NotoEmoji' && clustersOf(piece).some((cluster) => visibleOf(cluster).length > 1)
}

function builtFace(
  library: FontLibrary,
  style: FontStyle,
  parts: ReadonlyMap<number, FontPart>,
): EmbeddedFace {
  const codePoints = [...parts.keys()].sort((a, b) => a - b)
  const glyphs = codePoints.flatMap((codePoint): BuiltGlyph[] => {
    const part = parts.get(codePoint)
    return part ? [{ ...outlineOfCharacter(library.faceOf(part, style), codePoint), codePoint }] : []
  })
  return {
    family: 'Inter',
    weight: String(style.weight),
    style: style.italic ? 'italic' : 'normal',
    mediaType: 'font/ttf',
    format: 'truetype',
    base64: base64Of(buildFont('Inter', style.weight, glyphs).bytes),
    unicodeRange: rangesOf(codePoints.map((codePoint) => [codePoint, codePoint])),
  }
}

function wholeFace(library: FontLibrary, part: FontPart): EmbeddedFace {
  return {
    // A family of its own: browsers take from one family only faces of one and the same range of weights.
    family: part.family.name.replaceAll(/(?<=[a-z])(?=[A-Z])/g, ' '),
    weight: '100 900',
    style: 'normal',
    mediaType: 'font/woff2',
    format: 'woff2',
    base64: base64Of(library.fileOf(part)),
    unicodeRange: rangesOf(part.ranges),
  }
}

function rangesOf(ranges: readonly (readonly [first: number, last: number])[]): string {
  const merged: [number, number][] = []
  for (const [first, last] of ranges) {
    const before = merged.at(-1)
    if (before && before[1] + 1 === first) before[1] = last
    else merged.push([first, last])
  }
  return merged
    .map(([first, last]) => `U+${first.toString(16)}${last === first ? '' : `-${last.toString(16)}`}`)
    .join(',')
}

function base64Of(bytes: Uint8Array): string {
  let binary = ''
  // In pieces, since arguments are limited in number.
  for (let at = 0; at < bytes.length; at += 8192)
    binary += String.fromCharCode(...bytes.subarray(at, at + 8192))
  return btoa(binary)
}
