/**
 * The network after an edit, made from the one before. Edited graphs share unchanged records, so what an edit
 * touched is found by comparing records by identity; everything else is moved over as numbers. Where that
 * cannot be done (something is doubted or supposed, the file is broken, the numbers of ratings changed), the
 * answer is undefined and the network has to be made anew.
 */
import type { GraphChanges } from '../model/changes.ts'
import type { ArgumentGraph, ArgumentNode, ElementId, Relation } from '../model/graph.ts'
import { nodeKinds, relationKinds } from '../model/kinds.ts'
import { isPrimaFacie, nodeBase, ratingScoresOf, relationBase } from './base-scores.ts'
import type { ItemIndex, Network } from './network.ts'
import { connect, premiseItems } from './network-connections.ts'

/** The network of `graph`, and which item of the network before each of its items was (−1: none). */
export interface NetworkAfter {
  readonly network: Network
  /** Absent where every item is the one it was and only base scores differ. */
  readonly formerly?: Int32Array
  /** Items whose base score or surroundings the edit touched. */
  readonly touched: readonly number[]
}

/** Layers of changed indexes after which one of its own is made. */
const deepest = 16
const depths = new WeakMap<ItemIndex, number>()

/**
 * Time O(V + E), with a far smaller factor than making it anew. For evaluation without any options.
 * @param changes what leads from the graph before to this one, where it is known; found out unless given.
 */
export function networkAfter(
  before: Network,
  graph: ArgumentGraph,
  changes?: GraphChanges,
): NetworkAfter | undefined {
  if (!before.sound || before.leftOut.size > 0 || before.graph.evaluation !== graph.evaluation)
    return undefined
  const untouched: Differing = { set: [], removed: [] }
  const told = (table: 'nodes' | 'relations') => changes && (changes.tables[table] ?? untouched)
  const nodes = tableChanges(before.graph.nodes, graph.nodes, {
    told: told('nodes'),
    takesPart: ({ kind }) => nodeKinds[kind].evaluated,
    isSame: (a, b) => a.kind === b.kind,
  })
  const relations = tableChanges(before.graph.relations, graph.relations, {
    told: told('relations'),
    takesPart: ({ kind }) => relationKinds[kind].evaluated,
    isSame: (a, b) => a.kind === b.kind && a.to === b.to && isSameList(a.from, b.from),
  })
  if (nodes.entered.length + nodes.left.length + relations.entered.length + relations.left.length > 0) {
    return rebuilt(before, graph, { nodes, relations })
  }
  const base = before.base.slice()
  const touched: number[] = []
  const scores = ratingScoresOf(graph)
  for (const [id, node] of nodes.kept) {
    touched.push(setBase(base, before.indexOf.get(id), nodeBase(node.kind, node.rating, scores, false)))
  }
  for (const [id, relation] of relations.kept) {
    touched.push(setBase(base, before.indexOf.get(id), relationBase(relation)))
  }
  return { network: { ...before, graph, base }, touched: touched.filter((item) => item >= 0) }
}

/** Writes a base score; answers the item if it was another one, −1 if not. */
function setBase(base: Float64Array, item: number | undefined, score: number): number {
  if (item === undefined || base[item] === score) return -1
  base[item] = score
  return item
}

interface Changes<T> {
  /** Changed records that are the same item as before. */
  readonly kept: readonly (readonly [ElementId, T])[]
  /** Records that now take part, ascending by id; changed ones that are another item now are here and in `left`. */
  readonly entered: readonly (readonly [ElementId, T])[]
  readonly left: readonly ElementId[]
}

/** Which records of a table differ: as they are told, or found by looking at every one. */
interface Differing {
  readonly set: readonly (readonly [ElementId, unknown])[]
  readonly removed: readonly ElementId[]
}

function tableChanges<T>(
  before: Readonly<Record<string, T>>,
  after: Readonly<Record<string, T>>,
  {
    told,
    takesPart,
    isSame,
  }: {
    told: Differing | undefined
    takesPart: (record: T) => boolean
    isSame: (a: T, b: T) => boolean
  },
): Changes<T> {
  const kept: (readonly [ElementId, T])[] = []
  const entered: (readonly [ElementId, T])[] = []
  const left: ElementId[] = []
  if (before === after) return { kept, entered, left }
  const { set, removed } = told ?? differing(before, after)
  for (const [id] of set) {
    const [now, was] = [after[id], before[id]]
    if (now === was || now === undefined) continue
    const isIn = takesPart(now)
    const wasIn = was !== undefined && takesPart(was)
    if (isIn && wasIn && isSame(was, now)) kept.push([id, now])
    else {
      if (isIn) entered.push([id, now])
      if (wasIn) left.push(id)
    }
  }
  for (const id of removed) {
    const was = before[id]
    if (was !== undefined && takesPart(was)) left.push(id)
  }
  entered.sort(([a], [b]) => (a < b ? -1 : 1))
  return { kept, entered, left }
}

function differing<T>(before: Readonly<Record<string, T>>, after: Readonly<Record<string, T>>): Differing {
  const set: [ElementId, T][] = []
  let common = 0
  for (const [id, now] of Object.entries(after)) {
    const was = before[id]
    if (was !== undefined) common += 1
    if (now !== was) set.push([id, now])
  }
  const ids = Object.keys(before)
  return { set, removed: common === ids.length ? [] : ids.filter((id) => after[id] === undefined) }
}

function isSameList(a: readonly string[], b: readonly string[]): boolean {
  return a === b || (a.length === b.length && a.every((each, index) => each === b[index]))
}

interface ItemChanges {
  readonly nodes: Changes<ArgumentNode>
  readonly relations: Changes<Relation>
}

function rebuilt(
  before: Network,
  graph: ArgumentGraph,
  { nodes, relations }: ItemChanges,
): NetworkAfter | undefined {
  const gone = new Uint8Array(before.ids.length)
  for (const id of [...nodes.left, ...relations.left]) {
    const item = before.indexOf.get(id)
    if (item !== undefined) gone[item] = 1
  }
  const most = before.ids.length + nodes.entered.length + relations.entered.length
  const list: MergedItems = { ids: [], formerly: new Int32Array(most) }
  const nowOf = new Int32Array(before.ids.length).fill(-1)
  const middle = before.nodeCount
  merge(before, { from: 0, to: middle, gone, entered: nodes.entered.map(([id]) => id) }, list)
  const nodeCount = list.ids.length
  const end = before.ids.length
  merge(before, { from: middle, to: end, gone, entered: relations.entered.map(([id]) => id) }, list)
  const { ids } = list
  const count = ids.length
  const formerly = list.formerly.subarray(0, count)
  const entered = new Map<ElementId, number>()
  for (let item = 0; item < count; item += 1) {
    const was = formerly[item] ?? -1
    if (was >= 0) nowOf[was] = item
    else entered.set(ids[item] ?? '', item)
  }
  const indexOf = indexAfter(before.indexOf, { ids, entered, nowOf })
  const moved = {
    base: new Float64Array(count),
    primaFacie: new Uint8Array(count).fill(1),
    rooted: new Uint8Array(count).fill(1),
    sign: new Int8Array(count),
    target: new Int32Array(count).fill(-1),
    premisesStart: new Int32Array(count + 1),
  }
  const scores = ratingScoresOf(graph)
  const premises = new Int32Array(
    relations.entered.reduce((sum, [, { from }]) => sum + from.length, before.premises.length),
  )
  let length = 0
  const touched: number[] = []
  for (let item = 0; item < count; item += 1) {
    moved.premisesStart[item] = length
    const was = formerly[item] ?? -1
    if (was >= 0) {
      moved.base[item] = before.base[was] ?? 0
      moved.primaFacie[item] = before.primaFacie[was] ?? 0
      moved.rooted[item] = before.rooted[was] ?? 0
      if (item < nodeCount) continue
      moved.sign[item] = before.sign[was] ?? 0
      moved.target[item] = nowOf[before.target[was] ?? -1] ?? -1
      const end = before.premisesStart[was + 1] ?? 0
      for (let at = before.premisesStart[was] ?? 0; at < end; at += 1) {
        premises[length] = nowOf[before.premises[at] ?? -1] ?? -1
        length += 1
      }
      continue
    }
    const id = ids[item] ?? ''
    touched.push(item)
    const node = item < nodeCount ? graph.nodes[id] : undefined
    const relation = item < nodeCount ? undefined : graph.relations[id]
    if (node) {
      moved.base[item] = nodeBase(node.kind, node.rating, scores, false)
      moved.primaFacie[item] = isPrimaFacie(node.kind) ? 1 : 0
      moved.rooted[item] = node.kind === 'claim' ? 0 : 1
    } else if (relation) {
      moved.base[item] = relationBase(relation)
      moved.sign[item] = relation.kind === 'supports' ? 1 : -1
      moved.target[item] = indexOf.get(relation.to) ?? -1
      const from = premiseItems(relation, indexOf)
      if (from.length !== new Set(relation.from).size) return undefined
      premises.set(from, length)
      length += from.length
    }
  }
  moved.premisesStart[count] = length
  for (const [id, node] of nodes.kept) {
    touched.push(setBase(moved.base, indexOf.get(id), nodeBase(node.kind, node.rating, scores, false)))
  }
  for (const [id, relation] of relations.kept) {
    touched.push(setBase(moved.base, indexOf.get(id), relationBase(relation)))
  }
  // A relation that lost an end stays only in a broken file: then nothing can be taken over.
  for (let item = nodeCount; item < count; item += 1) if ((moved.target[item] ?? -1) < 0) return undefined
  const known = premises.subarray(0, length)
  if (known.includes(-1)) return undefined
  const { base, primaFacie, rooted, sign, target, premisesStart } = moved
  const connections = connect({
    count,
    nodeCount,
    target,
    premisesStart,
    premises: Int32Array.from(premises),
  })
  const network: Network = {
    ...before,
    ...connections,
    graph,
    ids,
    indexOf,
    nodeCount,
    base,
    primaFacie,
    rooted,
    sign,
    target,
  }
  return { network, formerly, touched: touched.filter((item) => item >= 0) }
}

interface MergedItems {
  readonly ids: ElementId[]
  /** By item: which one it was, −1 for what has entered. */
  readonly formerly: Int32Array
}

/** Appends the items from … to of the network before, without what has left, and what has entered, by id. */
function merge(
  before: Network,
  { from, to, gone, entered }: { from: number; to: number; gone: Uint8Array; entered: readonly ElementId[] },
  { ids, formerly }: MergedItems,
): void {
  let next = 0
  let waiting = entered[0]
  for (let item = from; item < to; item += 1) {
    if (gone[item] === 1) continue
    const id = before.ids[item] ?? ''
    while (waiting !== undefined && waiting < id) {
      formerly[ids.length] = -1
      ids.push(waiting)
      next += 1
      waiting = entered[next]
    }
    formerly[ids.length] = item
    ids.push(id)
  }
  for (const id of entered.slice(next)) {
    formerly[ids.length] = -1
    ids.push(id)
  }
}

/** The index after an edit: a thin layer on the one before, or one of its own when there are many layers. */
function indexAfter(
  before: ItemIndex,
  {
    ids,
    entered,
    nowOf,
  }: { ids: readonly ElementId[]; entered: ReadonlyMap<ElementId, number>; nowOf: Int32Array },
): ItemIndex {
  const depth = (depths.get(before) ?? 0) + 1
  if (depth > deepest) return new Map(ids.map((id, item) => [id, item]))
  const get = (id: ElementId) => {
    const item = entered.get(id) ?? nowOf[before.get(id) ?? -1] ?? -1
    return item < 0 ? undefined : item
  }
  const index = { get, has: (id: ElementId) => get(id) !== undefined }
  depths.set(index, depth)
  return index
}
