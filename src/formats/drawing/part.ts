/**
 * Which part of a map a picture shows, as a graph of its own that is laid out by itself: no relation lacks an
 * end, and everything else of the document (sources, sections, title, pins) is as it is.
 */
import {
  nodeAt,
  relationAt,
  type ArgumentGraph,
  type ElementId,
  type NodeId,
  type RelationId,
} from '../../model/graph.ts'
import { nameOfStatement } from '../../model/naming.ts'
import { structureOf } from '../../model/structure.ts'
import type { PicturePart } from './picture.ts'

/**
 * The graph of a part. For everything it is the graph itself, so collapsed branches stay collapsed; a branch
 * is open at its top; a selection and a section are drawn whole. Sections are folded only in the whole map.
 * Ids that the graph does not have add nothing.
 */
export function graphOfPart(graph: ArgumentGraph, what: PicturePart): ArgumentGraph {
  switch (what.part) {
    case 'all':
      return graph
    case 'selection':
      return restricted(graph, withRelationsBetween(graph, selected(graph, what.ids)))
    case 'branch':
      return restricted(graph, below(graph, what.node), (id) => id !== what.node)
    case 'section': {
      const nodes = Object.keys(graph.nodes).filter((id) => graph.nodes[id]?.section === what.section)
      return restricted(graph, withRelationsBetween(graph, new Set(nodes)))
    }
  }
}

/** What a picture of a part says it is: "Section: Costs". Undefined for the whole map. */
export function wordsOfPart(graph: ArgumentGraph, what: PicturePart): string | undefined {
  switch (what.part) {
    case 'all':
      return undefined
    case 'selection':
      return 'Part of the map'
    case 'branch': {
      const node = nodeAt(graph, what.node)
      return node ? `Branch of the ${lowerFirst(nameOfStatement(node))}` : undefined
    }
    case 'section': {
      const section = Object.hasOwn(graph.sections, what.section) ? graph.sections[what.section] : undefined
      return section ? `Section: ${section.title}` : undefined
    }
  }
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}

/** What was chosen, and the ends without which a chosen relation would be none. */
function selected(graph: ArgumentGraph, ids: readonly ElementId[]): Set<ElementId> {
  const found = new Set<ElementId>()
  const waiting = [...ids]
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (found.has(id)) continue
    const relation = relationAt(graph, id)
    if (!relation && !nodeAt(graph, id)) continue
    found.add(id)
    if (relation) waiting.push(...relation.from, relation.to)
  }
  return found
}

/** Adds every relation of which all premises and the target are there; a relation may be a target itself. */
function withRelationsBetween(graph: ArgumentGraph, ids: Set<ElementId>): Set<ElementId> {
  const { into } = structureOf(graph)
  const waiting: ElementId[] = [...ids]
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    for (const relation of into.get(id) ?? []) {
      if (ids.has(relation) || !relationAt(graph, relation)?.from.every((premise) => ids.has(premise)))
        continue
      ids.add(relation)
      waiting.push(relation)
    }
  }
  return ids
}

/** A node and everything that bears on it, on that, and on the relations between. */
function below(graph: ArgumentGraph, node: NodeId): Set<ElementId> {
  const { into, premises } = structureOf(graph)
  const found = new Set<ElementId>(nodeAt(graph, node) ? [node] : [])
  for (const id of found) {
    for (const next of [...(into.get(id) ?? []), ...(premises.get(id) ?? [])]) found.add(next)
  }
  return found
}

function restricted(
  graph: ArgumentGraph,
  ids: ReadonlySet<ElementId>,
  staysCollapsed: (id: ElementId) => boolean = () => false,
): ArgumentGraph {
  const kept = <T>(records: Readonly<Record<NodeId | RelationId, T>>): Record<string, T> =>
    Object.fromEntries(Object.entries(records).filter(([id]) => ids.has(id)))
  const { layout } = graph
  return {
    ...graph,
    nodes: kept(graph.nodes),
    relations: kept(graph.relations),
    ...(layout && {
      layout: {
        ...layout,
        pinned: kept(layout.pinned ?? {}),
        folded: [],
        collapsed: (layout.collapsed ?? []).filter((id) => ids.has(id) && staysCollapsed(id)),
      },
    }),
  }
}
