import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { arbitraryGraph } from './arbitrary-graph.ts'
import { graph, parseGraph, withNodes } from './graph-builder.ts'

describe('graph builder', () => {
  it('makes a node for every end and a relation for every statement', () => {
    const built = graph`e1 supports c1; k1 attacks r1; e2, a1 support c1; n9`
    expect(Object.keys(built.nodes)).toEqual(['e1', 'c1', 'k1', 'e2', 'a1', 'n9'])
    expect(built.nodes['n9']).toEqual({ kind: 'note', text: 'n9' })
    expect(built.relations).toEqual({
      r1: { kind: 'supports', from: ['e1'], to: 'c1' },
      r2: { kind: 'attacks', from: ['k1'], to: 'r1' },
      r3: { kind: 'supports', from: ['e2', 'a1'], to: 'c1' },
    })
  })

  it('takes names for relations and kinds for nodes', () => {
    const built = graph`
      main = c1 supports x:recommendation
      c2 attacks main`
    expect(Object.keys(built.relations)).toEqual(['main', 'r2'])
    expect(built.nodes['x']?.kind).toBe('recommendation')
    expect(built.relations['r2']?.to).toBe('main')
  })

  it('takes ids from a loop', () => {
    expect(
      Object.keys(
        parseGraph(Array.from({ length: 3 }, (_, i) => `c${i} supports c${i + 1}`).join(';')).nodes,
      ),
    ).toEqual(['c0', 'c1', 'c2', 'c3'])
  })

  it('refuses what it cannot read', () => {
    expect(() => graph`a helps b`).toThrow('cannot read "a helps b"')
    expect(() => graph`x:thing`).toThrow('no kind of node "thing"')
    expect(() => graph`r = a supports b; r = b supports a`).toThrow('given twice')
  })

  it('changes fields of nodes', () => {
    expect(withNodes(graph`c1`, { c1: { text: 'Longer.' } }).nodes['c1']).toEqual({
      kind: 'claim',
      text: 'Longer.',
    })
  })
})

describe('arbitrary graphs', () => {
  const sample = fc.sample(arbitraryGraph({ maxNodes: 30 }), { numRuns: 300, seed: 7 })

  it('cover linked premises, relation targets, pins, collapsed branches and order keys', () => {
    const relations = sample.flatMap((one) => Object.values(one.relations))
    const nodes = sample.flatMap((one) => Object.values(one.nodes))
    expect(relations.filter(({ from }) => from.length > 1).length).toBeGreaterThan(100)
    expect(relations.filter(({ to }) => to.startsWith('r')).length).toBeGreaterThan(100)
    expect(relations.filter(({ from, to }) => from.includes(to)).length).toBeGreaterThan(0)
    expect(new Set(relations.map(({ kind }) => kind)).size).toBe(4)
    expect(nodes.filter(({ order }) => order !== undefined).length).toBeGreaterThan(100)
    expect(sample.filter(({ layout }) => layout?.pinned).length).toBeGreaterThan(20)
    expect(sample.filter(({ layout }) => layout?.collapsed).length).toBeGreaterThan(20)
  })

  it('give each node of a tree one conclusion', () => {
    for (const one of fc.sample(arbitraryGraph({ shapes: ['tree'] }), { numRuns: 50, seed: 7 })) {
      const premises = Object.values(one.relations).flatMap(({ from }) => from)
      expect(new Set(premises).size).toBe(premises.length)
    }
  })
})
