import { describe, expect, it } from 'vitest'
import type { ArgumentGraph, ElementId } from '../../src/model/graph.ts'
import { networkOf, type Network } from '../../src/reasoning/network.ts'
import { graph, withNodes } from '../support/graph-builder.ts'

/** The connections of a network as sentences with ids. */
function sentences(network: Network): string[] {
  return network.ids.slice(network.nodeCount).map((id, place) => {
    const item = network.nodeCount + place
    const premises = slice(network, 'premises', item).join(', ')
    const verb = network.sign[item] === 1 ? 'supports' : 'attacks'
    return `${id}: ${premises} ${verb} ${network.ids[network.target[item] ?? -1]}`
  })
}

function slice(network: Network, field: 'premises' | 'into' | 'outOf', item: number): ElementId[] {
  const start = network[`${field}Start`]
  return [...network[field].subarray(start[item], start[item + 1])].map((at) => network.ids[at] ?? '?')
}

function baseOf(network: Network, id: ElementId): number | undefined {
  return network.base[network.indexOf.get(id) ?? -1]
}

describe('networkOf', () => {
  it('[S1] lists nodes and then relations, each ascending by id', () => {
    const network = networkOf(graph`e2 supports c1; b = k1 attacks c1; e1, e2 support c1; a = e1 supports b`)
    expect(network.ids).toEqual(['c1', 'e1', 'e2', 'k1', 'a', 'b', 'r1', 'r3'])
    expect(network.nodeCount).toBe(4)
    expect(sentences(network)).toEqual([
      'a: e1 supports b',
      'b: k1 attacks c1',
      'r1: e2 supports c1',
      'r3: e1, e2 supports c1',
    ])
    expect(network.ids.map((id) => network.indexOf.get(id))).toEqual([0, 1, 2, 3, 4, 5, 6, 7])
  })

  it('[S1] knows the relations into and out of an item, ascending', () => {
    const network = networkOf(graph`e2 supports c1; b = k1 attacks c1; e1, e2 support c1; a = e1 supports b`)
    expect(slice(network, 'into', 0)).toEqual(['b', 'r1', 'r3'])
    expect(slice(network, 'into', 5)).toEqual(['a'])
    expect(slice(network, 'outOf', 1)).toEqual(['a', 'r3'])
    expect(slice(network, 'outOf', 2)).toEqual(['r1', 'r3'])
  })

  it('[S1] takes a premise that is named twice once', () => {
    const base = graph`e1 supports c1`
    const twice: ArgumentGraph = {
      ...base,
      relations: { r1: { kind: 'supports', from: ['e1', 'e1'], to: 'c1' } },
    }
    expect(sentences(networkOf(twice))).toEqual(['r1: e1 supports c1'])
  })

  it('[S2] has no issues, notes, addresses and restatements', () => {
    const network = networkOf(graph`p1 addresses i1; c1 restates c2; n1; e1 supports p1`)
    expect(network.ids).toEqual(['c1', 'c2', 'e1', 'p1', 'r3'])
  })

  it('[S2] has no relation of which an end is missing, nor relations on it', () => {
    const broken = graph`r1 = e1 supports c1; r2 = k1 attacks r1; r3 = e2 supports r2; r4 = e1 supports c2`
    const relations = { ...broken.relations, r1: { kind: 'supports' as const, from: ['e1'], to: 'lost' } }
    const network = networkOf({ ...broken, relations })
    expect(sentences(network)).toEqual(['r4: e1 supports c2'])
    expect(network.sound).toBe(false)
  })

  it('[S2] has no relation of which a premise is a relation', () => {
    const base = graph`r1 = e1 supports c1; r2 = e2 supports c1`
    const relations = { ...base.relations, r3: { kind: 'supports' as const, from: ['r1'], to: 'c1' } }
    const network = networkOf({ ...base, relations })
    expect(sentences(network)).toEqual(['r1: e1 supports c1', 'r2: e2 supports c1'])
    expect(network.sound).toBe(false)
  })

  it('[S2] keeps relations that target each other, which only a broken file has', () => {
    const broken = graph`r1 = e1 supports r2; r2 = k1 attacks r1`
    expect(sentences(networkOf(broken))).toEqual(['r1: e1 supports r2', 'r2: k1 attacks r1'])
  })

  it('[S2] gives an id that is used twice to the node, and says that something is wrong', () => {
    const base = graph`e1 supports c1`
    const network = networkOf({
      ...base,
      relations: { ...base.relations, c1: { kind: 'attacks', from: ['e1'], to: 'c1' } },
    })
    expect(network.indexOf.get('c1')).toBe(0)
    expect(sentences(network)).toEqual(['c1: e1 attacks c1', 'r1: e1 supports c1'])
    expect(network.sound).toBe(false)
    expect(networkOf(base).sound).toBe(true)
  })

  it('[S3] leaves out a doubted node with each relation that it carries, and relations on those', () => {
    const base = graph`r1 = e1, e2 support c1; r2 = k1 attacks r1; r3 = e3 supports r2; r4 = e2 supports c2`
    const network = networkOf(base, { doubted: ['e1'] })
    expect(sentences(network)).toEqual(['r4: e2 supports c2'])
    expect([...network.leftOut].sort()).toEqual(['e1', 'r1', 'r2', 'r3'])
    expect(network.ids).toContain('k1')
  })

  it('[S3] leaves out a doubted relation with the relations on it and keeps its premises', () => {
    const network = networkOf(graph`r1 = e1 supports c1; r2 = k1 attacks r1`, { doubted: ['r1', 'unknown'] })
    expect([...network.leftOut].sort()).toEqual(['r1', 'r2'])
    expect(network.ids).toEqual(['c1', 'e1', 'k1'])
  })

  it('[S3] leaves out an addressed issue with the relation to it', () => {
    const network = networkOf(graph`r1 = p1 addresses i1`, { doubted: ['i1'] })
    expect([...network.leftOut].sort()).toEqual(['i1', 'r1'])
  })

  it('[S4] gives claims 0, recommendations .5, and rated kinds the number of their rating', () => {
    const base = withNodes(graph`c1; p1; e1; e2; e3; e4; e5; a1; k1`, {
      e1: { rating: 'high' },
      e2: { rating: 'moderate' },
      e3: { rating: 'low' },
      e4: { rating: 'very-low' },
      a1: { rating: 'high' },
      k1: { rating: 'moderate' },
      c1: { rating: 'high' },
      p1: { rating: 'high' },
    })
    const network = networkOf(base)
    const found = Object.fromEntries(network.ids.map((id, item) => [id, network.base[item]]))
    expect(found).toEqual({ c1: 0, p1: 0.5, e1: 0.8, e2: 0.6, e3: 0.4, e4: 0.2, e5: 0.4, a1: 0.8, k1: 0.6 })
  })

  it("[S4] takes the document's own numbers, also for what is not rated", () => {
    const base = withNodes(graph`e1; e2; e3`, { e1: { rating: 'high' }, e3: { rating: 'low' } })
    const network = networkOf({ ...base, evaluation: { ratings: { high: 0.95, unrated: 0.3 } } })
    expect([...network.base]).toEqual([0.95, 0.3, 0.4])
  })

  it('[S4] takes a supposed rating instead, undefined meaning not rated', () => {
    const base = withNodes(graph`e1; e2`, { e1: { rating: 'high' }, e2: { rating: 'high' } })
    const network = networkOf(base, { supposedRatings: { e1: 'very-low', e2: undefined } })
    expect([...network.base]).toEqual([0.2, 0.4])
  })

  it('[S5] gives a relation its weight, strong unless said otherwise', () => {
    const base = graph`r1 = e1 supports c1; r2 = e1 supports c1; r3 = e1 supports c1`
    const relation = { kind: 'supports', from: ['e1'], to: 'c1' } as const
    const relations = {
      ...base.relations,
      r2: { ...relation, weight: 'partial' as const },
      r3: { ...relation, weight: 'weak' as const },
    }
    const network = networkOf({ ...base, relations })
    expect(['r1', 'r2', 'r3'].map((id) => baseOf(network, id))).toEqual([1, 0.7, 0.4])
  })

  it('[S6] lets all but claims and recommendations hold at first sight', () => {
    const network = networkOf(graph`e1 supports c1; a1 supports p1; k1 attacks p1`)
    const holding = network.ids.filter((_, item) => network.primaFacie[item] === 1)
    expect(holding).toEqual(['a1', 'e1', 'k1', 'r1', 'r2', 'r3'])
  })

  it('[S11] gives claims .5 under a second opinion and still knows that they are not rooted', () => {
    const network = networkOf(graph`e1 supports c1`, { rule: 'euler' })
    expect([...network.base]).toEqual([0.5, 0.4, 1])
    expect([...network.rooted]).toEqual([0, 1, 1])
  })

  it('answers any id, also names on Object.prototype', () => {
    const network = networkOf(graph`e1 supports c1`, { doubted: ['constructor', '__proto__'] })
    expect(network.indexOf.get('constructor')).toBeUndefined()
    expect(network.indexOf.has('toString')).toBe(false)
    expect(network.leftOut.size).toBe(0)
  })

  it('is the same network for the same graph', () => {
    const base = graph`e1 supports c1`
    expect(networkOf(base)).toBe(networkOf(base))
  })
})
