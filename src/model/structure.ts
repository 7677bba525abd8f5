/**
 * What is connected to what, in author's order: derived once per graph and kept beside it (graphs
 * are immutable, so the answer never goes stale). Arrow keys, collapsing, layout, copying and the
 * outline all walk the same structure.
 */
import {
  nodeAt,
  relationAt,
  type ArgumentGraph,
  type ElementId,
  type NodeId,
  type RelationId,
} from './graph.ts'
import { inOrder } from './order.ts'
import { structureAfter } from './structure-after.ts'

export interface Structure {
  /** Relations that point at a node or relation, in author's order. */
  readonly into: ReadonlyMap<ElementId, readonly RelationId[]>
  /** Relations that have the node among their premises, in the order of the file. */
  readonly outOf: ReadonlyMap<NodeId, readonly RelationId[]>
  /** Premises of a relation in author's order. */
  readonly premises: ReadonlyMap<RelationId, readonly NodeId[]>
  /**
   * The relation through which a node hangs in the map when it is walked as a tree: its first
   * outgoing one that does not close a circle. Roots have none.
   */
  readonly parentRelation: ReadonlyMap<NodeId, RelationId>
  /** Nodes without a parent relation, in author's order. Every node hangs under one of them. */
  readonly roots: readonly NodeId[]
}

const structures = new WeakMap<ArgumentGraph, Structure>()
/** The graph whose structure was derived last: most often the version before the next one. */
let newest: WeakRef<ArgumentGraph> | undefined

/**
 * The structure of a graph. Versions that differ in nothing it depends on share its parts, as while a text is
 * typed. Time O((V + E) log (V + E)) the first time, O(V + E) for a version that hardly differs from the one
 * asked about before, then constant.
 */
export function structureOf(graph: ArgumentGraph): Structure {
  let structure = structures.get(graph)
  if (!structure) {
    structure = structureFromNewest(graph) ?? buildStructure(graph)
    structures.set(graph, structure)
    newest = new WeakRef(graph)
  }
  return structure
}

function structureFromNewest(graph: ArgumentGraph): Structure | undefined {
  const before = newest?.deref()
  const known = before && structures.get(before)
  if (!known) return undefined
  if (before.relations !== graph.relations) return structureAfter(before, known, graph)
  // Each version has a structure of its own, whose parts are shared.
  return sameSequence(before.nodes, graph.nodes) ? { ...known } : undefined
}

/** Whether these are the same ids in the same order, by the file and by the author. */
function sameSequence(a: ArgumentGraph['nodes'], b: ArgumentGraph['nodes']): boolean {
  if (a === b) return true
  const [ids, others] = [Object.keys(a), Object.keys(b)]
  return (
    ids.length === others.length &&
    ids.every((id, index) => id === others[index] && (a[id] === b[id] || a[id]?.order === b[id]?.order))
  )
}

/** Relations into an element, in author's order; empty if there are none. */
export function relationsInto(graph: ArgumentGraph, id: ElementId): readonly RelationId[] {
  return structureOf(graph).into.get(id) ?? []
}

/** Relations that have this node as a premise. */
export function relationsOutOf(graph: ArgumentGraph, id: NodeId): readonly RelationId[] {
  return structureOf(graph).outOf.get(id) ?? []
}

/** The nodes directly under an element, in author's order: premises of the relations into it. */
export function childrenOf(graph: ArgumentGraph, id: ElementId): NodeId[] {
  const structure = structureOf(graph)
  const children = (structure.into.get(id) ?? []).flatMap(
    (relation) => structure.premises.get(relation) ?? [],
  )
  return [...new Set(children)]
}

/** The element a node hangs under when the map is walked as a tree: a node, a relation or nothing. */
export function parentOf(graph: ArgumentGraph, id: NodeId): ElementId | undefined {
  const relation = structureOf(graph).parentRelation.get(id)
  return relation === undefined ? undefined : graph.relations[relation]?.to
}

/** The node at the end of a chain of relation targets: a relation stands for what it concludes. */
export function concludedNode(graph: ArgumentGraph, id: ElementId): NodeId | undefined {
  const seen = new Set<ElementId>()
  let current = id
  while (!Object.hasOwn(graph.nodes, current)) {
    const relation = Object.hasOwn(graph.relations, current) ? graph.relations[current] : undefined
    if (!relation || seen.has(current)) return undefined
    seen.add(current)
    current = relation.to
  }
  return current
}

function buildStructure(graph: ArgumentGraph): Structure {
  const into = new Map<ElementId, RelationId[]>()
  const outOf = new Map<NodeId, RelationId[]>()
  const premises = new Map<RelationId, readonly NodeId[]>()
  for (const id of inOrder(graph.relations)) {
    const relation = graph.relations[id]
    if (relation) push(into, relation.to, id)
  }
  for (const [id, relation] of Object.entries(graph.relations)) {
    const { from } = relation
    // Most relations have a single premise: thousands of sets would cost more than all else here.
    const distinct = from.length > 1 ? [...new Set(from)] : from
    premises.set(id, from.length > 1 ? inOrder(graph.nodes, distinct) : from)
    for (const premise of distinct) push(outOf, premise, id)
  }
  const parentRelation = parentRelations(graph, outOf)
  const roots = inOrder(graph.nodes).filter((node) => !parentRelation.has(node))
  return { into, outOf, premises, parentRelation, roots }
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
  const conclusions = conclusionsOf(graph)
  const parentRelation = new Map<NodeId, RelationId>()
  /** A way from each node to the root of its tree, shortened whenever it is walked; roots have none. */
  const above = new Map<NodeId, NodeId>()
  for (const node of Object.keys(graph.nodes)) {
    for (const relation of outOf.get(node) ?? []) {
      const end = conclusions.get(relation)
      const root = end === undefined ? node : rootOf(above, end)
      if (root === node) continue
      parentRelation.set(node, relation)
      above.set(node, root)
      break
    }
  }
  return parentRelation
}

/** The node at which the chain of targets of each relation ends; none for chains that end nowhere. */
function conclusionsOf(graph: ArgumentGraph): Map<RelationId, NodeId> {
  const conclusions = new Map<RelationId, NodeId>()
  const settled = new Set<RelationId>()
  for (const [start, { to }] of Object.entries(graph.relations)) {
    if (nodeAt(graph, to)) {
      conclusions.set(start, to)
      settled.add(start)
      continue
    }
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
function rootOf(above: Map<NodeId, NodeId>, node: NodeId): NodeId {
  let at = node
  for (let next = above.get(at); next !== undefined; next = above.get(at)) {
    const beyond = above.get(next)
    if (beyond !== undefined) above.set(at, beyond)
    at = next
  }
  return at
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}
