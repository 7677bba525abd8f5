/**
 * The part of a graph that is evaluated, as numbers in typed arrays: what every algorithm in this folder
 * works on. Items are the nodes and then the relations, each ascending by id (by UTF-16 code unit), so that
 * products are always taken in the same order. Doubted elements and what goes with them are not in it, nor is
 * a relation of which a premise or the target is not in it (S2, S3).
 * Networks are shared (for a graph without options there is one): copy an array before you write to it.
 */
import {
  nodeAt,
  relationAt,
  type ArgumentGraph,
  type ElementId,
  type NodeId,
  type RelationId,
} from '../model/graph.ts'
import { nodeKinds, relationKinds } from '../model/kinds.ts'
import {
  isPrimaFacie,
  isSecondOpinion,
  nodeBase,
  ratingOf,
  ratingScoresOf,
  relationBase,
} from './base-scores.ts'
import { doubtClosure } from './doubt.ts'
import type { EvaluationOptions } from './evaluation.ts'
import { addPremises, connect } from './network-connections.ts'

export interface Network {
  readonly graph: ArgumentGraph
  /** Id of each item. */
  readonly ids: readonly ElementId[]
  /** The item of an id. */
  readonly indexOf: ItemIndex
  /** Items below this are nodes, the others relations. */
  readonly nodeCount: number
  /** Base score τ of each item (S4, S5); claims have .5 if the options name a second opinion (S11). */
  readonly base: Float64Array
  /** 1 for items that hold unless attacked, 0 for those that need a reason: claims and recommendations (S6). */
  readonly primaFacie: Uint8Array
  /** 1 for items that are worth something without any reason, 0 for claims: where support can begin (S9). */
  readonly rooted: Uint8Array
  /** By item; for relations +1 support or −1 attack, for nodes 0. */
  readonly sign: Int8Array
  /** By item; for relations the item they bear on, for nodes −1. */
  readonly target: Int32Array
  /** Premises of item i, each once and ascending, are premises[premisesStart[i] … premisesStart[i + 1]); none for nodes. */
  readonly premisesStart: Int32Array
  readonly premises: Int32Array
  /** Relations into item i (as items, ascending) are into[intoStart[i] … intoStart[i + 1]). */
  readonly intoStart: Int32Array
  readonly into: Int32Array
  /** Relations that have node i as a premise (as items, ascending) are outOf[outOfStart[i] … outOfStart[i + 1]). */
  readonly outOfStart: Int32Array
  readonly outOf: Int32Array
  /** The doubted elements and the relations that go with them. */
  readonly leftOut: ReadonlySet<ElementId>
  /** False if relations were left out for want of an end or an id is used twice, as only in a broken file. */
  readonly sound: boolean
}

/** Which item an id is; undefined for ids that take no part. */
export interface ItemIndex {
  readonly get: (id: ElementId) => number | undefined
  readonly has: (id: ElementId) => boolean
}

const networks = new WeakMap<ArgumentGraph, Network>()

/** The network of a graph. Time O((V + E) log (V + E)); without options constant after the first time. */
export function networkOf(graph: ArgumentGraph, options: EvaluationOptions = {}): Network {
  const plain = !options.rule && !options.doubted && !options.supposedRatings
  const known = plain ? networks.get(graph) : undefined
  if (known) return known
  const leftOut = doubtClosure(graph, options.doubted ?? [])
  const isIn = (id: ElementId) => leftOut.size === 0 || !leftOut.has(id)
  const nodes = Object.keys(graph.nodes)
    .filter((id) => nodeKinds[nodeAt(graph, id)?.kind ?? 'note'].evaluated && isIn(id))
    .sort()
  const nodeIndex = new Map(nodes.map((id, item) => [id, item]))
  const candidates = Object.keys(graph.relations)
    .filter((id) => relationKinds[relationAt(graph, id)?.kind ?? 'restates'].evaluated && isIn(id))
    .sort()
  const given = { graph, options, nodes, nodeIndex, leftOut }
  const network =
    assemble({ ...given, relations: candidates }) ??
    // Only a broken file comes here.
    assemble({ ...given, relations: withEnds(graph, nodeIndex, candidates) })
  if (!network) throw new Error('relations that have their ends lack one')
  const isWhole = network.ids.length === nodes.length + candidates.length
  const checked = isWhole ? network : { ...network, sound: false }
  if (plain) networks.set(graph, checked)
  return checked
}

/**
 * The relations whose premises are there and whose chain of targets arrives at a node. A chain that ends in a
 * circle (a broken file) counts as arriving.
 */
function withEnds(
  graph: ArgumentGraph,
  nodes: ReadonlyMap<NodeId, number>,
  candidates: readonly RelationId[],
): RelationId[] {
  const grounded = candidates.filter((id) =>
    relationAt(graph, id)?.from.every((premise) => nodes.has(premise)),
  )
  const targetOf = (id: RelationId) => relationAt(graph, id)?.to ?? ''
  if (grounded.every((id) => nodes.has(targetOf(id)))) return grounded
  const known = new Set(grounded)
  const arrives = new Map<RelationId, boolean>()
  for (const start of grounded) {
    const chain: RelationId[] = []
    let at: ElementId = start
    while (!arrives.has(at)) {
      arrives.set(at, known.has(at))
      chain.push(at)
      if (!known.has(at) || nodes.has(targetOf(at))) break
      at = targetOf(at)
    }
    if (arrives.get(at) === false) for (const id of chain) arrives.set(id, false)
  }
  return grounded.filter((id) => arrives.get(id))
}

/** The network of these nodes and relations; undefined if a relation lacks an end. */
function assemble(given: {
  readonly graph: ArgumentGraph
  readonly options: EvaluationOptions
  readonly nodes: readonly NodeId[]
  readonly nodeIndex: ReadonlyMap<NodeId, number>
  readonly relations: readonly RelationId[]
  readonly leftOut: ReadonlySet<ElementId>
}): Network | undefined {
  const { graph, options, nodes, relations, leftOut } = given
  const nodeCount = nodes.length
  const ids = [...nodes, ...relations]
  const count = ids.length
  const indexOf = new Map<ElementId, number>(given.nodeIndex)
  // A node goes before a relation of the same id, which only a broken file has.
  for (let item = nodeCount; item < count; item += 1) {
    const id = ids[item] ?? ''
    if (!given.nodeIndex.has(id)) indexOf.set(id, item)
  }
  const base = new Float64Array(count)
  const primaFacie = new Uint8Array(count).fill(1, nodeCount)
  const rooted = new Uint8Array(count).fill(1)
  const sign = new Int8Array(count)
  const target = new Int32Array(count).fill(-1)
  const premisesStart = new Int32Array(count + 1)
  const scores = ratingScoresOf(graph)
  const second = isSecondOpinion(options)
  for (const [item, id] of nodes.entries()) {
    const node = nodeAt(graph, id)
    if (!node) continue
    base[item] = nodeBase(node.kind, ratingOf(id, node, options), scores, second)
    primaFacie[item] = isPrimaFacie(node.kind) ? 1 : 0
    rooted[item] = node.kind === 'claim' ? 0 : 1
  }
  const premises: number[] = []
  for (const [place, id] of relations.entries()) {
    const item = nodeCount + place
    const relation = relationAt(graph, id)
    premisesStart[item] = premises.length
    if (!relation) continue
    base[item] = relationBase(relation)
    sign[item] = relation.kind === 'supports' ? 1 : -1
    const to = indexOf.get(relation.to)
    if (to === undefined || !addPremises(premises, relation, { indexOf, nodeCount })) return undefined
    target[item] = to
  }
  premisesStart[count] = premises.length
  return {
    graph,
    ids,
    indexOf,
    nodeCount,
    base,
    primaFacie,
    rooted,
    sign,
    target,
    leftOut,
    sound: indexOf.size === count,
    ...connect({ count, nodeCount, target, premisesStart, premises: Int32Array.from(premises) }),
  }
}
