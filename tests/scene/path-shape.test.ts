import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { arrowhead, roundedPath, type Point } from '../../src/scene/path-shape.ts'

/** Every point that a path of absolute M, L, Q and Z commands names: its curves lie within their hull. */
function pointsOf(path: string): Point[] {
  expect(path).toMatch(/^(M-?[\d.]+(e-\d+)? -?[\d.]+(e-\d+)?([LQ][-\d.e ]+)*Z?)?$/)
  return [...path.matchAll(/(-?[\d.]+(?:e-\d+)?) (-?[\d.]+(?:e-\d+)?)/g)].map(([, x, y]) => [
    Number(x),
    Number(y),
  ])
}

/** Whether a point lies within the convex hull of others, give or take a rounding of coordinates. */
function isWithin(hull: readonly Point[], [x, y]: Point): boolean {
  // Outside, some line through the point would leave every other point on one side: try many directions.
  return Array.from({ length: 180 }, (_, step) => (step * Math.PI) / 90).every((angle) => {
    const along = ([px, py]: Point) => px * Math.cos(angle) + py * Math.sin(angle)
    return along([x, y]) <= Math.max(...hull.map(along)) + 0.02
  })
}

const point = fc.tuple(fc.integer({ min: -2000, max: 2000 }), fc.integer({ min: -2000, max: 2000 }))
const line = fc.array(point, { minLength: 2, maxLength: 8 })

describe('a rounded path', () => {
  it('goes straight between two points', () => {
    expect(
      roundedPath([
        [0, 0],
        [10, 20],
      ]),
    ).toBe('M0 0L10 20')
  })

  it('bends around each corner between, no farther from it than the radius', () => {
    expect(
      roundedPath(
        [
          [0, 0],
          [0, 100],
          [100, 100],
        ],
        10,
      ),
    ).toBe('M0 0L0 90Q0 100 10 100L100 100')
    expect(
      roundedPath(
        [
          [0, 0],
          [0, 8],
          [100, 8],
        ],
        10,
      ),
    ).toBe('M0 0L0 4Q0 8 4 8L100 8')
  })

  it('is nothing without points, and a place without a line with one', () => {
    expect(roundedPath([])).toBe('')
    expect(roundedPath([[3, 4]])).toBe('M3 4')
  })

  it('begins and ends where the points do', () => {
    fc.assert(
      fc.property(line, (points) => {
        const drawn = pointsOf(roundedPath(points))
        expect(drawn[0]).toEqual(points[0])
        expect(drawn.at(-1)).toEqual(points.at(-1))
      }),
    )
  })

  it('never leaves the hull of its points, repeated points and sharp turns among them', () => {
    fc.assert(
      fc.property(line, fc.integer({ min: 0, max: 60 }), (points, radius) => {
        for (const drawn of pointsOf(roundedPath(points, radius))) expect(isWithin(points, drawn)).toBe(true)
      }),
    )
  })

  it('keeps corners apart: each stretch is cut by at most half at either end', () => {
    fc.assert(
      fc.property(line, (points) => {
        const drawn = pointsOf(roundedPath(points, 1000))
        for (const [index, corner] of points.slice(1, -1).entries()) {
          const [start, control, end] = drawn.slice(1 + index * 3, 4 + index * 3)
          expect(control).toEqual(corner)
          for (const [cut, other] of [
            [start, points[index]],
            [end, points[index + 2]],
          ] as const) {
            const whole = Math.hypot(corner[0] - (other?.[0] ?? NaN), corner[1] - (other?.[1] ?? NaN))
            const taken = Math.hypot(corner[0] - (cut?.[0] ?? NaN), corner[1] - (cut?.[1] ?? NaN))
            expect(taken).toBeLessThanOrEqual(whole / 2 + 0.02)
          }
        }
      }),
    )
  })
})

describe('an arrowhead', () => {
  it('has its tip at the end of the path, as long and as wide as asked', () => {
    expect(
      arrowhead(
        [
          [0, 0],
          [0, 100],
        ],
        10,
        5,
      ),
    ).toBe('M0 100L-5 90L5 90Z')
    expect(
      arrowhead(
        [
          [0, 0],
          [50, 0],
          [100, 0],
        ],
        10,
        5,
      ),
    ).toBe('M100 0L90 5L90 -5Z')
  })

  it('points the way the last stretch goes', () => {
    fc.assert(
      fc.property(line, (points) => {
        const [before = [0, 0], end = [0, 0]] = points.slice(-2)
        fc.pre(before[0] !== end[0] || before[1] !== end[1])
        const [tip, left, right] = pointsOf(arrowhead(points))
        if (!tip || !left || !right) throw new Error('an arrowhead has three corners')
        expect(tip).toEqual(end)
        const base = [(left[0] + right[0]) / 2, (left[1] + right[1]) / 2] as const
        const length = Math.hypot(end[0] - before[0], end[1] - before[1])
        const along =
          ((tip[0] - base[0]) * (end[0] - before[0]) + (tip[1] - base[1]) * (end[1] - before[1])) / length
        expect(along).toBeCloseTo(9, 1)
        expect(Math.hypot(left[0] - right[0], left[1] - right[1])).toBeCloseTo(9, 1)
      }),
    )
  })

  it('is nothing without a direction to point in', () => {
    expect(arrowhead([])).toBe('')
    expect(arrowhead([[1, 2]])).toBe('')
  })

  it('has no corner that is not a number where the last points coincide', () => {
    for (const corner of pointsOf(
      arrowhead([
        [5, 5],
        [5, 5],
      ]),
    ))
      expect(corner).toEqual([5, 5])
  })
})
