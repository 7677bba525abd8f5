import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ease, sceneBetween } from '../../../src/app/canvas/tween-scene.ts'
import type { Scene, ScenePath } from '../../../src/scene/scene.ts'
import { arbitraryGraph } from '../../support/arbitrary-graph.ts'
import { graph } from '../../support/graph-builder.ts'
import { sceneOf, withMoved } from '../fake-scene.ts'

const base = graph`c1 supports c0; c2 supports c0; k1 attacks r1`
const from = sceneOf(base)
const to = withMoved(from, base, 'c1', 100)
const times = fc.double({ min: 0, max: 1, noNaN: true })

function withPoints(scene: Scene, key: string, points: ScenePath['points']): Scene {
  return { ...scene, paths: scene.paths.map((path) => (path.key === key ? { ...path, points } : path)) }
}

function pointsAt(t: number, before: ScenePath['points'], after: ScenePath['points']): ScenePath['points'] {
  const path = sceneBetween(withPoints(from, 'r2', before), withPoints(from, 'r2', after), t).paths.find(
    ({ key }) => key === 'r2',
  )
  return path?.points ?? []
}

describe('the scene between two scenes', () => {
  it('is the later one itself at the end, and after it', () => {
    expect(sceneBetween(from, to, 1)).toBe(to)
    expect(sceneBetween(from, to, 1.2)).toBe(to)
  })

  it('begins where the earlier one stands', () => {
    const start = sceneBetween(from, to, 0)
    expect(start.nodes).toEqual(from.nodes)
    expect(start.paths).toEqual(from.paths)
  })

  it('has moved by the share of time that has passed', () => {
    const middle = sceneBetween(from, to, 0.25)
    const boxOf = (scene: Scene) => scene.nodes.find((box) => box.id === 'c1')
    expect(boxOf(middle)?.x).toBe((boxOf(from)?.x ?? NaN) + 25)
    expect(boxOf(middle)?.y).toBe(boxOf(from)?.y)
  })

  it('has the very boxes of the later one where nothing moves', () => {
    const middle = sceneBetween(from, to, 0.5)
    expect(middle.nodes.filter((box) => to.nodes.includes(box)).map((box) => box.id)).toEqual([
      'c0',
      'c2',
      'k1',
    ])
    expect(middle.junctions.every((box) => to.junctions.includes(box))).toBe(true)
  })

  it('shows size, text and marks of the later one at once', () => {
    const grown: Scene = {
      ...to,
      nodes: to.nodes.map((box) => ({
        ...box,
        height: 120,
        text: { lines: ['new'], width: 30 },
        pinned: true,
      })),
    }
    for (const box of sceneBetween(from, grown, 0.1).nodes) {
      expect(box).toMatchObject({ height: 120, text: { lines: ['new'] }, pinned: true })
    }
  })

  it('has what is new at its place from the first frame, and nothing of what has gone', () => {
    const more = graph`c1 supports c0; c2 supports c0; k1 attacks r1; e9 supports c2`
    const later = sceneOf(more)
    const start = sceneBetween(from, later, 0)
    expect(start.nodes.find((box) => box.id === 'e9')).toBe(later.nodes.find((box) => box.id === 'e9'))
    expect(start.paths.find(({ key }) => key === 'r4')).toBe(later.paths.find(({ key }) => key === 'r4'))
    expect(sceneBetween(later, from, 0.5).nodes.map((box) => box.id)).toEqual(from.nodes.map((box) => box.id))
    expect(sceneBetween(later, from, 0.5).paths.map(({ key }) => key)).toEqual(
      from.paths.map(({ key }) => key),
    )
  })

  it('carries the sign of a line along', () => {
    const moved = sceneBetween(from, to, 0.5).paths.find(({ key }) => key === 'r1')
    const [before, after] = [from, to].map((scene) => scene.paths.find(({ key }) => key === 'r1')?.sign)
    expect(moved?.sign).toEqual([((before?.[0] ?? 0) + (after?.[0] ?? 0)) / 2, before?.[1]])
  })

  it('spreads a line over as many corners as it will have', () => {
    const straight = [
      [0, 0],
      [90, 0],
    ] as const
    const bent = [
      [0, 0],
      [0, 30],
      [90, 30],
      [90, 60],
    ] as const
    expect(pointsAt(0, straight, bent)).toEqual([
      [0, 0],
      [30, 0],
      [60, 0],
      [90, 0],
    ])
    expect(pointsAt(0, bent, straight)).toEqual([
      [0, 0],
      [90, 60],
    ])
    expect(pointsAt(1, straight, bent)).toEqual(bent)
  })

  it('lies between the two at any time, with nothing but numbers', () => {
    const arbitraryPoints = fc.array(
      fc.tuple(fc.integer({ min: -500, max: 500 }), fc.integer({ min: -500, max: 500 })),
      {
        minLength: 2,
        maxLength: 7,
      },
    )
    fc.assert(
      fc.property(arbitraryPoints, arbitraryPoints, times, (before, after, t) => {
        const points = pointsAt(t, before, after)
        expect(points).toHaveLength(after.length)
        for (const axis of [0, 1] as const) {
          const all = [...before, ...after].map((point) => point[axis])
          for (const point of points) {
            expect(point[axis]).toBeGreaterThanOrEqual(Math.min(...all) - 1e-9)
            expect(point[axis]).toBeLessThanOrEqual(Math.max(...all) + 1e-9)
          }
        }
      }),
    )
  })

  it('draws the elements of the later scene, between any two documents', () => {
    fc.assert(
      fc.property(
        arbitraryGraph({ maxNodes: 12, details: false }),
        arbitraryGraph({ maxNodes: 12, details: false }),
        times,
        (first, second, t) => {
          const later = sceneOf(second)
          const between = sceneBetween(sceneOf(first), later, t)
          expect(between.nodes.map((box) => box.id)).toEqual(later.nodes.map((box) => box.id))
          expect(between.junctions.map((box) => box.id)).toEqual(later.junctions.map((box) => box.id))
          expect(between.paths.map(({ key }) => key)).toEqual(later.paths.map(({ key }) => key))
          expect(JSON.stringify(between)).not.toContain('null')
        },
      ),
    )
  })
})

describe('easing', () => {
  it('goes from 0 to 1, never back, slow at both ends', () => {
    expect([ease(0), ease(0.5), ease(1)]).toEqual([0, 0.5, 1])
    expect(ease(0.1)).toBeLessThan(0.05)
    expect(ease(0.9)).toBeGreaterThan(0.95)
    fc.assert(
      fc.property(times, times, (one, other) => {
        const [early, late] = one < other ? [one, other] : [other, one]
        expect(ease(early)).toBeLessThanOrEqual(ease(late) + 1e-12)
      }),
    )
  })
})
