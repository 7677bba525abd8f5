/**
 * The one way from any file to a graph: documents of our own, pictures and pages with one inside, and every
 * format that can be read, found by content. Never throws for what a file may hold; every way in which a
 * file may not be opened is a kind of outcome, with a sentence.
 */
import type { ArgumentGraph } from '../model/graph.ts'
import { importLimits, type ImportNote, type ImportOffer } from './conversion.ts'
import { detectFormat } from './detect.ts'
import { carrierOf, carriers, embeddedDocument, explainEmbeddedError, type Carrier } from './embedded.ts'
import { formats, type Format } from './formats.ts'
import type { OpenError } from './json/open-error.ts'
import { readGraph } from './json/read.ts'

export type Opened =
  /** A document of our own, whole; `inside` says in what it travelled, if in anything. */
  | { readonly kind: 'own'; readonly graph: ArgumentGraph; readonly inside?: Carrier }
  | {
      readonly kind: 'imported'
      /** The format's id and name. */
      readonly formatId: string
      readonly format: string
      readonly graph: ArgumentGraph
      readonly notes: readonly ImportNote[]
      readonly offers: readonly ImportOffer[]
    }
  /** Meant to be a document of our own, and something is wrong with it; perhaps it can be repaired. */
  | { readonly kind: 'openError'; readonly error: OpenError; readonly inside?: Carrier }
  | OpenFailure

/** A file that gives no graph: why, and a sentence with a way out. */
export interface OpenFailure {
  readonly kind: 'failed'
  /**
   * unreadable: of a known format, but breaks its rules or limits. noDocument: a picture or page without a
   * document inside. damaged: one whose document cannot be got out. sources: references, without a map.
   * unknown: of no format that can be read.
   */
  readonly why: 'unreadable' | 'noDocument' | 'damaged' | 'sources' | 'unknown'
  readonly message: string
  /** Where in the file, if known: "line 12". */
  readonly place?: string
}

/** What is in a file. The name only helps where the content can be read in two ways. */
export async function openBytes(bytes: Uint8Array, fileName?: string): Promise<Opened> {
  const carrier = carrierOf(bytes)
  if (carrier) {
    const found = await embeddedDocument(bytes)
    if (!found.ok) return failure('damaged', explainEmbeddedError(found.error, carrier))
    if (found.value !== undefined) return ownDocument(found.value, carrier)
    // Other programs' data may look like a page or a picture too.
  }
  if (bytes.length > importLimits.bytes && carrier) return noDocument(carrier)
  const { text, encoding } = decode(bytes)
  const own = isMeantAsOurs(text) ? ownDocument(text) : undefined
  // Another format may hold the words as well, in the place it has for what is ours.
  if (own && !(own.kind === 'openError' && own.error.kind === 'notAGraph')) return own
  const id = detectFormat(text, fileName)
  const format = formats.find((each) => each.id === id)
  // What calls itself JSON and is mere words is a damaged document, not an outline.
  const isNamedJson = /\.json$/i.test(fileName ?? '')
  if (format?.reader && !(isNamedJson && id === 'outline')) return importText(text, format, encoding)
  if (carrier) return noDocument(carrier)
  if (id === 'csl-json') return failure('sources', onlySources)
  // Broken JSON is told by its place; whole JSON, by what tells it from a document.
  if (isNamedJson || text.trimStart().startsWith('{')) return ownDocument(text)
  return failure('unknown', `The file is of no format that can be read. ${readableFormats()}`)
}

/** "Counterpoint reads its own documents, pictures and pages with one inside, Argdown, AIF and OPML." */
export function readableFormats(): string {
  const names = formats.filter(({ reader }) => reader).map(({ name }) => name)
  const all = [
    'its own documents',
    'pictures and web pages that it exported with the document inside',
    ...names,
  ]
  return `Counterpoint reads ${all.slice(0, -1).join(', ')} and ${all.at(-1)}.`
}

/** By the header, which stands at the beginning of everything this program has written. */
function isMeantAsOurs(text: string): boolean {
  return /^\s*\{/.test(text) && /"format"\s*:\s*"counterpoint"/.test(text.slice(0, 4096))
}

function ownDocument(text: string, inside?: Carrier): Opened {
  const where = inside === undefined ? {} : { inside }
  const read = readGraph(text)
  return read.ok
    ? { kind: 'own', graph: read.value, ...where }
    : { kind: 'openError', error: read.error, ...where }
}

async function importText(text: string, format: Format, encoding: Encoding): Promise<Opened> {
  if (!format.reader) throw new Error(`format "${format.id}" has no reader`)
  const read = await (await format.reader())(text)
  if (!read.ok) {
    const { message, place } = read.error
    return { ...failure('unreadable', message), ...(place === undefined ? {} : { place }) }
  }
  const { graph, notes, offers } = read.value
  const guessed = encoding === 'windows-1252' ? [{ message: guessedEncoding }] : []
  return {
    kind: 'imported',
    formatId: format.id,
    format: format.name,
    graph,
    notes: [...guessed, ...notes],
    offers,
  }
}

const guessedEncoding =
  'The file is not in UTF-8; it was read as Windows-1252, so letters with accents may be wrong.'

const onlySources =
  'The file is a list of sources (CSL-JSON) and holds no map. Open a map, and import the sources into it.'

function noDocument(carrier: Carrier): OpenFailure {
  const { name } = carriers[carrier]
  return failure(
    'noDocument',
    `This ${name} has no document inside, so it cannot be opened as a map. Open the file it was made from, or export it again with the document inside.`,
  )
}

function failure(why: OpenFailure['why'], message: string): OpenFailure {
  return { kind: 'failed', why, message }
}

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'

/** UTF-16 shows itself by a byte order mark; what is neither that nor UTF-8 comes from an old program. */
function decode(bytes: Uint8Array): { readonly text: string; readonly encoding: Encoding } {
  const marked =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : 'utf-8'
  try {
    return { text: new TextDecoder(marked, { fatal: true }).decode(bytes), encoding: marked }
  } catch {
    // The only way that a decoder has to say so.
    return { text: new TextDecoder('windows-1252').decode(bytes), encoding: 'windows-1252' }
  }
}
