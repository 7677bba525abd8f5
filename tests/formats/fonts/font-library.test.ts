import { describe, expect, it } from 'vitest'
import { loadFonts, type StyledText } from '../../../src/formats/fonts/font-library.ts'
import { installedFonts } from './installed-fonts.ts'

const plain = (text: string): StyledText => ({ text, weight: 400 })

async function familiesOf(text: string, language?: string) {
  const library = await loadFonts([plain(text)], installedFonts(), language)
  return library
    .piecesOf(text, plain(text))
    .map((piece) => [piece.text, piece.part?.family.folder ?? 'none'] as const)
}

describe('loadFonts', () => {
  it.each([
    ['Größe Ελλάς Київ Việt', 'inter'],
    ['العربية', 'noto-sans-arabic'],
    ['עברית', 'noto-sans-hebrew'],
    ['ไทย', 'noto-sans-thai'],
    ['हिन्दी', 'noto-sans-devanagari'],
    ['বাংলা', 'noto-sans-bengali'],
    ['தமிழ்', 'noto-sans-tamil'],
    ['中文', 'noto-sans-sc'],
    ['日本のバス', 'noto-sans-jp'],
    ['한국어', 'noto-sans-kr'],
    ['👩‍🚀', 'noto-emoji'],
    ['1\ufe0f\u20e3', 'noto-emoji'],
  ])('draws %s with %s', async (text, folder) => {
    const families = await familiesOf(text)
    expect(new Set(families.map(([, family]) => family))).toEqual(new Set([folder]))
    expect(families.map(([piece]) => piece).join('')).toBe(text)
  })

  it('draws Han characters in their Japanese form when the language says so', async () => {
    expect(await familiesOf('骨', 'ja')).toEqual([['骨', 'noto-sans-jp']])
    expect(await familiesOf('骨', 'zh')).toEqual([['骨', 'noto-sans-sc']])
  })

  it('draws the characters of a cluster one by one where no font has them all', async () => {
    expect(await familiesOf('م\u0bbe')).toEqual([
      ['م', 'noto-sans-arabic'],
      ['\u0bbe', 'noto-sans-tamil'],
    ])
  })

  it('knows what no font has', async () => {
    expect(await familiesOf('aក')).toEqual([
      ['a', 'inter'],
      ['ក', 'none'],
    ])
  })

  it('leaves out what is never drawn, and takes any blank for a blank', async () => {
    expect(await familiesOf('a\u200b\u00adb')).toEqual([['ab', 'inter']])
    expect(await familiesOf('a\u00a0\tb')).toEqual([['a\u00a0\tb', 'inter']])
  })

  it('loads only the files whose characters occur, each once', async () => {
    const files = installedFonts()
    await loadFonts([plain('Bus lanes'), plain('lanes ahead'), { ...plain('bold'), weight: 700 }], files)
    expect(files.loaded).toEqual(['inter/unicode.json', 'inter/files/inter-latin-wght-normal.woff2'])
  })

  it('loads italics for italic text only', async () => {
    const files = installedFonts()
    await loadFonts([{ ...plain('own'), italic: true }], files)
    expect(files.loaded).toContain('inter/files/inter-latin-wght-italic.woff2')
    expect(files.loaded).not.toContain('inter/files/inter-latin-wght-normal.woff2')
  })

  it('rejects when a file cannot be had', async () => {
    const load = async () => {
      throw new Error('offline')
    }
    await expect(loadFonts([plain('a')], { load })).rejects.toThrow('offline')
  })
})
