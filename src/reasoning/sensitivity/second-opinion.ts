/**
 * Whether other ways of joining reasons and objections would put the recommendations into another order (S11).
 * Only the order is compared: the numbers of different rules do not mean the same.
 */
import type { NodeId } from '../../model/graph.ts'
import { tolerance } from '../bands.ts'
import { evaluate } from '../evaluate.ts'
import type { Evaluation, ScoringRule } from '../evaluation.ts'
import { scoringRuleNames } from '../rules.ts'

export interface SecondOpinion {
  /** For each rule the recommendations, the strongest first; those that are equal keep the order of the file. */
  readonly orders: readonly { readonly rule: ScoringRule; readonly order: readonly NodeId[] }[]
  /** Whether no two recommendations change places. */
  readonly agree: boolean
}

/** The order of recommendations under every rule. */
export function secondOpinion(evaluation: Evaluation, recommendations: readonly NodeId[]): SecondOpinion {
  const strengths = scoringRuleNames.map((rule) => {
    const under =
      (evaluation.options.rule ?? 'df-quad') === rule
        ? evaluation
        : evaluate(evaluation.graph, { ...evaluation.options, rule })
    return recommendations.map((id) => under.of(id)?.strength ?? 0)
  })
  const orders = scoringRuleNames.map((rule, index) => ({
    rule,
    order: ordered(recommendations, strengths[index] ?? []),
  }))
  return { orders, agree: agreeing(strengths) }
}

function ordered(ids: readonly NodeId[], strengths: readonly number[]): NodeId[] {
  return ids
    .map((id, index) => ({ id, index, strength: strengths[index] ?? 0 }))
    .sort((a, b) =>
      Math.abs(b.strength - a.strength) <= tolerance ? a.index - b.index : b.strength - a.strength,
    )
    .map(({ id }) => id)
}

/** No rule puts one recommendation above another that a different rule puts above it. */
function agreeing(strengths: readonly (readonly number[])[]): boolean {
  const count = strengths[0]?.length ?? 0
  for (let first = 0; first < count; first += 1) {
    for (let second = first + 1; second < count; second += 1) {
      const signs = strengths.map((each) => {
        const difference = (each[first] ?? 0) - (each[second] ?? 0)
        return Math.abs(difference) <= tolerance ? 0 : Math.sign(difference)
      })
      if (signs.includes(1) && signs.includes(-1)) return false
    }
  }
  return true
}
