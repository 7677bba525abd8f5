import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { elementAt, sceneIn, touches, grown, contains } from '../../../src/app/canvas/scene-window.ts'
import type { NodeBox, Scene, ScenePath } from '../../../src/scene/scene.ts'

const text = { lines: ['x'], width: 8 }

function box(id: string, x: number, y: number): NodeBox {
  return { id, x, y, width: 100, height: 50, text, pinned: false }
}

function line(id: string, from: string, to: string, points: ScenePath['points']): ScenePath {
  return { key: id, id, part: 'whole', from, to, points }
}

const scene: Scene = {
  direction: 'down',
  bounds: { x: 0, y: 0, width: 5100, height: 1050 },
  nodes: [box('a', 0, 0), box('b', 5000, 0), box('c', 0, 1000), box('d', 2500, 1000)],
  junctions: [{ id: 'r9', x: 2540, y: 900, width: 14, height: 14 }],
  paths: [
    line('r1', 'c', 'a', [
      [50, 1000],
      [50, 50],
    ]),
    line('r2', 'b', 'a', [
      [5000, 25],
      [100, 25],
    ]),
  ],
  frames: [],
}

const ids = (part: Scene) => [...part.nodes, ...part.junctions, ...part.paths].map(({ id }) => id)

describe('sceneIn', () => {
  it('gives what lies in the window, and the ends of lines that cross it', () => {
    const part = sceneIn(scene, { x: 2000, y: 0, width: 400, height: 400 }, new Set())
    expect(ids(part)).toEqual(['a', 'b', 'r2'])
  })

  it('leaves out a line that goes around the window', () => {
    const around = line('r3', 'b', 'd', [
      [5050, 50],
      [5050, 950],
      [2550, 950],
      [2550, 1000],
    ])
    const part = sceneIn(
      { ...scene, paths: [around] },
      { x: 3000, y: 100, width: 400, height: 400 },
      new Set(),
    )
    expect(ids(part)).toEqual([])
  })

  it('gives what must be there wherever it stands, with its lines and their ends', () => {
    expect(ids(sceneIn(scene, undefined, new Set(['c'])))).toEqual(['a', 'c', 'r1'])
    expect(ids(sceneIn(scene, undefined, new Set()))).toEqual([])
  })

  it('gives everything for a window around everything', () => {
    expect(sceneIn(scene, scene.bounds, new Set())).toEqual(scene)
  })

  it('leaves out nothing that touches the window and keeps the order', () => {
    const places = fc.integer({ min: -2000, max: 7000 })
    fc.assert(
      fc.property(fc.array(fc.tuple(places, places), { maxLength: 40 }), places, places, (at, x, y) => {
        const nodes = at.map(([left, top], index) => box(`n${index}`, left, top))
        const window = { x, y, width: 900, height: 600 }
        const part = sceneIn({ ...scene, nodes, paths: [], junctions: [] }, window, new Set())
        expect(part.nodes).toEqual(nodes.filter((each) => touches(window, each)))
      }),
    )
  })
})

describe('elementAt', () => {
  it('finds a statement, a junction, and a line within reach', () => {
    expect(elementAt(scene, [50, 25], 5)).toBe('a')
    expect(elementAt(scene, [2536, 907], 5)).toBe('r9')
    expect(elementAt(scene, [2000, 29], 5)).toBe('r2')
    expect(elementAt(scene, [2000, 31], 5)).toBeUndefined()
  })

  it('finds the nearest statement within reach before a line', () => {
    expect(elementAt(scene, [50, 53], 5)).toBe('a')
    expect(elementAt(scene, [50, 53], 2)).toBe('r1')
  })

  it('finds the statement drawn last where two overlap', () => {
    const two = { ...scene, nodes: [box('under', 0, 0), box('over', 20, 10)] }
    expect(elementAt(two, [50, 30], 5)).toBe('over')
  })
})

describe('grown', () => {
  it('contains the box it was grown from', () => {
    const inner = { x: 10, y: -20, width: 100, height: 40 }
    expect(contains(grown(inner, 0.4), inner)).toBe(true)
    expect(contains(inner, grown(inner, 0.4))).toBe(false)
  })
})
