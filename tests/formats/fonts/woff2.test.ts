import { create } from 'fontkit'
import { describe, expect, it } from 'vitest'
import { unpackWoff2 } from '../../../src/formats/fonts/woff2.ts'
import { installedFonts } from './installed-fonts.ts'

const fonts = installedFonts()

/** Every tenth glyph's advance and outline. */
function sample(file: Uint8Array, count: number) {
  const font = create(file)
  return Array.from({ length: Math.ceil(count / 10) }, (_, index) => {
    const glyph = font.getGlyph(index * 10)
    return { advance: glyph.advanceWidth, commands: glyph.path.commands }
  })
}

describe('unpackWoff2', () => {
  it.each([
    ['inter/files/inter-latin-wght-normal.woff2', 500],
    ['inter/files/inter-latin-ext-wght-italic.woff2', 500],
    ['noto-sans-arabic/files/noto-sans-arabic-arabic-wght-normal.woff2', 900],
    ['noto-sans-devanagari/files/noto-sans-devanagari-devanagari-wght-normal.woff2', 500],
    ['noto-sans-sc/files/noto-sans-sc-99-wght-normal.woff2', 80],
    ['noto-emoji/files/noto-emoji-9-wght-normal.woff2', 60],
  ])('gives the outlines and advances of %s as another decoder reads them', async (name, count) => {
    const packed = await fonts.load(name)
    expect(sample(unpackWoff2(packed), count)).toEqual(sample(packed, count))
  })

  it('keeps what weights and joining need, and leaves out hints', async () => {
    const file = unpackWoff2(
      await fonts.load('noto-sans-arabic/files/noto-sans-arabic-arabic-wght-normal.woff2'),
    )
    const directory = new TextDecoder('latin1').decode(file.subarray(0, 400))
    expect(['fvar', 'gvar', 'GSUB', 'GPOS', 'cmap'].filter((tag) => !directory.includes(tag))).toEqual([])
    expect(['fpgm', 'prep', 'cvt '].filter((tag) => directory.includes(tag))).toEqual([])
  })

  it('refuses what is not WOFF2 and what is cut off', async () => {
    expect(() => unpackWoff2(new Uint8Array(100))).toThrow('not WOFF2')
    const whole = await fonts.load('inter/files/inter-greek-wght-normal.woff2')
    expect(() => unpackWoff2(whole.slice(0, 2000))).toThrow('ends too early')
  })
})
