import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ArgumentGraph, ElementId, NodeId } from '../../../src/model/graph.ts'
import { evaluate } from '../../../src/reasoning/evaluate.ts'
import type { ScoringRule } from '../../../src/reasoning/evaluation.ts'
import { networkOf } from '../../../src/reasoning/network.ts'
import { removals } from '../../../src/reasoning/sensitivity/removal.ts'
import { solve } from '../../../src/reasoning/solution.ts'
import { arbitraryGraph } from '../../support/arbitrary-graph.ts'
import { graph } from '../../support/graph-builder.ts'
import { arbitraryArgument } from './arbitrary-argument.ts'

/** By removed element and recommendation: what the removal leaves; only what was computed anew. */
function removalsOf(map: ArgumentGraph, rule: ScoringRule = 'df-quad') {
  const network = networkOf(map, { rule })
  const topics = network.ids.flatMap((id, item) => (map.nodes[id]?.kind === 'recommendation' ? [item] : []))
  const found = new Map<ElementId, Map<NodeId, { strength: number; support: number; objection: number }>>()
  for (const { item, changes } of removals(solve(network, rule), topics)) {
    const rows = changes.map(
      ({ topic, strength, support, objection }) =>
        [network.ids[topic]!, { strength, support, objection }] as const,
    )
    found.set(network.ids[item]!, new Map(rows))
  }
  return found
}

/** Every removal compared with an evaluation of the map without the element; equal to the last bit. */
function compareWithEvaluations(map: ArgumentGraph, rule: ScoringRule) {
  const found = removalsOf(map, rule)
  const whole = evaluate(map, { rule })
  for (const id of [...Object.keys(map.nodes), ...Object.keys(map.relations)]) {
    const without = evaluate(map, { rule, doubted: [id] })
    for (const [recommendation, { kind }] of Object.entries(map.nodes)) {
      if (kind !== 'recommendation' || recommendation === id) continue
      const { strength, support, objection } = without.of(recommendation)!
      const before = whole.of(recommendation)!
      const unchanged = { strength: before.strength, support: before.support, objection: before.objection }
      expect(found.get(id)?.get(recommendation) ?? unchanged).toEqual({ strength, support, objection })
    }
  }
}

describe('removals', () => {
  it('takes a relation away with its premise, and what bears on that relation too', () => {
    const found = removalsOf(graph`e1 supports c1; c1 supports p1; k1 attacks r1; e2 supports k1`)
    expect(found.get('e1')?.get('p1')?.strength).toBe(0.5)
    expect(found.get('r1')?.get('p1')?.strength).toBe(0.5)
    expect(found.get('k1')?.get('p1')?.strength).toBeCloseTo(0.7, 12)
  })

  it('lets a linked premise take the step with it, however strong it is', () => {
    const found = removalsOf(graph`e1, a1 supports c1; c1 supports p1`)
    expect(found.get('a1')?.get('p1')?.support).toBe(0)
  })

  it('counts a support again once leaving something out has broken its circle', () => {
    const map = graph`e1 supports c1; c1 supports c2; c2 supports c1; e2 supports c2; c1 supports p1`
    expect([...evaluate(map).circular]).toEqual(['r2', 'r3'])
    const found = removalsOf(map)
    expect(found.get('r2')?.get('p1')?.support).toBeCloseTo(0.64, 12)
  })

  it('no longer counts a support that led from evidence once the evidence is gone', () => {
    const map = graph`e1 supports c1; c1 supports c2; c2 supports c1; c2 supports p1`
    expect([...evaluate(map).circular]).toEqual(['r3'])
    expect(removalsOf(map).get('e1')?.get('p1')?.support).toBe(0)
  })

  it('says nothing about a recommendation that is itself left out, nor about what bears on none', () => {
    const found = removalsOf(graph`e1 supports p1; p1 supports p2; e2 supports c1`)
    expect([...found.get('p1')!.keys()]).toEqual(['p2'])
    expect(found.has('c1')).toBe(false)
    expect(found.has('e2')).toBe(false)
  })

  it('equals evaluating without the element, bit for bit, where nothing is circular', () => {
    fc.assert(
      fc.property(
        arbitraryArgument(14, false),
        fc.constantFrom('df-quad', 'quadratic-energy', 'euler', 'mlp'),
        compareWithEvaluations,
      ),
      { numRuns: 300 },
    )
  })

  it('equals evaluating without the element, bit for bit, in circles of every kind', () => {
    fc.assert(
      fc.property(
        arbitraryArgument(9, true),
        fc.constantFrom('df-quad', 'df-quad', 'quadratic-energy', 'euler', 'mlp'),
        compareWithEvaluations,
      ),
      {
        numRuns: 300,
      },
    )
  })

  it('equals evaluating without the element for any document', () => {
    fc.assert(
      fc.property(
        arbitraryGraph({ maxNodes: 12, details: false }),
        fc.constant<ScoringRule>('df-quad'),
        compareWithEvaluations,
      ),
      { numRuns: 200 },
    )
  })
})
