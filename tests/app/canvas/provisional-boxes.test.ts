import { describe, expect, it } from 'vitest'
import { provisionalBoxes, provisionalSize, toFlow } from '../../../src/app/canvas/to-flow.ts'
import { directionNames, type Direction } from '../../../src/model/kinds.ts'
import type { Box, Scene } from '../../../src/scene/scene.ts'
import { graph, withNodes } from '../../support/graph-builder.ts'
import { sceneOf } from '../fake-scene.ts'

describe('a statement that no layout has placed yet', () => {
  const withoutBox = (scene: Scene, ...ids: readonly string[]): Scene => ({
    ...scene,
    nodes: scene.nodes.filter((box) => !ids.includes(box.id)),
    junctions: scene.junctions.filter((box) => !ids.includes(box.id)),
    paths: scene.paths.filter((path) => !ids.includes(path.from) && !ids.includes(path.to)),
  })
  const overlap = (a: Box, b: Box) =>
    a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height
  /** How far two boxes are apart, px. */
  const gap = (a: Box, b: Box) =>
    Math.max(a.x - b.x - b.width, b.x - a.x - a.width, a.y - b.y - b.height, b.y - a.y - a.height)

  it.each(directionNames)('stands beside its parent, on the side of the grounds (%s)', (direction) => {
    const base = { ...graph`c1 supports c0`, layout: { direction } }
    const scene = withoutBox(sceneOf(base), 'c1')
    const parent = scene.nodes[0]
    const [box] = provisionalBoxes(scene, base, ['c1'])
    if (!box || !parent) throw new Error('nothing was placed')
    expect(box).toMatchObject({ id: 'c1', ...provisionalSize, pinned: false })
    const side: Record<Direction, boolean> = {
      down: box.y >= parent.y + parent.height,
      up: box.y + box.height <= parent.y,
      right: box.x >= parent.x + parent.width,
      left: box.x + box.width <= parent.x,
    }
    expect(side[direction]).toBe(true)
    expect(gap(box, parent)).toBeGreaterThan(0)
    expect(gap(box, parent)).toBeLessThan(100)
  })

  it('stands beside a parent that has no place either', () => {
    const base = graph`c2 supports c1; c1 supports c0`
    const scene = withoutBox(sceneOf(base), 'c1', 'c2')
    const [first, second] = provisionalBoxes(scene, base, ['c1', 'c2'])
    if (!first || !second) throw new Error('nothing was placed')
    expect(second.x).toBe(first.x)
    expect(second.y).toBeGreaterThan(first.y + first.height)
    expect(gap(first, second)).toBeLessThan(100)
  })

  it('stands beside the junction of the relation that it is about', () => {
    const base = graph`e1, e2 support c0; k1 attacks r1`
    const scene = withoutBox(sceneOf(base), 'k1')
    const [box] = provisionalBoxes(scene, base, ['k1'])
    const junction = scene.junctions[0]
    if (!box || !junction) throw new Error('nothing was placed')
    expect(gap(box, junction)).toBeLessThan(100)
  })

  it('stands beside the line of a relation that has no junction yet', () => {
    const before = graph`e1 supports c0`
    const base = graph`e1 supports c0; k1 attacks r1`
    const scene = sceneOf(before)
    const [box] = provisionalBoxes(scene, base, ['k1'])
    const [x, y] = scene.paths[0]?.sign ?? [NaN, NaN]
    if (!box) throw new Error('nothing was placed')
    expect(gap(box, { x, y, width: 0, height: 0 })).toBeLessThan(100)
  })

  it('stands beside the map when it belongs to nothing', () => {
    const base = graph`c1 supports c0; p1`
    const scene = withoutBox(sceneOf(base), 'p1')
    const [box] = provisionalBoxes(scene, base, ['p1'])
    if (!box) throw new Error('nothing was placed')
    for (const other of scene.nodes) expect(overlap(box, other)).toBe(false)
    expect(provisionalBoxes(sceneOf(graph``), base, ['p1'])).toHaveLength(1)
  })

  it('is drawn at once, with its text and as selected, but without lines', () => {
    const base = withNodes(graph`c1 supports c0`, { c1: { text: 'New.' } })
    const scene = withoutBox(sceneOf(base), 'c1')
    const flow = toFlow(scene, base, {
      selection: ['c1'],
      dimmed: new Set(),
      dragged: new Set(),
      hovered: undefined,
      unplaced: ['c1', 'c9'],
    })
    expect(flow.nodes).toMatchObject([
      { id: 'c0', selected: false },
      { id: 'c1', selected: true, ...provisionalSize, data: { record: { text: 'New.' } } },
    ])
    expect(flow.edges).toEqual([])
  })
})
