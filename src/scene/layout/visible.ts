/**
 * What of a graph is to be seen: a collapsed node hides everything that can be reached downwards only
 * through it, and says how much that is. Derived once per graph.
 */
import {
  hasElement,
  nodeAt,
  relationAt,
  type ArgumentGraph,
  type ElementId,
  type NodeId,
  type RelationId,
} from '../../model/graph.ts'
import { structureOf } from '../../model/structure.ts'
import type { HiddenCount } from '../scene.ts'

export interface VisiblePart {
  /** Visible nodes in the order of the file. */
  readonly nodes: readonly NodeId[]
  /** Relations of which the target and at least one premise are visible, in the order of the file. */
  readonly relations: readonly RelationId[]
  readonly isVisible: (id: ElementId) => boolean
  /** For each visible collapsed node that hides something: what. */
  readonly hidden: ReadonlyMap<NodeId, HiddenCount>
}

const parts = new WeakMap<ArgumentGraph, VisiblePart>()

/** The visible part of a graph. Time O(V + E) plus what collapsed branches hide. */
export function visiblePart(graph: ArgumentGraph): VisiblePart {
  let part = parts.get(graph)
  if (!part) {
    part = findVisible(graph)
    parts.set(graph, part)
  }
  return part
}

function findVisible(graph: ArgumentGraph): VisiblePart {
  const collapsed = new Set((graph.layout?.collapsed ?? []).filter((id) => nodeAt(graph, id)))
  if (collapsed.size === 0) return everything(graph)
  const reached = reachedNodes(graph, collapsed)
  const nodes = Object.keys(graph.nodes).filter((id) => reached.has(id))
  const relations = visibleRelations(graph, new Set(nodes))
  const shown = new Set<ElementId>([...nodes, ...relations])
  const hidden = new Map<NodeId, HiddenCount>()
  for (const id of collapsed) {
    const count = shown.has(id) ? countHidden(graph, id, shown) : undefined
    if (count) hidden.set(id, count)
  }
  return { nodes, relations, isVisible: (id) => shown.has(id), hidden }
}

/** In a valid document every relation has premises and a target, so all of it can be seen. */
function everything(graph: ArgumentGraph): VisiblePart {
  return {
    nodes: Object.keys(graph.nodes),
    relations: Object.keys(graph.relations),
    isVisible: (id) => hasElement(graph, id),
    hidden: new Map(),
  }
}

/** Walks down from the roots and stops at collapsed nodes. Every node hangs under some root. */
function reachedNodes(graph: ArgumentGraph, collapsed: ReadonlySet<NodeId>): Set<NodeId> {
  const { roots, into, premises } = structureOf(graph)
  const reached = new Set<ElementId>(roots)
  const waiting: ElementId[] = [...roots]
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (collapsed.has(id)) continue
    for (const relation of into.get(id) ?? []) {
      for (const next of [relation, ...(premises.get(relation) ?? [])]) {
        if (reached.has(next)) continue
        reached.add(next)
        waiting.push(next)
      }
    }
  }
  return reached
}

/** A relation onto a relation needs that one visible; targets of relations never form a circle. */
function visibleRelations(graph: ArgumentGraph, nodes: ReadonlySet<NodeId>): RelationId[] {
  const answers = new Map<RelationId, boolean>()
  for (const start of Object.keys(graph.relations)) {
    const passed: RelationId[] = []
    let at: ElementId = start
    let isShown = false
    for (;;) {
      const known = answers.get(at)
      const relation = relationAt(graph, at)
      if (known !== undefined || !relation) {
        isShown = known ?? nodes.has(at)
        break
      }
      passed.push(at)
      at = relation.to
    }
    for (const id of passed.reverse()) {
      isShown &&= relationAt(graph, id)?.from.some((premise) => nodes.has(premise)) ?? false
      answers.set(id, isShown)
    }
  }
  return Object.keys(graph.relations).filter((id) => answers.get(id))
}

/** Counts hidden nodes under one node by the number of attacks on the shortest way down. */
function countHidden(
  graph: ArgumentGraph,
  from: NodeId,
  shown: ReadonlySet<ElementId>,
): HiddenCount | undefined {
  const { into, premises } = structureOf(graph)
  const against = new Map<ElementId, boolean>([[from, false]])
  const count = { nodes: 0, for: 0, against: 0 }
  for (const [id, isAgainst] of against) {
    for (const relation of into.get(id) ?? []) {
      const turns = graph.relations[relation]?.kind === 'attacks'
      if (!against.has(relation)) against.set(relation, isAgainst !== turns)
      for (const premise of premises.get(relation) ?? []) {
        if (shown.has(premise) || against.has(premise)) continue
        against.set(premise, isAgainst !== turns)
        count.nodes += 1
        count[isAgainst === turns ? 'for' : 'against'] += 1
      }
    }
  }
  return count.nodes === 0 ? undefined : count
}
