/**
 * Which font files there are, and which of them holds a character. Files are cut by Unicode range, as the
 * web serves them, so that only those are loaded whose characters occur. All are under the SIL Open Font
 * License 1.1 and come from the packages of Fontsource.
 */

/** Where the bytes of font files come from: node_modules, or the assets of a web page. */
export interface FontFiles {
  /**
   * A file by its name below the folder "@fontsource-variable", such as
   * "inter/files/inter-latin-wght-normal.woff2" or "inter/unicode.json". Names are those of the families
   * listed in `fontFamilies`: every "files/*-wght-normal.woff2", "files/*-wght-italic.woff2" and
   * "unicode.json" there. Rejects when the file cannot be had.
   */
  load(name: string): Promise<Uint8Array<ArrayBuffer>>
}

export interface FontFamily {
  /** The package below "@fontsource-variable", which also begins the names of its files. */
  readonly folder: string
  /** The PostScript name, without the style. */
  readonly name: string
  /** Whether there are files for italics. */
  readonly italic?: true
  /** Characters for which the family is asked at all; absent means any. */
  readonly characters?: RegExp
  /** Whether its glyphs depend on their neighbours, so that glyphs picked one by one would read wrong. */
  readonly joined?: true
}

/** In the order in which they are asked for a character; the first that has it draws it. */
export const fontFamilies: readonly FontFamily[] = [
  // What asks to be drawn as an emoji, before the text fonts that have some of them as signs.
  {
    folder: 'noto-emoji',
    name: 'NotoEmoji',
    characters: /[\p{Emoji_Presentation}\p{Regional_Indicator}\ufe0f]/u,
  },
  { folder: 'inter', name: 'Inter', italic: true },
  {
    folder: 'noto-sans-arabic',
    name: 'NotoSansArabic',
    characters: /\p{Script_Extensions=Arabic}/u,
    joined: true,
  },
  {
    folder: 'noto-sans-hebrew',
    name: 'NotoSansHebrew',
    characters: /\p{Script_Extensions=Hebrew}/u,
    joined: true,
  },
  {
    folder: 'noto-sans-thai',
    name: 'NotoSansThai',
    characters: /\p{Script_Extensions=Thai}/u,
    joined: true,
  },
  {
    folder: 'noto-sans-devanagari',
    name: 'NotoSansDevanagari',
    characters: /\p{Script_Extensions=Devanagari}/u,
    joined: true,
  },
  {
    folder: 'noto-sans-bengali',
    name: 'NotoSansBengali',
    characters: /\p{Script_Extensions=Bengali}/u,
    joined: true,
  },
  {
    folder: 'noto-sans-tamil',
    name: 'NotoSansTamil',
    characters: /\p{Script_Extensions=Tamil}/u,
    joined: true,
  },
  {
    folder: 'noto-sans-kr',
    name: 'NotoSansKR',
    characters: /\p{Script=Hangul}/u,
  },
  { folder: 'noto-sans-sc', name: 'NotoSansSC' },
  { folder: 'noto-sans-jp', name: 'NotoSansJP' },
  { folder: 'noto-emoji', name: 'NotoEmoji', characters: /\p{Extended_Pictographic}/u },
]

/** The families in the order in which to ask them: the Japanese forms of Han characters go first with kana. */
export function familiesFor(texts: readonly string[], language = ''): readonly FontFamily[] {
  const kana = /[\p{Script=Hiragana}\p{Script=Katakana}]/u
  if (!language.startsWith('ja') && !texts.some((text) => kana.test(text))) return fontFamilies
  const chinese = fontFamilies.findIndex((family) => family.folder === 'noto-sans-sc')
  const japanese = fontFamilies.filter((family) => family.folder === 'noto-sans-jp')
  return [...fontFamilies.slice(0, chinese), ...japanese, ...fontFamilies.slice(chinese)]
}

/** A file of a family and the characters it says it has. */
export interface FontPart {
  readonly family: FontFamily
  readonly file: string
  readonly ranges: readonly (readonly [first: number, last: number])[]
}

/**
 * The files of a family by their characters, from its unicode.json: { "latin": "U+0000-00FF,U+0131" },
 * where "[12]" is the part numbered 12.
 */
export function partsOfFamily(family: FontFamily, unicodeJson: string, italic: boolean): readonly FontPart[] {
  const table: unknown = JSON.parse(unicodeJson)
  if (typeof table !== 'object' || table === null) throw new Error(`no ranges of "${family.folder}"`)
  const style = italic && family.italic ? 'italic' : 'normal'
  return Object.entries(table).map(([key, value]: [string, unknown]) => ({
    family,
    file: `${family.folder}/files/${family.folder}-${key.replaceAll(/[[\]]/g, '')}-wght-${style}.woff2`,
    ranges: readRanges(String(value)),
  }))
}

function readRanges(text: string): readonly (readonly [number, number])[] {
  return text.split(',').flatMap((range) => {
    const [, first, last] = /^\s*U\+([\da-f]+)(?:-([\da-f]+))?\s*$/i.exec(range) ?? []
    if (first === undefined) return []
    return [[Number.parseInt(first, 16), Number.parseInt(last ?? first, 16)] as const]
  })
}
