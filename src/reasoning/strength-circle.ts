/**
 * Strengths within a component that depends on itself (S13, S14): Euler's method for dσ/dt = f(σ) − σ from
 * the base scores (Potyka 2018), with smaller steps where larger ones do not arrive. Bounded: at most 20,000
 * steps for each of six step sizes, and no more visits of premises than the budget, whatever the map.
 */
import type { Strengths, StrengthProblem } from './strength.ts'

const tolerance = 1e-12
const stepsAtMost = 20_000
const watched = 500
const smallestShare = 1 / 64
/** Visits of relations and premises for one component: about a second. */
const budgetOfCircle = 100_000_000

/**
 * Writes the strengths of the members, or of the last step with a mark that they mean nothing.
 * @param update answers f(σ) for one item
 * @param budget visits of relations and premises after which to give up
 */
export function solveCircle(
  { network, ignored }: StrengthProblem,
  { strength, unsettled }: Strengths,
  members: Int32Array,
  update: (item: number) => number,
  budget = budgetOfCircle,
): void {
  const { base, into, intoStart, premisesStart } = network
  let visits = members.length
  for (const item of members) {
    const end = intoStart[item + 1] ?? 0
    for (let place = intoStart[item] ?? 0; place < end; place += 1) {
      const relation = into[place] ?? 0
      if (ignored[relation] !== 1)
        visits += 1 + (premisesStart[relation + 1] ?? 0) - (premisesStart[relation] ?? 0)
    }
  }
  let steps = Math.floor(budget / visits)
  const next = new Float64Array(members.length)

  /** f(σ) of each member into `next`; the largest distance from σ. */
  const distance = (): number => {
    let largest = 0
    for (let place = 0; place < members.length; place += 1) {
      const item = members[place] ?? 0
      const value = update(item)
      next[place] = value
      largest = Math.max(largest, Math.abs(value - (strength[item] ?? 0)))
    }
    return largest
  }
  const arrives = (share: number): boolean => {
    for (const item of members) strength[item] = base[item] ?? 0
    let bestBefore = Number.POSITIVE_INFINITY
    let best = Number.POSITIVE_INFINITY
    for (let step = 1; step <= stepsAtMost && steps > 0; step += 1) {
      steps -= 1
      const off = distance()
      if (off < tolerance) return true
      best = Math.min(best, off)
      if (step % watched === 0) {
        if (!(best < 0.9 * bestBefore)) return false
        bestBefore = best
        best = Number.POSITIVE_INFINITY
      }
      for (let place = 0; place < members.length; place += 1) {
        const item = members[place] ?? 0
        const value = strength[item] ?? 0
        strength[item] = value + share * ((next[place] ?? 0) - value)
      }
    }
    return false
  }

  let settled = false
  for (let share = 0.5; share >= smallestShare && !settled; share /= 2) settled = arrives(share)
  for (let place = 0; place < members.length; place += 1) {
    const item = members[place] ?? 0
    // What S and A were computed to, so that the three numbers agree exactly.
    if (settled) strength[item] = next[place] ?? 0
    unsettled[item] = settled ? 0 : 1
  }
}
