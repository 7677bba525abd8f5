/** How steps stand as wholes, in the terms of one evaluation: what the explanations are made of. */
import {
  relationAt,
  type ArgumentGraph,
  type ElementId,
  type NodeId,
  type RelationId,
} from '../../model/graph.ts'
import { structureOf } from '../../model/structure.ts'
import type { Evaluation, Standing } from '../evaluation.ts'

export interface Look {
  readonly evaluation: Evaluation
  readonly graph: ArgumentGraph
}

/** Reasons for an element that take part, in author's order. */
export function supportsOf(look: Look, id: ElementId): RelationId[] {
  return stepsInto(look, id, 'supports')
}

/** Objections to an element that take part, in author's order. */
export function attacksOn(look: Look, id: ElementId): RelationId[] {
  return stepsInto(look, id, 'attacks')
}

/** How a reason or objection as a whole stands: as its weakest part does. */
export function stepStanding(look: Look, step: RelationId): Standing {
  const standings = partsOf(look, step).map((part) => look.evaluation.of(part)?.standing)
  if (standings.some((standing) => standing === 'falls' || standing === undefined)) return 'falls'
  return standings.includes('unresolved') ? 'unresolved' : 'holds'
}

/** Its premises, then the step itself. */
export function partsOf({ graph }: Look, step: RelationId): ElementId[] {
  return [...premisesOf(graph, step), step]
}

/** The parts that are unresolved, of a step that is; none of a step that holds or falls. */
export function openParts(look: Look, step: RelationId): ElementId[] {
  if (stepStanding(look, step) !== 'unresolved') return []
  return partsOf(look, step).filter((part) => look.evaluation.of(part)?.standing === 'unresolved')
}

/** Premises in author's order. */
export function premisesOf(graph: ArgumentGraph, step: RelationId): readonly NodeId[] {
  return structureOf(graph).premises.get(step) ?? []
}

function stepsInto({ evaluation, graph }: Look, id: ElementId, kind: 'supports' | 'attacks'): RelationId[] {
  return (structureOf(graph).into.get(id) ?? []).filter(
    (step) => relationAt(graph, step)?.kind === kind && evaluation.of(step),
  )
}
