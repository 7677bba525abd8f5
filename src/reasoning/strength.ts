/**
 * Strength: a score from 0 to 1 for each item (S11, S12), component by component, inputs first. What does not
 * depend on itself is computed once; strength-circle.ts solves the rest.
 */
import type { Components } from './components.ts'
import type { ScoringRule } from './evaluation.ts'
import type { Network } from './network.ts'
import { joinByDfQuad, scoringRules } from './rules.ts'
import { touchDependents } from './standing.ts'
import { solveCircle } from './strength-circle.ts'

/** Numbers from 0 to 1 by item. */
export interface Strengths {
  readonly strength: Float64Array
  /** S: all supports taken together. */
  readonly support: Float64Array
  /** A: all attacks taken together. */
  readonly objection: Float64Array
  /** 1 for members of components that do not settle (S14). */
  readonly unsettled: Uint8Array
}

/** What strengths follow from. */
export interface StrengthProblem {
  /** Its `base` is what counts, whatever it comes from: a copy with other numbers is another problem. */
  readonly network: Network
  readonly rule: ScoringRule
  /** By item: 1 for relations that are not counted. */
  readonly ignored: Uint8Array
  /** Components of what depends on what, without the ignored relations. */
  readonly components: Components
}

/** Strengths of nothing yet, to be written by `settleStrengths`. */
export function emptyStrengths(count: number): Strengths {
  return {
    strength: new Float64Array(count),
    support: new Float64Array(count),
    objection: new Float64Array(count),
    unsettled: new Uint8Array(count),
  }
}

/**
 * Writes the strength of each item into `values`. Time O(V + E) for all that is outside circles.
 * @param touched by component: 1 for those to be computed anew (others follow when an input changes); all
 * unless given. Is changed.
 */
export function settleStrengths(problem: StrengthProblem, values: Strengths, touched?: Uint8Array): void {
  const { network, components } = problem
  const { count, cyclic, start, members } = components
  const { strength } = values
  const update = updater(problem, values)
  const before: number[] = []
  for (let component = 0; component < count; component += 1) {
    if (touched && touched[component] !== 1) continue
    const from = start[component] ?? 0
    const end = start[component + 1] ?? 0
    if (touched) {
      before.length = 0
      for (let place = from; place < end; place += 1) before.push(strength[members[place] ?? 0] ?? 0)
    }
    if (cyclic[component] === 1) {
      solveCircle(problem, values, members.subarray(from, end), update)
    } else {
      const item = members[from] ?? 0
      strength[item] = update(item)
      values.unsettled[item] = 0
    }
    if (!touched) continue
    for (let place = from; place < end; place += 1) {
      const item = members[place] ?? 0
      if (strength[item] !== before[place - from]) touchDependents(network, components, item, touched)
    }
  }
}

/**
 * A function that answers f(σ) for one item from the strengths of what it depends on, and writes its S and A.
 */
export function updater(
  { network, rule, ignored }: StrengthProblem,
  values: Strengths,
): (item: number) => number {
  const { base, nodeCount, sign, premises, premisesStart, into, intoStart } = network
  const { strength, support, objection } = values
  const { join } = scoringRules[rule]
  return (item) => {
    let unsupported = 1
    let unattacked = 1
    let energy = 0
    const end = intoStart[item + 1] ?? 0
    for (let place = intoStart[item] ?? 0; place < end; place += 1) {
      const relation = into[place] ?? 0
      if (ignored[relation] === 1) continue
      let weakest = 1
      const last = premisesStart[relation + 1] ?? 0
      for (let at = premisesStart[relation] ?? 0; at < last; at += 1) {
        weakest = Math.min(weakest, strength[premises[at] ?? 0] ?? 0)
      }
      const step = (strength[relation] ?? 0) * weakest
      if (sign[relation] === 1) {
        unsupported *= 1 - step
        energy += step
      } else {
        unattacked *= 1 - step
        energy -= step
      }
    }
    const reasons = 1 - unsupported
    const objections = 1 - unattacked
    support[item] = reasons
    objection[item] = objections
    const own = base[item] ?? 0
    return item < nodeCount ? join(own, reasons, objections, energy) : joinByDfQuad(own, reasons, objections)
  }
}
