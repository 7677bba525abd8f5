/**
 * What another format cannot say travels beside what it can, in that format's own place for such things,
 * under the name "counterpoint". A slot is the way from the graph as the format's own reader sees it to the
 * graph as it is: fields of records, whole records, and the document's own fields. It is plain JSON.
 * The visible part wins: beside each entry stands the fingerprint of what it was written beside, and where
 * that has been edited elsewhere, the entry is left out and said to be. Whatever a slot holds, the result is
 * valid; and with nothing edited, applySlot(visible, slotFor(graph, visible)) gives the graph, byte for byte.
 */
import type { ArgumentGraph } from '../model/graph.ts'
import { graphSchema } from '../model/schema.ts'
import type { ImportNote } from './conversion.ts'
import { mergeSlot } from './slot/merge.ts'
import { fingerprintOf, recordPatchBetween, splitPatch } from './slot/patch.ts'
import { fieldOf, fingerprint, isSameJson, type Fields } from './slot/plain.ts'
import {
  knownFields,
  slotVersion,
  tables,
  type DocumentPatch,
  type RecordEntry,
  type Slot,
  type Table,
} from './slot/entries.ts'

/**
 * What the format cannot show of a graph: `visible` is the graph as its own reader would see it without a
 * slot. Undefined where it shows everything, so that nothing need be written. `guessed` names fields of
 * records that the file does not say and the reader makes up, such as kinds: they may change with anything.
 */
export function slotFor(
  graph: ArgumentGraph,
  visible: ArgumentGraph,
  guessed: readonly string[] = [],
): Slot | undefined {
  const document = documentPatch(graph, visible)
  const slot: Record<string, unknown> = { version: slotVersion, ...(document ? { document } : {}) }
  const order: Partial<Record<Table, readonly string[]>> = {}
  for (const table of tables) {
    const entries = entriesBetween(visible[table], graph[table], knownFields[table], new Set(guessed))
    if (entries.length > 0) slot[table] = Object.fromEntries(entries)
    const ids = Object.keys(graph[table])
    if (!isSameJson(idsAfter(visible[table], entries), ids)) order[table] = ids
  }
  if (Object.keys(order).length > 0) slot['order'] = order
  return Object.keys(slot).length > 1 ? slot : undefined
}

/**
 * The graph that a slot makes of what a format shows, with notes on every entry that could not be used.
 * `slot` may be anything that a file holds; undefined gives the visible graph itself. `guessed` as when it was
 * written.
 */
export function applySlot(
  visible: ArgumentGraph,
  slot: unknown,
  guessed: readonly string[] = [],
): { readonly graph: ArgumentGraph; readonly notes: readonly ImportNote[] } {
  return slot === undefined ? { graph: visible, notes: [] } : mergeSlot(visible, slot, new Set(guessed))
}

function documentPatch(graph: ArgumentGraph, visible: ArgumentGraph): DocumentPatch | undefined {
  const [seen, meant] = [fieldsOf(visible), fieldsOf(graph)]
  const { fields, ext } = splitPatch(seen, meant, new Set(Object.keys(graphSchema.entries)))
  if (!fields && !ext) return undefined
  const changed = [...Object.keys(fields?.set ?? {}), ...(fields?.without ?? [])]
  const beside = changed.flatMap((name) => {
    const value = fieldOf(seen, name)
    return value === undefined ? [] : [[name, fingerprint(value)] as const]
  })
  return {
    ...(beside.length > 0 ? { beside: Object.fromEntries(beside) } : {}),
    ...fields,
    ...(ext ? { ext } : {}),
  }
}

/** The document's own fields, without the tables of records. */
function fieldsOf(graph: ArgumentGraph): Fields {
  const { sources: _, sections: _1, nodes: _2, relations: _3, ...fields } = graph
  return fields
}

type Records = Readonly<Record<string, Fields>>

function entriesBetween(
  visible: Records,
  wanted: Records,
  known: ReadonlySet<string>,
  guessed: ReadonlySet<string>,
): [string, RecordEntry][] {
  const entries: [string, RecordEntry][] = []
  for (const [id, record] of Object.entries(wanted)) {
    const seen = Object.hasOwn(visible, id) ? visible[id] : undefined
    const entry: RecordEntry | undefined = seen
      ? recordPatchBetween(seen, record, known, guessed)
      : { whole: record }
    if (entry) entries.push([id, entry])
  }
  for (const [id, record] of Object.entries(visible)) {
    if (!Object.hasOwn(wanted, id)) entries.push([id, { gone: true, beside: fingerprintOf(record, guessed) }])
  }
  return entries
}

/** The ids as they come out if nothing but the entries is applied. */
function idsAfter(visible: Records, entries: readonly (readonly [string, RecordEntry])[]): string[] {
  const ids = new Map(Object.keys(visible).map((id) => [id, true]))
  for (const [id, entry] of entries) {
    if ('gone' in entry) ids.delete(id)
    else ids.set(id, true)
  }
  return Object.keys(Object.fromEntries(ids))
}
