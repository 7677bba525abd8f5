/**
 * Which format a text is in, found by its content: names of files lie, and pasted text has none. The name
 * only decides where a text can be read in two ways. Looking takes linear time whatever the text holds,
 * and nothing is thrown; whether the text keeps to its format's rules is for the reader to say.
 */
import { importLimits } from './conversion.ts'
import { detectText } from './detect-text.ts'
import { fieldOf, isFields } from './slot/plain.ts'
import { rootOf } from './tags.ts'

/** The formats that are told apart here: ids of the table of formats, and our own documents and sources. */
export type FormatId =
  | 'counterpoint'
  | 'aif'
  | 'xaif'
  | 'argdown'
  | 'csl-json'
  | 'kialo'
  | 'arggraph'
  | 'sadface'
  | 'carneades'
  | 'caf'
  | 'graphml'
  | 'outline'
  | 'opml'
  | 'freemind'
  | 'iccma'

/**
 * The format of a text, or undefined for one that no reader could make sense of: pictures, web pages,
 * programs, bytes. Text without any mark of a format is an outline.
 */
export function detectFormat(text: string, fileName?: string): FormatId | undefined {
  const start = startOf(text)
  if (start === undefined) return undefined
  const opening = text.charAt(start)
  if (opening === '{' || opening === '[') {
    const found = detectJson(text)
    // A title in brackets opens an Argdown statement too.
    if (found !== undefined || opening === '{' || isJson(text)) return found
  }
  if (opening === '<') {
    const found = detectMarkup(text, start)
    if (found !== 'text') return found
  }
  return detectText(text, fileName)
}

/** Where the text begins, behind a byte order mark and blanks. */
function startOf(text: string): number | undefined {
  const start = text.search(/[^\s\uFEFF]/)
  return start === -1 ? undefined : start
}

/** By the name of the root, without its prefix. Pictures and web pages are not among them. */
const xmlFormats: ReadonlyMap<string, FormatId> = new Map([
  ['arggraph', 'arggraph'],
  ['caf', 'caf'],
  ['graphml', 'graphml'],
  ['opml', 'opml'],
  ['map', 'freemind'],
])

/** What begins with `<` is markup, known or not, or Argdown, whose arguments stand in the same brackets. */
function detectMarkup(text: string, start: number): FormatId | 'text' | undefined {
  const isDeclared = /^<(?:\?xml|!doctype)/i.test(text.slice(start, start + 10))
  const name = rootOf(text)?.name.slice(0, 200) ?? ''
  const format = xmlFormats.get(name.slice(name.indexOf(':') + 1).toLowerCase())
  if (format && (format !== 'freemind' || isDeclared || text.includes('<node'))) return format
  return isDeclared || (name !== '' && text.includes(`</${name}>`)) ? undefined : 'text'
}

function detectJson(text: string): FormatId | undefined {
  const value = parseJson(text)
  return value === undefined ? detectBrokenJson(text) : detectValue(value)
}

function detectValue(value: unknown): FormatId | undefined {
  if (Array.isArray(value)) {
    const isItem = (item: unknown): boolean =>
      typeof fieldOf(item, 'type') === 'string' && fieldOf(item, 'id') !== undefined
    return value.length > 0 && value.every(isItem) ? 'csl-json' : undefined
  }
  if (fieldOf(value, 'format') === 'counterpoint') return 'counterpoint'
  if (fieldOf(value, 'AIF') !== undefined || fieldOf(value, 'OVA') !== undefined) return 'xaif'
  const [nodes, edges] = [fieldOf(value, 'nodes'), fieldOf(value, 'edges')]
  if (Array.isArray(nodes)) {
    if (nodes.some((node) => fieldOf(node, 'nodeID') !== undefined)) return 'aif'
    if (nodes.some((node) => fieldOf(node, 'type') === 'atom')) return 'sadface'
    const isArgument = Array.isArray(fieldOf(value, 'resources')) || isFields(fieldOf(value, 'metadata'))
    if (Array.isArray(edges) && isArgument) return 'sadface'
    if (nodes.length === 0 && Array.isArray(edges)) return 'aif'
  }
  // YAML is a superset of JSON.
  return isFields(fieldOf(value, 'statements')) ? 'carneades' : undefined
}

/** Cut off, damaged or too large to parse only for this: by the words that stand in it. */
function detectBrokenJson(text: string): FormatId | undefined {
  const head = text.slice(0, 200_000)
  if (/"format"\s*:\s*"counterpoint"/.test(head)) return 'counterpoint'
  if (/"(?:AIF|OVA)"\s*:/.test(head)) return 'xaif'
  if (/"nodeID"\s*:/.test(head)) return 'aif'
  if (/"type"\s*:\s*"atom"/.test(head) || /"source_id"\s*:/.test(head)) return 'sadface'
  return /^\s*\[\s*\{/.test(head) && /"type"\s*:/.test(head) && /"id"\s*:/.test(head) ? 'csl-json' : undefined
}

function isJson(text: string): boolean {
  return parseJson(text) !== undefined
}

function parseJson(text: string): unknown {
  if (text.length > importLimits.bytes) return undefined
  try {
    return JSON.parse(text.startsWith('\uFEFF') ? text.slice(1) : text)
  } catch {
    // The only way that the parser has to say so.
    return undefined
  }
}
