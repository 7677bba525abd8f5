/**
 * The fonts that a set of texts needs, loaded: which font draws which characters, in which weight. Bytes of
 * files are asked for once; which font draws what follows from the texts and the files alone.
 */
import { create, type Font } from 'fontkit'
import { clustersOf, visibleOf } from './clusters.ts'
import { familiesFor, partsOfFamily, type FontFamily, type FontFiles, type FontPart } from './font-files.ts'
import { withLenientMarks } from './lenient-marks.ts'
import { unpackWoff2 } from './woff2.ts'

export interface FontStyle {
  readonly weight: 400 | 500 | 600 | 700
  readonly italic?: true
}

/** A text that is to be drawn, all of it in one style. */
export interface StyledText extends FontStyle {
  readonly text: string
}

/** One file of a family in one weight. */
export interface Face {
  /** Equal keys, equal glyphs. */
  readonly key: string
  readonly part: FontPart
  readonly style: FontStyle
  readonly font: Font
}

/** A piece of a text that one face draws; without a face, no font has the character. */
export interface FacePiece {
  readonly text: string
  readonly part?: FontPart
}

export interface FontLibrary {
  /** The text by the fonts that draw it, in its order; characters that are never drawn are left out. */
  piecesOf(text: string, style: FontStyle): readonly FacePiece[]
  /** A file in a weight. Throws for files that the texts did not need. */
  faceOf(part: FontPart, style: FontStyle): Face
  /** A file as it was loaded. */
  fileOf(part: FontPart): Uint8Array<ArrayBuffer>
}

/** Loads what the texts need. Rejects when a file cannot be had or is broken. */
export async function loadFonts(
  texts: readonly StyledText[],
  files: FontFiles,
  language?: string,
): Promise<FontLibrary> {
  const loader = new Loader(
    files,
    familiesFor(
      texts.map(({ text }) => text),
      language,
    ),
  )
  const choices = new Map<string, readonly FacePiece[]>()
  for (const { text, italic } of texts) {
    for (const cluster of clustersOf(text)) {
      const key = choiceKey(cluster, italic)
      if (!choices.has(key)) choices.set(key, await loader.choose(cluster, italic === true))
    }
  }
  const faces = new Map<string, Face>()
  // Words of one script stay one piece with the blanks between them: programs that read PDF turn text that
  // runs from right to left round piece by piece.
  const keepsBlank = (part: FontPart, text: string) =>
    part.family.joined === true && blank.test(text) && loader.opened(part).font.hasGlyphForCodePoint(0x20)
  return {
    piecesOf(text, { italic }) {
      const pieces: { text: string; part?: FontPart }[] = []
      for (const cluster of clustersOf(text)) {
        for (const piece of choices.get(choiceKey(cluster, italic)) ?? [{ text: cluster }]) {
          const last = pieces.at(-1)
          const same = last?.part && (last.part === piece.part || keepsBlank(last.part, piece.text))
          if (same) last.text += piece.text
          else pieces.push({ ...piece })
        }
      }
      return pieces
    },
    faceOf(part, { weight, italic }) {
      const key = `${part.file} ${weight}`
      let face = faces.get(key)
      if (!face) {
        const font = withLenientMarks(loader.opened(part).font.getVariation({ wght: weight }))
        face = { key, part, style: { weight, ...(italic && { italic }) }, font }
        faces.set(key, face)
      }
      return face
    },
    fileOf: (part) => loader.opened(part).file,
  }
}

function choiceKey(cluster: string, italic: true | undefined): string {
  return italic ? `/${cluster}` : cluster
}

/** Any white space is as wide as a blank, apart from the blank of Chinese and Japanese. */
const blank = /^[^\S\u3000]+$/u

/** What has been loaded, kept for the next texts as long as whoever gives the files is. */
interface LoadedFonts {
  readonly parts: Map<string, readonly FontPart[]>
  readonly opened: Map<string, { readonly font: Font; readonly file: Uint8Array<ArrayBuffer> }>
}

const kept = new WeakMap<FontFiles, LoadedFonts>()

class Loader {
  readonly #parts: LoadedFonts['parts']
  readonly #opened: LoadedFonts['opened']

  constructor(
    readonly files: FontFiles,
    readonly families: readonly FontFamily[],
  ) {
    const loaded = kept.get(files) ?? { parts: new Map(), opened: new Map() }
    kept.set(files, loaded)
    this.#parts = loaded.parts
    this.#opened = loaded.opened
  }

  opened(part: FontPart) {
    const opened = this.#opened.get(part.file)
    if (!opened) throw new Error(`the font file "${part.file}" has not been loaded`)
    return opened
  }

  /** What draws a cluster: one font all of it, or else each of its characters what has it. */
  async choose(cluster: string, italic: boolean): Promise<readonly FacePiece[]> {
    const visible = visibleOf(cluster)
    if (visible.length === 0) return []
    // A letter that has its marks in it stands better than marks put onto a letter.
    for (const form of blank.test(cluster) ? [' '] : new Set([cluster.normalize('NFC'), cluster])) {
      const part = await this.#find(form, visibleOf(form), italic)
      if (part) return [{ text: cluster, part }]
    }
    if (visible.length === 1) return [{ text: cluster }]
    const pieces = []
    for (const codePoint of visible)
      pieces.push(...(await this.choose(String.fromCodePoint(codePoint), italic)))
    return pieces
  }

  async #find(cluster: string, visible: readonly number[], italic: boolean): Promise<FontPart | undefined> {
    for (const family of this.families) {
      if (family.characters && !family.characters.test(cluster)) continue
      for (const part of await this.#partsOf(family, italic)) {
        const claims = part.ranges.some(([first, last]) =>
          visible.every((codePoint, index) => index > 0 || (codePoint >= first && codePoint <= last)),
        )
        if (!claims) continue
        const { font } = await this.#open(part)
        if (visible.every((codePoint) => font.hasGlyphForCodePoint(codePoint))) return part
      }
    }
    return undefined
  }

  async #partsOf(family: FontFamily, italic: boolean): Promise<readonly FontPart[]> {
    const key = `${family.folder} ${italic && family.italic ? 'italic' : 'normal'}`
    let parts = this.#parts.get(key)
    if (!parts) {
      const json = new TextDecoder().decode(await this.files.load(`${family.folder}/unicode.json`))
      parts = partsOfFamily(family, json, italic)
      this.#parts.set(key, parts)
    }
    return parts
  }

  async #open(part: FontPart) {
    let opened = this.#opened.get(part.file)
    if (!opened) {
      const file = await this.files.load(part.file)
      opened = { font: create(unpackWoff2(file)), file }
      this.#opened.set(part.file, opened)
    }
    return opened
  }
}
