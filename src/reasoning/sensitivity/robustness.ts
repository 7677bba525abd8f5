/**
 * How far a verdict could move if every rating were one grade off: at the low end each rating that helps the
 * recommendation one grade worse and each that hurts it one grade better, at the high end the reverse. Two
 * evaluations, not an estimate from slopes: those only tell which rating helps.
 */
import { nodeAt, type NodeId } from '../../model/graph.ts'
import { ratingNames } from '../../model/kinds.ts'
import { tolerance } from '../bands.ts'
import { isRated, ratingOf, ratingScoresOf } from '../base-scores.ts'
import type { Evaluation } from '../evaluation.ts'
import { directionsOn } from './influence.ts'
import { idOf, weighingUnder, type Probe, type Weighing } from './probe.ts'

export interface Range {
  readonly low: Weighing
  readonly high: Weighing
}

/**
 * The range of a recommendation. A rating whose small change does nothing (of the stronger of two linked
 * premises, or of one of two equally weak ones) moves in the direction of its paths, if all have the same; one
 * that cuts both ways where no slope decides stays.
 * @param slopes ∂σ(topic)/∂τ by item, see gradient.ts
 */
export function rangeOf(probe: Probe, slopes: Float64Array): Range {
  const { solution, topic, evaluation } = probe
  const directions = directionsOn(solution.network, topic, solution.ignored)
  const shifted = (towards: 1 | -1): Weighing => {
    const bases: [item: number, base: number][] = []
    for (let item = 0; item < solution.network.nodeCount; item += 1) {
      const slope = slopes[item] ?? 0
      const direction = Math.abs(slope) > tolerance ? Math.sign(slope) : (directions[item] ?? 0)
      if (direction === 0) continue
      const base = neighbourScore(evaluation, idOf(solution, item), direction * towards)
      if (base !== undefined) bases.push([item, base])
    }
    return weighingUnder(probe, { bases })
  }
  return { low: shifted(-1), high: shifted(1) }
}

/**
 * The base score one grade better (1) or worse (−1); undefined at the end of the scale and for what is not rated
 * by kind. What is not rated moves to the next grade whose number is larger or smaller than its own.
 */
function neighbourScore(evaluation: Evaluation, id: NodeId, step: number): number | undefined {
  const node = nodeAt(evaluation.graph, id)
  if (!node || !isRated(node.kind)) return undefined
  const scores = ratingScoresOf(evaluation.graph)
  const now = scores[ratingOf(id, node, evaluation.options) ?? 'unrated']
  const grades = ratingNames.map((rating) => scores[rating]).sort((a, b) => a - b)
  return step > 0
    ? grades.find((grade) => grade > now + tolerance)
    : grades.findLast((grade) => grade < now - tolerance)
}
