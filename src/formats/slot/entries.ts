/**
 * The form of a slot in a file, and how one is read that may hold anything: each entry is checked by
 * itself, so that a broken one costs no other.
 */
import type { ArgumentGraph } from '../../model/graph.ts'
import { nodeSchema, relationSchema, sectionSchema, sourceSchema } from '../../model/schema.ts'
import type { ImportNote } from '../conversion.ts'
import type { ExtPatch, Patch, RecordPatch } from './patch.ts'
import { fieldOf, isFields, isPlain, type Fields } from './plain.ts'

/** The version of the form described here. */
export const slotVersion = 1

/** The tables of records, in the order in which references lead from later to earlier ones. */
export const tables = ['sources', 'sections', 'nodes', 'relations'] as const

/** The name of a table of records. */
export type Table = (typeof tables)[number]

/** The fields of each table's records that the schema knows, whose order is the schema's. */
export const knownFields: Readonly<Record<Table, ReadonlySet<string>>> = {
  sources: new Set(Object.keys(sourceSchema.entries)),
  sections: new Set(Object.keys(sectionSchema.entries)),
  nodes: new Set(Object.keys(nodeSchema.entries)),
  relations: new Set(Object.keys(relationSchema.entries)),
}

/** A record that the format does not show at all. */
export interface WholeEntry {
  readonly whole: Fields
}

/** A record that the format shows and the graph does not have, such as a stand-in. */
export interface GoneEntry {
  readonly gone: true
  readonly beside: string
}

/** What a slot says of one record. */
export type RecordEntry = WholeEntry | GoneEntry | RecordPatch

/** Changes to the document's own fields; each that replaces a visible one with the fingerprint of that. */
export interface DocumentPatch extends Patch {
  readonly beside?: Readonly<Record<string, string>>
  readonly ext?: ExtPatch
}

/** A slot as JSON. */
export type Slot = Readonly<Record<string, unknown>>

/** A slot as far as it could be read. */
export interface ParsedSlot {
  readonly document: DocumentPatch
  readonly records: Readonly<Record<Table, ReadonlyMap<string, RecordEntry>>>
  readonly order: Readonly<Partial<Record<Table, readonly string[]>>>
  readonly notes: readonly ImportNote[]
}

/** Reads a slot that may be anything; empty, with a note, where it is none that this program knows. */
export function parseSlot(slot: unknown): ParsedSlot {
  const notes: ImportNote[] = []
  const version = fieldOf(slot, 'version')
  const isKnown = version === slotVersion
  if (!isKnown) {
    notes.push({
      place: 'counterpoint',
      message:
        typeof version === 'number' && version > slotVersion
          ? 'What Counterpoint had kept in the file was written by a newer version and is left out; open the file with that version.'
          : 'What stands under the name “counterpoint” was not written by Counterpoint and is left out.',
    })
  }
  const part = (name: string): unknown => (isKnown ? fieldOf(slot, name) : undefined)
  const readTable = (table: Table): ReadonlyMap<string, RecordEntry> => {
    const entries = new Map<string, RecordEntry>()
    const found = part(table)
    if (found !== undefined && !isFields(found)) notes.push(unusable(table))
    for (const [id, value] of isFields(found) ? Object.entries(found) : []) {
      const entry = isPlain(value) ? readEntry(value) : undefined
      if (entry) entries.set(id, entry)
      else notes.push(unusable(`${table}.${id}`))
    }
    return entries
  }
  const document = readDocument(part('document'))
  if (!document) notes.push(unusable('document'))
  return {
    document: document ?? {},
    records: {
      sources: readTable('sources'),
      sections: readTable('sections'),
      nodes: readTable('nodes'),
      relations: readTable('relations'),
    },
    order: readOrder(part('order')),
    notes,
  }
}

function unusable(place: string): ImportNote {
  return { place, message: 'What Counterpoint had kept here cannot be read and is left out.' }
}

function readEntry(value: unknown): RecordEntry | undefined {
  const whole = fieldOf(value, 'whole')
  if (whole !== undefined) return isFields(whole) ? { whole } : undefined
  const beside = fieldOf(value, 'beside')
  if (typeof beside !== 'string') return undefined
  if (fieldOf(value, 'gone') === true) return { gone: true, beside }
  const patch = readPatch(value)
  const ext = readExt(fieldOf(value, 'ext'))
  return patch && ext && { beside, ...patch, ...(ext.beside === '' ? {} : { ext }) }
}

function readDocument(value: unknown): DocumentPatch | undefined {
  if (value === undefined) return {}
  const patch = isPlain(value) ? readPatch(value) : undefined
  const ext = readExt(fieldOf(value, 'ext'))
  const beside = fieldOf(value, 'beside') ?? {}
  if (!patch || !ext || !isFields(beside)) return undefined
  const texts = Object.entries(beside).flatMap(([name, text]) =>
    typeof text === 'string' ? [[name, text] as const] : [],
  )
  const names = [...Object.keys(patch.set ?? {}), ...(patch.without ?? [])]
  // The tables have entries of their own.
  if (names.some((name) => (tables as readonly string[]).includes(name))) return undefined
  return { beside: Object.fromEntries(texts), ...patch, ...(ext.beside === '' ? {} : { ext }) }
}

/** A patch of `ext`; with an empty fingerprint where there is none. */
function readExt(value: unknown): ExtPatch | undefined {
  if (value === undefined) return { beside: '' }
  const beside = fieldOf(value, 'beside')
  const patch = readPatch(value)
  return typeof beside === 'string' && patch ? { beside, ...patch } : undefined
}

function readPatch(value: unknown): Patch | undefined {
  if (!isFields(value)) return undefined
  const set = fieldOf(value, 'set') ?? {}
  const without = fieldOf(value, 'without') ?? []
  const order = fieldOf(value, 'order')
  if (!isFields(set) || !isTexts(without) || !(order === undefined || isTexts(order))) return undefined
  return { set, without, ...(order ? { order } : {}) }
}

function readOrder(value: unknown): ParsedSlot['order'] {
  const order: Partial<Record<keyof Pick<ArgumentGraph, Table>, readonly string[]>> = {}
  for (const table of tables) {
    const ids = fieldOf(value, table)
    if (isTexts(ids)) order[table] = ids
  }
  return order
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'string')
}
