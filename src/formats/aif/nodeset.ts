/**
 * AIF nodesets as AIFdb, OVA and their like write them (Chesñevar and others 2006; the JSON is AIFdb's): a
 * list of nodes and a list of edges, plain or wrapped as xAIF. Reads the text into records that have an id
 * and ends as text; everything else in a record stays as found, but for names that JavaScript reserves.
 */
import type { Result } from '../../model/result.ts'
import { importLimits, type ImportError, type ImportNote } from '../conversion.ts'
import { isTooLarge } from '../json/limits.ts'
import { isWhole, scanJson } from '../json/scan.ts'
import { fieldOf, isFields, isPlain, madePlain, type Fields } from '../slot/plain.ts'

export interface AifNode {
  /** As text, also where the file has a number. */
  readonly id: string
  /** "I", "RA", "CA", "MA", "PA", "L", "TA", "YA" or whatever stands there. */
  readonly type: string
  readonly text: string
  /** The record as found. */
  readonly raw: Fields
}

export interface AifEdge {
  readonly from: string
  readonly to: string
  readonly raw: Fields
}

export interface Nodeset {
  readonly nodes: readonly AifNode[]
  readonly edges: readonly AifEdge[]
  readonly locutions: readonly unknown[]
  /** Other lists at the top, such as participants, as found. */
  readonly rest: Fields
  /** What stands under the name "counterpoint". */
  readonly slot: unknown
}

/** A nodeset, and what surrounds it in an xAIF file. */
export interface NodesetFile {
  readonly nodeset: Nodeset
  /** The members beside `AIF`, such as `text` and `OVA`; empty for plain AIF. */
  readonly wrapper: Fields
  readonly notes: readonly ImportNote[]
}

/** Levels of nesting: enough for a document of our own in the slot. */
const maxDepth = 120

/** The nodeset in a file's text, or why there is none. */
export function parseNodeset(text: string): Result<NodesetFile, ImportError> {
  if (isTooLarge(text, { bytes: importLimits.bytes, depth: 0, records: 0, text: 0 })) {
    const limit = Math.floor(importLimits.bytes / 2 ** 20)
    return failure('tooLarge', `The file is larger than ${limit} MB; split the map into several files.`)
  }
  const json = text.startsWith('\uFEFF') ? text.slice(1) : text
  const scan = scanJson(json, maxDepth)
  if (!isWhole(scan)) {
    const place = `line ${scan.line}, column ${scan.column}`
    if (scan.kind === 'tooDeep') {
      return failure(
        'tooDeep',
        `The file is nested more than ${maxDepth} levels deep, which no nodeset is; choose another file.`,
        place,
      )
    }
    return failure(
      'unreadable',
      scan.kind === 'cutOff'
        ? 'The file ends too early, as if it had been cut off; get a complete copy of it.'
        : `The file is not JSON: ${scan.message}. Correct that place in a text editor, or choose another file.`,
      place,
    )
  }
  const parsed: unknown = JSON.parse(json)
  const wrapped = fieldOf(parsed, 'AIF')
  const root = isFields(wrapped) ? wrapped : parsed
  if (!isFields(root) || !(Object.hasOwn(root, 'nodes') || Object.hasOwn(root, 'edges'))) {
    return failure(
      'unreadable',
      'The file is JSON, but has no list of nodes, so it is no AIF; choose another file.',
    )
  }
  const { AIF: _, counterpoint, ...wrapper } = isFields(wrapped) && isFields(parsed) ? parsed : {}
  const notes: ImportNote[] = scan.problems
    .filter(({ rule }) => rule === 'duplicate-key')
    .map(({ place, wrong }) => ({ place, message: `${wrong}; the last one counts.` }))
  return { ok: true, value: { nodeset: nodesetIn(root, counterpoint, notes), wrapper, notes } }
}

/** Makes records of what a file or `ext` holds; notes what is none. */
export function nodesetIn(root: Fields, slot: unknown, notes: ImportNote[]): Nodeset {
  const { nodes, edges, locutions, counterpoint, ...rest } = root
  const plain = (value: unknown, place: string): unknown => {
    if (value === undefined || isPlain(value)) return value
    notes.push({
      place,
      message:
        'A name that JavaScript reserves, a number beyond all bounds or what is nested too deep is left out.',
    })
    return madePlain(value)
  }
  return {
    nodes: listAt(nodes, 'nodes', notes).flatMap((one, index) => {
      const node = toNode(plain(one, `nodes.${index}`))
      if (!node) notes.push(noRecord(`nodes.${index}`))
      return node ?? []
    }),
    edges: listAt(edges, 'edges', notes).flatMap((one, index) => {
      const edge = toEdge(plain(one, `edges.${index}`))
      if (!edge) notes.push(noRecord(`edges.${index}`))
      return edge ?? []
    }),
    locutions: listAt(plain(locutions, 'locutions'), 'locutions', notes),
    rest: Object.fromEntries(
      Object.entries(rest)
        .filter(([name]) => name !== '__proto__' && name !== 'constructor' && name !== 'prototype')
        .map(([name, value]) => [name, plain(value, name)]),
    ),
    slot: counterpoint ?? slot,
  }
}

function toNode(raw: unknown): AifNode | undefined {
  const id = idText(fieldOf(raw, 'nodeID'))
  if (id === undefined || !isFields(raw)) return undefined
  const [type, text] = [fieldOf(raw, 'type'), fieldOf(raw, 'text')]
  return {
    id,
    type: typeof type === 'string' ? type.trim() : '',
    text: typeof text === 'string' ? text : typeof text === 'number' ? String(text) : '',
    raw,
  }
}

function toEdge(raw: unknown): AifEdge | undefined {
  const [from, to] = [idText(fieldOf(raw, 'fromID')), idText(fieldOf(raw, 'toID'))]
  return from === undefined || to === undefined || !isFields(raw) ? undefined : { from, to, raw }
}

/** Ids are opaque: text, or a number that is written as one. */
export function idText(id: unknown): string | undefined {
  if (typeof id === 'number' && Number.isFinite(id)) return String(id)
  return typeof id === 'string' && id !== '' ? id : undefined
}

/** The id of an edge that has none of its own yet: made of its ends, so that it need not be kept. */
export function usualEdgeId(from: string | number, to: string | number): string {
  return `${from}>${to}`
}

/** A list; null and nothing are empty ones. */
function listAt(value: unknown, place: string, notes: ImportNote[]): readonly unknown[] {
  if (Array.isArray(value)) return value
  if (value !== undefined && value !== null) {
    notes.push({ place, message: 'Where a list should be stands something else; it is left out.' })
  }
  return []
}

function noRecord(place: string): ImportNote {
  return { place, message: 'This is no record with an id or with two ends; it is left out.' }
}

function failure(
  kind: ImportError['kind'],
  message: string,
  place?: string,
): { readonly ok: false; readonly error: ImportError } {
  return { ok: false, error: { kind, message, ...(place === undefined ? {} : { place }) } }
}
