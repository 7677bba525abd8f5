import fc from 'fast-check'
import * as harfbuzz from 'harfbuzzjs'
import { describe, expect, it } from 'vitest'
import { visibleOf } from '../../../src/formats/fonts/clusters.ts'
import { loadFonts } from '../../../src/formats/fonts/font-library.ts'
import { createTypesetter } from '../../../src/formats/fonts/set-line.ts'
import { unpackWoff2 } from '../../../src/formats/fonts/woff2.ts'
import { installedFonts } from './installed-fonts.ts'

const style = { weight: 400 } as const

async function set(text: string, direction: 'ltr' | 'rtl' = 'ltr') {
  const library = await loadFonts([{ text, ...style }], installedFonts())
  return createTypesetter(library).setLine(text, style, direction)
}

async function textsOf(text: string, direction?: 'ltr' | 'rtl') {
  return (await set(text, direction)).glyphs.map((glyph) => glyph.text)
}

const characters = (text: string) => visibleOf(text).toSorted((a, b) => a - b)

describe('setLine', () => {
  it('stands left to right in reading order', async () => {
    expect((await textsOf('Bus lanes')).join('')).toBe('Bus lanes')
    expect((await textsOf('中文 한국어')).join('')).toBe('中文 한국어')
  })

  it('puts together what the font reorders', async () => {
    expect(await textsOf('कि')).toEqual(['कि'])
    expect(await textsOf('கொ')).toEqual(['கொ'])
  })

  it('puts marks onto what they stand on', async () => {
    expect(await textsOf('ที่น้ำ')).toEqual(['ที่', 'น', '้ำ'])
  })

  it('gives every character from right to left a glyph of its own, the last one first', async () => {
    expect(await textsOf('بيت', 'rtl')).toEqual(['ت', 'ي', 'ب'])
    expect(await textsOf('لا', 'rtl')).toEqual(['ا', 'ل'])
    expect((await textsOf('שלום', 'rtl')).join('')).toBe('םולש')
  })

  it('sets numbers and foreign words left to right within text from right to left', async () => {
    expect((await textsOf('אב 12 ab גד', 'rtl')).join('')).toBe('דג ab 12 בא')
  })

  it('turns brackets round from right to left, and keeps what they are', async () => {
    const { glyphs } = await set('(א)', 'rtl')
    const plain = await set('()')
    expect(glyphs.map((glyph) => glyph.text)).toEqual([')', 'א', '('])
    expect(glyphs[0]?.parts[0]?.id).toBe(plain.glyphs[0]?.parts[0]?.id)
  })

  it('places dots and marks where a font leaves out anchors', async () => {
    expect(await textsOf('\u06a3\u0655', 'rtl')).toEqual(['\u0655', '\u06a3'])
  })

  it('shows a box for a missing character, as wide as any other', async () => {
    const { glyphs, width } = await set('ក')
    expect(glyphs).toEqual([{ parts: [], text: 'ក', width: 0.6, advance: 0.6, dx: 0, dy: 0 }])
    expect(width).toBe(0.6)
  })

  it('is as wide as its glyphs, and wider the bolder', async () => {
    const library = await loadFonts([{ text: 'Bus', ...style }], installedFonts())
    const typesetter = createTypesetter(library)
    const widths = ([400, 500, 600, 700] as const).map(
      (weight) => typesetter.setLine('Bus', { weight }).width,
    )
    expect(widths).toEqual([...widths].sort((a, b) => a - b))
    expect(new Set(widths).size).toBe(4)
  })

  it('loses and invents no visible character, whatever the text', async () => {
    const alphabet = Array.from(
      'ab fiÉ→(1)٣«لاميّ ׁשבחא कखत्रिी ंর্ক্ষিொகைนำ้ท中かガ한👍🏽🇩🇪\u200d\ufe0f\u0301ក\u00a0\t',
    )
    const library = await loadFonts(
      alphabet.map((text) => ({ text, ...style })),
      installedFonts(),
    )
    const typesetter = createTypesetter(library)
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...alphabet), { maxLength: 12 }),
        fc.constantFrom('ltr' as const, 'rtl' as const),
        (parts, direction) => {
          const text = parts.join('')
          const { glyphs } = typesetter.setLine(text, style, direction)
          expect(characters(glyphs.map((glyph) => glyph.text).join(''))).toEqual(characters(text))
          expect(glyphs.every((glyph) => glyph.text !== '' && Number.isFinite(glyph.advance))).toBe(true)
        },
      ),
      { numRuns: 1000 },
    )
  })
})

describe('shaping', () => {
  it.each([
    ['arabic', 'السلام عليكم', 'rtl'],
    ['hebrew', 'שלום עולם', 'rtl'],
    ['devanagari', 'क्षत्रिय शर्मा हिन्दी', 'ltr'],
    ['tamil', 'தமிழ் கொள்கை', 'ltr'],
    ['thai', 'ภาษาไทย', 'ltr'],
  ] as const)('chooses the glyphs that HarfBuzz does for %s', async (script, text, direction) => {
    const family = `noto-sans-${script}`
    const packed = await installedFonts().load(`${family}/files/${family}-${script}-wght-normal.woff2`)
    const font = new harfbuzz.Font(new harfbuzz.Face(new harfbuzz.Blob(unpackWoff2(packed)), 0))
    const buffer = new harfbuzz.Buffer()
    buffer.addText(text)
    buffer.guessSegmentProperties()
    harfbuzz.shape(font, buffer)
    const { glyphs } = await set(text, direction)
    expect(glyphs.flatMap((glyph) => glyph.parts.map((part) => part.id))).toEqual(
      buffer.getGlyphInfos().map((info) => info.codepoint),
    )
  })
})
