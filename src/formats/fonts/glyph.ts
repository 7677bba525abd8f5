/** What a line of text is set from: outlines of a font, each with the characters it stands for. */
import type { Face } from './font-library.ts'

/** One outline of a face, moved from where the glyph stands, em. */
export interface GlyphPart {
  /** Number in the face. */
  readonly id: number
  readonly dx: number
  readonly dy: number
}

/** What stands for some characters: one outline, several put together, or only an advance. */
export interface SetGlyph {
  /** Absent for the box that stands for a character no font has. */
  readonly face?: Face
  readonly parts: readonly GlyphPart[]
  /** In reading order; never empty. */
  readonly text: string
  /** Its width, em. */
  readonly width: number
  /** How far the next glyph is, em: the width, more or less what neighbours ask for. */
  readonly advance: number
  /** How far the glyph moves to the right and up, em. */
  readonly dx: number
  readonly dy: number
}

/** Width of the box that stands for a character no font has, em. */
export const missingAdvance = 0.6
