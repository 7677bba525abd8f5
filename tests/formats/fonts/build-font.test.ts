import { create } from 'fontkit'
import * as harfbuzz from 'harfbuzzjs'
import { describe, expect, it } from 'vitest'
import { buildFont } from '../../../src/formats/fonts/build-font.ts'
import { missingOutline, type Outline } from '../../../src/formats/fonts/outline.ts'

const corner = (x: number, y: number, onCurve = true) => ({ x, y, onCurve })
const square: Outline = {
  advance: 1200,
  contours: [[corner(100, 0), corner(100, 1000), corner(1100, 1000), corner(1100, 0)]],
}
const leaf: Outline = {
  advance: 900,
  contours: [
    [corner(-50, 0), corner(400, 1600, false), corner(850, 0)],
    [corner(300, 100), corner(400, 100), corner(400, 200)],
  ],
}
const built = buildFont('Test', 600, [
  { ...square, codePoint: 0x41 },
  { ...leaf, codePoint: 0x1f68c },
  { advance: 500, contours: [], codePoint: 0x20 },
  leaf,
])

describe('buildFont', () => {
  it('maps characters to glyphs, within and beyond the basic plane', () => {
    const font = create(built.bytes)
    expect([0x41, 0x1f68c, 0x20, 0x42].map((codePoint) => font.glyphForCodePoint(codePoint).id)).toEqual([
      1, 2, 3, 0,
    ])
  })

  it('keeps outlines and advances', () => {
    const font = create(built.bytes)
    expect(font.unitsPerEm).toBe(2048)
    expect([0, 1, 2, 3, 4].map((id) => font.getGlyph(id).advanceWidth)).toEqual([
      missingOutline.advance,
      1200,
      900,
      500,
      900,
    ])
    expect(font.getGlyph(2).path.commands.map(({ command, args }) => [command, ...args])).toEqual([
      ['moveTo', -50, 0],
      ['quadraticCurveTo', 400, 1600, 850, 0],
      ['closePath'],
      ['moveTo', 300, 100],
      ['lineTo', 400, 100],
      ['lineTo', 400, 200],
      ['closePath'],
    ])
    expect(built.box).toEqual([-50, -205, 1106, 1600])
  })

  it('is read by HarfBuzz', () => {
    const font = new harfbuzz.Font(new harfbuzz.Face(new harfbuzz.Blob(built.bytes), 0))
    const buffer = new harfbuzz.Buffer()
    buffer.addText('A🚌 ?')
    buffer.guessSegmentProperties()
    harfbuzz.shape(font, buffer)
    expect(buffer.getGlyphInfos().map((info) => info.codepoint)).toEqual([1, 2, 3, 0])
  })

  it('adds up to what the specification says a font adds up to', () => {
    const view = new DataView(built.bytes.buffer)
    let sum = 0
    for (let at = 0; at < built.bytes.length; at += 4) sum = (sum + view.getUint32(at)) >>> 0
    expect(sum).toBe(0xb1b0afba)
  })

  it('gives the same bytes for the same glyphs', () => {
    expect(buildFont('Test', 600, [leaf]).bytes).toEqual(buildFont('Test', 600, [leaf]).bytes)
  })

  it('throws for more glyphs than a font can have', () => {
    expect(() =>
      buildFont(
        'Test',
        400,
        Array.from({ length: 65_001 }, () => square),
      ),
    ).toThrow('65001 glyphs')
  })
})
