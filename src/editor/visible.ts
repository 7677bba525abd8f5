/**
 * What collapsing hides: the nodes that hang under a collapsed one when the map is walked as a tree.
 * Derived once per graph.
 */
import type { ArgumentGraph, ElementId, NodeId } from '../model/graph.ts'
import { concludedNode, parentOf, structureOf } from '../model/structure.ts'

const hidden = new WeakMap<ArgumentGraph, ReadonlySet<NodeId>>()
const below = new WeakMap<ArgumentGraph, ReadonlyMap<NodeId, readonly NodeId[]>>()

/** The nodes hidden in collapsed branches. */
export function hiddenNodes(graph: ArgumentGraph): ReadonlySet<NodeId> {
  let nodes = hidden.get(graph)
  if (!nodes) {
    nodes = findHidden(graph)
    hidden.set(graph, nodes)
  }
  return nodes
}

/** The nodes above a node or relation on its way to a root, nearest first; it does not contain itself. */
export function ancestorsOf(graph: ArgumentGraph, id: ElementId): NodeId[] {
  const ancestors: NodeId[] = []
  for (let at = nodeAbove(graph, id); at !== undefined; at = nodeAbove(graph, at)) ancestors.push(at)
  return ancestors
}

/** The node directly above: what a relation concludes in the end, what a node hangs under. */
export function nodeAbove(graph: ArgumentGraph, id: ElementId): NodeId | undefined {
  if (!Object.hasOwn(graph.nodes, id)) return concludedNode(graph, id)
  const parent = parentOf(graph, id)
  return parent === undefined ? undefined : concludedNode(graph, parent)
}

/** The nodes that hang under these in the tree, themselves included, in the order of the file. */
export function branchOf(graph: ArgumentGraph, ids: readonly NodeId[]): NodeId[] {
  const found = new Set<NodeId>()
  const waiting = [...ids]
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (found.has(id)) continue
    found.add(id)
    waiting.push(...(treeBelow(graph).get(id) ?? []))
  }
  return Object.keys(graph.nodes).filter((id) => found.has(id))
}

/** The elements, and what hangs hidden under those that are collapsed: a collapsed node stands for its branch. */
export function withHidden(graph: ArgumentGraph, ids: readonly ElementId[]): ElementId[] {
  const collapsed = ids.filter((id) => graph.layout?.collapsed?.includes(id))
  return collapsed.length === 0 ? [...ids] : [...new Set([...branchOf(graph, collapsed), ...ids])]
}

/** The nodes directly under each node in the tree, those that hang on its relations included; collapsed or not. */
export function treeBelow(graph: ArgumentGraph): ReadonlyMap<NodeId, readonly NodeId[]> {
  const known = below.get(graph)
  if (known) return known
  const tree = new Map<NodeId, NodeId[]>()
  for (const id of structureOf(graph).parentRelation.keys()) {
    const above = nodeAbove(graph, id)
    if (above === undefined) continue
    const siblings = tree.get(above)
    if (siblings) siblings.push(id)
    else tree.set(above, [id])
  }
  below.set(graph, tree)
  return tree
}

function findHidden(graph: ArgumentGraph): Set<NodeId> {
  const collapsed = new Set(graph.layout?.collapsed)
  const answers = new Map<NodeId, boolean>()
  if (collapsed.size > 0) {
    for (const id of structureOf(graph).parentRelation.keys()) mark(graph, id, { collapsed, answers })
  }
  return new Set([...answers].flatMap(([id, isHidden]) => (isHidden ? [id] : [])))
}

/** Climbs until the answer is known, then gives it to everything passed: linear over all nodes. */
function mark(
  graph: ArgumentGraph,
  start: NodeId,
  { collapsed, answers }: { collapsed: ReadonlySet<string>; answers: Map<NodeId, boolean> },
): void {
  const passed: NodeId[] = []
  let at: NodeId | undefined = start
  let isHidden = false
  while (at !== undefined && !answers.has(at)) {
    passed.push(at)
    at = nodeAbove(graph, at)
  }
  if (at !== undefined) isHidden = (answers.get(at) ?? false) || collapsed.has(at)
  for (const id of passed.reverse()) {
    answers.set(id, isHidden)
    isHidden ||= collapsed.has(id)
  }
}
