import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { branchGraph, elementsAbove, elementsBelow, trailTo } from '../../src/editor/lineage.ts'
import { validate } from '../../src/model/validate.ts'
import { arbitraryGraph } from '../support/arbitrary-graph.ts'
import { graph } from '../support/graph-builder.ts'

const argument = graph`c2 supports c1; c3 supports c2; k1 attacks r1; e1 supports k1; c4 supports c1; c2 supports c5`

describe('elementsBelow', () => {
  it('follows reasons, objections and what bears on the relations between', () => {
    expect([...elementsBelow(argument, 'c1')].toSorted()).toEqual(
      ['c1', 'c2', 'c3', 'c4', 'e1', 'k1', 'r1', 'r2', 'r3', 'r4', 'r5'].toSorted(),
    )
    expect([...elementsBelow(argument, 'c4')]).toEqual(['c4'])
  })
})

describe('elementsAbove', () => {
  it('follows an element to everything it bears on', () => {
    expect([...elementsAbove(argument, 'e1')]).toEqual(['e1', 'r4', 'k1', 'r3', 'r1', 'c1'])
    expect(elementsAbove(argument, 'c3').has('c5')).toBe(true)
  })

  it('is the mirror image of what is below', () => {
    fc.assert(
      fc.property(arbitraryGraph(), (any) => {
        const ids = [...Object.keys(any.nodes), ...Object.keys(any.relations)].slice(0, 12)
        for (const id of ids) {
          for (const below of elementsBelow(any, id)) expect(elementsAbove(any, below).has(id)).toBe(true)
        }
      }),
    )
  })

  it('ends where statements support each other in a circle', () => {
    const circle = graph`c1 supports c2; c2 supports c1`
    expect(elementsAbove(circle, 'c1').size).toBe(4)
    expect(elementsBelow(circle, 'c1').size).toBe(4)
  })
})

describe('branchGraph', () => {
  it('is a node with what is below it, and nothing that leads elsewhere', () => {
    const branch = branchGraph(argument, 'c2')
    expect(Object.keys(branch.nodes)).toEqual(['c2', 'c3'])
    expect(Object.keys(branch.relations)).toEqual(['r2'])
    expect(branchGraph(argument, 'c2')).toBe(branch)
  })

  it('keeps the pins of its nodes and opens its top', () => {
    const layout = { pinned: { c2: { x: 1, y: 2 }, c4: { x: 3, y: 4 } }, collapsed: ['c2', 'c3', 'c4'] }
    expect(branchGraph({ ...argument, layout }, 'c2').layout).toEqual({
      pinned: { c2: { x: 1, y: 2 } },
      collapsed: ['c3'],
    })
  })

  it('is the whole graph for a node that is not there', () => {
    expect(branchGraph(argument, 'gone')).toBe(argument)
  })

  it('is a valid graph, its answers to questions aside', () => {
    fc.assert(
      fc.property(arbitraryGraph(), (any) => {
        for (const id of Object.keys(any.nodes).slice(0, 8)) {
          const { layout: _, ...rest } = branchGraph(any, id)
          const problems = validate(rest).filter(
            ({ path }) => path[0] === 'relations' && path[2] !== 'questions',
          )
          expect(problems).toEqual([])
        }
      }),
    )
  })
})

describe('trailTo', () => {
  it('leads from the root down to the node', () => {
    expect(trailTo(argument, 'c3')).toEqual(['c1', 'c2', 'c3'])
    expect(trailTo(argument, 'e1')).toEqual(['c1', 'k1', 'e1'])
    expect(trailTo(argument, 'gone')).toEqual([])
  })
})
