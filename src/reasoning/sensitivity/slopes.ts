/**
 * How an item's strength answers to a small change of each of its inputs: the partial derivatives of S12 and of
 * the second opinions, at the strengths that were found. Where a rule has a kink, at S = A under DF-QuAD, the
 * slope is the one in the direction in which more of the input leads. Only the weakest premise of a step has a
 * slope; of equals the first.
 */
import { tolerance } from '../bands.ts'
import type { ScoringRule } from '../evaluation.ts'
import type { Solution } from '../solution.ts'

/**
 * Tells for each input of an item (a relation into it, the weakest premise of that) the partial derivative of
 * the item's strength, and answers the one with respect to its own base score.
 */
export function slopesAt(
  solution: Solution,
  item: number,
  tell: (input: number, slope: number) => void,
): number {
  const { network, rule, ignored } = solution
  const { strength } = solution.strengths
  const { sign, base, nodeCount } = network
  const relations = network.into
    .subarray(network.intoStart[item], network.intoStart[item + 1])
    .filter((relation) => ignored[relation] !== 1)
  const weakest = Array.from(relations, (relation) => weakestPremise(solution, relation))
  const steps = Array.from(
    relations,
    (relation, at) => (strength[relation] ?? 0) * (strength[weakest[at] ?? 0] ?? 0),
  )
  const left = [withoutEach(relations, steps, sign, 1), withoutEach(relations, steps, sign, -1)] as const
  const curve = curveOf(item < nodeCount ? rule : 'df-quad', base[item] ?? 0, {
    support: 1 - left[0].all,
    objection: 1 - left[1].all,
    energy: steps.reduce((sum, step, at) => sum + step * (sign[relations[at] ?? 0] ?? 0), 0),
  })
  for (const [at, relation] of relations.entries()) {
    const supports = sign[relation] === 1
    const others = (supports ? left[0] : left[1]).without[at] ?? 1
    const slope = (supports ? curve.up : -curve.down) * (curve.additive ? 1 : others)
    tell(relation, slope * (strength[weakest[at] ?? 0] ?? 0))
    tell(weakest[at] ?? 0, slope * (strength[relation] ?? 0))
  }
  return curve.own
}

function weakestPremise({ network, strengths }: Solution, relation: number): number {
  const { strength } = strengths
  const end = network.premisesStart[relation + 1] ?? 0
  let weakest = network.premises[network.premisesStart[relation] ?? 0] ?? 0
  for (let at = network.premisesStart[relation] ?? 0; at < end; at += 1) {
    const premise = network.premises[at] ?? 0
    if ((strength[premise] ?? 0) < (strength[weakest] ?? 0)) weakest = premise
  }
  return weakest
}

/** Π (1 − κ) over one side, and the same without each one, by products from both ends: κ may be 1. */
function withoutEach(relations: Int32Array, steps: readonly number[], sign: Int8Array, side: 1 | -1) {
  const without = steps.map(() => 1)
  let before = 1
  for (const [at, step] of steps.entries()) {
    if (sign[relations[at] ?? 0] !== side) continue
    without[at] = before
    before *= 1 - step
  }
  let after = 1
  for (let at = steps.length - 1; at >= 0; at -= 1) {
    if (sign[relations[at] ?? 0] !== side) continue
    without[at] = (without[at] ?? 1) * after
    after *= 1 - (steps[at] ?? 0)
  }
  return { all: before, without }
}

/** Derivatives of a rule: with respect to τ, to more support and to less objection. */
interface Curve {
  readonly own: number
  readonly up: number
  readonly down: number
  /** Whether a step counts by itself (energies) or by how much the others leave (products). */
  readonly additive: boolean
}

interface Sides {
  readonly support: number
  readonly objection: number
  readonly energy: number
}

function curveOf(rule: ScoringRule, base: number, { support, objection, energy }: Sides): Curve {
  if (rule === 'df-quad') {
    const balance = support - objection
    return {
      own: 1 - Math.abs(balance),
      up: balance >= -tolerance ? 1 - base : base,
      down: balance <= tolerance ? base : 1 - base,
      additive: false,
    }
  }
  const { own, slope } = energyCurves[rule](base, energy)
  return { own, up: slope, down: slope, additive: true }
}

/** By rule: the derivatives with respect to τ and to the energy. */
const energyCurves: Readonly<
  Record<Exclude<ScoringRule, 'df-quad'>, (base: number, energy: number) => { own: number; slope: number }>
> = {
  'quadratic-energy': (base, energy) => {
    const square = energy * energy
    return {
      own: 1 - square / (1 + square),
      slope: ((energy >= 0 ? 1 - base : base) * 2 * Math.abs(energy)) / (1 + square) ** 2,
    }
  },
  euler: (base, energy) => {
    const power = Math.exp(energy)
    const divisor = (1 + base * power) ** 2
    return {
      own: (2 * base * (1 + base * power) + (1 - base * base) * power) / divisor,
      slope: ((1 - base * base) * base * power) / divisor,
    }
  },
  mlp: (base, energy) => {
    const power = Math.exp(energy)
    // τ·eˢ / (1 − τ + τ·eˢ) is the same function, and has a derivative at 0 and 1 too.
    const divisor = (1 - base + base * power) ** 2
    return { own: power / divisor, slope: (base * (1 - base) * power) / divisor }
  },
}
