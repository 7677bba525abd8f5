/**
 * Putting a graph into the open one: what pasting, duplicating and importing share. Everything gets new
 * ids and keeps its own order; what it brings besides (sources, sections) is taken over, or found to be
 * there already. Records are copied whole, so unknown fields and `ext` come along.
 */
import type { Draft } from 'immer'
import { answersRenamed, withAnswers } from '../../model/answers.ts'
import type { ArgumentGraph, ArgumentNode, ElementId, NodeId, Relation } from '../../model/graph.ts'
import { refusalToConnect } from '../../model/connections.ts'
import { inOrder } from '../../model/order.ts'
import { rolesRenamed, withRoles } from '../../model/roles.ts'
import { structureOf } from '../../model/structure.ts'
import { nodeAt } from '../../model/graph.ts'
import type { RelationKind } from '../../model/kinds.ts'
import type { CommandContext } from '../command.ts'
import { isSameValue } from '../same-value.ts'
import { expand } from './collapse.ts'
import { changeLayout } from './layout.ts'
import { placeNodesLast, placeRelations, writeKeys } from './ordering.ts'
import { freeId } from './selection.ts'
import { sourceIdFor } from './sources.ts'
import { ancestorsOf } from '../visible.ts'

/** A graph ready to be put into another one. */
export interface Insertion {
  /** The new ids of nodes and relations by their ids in the fragment. */
  readonly ids: ReadonlyMap<ElementId, ElementId>
  /** The new nodes, in author's order. */
  readonly nodes: readonly NodeId[]
  /** The open graph with the fragment in it, unattached: for asking what may be connected. */
  readonly graph: ArgumentGraph
  readonly change: (draft: Draft<ArgumentGraph>) => void
}

/** Prepares the insertion of a fragment as separate parts. */
export function insertion(context: CommandContext, fragment: ArgumentGraph): Insertion {
  const { graph } = context.state
  const ids = new Map(
    [...Object.keys(fragment.nodes), ...Object.keys(fragment.relations)].map((id) => [id, freeId(context)]),
  )
  const sources = newIds(fragment.sources, graph.sources, (id, taken) => sourceIdFor(graph, id, taken))
  const sections = newIds(fragment.sections, graph.sections, () => freeId(context))
  const ordered = inOrder(fragment.nodes)
  const { keys, rekeyed } = placeNodesLast(graph, ordered.length)
  const order = new Map(ordered.map((id, index) => [id, keys[index] ?? '']))
  const nodes = renamed(fragment.nodes, ids, (node, id) => ({
    ...withRenamedAnswers(node, ids),
    order: order.get(id) ?? '',
    ...(node.section === undefined ? {} : { section: sections.get(node.section) ?? node.section }),
    ...(node.excerpts === undefined
      ? {}
      : {
          excerpts: node.excerpts.map((each) => ({
            ...each,
            source: sources.get(each.source) ?? each.source,
          })),
        }),
  }))
  const relations = renamed(fragment.relations, ids, (relation) => ({
    ...withRoles(
      withAnswers(relation, 'questions', answersRenamed(relation.questions, ids)),
      rolesRenamed(relation.roles, ids),
    ),
    from: relation.from.map((id) => ids.get(id) ?? id),
    to: ids.get(relation.to) ?? relation.to,
  }))
  const added = {
    sources: missing(
      renamed(fragment.sources, sources, (source) => source),
      graph.sources,
    ),
    sections: missing(
      renamed(fragment.sections, sections, (section) => section),
      graph.sections,
    ),
    nodes,
    relations,
  }
  const collapsed = (fragment.layout?.collapsed ?? []).map((id) => ids.get(id) ?? id)
  return {
    ids,
    nodes: ordered.map((id) => ids.get(id) ?? id),
    graph: {
      ...graph,
      nodes: { ...graph.nodes, ...nodes },
      relations: { ...graph.relations, ...relations },
    },
    change: (draft) => {
      writeKeys(draft.nodes, rekeyed)
      // Drafts are writable and these records are not; immer takes them in as they are.
      Object.assign(draft.sources, added.sources)
      Object.assign(draft.sections, added.sections)
      Object.assign(draft.nodes, added.nodes)
      Object.assign(draft.relations, added.relations)
      if (collapsed.length > 0) {
        changeLayout(draft, (layout) => (layout.collapsed = [...(layout.collapsed ?? []), ...collapsed]))
      }
    },
  }
}

/** The same insertion with its roots connected to a target where that is allowed; the others stay apart. */
export function insertionUnder(
  context: CommandContext,
  fragment: ArgumentGraph,
  target: ElementId,
  bearings: ReadonlyMap<NodeId, RelationKind> = new Map(),
): Insertion {
  const plain = insertion(context, fragment)
  const relations = structureOf(fragment).roots.flatMap((root): Relation[] => {
    const from = [plain.ids.get(root) ?? root]
    const kind = bearings.get(root) ?? bearingOf(plain.graph, from[0] ?? '', target)
    return refusalToConnect(plain.graph, { kind, from, to: target }) ? [] : [{ kind, from, to: target }]
  })
  const { keys, rekeyed } = placeRelations(context.state.graph, target, relations.length)
  const added = relations.map(
    (relation, index) => [freeId(context), { ...relation, order: keys[index] ?? '' }] as const,
  )
  const hiding = nodeAt(context.state.graph, target)
    ? [target, ...ancestorsOf(context.state.graph, target)]
    : []
  return {
    ...plain,
    change: (draft) => {
      plain.change(draft)
      writeKeys(draft.relations, rekeyed)
      Object.assign(draft.relations, Object.fromEntries(added))
      expand(draft, hiding)
    },
  }
}

function withRenamedAnswers(node: ArgumentNode, ids: ReadonlyMap<ElementId, ElementId>): ArgumentNode {
  const renamedOnes = withAnswers(node, 'questions', answersRenamed(node.questions, ids))
  return withAnswers(renamedOnes, 'criteria', answersRenamed(node.criteria, ids))
}

/** How a statement bears on what it is put under, going by what it is. */
function bearingOf(graph: ArgumentGraph, id: NodeId, target: ElementId): RelationKind {
  const kind = nodeAt(graph, id)?.kind
  if (nodeAt(graph, target)?.kind === 'issue' && kind === 'recommendation') return 'addresses'
  return kind === 'counterpoint' ? 'attacks' : 'supports'
}

/** For each id an id in the graph: the same where it is free or names the same record, else a new one. */
function newIds<T>(
  records: Readonly<Record<string, T>>,
  there: Readonly<Record<string, T>>,
  another: (id: string, taken: { has: (id: string) => boolean }) => string,
): Map<string, string> {
  const ids = new Map<string, string>()
  const taken = { has: (id: string) => Object.hasOwn(records, id) || [...ids.values()].includes(id) }
  for (const [id, record] of Object.entries(records)) {
    const isFree = !Object.hasOwn(there, id) || isSameValue(there[id], record)
    ids.set(id, isFree ? id : another(id, taken))
  }
  return ids
}

function renamed<T, R>(
  records: Readonly<Record<string, T>>,
  ids: ReadonlyMap<string, string>,
  change: (record: T, id: string) => R,
): Record<string, R> {
  return Object.fromEntries(
    Object.entries(records).map(([id, record]) => [ids.get(id) ?? id, change(record, id)]),
  )
}

function missing<T>(
  records: Readonly<Record<string, T>>,
  there: Readonly<Record<string, T>>,
): Record<string, T> {
  return Object.fromEntries(Object.entries(records).filter(([id]) => !Object.hasOwn(there, id)))
}
