/**
 * Order keys for what is inserted or moved among siblings. Siblings are the relations into one target,
 * the roots of the map, or the linked premises of one relation (the last two by the order of the nodes).
 * Files written by hand may lack keys, repeat them or hold ones that leave no room: then the group gets
 * new keys in the order in which it stands, within the same transaction, and nothing else changes.
 */
import type { Draft } from 'immer'
import type { ArgumentGraph, ElementId, NodeId } from '../../model/graph.ts'
import { compareKeys, inOrder, keysBetween } from '../../model/order.ts'
import { relationsInto, structureOf } from '../../model/structure.ts'

/** Keys for what is placed, and new keys for the siblings that needed them. */
export interface Placement {
  readonly keys: readonly string[]
  readonly rekeyed: ReadonlyMap<string, string>
}

type Ordered = Readonly<Record<string, { readonly order?: string | undefined }>>

/** Keys for `count` records placed at `index` within `group`, which stands in author's order. */
export function placeKeys(records: Ordered, group: readonly string[], index: number, count = 1): Placement {
  const before = index > 0 ? records[group[index - 1] ?? '']?.order : undefined
  const next = group[index]
  const after = next === undefined ? undefined : records[next]?.order
  // Nothing can be placed before a record without a key, since those come first.
  if (next === undefined || (after !== undefined && compareKeys(before, after) < 0)) {
    const keys = tryKeysBetween(before, after, count)
    if (keys) return { keys, rekeyed: new Map() }
  }
  const all = keysBetween(undefined, undefined, group.length + count)
  const rest = [...all.slice(0, index), ...all.slice(index + count)]
  return {
    keys: all.slice(index, index + count),
    rekeyed: new Map(group.map((id, position) => [id, rest[position] ?? ''])),
  }
}

/**
 * A key for each of several records placed into one group, each at its own index in the group as it
 * stands; the indexes ascend.
 */
export function placeEach(records: Ordered, group: readonly string[], indexes: readonly number[]): Placement {
  const gaps = [...new Set(indexes)].map((index) =>
    placeKeys(records, group, index, indexes.filter((each) => each === index).length),
  )
  if (gaps.every((gap) => gap.rekeyed.size === 0)) {
    return { keys: gaps.flatMap((gap) => gap.keys), rekeyed: new Map() }
  }
  const all = keysBetween(undefined, undefined, group.length + indexes.length)
  const placed = indexes.map((index, at) => index + at)
  const rest = all.filter((_, at) => !placed.includes(at))
  return {
    keys: placed.map((at) => all[at] ?? ''),
    rekeyed: new Map(group.map((id, at) => [id, rest[at] ?? ''])),
  }
}

/** Keys for relations placed into a target; without an index after all that are there. */
export function placeRelations(
  graph: ArgumentGraph,
  target: ElementId,
  count = 1,
  index?: number,
): Placement {
  const group = relationsInto(graph, target)
  return placeKeys(graph.relations, group, index ?? group.length, count)
}

/** Keys for nodes that come after every node of the graph. */
export function placeNodesLast(graph: ArgumentGraph, count = 1): Placement {
  const last = Object.values(graph.nodes).reduce<string | undefined>(
    (before, { order }) => (compareKeys(before, order) < 0 ? order : before),
    undefined,
  )
  // Buttons ask this after every edit: only keys that leave no room need all nodes in order.
  const keys = tryKeysBetween(last, undefined, count)
  if (keys) return { keys, rekeyed: new Map() }
  const group = inOrder(graph.nodes)
  return placeKeys(graph.nodes, group, group.length, count)
}

/** A key for a node placed just before or after another one. */
export function placeNodeBeside(
  graph: ArgumentGraph,
  beside: NodeId,
  side: 'before' | 'after',
  moved?: NodeId,
): Placement {
  const group = nodesOrderedWith(graph, moved === undefined ? [beside] : [beside, moved]).filter(
    (id) => id !== moved,
  )
  return placeKeys(graph.nodes, group, group.indexOf(beside) + (side === 'after' ? 1 : 0))
}

/** Writes the new keys of siblings into a draft. */
export function writeKeys(
  records: Draft<Record<string, { order?: string | undefined }>>,
  keys: ReadonlyMap<string, string>,
): void {
  for (const [id, order] of keys) {
    const record = records[id]
    if (record) record.order = order
  }
}

/**
 * All nodes whose order among each other matters to these, in that order: roots with roots, linked
 * premises with each other, and so on where a node belongs to several such groups.
 */
function nodesOrderedWith(graph: ArgumentGraph, ids: readonly NodeId[]): NodeId[] {
  const { roots, premises } = structureOf(graph)
  const groups = [roots, ...[...premises.values()].filter((linked) => linked.length > 1)]
  const found = new Set<NodeId>(ids)
  for (let before = -1; before !== found.size;) {
    before = found.size
    for (const group of groups) {
      if (group.some((id) => found.has(id))) for (const id of group) found.add(id)
    }
  }
  return inOrder(
    graph.nodes,
    Object.keys(graph.nodes).filter((id) => found.has(id)),
  )
}

/** Keys that are no fractional indexes make the generator throw: then there is no room, as far as we know. */
function tryKeysBetween(before: string | undefined, after: string | undefined, count: number) {
  try {
    return keysBetween(before, after, count)
  } catch {
    return undefined
  }
}
