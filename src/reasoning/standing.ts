/**
 * Standing: whether each item holds, is unresolved or falls, without any numbers (S6, S7). The answer is the
 * well-founded model of one rule for each reason, found component by component, inputs first. A component
 * that does not depend on itself follows at once from its inputs; else standing-circle.ts finds it.
 */
import type { Components } from './components.ts'
import type { Network } from './network.ts'
import { StandingInCircles } from './standing-circle.ts'
import { falls, holds } from './standing-values.ts'

/**
 * Writes the standing of each item into `values`. Time O(V + E) for all that is outside circles.
 * @param values by item; what is kept must be in it
 * @param touched by component: 1 for those to be found anew (others follow when an input changes); all unless
 * given. Is changed.
 */
export function settleStandings(
  network: Network,
  components: Components,
  values: Uint8Array,
  touched?: Uint8Array,
): void {
  const { cyclic, start, members } = components
  const circles = components.anyCyclic ? new StandingInCircles(network, components, values) : undefined
  const before: number[] = []
  for (let component = 0; component < components.count; component += 1) {
    if (touched && touched[component] !== 1) continue
    const from = start[component] ?? 0
    const end = start[component + 1] ?? 0
    if (touched) {
      before.length = 0
      for (let place = from; place < end; place += 1) before.push(values[members[place] ?? 0] ?? 0)
    }
    if (cyclic[component] === 1) circles?.solve(component)
    else {
      const item = members[from] ?? 0
      values[item] = standingFrom(network, values, item)
    }
    if (!touched) continue
    for (let place = from; place < end; place += 1) {
      const item = members[place] ?? 0
      if (values[item] !== before[place - from]) touchDependents(network, components, item, touched)
    }
  }
}

/** Marks the components that have this item as an input. */
export function touchDependents(
  { nodeCount, target, outOf, outOfStart }: Network,
  { of }: Components,
  item: number,
  touched: Uint8Array,
): void {
  if (item >= nodeCount) {
    touched[of[target[item] ?? 0] ?? 0] = 1
    return
  }
  const end = outOfStart[item + 1] ?? 0
  for (let place = outOfStart[item] ?? 0; place < end; place += 1) {
    touched[of[target[outOf[place] ?? 0] ?? 0] ?? 0] = 1
  }
}

/** What follows for an item from the standings of what it depends on. */
function standingFrom(network: Network, values: Uint8Array, item: number): number {
  const { primaFacie, sign, into, intoStart } = network
  let reason = primaFacie[item] === 1 ? holds : falls
  let hit = falls
  const end = intoStart[item + 1] ?? 0
  for (let place = intoStart[item] ?? 0; place < end; place += 1) {
    const relation = into[place] ?? 0
    const value = stepFrom(network, values, relation)
    if (sign[relation] === 1) reason = Math.max(reason, value)
    else hit = Math.max(hit, value)
  }
  return Math.min(reason, holds - hit)
}

/** Whether a step is taken: the least of the relation and its premises. */
function stepFrom({ premises, premisesStart }: Network, values: Uint8Array, relation: number): number {
  let least = values[relation] ?? 0
  const end = premisesStart[relation + 1] ?? 0
  for (let at = premisesStart[relation] ?? 0; at < end; at += 1) {
    least = Math.min(least, values[premises[at] ?? 0] ?? 0)
  }
  return least
}
