/**
 * Deleting. Three ways: the selection alone (what hung on it stays as a separate part), the selection
 * with what hung on it moved up one step, and whole branches. Relations that lose their target or their
 * last premise go along, and so do relations on those; a relation that loses one of several linked
 * premises keeps the others. A collapsed node stands for its branch here as everywhere.
 */
import type { Draft } from 'immer'
import { nodeAt, relationAt } from '../../model/graph.ts'
import type { ArgumentGraph, ElementId, NodeId, RelationId } from '../../model/graph.ts'
import { relationKinds, type RelationKind } from '../../model/kinds.ts'
import { countOfElements } from '../../model/naming.ts'
import { refusalToConnect } from '../../model/connections.ts'
import { Refusal } from '../../model/refusal.ts'
import { childrenOf, parentOf, relationsInto, structureOf } from '../../model/structure.ts'
import type { CommandContext } from '../command.ts'
import { removeElements } from '../remove.ts'
import type { Transaction } from '../state.ts'
import { branchOf, nodeAbove, withHidden } from '../visible.ts'
import { placeEach, writeKeys } from './ordering.ts'
import { selectedElements, selectedNodes } from './selection.ts'

/** Deletes what is selected, with the relations that cannot stand without it and what is hidden under it. */
export function deleteSelection(context: CommandContext): Transaction | Refusal {
  const ids = selectedElements(context)
  const { graph } = context.state
  return ids instanceof Refusal ? ids : deleteElements(graph, withHidden(graph, ids))
}

/** Deletes the selected nodes and everything that hangs under them. */
export function deleteBranch(context: CommandContext): Transaction | Refusal {
  const nodes = selectedNodes(context)
  if (nodes instanceof Refusal) return nodes
  const { graph } = context.state
  const below = branchOf(graph, nodes).filter((id) => !nodes.includes(id))
  return deleteElements(graph, [...below, ...nodes])
}

/** Deletes these elements; afterwards a neighbour is selected, so that the keyboard can go on. */
function deleteElements(graph: ArgumentGraph, ids: readonly ElementId[]): Transaction {
  return {
    label: `Delete ${countOfElements(graph, ids)}`,
    change: (draft) => removeElements(draft, ids),
    selection: neighbourOf(graph, ids),
  }
}

/**
 * Deletes the selected nodes and hangs what hung under each on what it hung on, in its place. The
 * bearing follows the signs: a reason for an objection becomes an objection, an objection to an
 * objection a reason. What may not be connected there, or already is, stays as a separate part.
 */
export function deleteKeepingChildren(context: CommandContext): Transaction | Refusal {
  const nodes = selectedNodes(context)
  if (nodes instanceof Refusal) return nodes
  const { graph } = context.state
  const gone = new Set<ElementId>(nodes)
  const moves = withoutTwins(
    graph,
    nodes.flatMap((id) => movesUp(graph, id, gone)),
  )
  const targets = [...new Set(moves.map((move) => move.to))]
  const placements = targets.map((to) =>
    placeMoves(
      graph,
      moves.filter((move) => move.to === to),
    ),
  )
  return {
    label: `Delete ${countOfElements(graph, nodes)}, keep what hung on it`,
    change: (draft) => {
      for (const { keys, rekeyed, moved } of placements) {
        writeKeys(draft.relations, rekeyed)
        for (const [index, { relation: id, to, kind }] of moved.entries())
          reattach(draft, id, { to, kind, order: keys[index] })
      }
      removeElements(draft, nodes)
    },
    selection: firstMoved(graph, moves, gone) ?? neighbourOf(graph, nodes),
  }
}

interface Move {
  readonly relation: RelationId
  readonly kind: RelationKind
  readonly to: ElementId
  /** The relation whose place it takes. */
  readonly replaces: RelationId
}

/** How the relations into a deleted node are to be moved to what it hung on, over other deleted nodes. */
function movesUp(graph: ArgumentGraph, id: NodeId, gone: ReadonlySet<ElementId>): Move[] {
  const up = pathUp(graph, id, gone)
  if (!up) return []
  return relationsInto(graph, id).flatMap((relationId) => {
    const relation = relationAt(graph, relationId)
    if (!relation || relation.from.every((premise) => gone.has(premise))) return []
    if (!relationKinds[relation.kind].evaluated || !relationKinds[up.kind].evaluated) return []
    const kind = relation.kind === up.kind ? 'supports' : 'attacks'
    const from = relation.from.filter((premise) => !gone.has(premise))
    const refusal = refusalToConnect(graph, { kind, from, to: up.to, ignoring: relationId })
    return refusal ? [] : [{ relation: relationId, kind, to: up.to, replaces: up.replaces }]
  })
}

/** What hung on two deleted nodes in the same way moves up once. */
function withoutTwins(graph: ArgumentGraph, moves: readonly Move[]): Move[] {
  const seen = new Set<string>()
  return moves.filter(({ relation, kind, to }) => {
    const key = JSON.stringify([kind, to, [...(relationAt(graph, relation)?.from ?? [])].sort()])
    return !seen.has(key) && seen.add(key)
  })
}

/** Where a deleted node hung, and with which sign, seen past those that are deleted with it. */
function pathUp(
  graph: ArgumentGraph,
  id: NodeId,
  gone: ReadonlySet<ElementId>,
): { to: ElementId; kind: RelationKind; replaces: RelationId } | undefined {
  const replaces = structureOf(graph).parentRelation.get(id)
  const relation = replaces === undefined ? undefined : relationAt(graph, replaces)
  if (replaces === undefined || !relation) return undefined
  if (!nodeAt(graph, relation.to)) {
    return isLeft(graph, relation.to, gone) ? { to: relation.to, kind: relation.kind, replaces } : undefined
  }
  if (!gone.has(relation.to)) return { to: relation.to, kind: relation.kind, replaces }
  const further = pathUp(graph, relation.to, gone)
  if (!further || !relationKinds[relation.kind].evaluated) return undefined
  return { ...further, kind: further.kind === relation.kind ? 'supports' : 'attacks' }
}

/** Whether a relation is still there once these nodes are gone. */
function isLeft(graph: ArgumentGraph, id: RelationId, gone: ReadonlySet<ElementId>): boolean {
  const relation = relationAt(graph, id)
  if (!relation || relation.from.every((premise) => gone.has(premise)) || gone.has(relation.to)) return false
  return nodeAt(graph, relation.to) !== undefined || isLeft(graph, relation.to, gone)
}

/** Each moved relation takes the place of the one over which it moved up. */
function placeMoves(graph: ArgumentGraph, moves: readonly Move[]) {
  const into = relationsInto(graph, moves[0]?.to ?? '')
  const placeOf = (move: Move): number =>
    into.includes(move.replaces) ? into.indexOf(move.replaces) : into.length
  const moved = [...moves].sort((a, b) => placeOf(a) - placeOf(b))
  return { ...placeEach(graph.relations, into, moved.map(placeOf)), moved }
}

function reattach(
  draft: Draft<ArgumentGraph>,
  id: RelationId,
  { to, kind, order }: { to: ElementId; kind: RelationKind; order: string | undefined },
): void {
  const relation = draft.relations[id]
  if (!relation) return
  relation.to = to
  relation.kind = kind
  if (order !== undefined) relation.order = order
}

function firstMoved(
  graph: ArgumentGraph,
  moves: readonly Move[],
  gone: ReadonlySet<ElementId>,
): readonly ElementId[] | undefined {
  const premises = moves.flatMap(({ relation }) => relationAt(graph, relation)?.from ?? [])
  const first = premises.find((id) => !gone.has(id))
  return first === undefined ? undefined : [first]
}

/**
 * What is selected after a deletion: the next sibling of the last one deleted, else the one before, else
 * what it hung on; and where that goes too, the same seen from there.
 */
function neighbourOf(graph: ArgumentGraph, ids: readonly ElementId[]): readonly ElementId[] {
  const gone = new Set(ids)
  for (let at = ids.at(-1); at !== undefined; at = nodeAbove(graph, at)) {
    const beside = besideOf(graph, at).find((id) => !gone.has(id))
    if (beside !== undefined) return [beside]
  }
  return []
}

/** The premises of a relation; the siblings of a node, those after it first, then what it hangs on. */
function besideOf(graph: ArgumentGraph, id: ElementId): ElementId[] {
  const relation = relationAt(graph, id)
  if (relation) return [...relation.from]
  const parent = parentOf(graph, id)
  const siblings = parent === undefined ? structureOf(graph).roots : childrenOf(graph, parent)
  const at = siblings.indexOf(id)
  const above = nodeAbove(graph, id) ?? []
  return [...siblings.slice(at + 1), ...siblings.slice(0, Math.max(at, 0)).reverse()].concat(above)
}
