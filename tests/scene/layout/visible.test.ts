/** What collapsing hides, and how it is counted. */
import { describe, expect, it } from 'vitest'
import type { ArgumentGraph } from '../../../src/model/graph.ts'
import { visiblePart } from '../../../src/scene/layout/visible.ts'
import { graph } from '../../support/graph-builder.ts'

function collapse(whole: ArgumentGraph, ...collapsed: string[]): ArgumentGraph {
  return { ...whole, layout: { ...whole.layout, collapsed } }
}

describe('visiblePart', () => {
  it('shows everything as long as nothing is collapsed', () => {
    const whole = graph`e1 supports c1; k1 attacks r1`
    const part = visiblePart(whole)
    expect(part.nodes).toEqual(['e1', 'c1', 'k1'])
    expect(part.relations).toEqual(['r1', 'r2'])
    expect(part.hidden.size).toBe(0)
  })

  it('hides what hangs below a collapsed node, with the relations between', () => {
    const part = visiblePart(collapse(graph`c2 supports c1; e1 supports c2; e2 supports e1`, 'c2'))
    expect(part.nodes).toEqual(['c2', 'c1'])
    expect(part.relations).toEqual(['r1'])
    expect(part.isVisible('e1')).toBe(false)
  })

  it('keeps what can be reached another way', () => {
    const part = visiblePart(collapse(graph`e1 supports c1; e1 supports c2; e2 supports c1`, 'c1'))
    expect(part.nodes).toEqual(['e1', 'c1', 'c2'])
    expect(part.hidden.get('c1')).toEqual({ nodes: 1, for: 1, against: 0 })
    expect(part.relations).toEqual(['r1', 'r2'])
  })

  it('counts by the number of attacks on the way: an attack on an attack is for', () => {
    const whole = graph`e1 supports c1; k1 attacks c1; k2 attacks k1; e2 supports k1; k3 attacks r1; k4 attacks r2`
    expect(visiblePart(collapse(whole, 'c1')).hidden.get('c1')).toEqual({ nodes: 6, for: 3, against: 3 })
  })

  it('hides what attacks a hidden inference', () => {
    const part = visiblePart(collapse(graph`e1 supports c1; k1 attacks r1`, 'c1'))
    expect(part.nodes).toEqual(['c1'])
    expect(part.relations).toEqual([])
  })

  it('keeps a collapsed node of a circle itself', () => {
    const part = visiblePart(
      collapse(graph`c1 supports c2; c2 supports c3; c3 supports c1`, 'c1', 'c2', 'c3'),
    )
    expect(part.nodes.length).toBeGreaterThan(0)
  })

  it('says nothing of a collapsed node below which nothing is hidden', () => {
    expect(visiblePart(collapse(graph`e1 supports c1`, 'e1')).hidden.size).toBe(0)
  })

  it('ignores collapsed ids that name no node', () => {
    expect(visiblePart(collapse(graph`e1 supports c1`, 'gone')).nodes).toHaveLength(2)
  })
})
