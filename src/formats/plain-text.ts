/**
 * Texts as other formats can hold them. Some characters cannot stand in XML or in files of text at all; they
 * become U+FFFD, the sign for a character that is missing, and are counted.
 */
import type { ArgumentGraph } from '../model/graph.ts'

/** What XML 1.0 (section 2.2) has no place for: most control characters, halves of pairs and two non-characters. */
const illegal =
  // oxlint-disable-next-line no-control-regex -- these characters are what is looked for
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g

/** The text with U+FFFD in place of each character that XML cannot hold. */
export function legalText(text: string): string {
  return text.replaceAll(illegal, '\uFFFD')
}

/** Escaped for XML, as content or between double quotes; line breaks survive in attributes too. */
export function escapeXml(text: string): string {
  return legalText(text).replaceAll(/[&<>"\n\r\t]/g, (character) => xmlEscapes.get(character) ?? character)
}

const xmlEscapes: ReadonlyMap<string, string> = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
  ['\n', '&#10;'],
  ['\r', '&#13;'],
  ['\t', '&#9;'],
])

/** One line: every run of blanks and line breaks is a blank. */
export function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim()
}

/** A note where characters of statements cannot be written (see `legalText`): "2 characters …". */
export function replacedNotes({ nodes }: ArgumentGraph): string[] {
  const count = Object.values(nodes).reduce((sum, { text }) => sum + (text.match(illegal)?.length ?? 0), 0)
  if (count === 0) return []
  const [subject, verb] =
    count === 1
      ? ['1 character of the statements is', 'it is']
      : [`${count} characters of the statements are`, 'they are']
  return [`${subject} none that a text file can hold; ${verb} written as \uFFFD.`]
}

/**
 * The text in lines of at most `width` characters, wide East Asian ones counted twice, broken at blanks where
 * there are any. Line breaks stay. Empty lines at the ends go.
 */
export function wrapText(text: string, width: number): string[] {
  return text
    .trim()
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .flatMap((line) => wrapLine(line.replaceAll(/\s+/g, ' ').trim(), width))
}

function wrapLine(line: string, width: number): string[] {
  const lines: string[] = []
  let current = ''
  let used = 0
  for (const piece of line.split(/(?<= )/).flatMap((word) => piecesOf(word, width))) {
    const size = widthOf(piece.trimEnd())
    if (used > 0 && used + size > width) {
      lines.push(current.trimEnd())
      current = ''
      used = 0
    }
    current += piece
    used += widthOf(piece)
  }
  return [...lines, current.trimEnd()]
}

/** A word, cut where it is too long for a line or where its script needs no blanks. */
function piecesOf(word: string, width: number): string[] {
  if (widthOf(word) <= width && !wide.test(word)) return [word]
  return [...graphemes.segment(word)].map(({ segment }) => segment)
}

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })
const wide = /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60]/

function widthOf(text: string): number {
  let width = 0
  for (const character of text) width += wide.test(character) ? 2 : 1
  return width
}
