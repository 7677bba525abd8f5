/**
 * What an edit acts on: the selection of the moment, asked for by kind. Where something is missing the
 * answer is a refusal that tells the way out, so that every edit refuses in the same words.
 */
import { hasElement, nodeAt, relationAt } from '../../model/graph.ts'
import type { ArgumentGraph, ElementId, NodeId, RelationId } from '../../model/graph.ts'
import { isLegalId } from '../../model/ids.ts'
import { Refusal } from '../../model/refusal.ts'
import { structureOf } from '../../model/structure.ts'
import type { CommandContext } from '../command.ts'

/** Refused because nothing is selected. */
export function nothingSelected(graph: ArgumentGraph): Refusal {
  return Object.keys(graph.nodes).length === 0
    ? new Refusal('The map is empty: press Enter to add the first statement.')
    : new Refusal('Select a statement first: click one or press an arrow key.')
}

/** The element where keyboard commands act: the last one selected. */
export function primary({ state }: CommandContext): ElementId | Refusal {
  return state.selection.at(-1) ?? nothingSelected(state.graph)
}

/** The node where keyboard commands act. */
export function primaryNode(context: CommandContext): NodeId | Refusal {
  const id = primary(context)
  if (id instanceof Refusal || nodeAt(context.state.graph, id)) return id
  return new Refusal('A relation is selected: select a statement instead, with an arrow key or a click.')
}

/** All selected nodes, at least one. */
export function selectedNodes({ state }: CommandContext): readonly NodeId[] | Refusal {
  const nodes = state.selection.filter((id) => nodeAt(state.graph, id))
  if (nodes.length > 0) return nodes
  return state.selection.length === 0
    ? nothingSelected(state.graph)
    : new Refusal('Only relations are selected: select a statement, with an arrow key or a click.')
}

/** All selected nodes and relations, at least one. */
export function selectedElements({ state }: CommandContext): readonly ElementId[] | Refusal {
  return state.selection.length > 0 ? state.selection : nothingSelected(state.graph)
}

/**
 * The relations that relation commands act on: the selected ones, or where only nodes are selected the
 * relation from each to its conclusion. At least one.
 */
export function selectedRelations({ state }: CommandContext): readonly RelationId[] | Refusal {
  const { graph, selection } = state
  const relations = selection.filter((id) => relationAt(graph, id))
  if (relations.length > 0) return relations
  const { parentRelation } = structureOf(graph)
  const steps = selection.flatMap((id) => parentRelation.get(id) ?? [])
  if (steps.length > 0) return [...new Set(steps)]
  return selection.length === 0
    ? new Refusal('Select a relation first: click a line, or select a statement and press R.')
    : new Refusal('This statement is not connected to a conclusion yet: press L to connect it.')
}

/** The one relation that a command acts on. */
export function primaryRelation(context: CommandContext): RelationId | Refusal {
  const relations = selectedRelations(context)
  return relations instanceof Refusal ? relations : (relations.at(-1) ?? nothingSelected(context.state.graph))
}

/** A new id that is legal and certainly not taken in this graph. Digits alone would upset the order in files. */
export function freeId({ state, newId }: CommandContext): ElementId {
  for (;;) {
    const id = newId()
    if (isLegalId(id) && /\D/.test(id) && !hasElement(state.graph, id)) return id
  }
}
