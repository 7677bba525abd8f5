/**
 * What the list of verdicts is about: the recommendations in the author's order, or, on a map that recommends
 * nothing, the claims at its top.
 */
import { nodeAt, type ArgumentGraph, type NodeId } from '../../../model/graph.ts'
import { nodeKinds } from '../../../model/kinds.ts'
import { inOrder } from '../../../model/order.ts'
import { relationsOutOf } from '../../../model/structure.ts'

interface Rated {
  readonly ids: readonly NodeId[]
  /** Whether they are recommendations; otherwise they stand in for missing ones. */
  readonly recommended: boolean
}

/** The statements that get a card. */
export function ratedIds(graph: ArgumentGraph): Rated {
  const nodes = inOrder(graph.nodes)
  const recommendations = nodes.filter((id) => nodeAt(graph, id)?.kind === 'recommendation')
  if (recommendations.length > 0) return { ids: recommendations, recommended: true }
  return { ids: nodes.filter((id) => isTop(graph, id)), recommended: false }
}

/** Whether this is a claim, and no reason or objection to anything. */
function isTop(graph: ArgumentGraph, id: NodeId): boolean {
  const node = nodeAt(graph, id)
  if (!node || node.kind !== 'claim' || !nodeKinds[node.kind].evaluated) return false
  return relationsOutOf(graph, id).every((relation) => {
    const kind = graph.relations[relation]?.kind
    return kind !== 'supports' && kind !== 'attacks'
  })
}
