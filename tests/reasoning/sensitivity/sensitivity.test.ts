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
    expect(two?.criticalPairs).toEqual([['e1', 'e2']])
  })

  it('pairs nothing that decides the band alone, nor what goes with it', () => {
    const topic = sensitivity(rated('e1 supports c1; c1 supports p1; e2 supports p1', { e1: 'high' }))
      .topics[0]
    expect(topic?.band).toBe('well-supported')
    expect(topic?.pivotal).toEqual(['c1', 'e1', 'r1', 'r2'])
    expect(topic?.criticalPairs).toEqual([])
  })

  it('moves every rating by one grade, against and for', () => {
    const topic = sensitivity(rated('e1 supports p1; k1 attacks p1', { e1: 'moderate', k1: 'low' })).topics[0]
    expect(topic && balanceOf(topic.range.low)).toBeCloseTo(0.4 - 0.6, 9)
    expect(topic && balanceOf(topic.range.high)).toBeCloseTo(0.8 - 0.2, 9)
  })

  it('moves both of two equally weak premises, and what is not rated to the next number', () => {
    const linked = sensitivity(rated('e1, e2 supports p1', { e1: 'moderate', e2: 'moderate' })).topics[0]
    expect(linked && balanceOf(linked.range.high)).toBeCloseTo(0.8, 9)
    expect(linked && balanceOf(linked.range.low)).toBeCloseTo(0.4, 9)
    const bare = sensitivity(graph`e1 supports p1`).topics[0]
    expect(bare && balanceOf(bare.range.low)).toBeCloseTo(0.2, 9)
    expect(bare && balanceOf(bare.range.high)).toBeCloseTo(0.6, 9)
  })

  it('has as its range what evaluating with every rating supposed one grade off gives', () => {
    const map = rated('e1 supports c1; c1, a1 supports p1; k1 attacks p1; e2 attacks k1', {
      e1: 'moderate',
      a1: 'high',
      k1: 'moderate',
      e2: 'low',
    })
    const topic = sensitivity(map).topics[0]
    const low = { e1: 'low', a1: 'moderate', k1: 'high', e2: 'very-low' } as const
    const high = { e1: 'high', a1: 'high', k1: 'low', e2: 'moderate' } as const
    expect(topic?.range.low.strength).toBe(evaluate(map, { supposedRatings: low }).of('p1')?.strength)
    expect(topic?.range.high.strength).toBe(evaluate(map, { supposedRatings: high }).of('p1')?.strength)
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
    // It backs the objection: without it the balance is 25.9 points of 100 better, the strength 13.
    expect(evidence[0]?.size).toBeCloseTo(-0.2592, 4)
    expect((evidence[0]?.after.strength ?? 0) - (topic?.now.strength ?? 0)).toBeCloseTo(0.1296, 4)
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

  it('tells how a recommendation would stand without an element', () => {
    const topic = sensitivity(rated('e1 supports p1; k1 attacks p1', { e1: 'high', k1: 'low' })).topics[0]
    const standings = Object.fromEntries(topic?.effects.map(({ id, standing }) => [id, standing]) ?? [])
    expect(standings).toEqual({ e1: 'falls', r1: 'falls', k1: 'holds', r2: 'holds' })
  })

  it('says that it is not complete where a map is too large for pairs and ranges, and keeps the largest effects', () => {
    const chain = (length: number) => {
      const steps = Array.from({ length }, (_, at) => `c${at} supports c${at + 1}`)
      return sensitivity(parseGraph(['e1 supports c0', ...steps, `c${length} supports p1`].join(';')))
    }
    expect(chain(300).complete).toBe(true)
    const long = chain(2000)
    expect(long.complete).toBe(false)
    expect(long.topics[0]?.effectCount).toBe(4004)
    expect(long.topics[0]?.effects).toHaveLength(200)
    expect(long.topics[0]?.criticalPairs).toEqual([])
  })

  it('looks at forty recommendations, and says so where there are more', () => {
    const many = (count: number) =>
      sensitivity(parseGraph(Array.from({ length: count }, (_, at) => `e1 supports p${at}`).join(';')))
    expect(many(40)).toMatchObject({ complete: true })
    expect(many(41).complete).toBe(false)
    expect(many(41).topics).toHaveLength(40)
  })

  it('is plain data, and empty without recommendations', () => {
    const result = sensitivity(graph`e1 supports c1; k1 attacks c1`)
    expect(result.topics).toEqual([])
    const full = sensitivity(rated('e1 supports p1', { e1: 'low' }))
    expect(structuredClone(full)).toEqual(full)
  })
})
