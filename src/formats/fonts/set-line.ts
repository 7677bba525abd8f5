/**
 * One line of text as glyphs in the order in which they stand on paper: directions by the Unicode
 * Bidirectional Algorithm (UAX #9), letters joined and placed by the font's own rules. Every glyph says
 * which characters it stands for, and together they are the line. Lengths are in em, so that one setting
 * serves any size.
 */
import createBidi from 'bidi-js'
import type { Face, FontLibrary, FontStyle } from './font-library.ts'
import { missingAdvance, type SetGlyph } from './glyph.ts'
import { shapeWord } from './shape-word.ts'

export interface SetLine {
  /** em */
  readonly width: number
  /** From left to right. */
  readonly glyphs: readonly SetGlyph[]
}

const bidi = createBidi()

/** Sets lines with the fonts of a library, remembering words. */
export function createTypesetter(library: FontLibrary) {
  const remembered = new Map<string, readonly SetGlyph[]>()

  const setWord = (text: string, rightToLeft: boolean, face: Face | undefined): readonly SetGlyph[] => {
    const key = `${rightToLeft ? '<' : '>'}${face?.key ?? ''} ${text}`
    let word = remembered.get(key)
    if (!word) {
      const mirrored = (character: string) => bidi.getMirroredCharacter(character) ?? character
      word = face ? shapeWord(text, face, rightToLeft ? mirrored : undefined) : missing(text)
      remembered.set(key, word)
    }
    return word
  }

  return {
    /** How wide the blank is with which a text ends, em; 0 without one. */
    blankAtEnd(text: string, style: FontStyle): number {
      return text.endsWith(' ') ? this.setLine(' ', style).width : 0
    },

    /** Sets a line whose fonts the library has. The direction is that of the whole line. */
    setLine(text: string, style: FontStyle, direction: 'ltr' | 'rtl' = 'ltr'): SetLine {
      const glyphs = runsOf(text, direction).flatMap(({ text: run, rightToLeft }) => {
        const words = library.piecesOf(run, style).flatMap((piece) => {
          const face = piece.part && library.faceOf(piece.part, style)
          return (piece.text.match(/\s+|\S+/gu) ?? []).map((word) => setWord(word, rightToLeft, face))
        })
        return (rightToLeft ? words.reverse() : words).flat()
      })
      return { width: glyphs.reduce((sum, glyph) => sum + glyph.advance, 0), glyphs }
    },
  }
}

export type Typesetter = ReturnType<typeof createTypesetter>

const rightToLeftCharacters =
  /[\u0590-\u08ff\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufeff\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u

/** Pieces of one direction from left to right, each in reading order. */
function runsOf(text: string, direction: 'ltr' | 'rtl') {
  if (direction === 'ltr' && !rightToLeftCharacters.test(text)) return [{ text, rightToLeft: false }]
  const { levels, paragraphs } = bidi.getEmbeddingLevels(text, direction)
  const runs: { text: string; level: number }[] = []
  let at = 0
  for (const character of text) {
    const level = levels[at] ?? paragraphs[0]?.level ?? 0
    const last = runs.at(-1)
    if (last?.level === level) last.text += character
    else runs.push({ text: character, level })
    at += character.length
  }
  // Rule L2: from the highest level down, every sequence of runs at least that high is turned round.
  const highest = Math.max(0, ...runs.map((run) => run.level))
  for (let level = highest; level > 0; level--) {
    for (let start = 0; start < runs.length; start++) {
      let end = start
      while ((runs[end]?.level ?? -1) >= level) end++
      if (end > start) runs.splice(start, end - start, ...runs.slice(start, end).reverse())
      start = end
    }
  }
  return runs.map((run) => ({ text: run.text, rightToLeft: run.level % 2 === 1 }))
}

function missing(text: string): readonly SetGlyph[] {
  return [{ parts: [], text, width: missingAdvance, advance: missingAdvance, dx: 0, dy: 0 }]
}
