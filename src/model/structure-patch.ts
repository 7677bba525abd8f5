/**
 * The structure of a graph (structure.ts) from that of the version before, where they differ in little: so
 * that an edit costs a look at each record and a copy of each table, and nothing is sorted or walked. The
 * answer is the very one that building anew gives. Patched are
 * - records that change without a word about who hangs where: text, ratings, weights, kinds;
 * - elements that go together with all relations that touch them, and relations that go while all their
 *   premises keep the relation by which they hang in the map, if they have one;
 * - elements added at the end of the file: nodes at which nothing points yet, and relations from them or from
 *   nodes that hang in the map already, to what was there before.
 * Everything else is to be built anew.
 */
import { nodeAt, relationAt, type ArgumentGraph, type ElementId, type RelationId } from './graph.ts'
import { compareKeys } from './order.ts'
import { premisesInOrder, uniquePremises } from './structure-build.ts'
import type { Structure } from './structure.ts'
import { differenceOf, type Difference } from './table-difference.ts'

/** How many records may have come, gone or changed: beyond that, building is as fast. */
const few = 32

/** The structure of the later version; undefined if it is to be built anew. Time O(V + E). */
export function patchStructure(
  structure: Structure,
  before: ArgumentGraph,
  after: ArgumentGraph,
): Structure | undefined {
  const relations = differenceOf(
    before.relations,
    after.relations,
    (a, b) => a.to === b.to && a.order === b.order && areSame(a.from, b.from),
    few,
  )
  const nodes = relations && differenceOf(before.nodes, after.nodes, (a, b) => a.order === b.order, few)
  if (!relations || !nodes) return undefined
  const edit = { before, after, nodes, relations }
  if (isEmpty(nodes) && isEmpty(relations)) return { ...structure }
  if (!isCleanCut(structure, edit) || !isPlainAddition(structure, edit)) return undefined
  const parentRelation = parentsAfter(structure, edit)
  return {
    into: intoAfter(structure, edit),
    outOf: outOfAfter(structure, edit),
    premises: premisesAfter(structure, edit),
    parentRelation,
    roots: rootsAfter(structure, edit, parentRelation),
  }
}

interface Edit {
  readonly before: ArgumentGraph
  readonly after: ArgumentGraph
  readonly nodes: Difference
  readonly relations: Difference
}

function areSame(a: readonly string[], b: readonly string[]): boolean {
  return a === b || (a.length === b.length && a.every((id, index) => id === b[index]))
}

function isEmpty({ added, removed }: Difference): boolean {
  return added.length === 0 && removed.size === 0
}

/** Whether nothing that stays touches what goes, and nothing that stays hangs by it. */
function isCleanCut({ into, outOf, parentRelation }: Structure, { before, nodes, relations }: Edit): boolean {
  const areGone = (ids: readonly RelationId[] = []) => ids.every((id) => relations.removed.has(id))
  for (const id of nodes.removed) if (!areGone(into.get(id)) || !areGone(outOf.get(id))) return false
  for (const id of relations.removed) {
    if (!areGone(into.get(id))) return false
    const premises = relationAt(before, id)?.from ?? []
    if (premises.some((node) => parentRelation.get(node) === id && !nodes.removed.has(node))) return false
  }
  return true
}

/** Whether nothing points at what is new, and no node that was there before may come to hang elsewhere. */
function isPlainAddition(structure: Structure, { before, after, nodes, relations }: Edit): boolean {
  const isAwaited = (id: ElementId) => structure.into.has(id) || structure.outOf.has(id)
  if (nodes.added.some((id) => isAwaited(id) || relationAt(before, id) || relationAt(after, id))) return false
  const fresh = new Set<ElementId>([...nodes.added, ...relations.added])
  return relations.added.every((id) => {
    if (isAwaited(id) || nodeAt(before, id)) return false
    const { from = [], to = '' } = relationAt(after, id) ?? {}
    const end = nodeAt(after, to) ? to : (relationAt(after, to)?.to ?? '')
    if (fresh.has(to) || fresh.has(end) || !nodeAt(after, end)) return false
    return from.every((node) => fresh.has(node) || structure.parentRelation.has(node))
  })
}

/** A new node is asked about last, and nothing hangs below it: so it hangs by the first relation out of it. */
function parentsAfter({ parentRelation }: Structure, { after, nodes, relations }: Edit): Map<string, string> {
  const parents = without(parentRelation, nodes.removed)
  for (const node of nodes.added) {
    const first = relations.added.find((id) => relationAt(after, id)?.from.includes(node))
    if (first !== undefined) parents.set(node, first)
  }
  return parents
}

function rootsAfter(
  { roots }: Structure,
  { after, nodes }: Edit,
  parents: Structure['parentRelation'],
): readonly string[] {
  const left = roots.filter((id) => !nodes.removed.has(id))
  for (const id of nodes.added) if (!parents.has(id)) insert(left, id, after.nodes)
  return left
}

function premisesAfter({ premises }: Structure, { after, relations }: Edit): Structure['premises'] {
  const all = without(premises, relations.removed)
  for (const id of relations.added) {
    const relation = relationAt(after, id)
    if (relation) all.set(id, premisesInOrder(after, relation))
  }
  return all
}

function outOfAfter({ outOf }: Structure, { before, after, relations }: Edit): Structure['outOf'] {
  const all = new Map(outOf)
  for (const id of relations.removed) {
    for (const premise of relationAt(before, id)?.from ?? []) {
      const left = (all.get(premise) ?? []).filter((other) => other !== id)
      if (left.length > 0) all.set(premise, left)
      else all.delete(premise)
    }
  }
  for (const id of relations.added) {
    const relation = relationAt(after, id)
    for (const premise of relation ? uniquePremises(relation) : []) {
      all.set(premise, [...(all.get(premise) ?? []), id])
    }
  }
  return all
}

/** Targets stand in the order of the first relations into them, as relations stand in author's order. */
function intoAfter({ into }: Structure, { before, after, relations }: Edit): Structure['into'] {
  const changed = new Map<ElementId, RelationId[]>()
  const listOf = (target: ElementId) => {
    const list = changed.get(target) ?? (into.get(target) ?? []).filter((id) => !relations.removed.has(id))
    changed.set(target, list)
    return list
  }
  for (const id of relations.removed) listOf(relationAt(before, id)?.to ?? '')
  for (const id of relations.added) insert(listOf(relationAt(after, id)?.to ?? ''), id, after.relations)

  const moved = [...changed].filter(([target, list]) => list.length > 0 && list[0] !== into.get(target)?.[0])
  if (moved.length === 0) return withLists(into, changed)
  const rank = new Map(Object.keys(after.relations).map((id, index) => [id, index]))
  const compareFirsts = (a: readonly RelationId[], b: readonly RelationId[]) => {
    const [one = '', other = ''] = [a[0], b[0]]
    const byKey = compareKeys(relationAt(after, one)?.order, relationAt(after, other)?.order)
    return byKey === 0 ? (rank.get(one) ?? 0) - (rank.get(other) ?? 0) : byKey
  }
  moved.sort(([, a], [, b]) => compareFirsts(a, b))
  const all = new Map<ElementId, readonly RelationId[]>()
  let next = 0
  for (const [target, old] of into) {
    const list = changed.get(target) ?? old
    if (list[0] !== old[0]) continue
    for (let entry = moved[next]; entry && compareFirsts(entry[1], list) < 0; entry = moved[next]) {
      all.set(...entry)
      next += 1
    }
    all.set(target, list)
  }
  for (const entry of moved.slice(next)) all.set(...entry)
  return all
}

/** The map with other lists in the same places; those that are empty are gone. */
function withLists(
  into: Structure['into'],
  changed: ReadonlyMap<ElementId, RelationId[]>,
): Structure['into'] {
  const all = new Map(into)
  for (const [target, list] of changed) {
    if (list.length > 0) all.set(target, list)
    else all.delete(target)
  }
  return all
}

/** Puts the id of a record that stands last in the file where it belongs in author's order. */
function insert(
  ids: string[],
  id: string,
  records: Readonly<Record<string, { readonly order?: string | undefined }>>,
): void {
  let at = ids.length
  while (at > 0 && compareKeys(records[ids[at - 1] ?? '']?.order, records[id]?.order) > 0) at -= 1
  ids.splice(at, 0, id)
}

function without<K, V>(map: ReadonlyMap<K, V>, keys: ReadonlySet<K>): Map<K, V> {
  const left = new Map(map)
  for (const key of keys) left.delete(key)
  return left
}
