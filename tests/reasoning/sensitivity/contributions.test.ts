import { describe, expect, it } from 'vitest'
import type { ScoringRule } from '../../../src/reasoning/evaluation.ts'
import { networkOf } from '../../../src/reasoning/network.ts'
import { createGradient } from '../../../src/reasoning/sensitivity/gradient.ts'
import { createVariations, type Variation } from '../../../src/reasoning/sensitivity/variation.ts'
import { solve } from '../../../src/reasoning/solution.ts'
import { graphOfCase, oracleCases, type StrengthCase } from '../../support/oracle-cases.ts'

type Case = Pick<StrengthCase, 'id' | 'base' | 'relations'>

/** Kampik, Potyka, Yin, Čyras, Toni 2024, example 3.1: a support under an attacker. */
const example: Case = {
  id: 'support under an attacker',
  base: { a: 0.5, b: 0.5, c: 0.5 },
  relations: [
    { id: 'x1', kind: 'attacks', from: ['b'], to: 'a' },
    { id: 's1', kind: 'supports', from: ['c'], to: 'b' },
  ],
}

/** What can be asked about the topic of a case under a rule. */
function askAbout({ base, relations }: Case, topic: string, rule: ScoringRule) {
  const own = networkOf(graphOfCase(base, relations))
  const bases = Float64Array.from(own.base, (score, item) => base[own.ids[item] ?? ''] ?? score)
  const network = { ...own, base: bases }
  const solution = solve(network, rule)
  const item = (id: string) => network.indexOf.get(id) ?? -1
  const at = item(topic)
  const variations = createVariations(solution, [at])
  const strength = solution.strengths.strength[at] ?? 0
  const under = (variation: Variation) =>
    variations.vary(variation).find((change) => change.topic === at)?.strength ?? strength
  const others = Object.keys(base).filter((id) => id !== topic)
  const gradient = createGradient(solution)(at)
  return {
    removal: (id: string) => strength - under({ without: [item(id)] }),
    baseToZero: (id: string) => strength - under({ bases: [[item(id), 0]] }),
    strengthWhenBaseIsZero: (id: string) => under({ bases: [[item(id), 0]] }),
    gradient: (id: string) => gradient[item(id)] ?? 0,
    strength: (id: string) => solution.strengths.strength[item(id)] ?? 0,
    strengthMinusBase: (id: string) => (solution.strengths.strength[item(id)] ?? 0) - (base[id] ?? 0),
    /** The removal where what bears on the node itself is taken out first. */
    intrinsicRemoval: (id: string) => {
      const into = relations.filter(({ to }) => to === id).map((each) => item(each.id))
      return under({ without: into }) - under({ without: [...into, item(id)] })
    },
    /** The average over all orders in which the nodes could come in (Shapley 1953). */
    shapley: (id: string) => {
      const rest = others.filter((each) => each !== id)
      let sum = 0
      for (let bits = 0; bits < 2 ** rest.length; bits += 1) {
        const out = rest.filter((_, index) => (bits >> index) % 2 === 0).map(item)
        const inside = rest.length - out.length
        const weight = (factorial(inside) * factorial(rest.length - inside)) / factorial(others.length)
        sum += weight * (under({ without: out }) - under({ without: [...out, item(id)] }))
      }
      return sum
    },
  }
}

function factorial(number: number): number {
  return number < 2 ? 1 : number * factorial(number - 1)
}

describe('what an element contributes', () => {
  it('sums to what the topic gains or loses in all, by Shapley values', () => {
    const ask = askAbout(example, 'a', 'quadratic-energy')
    expect(ask.shapley('b') + ask.shapley('c')).toBeCloseTo(ask.strength('a') - 0.5, 12)
  })
})

interface Asked {
  readonly topic: string
  readonly rule: ScoringRule
  readonly quantity: string
  readonly id: string
  readonly value: number
  readonly tolerance: number
}

/** What the example prints of b, and what follows for c. */
const printed = [
  ['removal', 'b', -0.375],
  ['intrinsicRemoval', 'b', -0.25],
  ['shapley', 'b', -0.3125],
  ['gradient', 'b', -0.25],
  ['removal', 'c', -0.125],
  ['baseToZero', 'b', -0.125],
] as const
const own = printed.map(([quantity, id, value]): readonly [Case, Asked] => [
  example,
  { topic: 'a', rule: 'df-quad', quantity, id, value, tolerance: 1e-12 },
])

// Cases of the folder beside the project, where there is one (see oracle-cases.ts).
const oracles = oracleCases()
const beside = (oracles?.strength ?? []).flatMap(({ topic, contributions = {}, published = [], ...each }) =>
  topic === undefined
    ? []
    : [
        ...Object.entries(contributions).flatMap(([rule, nodes]) =>
          Object.entries(nodes).flatMap(([id, quantities]) =>
            Object.entries(quantities).map(
              ([quantity, value]) =>
                [each, { topic, rule: rule as ScoringRule, quantity, id, value, tolerance: 1e-9 }] as const,
            ),
          ),
        ),
        ...published.flatMap(({ quantity, rule, of, tolerance, values }) =>
          Object.entries(values).map(
            ([id, value]) => [each, { topic: of ?? topic, rule, quantity, id, value, tolerance }] as const,
          ),
        ),
      ],
)

describe('the published contributions', () => {
  it.each([...own, ...beside])('$id agree', (each, { topic, rule, quantity, id, value, tolerance }) => {
    const ask = askAbout(each, topic, rule)
    expect(Object.keys(ask)).toContain(quantity)
    const found = ask[quantity as keyof typeof ask](id)
    expect(Math.abs(found - value), `${quantity} of ${id} on ${topic} by ${rule}`).toBeLessThanOrEqual(
      Math.max(tolerance, 1e-9),
    )
  })
})
