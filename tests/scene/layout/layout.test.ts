/** How particular maps are laid out: what a reader expects to see where. */
import { describe, expect, it } from 'vitest'
import type { ArgumentGraph, ElementId } from '../../../src/model/graph.ts'
import type { Direction } from '../../../src/model/kinds.ts'
import { layoutScene } from '../../../src/scene/layout/layout.ts'
import { createInterMeasurer } from '../../../src/scene/measure/inter-measurer.ts'
import type { Box, Scene } from '../../../src/scene/scene.ts'
import { graph, parseGraph } from '../../support/graph-builder.ts'

const measurer = createInterMeasurer()

function scene(whole: ArgumentGraph): Scene & { box: (id: ElementId) => Box } {
  const laidOut = layoutScene(whole, { measurer })
  const boxes = new Map<ElementId, Box>([...laidOut.nodes, ...laidOut.junctions].map((box) => [box.id, box]))
  const box = (id: ElementId) => {
    const found = boxes.get(id)
    if (!found) throw new Error(`"${id}" is not in the scene`)
    return found
  }
  return { ...laidOut, box }
}

const bottom = ({ y, height }: Box) => y + height
const middle = ({ x, width }: Box) => x + width / 2

describe('a map that runs down', () => {
  it('has conclusions on top, and siblings side by side in order', () => {
    const { box } = scene(graph`c1 supports p1; c2 supports p1; c3 supports p1; e1 supports c1`)
    expect(box('c1').y).toBeGreaterThan(bottom(box('p1')))
    expect(box('e1').y).toBeGreaterThan(bottom(box('c1')))
    expect([box('c1').y, box('c2').y]).toEqual([box('c3').y, box('c3').y])
    expect(box('c1').x).toBeLessThan(box('c2').x)
    expect(box('c2').x).toBeLessThan(box('c3').x)
  })

  it('has a parent over the middle of its children, and an only child straight below', () => {
    const { box, paths } = scene(graph`c1 supports p1; c2 supports p1; e1 supports c1; e2 supports c2`)
    expect(middle(box('p1'))).toBeCloseTo((middle(box('c1')) + middle(box('c2'))) / 2, 0)
    expect(paths.find(({ id }) => id === 'r3')?.points).toHaveLength(2)
  })

  it('has a branch with a tall box leave the height of the other branches alone', () => {
    const tall = graph`c1 supports p1; c2 supports p1; e1 supports c1; e2 supports c2`
    const before = scene(tall)
    const text = 'A much longer text than before. '.repeat(12)
    const after = scene({ ...tall, nodes: { ...tall.nodes, c1: { kind: 'claim', text } } })
    expect(after.box('e1').y).toBeGreaterThan(before.box('e1').y)
    expect(after.box('e2').y).toBe(before.box('e2').y)
  })
})

describe('the other directions', () => {
  it.each<[Direction, (child: Box, parent: Box) => number]>([
    ['up', (child, parent) => parent.y - bottom(child)],
    ['right', (child, parent) => child.x - parent.x - parent.width],
    ['left', (child, parent) => parent.x - child.x - child.width],
  ])('%s puts grounds on that side', (direction, gap) => {
    const { box } = scene({ ...graph`e1 supports c1`, layout: { direction } })
    expect(gap(box('e1'), box('c1'))).toBeGreaterThan(20)
  })
})

describe('a junction', () => {
  it('stands between its premises and its target, and its premises share one line to it', () => {
    const { box, paths } = scene(graph`e1, e2 support c1`)
    expect(box('r1').y).toBeGreaterThan(bottom(box('c1')))
    expect(bottom(box('r1'))).toBeLessThan(box('e1').y)
    expect(paths.map(({ part }) => part).toSorted()).toEqual(['conclusion', 'premise', 'premise'])
    const heights = paths.flatMap(({ part, points }) => (part === 'premise' ? [points[1]?.[1]] : []))
    expect(new Set(heights).size).toBe(1)
  })

  it('is entered from the side by what attacks the inference', () => {
    const { box, paths } = scene(graph`e1 supports c1; k1 attacks r1`)
    const end = paths.find(({ from }) => from === 'k1')?.points.at(-1)
    const { x, y, width, height } = box('r1')
    expect([x, x + width]).toContain(end?.[0])
    expect(end?.[1]).toBeGreaterThan(y)
    expect(end?.[1]).toBeLessThan(y + height)
  })

  it('is not drawn for a relation with one premise that nothing points at', () => {
    expect(scene(graph`e1 supports c1`).junctions).toEqual([])
  })
})

describe('several relations between the same two statements', () => {
  it('are separate lines', () => {
    const { paths } = scene(graph`e1 supports c1; e1 attacks c1`)
    const [first, second] = paths.map(({ points }) => JSON.stringify(points))
    expect(first).not.toBe(second)
  })
})

describe('a wide map', () => {
  const many = Array.from({ length: 12 }, (_, index) => `e${index} supports c1`).join(';')

  it('stacks leaves in columns, from top to bottom, column by column', () => {
    const { box, bounds } = scene(parseGraph(many))
    expect(box('e0').x).toBe(box('e1').x)
    expect(box('e1').y).toBeGreaterThan(bottom(box('e0')))
    expect(box('e11').x).toBeGreaterThan(box('e0').x)
    expect(bounds.width).toBeLessThan(1500)
  })

  it('leaves few statements side by side', () => {
    const { box } = scene(graph`e1 supports c1; e2 supports c1; e3 supports c1`)
    expect(new Set([box('e1').y, box('e2').y, box('e3').y]).size).toBe(1)
  })
})

describe('a statement that speaks for two others', () => {
  it('hangs under the first, and its other line leaves at its side and ends at a side', () => {
    const { box, paths } = scene(graph`e1 supports c1; e1 supports c2; c1 supports p1; c2 supports p1`)
    expect(middle(box('e1'))).toBe(middle(box('c1')))
    const points = paths.find(({ from, to }) => from === 'e1' && to === 'c2')?.points ?? []
    expect(points[0]?.[0]).toBe(box('e1').x + box('e1').width)
    expect(points.at(-1)?.[0]).toBe(box('c2').x)
  })
})

describe('a branch', () => {
  it('keeps its inner shape whatever is added to other branches', () => {
    const whole =
      'c1 supports p1; c2 supports p1; e1 supports c1; e2 supports c1; e3 supports c1; e4 supports c2'
    const before = scene(parseGraph(whole))
    const after = scene(
      parseGraph(`${whole}; e5 supports c2; e6 supports e4; e7 supports e4; c3 supports p1`),
    )
    for (const id of ['e1', 'e2', 'e3']) {
      expect(after.box(id).x - after.box('c1').x).toBe(before.box(id).x - before.box('c1').x)
      expect(after.box(id).y - after.box('c1').y).toBe(before.box(id).y - before.box('c1').y)
    }
  })

  it('shares lines of one kind on the way to the same statement, and no others', () => {
    const { paths } = scene(graph`e1 supports c1; e2 supports c1; k1 attacks c1`)
    const ends = new Map(paths.map(({ from, points }) => [from, String(points.at(-1))]))
    expect(ends.get('e1')).toBe(ends.get('e2'))
    expect(ends.get('k1')).not.toBe(ends.get('e1'))
  })
})

describe('separate parts', () => {
  it('stand in lines like text, in the order of their first statements', () => {
    const parts = Array.from({ length: 30 }, (_, index) => `c${index}`).join(';')
    const { box, bounds } = scene(parseGraph(parts))
    expect(box('c0')).toMatchObject({ x: 0, y: 0 })
    expect(box('c1').x).toBeGreaterThan(box('c0').x)
    expect(bounds.width / bounds.height).toBeGreaterThan(0.7)
    expect(bounds.width / bounds.height).toBeLessThan(3)
  })
})

describe('a collapsed node', () => {
  it('carries the count of what it hides, and room to say so', () => {
    const whole = graph`e1 supports c1; k1 attacks c1`
    const open = scene(whole)
    const folded = scene({ ...whole, layout: { collapsed: ['c1'] } })
    expect(folded.nodes).toHaveLength(1)
    expect(folded.nodes[0]?.hidden).toEqual({ nodes: 2, for: 1, against: 1 })
    expect(folded.box('c1').height).toBeGreaterThan(open.box('c1').height)
  })
})
