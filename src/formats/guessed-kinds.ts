/**
 * Kinds of statements in formats that have none: a claim, or a counterpoint if all it does is attack. That
 * something is evidence, an assumption or a recommendation is never guessed; people decide that.
 */
import type { ArgumentGraph, ArgumentNode, NodeId } from '../model/graph.ts'

/**
 * The graph with claims that attack, and do nothing else, as counterpoints. Restatements say nothing of
 * what a statement does. Only nodes among `ids` are looked at, all of them if none are given.
 */
export function withGuessedKinds(graph: ArgumentGraph, ids?: ReadonlySet<NodeId>): ArgumentGraph {
  const [attacking, supporting] = [new Set<NodeId>(), new Set<NodeId>()]
  for (const { kind, from } of Object.values(graph.relations)) {
    const doing = kind === 'attacks' ? attacking : kind === 'supports' ? supporting : undefined
    if (doing) for (const premise of from) doing.add(premise)
  }
  const entries = Object.entries(graph.nodes).map(([id, node]): [NodeId, ArgumentNode] => {
    const isCounterpoint =
      node.kind === 'claim' && attacking.has(id) && !supporting.has(id) && (ids?.has(id) ?? true)
    return [id, isCounterpoint ? { ...node, kind: 'counterpoint' } : node]
  })
  return { ...graph, nodes: Object.fromEntries(entries) }
}
