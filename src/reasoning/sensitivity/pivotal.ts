/** What decides a verdict in company: pairs of elements whose removal changes the band together, neither alone. */
import type { ElementId } from '../../model/graph.ts'
import { recommendationBand, type RecommendationBand } from '../bands.ts'
import { itemOf, type Probe } from './probe.ts'

/** Work (items computed) after which pairs are no longer tried: some seconds. */
const pairBudget = 50_000_000

export interface CriticalPairs {
  readonly pairs: readonly (readonly [ElementId, ElementId])[]
  /** False if circles made it too much work to try all. */
  readonly allTried: boolean
}

/**
 * The pairs among the given elements, in their order; yields between the first elements. Elements that change
 * the band alone are in no pair.
 */
export function* criticalPairs(
  { solution, variations, topic, band }: Probe,
  elements: readonly { readonly id: ElementId; readonly band: RecommendationBand }[],
): Generator<void, CriticalPairs> {
  const pairs: [ElementId, ElementId][] = []
  const single = elements.filter((element) => element.band === band)
  const end = variations.work() + pairBudget
  for (const [index, { id: first }] of single.entries()) {
    for (const { id: second } of single.slice(index + 1)) {
      if (variations.work() > end) return { pairs, allTried: false }
      const without = [itemOf(solution, first), itemOf(solution, second)]
      const change = variations.vary({ without }).find((each) => each.topic === topic)
      if (change?.settled === true && recommendationBand(change) !== band) pairs.push([first, second])
    }
    yield
  }
  return { pairs, allTried: true }
}
