/**
 * The part of a graph that is evaluated, as numbers in typed arrays: what every algorithm in this folder
 * works on. Items are the nodes and then the relations, each ascending by id (by UTF-16 code unit), so that
 * products are always taken in the same order. Doubted elements and what goes with them are not in it, nor is
 * a relation of which a premise or the target is not in it (S2, S3).
 * Networks are shared (for a graph without options there is one): copy an array before you write to it.
 */
import type { ArgumentGraph, ArgumentNode, ElementId, NodeId, Relation, RelationId } from '../model/graph.ts'
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
import { connect, premiseItems } from './network-connections.ts'

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
  const nodes = new Map(
    Object.entries(graph.nodes)
      .filter(([id, { kind }]) => nodeKinds[kind].evaluated && !leftOut.has(id))
      .sort(byId),
  )
  const candidates = Object.entries(graph.relations).filter(
    ([id, { kind }]) => relationKinds[kind].evaluated && !leftOut.has(id),
  )
  const relations = new Map(
    candidates.filter(([, { from }]) => from.every((premise) => nodes.has(premise))).sort(byId),
  )
  for (const id of withoutTarget(nodes, relations)) relations.delete(id)
  const sound = relations.size === candidates.length
  const network = assemble({ graph, options, nodes, relations, leftOut, sound })
  if (plain) networks.set(graph, network)
  return network
}

/** Relations whose chain of targets ends at nothing. A chain that ends in a circle (a broken file) stays. */
function withoutTarget(
  nodes: ReadonlyMap<NodeId, ArgumentNode>,
  relations: ReadonlyMap<RelationId, Relation>,
): RelationId[] {
  const arrives = new Map<RelationId, boolean>()
  for (const [start, relation] of relations) {
    if (nodes.has(relation.to) || arrives.has(start)) continue
    const chain: RelationId[] = []
    let at: ElementId = start
    while (!arrives.has(at)) {
      const next = relations.get(at)
      arrives.set(at, next !== undefined)
      chain.push(at)
      if (!next) break
      if (nodes.has(next.to)) break
      at = next.to
    }
    if (arrives.get(at) === false) for (const id of chain) arrives.set(id, false)
  }
  return [...arrives].flatMap(([id, does]) => (does ? [] : [id]))
}

function assemble(given: {
  readonly graph: ArgumentGraph
  readonly options: EvaluationOptions
  readonly nodes: ReadonlyMap<NodeId, ArgumentNode>
  readonly relations: ReadonlyMap<RelationId, Relation>
  readonly leftOut: ReadonlySet<ElementId>
  readonly sound: boolean
}): Network {
  const { graph, options, nodes, relations, leftOut } = given
  const nodeCount = nodes.size
  const ids = [...nodes.keys(), ...relations.keys()]
  const indexOf = new Map<ElementId, number>()
  // A node goes before a relation of the same id, which only a broken file has.
  for (let item = ids.length - 1; item >= 0; item -= 1) indexOf.set(ids[item] ?? '', item)
  const count = ids.length
  const base = new Float64Array(count)
  const primaFacie = new Uint8Array(count).fill(1, nodeCount)
  const rooted = new Uint8Array(count).fill(1)
  const sign = new Int8Array(count)
  const target = new Int32Array(count).fill(-1)
  const premisesStart = new Int32Array(count + 1)
  const scores = ratingScoresOf(graph)
  const second = isSecondOpinion(options)
  let item = 0
  for (const [id, node] of nodes) {
    base[item] = nodeBase(node.kind, ratingOf(id, node, options), scores, second)
    primaFacie[item] = isPrimaFacie(node.kind) ? 1 : 0
    rooted[item] = node.kind === 'claim' ? 0 : 1
    item += 1
  }
  const premises: number[] = []
  for (const relation of relations.values()) {
    base[item] = relationBase(relation)
    sign[item] = relation.kind === 'supports' ? 1 : -1
    target[item] = indexOf.get(relation.to) ?? -1
    premisesStart[item] = premises.length
    for (const premise of premiseItems(relation, indexOf)) premises.push(premise)
    item += 1
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
    sound: given.sound && indexOf.size === count,
    ...connect({ count, nodeCount, target, premisesStart, premises: Int32Array.from(premises) }),
  }
}

function byId([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : a > b ? 1 : 0
}
