/**
 * An evaluation as typed arrays, which travel between threads without being copied item by item: thousands
 * of statements reach the page in a few milliseconds.
 */
import type { ArgumentGraph, ElementId } from '../model/graph.ts'
import { answerOf, type ItemScores } from './answer.ts'
import { scoresOf, solutionOf } from './evaluate.ts'
import type { Evaluation, EvaluationOptions } from './evaluation.ts'

export interface EvaluationArrays extends ItemScores {
  /** Id of each item. */
  readonly ids: readonly ElementId[]
  readonly circular: readonly ElementId[]
  readonly unsettled: readonly ElementId[]
  readonly leftOut: readonly ElementId[]
}

/** The numbers of an evaluation that was worked out here; throws for one that came from elsewhere. */
export function toArrays(evaluation: Evaluation): EvaluationArrays {
  const solution = solutionOf(evaluation)
  if (!solution) throw new Error('only an evaluation that was worked out here has its arrays')
  const { standings, strength, support, objection } = scoresOf(solution)
  return {
    ids: solution.network.ids,
    // Copies: those of the evaluation itself go on being used.
    standings: standings.slice(),
    strength: strength.slice(),
    support: support.slice(),
    objection: objection.slice(),
    circular: [...evaluation.circular],
    unsettled: [...evaluation.unsettled],
    leftOut: [...evaluation.leftOut],
  }
}

/** What of the arrays is handed over when they are posted, so that nothing is copied. */
export function transferOf({ standings, strength, support, objection }: EvaluationArrays): ArrayBufferLike[] {
  return [standings.buffer, strength.buffer, support.buffer, objection.buffer]
}

/** The evaluation again, of a graph that says the same as the one it was made from. */
export function fromArrays(
  arrays: EvaluationArrays,
  graph: ArgumentGraph,
  options: EvaluationOptions = {},
): Evaluation {
  const { ids, circular, unsettled, leftOut, ...scores } = arrays
  return answerOf({
    graph,
    options,
    indexOf: new Map(ids.map((id, index) => [id, index])),
    scores,
    circular: new Set(circular),
    unsettled: new Set(unsettled),
    leftOut: new Set(leftOut),
  })
}
