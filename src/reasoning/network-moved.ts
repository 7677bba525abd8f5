/**
 * A network whose items have come and gone, made from the one before: what stays is moved over as numbers, and
 * only records that are new or different are looked at.
 */
import type { ArgumentGraph, ArgumentNode, ElementId, Relation } from '../model/graph.ts'
import { isPrimaFacie, nodeBase, ratingOf, ratingScoresOf, relationBase } from './base-scores.ts'
import type { EvaluationOptions } from './evaluation.ts'
import type { ItemIndex, Network } from './network.ts'
import type { NetworkAfter } from './network-after.ts'
import { addPremises, connect } from './network-connections.ts'

/** How one table of records has changed, as far as they take part. */
export interface RecordChanges<T> {
  /** Changed records that are the same item as before, but for its base score. */
  readonly kept: readonly (readonly [ElementId, T])[]
  /** Records that now take part, ascending by id; changed ones that are another item now are here and in `left`. */
  readonly entered: readonly (readonly [ElementId, T])[]
  readonly left: readonly ElementId[]
}

export interface GraphRecordChanges {
  readonly nodes: RecordChanges<ArgumentNode>
  readonly relations: RecordChanges<Relation>
}

/** Layers of changed indexes after which one of its own is made. */
const deepest = 16
const depths = new WeakMap<ItemIndex, number>()

/** The network with other items, or undefined if an end is missing or an id used twice, as only in a broken file. */
export function movedNetwork(
  before: Network,
  graph: ArgumentGraph,
  changes: GraphRecordChanges,
  options: EvaluationOptions = {},
): NetworkAfter | undefined {
  const { nodes, relations } = changes
  const { ids, formerly, nodeCount } = mergedItems(before, changes)
  const count = ids.length
  /** By former item: which one it is now, −1 if it is gone. */
  const nowOf = new Int32Array(before.ids.length).fill(-1)
  const entered = new Map<ElementId, number>()
  for (let item = 0; item < count; item += 1) {
    const was = formerly[item] ?? -1
    if (was >= 0) nowOf[was] = item
    else entered.set(ids[item] ?? '', item)
  }
  // What has become another item keeps what is connected to it.
  let isUsedTwice = entered.size < nodes.entered.length + relations.entered.length
  for (const [id, now] of entered) {
    const was = before.indexOf.get(id)
    if (was === undefined) continue
    if (nowOf[was] === -1 && was < before.nodeCount === now < nodeCount) nowOf[was] = now
    else isUsedTwice = true
  }
  if (isUsedTwice) return undefined
  const indexOf = indexAfter(before.indexOf, { ids, entered, nowOf })
  const base = new Float64Array(count)
  const primaFacie = new Uint8Array(count).fill(1)
  const rooted = new Uint8Array(count).fill(1)
  const sign = new Int8Array(count)
  const target = new Int32Array(count).fill(-1)
  const premisesStart = new Int32Array(count + 1)
  const premises = new Int32Array(
    relations.entered.reduce((sum, [, { from }]) => sum + from.length, before.premises.length),
  )
  let length = 0
  const touched: number[] = []
  const scores = ratingScoresOf(graph)
  for (let item = 0; item < count; item += 1) {
    premisesStart[item] = length
    const was = formerly[item] ?? -1
    if (was >= 0) {
      base[item] = before.base[was] ?? 0
      primaFacie[item] = before.primaFacie[was] ?? 0
      rooted[item] = before.rooted[was] ?? 0
      if (item < nodeCount) continue
      sign[item] = before.sign[was] ?? 0
      target[item] = nowOf[before.target[was] ?? -1] ?? -1
      const end = before.premisesStart[was + 1] ?? 0
      for (let at = before.premisesStart[was] ?? 0; at < end; at += 1) {
        premises[length] = nowOf[before.premises[at] ?? -1] ?? -1
        length += 1
      }
      continue
    }
    const id = ids[item] ?? ''
    const node = item < nodeCount ? graph.nodes[id] : undefined
    const relation = item < nodeCount ? undefined : graph.relations[id]
    touched.push(item)
    if (node) {
      base[item] = nodeBase(node.kind, node.rating, scores, false)
      primaFacie[item] = isPrimaFacie(node.kind) ? 1 : 0
      rooted[item] = node.kind === 'claim' ? 0 : 1
    } else if (relation) {
      base[item] = relationBase(relation)
      sign[item] = relation.kind === 'supports' ? 1 : -1
      target[item] = indexOf.get(relation.to) ?? -1
      touched.push(target[item] ?? -1)
      const from: number[] = []
      if (!addPremises(from, relation, { indexOf, nodeCount })) return undefined
      premises.set(from, length)
      length += from.length
    }
  }
  premisesStart[count] = length
  for (const item of rebased({ base, graph, indexOf, options }, changes)) touched.push(item)
  const known = premises.slice(0, length)
  if (target.indexOf(-1, nodeCount) >= 0 || known.includes(-1)) return undefined
  // Only what has left tells which items have lost a relation.
  for (const id of relations.left) {
    const was = before.target[before.indexOf.get(id) ?? -1] ?? -1
    touched.push(nowOf[was] ?? -1)
  }
  const network: Network = {
    ...before,
    ...connect({ count, nodeCount, target, premisesStart, premises: known }),
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

/** Writes the base scores of kept records; answers the items that had others. */
export function rebased(
  {
    base,
    graph,
    indexOf,
    options,
  }: { base: Float64Array; graph: ArgumentGraph; indexOf: ItemIndex; options: EvaluationOptions },
  { nodes, relations }: GraphRecordChanges,
): number[] {
  const scores = ratingScoresOf(graph)
  const differing: number[] = []
  const set = (id: ElementId, score: number) => {
    const item = indexOf.get(id)
    if (item === undefined || base[item] === score) return
    base[item] = score
    differing.push(item)
  }
  for (const [id, node] of nodes.kept)
    set(id, nodeBase(node.kind, ratingOf(id, node, options), scores, false))
  for (const [id, relation] of relations.kept) set(id, relationBase(relation))
  return differing
}

interface MergedItems {
  readonly ids: ElementId[]
  /** By item: which one it was, −1 for what has entered. */
  readonly formerly: Int32Array
  readonly nodeCount: number
}

/** What stays and what has entered, in the order of items. */
function mergedItems(before: Network, { nodes, relations }: GraphRecordChanges): MergedItems {
  const gone = new Uint8Array(before.ids.length)
  for (const id of [...nodes.left, ...relations.left]) {
    const item = before.indexOf.get(id)
    if (item !== undefined) gone[item] = 1
  }
  const ids: ElementId[] = []
  const formerly = new Int32Array(before.ids.length + nodes.entered.length + relations.entered.length)
  const merge = (from: number, to: number, entered: readonly (readonly [ElementId, unknown])[]) => {
    let next = 0
    let waiting = entered[0]?.[0]
    for (let item = from; item < to; item += 1) {
      if (gone[item] === 1) continue
      const id = before.ids[item] ?? ''
      while (waiting !== undefined && waiting < id) {
        formerly[ids.length] = -1
        ids.push(waiting)
        next += 1
        waiting = entered[next]?.[0]
      }
      formerly[ids.length] = item
      ids.push(id)
    }
    for (const [id] of entered.slice(next)) {
      formerly[ids.length] = -1
      ids.push(id)
    }
  }
  merge(0, before.nodeCount, nodes.entered)
  const nodeCount = ids.length
  merge(before.nodeCount, before.ids.length, relations.entered)
  return { ids, formerly: formerly.subarray(0, ids.length), nodeCount }
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
