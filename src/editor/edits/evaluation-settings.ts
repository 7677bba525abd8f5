/** The numbers that ratings stand for, where the author departs from the usual ones. */
import { ratingScale, type RatingOrNone } from '../../model/kinds.ts'
import { Refusal } from '../../model/refusal.ts'
import { ratingScores } from '../../reasoning/base-scores.ts'
import type { CommandContext } from '../command.ts'
import type { Transaction } from '../state.ts'

/** The least and the most that a rating may stand for: certain is nothing, so that every objection can count. */
export const ratingScoreRange = { min: 0.01, max: 0.99 } as const

/** Sets the number that a rating stands for, from 0.01 to 0.99; `undefined`, like the usual number, removes it. */
export function setRatingScore(
  _context: CommandContext,
  rating: RatingOrNone,
  score: number | undefined,
): Transaction | Refusal {
  const { min, max } = ratingScoreRange
  if (score !== undefined && !(score >= min && score <= max)) {
    return new Refusal('A rating stands for a number from 1 to 99 out of 100: choose one between them.')
  }
  const own = score === ratingScores[rating] ? undefined : score
  const { label } = ratingScale[rating]
  return {
    label:
      own === undefined
        ? `Count “${label}” as usual`
        : `Count “${label}” as ${Number((own * 100).toFixed(2))} out of 100`,
    change: (draft) => {
      const ratings = ((draft.evaluation ??= {}).ratings ??= {})
      if (own === undefined) delete ratings[rating]
      else ratings[rating] = own
      if (Object.keys(ratings).length === 0) delete draft.evaluation.ratings
      if (Object.keys(draft.evaluation).length === 0) delete draft.evaluation
    },
    // A number is dragged or typed: all of that is one step.
    mergeKey: `score:${rating}`,
  }
}

/** Counts every rating as usual again; refused where nothing departs from that. */
export function resetRatingScores({ state: { graph } }: CommandContext): Transaction | Refusal {
  if (Object.keys(graph.evaluation?.ratings ?? {}).length === 0) {
    return new Refusal('Every rating already counts as usual: change one of the numbers first.')
  }
  return {
    label: 'Count all ratings as usual',
    change: (draft) => {
      if (!draft.evaluation) return
      delete draft.evaluation.ratings
      if (Object.keys(draft.evaluation).length === 0) delete draft.evaluation
    },
  }
}
