import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { emptyGraph, type ArgumentGraph } from '../../src/model/graph.ts'
import { evaluate } from '../../src/reasoning/evaluate.ts'
import type { ScoringRule } from '../../src/reasoning/evaluation.ts'
import { scoringRuleNames, scoringRules } from '../../src/reasoning/rules.ts'
import { networkOf } from '../../src/reasoning/network.ts'
import { solve } from '../../src/reasoning/solution.ts'
import { updater } from '../../src/reasoning/strength.ts'
import { solveCircle } from '../../src/reasoning/strength-circle.ts'
import { arbitraryGraph } from '../support/arbitrary-graph.ts'
import { graph, withNodes } from '../support/graph-builder.ts'
import { strengthsFromBases } from '../support/strengths-from-bases.ts'

const score = fc.double({ min: 0, max: 1, noNaN: true })

describe('scoring rules', () => {
  it('[S11] stay within 0 and 1 and at the base score without reasons', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...scoringRuleNames),
        score,
        score,
        score,
        fc.double({ min: -1e5, max: 1e5, noNaN: true }),
        (rule, base, support, objection, energy) => {
          const { join } = scoringRules[rule]
          const value = join(base, support, objection, energy)
          expect(value).toBeGreaterThanOrEqual(0)
          expect(value).toBeLessThanOrEqual(1)
          expect(join(base, 0, 0, 0)).toBeCloseTo(base, 12)
        },
      ),
    )
  })

  it('[S11] never give less for a further reason, nor more for a further objection', () => {
    const energy = fc.double({ min: -50, max: 50, noNaN: true })
    const more = fc.double({ min: 0, max: 50, noNaN: true })
    fc.assert(
      fc.property(fc.constantFrom(...scoringRuleNames), score, energy, more, (rule, base, before, gain) => {
        const { join } = scoringRules[rule]
        // S and A run along with the energy, so that every rule sees a further reason.
        const asShare = (value: number) => 1 / (1 + Math.exp(-value))
        const less = join(base, asShare(before), 0.5, before)
        expect(join(base, asShare(before + gain), 0.5, before + gain)).toBeGreaterThanOrEqual(less - 1e-12)
      }),
    )
  })

  it('[S11] say who they are by', () => {
    for (const rule of scoringRuleNames) expect(scoringRules[rule].source).toMatch(/^\S.* \d{4}$/)
  })
})

describe('strength', () => {
  it('[S10] cuts supports that lead back, and keeps those that are grounded before', () => {
    const loop = withNodes(graph`r1 = e1 supports c1; r2 = c1 supports c2; r3 = c2 supports c1`, {
      e1: { rating: 'high' },
    })
    const evaluation = evaluate(loop)
    expect([...evaluation.circular]).toEqual(['r3'])
    expect(evaluation.of('c1')).toEqual({ standing: 'holds', strength: 0.8, support: 0.8, objection: 0 })
    expect(evaluation.of('c2')?.strength).toBe(0.8)
  })

  it('[S10] cuts a support of itself', () => {
    expect([...evaluate(graph`r1 = c1 supports c1; r2 = e1 supports c1`).circular]).toEqual(['r1'])
  })

  it('[S9] ranks a step by its last premise', () => {
    // c3 needs c2, which needs c1; so r3 leads forward, and r4 back.
    const steps = graph`r1 = e1 supports c1; r2 = c1 supports c2; r3 = c1, c2 support c3; r4 = c3 supports c1`
    expect([...evaluate(steps).circular]).toEqual(['r4'])
  })

  it('[S10] cuts the same supports under every rule', () => {
    const loop = graph`c1 supports c2; c2 supports c1; c2 supports p1`
    for (const rule of scoringRuleNames)
      expect(evaluate(loop, { rule }).circular).toEqual(evaluate(loop).circular)
  })

  it('[S11] weighs claims from the middle under a second opinion', () => {
    const rules: ScoringRule[] = ['quadratic-energy', 'euler', 'mlp']
    for (const rule of rules) expect(evaluate(graph`c1`, { rule }).of('c1')?.strength).toBeCloseTo(0.5, 12)
    expect(evaluate(graph`c1`).of('c1')?.strength).toBe(0)
  })

  it('[S12] supports a step with a backing as much as an undercut weakens it', () => {
    const weak = graph`r1 = e1 supports c1; r2 = e2 supports r1`
    const base: ArgumentGraph = {
      ...weak,
      relations: { ...weak.relations, r1: { kind: 'supports', from: ['e1'], to: 'c1', weight: 'weak' } },
    }
    // .4 + .6 · .4
    expect(evaluate(base).of('r1')?.strength).toBeCloseTo(0.64, 12)
    expect(evaluate(base).of('c1')?.strength).toBeCloseTo(0.4 * 0.64, 12)
  })

  it('[S13] solves a circle of attacks to its fixed point', () => {
    // σ = .4 − .4·σ
    const evaluation = evaluate(graph`k1 attacks k2; k2 attacks k1`)
    expect(evaluation.of('k1')?.strength).toBeCloseTo(0.4 / 1.4, 12)
    expect(evaluation.unsettled.size).toBe(0)
  })

  it('[S13] arrives at a fixed point of S12 in every circle that settles', () => {
    fc.assert(
      fc.property(
        arbitraryGraph({ minNodes: 3, maxNodes: 14, shapes: ['cyclic'], details: false }),
        (any) => {
          const evaluation = evaluate(any)
          for (const [id, { to }] of Object.entries(any.relations)) {
            const [found, step] = [evaluation.of(to), evaluation.of(id)]
            if (!found || !step || evaluation.unsettled.has(to)) continue
            const into = (kind: string) =>
              Object.entries(any.relations)
                .filter(
                  ([each, relation]) =>
                    relation.kind === kind && relation.to === to && !evaluation.circular.has(each),
                )
                .reduce((product, [each, { from }]) => {
                  const weakest = Math.min(...from.map((premise) => evaluation.of(premise)?.strength ?? 0))
                  return product * (1 - (evaluation.of(each)?.strength ?? 0) * weakest)
                }, 1)
            expect(found.support).toBeCloseTo(1 - into('supports'), 9)
            expect(found.objection).toBeCloseTo(1 - into('attacks'), 9)
          }
        },
      ),
    )
  })

  it('[S13] lets uncut support lift a circle to full strength (closed form)', () => {
    const loop = graph`s1 = e1 supports e2; s2 = e2 supports e1`
    const found = strengthsFromBases(loop, { e1: 0.2, e2: 0.2 }, 'df-quad')
    expect(found['e1']).toBeCloseTo(1, 6)
  })

  it('[S14] reports a circle whose budget is used up, and one that arrives in time', () => {
    const { network, ignored, counted, strengths } = solve(networkOf(graph`k1 attacks k2; k2 attacks k1`))
    const problem = { network, rule: 'df-quad', ignored, components: counted } as const
    const update = updater(problem, strengths)
    // Two items with one relation of one premise each are six visits a step.
    solveCircle(problem, strengths, Int32Array.of(0, 1), update, 60)
    expect([...strengths.unsettled]).toEqual([1, 1, 0, 0])
    solveCircle(problem, strengths, Int32Array.of(0, 1), update, 600)
    expect([...strengths.unsettled]).toEqual([0, 0, 0, 0])
  })

  it('[S14] bounds the work in a dense circle of a thousand statements and a hundred thousand relations', () => {
    const size = 1000
    const nodes = Object.fromEntries(
      Array.from({ length: size }, (_, at) => [`k${at}`, { kind: 'counterpoint', text: '' } as const]),
    )
    const relations = Object.fromEntries(
      Array.from({ length: 100 * size }, (_, at) => [
        `r${at}`,
        {
          kind: at % 3 === 0 ? 'supports' : 'attacks',
          from: [`k${at % size}`],
          to: `k${(at * 31 + Math.floor(at / size) * 17 + 1) % size}`,
        } as const,
      ]),
    )
    const evaluation = evaluate({ ...emptyGraph(), nodes, relations })
    for (const id of Object.keys(nodes)) expect(evaluation.of(id)?.strength).not.toBeNaN()
  })
})
