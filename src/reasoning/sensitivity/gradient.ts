/**
 * ∂σ(topic)/∂τ(x) for every item x at once, by one sweep from the topic back to what it rests on (reverse mode
 * differentiation, Linnainmaa 1976; for these graphs Yin, Potyka, Toni 2023). It says in which direction a
 * small change works, and only that: times a strength it is not what would be lost, see removal.ts.
 * Time O(V + E) for each topic, and O(n³) for each circular component of n items on the way.
 */
import type { Solution } from '../solution.ts'
import { solveLinear } from './linear-system.ts'
import { slopesAt } from './slopes.ts'

/** Circular components above this many items have no gradient, nor has what acts through them. */
export const gradientLimit = 300

/**
 * Gives for a topic (an item) the derivatives by item, 0 where there is no influence. NaN where the influence
 * goes through a circular component that is too large or has no derivative. What all topics share is done once.
 */
export function createGradient(solution: Solution): (topic: number) => Float64Array {
  const { network, counted: components } = solution
  const count = network.ids.length
  const own = new Float64Array(count)
  const start = new Int32Array(count + 1)
  const inputs: number[] = []
  const slopes: number[] = []
  for (let item = 0; item < count; item += 1) {
    own[item] = slopesAt(solution, item, (input, slope) => {
      if (slope === 0) return
      inputs.push(input)
      slopes.push(slope)
    })
    start[item + 1] = inputs.length
  }

  /** Each member's λ, which already holds what comes from outside, with what comes round the circle. */
  const solveCircle = (members: Int32Array, lambda: Float64Array) => {
    const place = new Map(Array.from(members, (member, at) => [member, at]))
    const solved = members.length <= gradientLimit ? solveMembers(members, place, lambda) : undefined
    for (const [at, member] of members.entries()) lambda[member] = solved?.[at] ?? Number.NaN
  }

  const solveMembers = (members: Int32Array, place: ReadonlyMap<number, number>, lambda: Float64Array) => {
    // (I − J)ᵀ: in the row of an input stands how the members' strengths answer to it.
    const matrix = Array.from(members, (_, at) => new Float64Array(members.length).fill(1, at, at + 1))
    for (const [at, member] of members.entries()) {
      for (let edge = start[member] ?? 0; edge < (start[member + 1] ?? 0); edge += 1) {
        const row = matrix[place.get(inputs[edge] ?? -1) ?? -1]
        if (row) row[at] = (row[at] ?? 0) - (slopes[edge] ?? 0)
      }
    }
    return solveLinear(
      matrix,
      Float64Array.from(members, (member) => lambda[member] ?? 0),
    )
  }

  return (topic) => {
    const lambda = new Float64Array(count)
    const result = new Float64Array(count)
    lambda[topic] = 1
    for (let component = components.of[topic] ?? -1; component >= 0; component -= 1) {
      const members = components.members.subarray(
        components.start[component],
        components.start[component + 1],
      )
      if (members.every((member) => lambda[member] === 0)) continue
      if (components.cyclic[component] === 1) solveCircle(members, lambda)
      for (const member of members) {
        const weight = lambda[member] ?? 0
        result[member] = weight * (own[member] ?? 0)
        for (let edge = start[member] ?? 0; edge < (start[member + 1] ?? 0); edge += 1) {
          const input = inputs[edge] ?? 0
          if (components.of[input] === component) continue
          lambda[input] = (lambda[input] ?? 0) + weight * (slopes[edge] ?? 0)
        }
      }
    }
    return result
  }
}
