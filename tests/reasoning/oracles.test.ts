import { describe, expect, it } from 'vitest'
import type { ScoringRule } from '../../src/reasoning/evaluation.ts'
import { evaluate } from '../../src/reasoning/evaluate.ts'
import { graphOfCase, oracleCases } from '../support/oracle-cases.ts'
import { strengthsFromBases } from '../support/strengths-from-bases.ts'

const oracles = oracleCases()

// Where the folder is absent there is nothing to register, so this is no skipped test.
if (oracles) {
  const { acyclic, cyclic } = oracles.tolerance
  /** O15 is the one case of strength with a circle. */
  const toleranceOf = (id: string) => (id === 'O15' ? cyclic : acyclic)

  describe('strengths from given base scores, as in the oracle', () => {
    for (const { id, base, relations, expected, published = [] } of oracles.strength) {
      for (const [rule, values] of Object.entries(expected)) {
        it(`[S11] ${id} by ${rule}`, () => {
          const found = strengthsFromBases(graphOfCase(asNodes(base), relations), base, rule as ScoringRule)
          expectNumbers(found, values, toleranceOf(id))
        })
      }
      for (const { rule, tolerance, values } of published.filter(({ quantity }) => quantity === 'strength')) {
        it(`[S11] ${id} by ${rule}, as published`, () => {
          const found = strengthsFromBases(graphOfCase(asNodes(base), relations), base, rule)
          expectNumbers(found, values, tolerance)
        })
      }
    }
  })

  describe('the default rule, as in the oracle', () => {
    for (const { id, nodes, relations, expected } of oracles.profile) {
      it(`[S12] ${id}`, () => {
        const evaluation = evaluate(graphOfCase(nodes, relations))
        const strengths = { ...expected.strength, ...expected.relationStrength }
        const found = Object.fromEntries(
          Object.keys(strengths).map((each) => [each, evaluation.of(each)?.strength ?? Number.NaN]),
        )
        expectNumbers(found, strengths, acyclic)
        const balances = Object.fromEntries(
          Object.keys(expected.balance).map((each) => {
            const { support, objection } = evaluation.of(each) ?? { support: Number.NaN, objection: 0 }
            return [each, support - objection]
          }),
        )
        expectNumbers(balances, expected.balance, acyclic)
        expect([...evaluation.circular].sort()).toEqual([...expected.circular].sort())
        expect(evaluation.unsettled.size).toBe(0)
      })
    }
  })

  describe('standing, as in the oracle', () => {
    for (const { id, nodes, relations, expected } of oracles.standing) {
      it(`[S7] ${id}`, () => {
        const evaluation = evaluate(graphOfCase(nodes, relations))
        const withStanding = (standing: string) =>
          Object.keys(nodes)
            .filter((each) => evaluation.of(each)?.standing === standing)
            .sort()
        for (const standing of ['holds', 'unresolved', 'falls'] as const) {
          expect(withStanding(standing), standing).toEqual([...expected[standing]].sort())
        }
      })
    }
  })
}

function asNodes(base: Readonly<Record<string, number>>): Record<string, object> {
  return Object.fromEntries(Object.keys(base).map((id) => [id, {}]))
}

function expectNumbers(
  found: Readonly<Record<string, number>>,
  expected: Readonly<Record<string, number>>,
  tolerance: number,
): void {
  for (const [id, value] of Object.entries(expected)) {
    expect(
      Math.abs((found[id] ?? Number.NaN) - value),
      `${id}: ${found[id]}, expected ${value}`,
    ).toBeLessThanOrEqual(tolerance)
  }
}
