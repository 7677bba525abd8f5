/**
 * What is connected to what, in author's order: derived once per graph and kept beside it (graphs
 * are immutable, so the answer never goes stale). Arrow keys, collapsing, layout, copying and the
 * outline all walk the same structure.
 */
import type { ArgumentGraph, ElementId, NodeId, RelationId } from './graph.ts'
import { buildStructure } from './structure-build.ts'
import { patchStructure } from './structure-patch.ts'

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

/** The graph whose structure was derived last: the next one is most often the version after it. */
let latest: WeakRef<ArgumentGraph> | undefined

/**
 * The structure of a graph. Time O((V + E) log (V + E)) the first time, less where it follows from that of
 * the version before (see structure-patch.ts), then constant.
 */
export function structureOf(graph: ArgumentGraph): Structure {
  let structure = structures.get(graph)
  if (!structure) {
    const before = latest?.deref()
    const known = before && structures.get(before)
    structure = (known && patchStructure(known, before, graph)) ?? buildStructure(graph)
    structures.set(graph, structure)
    latest = new WeakRef(graph)
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
