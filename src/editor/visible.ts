/**
 * What collapsing hides, by the rule by which the map is drawn, and the tree along which branches are
 * walked. Derived once per graph.
 */
import type { ArgumentGraph, ElementId, NodeId } from '../model/graph.ts'
import { foldedGraph, sectionOfFold } from '../model/fold.ts'
import { visiblePart } from '../scene/layout/visible.ts'
import { concludedNode, parentOf, structureOf } from '../model/structure.ts'

const hidden = new WeakMap<ArgumentGraph, ReadonlySet<NodeId>>()
const walked = new WeakMap<ArgumentGraph, ArgumentGraph>()
const below = new WeakMap<ArgumentGraph, ReadonlyMap<NodeId, readonly NodeId[]>>()

/** The nodes hidden in collapsed branches and folded sections. */
export function hiddenNodes(graph: ArgumentGraph): ReadonlySet<NodeId> {
  let nodes = hidden.get(graph)
  if (!nodes) {
    const { isVisible } = visiblePart(foldedGraph(graph))
    nodes = new Set(Object.keys(graph.nodes).filter((id) => !isVisible(id)))
    hidden.set(graph, nodes)
  }
  return nodes
}

/**
 * The graph as it is walked: what can be seen, without the relations into collapsed nodes and
 * without folded sections. The very same graph when nothing is collapsed or folded.
 */
export function walkedGraph(graph: ArgumentGraph): ArgumentGraph {
  const drawn = foldedGraph(graph)
  const collapsed = new Set(drawn.layout?.collapsed)
  if (collapsed.size === 0 && drawn === graph) return graph
  let shown = walked.get(graph)
  if (!shown) {
    const { isVisible, nodes, relations } = visiblePart(drawn)
    // The box of a folded section is no place to stand on.
    const isWalked = (id: ElementId) => isVisible(id) && sectionOfFold(id) === undefined
    const isOpen = (id: ElementId) => {
      const relation = drawn.relations[id]
      return relation && !collapsed.has(relation.to) && isWalked(relation.to) && relation.from.some(isWalked)
    }
    shown = {
      ...drawn,
      nodes: pick(drawn.nodes, nodes.filter(isWalked)),
      relations: pick(drawn.relations, relations.filter(isOpen), (relation) => ({
        ...relation,
        from: relation.from.filter(isWalked),
      })),
    }
    walked.set(graph, shown)
  }
  return shown
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
  if (collapsed.length === 0) return [...ids]
  // What can be seen elsewhere is not meant: the user does not expect it to go along.
  const hiddenOnes = hiddenNodes(graph)
  const branch = branchOf(graph, collapsed).filter((id) => hiddenOnes.has(id) || ids.includes(id))
  return [...new Set([...branch, ...ids])]
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

function pick<T>(
  records: Readonly<Record<string, T>>,
  ids: readonly string[],
  change: (record: T) => T = (record) => record,
): Record<string, T> {
  return Object.fromEntries(
    ids.flatMap((id) => {
      const record = records[id]
      return record === undefined ? [] : [[id, change(record)]]
    }),
  )
}
