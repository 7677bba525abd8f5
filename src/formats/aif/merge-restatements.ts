/**
 * The offer to merge statements that say the same: analysts of debates note a rephrase for every time that
 * something is said again, so that half of the statements hang on nothing else. The earlier statement stays
 * with everything that led to the later ones; their texts are kept as variants in `ext.aif`.
 */
import type {
  Answers,
  ArgumentGraph,
  ArgumentNode,
  ElementId,
  NodeId,
  Relation,
  RelationId,
} from '../../model/graph.ts'
import type { ImportOffer } from '../conversion.ts'
import { fieldOf, isFields, type Fields } from '../slot/plain.ts'
import { idText } from './nodeset.ts'

/** Offers to merge restatements; empty where there are none. */
export function mergeOffer(graph: ArgumentGraph): readonly ImportOffer[] {
  const count = earlierOf(graph).size
  if (count === 0) return []
  return [
    {
      id: 'merge-restatements',
      label: count === 1 ? 'Merge 1 restatement' : `Merge ${count} restatements`,
      explanation:
        'Statements that only say again what an earlier one says become one with it: its text stays, theirs are kept as variants, and what led to them leads to it. Steps that would then lead from a statement to itself are left out.',
      apply: mergeRestatements,
    },
  ]
}

/** The graph with each later statement merged into the earliest that it restates. */
function mergeRestatements(graph: ArgumentGraph): ArgumentGraph {
  const earlier = earlierOf(graph)
  if (earlier.size === 0) return graph
  const now = (id: ElementId): ElementId => earlier.get(id) ?? id
  const relations = mergedRelations(graph, now)
  const { kept, gone } = relations
  const later = new Map<NodeId, NodeId[]>()
  for (const [id, root] of earlier) {
    const list = later.get(root)
    if (list) list.push(id)
    else later.set(root, [id])
  }
  const nodes = Object.entries(graph.nodes).flatMap(([id, node]): [NodeId, ArgumentNode][] =>
    earlier.has(id) ? [] : [[id, answersMoved(withVariants(graph, node, later.get(id) ?? []), now)]],
  )
  const muted =
    graph.muted &&
    Object.fromEntries(
      Object.entries(graph.muted).map(([rule, entry]) => [
        rule,
        entry.at ? { ...entry, at: [...new Set(entry.at.map(now))].filter((id) => !gone.has(id)) } : entry,
      ]),
    )
  const layout = graph.layout && {
    ...graph.layout,
    ...(graph.layout.pinned
      ? { pinned: Object.fromEntries(Object.entries(graph.layout.pinned).filter(([id]) => !earlier.has(id))) }
      : {}),
    ...(graph.layout.collapsed ? { collapsed: graph.layout.collapsed.filter((id) => !earlier.has(id)) } : {}),
  }
  return {
    ...graph,
    nodes: Object.fromEntries(nodes),
    relations: Object.fromEntries(kept.map(([id, relation]) => [id, answersMoved(relation, now)])),
    ...(muted ? { muted } : {}),
    ...(layout ? { layout } : {}),
    ...extMoved(graph, earlier),
  }
}

/**
 * For each statement that restates another the earliest one at the end of the chain; where the chain runs in
 * a circle, the one that stands first in the document.
 */
function earlierOf({ nodes, relations }: ArgumentGraph): ReadonlyMap<NodeId, NodeId> {
  const next = new Map<NodeId, NodeId>()
  // Only recommendations can answer an issue; what does so stays a statement of its own.
  const answering = new Set(
    Object.values(relations).flatMap(({ kind, from }) => (kind === 'addresses' ? from : [])),
  )
  for (const { kind, from, to } of Object.values(relations)) {
    const [later] = from
    if (kind !== 'restates' || later === undefined || later === to) continue
    if (!next.has(later) && !answering.has(later)) next.set(later, to)
  }
  const place = new Map(Object.keys(nodes).map((id, index) => [id, index]))
  const roots = new Map<NodeId, NodeId>()
  for (const start of next.keys()) {
    const chain = new Set<NodeId>()
    let at = start
    for (;;) {
      const onward = next.get(at)
      if (roots.has(at) || onward === undefined || chain.has(at)) break
      chain.add(at)
      at = onward
    }
    const circle = chain.has(at) ? [...chain].slice([...chain].indexOf(at)) : []
    const first = circle.toSorted((a, b) => (place.get(a) ?? 0) - (place.get(b) ?? 0))[0]
    const root = roots.get(at) ?? first ?? at
    for (const id of chain) roots.set(id, root)
  }
  for (const [id, root] of roots) if (id === root) roots.delete(id)
  return roots
}

function mergedRelations(
  graph: ArgumentGraph,
  now: (id: ElementId) => ElementId,
): { kept: [RelationId, Relation][]; gone: ReadonlySet<RelationId> } {
  const moved = Object.entries(graph.relations).map(([id, relation]): [RelationId, Relation] => {
    const { from, to, roles } = relation
    const merged = { ...relation, from: [...new Set(from.map(now))], to: now(to) }
    return [
      id,
      roles
        ? {
            ...merged,
            roles: Object.fromEntries(Object.entries(roles).map(([name, node]) => [name, now(node)])),
          }
        : merged,
    ]
  })
  const onto = new Map<ElementId, RelationId[]>()
  for (const [id, { to }] of moved) {
    const list = onto.get(to)
    if (list) list.push(id)
    else onto.set(to, [id])
  }
  const gone = new Set<RelationId>()
  const open = moved.flatMap(([id, { from, to }]) =>
    from.includes(to) && !isSame(graph.relations[id], from, to) ? [id] : [],
  )
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (gone.has(id)) continue
    gone.add(id)
    for (const hanging of onto.get(id) ?? []) open.push(hanging)
  }
  return { kept: moved.filter(([id]) => !gone.has(id)), gone }
}

/** Whether the relation was as it is before: then it led to itself before too, and that is not for merging to mend. */
function isSame(before: Relation | undefined, from: readonly NodeId[], to: ElementId): boolean {
  return (
    before?.to === to && before.from.length === from.length && before.from.every((id, i) => id === from[i])
  )
}

function withVariants(graph: ArgumentGraph, node: ArgumentNode, later: readonly NodeId[]): ArgumentNode {
  if (later.length === 0) return node
  const aif = aifOf(node)
  const others = later.flatMap((id) => {
    const other = graph.nodes[id]
    return other ? [[id, other] as const] : []
  })
  const variants = [
    ...listIn(aif, 'variants'),
    ...others.flatMap(([id, other]) => [
      { nodeID: idText(fieldOf(aifOf(other), 'nodeID')) ?? id, text: other.text },
      ...listIn(aifOf(other), 'variants'),
    ]),
  ]
  const said = [...listIn(aif, 'said'), ...others.flatMap(([, other]) => listIn(aifOf(other), 'said'))]
  const excerpts = [...(node.excerpts ?? []), ...others.flatMap(([, other]) => other.excerpts ?? [])]
  return {
    ...node,
    ...(excerpts.length > 0 ? { excerpts } : {}),
    ext: { ...node.ext, aif: { ...aif, variants, ...(said.length > 0 ? { said } : {}) } },
  }
}

function aifOf({ ext }: ArgumentNode): Fields {
  const aif = fieldOf(ext, 'aif')
  return isFields(aif) ? aif : {}
}

function listIn(fields: Fields, name: string): readonly unknown[] {
  const list = fieldOf(fields, name)
  return Array.isArray(list) ? list : []
}

/** Answers that named a later statement name the earlier one. */
function answersMoved<T extends ArgumentNode | Relation>(record: T, now: (id: NodeId) => NodeId): T {
  const moved = (answers: Answers): Answers =>
    Object.fromEntries(
      Object.entries(answers).map(([name, answer]) => [
        name,
        answer.by === undefined ? answer : { ...answer, by: now(answer.by) },
      ]),
    )
  const questions: Answers | undefined = record.questions
  const criteria = 'criteria' in record ? (record.criteria as Answers | undefined) : undefined
  return {
    ...record,
    ...(questions ? { questions: moved(questions) } : {}),
    ...(criteria ? { criteria: moved(criteria) } : {}),
  }
}

/** What anchored a later statement in the dialogue anchors the earlier one. */
function extMoved(graph: ArgumentGraph, earlier: ReadonlyMap<NodeId, NodeId>): Pick<ArgumentGraph, 'ext'> {
  const aif = fieldOf(graph.ext, 'aif')
  if (!isFields(aif)) return {}
  const aifId = (id: NodeId): string => {
    const node = graph.nodes[id]
    return (node && idText(fieldOf(aifOf(node), 'nodeID'))) ?? id
  }
  const moves = new Map([...earlier].map(([id, root]) => [aifId(id), aifId(root)]))
  const toId = (id: unknown): unknown => {
    const root = moves.get(idText(id) ?? '')
    return root === undefined ? id : typeof id === 'number' ? Number(root) : root
  }
  const edges = listIn(aif, 'edges').map((edge) =>
    isFields(edge) ? { ...edge, fromID: toId(edge['fromID']), toID: toId(edge['toID']) } : edge,
  )
  return { ext: { ...graph.ext, aif: { ...aif, ...(edges.length > 0 ? { edges } : {}) } } }
}
