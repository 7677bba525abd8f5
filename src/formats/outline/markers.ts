/**
 * What may stand before the words of a line in an outline: bullets, numbers, and signs that say whether the
 * line speaks for or against the one above it.
 */
import type { RelationKind } from '../../model/kinds.ts'

/** A line without what stands before its words. */
export interface MarkedLine {
  readonly words: string
  /** What a sign or word says; absent where none stands there. */
  readonly stance?: Extract<RelationKind, 'supports' | 'attacks'>
  /** The bullet or sign itself. */
  readonly bullet?: string
  /** Whether a word says the stance: "Con:". */
  readonly isSaid?: true
  /** Parts of a number: 3 for "1.2.3". */
  readonly parts?: number
  /** The first part of the number. */
  readonly number?: number
}

const signs: ReadonlyMap<string, 'supports' | 'attacks'> = new Map([
  ['+', 'supports'],
  ['(+)', 'supports'],
  ['[+]', 'supports'],
  ['-', 'attacks'],
  ['−', 'attacks'],
  ['(-)', 'attacks'],
  ['(−)', 'attacks'],
  ['[-]', 'attacks'],
])

/** Splits a trimmed line. Time is linear in the markers, which are short. */
export function markedLine(line: string): MarkedLine {
  let words = line
  const take = (pattern: RegExp): string | undefined => {
    const found = pattern.exec(words.slice(0, 80))?.[0]
    if (found === undefined) return undefined
    words = words.slice(found.length).trimStart()
    return found.trim()
  }
  const bullet = take(/^(?:[+\-−*•◦▪‣–—·&]|\([+\-−]\)|\[[+-]\])(?:\s+|$)/)
  const number =
    take(/^\(?\d{1,3}(?:\.\d{1,3})*(?:[.)](?:\s+|$)|(?<=\.\d{1,3})\s+)/) ?? take(/^\(?[a-z]\)\s+/)
  const word = take(/^(?:pro|con|contra)\s*:\s*/i)?.toLowerCase()
  const stance =
    word === undefined ? signs.get(bullet ?? '') : word.startsWith('pro') ? 'supports' : 'attacks'
  const digits = number?.match(/\d+/g) ?? []
  return {
    words,
    ...(stance ? { stance } : {}),
    ...(word === undefined ? {} : { isSaid: true }),
    ...(bullet === undefined ? {} : { bullet }),
    ...(digits.length > 0 ? { parts: digits.length, number: Number(digits[0]) } : {}),
  }
}

/** Whether what stance there is comes from a hyphen alone, which is a bullet as well. */
export function isHyphen({ bullet, isSaid }: MarkedLine): boolean {
  return isSaid === undefined && (bullet === '-' || bullet === '−')
}

/** Whether the line has a plus, so that hyphens beside it are signs too. */
export function isPlus({ bullet }: MarkedLine): boolean {
  return signs.get(bullet ?? '') === 'supports'
}
