/**
 * What has changed between two versions of a document, record by record, as small plain data: so that a
 * worker can hold a copy of the document and each edit sends it only what the edit touched. Versions share
 * unchanged records, so comparing them costs no more than looking each record up.
 */
import type { ArgumentGraph } from './graph.ts'

const tables = ['sources', 'sections', 'nodes', 'relations'] as const
type Table = (typeof tables)[number]

interface TableChanges {
  /** Records that are new or different, in the order of the document. */
  readonly set: readonly (readonly [id: string, record: unknown])[]
  readonly removed: readonly string[]
  /** All ids in the order of the document, where setting and removing alone would give another order. */
  readonly order?: readonly string[]
}

/** The way from one version of a document to the next. */
export interface GraphChanges {
  readonly tables: Readonly<Partial<Record<Table, TableChanges>>>
  /**
   * All other fields of the document with their values, where any of them has changed; null in the place of
   * each table.
   */
  readonly fields?: Readonly<Record<string, unknown>>
}

/** The latest way found to each version: several workers ask for the same one. */
const found = new WeakMap<ArgumentGraph, { readonly before: ArgumentGraph; readonly changes: GraphChanges }>()

/** What leads from one version to another. Time O(records), size O(what differs). */
export function changesBetween(before: ArgumentGraph, after: ArgumentGraph): GraphChanges {
  const known = found.get(after)
  if (known?.before === before) return known.changes
  const changed: Partial<Record<Table, TableChanges>> = {}
  for (const table of tables) {
    if (before[table] !== after[table]) changed[table] = tableChanges(before[table], after[table])
  }
  const fields = fieldsOf(after)
  const changes = sameEntries(fieldsOf(before), fields) ? { tables: changed } : { tables: changed, fields }
  found.set(after, { before, changes })
  return changes
}

/**
 * The later version, made from the earlier one, with its records and fields in the same order; records that
 * have not changed are the very same, and so is the document where nothing has.
 */
export function withChanges(graph: ArgumentGraph, changes: GraphChanges): ArgumentGraph {
  if (!changes.fields && Object.keys(changes.tables).length === 0) return graph
  const entries = Object.entries(changes.fields ?? fieldsOf(graph)).map(
    ([name, value]): [string, unknown] => {
      if (!isTable(name)) return [name, value]
      const change = changes.tables[name]
      return [name, change ? changedTable(graph[name], change) : graph[name]]
    },
  )
  // Only what `changesBetween` found in valid documents is put together here.
  return Object.fromEntries(entries) as unknown as ArgumentGraph
}

type Records = Readonly<Record<string, unknown>>

function tableChanges(before: Records, after: Records): TableChanges {
  const [old, ids] = [Object.keys(before), Object.keys(after)]
  const set = ids
    .filter((id) => before[id] !== after[id] || !Object.hasOwn(before, id))
    .map((id) => [id, after[id]] as const)
  // Most edits touch a few records and leave the ids as they are.
  if (ids.length === old.length && ids.every((id, index) => old[index] === id)) return { set, removed: [] }
  const removed = old.filter((id) => !Object.hasOwn(after, id))
  const kept = old.filter((id) => Object.hasOwn(after, id))
  const added = set.flatMap(([id]) => (Object.hasOwn(before, id) ? [] : [id]))
  const reached = [...kept, ...added]
  return ids.every((id, index) => reached[index] === id) ? { set, removed } : { set, removed, order: ids }
}

function changedTable(before: Records, { set, removed, order }: TableChanges): Records {
  const records = new Map(Object.entries(before))
  for (const id of removed) records.delete(id)
  for (const [id, record] of set) records.set(id, record)
  const entries = order ? order.map((id): [string, unknown] => [id, records.get(id)]) : [...records]
  // Defines properties instead of assigning them, so that no name can reach a prototype.
  return Object.fromEntries(entries)
}

function fieldsOf(graph: ArgumentGraph): Records {
  return Object.fromEntries(
    Object.entries(graph).map(([name, value]) => [name, isTable(name) ? null : value]),
  )
}

function sameEntries(a: Records, b: Records): boolean {
  const [entries, others] = [Object.entries(a), Object.entries(b)]
  return (
    entries.length === others.length &&
    entries.every(([name, value], index) => others[index]?.[0] === name && others[index][1] === value)
  )
}

function isTable(name: string): name is Table {
  return (tables as readonly string[]).includes(name)
}
