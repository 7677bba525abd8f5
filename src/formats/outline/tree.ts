/**
 * Outlines as trees of XML elements, as OPML and Freemind have them: what all of these share. Stances stand
 * before the words, as in outlines of text; the limit of depth is the parser's.
 */
import type { RelationKind } from '../../model/kinds.ts'
import { elementsIn, localName, type XmlElement } from '../xml.ts'
import { markedLine } from './markers.ts'

/** A text without the sign or word before it that says for or against; numbers and bullets stay. */
export function signedText(text: string): {
  readonly words: string
  readonly stance?: Extract<RelationKind, 'supports' | 'attacks'>
} {
  const { words, stance } = markedLine(text.trim())
  return stance ? { words, stance } : { words: text.trim() }
}

const blocks: ReadonlySet<string> = new Set(
  'p div li ul ol br tr table h1 h2 h3 h4 h5 h6 pre blockquote'.split(' '),
)

/** HTML that was parsed as XML, as plain text: blocks begin lines, blanks are single, scripts and styles are nothing. */
export function htmlText(element: XmlElement): string {
  const pieces: string[] = []
  const walk = (one: XmlElement): void => {
    const name = localName(one).toLowerCase()
    if (name === 'head' || name === 'style' || name === 'script') return
    if (blocks.has(name)) pieces.push('\n')
    for (const inside of one.content) {
      if (typeof inside === 'string') pieces.push(inside.replaceAll(/\s+/g, ' '))
      else walk(inside)
    }
    if (blocks.has(name) && name !== 'br') pieces.push('\n')
  }
  walk(element)
  return pieces
    .join('')
    .split('\n')
    .map((line) => line.replaceAll(/ +/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n')
}

/** Elements of a tree with the one each stands in, in the order of the file; however many. */
export function* walkTree(
  root: XmlElement,
  name: string,
): Generator<{ readonly element: XmlElement; readonly parent: XmlElement | undefined }> {
  const waiting = elementsIn(root, name)
    .reverse()
    .map((element): { element: XmlElement; parent: XmlElement | undefined } => ({
      element,
      parent: undefined,
    }))
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    yield next
    const { element } = next
    for (const child of elementsIn(element, name).reverse()) waiting.push({ element: child, parent: element })
  }
}
