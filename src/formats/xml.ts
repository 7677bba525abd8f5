/**
 * XML as an ordered tree of elements and texts, for the readers of formats that use it. Files are checked to
 * be well formed first, since the parser passes over what is cut off. Entities are never expanded: only the
 * five named references and numbered ones are decoded, and files that declare more are refused. Texts keep
 * their blanks. Names reach no object, so no file can reach a prototype.
 */
import { reservedKeys } from '../model/ids.ts'
import { shorten } from '../model/naming.ts'
import type { Result } from '../model/result.ts'
import { importLimits, type ImportError } from './conversion.ts'
import { failed, refusalOfSize } from './import-error.ts'
import { fieldOf, isFields, type Fields } from './slot/plain.ts'
import { decodeReferences } from './tags.ts'

/** An element with its content in the order of the file. */
export interface XmlElement {
  /** As written, with a prefix if there is one: "y:NodeLabel". */
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  /** Elements, and texts with references decoded; CDATA is text. Comments are left out. */
  readonly content: readonly (XmlElement | string)[]
  /** Line of the opening tag, from 1. */
  readonly line: number
}

/** The root of a well-formed text within the limits of size and depth. */
export async function parseXml(text: string): Promise<Result<XmlElement, ImportError>> {
  const refusal = refusalOfSize(text)
  if (refusal) return refusal
  const xml = text.replace(/^\uFEFF?\s*/, '')
  const linesBefore = countBreaks(text.slice(0, text.length - xml.length))
  if (hasDeclarations(xml)) {
    return failed(
      'refused',
      'The file declares entities or elements of its own (<!DOCTYPE … [ … ]>), which can make small files huge; take the declaration out.',
    )
  }
  const { XMLParser, XMLValidator } = await import('fast-xml-parser')
  const checked = attempt(() => XMLValidator.validate(xml))
  if (!checked.ok || checked.value !== true) {
    const error = checked.ok && checked.value !== true ? checked.value.err : undefined
    return failed(
      'unreadable',
      `The file is not well-formed XML${error ? ` (${quoteFault(error.msg)})` : ''}; it may be cut off, so get it again or correct it.`,
      error ? `line ${error.line + linesBefore}` : undefined,
    )
  }
  const parsed = attempt((): unknown => new XMLParser(options).parse(xml))
  if (!parsed.ok) {
    return /nested/i.test(parsed.error)
      ? failed(
          'tooDeep',
          `The elements of the file are nested more than ${importLimits.depth} deep; flatten it.`,
        )
      : failed('unreadable', `The file cannot be read (${quoteFault(parsed.error)}); correct it there.`)
  }
  const symbol: unknown = XMLParser.getMetaDataSymbol()
  const lineAt = linesOf(xml, linesBefore)
  const roots = toContent(parsed.value, typeof symbol === 'symbol' ? symbol : Symbol('none'), lineAt).filter(
    (one): one is XmlElement => typeof one !== 'string',
  )
  const [root] = roots
  if (!root || roots.length > 1) {
    return failed(
      'unreadable',
      'The file has more or less than one outermost element; it is no whole XML file.',
    )
  }
  return { ok: true, value: root }
}

/** Names begin with a letter, so what is not the parser's own is an element. */
const options = {
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  trimValues: false,
  parseTagValue: false,
  parseAttributeValue: false,
  processEntities: false,
  cdataPropName: '#cdata',
  ignoreDeclaration: true,
  ignorePiTags: true,
  captureMetaData: true,
  maxNestedTags: importLimits.depth,
} as const

/** The name without its prefix: "NodeLabel". */
export function localName({ name }: XmlElement): string {
  return name.slice(name.indexOf(':') + 1)
}

/** The elements directly inside, of this local name if one is given, in the order of the file. */
export function elementsIn(element: XmlElement, name?: string): XmlElement[] {
  return element.content.filter(
    (one): one is XmlElement => typeof one !== 'string' && (name === undefined || localName(one) === name),
  )
}

/** The first element of this local name directly inside. */
export function elementIn(element: XmlElement, name: string): XmlElement | undefined {
  return elementsIn(element, name)[0]
}

/** All text inside, however deep. */
export function textIn(element: XmlElement): string {
  return element.content.map((one) => (typeof one === 'string' ? one : textIn(one))).join('')
}

/** All elements inside of this local name, however deep, in the order of the file. */
export function elementsBelow(element: XmlElement, name: string): XmlElement[] {
  const found: XmlElement[] = []
  const look = (inside: XmlElement): void => {
    for (const one of inside.content) {
      if (typeof one === 'string') continue
      if (localName(one) === name) found.push(one)
      look(one)
    }
  }
  look(element)
  return found
}

/** The attributes as plain JSON, without names that JavaScript reserves. */
export function attributesOf({ attributes }: XmlElement): Readonly<Record<string, string>> {
  return Object.fromEntries([...attributes].filter(([name]) => !reservedKeys.has(name)))
}

/** Parsed order: each item has one name with its content, and ":@" with its attributes. */
function toContent(
  items: unknown,
  symbol: symbol,
  lineAt: (index: number) => number,
): (XmlElement | string)[] {
  if (!Array.isArray(items)) return []
  return items.flatMap((item: unknown): (XmlElement | string)[] => {
    if (typeof item !== 'object' || item === null) return []
    const [name] = Object.keys(item).filter((key) => key !== ':@')
    if (name === undefined) return []
    const inside: unknown = Reflect.get(item, name)
    if (name === '#text') return typeof inside === 'string' ? [decodeReferences(inside)] : []
    if (name === '#cdata') return [rawText(inside)]
    const meta: unknown = Reflect.get(item, symbol)
    const index = fieldOf(meta, 'startIndex')
    const attributes = Object.entries(fieldsOf(fieldOf(item, ':@')))
    return [
      {
        name,
        attributes: new Map(attributes.map(([key, value]) => [key, decodeReferences(String(value))])),
        content: toContent(inside, symbol, lineAt),
        line: lineAt(typeof index === 'number' ? index : 0),
      },
    ]
  })
}

function rawText(items: unknown): string {
  if (!Array.isArray(items)) return ''
  return items
    .map((item) => fieldOf(item, '#text'))
    .filter((text) => typeof text === 'string')
    .join('')
}

function fieldsOf(value: unknown): Fields {
  return isFields(value) ? value : {}
}

/** Whether a document type with an internal subset stands before the root. */
function hasDeclarations(xml: string): boolean {
  let at = 0
  for (;;) {
    const rest = xml.slice(at, at + 9)
    const end = rest.startsWith('<?') ? '?>' : rest.startsWith('<!--') ? '-->' : undefined
    if (end === undefined) {
      if (/^<!doctype/i.test(rest)) return opensSubset(xml, at)
      return false
    }
    const next = xml.indexOf(end, at + 2)
    if (next === -1) return false
    at = next + end.length
    while (isBlank(xml.charCodeAt(at))) at += 1
  }
}

/** Whether `[` stands before the end of the document type, outside of quotation marks. */
function opensSubset(xml: string, start: number): boolean {
  let quote = ''
  for (let at = start; at < xml.length; at += 1) {
    const character = xml.charAt(at)
    if (quote !== '') quote = character === quote ? '' : quote
    else if (character === '"' || character === "'") quote = character
    else if (character === '[') return true
    else if (character === '>') return false
  }
  return false
}

function isBlank(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13)
}

/** The line of each place, asked for in any order. */
function linesOf(xml: string, before: number): (index: number) => number {
  const breaks: number[] = []
  for (let at = xml.indexOf('\n'); at !== -1; at = xml.indexOf('\n', at + 1)) breaks.push(at)
  return (index) => {
    let [low, high] = [0, breaks.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((breaks[middle] ?? 0) < index) low = middle + 1
      else high = middle
    }
    return before + low + 1
  }
}

function countBreaks(text: string): number {
  return text.split('\n').length - 1
}

function quoteFault(message: string): string {
  return shorten(message.replace(/\.$/, ''), 80)
}

function attempt<T>(run: () => T): Result<T, string> {
  try {
    return { ok: true, value: run() }
  } catch (error) {
    return { ok: false, error: error instanceof Error ? error.message : String(error) }
  }
}
