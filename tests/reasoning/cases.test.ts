import { describe, expect, it } from 'vitest'
import type { ArgumentGraph } from '../../src/model/graph.ts'
import type { Rating } from '../../src/model/kinds.ts'
import { evaluate } from '../../src/reasoning/evaluate.ts'
import { scoringRuleNames } from '../../src/reasoning/rules.ts'
import { parseGraph, withNodes } from '../support/graph-builder.ts'
import { graphOfCase, oracleCases, toleranceOf } from '../support/oracle-cases.ts'
import { strengthsFromBases } from '../support/strengths-from-bases.ts'

// Cases of the folder beside the project join ours where there is one (see oracle-cases.ts).
const oracles = oracleCases()

type Numbers = Readonly<Record<string, number>>

/** Literature cases with base scores for every node: what published programs compute. */
const fromBases = [
  {
    // Kampik, Potyka, Yin, Čyras, Toni 2024, example 3.1
    name: 'support under an attacker',
    graph: 'b attacks a; c supports b',
    base: { a: 0.5, b: 0.5, c: 0.5 },
    expected: {
      'df-quad': { b: 0.75, a: 0.125 },
      'quadratic-energy': { b: 0.6, a: 0.367647058824 },
      euler: { b: 0.588897071408, a: 0.412901835694 },
      mlp: { b: 0.622459331202, a: 0.349222321785 },
    },
  },
  {
    // The e-democracy example of Rago, Toni, Aurisicchio, Baroni 2016
    name: 'proposals, pros and cons',
    graph:
      'C1 attacks A2; C2 attacks P2; C3 attacks P2; C4 attacks P2; P1 supports A1; P2 supports A1; P3 supports A2',
    base: { A1: 0.5, A2: 0.5, P1: 0.7, P2: 0.5, P3: 0.9, C1: 0.2, C2: 0.2, C3: 0.6, C4: 0.5 },
    expected: {
      'df-quad': { A2: 0.85, P2: 0.08, A1: 0.862 },
      'quadratic-energy': { A2: 0.664429530201, P2: 0.185873605948, A1: 0.71985217877 },
      euler: { A2: 0.626284898617, P2: 0.339943227814, A1: 0.689380310282 },
      mlp: { A2: 0.668187772168, P2: 0.214165016957, A1: 0.713851697379 },
    },
  },
  {
    name: 'an attacker of full base score, a supporter that also attacks',
    graph: 'c attacks a; e attacks b; f attacks c; b supports a; d supports a; e supports c',
    base: { a: 0.5, b: 0.2, c: 0.85, d: 0.65, e: 0.4, f: 1 },
    expected: {
      'df-quad': { f: 1, b: 0.12, c: 0.34, a: 0.676 },
      'quadratic-energy': { f: 1, b: 0.172413793103, c: 0.625, a: 0.518755172416 },
      euler: { f: 1, b: 0.1534869353, c: 0.810772647146, a: 0.498787192751 },
      mlp: { f: 1, b: 0.143527646805, c: 0.756687007739, a: 0.509209118214 },
    },
  },
] as const

/** What the default rule makes of small arguments about a recommendation p; e, f are evidence. */
const profile: readonly {
  name: string
  graph: string
  ratings?: Readonly<Record<string, Rating>>
  strengths: Numbers
  circular?: readonly string[]
}[] = [
  {
    name: 'a chain',
    graph: 'e1 supports c1; c1 supports p',
    ratings: { e1: 'high' },
    strengths: { p: 0.9, c1: 0.8 },
  },
  {
    name: 'a counterpoint without backing',
    graph: 'e1 supports c1; c1 supports p; k1 attacks p',
    ratings: { e1: 'high' },
    strengths: { p: 0.7, k1: 0.4 },
  },
  {
    name: 'a counterpoint with evidence',
    graph: 'e1 supports c1; c1 supports p; k1 attacks p; e2 supports k1',
    ratings: { e1: 'high', e2: 'high' },
    strengths: { p: 0.46, k1: 0.88 },
  },
  {
    name: 'a counterpoint that is answered',
    graph: 'e1 supports c1; c1 supports p; k1 attacks p; e2 supports k1; e3 attacks k1',
    ratings: { e1: 'high', e2: 'high', e3: 'moderate' },
    strengths: { p: 0.64, k1: 0.52 },
  },
  {
    name: 'an undercut',
    graph: 'step = e1 supports c1; c1 supports p; k1 attacks step',
    ratings: { e1: 'high' },
    strengths: { p: 0.74, c1: 0.48, step: 0.6 },
  },
  {
    name: 'linked premises',
    graph: 'e1, a1 support c1; c1 supports p',
    ratings: { e1: 'high' },
    strengths: { p: 0.7, c1: 0.4 },
  },
  {
    name: 'two independent pieces of evidence',
    graph: 'e1 supports c1; e2 supports c1; c1 supports p',
    ratings: { e1: 'moderate', e2: 'moderate' },
    strengths: { p: 0.92, c1: 0.84 },
  },
  {
    name: 'circular support without evidence',
    graph: 'r1 = c1 supports c2; r2 = c2 supports c1; c2 supports p',
    strengths: { p: 0.5, c1: 0, c2: 0 },
    circular: ['r1', 'r2'],
  },
]

/** Frameworks of Dung (a: assumptions that attack each other) and of evidential support. */
const standings: readonly {
  name: string
  graph: string
  holds: string
  unresolved: string
  falls: string
}[] = [
  {
    name: 'two even circles that share a member',
    graph: 'a1 attacks a2; a2 attacks a3; a3 attacks a2; a2 attacks a4; a4 attacks a5; a5 attacks a1',
    holds: '',
    unresolved: 'a1 a2 a3 a4 a5',
    falls: '',
  },
  {
    name: 'a circle beside an unattacked attacker',
    graph:
      'a1 attacks a2; a2 attacks a3; a3 attacks a4; a3 attacks a5; a5 attacks a3; a5 attacks a6; a6 attacks a2',
    holds: 'a1',
    unresolved: 'a3 a4 a5 a6',
    falls: 'a2',
  },
  {
    name: 'ten statements in one tangle',
    graph:
      'a2 attacks a8; a9 attacks a9; a1 attacks a8; a10 attacks a9; a10 attacks a8; a5 attacks a4; a4 attacks a6; a4 attacks a10; a3 attacks a9; a4 attacks a2; a3 attacks a4; a7 attacks a5; a6 attacks a10; a9 attacks a7; a9 attacks a8; a9 attacks a5; a9 attacks a3; a9 attacks a2; a8 attacks a7; a10 attacks a1; a8 attacks a5; a7 attacks a9; a10 attacks a7; a8 attacks a3; a10 attacks a6',
    holds: '',
    unresolved: 'a1 a10 a2 a3 a4 a5 a6 a7 a8 a9',
    falls: '',
  },
  {
    name: 'two circles, one above the other',
    graph: 'a1 attacks a2; a1 attacks a3; a2 attacks a1; a2 attacks a3; a3 attacks a4; a4 attacks a3',
    holds: '',
    unresolved: 'a1 a2 a3 a4',
    falls: '',
  },
  {
    name: 'what either way of settling would make hold',
    graph:
      'a0 attacks a1; a1 attacks a2; a1 attacks a3; a2 attacks a3; a2 attacks a4; a3 attacks a2; a3 attacks a4; a4 attacks a5',
    holds: 'a0',
    unresolved: 'a2 a3 a4 a5',
    falls: 'a1',
  },
  {
    name: 'a chain of attacks that forks and joins',
    graph: 'a1 attacks a2; a2 attacks a3; a2 attacks a4; a3 attacks a5; a4 attacks a5; a5 attacks a6',
    holds: 'a1 a3 a4 a6',
    unresolved: '',
    falls: 'a2 a5',
  },
  {
    name: 'the same chain with one attack more at its start',
    graph:
      'a0 attacks a1; a1 attacks a2; a2 attacks a3; a2 attacks a4; a3 attacks a5; a4 attacks a5; a5 attacks a6',
    holds: 'a0 a2 a5',
    unresolved: '',
    falls: 'a1 a3 a4 a6',
  },
  {
    name: 'an even circle above an odd one',
    graph:
      'a1 attacks a2; a3 attacks a2; a3 attacks a4; a4 attacks a3; a4 attacks a5; a5 attacks a7; a6 attacks a5; a7 attacks a6',
    holds: 'a1',
    unresolved: 'a3 a4 a5 a6 a7',
    falls: 'a2',
  },
  {
    name: 'a circle of supports without evidence',
    graph: 'c1 supports c2; c2 supports c1',
    holds: '',
    unresolved: '',
    falls: 'c1 c2',
  },
  {
    name: 'a circle of supports with evidence',
    graph: 'c1 supports c2; c2 supports c1; e1 supports c1',
    holds: 'c1 c2 e1',
    unresolved: '',
    falls: '',
  },
  {
    name: 'one of two independent reasons that falls',
    graph: 'e1 supports c1; e2 supports c1; k1 attacks e1',
    holds: 'c1 e2 k1',
    unresolved: '',
    falls: 'e1',
  },
  {
    name: 'the only reason, which falls',
    graph: 'e1 supports c1; k1 attacks e1',
    holds: 'k1',
    unresolved: '',
    falls: 'c1 e1',
  },
  {
    name: 'one of two linked premises that falls',
    graph: 'e1, e2 support c1; k1 attacks e1',
    holds: 'e2 k1',
    unresolved: '',
    falls: 'c1 e1',
  },
  {
    name: 'an objection without support',
    graph: 'e1 supports p; c1 attacks p',
    holds: 'e1 p',
    unresolved: '',
    falls: 'c1',
  },
]

describe('strengths from given base scores', () => {
  for (const { name, graph, base, expected } of fromBases) {
    for (const rule of scoringRuleNames) {
      it(`[S11] ${name}, by ${rule}`, () => {
        expect(deviations(strengthsFromBases(parseGraph(graph), base, rule), expected[rule], 1e-9)).toEqual(
          [],
        )
      })
    }
  }

  for (const { id, base, relations, expected, published = [] } of oracles?.strength ?? []) {
    const graph = graphOfCase(base, relations)
    for (const rule of scoringRuleNames) {
      it(`[S11] ${id}, by ${rule}`, () => {
        const found = strengthsFromBases(graph, base, rule)
        expect(deviations(found, expected[rule] ?? {}, toleranceOf(oracles, id))).toEqual([])
        expect(Object.keys(expected)).toContain(rule)
      })
    }
    for (const { rule, tolerance, values } of published.filter(({ quantity }) => quantity === 'strength')) {
      it(`[S11] ${id}, by ${rule} as published`, () => {
        expect(deviations(strengthsFromBases(graph, base, rule), values, tolerance)).toEqual([])
      })
    }
  }
})

describe('the default rule', () => {
  for (const { name, graph, ratings = {}, strengths, circular = [] } of profile) {
    it(`[S12] ${name}`, () => {
      const changes = Object.entries(ratings).map(([id, rating]) => [id, { rating }] as const)
      const rated = withNodes(parseGraph(graph), Object.fromEntries(changes))
      expect(deviations(strengthsOf(rated, Object.keys(strengths)), strengths, 1e-9)).toEqual([])
      expect([...evaluate(rated).circular].sort()).toEqual(circular)
    })
  }

  for (const { id, nodes, relations, expected } of oracles?.profile ?? []) {
    it(`[S12] ${id}`, () => {
      const graph = graphOfCase(nodes, relations)
      const evaluation = evaluate(graph)
      const strengths = { ...expected.strength, ...expected.relationStrength }
      const tolerance = toleranceOf(oracles, id)
      expect(deviations(strengthsOf(graph, Object.keys(strengths)), strengths, tolerance)).toEqual([])
      const balances = Object.fromEntries(
        Object.keys(expected.balance).map((each) => {
          const { support, objection } = evaluation.of(each) ?? { support: Number.NaN, objection: 0 }
          return [each, support - objection]
        }),
      )
      expect(deviations(balances, expected.balance, tolerance)).toEqual([])
      expect([...evaluation.circular].sort()).toEqual([...expected.circular].sort())
      expect(evaluation.unsettled.size).toBe(0)
    })
  }
})

describe('standing', () => {
  for (const { name, graph, holds, unresolved, falls } of standings) {
    it(`[S7] ${name}`, () => {
      expect(standingsOf(parseGraph(graph))).toEqual({ holds, unresolved, falls })
    })
  }

  for (const { id, nodes, relations, expected } of oracles?.standing ?? []) {
    it(`[S7] ${id}`, () => {
      const sorted = Object.entries(expected).map(([standing, ids]) => [standing, ids.toSorted().join(' ')])
      expect(standingsOf(graphOfCase(nodes, relations))).toEqual(Object.fromEntries(sorted))
    })
  }
})

/** What differs from what is expected, as sentences. */
function deviations(found: Numbers, expected: Numbers, tolerance: number): string[] {
  return Object.entries(expected).flatMap(([id, value]) => {
    const off = Math.abs((found[id] ?? Number.NaN) - value)
    return off <= tolerance ? [] : [`${id} is ${found[id]} and should be ${value}`]
  })
}

function strengthsOf(graph: ArgumentGraph, ids: readonly string[]): Numbers {
  const evaluation = evaluate(graph)
  return Object.fromEntries(ids.map((id) => [id, evaluation.of(id)?.strength ?? Number.NaN]))
}

/** Nodes by standing, as words. */
function standingsOf(graph: ArgumentGraph): Record<'holds' | 'unresolved' | 'falls', string> {
  const evaluation = evaluate(graph)
  const ids = Object.keys(graph.nodes).sort()
  const having = (standing: string) => ids.filter((id) => evaluation.of(id)?.standing === standing).join(' ')
  return { holds: having('holds'), unresolved: having('unresolved'), falls: having('falls') }
}
