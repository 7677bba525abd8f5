/**
 * An evaluation from numbers in typed arrays: objects are made only for the items that somebody asks about,
 * and each is the same object whenever it is asked for, and as long as nothing about its item changes.
 */
import type { ArgumentGraph, ElementId, RelationId } from '../model/graph.ts'
import type { Assessment, Evaluation, EvaluationOptions } from './evaluation.ts'
import type { ItemIndex } from './network.ts'
import { standingNames } from './standing-values.ts'

/** What is known of each item. */
export interface ItemScores {
  /** 0 falls, 1 unresolved, 2 holds. */
  readonly standings: Uint8Array
  readonly strength: Float64Array
  readonly support: Float64Array
  readonly objection: Float64Array
}

export interface AnswerParts {
  readonly graph: ArgumentGraph
  readonly options: EvaluationOptions
  readonly indexOf: ItemIndex
  readonly scores: ItemScores
  readonly circular: ReadonlySet<RelationId>
  readonly unsettled: ReadonlySet<ElementId>
  readonly leftOut: ReadonlySet<ElementId>
  /** Assessments that were made before and are still right, by item. */
  readonly made?: Assessment[]
}

const madeFor = new WeakMap<Evaluation, Assessment[]>()

/** The evaluation that these numbers are. */
export function answerOf(parts: AnswerParts): Evaluation {
  const { graph, options, indexOf, scores, circular, unsettled, leftOut, made = [] } = parts
  const evaluation: Evaluation = {
    graph,
    options,
    of: (id) => {
      const item = indexOf.get(id)
      if (item === undefined) return undefined
      return (made[item] ??= assessmentOf(scores, item))
    },
    circular,
    unsettled,
    leftOut,
  }
  madeFor.set(evaluation, made)
  return evaluation
}

/**
 * The assessments of an evaluation that can be handed out again: those of items whose numbers are the same.
 * @param formerly the item of the evaluation that item i of `scores` was, −1 if none; the same unless given
 */
export function stillRight(evaluation: Evaluation, scores: ItemScores, formerly?: Int32Array): Assessment[] {
  const right: Assessment[] = []
  const made = madeFor.get(evaluation)
  if (!made || made.length === 0) return right
  for (let item = 0; item < scores.standings.length; item += 1) {
    const assessment = made[formerly ? (formerly[item] ?? -1) : item]
    if (assessment && isOf(assessment, scores, item)) right[item] = assessment
  }
  return right
}

function assessmentOf({ standings, strength, support, objection }: ItemScores, item: number): Assessment {
  return {
    standing: standingNames[standings[item] ?? 0] ?? 'falls',
    strength: strength[item] ?? 0,
    support: support[item] ?? 0,
    objection: objection[item] ?? 0,
  }
}

function isOf(assessment: Assessment, scores: ItemScores, item: number): boolean {
  return (
    assessment.standing === standingNames[scores.standings[item] ?? 0] &&
    assessment.strength === scores.strength[item] &&
    assessment.support === scores.support[item] &&
    assessment.objection === scores.objection[item]
  )
}
