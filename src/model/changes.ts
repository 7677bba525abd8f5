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
  /** All other fields of the document with their values, where any of them has changed. */
  readonly fields?: Readonly<Record<string, unknown>>
}

/** What leads from one version to another. Time O(records), size O(what differs). */
export function changesBetween(before: ArgumentGraph, after: ArgumentGraph): GraphChanges {
  const changed: Partial<Record<Table, TableChanges>> = {}
  for (const table of tables) {
    if (before[table] !== after[table]) changed[table] = tableChanges(before[table], after[table])
  }
  const fields = fieldsOf(after)
  const old = fieldsOf(before)
  const names = Object.keys(fields)
  const same = names.length === Object.keys(old).length && names.every((name) => old[name] === fields[name])
  return same ? { tables: changed } : { tables: changed, fields }
}

/** The later version, made from the earlier one; records that have not changed are the very same. */
export function withChanges(graph: ArgumentGraph, changes: GraphChanges): ArgumentGraph {
  const after = { ...(changes.fields ?? fieldsOf(graph)) }
  for (const table of tables) {
    const change = changes.tables[table]
    after[table] = change ? changedTable(graph[table], change) : graph[table]
  }
  // Only what `changesBetween` found in valid documents is put together here.
  return after as unknown as ArgumentGraph
}

type Records = Readonly<Record<string, unknown>>

function tableChanges(before: Records, after: Records): TableChanges {
  const set = Object.entries(after).filter(
    ([id, record]) => !Object.hasOwn(before, id) || before[id] !== record,
  )
  const removed = Object.keys(before).filter((id) => !Object.hasOwn(after, id))
  const ids = Object.keys(after)
  const kept = Object.keys(before).filter((id) => Object.hasOwn(after, id))
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

function fieldsOf(graph: ArgumentGraph): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(graph).filter(([name]) => !(tables as readonly string[]).includes(name)),
  )
}
