/**
 * What is refused before the parser of Argdown sees it. Its lexer looks from each opening mark for the
 * closing one, so text that opens many and closes none would take time in the square of its length; its
 * parser calls itself for each level, so deep text would exhaust the stack. Here the work that the lexer
 * would do is counted in one pass, and what goes beyond the budget is refused with a sentence.
 * Time O(length) for each kind of mark.
 */
import type { ImportError } from '../conversion.ts'
import { importLimits } from '../conversion.ts'
import { splitFrontMatter } from './front-matter.ts'

/** Characters the lexer may look at in vain, for each kind of mark: at most about a second. */
const budget = 100_000_000

/** What the lexer may look at from one mark; far more would exhaust its memory. */
const longest = 5_000_000

/** Marks of emphasis in one statement, each of which may be within the one before. */
const maxEmphasis = 2000

/** Tags of one statement. */
const maxTags = 2000

interface Mark {
  /** As the lexer finds it; sticky patterns are not needed, since each hit starts a look ahead. */
  readonly opens: RegExp
  /** Where its look ahead ends, found or not. */
  readonly ends: RegExp
  readonly shown: string
  /** Where each character looked at takes longer, and memory with it. */
  readonly weight?: number
}

/** The marks after which the lexer looks ahead without bound, with what ends each look. */
const marks: readonly Mark[] = [
  { opens: /\{/g, ends: /\}\s[^,}]|[\r\u2028\u2029]/g, shown: '{', weight: 5 },
  { opens: /\[/g, ends: /\]/g, shown: '[' },
  { opens: /\]\(/g, ends: /\)/g, shown: '](' },
  { opens: /#\(/g, ends: /\)/g, shown: '#(' },
  { opens: /</g, ends: />|[\r\n\u2028\u2029]/g, shown: '<' },
  { opens: /<!--/g, ends: /-->/g, shown: '<!--' },
  { opens: /\/\*/g, ends: /\*\//g, shown: '/*' },
  { opens: /\/\//g, ends: /[\r\n]/g, shown: '//' },
  { opens: /={3}/g, ends: /={3}/g, shown: '===' },
  { opens: /\]/g, ends: /[\r\n\u2028\u2029]/g, shown: ']' },
  { opens: /\./g, ends: /\.|\s/g, shown: '.' },
  { opens: /:/g, ends: /:|\s/g, shown: ':' },
]

/** Why the text is not given to the parser, or undefined if it may be. */
export function refusalToParse(text: string): ImportError | undefined {
  const bytes = text.length > importLimits.bytes / 4 ? new TextEncoder().encode(text).length : text.length
  if (bytes > importLimits.bytes) {
    return {
      kind: 'tooLarge',
      message: `The file has more than ${importLimits.bytes / 2 ** 20} MB; divide it into smaller ones.`,
    }
  }
  return includeIn(text) ?? costly(withoutFrontMatter(text)) ?? tooDeep(text) ?? tooManyLines(text)
}

/** "line 12" for a place in the text. */
function placeOf(text: string, offset: number): string {
  let line = 1
  for (let at = text.indexOf('\n'); at !== -1 && at < offset; at = text.indexOf('\n', at + 1)) line += 1
  return `line ${line}`
}

function includeIn(text: string): ImportError | undefined {
  const at = text.search(/@include\(/)
  if (at === -1) return undefined
  return {
    kind: 'refused',
    message:
      'The file takes in another one with “@include”, and no other file is ever opened; put its text here instead.',
    place: placeOf(text, at),
  }
}

function costly(text: string): ImportError | undefined {
  for (const { opens, ends, shown, weight = 1 } of marks) {
    let cost = 0
    let end = -1
    for (const { index } of text.matchAll(opens)) {
      // One look for the end serves all marks before it.
      if (end <= index) end = nextEnd(text, ends, index + 1)
      cost += (end - index) * weight
      if (cost > budget || (end - index) * weight > longest) {
        return {
          kind: 'refused',
          message: `There are so many “${shown}” without an end that reading them would take too long; close them, or put a backslash before each.`,
          place: placeOf(text, index),
        }
      }
    }
  }
  return undefined
}

function nextEnd(text: string, ends: RegExp, from: number): number {
  ends.lastIndex = from
  return ends.exec(text)?.index ?? text.length
}

/**
 * Levels by indentation, as the lexer counts them; and for each statement the levels of emphasis, the tags,
 * and the characters copied by the library, which puts a statement together anew at each line break.
 */
function tooDeep(text: string): ImportError | undefined {
  const levels: number[] = []
  let [emphasis, tags, length, copied, offset] = [0, 0, 0, 0, 0]
  for (const line of text.split('\n')) {
    const indent = /^[ \t']*/.exec(line)?.[0].length ?? 0
    const isEmpty = indent === line.trimEnd().length
    if (isEmpty) levels.length = 0
    else {
      while ((levels.at(-1) ?? -1) >= indent) levels.pop()
      levels.push(indent)
    }
    if (isEmpty || startOfStatement.test(line)) [emphasis, tags, length, copied] = [0, 0, 0, 0]
    emphasis += line.match(/(?:\*\*?|__?)(?=\S)/g)?.length ?? 0
    tags += line.match(/#/g)?.length ?? 0
    length += line.length
    copied += length
    const problem =
      levels.length > importLimits.depth
        ? `The text is indented by more than ${importLimits.depth} levels; begin a new paragraph for the deeper ones.`
        : emphasis > maxEmphasis
          ? 'One statement has thousands of marks of emphasis (* or _); put a backslash before those that are none.'
          : tags > maxTags
            ? 'One statement has thousands of tags; put a backslash before each # that is none.'
            : copied > budget
              ? 'One statement goes on over thousands of lines; put empty lines between statements.'
              : undefined
    if (problem !== undefined) return { kind: 'tooDeep', message: problem, place: placeOf(text, offset) }
    offset += line.length + 1
  }
  return undefined
}

/** How a line begins that does not go on with the statement above it. */
const startOfStatement = /^[ \t']*(?:<?[+-]|><|_>|<_|_\s|\(\d+\)|\*\s|\d+\.\s)/

function tooManyLines(text: string): ImportError | undefined {
  const relations = text.match(/^[ \t']*(?:[+\-<>_]|\(\d+\)|\[)/gm)?.length ?? 0
  if (relations <= importLimits.records) return undefined
  return {
    kind: 'tooLarge',
    message: `The file has more than ${importLimits.records.toLocaleString('en')} statements and relations; divide it into smaller ones.`,
  }
}

/** Blanks in place of the front matter, which the lexer takes as a whole. */
function withoutFrontMatter(text: string): string {
  const [block, rest] = splitFrontMatter(text)
  return block.replaceAll(/[^\n]/g, ' ') + rest
}

/** Why the lexer failed: it knows a backslash only before a character, and gives no place. */
export function strayBackslash(text: string): ImportError | undefined {
  const at = text.search(/(?<!\\)(?:\\\\)*\\(?:[\r\n\u2028\u2029]|$)/)
  if (at === -1) return undefined
  return {
    kind: 'unreadable',
    message: 'A backslash stands at the end of a line; take it out, or write two.',
    place: placeOf(text, at + 1),
  }
}
