/**
 * Folding sections: a section that is folded is drawn as one box in which everything of it comes together.
 * The graph as it is then drawn is a graph again, so that layout and walking need to know nothing of it.
 * What the document stores is only which sections are folded.
 */
import type {
  ArgumentGraph,
  ArgumentNode,
  ElementId,
  NodeId,
  Relation,
  RelationId,
  SectionId,
} from './graph.ts'
import { relationAt } from './graph.ts'
import { nodeKindNames, nodeKinds } from './kinds.ts'
import { structureOf } from './structure.ts'

const prefix = 'section:'

/** The id that stands for a folded section among nodes; no node of a document can have it. */
export function foldId(section: SectionId): NodeId {
  return prefix + section
}

/** The section that an id of `foldId` stands for; undefined for any other id. */
export function sectionOfFold(id: ElementId): SectionId | undefined {
  return id.startsWith(prefix) ? id.slice(prefix.length) : undefined
}

const folds = new WeakMap<ArgumentGraph, ArgumentGraph>()

/**
 * The graph with each folded section as one node. Relations within a section are gone; those that would join
 * the same boxes the same way are one, under the id of the first. The very same graph if nothing is folded.
 */
export function foldedGraph(graph: ArgumentGraph): ArgumentGraph {
  if (!graph.layout?.folded?.length) return graph
  let folded = folds.get(graph)
  if (!folded) {
    folded = fold(graph)
    folds.set(graph, folded)
  }
  return folded
}

/** The nodes that are drawn as part of a folded section. */
export function foldedNodes(graph: ArgumentGraph): NodeId[] {
  const sections = new Set(graph.layout?.folded)
  if (sections.size === 0) return []
  return Object.keys(graph.nodes).filter((id) => sections.has(graph.nodes[id]?.section ?? ''))
}

/**
 * How a section stands, in words: "9 claims, 2 open objections". Counted are the two most frequent kinds
 * besides counterpoints, and the attacks on the section that nothing is said against.
 */
export function balanceOf(graph: ArgumentGraph, section: SectionId): string {
  const members = Object.entries(graph.nodes).filter(([, node]) => node.section === section)
  const counts = nodeKindNames
    .filter((kind) => kind !== 'counterpoint')
    .map((kind) => ({ kind, count: members.filter(([, node]) => node.kind === kind).length }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count)
    .slice(0, 2)
    .map(({ kind, count }) => `${count} ${count === 1 ? nodeKinds[kind].label : nodeKinds[kind].plural}`)
  // What is said against a counterpoint is an answer to it, no objection to the section.
  const claimed = members.filter(([, node]) => node.kind !== 'counterpoint').map(([id]) => id)
  const open = openObjections(graph, new Set(claimed))
  const objections =
    open === 0 ? 'no open objection' : open === 1 ? '1 open objection' : `${open} open objections`
  return [...counts, objections].join(', ')
}

/** Attacks on these nodes or on inferences to them, where nothing attacks a premise or the attack itself. */
function openObjections(graph: ArgumentGraph, nodes: ReadonlySet<NodeId>): number {
  const { into } = structureOf(graph)
  const isAttacked = (id: ElementId) =>
    (into.get(id) ?? []).some((relation) => graph.relations[relation]?.kind === 'attacks')
  return Object.entries(graph.relations).filter(
    ([id, { kind, from, to }]) =>
      kind === 'attacks' && nodes.has(concluded(graph, to)) && !isAttacked(id) && !from.some(isAttacked),
  ).length
}

/** Where a chain of relation targets ends. */
function concluded(graph: ArgumentGraph, id: ElementId): NodeId {
  let at = id
  for (let relation = relationAt(graph, at); relation; relation = relationAt(graph, at)) at = relation.to
  return at
}

function fold(graph: ArgumentGraph): ArgumentGraph {
  const members = new Set(foldedNodes(graph))
  if (members.size === 0) return graph
  const standIn = (id: NodeId): NodeId => (members.has(id) ? foldId(graph.nodes[id]?.section ?? '') : id)
  const nodes: Record<NodeId, ArgumentNode> = {}
  for (const [id, node] of Object.entries(graph.nodes)) {
    const shown = standIn(id)
    // Where its first statement stands among its siblings, there the section stands.
    if (!Object.hasOwn(nodes, shown)) nodes[shown] = shown === id ? node : boxOf(graph, node)
  }
  const layout = {
    ...graph.layout,
    collapsed: graph.layout?.collapsed?.filter((id) => !members.has(id)) ?? [],
  }
  return { ...graph, nodes, relations: foldRelations(graph, standIn), layout }
}

function boxOf(graph: ArgumentGraph, { section = '', order }: ArgumentNode): ArgumentNode {
  const text = graph.sections[section]?.title ?? ''
  return { kind: 'note', text, section, ...(order === undefined ? {} : { order }) }
}

function foldRelations(graph: ArgumentGraph, standIn: (id: NodeId) => NodeId): Record<RelationId, Relation> {
  /** What each relation has become: itself, the one it is the same as, or the box it has vanished into. */
  const became = new Map<RelationId, ElementId>()
  const firstLike = new Map<string, RelationId>()
  const shown = new Map<RelationId, Relation>()
  for (const start of Object.keys(graph.relations)) {
    const chain: RelationId[] = []
    for (let at: ElementId = start; !became.has(at);) {
      const relation = relationAt(graph, at)
      if (!relation) break
      chain.push(at)
      at = relation.to
    }
    for (const id of chain.toReversed()) {
      const relation = relationAt(graph, id)
      if (!relation) continue
      const to = relationAt(graph, relation.to)
        ? (became.get(relation.to) ?? relation.to)
        : standIn(relation.to)
      const from = [...new Set(relation.from.map(standIn))].filter(
        (premise) => premise !== to || isLoop(relation, to),
      )
      const like = JSON.stringify([relation.kind, from.toSorted(), to])
      const first = firstLike.get(like)
      if (from.length === 0) became.set(id, to)
      else if (first !== undefined && isFolded(from, to)) became.set(id, first)
      else {
        became.set(id, id)
        if (first === undefined) firstLike.set(like, id)
        const isSame =
          to === relation.to &&
          from.length === relation.from.length &&
          from.every((premise, index) => premise === relation.from[index])
        shown.set(id, isSame ? relation : { ...relation, from, to })
      }
    }
  }
  // In the order of the file, by which siblings without keys stand.
  return Object.fromEntries(
    Object.keys(graph.relations).flatMap((id) => {
      const relation = shown.get(id)
      return relation ? [[id, relation]] : []
    }),
  )
}

/** Whether a relation joins a statement that is shown to itself, as it does in the document. */
function isLoop({ from, to }: Relation, shown: ElementId): boolean {
  return from.includes(to) && sectionOfFold(shown) === undefined
}

function isFolded(from: readonly NodeId[], to: ElementId): boolean {
  return [...from, to].some((id) => sectionOfFold(id) !== undefined)
}
