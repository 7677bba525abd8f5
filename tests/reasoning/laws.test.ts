import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { emptyGraph, type ArgumentGraph, type ArgumentNode, type Relation } from '../../src/model/graph.ts'
import { nodeKinds, type NodeKind } from '../../src/model/kinds.ts'
import { evaluate } from '../../src/reasoning/evaluate.ts'
import { arbitraryGraph } from '../support/arbitrary-graph.ts'

const acyclic = arbitraryGraph({ shapes: ['tree', 'dag'], maxNodes: 16, details: false })

function evaluated(graph: ArgumentGraph): string[] {
  return Object.keys(graph.nodes).filter((id) => nodeKinds[graph.nodes[id]!.kind].evaluated)
}

/** The graph with a new node that bears on a target. */
function with1(
  graph: ArgumentGraph,
  node: ArgumentNode,
  relation: Pick<Relation, 'kind' | 'to'>,
): ArgumentGraph {
  return {
    ...graph,
    nodes: { ...graph.nodes, fresh: node },
    relations: { ...graph.relations, freshRelation: { ...relation, from: ['fresh'] } },
  }
}

/** Nodes of some kinds with attacks between them, circles allowed: an abstract framework (Dung 1995). */
const frameworks = fc
  .record({
    count: fc.integer({ min: 1, max: 9 }),
    attacks: fc.array(fc.tuple(fc.nat(8), fc.nat(8)), { maxLength: 18 }),
  })
  .map(({ count, attacks }) => ({
    count,
    attacks: attacks.filter(([from, to]) => from < count && to < count),
  }))

function frameworkGraph({ count, attacks }: { count: number; attacks: [number, number][] }): ArgumentGraph {
  const nodes = Object.fromEntries(
    Array.from({ length: count }, (_, index) => [`a${index}`, { kind: 'evidence', text: '' } as const]),
  )
  const relations = Object.fromEntries(
    attacks.map(([from, to], index) => [
      `r${index}`,
      { kind: 'attacks', from: [`a${from}`], to: `a${to}` } as const,
    ]),
  )
  return { ...emptyGraph(), nodes, relations }
}

/** The grounded labelling by its textbook fixpoint: in when all attackers are out, out when one is in. */
function grounded({ count, attacks }: { count: number; attacks: [number, number][] }): string[] {
  const labels: (string | undefined)[] = Array.from({ length: count })
  for (let changed = true; changed;) {
    changed = false
    for (let index = 0; index < count; index += 1) {
      if (labels[index] !== undefined) continue
      const attackers = attacks.filter(([, to]) => to === index).map(([from]) => labels[from])
      if (attackers.every((label) => label === 'out')) labels[index] = 'in'
      else if (attackers.includes('in')) labels[index] = 'out'
      else continue
      changed = true
    }
  }
  return labels.map((label) => label ?? 'undecided')
}

describe('the laws of evaluation', () => {
  it('[S6] without supports, and with all nodes counting, it is the grounded labelling (Dung 1995)', () => {
    fc.assert(
      fc.property(frameworks, (framework) => {
        const evaluation = evaluate(frameworkGraph(framework))
        const words = { holds: 'in', falls: 'out', unresolved: 'undecided' } as const
        const found = Array.from({ length: framework.count }, (_, index) => {
          const standing = evaluation.of(`a${index}`)?.standing
          return standing && words[standing]
        })
        expect(found).toEqual(grounded(framework))
      }),
      { numRuns: 500 },
    )
  })

  it('[S12] in a graph without cycles a further reason never lowers what it supports', () => {
    fc.assert(
      fc.property(acyclic, fc.nat(), (graph, choice) => {
        const targets = evaluated(graph)
        const target = targets[choice % targets.length]
        fc.pre(target !== undefined)
        const before = evaluate(graph).of(target)
        const evidence = { kind: 'evidence', text: '', rating: 'high' } as const
        const after = evaluate(with1(graph, evidence, { kind: 'supports', to: target })).of(target)
        expect(after?.strength).toBeGreaterThanOrEqual((before?.strength ?? 1) - 1e-12)
        const rank = { falls: 0, unresolved: 1, holds: 2 }
        expect(rank[after?.standing ?? 'falls']).toBeGreaterThanOrEqual(rank[before?.standing ?? 'falls'])
      }),
      { numRuns: 300 },
    )
  })

  it('[S12] in a graph without cycles a further attack never raises what it attacks', () => {
    fc.assert(
      fc.property(acyclic, fc.nat(), (graph, choice) => {
        const targets = evaluated(graph)
        const target = targets[choice % targets.length]
        fc.pre(target !== undefined)
        const before = evaluate(graph).of(target)
        const objection = { kind: 'counterpoint', text: '', rating: 'moderate' } as const
        const after = evaluate(with1(graph, objection, { kind: 'attacks', to: target })).of(target)
        expect(after?.strength).toBeLessThanOrEqual((before?.strength ?? 0) + 1e-12)
        const rank = { falls: 0, unresolved: 1, holds: 2 }
        expect(rank[after?.standing ?? 'holds']).toBeLessThanOrEqual(rank[before?.standing ?? 'holds'])
      }),
      { numRuns: 300 },
    )
  })

  it('[S12] without weights, linked premises, relation targets and cycles it is DF-QuAD (Rago et al. 2016)', () => {
    const shape = fc.array(fc.tuple(fc.nat(), fc.boolean(), fc.nat(4)), { minLength: 1, maxLength: 14 })
    const kinds: readonly NodeKind[] = ['claim', 'evidence', 'recommendation', 'counterpoint', 'assumption']
    const bases = {
      claim: 0,
      evidence: 0.4,
      recommendation: 0.5,
      counterpoint: 0.4,
      assumption: 0.4,
      issue: 0,
      note: 0,
    }
    fc.assert(
      fc.property(shape, (steps) => {
        const nodes: Record<string, ArgumentNode> = {}
        const relations: Record<string, Relation> = {}
        for (const [index, [parent, supports, kind]] of steps.entries()) {
          nodes[`n${index}`] = { kind: kinds[kind] ?? 'claim', text: '' }
          if (index === 0) continue
          relations[`r${index}`] = {
            kind: supports ? 'supports' : 'attacks',
            from: [`n${index}`],
            to: `n${parent % index}`,
          }
        }
        const strength = (id: string): number => {
          const combine = (kind: string) =>
            1 -
            Object.values(relations)
              .filter((relation) => relation.kind === kind && relation.to === id)
              .reduce((product, { from }) => product * (1 - strength(from[0] ?? '')), 1)
          const base = bases[nodes[id]!.kind]
          const [pro, con] = [combine('supports'), combine('attacks')]
          return pro >= con ? base + (1 - base) * (pro - con) : base - base * (con - pro)
        }
        const evaluation = evaluate({ ...emptyGraph(), nodes, relations })
        for (const id of Object.keys(nodes)) expect(evaluation.of(id)?.strength).toBeCloseTo(strength(id), 9)
      }),
      { numRuns: 300 },
    )
  })

  it('[S1] renaming ids changes nothing', () => {
    fc.assert(
      fc.property(arbitraryGraph({ maxNodes: 14, details: false }), fc.nat(), (graph, seed) => {
        const ids = [...Object.keys(graph.nodes), ...Object.keys(graph.relations)]
        const names = new Map(ids.map((id, index) => [id, `x${(index * 7919 + seed) % 104_729}y${index}`]))
        const name = (id: string) => names.get(id) ?? id
        const renamed: ArgumentGraph = {
          ...graph,
          nodes: Object.fromEntries(Object.entries(graph.nodes).map(([id, node]) => [name(id), node])),
          relations: Object.fromEntries(
            Object.entries(graph.relations).map(([id, relation]) => [
              name(id),
              { ...relation, from: relation.from.map(name), to: name(relation.to) },
            ]),
          ),
        }
        const [before, after] = [evaluate(graph), evaluate(renamed)]
        for (const id of ids) {
          const [was, is] = [before.of(id), after.of(name(id))]
          expect(is?.standing).toBe(was?.standing)
          if (before.unsettled.has(id)) continue
          expect(Math.abs((is?.strength ?? 0) - (was?.strength ?? 0))).toBeLessThan(1e-9)
        }
      }),
      { numRuns: 150 },
    )
  })

  it('[S12] strengths, support and objection stay between 0 and 1, whatever the graph', () => {
    fc.assert(
      fc.property(arbitraryGraph({ maxNodes: 20, details: false }), (graph) => {
        const evaluation = evaluate(graph)
        for (const id of [...Object.keys(graph.nodes), ...Object.keys(graph.relations)]) {
          const found = evaluation.of(id)
          for (const value of found ? [found.strength, found.support, found.objection] : []) {
            expect(value).toBeGreaterThanOrEqual(0)
            expect(value).toBeLessThanOrEqual(1)
          }
        }
      }),
    )
  })
})

describe('graphs that are hard to evaluate', () => {
  it('have a result: 10,000 premises on one relation, a chain of 50,000, one big circle of attacks', () => {
    const evidence = (count: number) =>
      Object.fromEntries(
        Array.from({ length: count }, (_, index) => [`e${index}`, { kind: 'evidence', text: '' } as const]),
      )
    const linked: ArgumentGraph = {
      ...emptyGraph(),
      nodes: { ...evidence(10_000), c: { kind: 'claim', text: '' } },
      relations: { r: { kind: 'supports', from: Object.keys(evidence(10_000)), to: 'c' } },
    }
    expect(evaluate(linked).of('c')).toEqual({ standing: 'holds', strength: 0.4, support: 0.4, objection: 0 })
    const steps = (count: number, kind: 'supports' | 'attacks', close: boolean) =>
      Object.fromEntries(
        Array.from({ length: close ? count : count - 1 }, (_, index) => [
          `r${index}`,
          { kind, from: [`e${index}`], to: `e${(index + 1) % count}` } as const,
        ]),
      )
    const chain = { ...emptyGraph(), nodes: evidence(50_000), relations: steps(50_000, 'supports', false) }
    expect(evaluate(chain).of('e49999')?.standing).toBe('holds')
    const circle = { ...emptyGraph(), nodes: evidence(1001), relations: steps(1001, 'attacks', true) }
    expect(evaluate(circle).of('e7')?.standing).toBe('unresolved')
  })
})
