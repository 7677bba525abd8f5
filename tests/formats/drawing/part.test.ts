import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { graphOfPart, wordsOfPart } from '../../../src/formats/drawing/part.ts'
import type { PicturePart } from '../../../src/formats/drawing/picture.ts'
import type { ArgumentGraph } from '../../../src/model/graph.ts'
import { arbitraryGraph } from '../../support/arbitrary-graph.ts'
import { graph } from '../../support/graph-builder.ts'

const debate = graph`c1 supports p1; e1, a1 support c1; k1 attacks r2; c2 attacks k1; e2 supports p2`

function idsOf(part: ArgumentGraph): string[] {
  return [...Object.keys(part.nodes), ...Object.keys(part.relations)]
}

describe('the part of a map that is drawn', () => {
  it('is the very same graph for everything', () => {
    expect(graphOfPart(debate, { part: 'all' })).toBe(debate)
  })

  it('is, for a branch, a node and everything that bears on it, also on the steps to it', () => {
    expect(idsOf(graphOfPart(debate, { part: 'branch', node: 'c1' }))).toEqual(
      expect.arrayContaining(['c1', 'e1', 'a1', 'k1', 'c2', 'r2', 'r3', 'r4']),
    )
    expect(idsOf(graphOfPart(debate, { part: 'branch', node: 'c1' }))).toHaveLength(8)
  })

  it('is, for a selection, what is selected and every relation between, but no half of a linked step', () => {
    const ids = ['p1', 'c1', 'e1']
    expect(idsOf(graphOfPart(debate, { part: 'selection', ids })).toSorted()).toEqual([
      'c1',
      'e1',
      'p1',
      'r1',
    ])
  })

  it('takes the ends of a selected relation along', () => {
    expect(idsOf(graphOfPart(debate, { part: 'selection', ids: ['r3'] })).toSorted()).toEqual(
      ['a1', 'c1', 'e1', 'k1', 'r2', 'r3'].toSorted(),
    )
  })

  it('is, for a section, its nodes and the relations between them', () => {
    const sections = { s: { title: 'Costs' } }
    const nodes = { ...debate.nodes }
    for (const id of ['c1', 'e1', 'a1', 'k1'] as const) nodes[id] = { ...nodes[id]!, section: 's' }
    const part = graphOfPart({ ...debate, sections, nodes }, { part: 'section', section: 's' })
    expect(idsOf(part).toSorted()).toEqual(['a1', 'c1', 'e1', 'k1', 'r2', 'r3'])
    expect(wordsOfPart({ ...debate, sections }, { part: 'section', section: 's' })).toBe('Section: Costs')
  })

  it('is open at the top of a branch and wholly open in a selection', () => {
    const collapsed = { ...debate, layout: { collapsed: ['p1', 'c1'] } }
    expect(graphOfPart(collapsed, { part: 'branch', node: 'p1' }).layout?.collapsed).toEqual(['c1'])
    expect(graphOfPart(collapsed, { part: 'selection', ids: ['p1', 'c1'] }).layout?.collapsed).toEqual([])
  })

  it('is empty for ids that are not there, whatever they are called', () => {
    for (const id of ['nothing', '__proto__', 'constructor']) {
      expect(idsOf(graphOfPart(debate, { part: 'branch', node: id }))).toEqual([])
      expect(idsOf(graphOfPart(debate, { part: 'selection', ids: [id] }))).toEqual([])
      expect(idsOf(graphOfPart(debate, { part: 'section', section: id }))).toEqual([])
      expect(wordsOfPart(debate, { part: 'section', section: id })).toBeUndefined()
    }
  })

  it('has no relation without an end, whatever is asked for', () => {
    const id = fc.constantFrom('n1', 'n2', 'n3', 'n4', 'n5', 'r1', 'r2', 'r3')
    const part = fc.oneof<fc.Arbitrary<PicturePart>[]>(
      fc.record({ part: fc.constant('branch' as const), node: id }),
      fc.record({ part: fc.constant('selection' as const), ids: fc.array(id) }),
      fc.record({ part: fc.constant('section' as const), section: fc.constantFrom('s1', 's2') }),
    )
    fc.assert(
      fc.property(arbitraryGraph(), part, (whole, what) => {
        const drawn = graphOfPart(whole, what)
        const ids = new Set(idsOf(drawn))
        const ends = Object.values(drawn.relations).flatMap(({ from, to }) => [...from, to])
        expect(ends.filter((end) => !ids.has(end))).toEqual([])
        const folded = [...Object.keys(drawn.layout?.pinned ?? {}), ...(drawn.layout?.collapsed ?? [])]
        expect(folded.filter((each) => !ids.has(each))).toEqual([])
      }),
    )
  })
})
