import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { changesBetween } from '../../src/model/changes.ts'
import type { ArgumentGraph, ArgumentNode, Relation } from '../../src/model/graph.ts'
import { evaluate, evaluateAfter, solutionOf } from '../../src/reasoning/evaluate.ts'
import type { Evaluation, EvaluationOptions } from '../../src/reasoning/evaluation.ts'
import { fromArrays, toArrays } from '../../src/reasoning/evaluation-arrays.ts'
import { arbitraryGraph } from '../support/arbitrary-graph.ts'
import { graph, parseGraph, withNodes } from '../support/graph-builder.ts'

type Edit = (graph: ArgumentGraph, at: number, to: number, step: number) => ArgumentGraph

/** What people do to a map, and what they cannot do but a broken file may hold. */
const edits = {
  rate: (of, at, to) => withNode(of, at, { rating: pick(['high', 'low', 'very-low'] as const, to) }),
  write: (of, at, to) => withNode(of, at, { text: `text ${to}` }),
  retype: (of, at, to) =>
    withNode(of, at, {
      kind: pick(['claim', 'evidence', 'counterpoint', 'recommendation', 'note'] as const, to),
    }),
  weigh: (of, at, to) => withRelation(of, at, { weight: pick(['strong', 'partial', 'weak'] as const, to) }),
  turn: (of, at, to) => withRelation(of, at, { kind: pick(['supports', 'attacks'] as const, to) }),
  retarget: (of, at, to) => withRelation(of, at, { to: pick(everything(of), to) }),
  link: (of, at, to) => withRelation(of, at, { from: [pick(everything(of), to), pick(idsOf(of.nodes), at)] }),
  add: (of, at, to, step) => ({
    ...of,
    nodes: { ...of.nodes, [`new${step}`]: { kind: 'evidence', text: '' } },
    relations: { ...of.relations, [`newr${step}`]: relation(at, `new${step}`, pick(everything(of), to)) },
  }),
  wire: (of, at, to, step) => ({
    ...of,
    relations: {
      ...of.relations,
      [`a${step}`]: relation(at + to, pick(idsOf(of.nodes), at), pick(everything(of), to)),
    },
  }),
  cut: (of, at) => ({ ...of, relations: without(of.relations, pick(idsOf(of.relations), at)) }),
  remove: (of, at) => {
    const id = pick(idsOf(of.nodes), at)
    const kept = Object.entries(of.relations).filter(([, { from, to }]) => !from.includes(id) && to !== id)
    return { ...of, nodes: without(of.nodes, id), relations: Object.fromEntries(kept) }
  },
  tear: (of, at) => ({ ...of, nodes: without(of.nodes, pick(idsOf(of.nodes), at)) }),
  renumber: (of, at) => ({ ...of, evaluation: { ratings: { high: 0.5 + (at % 40) / 100 } } }),
} as const satisfies Record<string, Edit>

const editNames = Object.keys(edits) as (keyof typeof edits)[]

const sequences = fc.array(fc.tuple(fc.constantFrom(...editNames), fc.nat(), fc.nat()), {
  minLength: 1,
  maxLength: 10,
})

function pick<T>(list: readonly T[], at: number): T {
  return list[at % list.length]!
}

function idsOf(records: Readonly<Record<string, unknown>>): string[] {
  return Object.keys(records)
}

function everything({ nodes, relations }: ArgumentGraph): string[] {
  return [...idsOf(nodes), ...idsOf(relations)]
}

function relation(sign: number, from: string, to: string): Relation {
  return { kind: sign % 2 === 0 ? 'supports' : 'attacks', from: [from], to }
}

function withNode(of: ArgumentGraph, at: number, changes: Partial<ArgumentNode>): ArgumentGraph {
  return withNodes(of, { [pick(idsOf(of.nodes), at)]: changes })
}

function withRelation(of: ArgumentGraph, at: number, changes: Partial<Relation>): ArgumentGraph {
  const id = pick(idsOf(of.relations), at)
  return { ...of, relations: { ...of.relations, [id]: { ...of.relations[id]!, ...changes } } }
}

function without<T>(records: Readonly<Record<string, T>>, id: string): Record<string, T> {
  return Object.fromEntries(Object.entries(records).filter(([each]) => each !== id))
}

/** All that an evaluation is made of, to be compared bit for bit. */
function inside(evaluation: Evaluation): object {
  const { network, ignored } = solutionOf(evaluation)!
  const { graph: _graph, indexOf, ...numbers } = network
  const places = network.ids.map((id) => indexOf.get(id))
  return { numbers, places, ignored, arrays: toArrays(evaluation), graph: evaluation.graph }
}

const suppositions: fc.Arbitrary<(of: ArgumentGraph) => EvaluationOptions> = fc
  .record({
    doubted: fc.array(fc.nat(), { maxLength: 3 }),
    rated: fc.array(fc.tuple(fc.nat(), fc.constantFrom('high', 'very-low', undefined)), { maxLength: 3 }),
  })
  .map(({ doubted, rated }) => (of) => ({
    doubted: doubted.map((at) => pick([...everything(of), 'unknown'], at)),
    supposedRatings: Object.fromEntries(
      rated.map(([at, rating]) => [pick(['', ...idsOf(of.nodes)], at), rating]),
    ),
  }))

describe('evaluateAfter', () => {
  it('[S15] is what evaluating from the start is, bit for bit, through any sequence of edits', () => {
    const start = arbitraryGraph({ minNodes: 1, maxNodes: 14, details: false })
    fc.assert(
      fc.property(start, sequences, fc.boolean(), (first, sequence, isTold) => {
        let now = first
        let evaluation = evaluate(now)
        for (const [step, [name, at, to]] of sequence.entries()) {
          const needsRelation = ['weigh', 'turn', 'retarget', 'link', 'cut'].includes(name)
          if (idsOf(now.nodes).length === 0 || (needsRelation && idsOf(now.relations).length === 0)) continue
          const next = edits[name](now, at, to, step)
          evaluation = evaluateAfter(evaluation, next, isTold ? { changes: changesBetween(now, next) } : {})
          now = next
          expect(inside(evaluation)).toEqual({ ...inside(evaluate({ ...next })), graph: next })
        }
      }),
      { numRuns: 250 },
    )
  })

  it('[S15] is so for doubts and suppositions too, from an evaluation without any', () => {
    const start = arbitraryGraph({ minNodes: 1, maxNodes: 14, details: false })
    fc.assert(
      fc.property(start, suppositions, fc.nat(), (of, supposition, at) => {
        const before = evaluate(of)
        const options = supposition(of)
        expect(inside(evaluateAfter(before, of, { options }))).toEqual(inside(evaluate(of, options)))
        const next = edits.rate(of, at, at)
        const after = evaluateAfter(before, next, { options })
        expect(inside(after)).toEqual(inside(evaluate(next, options)))
        expect(after.options).toBe(options)
        // And back to none.
        expect(inside(evaluateAfter(after, next, { options: {} }))).toEqual(inside(evaluate({ ...next })))
      }),
      { numRuns: 200 },
    )
  })

  it('[S15] notices supports that come to be counted although no score before them changes', () => {
    // x0 is outweighed, so a reason for it gives it a rank and no strength; x is then grounded before y.
    const text = `e1 supports b1; b1 supports b2; b2 supports y; y supports x; x supports y; x0 supports x; k1 attacks x0`
    const before = evaluate(withNodes(parseGraph(text), { k1: { rating: 'high' } }))
    expect([...before.circular]).toEqual(['r5'])
    const relations = { ...before.graph.relations, r8: relation(0, 'e1', 'x0') }
    const after = evaluateAfter(before, { ...before.graph, relations })
    expect([...after.circular]).toEqual(['r4'])
    expect(inside(after)).toEqual({ ...inside(evaluate({ ...after.graph })), graph: after.graph })
  })

  it('[S15] solves what is left of a circle again, to the last bit', () => {
    // c1 is outweighed, so the attack that closes the circle counts for nothing and no score changes much.
    const closed = withNodes(
      graph`k1 attacks k2; k2 attacks k3; k3 supports c1; c1 attacks k1; k4 attacks c1`,
      {
        k4: { rating: 'high' },
      },
    )
    const open = { ...closed, relations: without(closed.relations, 'r4') }
    for (const [from, to] of [
      [closed, open],
      [open, closed],
    ] as const) {
      expect(inside(evaluateAfter(evaluate(from), to))).toEqual({ ...inside(evaluate({ ...to })), graph: to })
    }
  })

  it('[S15] evaluates with the rule that is asked for', () => {
    const before = evaluate(graph`e1 supports c1; c1 supports p1`)
    const second = evaluateAfter(before, before.graph, { options: { rule: 'mlp' } })
    expect(second.of('c1')).toEqual(evaluate(before.graph, { rule: 'mlp' }).of('c1'))
    expect(evaluateAfter(second, before.graph, { options: {} }).of('c1')).toEqual(before.of('c1'))
  })

  it('is the evaluation before if nothing has changed', () => {
    const before = evaluate(graph`e1 supports c1`)
    expect(evaluateAfter(before, before.graph)).toBe(before)
  })

  it('hands out the same assessment for what has not changed, also where items have moved', () => {
    const start = graph`e1 supports c1; e2 supports c2`
    const before = evaluate(start)
    const [c1, c2] = [before.of('c1'), before.of('c2')]
    const rated = withNodes(start, { e1: { rating: 'high' } })
    const after = evaluateAfter(before, rated)
    expect(after.of('c1')).not.toEqual(c1)
    expect(after.of('c2')).toBe(c2)
    const grown = evaluateAfter(after, withNodes(rated, { a0: { kind: 'assumption' } }))
    expect(grown.of('c2')).toBe(c2)
    expect(grown.of('a0')?.strength).toBe(0.4)
  })
})

describe('an evaluation as arrays', () => {
  it('says the same on the other side', () => {
    fc.assert(
      fc.property(arbitraryGraph({ maxNodes: 12, details: false }), (graph) => {
        const evaluation = evaluate(graph)
        const received = fromArrays(structuredClone(toArrays(evaluation)), graph)
        for (const id of [...Object.keys(graph.nodes), ...Object.keys(graph.relations), 'nothing']) {
          expect(received.of(id)).toEqual(evaluation.of(id))
        }
        expect([received.circular, received.unsettled, received.leftOut]).toEqual([
          evaluation.circular,
          evaluation.unsettled,
          evaluation.leftOut,
        ])
      }),
    )
  })
})
