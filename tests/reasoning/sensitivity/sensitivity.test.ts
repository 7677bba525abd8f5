import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readGraph } from '../../../src/formats/json/read.ts'
import { balanceOf, recommendationBand } from '../../../src/reasoning/bands.ts'
import { evaluate } from '../../../src/reasoning/evaluate.ts'
import { sensitivityOf, type Sensitivity } from '../../../src/reasoning/sensitivity/sensitivity.ts'
import type { ArgumentGraph } from '../../../src/model/graph.ts'
import { arbitraryGraph } from '../../support/arbitrary-graph.ts'
import { graph, parseGraph } from '../../support/graph-builder.ts'

function sensitivity(of: ArgumentGraph): Sensitivity {
  const work = sensitivityOf(evaluate(of))
  for (;;) {
    const step = work.next()
    if (step.done) return step.value
  }
}

function rated(
  text: string,
  ratings: Record<string, 'high' | 'moderate' | 'low' | 'very-low'>,
): ArgumentGraph {
  const base = parseGraph(text)
  const nodes = Object.fromEntries(
    Object.entries(base.nodes).map(([id, node]) => [
      id,
      ratings[id] ? { ...node, rating: ratings[id] } : node,
    ]),
  )
  return { ...base, nodes }
}

function debated(): ArgumentGraph {
  const result = readGraph(readFileSync('graphs/belt-and-road-debated.json', 'utf8'))
  if (!result.ok) throw new Error('the graph cannot be read')
  return result.value
}

describe('sensitivityOf', () => {
  it('orders removals by how much they change the balance, relations among them', () => {
    const [topic] = sensitivity(rated('e1 supports p1; e2 supports p1', { e1: 'high', e2: 'low' })).topics
    expect(topic?.effects.map(({ id }) => id)).toEqual(['e1', 'r1', 'e2', 'r2'])
    // 1 − (1 − .8)(1 − .4) = .88 with both, .4 without the first.
    expect(topic?.effects[0]?.size).toBeCloseTo(0.48, 9)
    expect(topic?.now.support).toBeCloseTo(0.88, 9)
  })

  it('finds what decides the band alone, and pairs that decide it together', () => {
    const one = sensitivity(rated('e1 supports p1', { e1: 'high' })).topics[0]
    expect(one?.pivotal).toEqual(['e1', 'r1'])
    const two = sensitivity(rated('e1 supports p1; e2 supports p1', { e1: 'high', e2: 'high' })).topics[0]
    expect(two?.pivotal).toEqual([])
    expect(two?.criticalPairs).toContainEqual(['e1', 'e2'])
  })

  it('moves every rating by one grade, against and for', () => {
    const topic = sensitivity(rated('e1 supports p1; k1 attacks p1', { e1: 'moderate', k1: 'low' })).topics[0]
    expect(topic && balanceOf(topic.range.low)).toBeCloseTo(0.4 - 0.6, 9)
    expect(topic && balanceOf(topic.range.high)).toBeCloseTo(0.8 - 0.2, 9)
  })

  it('says down to which rating a piece of evidence carries the band', () => {
    const topic = sensitivity(rated('e1 supports p1', { e1: 'high' })).topics[0]
    expect(topic?.band).toBe('well-supported')
    expect(topic?.thresholds).toMatchObject([{ id: 'e1', least: 'moderate' }])
    expect(topic?.thresholds[0]?.border).toBeCloseTo(0.6, 2)
    const spare = sensitivity(rated('e1 supports p1; e2 supports p1', { e1: 'high', e2: 'low' })).topics[0]
    expect(spare?.thresholds.find(({ id }) => id === 'e2')).toMatchObject({ least: undefined })
  })

  it('tells whether other rules would put the recommendations into another order', () => {
    const clear = sensitivity(rated('e1 supports p1; k1 attacks p2', { e1: 'high', k1: 'high' }))
    expect(clear.secondOpinion.agree).toBe(true)
    expect(clear.secondOpinion.orders).toContainEqual({ rule: 'mlp', order: ['p1', 'p2'] })
  })

  it('knows the most important evidence of the debated paper', () => {
    const result = sensitivity(debated())
    const topic = result.topics.find(({ id }) => id === 'rec2')
    const evidence = topic?.effects.filter(({ id }) => id.startsWith('e')) ?? []
    expect(evidence[0]?.id).toBe('e25')
  })

  it('has the effect of every removal as evaluating without it has', () => {
    fc.assert(
      fc.property(arbitraryGraph({ maxNodes: 14 }), (any) => {
        for (const topic of sensitivity(any).topics) {
          for (const effect of topic.effects) {
            const after = evaluate(any, { doubted: [effect.id] }).of(topic.id)
            expect(after).toBeDefined()
            expect(Math.abs((after?.strength ?? 0) - effect.after.strength)).toBeLessThan(1e-9)
            expect(effect.band).toBe(recommendationBand(effect.after))
          }
        }
      }),
      { numRuns: 60 },
    )
  })

  it('is plain data, and empty without recommendations', () => {
    const result = sensitivity(graph`e1 supports c1; k1 attacks c1`)
    expect(result.topics).toEqual([])
    const full = sensitivity(rated('e1 supports p1', { e1: 'low' }))
    expect(structuredClone(full)).toEqual(full)
  })
})
