/** Weights of Carneades as the words of this program. */
import { weightNames, weights, type Weight } from '../../model/kinds.ts'

/** The word whose number comes nearest to a weight from 0 to 1; of two equally near, the stronger. */
export function nearestWeight(value: number): Weight {
  return weightNames.reduce((nearest, name) =>
    Math.abs(weights[name].value - value) < Math.abs(weights[nearest].value - value) ? name : nearest,
  )
}
