/** How good a piece of evidence has to be for a verdict to stay: "stands as long as this is at least Low". */
import type { NodeId } from '../../model/graph.ts'
import { ratingNames, type Rating } from '../../model/kinds.ts'
import { recommendationBand, tolerance } from '../bands.ts'
import { ratingScoresOf } from '../base-scores.ts'
import { itemOf, weighingUnder, type Probe } from './probe.ts'

export interface Threshold {
  readonly id: NodeId
  /** The lowest rating with which the band stays; undefined if it stays whatever the rating. */
  readonly least: Rating | undefined
  /** The base score at which the band changes, to 0.001; undefined if it does not. */
  readonly border: number | undefined
}

/** The threshold of one rated node, found by trying the ratings below its own and then halving. */
export function thresholdOf(probe: Probe, id: NodeId): Threshold {
  const { evaluation, solution, band } = probe
  const item = itemOf(solution, id)
  const stays = (base: number) => recommendationBand(weighingUnder(probe, { bases: [[item, base]] })) === band
  const scores = ratingScoresOf(evaluation.graph)
  const falling = [...ratingNames].sort((a, b) => scores[b] - scores[a])
  const now = solution.network.base[item] ?? 0
  const failing = falling.find((rating) => scores[rating] <= now + tolerance && !stays(scores[rating]))
  if (failing === undefined) return { id, least: undefined, border: undefined }
  const above = falling[falling.indexOf(failing) - 1]
  let [low, high] = [scores[failing], now]
  while (high - low > 0.001) {
    const middle = (low + high) / 2
    if (stays(middle)) high = middle
    else low = middle
  }
  return { id, least: above ?? failing, border: high }
}
