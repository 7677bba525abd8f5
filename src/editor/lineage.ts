/**
 * What an element rests on and what it bears on, all the way down and up: for showing a branch alone, and
 * for making the lines of an argument stand out on the map.
 */
import { nodeAt, relationAt, type ArgumentGraph, type ElementId, type NodeId } from '../model/graph.ts'
import { structureOf } from '../model/structure.ts'
import { ancestorsOf } from './visible.ts'

/** Everything below an element, itself included: what bears on it, on that, and on the relations between. */
export function elementsBelow(graph: ArgumentGraph, id: ElementId): ReadonlySet<ElementId> {
  const { into, premises } = structureOf(graph)
  return closure(id, (at) => [...(into.get(at) ?? []), ...(premises.get(at) ?? [])])
}

/** Everything above an element, itself included: what it bears on, and what that bears on. */
export function elementsAbove(graph: ArgumentGraph, id: ElementId): ReadonlySet<ElementId> {
  const { outOf } = structureOf(graph)
  return closure(id, (at) => {
    const relation = nodeAt(graph, at) ? undefined : relationAt(graph, at)
    return relation ? [relation.to] : (outOf.get(at) ?? [])
  })
}

const branches = new WeakMap<ArgumentGraph, Map<NodeId, ArgumentGraph>>()

/**
 * The graph of one branch: a node and everything below it, with everything else of the document as it is.
 * It is open where it was collapsed at its top. The very same value for the same graph and node; the graph itself if there is no such node.
 */
export function branchGraph(graph: ArgumentGraph, id: NodeId): ArgumentGraph {
  if (!nodeAt(graph, id)) return graph
  let known = branches.get(graph)
  if (!known) {
    known = new Map()
    branches.set(graph, known)
  }
  let branch = known.get(id)
  if (!branch) {
    const below = elementsBelow(graph, id)
    const kept = <T>(records: Readonly<Record<string, T>>) =>
      Object.fromEntries(Object.entries(records).filter(([each]) => below.has(each)))
    const { layout } = graph
    branch = {
      ...graph,
      nodes: kept(graph.nodes),
      relations: kept(graph.relations),
      ...(layout && {
        layout: {
          ...layout,
          pinned: kept(layout.pinned ?? {}),
          collapsed: layout.collapsed?.filter((each) => each !== id && below.has(each)) ?? [],
        },
      }),
    }
    known.set(id, branch)
  }
  return branch
}

/** The way from the root down to a node, itself last: what a trail of breadcrumbs shows. */
export function trailTo(graph: ArgumentGraph, id: NodeId): NodeId[] {
  return nodeAt(graph, id) ? [...ancestorsOf(graph, id).toReversed(), id] : []
}

function closure(start: ElementId, next: (id: ElementId) => readonly ElementId[]): Set<ElementId> {
  const found = new Set([start])
  const waiting = [start]
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    for (const id of next(at)) {
      if (found.has(id)) continue
      found.add(id)
      waiting.push(id)
    }
  }
  return found
}
