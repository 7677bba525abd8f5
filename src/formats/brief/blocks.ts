/**
 * The form a brief has between the argument and the file: headings, paragraphs and lists of runs of text. All
 * words are decided here once; Markdown and Word only set them.
 */

/** Words of one look. */
export interface Run {
  readonly text: string
  readonly style?: 'strong' | 'emphasis'
  /** An address that may be followed (see links.ts). */
  readonly link?: string
}

export type Runs = readonly Run[]

/** An item of a list; levels count from 0 and go down one at a time. */
export interface ListItem {
  readonly level: number
  readonly runs: Runs
}

export type Block =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly runs: Runs }
  | { readonly kind: 'paragraph'; readonly runs: Runs }
  | { readonly kind: 'list'; readonly items: readonly ListItem[] }
  /** Numbered from 1; these numbers are what the text refers to. */
  | { readonly kind: 'references'; readonly items: readonly Runs[] }
  /** Where the picture of the map stands, if there is one. */
  | { readonly kind: 'picture' }

/** Lists are at most this deep; what hangs deeper stands at the last level and says what it belongs to. */
export const deepestLevel = 7

export function plain(text: string): Run {
  return { text }
}

export function strong(text: string): Run {
  return { text, style: 'strong' }
}

export function emphasis(text: string): Run {
  return { text, style: 'emphasis' }
}

export function heading(level: 1 | 2 | 3, ...runs: Runs): Block {
  return { kind: 'heading', level, runs }
}

export function paragraph(...runs: Runs): Block {
  return { kind: 'paragraph', runs }
}

/** A list, or nothing where there are no items. */
export function listOf(items: readonly ListItem[]): Block[] {
  return items.length === 0 ? [] : [{ kind: 'list', items }]
}

/** "one", "two" … up to twelve in words, as in prose. */
export function numberWord(count: number): string {
  return smallNumbers[count] ?? String(count)
}

const smallNumbers = [
  'no',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
]

/** "1", "1 and 2", "1, 2 and 3". */
export function joined(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`
}

/** The text as the end of a sentence: with a full stop if it has no sign of its own. */
export function withStop(text: string): string {
  return /[.!?…。！？؟][\])"”’»]*$/u.test(text) ? text : `${text}.`
}
