/** Descriptions in CAF: Markdown in one or several languages, wrapped and indented as XML is. */
import { reservedKeys } from '../../model/ids.ts'
import type { Fields } from '../slot/plain.ts'
import { elementIn, elementsBelow, elementsIn, textIn, type XmlElement } from '../xml.ts'

/** The language that most descriptions of a file are in; of several, the one that comes first. */
export function languageOf(root: XmlElement): string | undefined {
  const counts = new Map<string, number>()
  for (const description of elementsBelow(root, 'description')) {
    const language = description.attributes.get('lang')
    if (language !== undefined) counts.set(language, (counts.get(language) ?? 0) + 1)
  }
  return [...counts].reduce<readonly [string, number] | undefined>(
    (most, one) => (most && most[1] >= one[1] ? most : one),
    undefined,
  )?.[0]
}

/** The description of an element in this language, else in any; the others by language, for `ext`. */
export function described(
  element: XmlElement,
  language: string | undefined,
): { readonly text: string; readonly others: Fields } {
  const list = elementIn(element, 'descriptions')
  const found = elementsIn(list ?? element, 'description')
    .map((one) => ({ language: one.attributes.get('lang') ?? '', text: unwrap(textIn(one)) }))
    .filter(({ text }) => text !== '')
  const main = found.find((one) => one.language === language) ?? found[0]
  const others = found.filter((one) => one !== main && !reservedKeys.has(one.language))
  return {
    text: main?.text ?? '',
    others:
      others.length === 0
        ? {}
        : { descriptions: Object.fromEntries(others.map((one) => [one.language, one.text])) },
  }
}

/** Lines of one paragraph of Markdown as one line, without the indentation of XML. */
function unwrap(text: string): string {
  const lines = text.split(/\r\n|[\n\r]/).map((line) => line.trim())
  let joined = ''
  let before = ''
  for (const line of lines) {
    const isBreak =
      line === '' || before === '' || /^(?:[-*+>#|]|\d{1,9}[.)])/.test(line) || before.startsWith('#')
    joined += `${isBreak ? '\n' : ' '}${line}`
    before = line
  }
  return joined.replaceAll(/\n{3,}/g, '\n\n').trim()
}
