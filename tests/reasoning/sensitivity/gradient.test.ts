import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ArgumentGraph } from '../../../src/model/graph.ts'
import type { ScoringRule } from '../../../src/reasoning/evaluation.ts'
import { networkOf } from '../../../src/reasoning/network.ts'
import { scoringRuleNames } from '../../../src/reasoning/rules.ts'
import { createGradient, gradientLimit } from '../../../src/reasoning/sensitivity/gradient.ts'
import { createVariations } from '../../../src/reasoning/sensitivity/variation.ts'
import { solve, type Solution } from '../../../src/reasoning/solution.ts'
import { graph, parseGraph } from '../../support/graph-builder.ts'
import { arbitraryArgument } from './arbitrary-argument.ts'

const solved = (map: ArgumentGraph, rule: ScoringRule = 'df-quad') => solve(networkOf(map, { rule }), rule)

function gradientOf(solution: Solution, topic: string): ReadonlyMap<string, number> {
  const { network } = solution
  const slopes = createGradient(solution)(network.indexOf.get(topic) ?? -1)
  return new Map(network.ids.map((id, item) => [id, slopes[item] ?? Number.NaN]))
}

/** By item the change of the topic for a small change of a base score up and down, as slopes. */
function differences(solution: Solution, topic: number, item: number): readonly [down: number, up: number] {
  const { network, strengths } = solution
  const variations = createVariations(solution, [topic])
  const before = strengths.strength[topic] ?? 0
  const base = network.base[item] ?? 0
  const slope = (change: number) => {
    const after = variations.vary({ bases: [[item, base + change]] }).find((each) => each.topic === topic)
    return ((after?.strength ?? before) - before) / change
  }
  return [slope(-1e-6), slope(1e-6)]
}

/**
 * Whether somewhere reasons and objections cancel each other, or the weakest of linked premises is not one: there
 * the slopes differ from side to side, which a common source of both can hide.
 */
function hasKink({ network, strengths: { strength, support, objection } }: Solution): boolean {
  const { premises, premisesStart, intoStart, ids } = network
  const close = (a = 0, b = 0) => Math.abs(a - b) < 1e-5
  return ids.some((_, item) => {
    const from = premises.subarray(premisesStart[item], premisesStart[item + 1])
    const sorted = Array.from(from, (premise) => strength[premise] ?? 0).toSorted((a, b) => a - b)
    const tied = sorted.length > 1 && close(sorted[0], sorted[1])
    const borne = (intoStart[item + 1] ?? 0) > (intoStart[item] ?? 0)
    return tied || (borne && close(support[item], objection[item]))
  })
}

describe('createGradient', () => {
  it('is 1 for what is asked about, unless reasons have moved it already', () => {
    expect(gradientOf(solved(graph`p1; e1 supports c1`), 'p1').get('p1')).toBe(1)
    expect(gradientOf(solved(graph`e1 supports p1`), 'p1').get('p1')).toBeCloseTo(0.6, 12)
  })

  it('is 0 for what does not bear on it', () => {
    const found = gradientOf(solved(graph`e1 supports p1; e2 supports p2; c1`), 'p1')
    expect([found.get('e2'), found.get('p2'), found.get('r2'), found.get('c1')]).toEqual([0, 0, 0, 0])
  })

  it('is positive for a reason, negative for an objection, positive for an objection to that', () => {
    const found = gradientOf(solved(graph`e1 supports p1; k1 attacks p1; k2 attacks k1`), 'p1')
    expect(found.get('e1')).toBeGreaterThan(0)
    expect(found.get('k1')).toBeLessThan(0)
    expect(found.get('k2')).toBeGreaterThan(0)
  })

  it('is that of the weakest premise alone, of equals the first', () => {
    const found = gradientOf(solved(graph`e1, e2 supports p1`), 'p1')
    expect(found.get('e1')).toBeCloseTo(0.5, 12)
    expect(found.get('e2')).toBe(0)
  })

  it('equals what a small change does, under every rule and away from kinks', () => {
    let compared = 0
    fc.assert(
      fc.property(arbitraryArgument(10, false), fc.constantFrom(...scoringRuleNames), (map, rule) => {
        const solution = solved(map, rule)
        const topic = solution.network.indexOf.get('p1') ?? -1
        const slopes = createGradient(solution)(topic)
        fc.pre(!hasKink(solution))
        for (const item of solution.network.ids.keys()) {
          const [down, up] = differences(solution, topic, item)
          // Where both sides differ there is a kink: two premises or S and A are equal.
          if (item === topic || Math.abs(down - up) > 1e-4) continue
          expect(Math.abs((slopes[item] ?? Number.NaN) - up)).toBeLessThan(1e-4)
          if (up !== 0) compared += 1
        }
      }),
      { numRuns: 300 },
    )
    expect(compared).toBeGreaterThan(300)
  })

  it('equals what a small change does also in a circle of attacks', () => {
    const solution = solved(
      graph`k1 attacks k2; k2 attacks k1; k1 attacks p1; e1 supports k2; k2 supports c1; c1 supports p1`,
    )
    const topic = solution.network.indexOf.get('p1') ?? -1
    const slopes = createGradient(solution)(topic)
    for (const id of ['k1', 'k2', 'e1', 'r1', 'r2', 'r3', 'r4']) {
      const item = solution.network.indexOf.get(id) ?? -1
      const [down, up] = differences(solution, topic, item)
      expect(slopes[item]).not.toBe(0)
      expect(slopes[item]).toBeCloseTo((down + up) / 2, 4)
    }
  })

  it('is not known through a circle of more items than its limit, and known beside it', () => {
    const size = gradientLimit + 1
    const ring = Array.from({ length: size }, (_, at) => `k${at} attacks k${(at + 1) % size}`)
    const found = gradientOf(
      solved(parseGraph([...ring, 'e1 attacks k5', 'k0 attacks p1', 'e2 supports p1'].join(';'))),
      'p1',
    )
    expect(found.get('e1')).toBeNaN()
    expect(found.get('k0')).toBeNaN()
    expect(found.get('e2')).toBeCloseTo(0.5, 2)
  })
})
