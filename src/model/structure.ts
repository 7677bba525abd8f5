/**
 * What is connected to what, in author's order: derived once per graph and kept beside it (graphs
 * are immutable, so the answer never goes stale). Arrow keys, collapsing, layout, copying and the
 * outline all walk the same structure.
 */
import type { ArgumentGraph, ElementId, NodeId, RelationId } from './graph.ts'
import { inOrder } from './order.ts'

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
  /** Nodes without a parent relation, in author's order: recommendations and issues first to be read. */
  readonly roots: readonly NodeId[]
}

const structures = new WeakMap<ArgumentGraph, Structure>()

/** The structure of a graph. Time O(V + E log E) the first time, then constant. */
export function structureOf(graph: ArgumentGraph): Structure {
  let structure = structures.get(graph)
  if (!structure) {
    structure = buildStructure(graph)
    structures.set(graph, structure)
  }
  return structure
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
    premises.set(
      id,
      relation.from.length > 1 ? inOrder(graph.nodes, [...new Set(relation.from)]) : relation.from,
    )
    for (const premise of new Set(relation.from)) push(outOf, premise, id)
  }
  const parentRelation = new Map<NodeId, RelationId>()
  for (const node of Object.keys(graph.nodes)) {
    const parent = outOf.get(node)?.find((relation) => {
      const target = endOfTargets(graph, relation)
      return target !== undefined && !climbsTo(graph, parentRelation, target, node)
    })
    if (parent !== undefined) parentRelation.set(node, parent)
  }
  const roots = inOrder(graph.nodes).filter((node) => !parentRelation.has(node))
  return { into, outOf, premises, parentRelation, roots }
}

/** Whether walking from `start` towards its roots passes `node`. */
function climbsTo(
  graph: ArgumentGraph,
  parentRelation: ReadonlyMap<NodeId, RelationId>,
  start: NodeId,
  node: NodeId,
): boolean {
  for (let at: NodeId | undefined = start; at !== undefined;) {
    if (at === node) return true
    const relation = parentRelation.get(at)
    at = relation === undefined ? undefined : endOfTargets(graph, relation)
  }
  return false
}

function endOfTargets(graph: ArgumentGraph, relation: RelationId): NodeId | undefined {
  const target = graph.relations[relation]?.to
  return target === undefined ? undefined : concludedNode(graph, target)
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}
