/**
 * The author's order among siblings. A relation moves among the relations into its target, a root among
 * the roots, a linked premise first among the premises of its relation and at their end with the whole
 * relation.
 */
import { nodeAt, relationAt } from '../../model/graph.ts'
import type { ArgumentGraph, ElementId, NodeId, RelationId } from '../../model/graph.ts'
import { Refusal } from '../../model/refusal.ts'
import { relationsInto, structureOf } from '../../model/structure.ts'
import type { CommandContext } from '../command.ts'
import type { Transaction } from '../state.ts'
import { placeKeys, placeNodeBeside, writeKeys } from './ordering.ts'
import { primary } from './selection.ts'

/** Moves the selected element one place earlier (-1) or later (1) among its siblings. */
export function moveAmongSiblings(context: CommandContext, by: -1 | 1): Transaction | Refusal {
  const id = primary(context)
  if (id instanceof Refusal) return id
  const { graph } = context.state
  return (nodeAt(graph, id) ? moveNode(graph, id, by) : moveRelation(graph, id, by)) ?? alreadyAtEnd(by)
}

function moveNode(graph: ArgumentGraph, id: NodeId, by: -1 | 1): Transaction | undefined {
  const { parentRelation, premises, roots } = structureOf(graph)
  const relation = parentRelation.get(id)
  if (relation === undefined) return moveAmong(graph, id, roots, by)
  return moveAmong(graph, id, premises.get(relation) ?? [], by) ?? moveRelation(graph, relation, by)
}

function moveAmong(
  graph: ArgumentGraph,
  id: NodeId,
  group: readonly NodeId[],
  by: -1 | 1,
): Transaction | undefined {
  const beside = group[group.indexOf(id) + by]
  if (beside === undefined || !group.includes(id)) return undefined
  const { keys, rekeyed } = placeNodeBeside(graph, beside, by < 0 ? 'before' : 'after', id)
  return {
    label: labelOf(by),
    change: (draft) => {
      writeKeys(draft.nodes, rekeyed)
      writeKeys(draft.nodes, new Map(keys.map((key) => [id, key])))
    },
  }
}

function moveRelation(graph: ArgumentGraph, id: RelationId, by: -1 | 1): Transaction | undefined {
  const target: ElementId | undefined = relationAt(graph, id)?.to
  const group = target === undefined ? [] : relationsInto(graph, target)
  const to = group.indexOf(id) + by
  if (!group.includes(id) || to < 0 || to >= group.length) return undefined
  const { keys, rekeyed } = placeKeys(
    graph.relations,
    group.filter((each) => each !== id),
    to,
  )
  return {
    label: labelOf(by),
    change: (draft) => {
      writeKeys(draft.relations, rekeyed)
      writeKeys(draft.relations, new Map(keys.map((key) => [id, key])))
    },
  }
}

function labelOf(by: -1 | 1): string {
  return by < 0 ? 'Move earlier' : 'Move later'
}

function alreadyAtEnd(by: -1 | 1): Refusal {
  return new Refusal(
    by < 0
      ? 'It already comes first among its siblings: move it later, or move another one.'
      : 'It already comes last among its siblings: move it earlier, or move another one.',
  )
}
