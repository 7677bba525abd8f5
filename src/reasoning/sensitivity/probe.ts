/** What the questions about one recommendation share: the map as it is, and the means to vary it. */
import type { ElementId } from '../../model/graph.ts'
import type { RecommendationBand } from '../bands.ts'
import type { Assessment, Evaluation } from '../evaluation.ts'
import type { Solution } from '../solution.ts'
import type { Variation, Variations } from './variation.ts'

/** Strength, S and A. */
export type Weighing = Pick<Assessment, 'strength' | 'support' | 'objection'>

export interface Probe {
  readonly evaluation: Evaluation
  readonly solution: Solution
  readonly variations: Variations
  /** The item that is asked about. */
  readonly topic: number
  /** Its band as the map is. */
  readonly band: RecommendationBand
}

/** The numbers of an item as the map is. */
export function weighingAt({ strengths }: Solution, item: number): Weighing {
  return {
    strength: strengths.strength[item] ?? 0,
    support: strengths.support[item] ?? 0,
    objection: strengths.objection[item] ?? 0,
  }
}

/** The numbers of the topic under a variation; as the map is if they do not change or would mean nothing (S14). */
export function weighingUnder({ solution, variations, topic }: Probe, variation: Variation): Weighing {
  const change = variations.vary(variation).find((each) => each.topic === topic)
  if (!change?.settled) return weighingAt(solution, topic)
  const { strength, support, objection } = change
  return { strength, support, objection }
}

export function idOf({ network }: Solution, item: number): ElementId {
  return network.ids[item] ?? ''
}

export function itemOf({ network }: Solution, id: ElementId): number {
  return network.indexOf.get(id) ?? -1
}
