import { create } from 'fontkit'
import { describe, expect, it } from 'vitest'
import type { TextItem } from '../../../src/formats/drawing/drawing.ts'
import { embeddedFaces, type EmbeddedFace } from '../../../src/formats/fonts/embedded-faces.ts'
import { writeSvg } from '../../../src/formats/svg/write.ts'
import { installedFonts } from './installed-fonts.ts'

const line = (text: string, weight: TextItem['weight'] = 400): TextItem => ({
  kind: 'text',
  text,
  x: 0,
  y: 0,
  size: 14,
  weight,
  fill: '#000000',
})

const facesFor = (...items: TextItem[]) => embeddedFaces({ items }, installedFonts())

const fontOf = (face: EmbeddedFace | undefined) =>
  create(Uint8Array.from(Buffer.from(face?.base64 ?? '', 'base64')))

describe('embeddedFaces', () => {
  it('has one font for each weight, with just the characters used', async () => {
    const { faces, notes } = await facesFor(line('Bus'), line('lanes', 600), line('bus'))
    expect(faces.map(({ weight, format, unicodeRange }) => [weight, format, unicodeRange])).toEqual([
      ['400', 'truetype', 'U+42,U+62,U+73,U+75'],
      ['600', 'truetype', 'U+61,U+65,U+6c,U+6e,U+73'],
    ])
    expect(
      ['B', 'u', 's', 'x'].map((each) => fontOf(faces[0]).hasGlyphForCodePoint(each.codePointAt(0) ?? 0)),
    ).toEqual([true, true, true, false])
    expect(notes).toEqual([])
  })

  it('draws heavier glyphs for heavier weights', async () => {
    const { faces } = await facesFor(line('s'), line('s', 700))
    const [regular, bold] = faces.map((face) => fontOf(face).glyphForCodePoint(0x73).advanceWidth)
    expect(bold).toBeGreaterThan(regular ?? Infinity)
  })

  it('puts the characters of several files into one font', async () => {
    const { faces } = await facesFor(line('Ж中文가é'))
    expect(faces.map(({ unicodeRange }) => unicodeRange)).toEqual(['U+e9,U+416,U+4e2d,U+6587,U+ac00'])
  })

  it('takes the file as it is for scripts whose letters join', async () => {
    const files = installedFonts()
    const { faces } = await embeddedFaces({ items: [line('بيت bus')] }, files)
    expect(faces.map(({ family, weight, format }) => [family, weight, format])).toEqual([
      ['Inter', '400', 'truetype'],
      ['Noto Sans Arabic', '100 900', 'woff2'],
    ])
    const original = await files.load('noto-sans-arabic/files/noto-sans-arabic-arabic-wght-normal.woff2')
    expect(Buffer.from(faces[1]?.base64 ?? '', 'base64').equals(original)).toBe(true)
    expect(faces[1]?.unicodeRange).toContain('U+600-6ff')
  })

  it('is named in SVG where its text is drawn', async () => {
    const drawing = { width: 9, height: 9, title: '', description: '', items: [line('بيت bus')] }
    const { faces } = await embeddedFaces(drawing, installedFonts())
    const svg = writeSvg(drawing, { fonts: faces })
    expect(svg.match(/@font-face\{font-family:'[^']+'/g)).toEqual([
      "@font-face{font-family:'Inter'",
      "@font-face{font-family:'Noto Sans Arabic'",
    ])
    expect(svg).toContain(`font-family="Inter, 'Noto Sans Arabic', `)
  })

  it('has both forms of letters with marks, since renderers put them together', async () => {
    const { faces } = await facesFor(line('e\u0301'))
    expect(faces[0]?.unicodeRange.split(',')).toContain('U+e9')
  })

  it('says which characters are in no font', async () => {
    const { notes } = await facesFor(line('ក'))
    expect(notes).toEqual([expect.stringContaining('1 character of Khmer')])
  })

  it('is empty for a drawing without text, and the same every time', async () => {
    expect(await facesFor()).toEqual({ faces: [], notes: [] })
    expect(await facesFor(line('Bus 中'))).toEqual(await facesFor(line('Bus 中')))
  })
})
