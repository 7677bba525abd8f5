/**
 * Joining what is there: new relations between existing statements, another target, another premise.
 * Which kinds may be connected is decided in model/connections.ts alone; its refusals are passed on.
 */
import { nodeAt, relationAt } from '../../model/graph.ts'
import type { ElementId, NodeId, Relation, RelationId } from '../../model/graph.ts'
import { refusalToConnect } from '../../model/connections.ts'
import type { RelationKind } from '../../model/kinds.ts'
import { verbOf } from '../../model/naming.ts'
import { Refusal } from '../../model/refusal.ts'
import { rolesRenamed, rolesWithin, setRoles, type Roles } from '../../model/roles.ts'
import type { CommandContext } from '../command.ts'
import type { Transaction } from '../state.ts'
import { placeRelations, writeKeys } from './ordering.ts'
import { freeId } from './selection.ts'

/** A relation to be drawn: from each of `from` on its own, as independent reasons. */
export interface Connection {
  readonly kind: RelationKind
  readonly from: readonly ElementId[]
  readonly to: ElementId
}

/** Connects each of the nodes with the target by a relation of its own. */
export function connect(context: CommandContext, { kind, from, to }: Connection): Transaction | Refusal {
  const { graph } = context.state
  if (from.length === 0)
    return new Refusal('Select the statement to connect first: click one or press an arrow key.')
  if (from.some((id) => !nodeAt(graph, id))) {
    return new Refusal('A relation can start only from a statement: select the statement it starts from.')
  }
  for (const id of from) {
    const refusal = refusalToConnect(graph, { kind, from: [id], to })
    if (refusal) return refusal
  }
  const { keys, rekeyed } = placeRelations(graph, to, from.length)
  const ids = from.map(() => freeId(context))
  return {
    label:
      from.length === 1 ? `Connect: ${verbOf(kind)}` : `Connect ${from.length} statements: ${verbOf(kind)}`,
    change: (draft) => {
      writeKeys(draft.relations, rekeyed)
      for (const [index, premise] of from.entries()) {
        const order = keys[index]
        draft.relations[ids[index] ?? ''] = {
          kind,
          from: [premise],
          to,
          ...(order === undefined ? {} : { order }),
        }
      }
    },
  }
}

/** Makes a node one more premise that is needed together with those of the relation. */
export function addPremise(
  context: CommandContext,
  relationId: RelationId,
  premise: ElementId,
): Transaction | Refusal {
  return changeEnds(context, relationId, {
    label: 'Add premise',
    ends: (relation) => ({ from: [...relation.from, premise] }),
  })
}

/** Takes one premise out of a relation with several. */
export function removePremise(
  context: CommandContext,
  relationId: RelationId,
  premise: NodeId,
): Transaction | Refusal {
  const relation = relationAt(context.state.graph, relationId)
  if (relation && relation.from.length < 2) {
    return new Refusal('This is the only premise: delete the relation instead, or add another premise first.')
  }
  return changeEnds(context, relationId, {
    label: 'Remove premise',
    ends: ({ from }) => ({ from: from.filter((id) => id !== premise) }),
  })
}

/** Points a relation at another node or relation; it comes last among the relations there. */
export function changeTarget(
  context: CommandContext,
  relationId: RelationId,
  to: ElementId,
): Transaction | Refusal {
  return changeEnds(context, relationId, { label: 'Change target', ends: () => ({ to }) })
}

/** One end of a relation moved by hand: a premise replaced by another node, or the target by another element. */
export type MovedEnd =
  | { readonly premise: ElementId; readonly by: ElementId }
  | { readonly target: ElementId }

/** Moves one end of a relation elsewhere. A path that starts at the relation's own junction has no premise to move. */
export function reconnect(
  context: CommandContext,
  relationId: RelationId,
  end: MovedEnd,
): Transaction | Refusal {
  if ('target' in end) return changeTarget(context, relationId, end.target)
  const relation = relationAt(context.state.graph, relationId)
  if (relation && !relation.from.includes(end.premise)) {
    return new Refusal('Several premises join here: drag the line of one premise, or split them first.')
  }
  return changeEnds(context, relationId, {
    label: 'Change premise',
    ends: ({ from, roles }) => ({
      from: from.map((id) => (id === end.premise ? end.by : id)),
      roles: rolesRenamed(roles, new Map([[end.premise, end.by]])),
    }),
  })
}

interface EndChange {
  readonly label: string
  readonly ends: (relation: Relation) => {
    readonly from?: readonly ElementId[]
    readonly to?: ElementId
    readonly roles?: Roles | undefined
  }
}

function changeEnds(
  context: CommandContext,
  id: RelationId,
  { label, ends }: EndChange,
): Transaction | Refusal {
  const { graph } = context.state
  const relation = relationAt(graph, id)
  if (!relation) return new Refusal('This relation is no longer there: select another one.')
  const { from = relation.from, to = relation.to, roles = relation.roles } = ends(relation)
  const isSame =
    to === relation.to &&
    from.length === relation.from.length &&
    from.every((end, at) => end === relation.from[at])
  if (isSame) return { label }
  const refusal = refusalToConnect(graph, { kind: relation.kind, from, to, ignoring: id })
  if (refusal) return refusal
  const place = to === relation.to ? undefined : placeRelations(graph, to)
  return {
    label,
    change: (draft) => {
      const moved = draft.relations[id]
      if (!moved) return
      moved.from = [...from]
      setRoles(moved, rolesWithin(roles, from))
      moved.to = to
      if (!place) return
      writeKeys(draft.relations, place.rekeyed)
      const [order] = place.keys
      if (order !== undefined) moved.order = order
    },
  }
}
