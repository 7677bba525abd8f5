/**
 * The structure of a graph (structure.ts) derived from nothing but the graph. Each step reads every record a
 * few times and no more, however deep chains of relations are.
 */
import {
  nodeAt,
  relationAt,
  type ArgumentGraph,
  type ElementId,
  type NodeId,
  type Relation,
  type RelationId,
} from './graph.ts'
import { inOrder } from './order.ts'
import type { Structure } from './structure.ts'

/** The structure of a graph. Time O((V + E) log (V + E)). */
export function buildStructure(graph: ArgumentGraph): Structure {
  const into = new Map<ElementId, RelationId[]>()
  const outOf = new Map<NodeId, RelationId[]>()
  const premises = new Map<RelationId, readonly NodeId[]>()
  for (const id of inOrder(graph.relations)) {
    const relation = graph.relations[id]
    if (relation) push(into, relation.to, id)
  }
  for (const id of Object.keys(graph.relations)) {
    const relation = graph.relations[id]
    if (!relation) continue
    premises.set(id, premisesInOrder(graph, relation))
    for (const premise of uniquePremises(relation)) push(outOf, premise, id)
  }
  const parentRelation = parentRelations(graph, outOf)
  const roots = inOrder(graph.nodes).filter((node) => !parentRelation.has(node))
  return { into, outOf, premises, parentRelation, roots }
}

/** The premises of a relation, each once, in author's order. */
export function premisesInOrder(graph: ArgumentGraph, relation: Relation): readonly NodeId[] {
  return relation.from.length > 1 ? inOrder(graph.nodes, uniquePremises(relation)) : relation.from
}

/** The premises of a relation, each once, as they stand in the file. */
export function uniquePremises({ from }: Relation): readonly NodeId[] {
  return from.length > 1 ? [...new Set(from)] : from
}

/**
 * For each node its first outgoing relation that does not close a circle with those chosen before. While
 * a node is asked about it is still the root of its tree, so a circle would close exactly if the node at
 * which the relation ends stands in that very tree. Disjoint sets with path halving answer that in
 * O(log V) on average (Tarjan and van Leeuwen 1984), however deep the tree.
 */
function parentRelations(
  graph: ArgumentGraph,
  outOf: ReadonlyMap<NodeId, readonly RelationId[]>,
): Map<NodeId, RelationId> {
  const ids = Object.keys(graph.nodes)
  const indexOf = new Map<ElementId, number>()
  for (let index = 0; index < ids.length; index += 1) indexOf.set(ids[index] ?? '', index)
  let chains: ReadonlyMap<RelationId, NodeId> | undefined
  const endOf = (relation: RelationId): number | undefined => {
    const target = graph.relations[relation]?.to ?? ''
    const end = indexOf.get(target)
    if (end !== undefined || !Object.hasOwn(graph.relations, target)) return end
    // Few maps have relations on relations.
    chains ??= conclusionsOf(graph)
    return indexOf.get(chains.get(target) ?? '')
  }
  const parentRelation = new Map<NodeId, RelationId>()
  /** A way from each node to the root of its tree, shortened whenever it is walked; roots lead to themselves. */
  const above = Int32Array.from(ids, (_, index) => index)
  for (let node = 0; node < ids.length; node += 1) {
    const id = ids[node] ?? ''
    for (const relation of outOf.get(id) ?? []) {
      const end = endOf(relation)
      const root = end === undefined ? node : rootOf(above, end)
      if (root === node) continue
      parentRelation.set(id, relation)
      above[node] = root
      break
    }
  }
  return parentRelation
}

/** The node at which the chain of targets of each relation ends; none for chains that end nowhere. */
function conclusionsOf(graph: ArgumentGraph): Map<RelationId, NodeId> {
  const conclusions = new Map<RelationId, NodeId>()
  const settled = new Set<RelationId>()
  for (const start of Object.keys(graph.relations)) {
    const chain: RelationId[] = []
    let at: ElementId | undefined = start
    // The first step is the relation itself, also where a broken file gives a node the same id.
    while (at !== undefined && !settled.has(at) && (chain.length === 0 || !nodeAt(graph, at))) {
      settled.add(at)
      chain.push(at)
      at = relationAt(graph, at)?.to
    }
    if (at === undefined) continue
    const end = nodeAt(graph, at) ? at : conclusions.get(at)
    if (end !== undefined) for (const relation of chain) conclusions.set(relation, end)
  }
  return conclusions
}

/** The root of the tree in which a node stands; halves the way there, so that walks stay short. */
function rootOf(above: Int32Array, node: number): number {
  let at = node
  for (let next = above[at] ?? at; next !== at; next = above[at] ?? at) {
    above[at] = above[next] ?? next
    at = next
  }
  return at
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}
