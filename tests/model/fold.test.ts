import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { balanceOf, foldedGraph, foldedNodes, foldId, sectionOfFold } from '../../src/model/fold.ts'
import type { ArgumentGraph } from '../../src/model/graph.ts'
import { validate } from '../../src/model/validate.ts'
import { arbitraryGraph } from '../support/arbitrary-graph.ts'
import { graph, withNodes } from '../support/graph-builder.ts'

/** These nodes are in the section s, which is folded. */
function folding(shown: ArgumentGraph, ...members: string[]): ArgumentGraph {
  const nodes = Object.fromEntries(members.map((id) => [id, { section: 's' }]))
  return { ...withNodes(shown, nodes), sections: { s: { title: 'Costs' } }, layout: { folded: ['s'] } }
}

const withAllFolded = (shown: ArgumentGraph): ArgumentGraph => ({
  ...shown,
  layout: { ...shown.layout, folded: Object.keys(shown.sections) },
})

const box = foldId('s')

describe('foldedGraph', () => {
  it('is the very same graph when nothing is folded', () => {
    const shown = graph`c1 supports c0`
    expect(foldedGraph(shown)).toBe(shown)
  })

  it('shows the section as one node with its title, where its first statement stood', () => {
    const folded = foldedGraph(folding(graph`c1 supports c0; c2 supports c0; c3 supports c0`, 'c2', 'c3'))
    expect(Object.keys(folded.nodes)).toEqual(['c1', 'c0', box])
    expect(folded.nodes[box]?.text).toBe('Costs')
    expect(sectionOfFold(box)).toBe('s')
  })

  it('joins what would join the same boxes the same way, under the id of the first', () => {
    const folded = foldedGraph(
      folding(graph`c1 supports c0; c2 supports c0; k1 attacks c0`, 'c1', 'c2', 'k1'),
    )
    expect(Object.entries(folded.relations).map(([id, { kind, from }]) => [id, kind, from])).toEqual([
      ['r1', 'supports', [box]],
      ['r3', 'attacks', [box]],
    ])
  })

  it('drops what is within the section, and leads what bears on that to the box', () => {
    const folded = foldedGraph(folding(graph`c1 supports c0; k1 attacks r1; c2 supports k1`, 'c0', 'c1'))
    expect(folded.relations).toEqual({
      r2: { kind: 'attacks', from: ['k1'], to: box },
      r3: { kind: 'supports', from: ['c2'], to: 'k1' },
    })
  })

  it('keeps what bears on a relation that is joined with another', () => {
    const folded = foldedGraph(folding(graph`c1 supports c0; c2 supports c0; k1 attacks r2`, 'c1', 'c2'))
    expect(folded.relations['r3']?.to).toBe('r1')
  })

  it('names only boxes and relations that are there, whatever is folded', () => {
    const folded = arbitraryGraph({ maxNodes: 25 }).map(withAllFolded)
    fc.assert(
      fc.property(folded, (shown) => {
        const { nodes, relations } = foldedGraph(shown)
        for (const { from, to } of Object.values(relations)) {
          expect(from.length).toBeGreaterThan(0)
          for (const id of from) expect(nodes).toHaveProperty([id])
          expect(Object.hasOwn(nodes, to) || Object.hasOwn(relations, to)).toBe(true)
        }
        for (const id of foldedNodes(shown)) expect(Object.hasOwn(nodes, id)).toBe(false)
        expect(validate(shown)).toEqual([])
      }),
      { numRuns: 300 },
    )
  })
})

describe('balanceOf', () => {
  it('counts kinds, and the objections that nothing is said against', () => {
    const shown = folding(graph`c1 supports c0; k1 attacks c0; k2 attacks k1; k3 attacks r1`, 'c0', 'c1')
    expect(balanceOf(shown, 's')).toBe('2 claims, 1 open objection')
    const rebutted = folding(graph`k1 attacks c0; k2 attacks k1`, 'c0', 'k1')
    expect(balanceOf(rebutted, 's')).toBe('1 claim, no open objection')
    expect(balanceOf(folding(graph`e1 supports c0; c1`, 'c0', 'c1', 'e1'), 's')).toBe(
      '2 claims, 1 evidence, no open objection',
    )
  })
})
