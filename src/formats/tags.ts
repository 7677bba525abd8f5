/**
 * The tags of SVG and HTML one after the other, as far as finding an element takes: comments, CDATA and
 * declarations are passed over, attributes are read with their references decoded. Nothing is checked to be
 * well formed. Linear in the length of the text.
 */

export interface Tag {
  readonly name: string
  /** As written, with references decoded; of an attribute that stands twice, the first. */
  readonly attributes: ReadonlyMap<string, string>
  /** Where the tag begins, and the first place after it. */
  readonly start: number
  readonly end: number
  /** Whether it ends with "/>", as empty elements of XML do. */
  readonly empty: boolean
}

/** The first opening tag at or after a place; undefined when there is none, or the text ends within it. */
export function tagAfter(text: string, place: number): Tag | undefined {
  for (let at = text.indexOf('<', place); at >= 0; at = text.indexOf('<', at)) {
    const skipped = passOver(text, at)
    if (skipped === undefined) return readTag(text, at)
    // What has no end reaches to the end of the text.
    if (skipped < 0) return undefined
    at = skipped
  }
  return undefined
}

/** Name of the root element and of the document type before it; undefined where the text begins with anything else. */
export function rootOf(text: string): { readonly name: string; readonly doctype?: string } | undefined {
  let doctype: string | undefined
  for (let at = pass(leading, text, 0); ; at = pass(whites, text, at)) {
    if (text[at] !== '<') return undefined
    if (isNameStart(text.charCodeAt(at + 1))) {
      const end = find(nameEnd, text, at + 1)
      if (end < 0) return undefined
      const name = text.slice(at + 1, end)
      return doctype === undefined ? { name } : { name, doctype }
    }
    const declared = doctypeHere(text, at)
    doctype ??= declared?.name
    at = declared?.end ?? passOver(text, at) ?? -1
    if (at < 0) return undefined
  }
}

/** The text with the five named references of XML and numbered ones in place of what they stand for. */
export function decodeReferences(text: string): string {
  return text.replaceAll(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(amp|lt|gt|quot|apos));/gi, (whole, ...groups) => {
    const [decimal, hexadecimal, name] = groups as (string | undefined)[]
    if (name !== undefined) return named.get(name) ?? whole
    const point = decimal === undefined ? Number.parseInt(hexadecimal ?? '', 16) : Number(decimal)
    return point <= 0x10_ff_ff ? String.fromCodePoint(point) : whole
  })
}

const named: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
])

/** Where to go on if no opening tag is here; -1 for nowhere, undefined if one is. */
function passOver(text: string, at: number): number | undefined {
  const next = text.charCodeAt(at + 1)
  if (next === exclamation) {
    if (text.startsWith('<!--', at)) return after(text, '-->', at + 4)
    if (text.startsWith('<![CDATA[', at)) return after(text, ']]>', at + 9)
    return after(text, '>', at)
  }
  if (next === question) return after(text, '?>', at)
  return isNameStart(next) ? undefined : at + 1
}

/** A document type, with any declarations inside. */
function doctypeHere(text: string, at: number): { readonly name: string; readonly end: number } | undefined {
  if (text.slice(at, at + 9).toLowerCase() !== '<!doctype') return undefined
  const begin = pass(whites, text, at + 9)
  const name = text.slice(begin, find(doctypeNameEnd, text, begin))
  const subset = text.indexOf('[', begin)
  const close = text.indexOf('>', begin)
  const inside = subset >= 0 && subset < close
  return { name, end: after(text, '>', inside ? text.indexOf(']', subset) : begin) }
}

const doctypeNameEnd = /[\s>[]/g
const leading = /[\s\uFEFF]*/g
const exclamation = 0x21
const question = 0x3f

function after(text: string, end: string, from: number): number {
  const found = text.indexOf(end, from)
  return found < 0 ? -1 : found + end.length
}

function isNameStart(unit: number): boolean {
  return (unit >= 65 && unit <= 90) || (unit >= 97 && unit <= 122) || unit === 95 || unit > 127
}

const nameEnd = /[\s/>]/g
const blanks = /[\s/]*/g
const attributeNameEnd = /[\s/>=]/g

function readTag(text: string, start: number): Tag | undefined {
  const nameStop = find(nameEnd, text, start + 1)
  if (nameStop < 0) return undefined
  const attributes = new Map<string, string>()
  for (let at = nameStop; ;) {
    at = pass(blanks, text, at)
    if (at >= text.length) return undefined
    if (text[at] === '>') {
      const name = text.slice(start + 1, nameStop)
      return { name, attributes, start, end: at + 1, empty: text[at - 1] === '/' }
    }
    // An equals sign in the place of a name is part of it, so that each round goes on.
    const stop = find(attributeNameEnd, text, at + 1)
    if (stop < 0) return undefined
    const name = text.slice(at, stop)
    const value = readValue(text, stop)
    if (!value) return undefined
    if (!attributes.has(name)) attributes.set(name, decodeReferences(value.text))
    at = value.end
  }
}

/** What is given to an attribute; nothing where no equals sign follows. */
function readValue(text: string, at: number): { readonly text: string; readonly end: number } | undefined {
  const equals = pass(whites, text, at)
  if (text[equals] !== '=') return { text: '', end: at }
  const begin = pass(whites, text, equals + 1)
  const quote = text[begin]
  if (quote === '"' || quote === "'") {
    const close = text.indexOf(quote, begin + 1)
    return close < 0 ? undefined : { text: text.slice(begin + 1, close), end: close + 1 }
  }
  const end = find(unquotedEnd, text, begin)
  return end < 0 ? undefined : { text: text.slice(begin, end), end }
}

const whites = /\s*/g
const unquotedEnd = /[\s>]/g

/** The first place from here at which the pattern matches, or -1. */
function find(pattern: RegExp, text: string, from: number): number {
  pattern.lastIndex = from
  return pattern.exec(text)?.index ?? -1
}

/** The first place from here that the pattern, which matches anywhere, does not reach. */
function pass(pattern: RegExp, text: string, from: number): number {
  pattern.lastIndex = from
  pattern.exec(text)
  return pattern.lastIndex
}
