/** What every rule looks at: the graph without what is doubted, as records and as numbers. */
import {
  nodeAt,
  relationAt,
  type ArgumentGraph,
  type ArgumentNode,
  type ElementId,
  type NodeId,
  type Relation,
  type RelationId,
} from '../../model/graph.ts'
import type { NodeKind } from '../../model/kinds.ts'
import { structureOf } from '../../model/structure.ts'
import type { Evaluation } from '../evaluation.ts'
import { networkOf, type Network } from '../network.ts'
import type { Sensitivity } from '../sensitivity/sensitivity.ts'
import { textOf, type Sentence } from '../why/sentence.ts'
import type { Finding, Fix } from './finding.ts'
import { findingRules, type FindingRule } from './rules.ts'

export interface Look {
  readonly graph: ArgumentGraph
  readonly evaluation: Evaluation
  readonly network: Network
  readonly sensitivity: Sensitivity | undefined
  /** Nodes that are evaluated and not doubted, in the order of the file. */
  readonly nodes: readonly NodeId[]
  /** The same for relations. */
  readonly relations: readonly RelationId[]
  readonly recommendations: readonly NodeId[]
}

export function lookAt(evaluation: Evaluation, sensitivity?: Sensitivity): Look {
  const { graph, options } = evaluation
  const network = networkOf(graph, options)
  const nodes = Object.keys(graph.nodes).filter((id) => network.indexOf.has(id))
  return {
    graph,
    evaluation,
    network,
    sensitivity,
    nodes,
    relations: Object.keys(graph.relations).filter((id) => network.indexOf.has(id)),
    recommendations: nodes.filter((id) => nodeAt(graph, id)?.kind === 'recommendation'),
  }
}

/** A node that is certainly there. */
export function nodeOf({ graph }: Look, id: NodeId): ArgumentNode {
  const node = nodeAt(graph, id)
  if (!node) throw new Error(`there is no node "${id}"`)
  return node
}

/** A relation that is certainly there. */
export function relationOf({ graph }: Look, id: RelationId): Relation {
  const relation = relationAt(graph, id)
  if (!relation) throw new Error(`there is no relation "${id}"`)
  return relation
}

/** Nodes of one kind. */
export function nodesOfKind(look: Look, kind: NodeKind): NodeId[] {
  return look.nodes.filter((id) => nodeOf(look, id).kind === kind)
}

/** Evaluated relations into an element, in author's order. */
export function relationsAt(
  { graph, network }: Look,
  id: ElementId,
  kind?: 'supports' | 'attacks',
): RelationId[] {
  const into = structureOf(graph).into.get(id) ?? []
  return into.filter(
    (each) => network.indexOf.has(each) && (kind === undefined || relationAt(graph, each)?.kind === kind),
  )
}

/** Evaluated relations that have a node as a premise. */
export function relationsFrom({ graph, network }: Look, id: NodeId): RelationId[] {
  return (structureOf(graph).outOf.get(id) ?? []).filter((each) => network.indexOf.has(each))
}

/** The item of an element; −1 for one that takes no part. */
export function itemOf({ network }: Look, id: ElementId): number {
  return network.indexOf.get(id) ?? -1
}

/** The id of an item. */
export function idOf({ network }: Look, item: number): ElementId {
  return network.ids[item] ?? ''
}

/** Nodes that some of these reach over supports between nodes, themselves included; by item. */
export function reachedBySupport({ network }: Look, from: readonly number[]): Uint8Array {
  const { nodeCount, target, sign, outOf, outOfStart } = network
  const reached = new Uint8Array(nodeCount)
  const waiting = [...from]
  for (const item of from) reached[item] = 1
  for (let item = waiting.pop(); item !== undefined; item = waiting.pop()) {
    const end = outOfStart[item + 1] ?? 0
    for (let at = outOfStart[item] ?? 0; at < end; at += 1) {
      const relation = outOf[at] ?? 0
      const to = target[relation] ?? -1
      if (sign[relation] !== 1 || to < 0 || to >= nodeCount || reached[to] === 1) continue
      reached[to] = 1
      waiting.push(to)
    }
  }
  return reached
}

/** A finding with the severity of its rule. */
export function finding(rule: FindingRule, at: readonly ElementId[], sentence: Sentence, fix?: Fix): Finding {
  const { severity } = findingRules[rule]
  return { rule, severity, at, sentence: textOf(sentence), ...(fix ? { fix } : {}) }
}
