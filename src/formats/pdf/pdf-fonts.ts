/**
 * The fonts of a PDF: for each family and style one font of the glyphs used, embedded as TrueType, with a
 * table from glyphs back to text. Each glyph number stands for one glyph with one text, so that what is
 * copied or searched is what was written (ISO 32000-1, sections 9.7 and 9.10.3).
 */
import { buildFont } from '../fonts/build-font.ts'
import { builtUnits, missingOutline, outlineOf, type Outline } from '../fonts/outline.ts'
import type { SetGlyph } from '../fonts/glyph.ts'
import { array, dictionary, latin, number, reference, utf16Hex, type PdfFile, type Ref } from './pdf-file.ts'

/** Where a glyph is found: the font's name among the page's resources, and the number in it. */
export interface PlacedGlyph {
  readonly font: string
  readonly code: number
  /** em; what PDF itself adds after the glyph. */
  readonly advance: number
}

interface UsedFont {
  readonly name: string
  readonly ref: Ref
  readonly family: string
  readonly weight: number
  readonly italic: boolean
  readonly codes: Map<string, number>
  readonly glyphs: { readonly outline: Outline; readonly text: string }[]
}

/** Styles by weight, as PostScript names have them. */
const styles: Readonly<Record<number, string>> = {
  400: 'Regular',
  500: 'Medium',
  600: 'SemiBold',
  700: 'Bold',
}

/** Collects glyphs while pages are drawn; the fonts are written at the end. */
export class PdfFonts {
  readonly #fonts = new Map<string, UsedFont>()

  constructor(readonly file: PdfFile) {}

  place(glyph: SetGlyph): PlacedGlyph {
    const { face, parts } = glyph
    const family = face?.part.family.name ?? 'Inter'
    const weight = face?.style.weight ?? 400
    const italic = face?.style.italic === true && face.part.family.italic === true
    const font = this.#fontOf(family, weight, italic)
    const shape = parts.map(({ id, dx, dy }) => `${id},${dx},${dy}`).join(' ')
    const key = `${face?.key ?? ''}|${shape}|${glyph.width}|${glyph.text}`
    let code = font.codes.get(key)
    if (code === undefined) {
      font.glyphs.push({ outline: outlineOf(glyph), text: glyph.text })
      code = font.glyphs.length
      font.codes.set(key, code)
    }
    const advance = font.glyphs[code - 1]?.outline.advance ?? 0
    return { font: font.name, code, advance: advance / builtUnits }
  }

  /** The fonts as a dictionary of resources. */
  resources(): string {
    return dictionary(
      Object.fromEntries([...this.#fonts.values()].map((font) => [font.name, reference(font.ref)])),
    )
  }

  async write(): Promise<void> {
    for (const font of this.#fonts.values()) await this.#writeFont(font)
  }

  #fontOf(family: string, weight: number, italic: boolean): UsedFont {
    const key = `${family} ${weight} ${italic}`
    let font = this.#fonts.get(key)
    if (!font) {
      const name = `F${this.#fonts.size + 1}`
      font = { name, ref: this.file.reserve(), family, weight, italic, codes: new Map(), glyphs: [] }
      this.#fonts.set(key, font)
    }
    return font
  }

  async #writeFont({ ref, family, weight, italic, glyphs }: UsedFont): Promise<void> {
    const upright = italic && weight === 400 ? '' : (styles[weight] ?? '')
    const style = `${upright}${italic ? 'Italic' : ''}`
    // The tag in front says that the font is part of the one named; it need only differ within the file.
    const name = `${subsetTag(ref)}+${family}-${style}`
    const built = buildFont(
      name,
      weight,
      glyphs.map(({ outline }) => outline),
    )
    const program = await this.file.addStream(built.bytes, { Length1: String(built.bytes.length) })
    const perThousand = 1000 / builtUnits
    const descriptor = this.file.add(
      dictionary({
        Type: '/FontDescriptor',
        FontName: `/${name}`,
        // Symbolic: glyphs are asked for by number.
        Flags: italic ? '68' : '4',
        FontBBox: array(built.box.map((edge) => Math.round(edge * perThousand))),
        ItalicAngle: italic ? '-9' : '0',
        Ascent: '969',
        Descent: '-241',
        CapHeight: '728',
        StemV: String(50 + Math.round((weight - 400) / 5)),
        FontWeight: String(weight),
        FontFile2: reference(program),
      }),
    )
    const widths = glyphs.map(({ outline }) => outline.advance * perThousand)
    const descendant = this.file.add(
      dictionary({
        Type: '/Font',
        Subtype: '/CIDFontType2',
        BaseFont: `/${name}`,
        CIDSystemInfo: '<< /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>',
        FontDescriptor: reference(descriptor),
        DW: number(missingOutline.advance * perThousand),
        W: `[1 ${array(widths)}]`,
        CIDToGIDMap: '/Identity',
      }),
    )
    const toUnicode = await this.file.addStream(latin(unicodeMap(glyphs.map((glyph) => glyph.text))))
    this.file.add(
      dictionary({
        Type: '/Font',
        Subtype: '/Type0',
        BaseFont: `/${name}`,
        Encoding: '/Identity-H',
        DescendantFonts: `[${reference(descendant)}]`,
        ToUnicode: reference(toUnicode),
      }),
      ref,
    )
  }
}

function subsetTag(ref: Ref): string {
  let rest: number = ref
  let tag = ''
  for (let index = 0; index < 6; index++) {
    tag = String.fromCharCode(65 + (rest % 26)) + tag
    rest = Math.floor(rest / 26)
  }
  return tag
}

/** From glyph numbers, counted from 1, to text: a CMap of at most 100 entries a section, as the format asks. */
function unicodeMap(texts: readonly string[]): string {
  const entries = texts.flatMap((text, index) =>
    text === '' ? [] : [`<${(index + 1).toString(16).padStart(4, '0')}> <${utf16Hex(text)}>`],
  )
  const sections = []
  for (let at = 0; at < entries.length; at += 100) {
    const section = entries.slice(at, at + 100)
    sections.push(`${section.length} beginbfchar\n${section.join('\n')}\nendbfchar`)
  }
  return `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <ffff>
endcodespacerange
${sections.join('\n')}
endcmap
CMapName currentdict /CMap defineresource pop
end
end`
}
