/**
 * The text of an xAIF file: HTML in which spans mark the words of nodes. It is read as plain text, without a
 * DOM: tags go, blocks become lines, references become characters, scripts and styles are left out with what
 * they hold. Linear in the length of the text.
 */
import { oneLine } from '../plain-text.ts'
import { decodeReferences } from '../tags.ts'

/** A text without markup, and the words that are marked in it by the id of the node they belong to. */
export interface MarkedText {
  readonly text: string
  readonly marks: readonly { readonly node: string; readonly words: string }[]
}

const blocks: ReadonlySet<string> = new Set(
  'address article aside blockquote br dd div dl dt figure footer h1 h2 h3 h4 h5 h6 header hr li main ol p pre section table td th tr ul'.split(
    ' ',
  ),
)

const hidden: ReadonlySet<string> = new Set(['script', 'style', 'template', 'noscript'])

/** More marks inside each other than this are not followed. */
const maxDepth = 100

/** The plain text of a piece of HTML, with what its spans mark. */
export function readMarkedText(html: string): MarkedText {
  const marks: { node: string; words: string }[] = []
  const open: { node: string | undefined; start: number }[] = []
  let text = ''
  let at = 0
  while (at < html.length) {
    const tag = html.indexOf('<', at)
    const end = tag < 0 ? html.length : tag
    text += decodeReferences(html.slice(at, end)).replaceAll('\u00A0', ' ').replaceAll('&nbsp;', ' ')
    if (tag < 0) break
    const { name, isEnd, markup } = readTag(html.slice(tag, tag + maxTag))
    if (name === undefined && !html.startsWith('<!', tag) && !html.startsWith('<?', tag)) {
      // A bare "<" is text.
      text += '<'
      at = tag + 1
      continue
    }
    at = html.startsWith('<!--', tag) ? after(html, '-->', tag) : after(html, '>', tag)
    if (name === undefined) continue
    if (blocks.has(name)) text += '\n'
    if (hidden.has(name) && !isEnd) at = afterElement(html, name, at)
    if (name !== 'span') continue
    if (!isEnd) {
      if (open.length < maxDepth) open.push({ node: nodeIn(markup), start: text.length })
    } else {
      const mark = open.pop()
      if (mark?.node !== undefined) marks.push({ node: mark.node, words: oneLine(text.slice(mark.start)) })
    }
  }
  const lines = text.split('\n').map((line) => line.replaceAll(/[ \t\r]+/g, ' ').trim())
  return {
    text: lines
      .join('\n')
      .replaceAll(/\n{3,}/g, '\n\n')
      .trim(),
    marks: marks.filter(({ words }) => words !== ''),
  }
}

/** No tag that matters is longer. */
const maxTag = 2000

function readTag(markup: string): { name: string | undefined; isEnd: boolean; markup: string } {
  const name = /^<\/?([a-z][a-z0-9]*)/i.exec(markup)?.[1]?.toLowerCase()
  const end = markup.indexOf('>')
  return { name, isEnd: markup.startsWith('</'), markup: end < 0 ? markup : markup.slice(0, end) }
}

/** The id that `id="node7"` names: "7". */
function nodeIn(markup: string): string | undefined {
  const found = /\sid\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/i.exec(markup)
  const id = found?.[1] ?? found?.[2] ?? found?.[3]
  return id?.startsWith('node') ? id.slice('node'.length) : undefined
}

function after(html: string, end: string, from: number): number {
  const found = html.indexOf(end, from)
  return found < 0 ? html.length : found + end.length
}

/** The first place after an element whose content is no text. */
function afterElement(html: string, name: string, from: number): number {
  const ending = new RegExp(`</${name}[^a-z0-9]`, 'gi')
  ending.lastIndex = from
  const found = ending.exec(html)
  return found ? after(html, '>', found.index) : html.length
}
