/**
 * Exact removal effects: what each recommendation would be worth if an element were struck from the map, for
 * every node and every relation. Each is found by following the change (variation.ts) and equals evaluating
 * the map without the element, bit for bit. Removing a claim asks "what if this step is struck out", not
 * "what if it is false".
 */
import type { Solution } from '../solution.ts'
import { createVariations, type TopicChange } from './variation.ts'

/** What leaving out one item does. */
export interface Removal {
  readonly item: number
  /** The topics that were computed anew, ascending in time of computing; not those that go with the item. */
  readonly changes: readonly TopicChange[]
  /** How many items have been computed so far, over all removals: what the time is proportional to. */
  readonly work: number
}

/**
 * Leaves out one item after the other, in the given order, and answers each time; stop asking whenever the time
 * is up, and go on later. Without an order every item that bears on a topic is left out, ascending.
 */
export function* removals(
  solution: Solution,
  topics: readonly number[],
  order?: Iterable<number>,
): Generator<Removal, void> {
  const variations = createVariations(solution, topics)
  for (const item of order ?? solution.network.ids.keys()) {
    if (!variations.bearsOnTopic(item)) continue
    const changes = variations.vary({ without: [item] })
    yield { item, changes, work: variations.work() }
  }
}
