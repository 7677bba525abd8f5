import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { boxOfPath, readPath, type PathStep } from '../../../src/formats/pdf/path-data.ts'

const ends = (d: string) => readPath(d).map((step) => (step.step === 'close' ? 'close' : step.to))

describe('readPath', () => {
  it.each([
    [
      'M1 2L3 4',
      [
        [1, 2],
        [3, 4],
      ],
    ],
    [
      'm1 2 3 4',
      [
        [1, 2],
        [4, 6],
      ],
    ],
    [
      'M1 2 3 4 5 6',
      [
        [1, 2],
        [3, 4],
        [5, 6],
      ],
    ],
    [
      'M0 0H5V6h-1v-2',
      [
        [0, 0],
        [5, 0],
        [5, 6],
        [4, 6],
        [4, 4],
      ],
    ],
    [
      'M1,1l2-3.5.5.5',
      [
        [1, 1],
        [3, -2.5],
        [3.5, -2],
      ],
    ],
    ['M1 1h1Zl5 5', [[1, 1], [2, 1], 'close', [6, 6]]],
    [
      'M0 0c1 1 2 2 3 3s2 2 3 3',
      [
        [0, 0],
        [3, 3],
        [6, 6],
      ],
    ],
    [
      'M0 0q1 1 2 0t2 0',
      [
        [0, 0],
        [2, 0],
        [4, 0],
      ],
    ],
    ['M1e1 0', [[10, 0]]],
    ['', []],
  ])('reads %j', (d, expected) => {
    expect(ends(d)).toEqual(expected)
  })

  it('mirrors control points for smooth curves', () => {
    const [, , smooth] = readPath('M0 0C0 10 10 10 10 0S20 -10 20 0')
    expect(smooth).toEqual({
      step: 'curve',
      through: [
        [10, -10],
        [20, -10],
      ],
      to: [20, 0],
    })
  })

  it('raises quadratic curves to cubic ones', () => {
    const [, curve] = readPath('M0 0Q3 6 6 0')
    expect(curve).toEqual({
      step: 'curve',
      through: [
        [2, 4],
        [4, 4],
      ],
      to: [6, 0],
    })
  })

  it('keeps to the circle within a thousandth of its radius', () => {
    fc.assert(
      fc.property(
        fc.record({
          from: fc.double({ min: 0, max: 2 * Math.PI, noNaN: true }),
          turn: fc.double({ min: 0.05, max: 2 * Math.PI - 0.05, noNaN: true }),
          sweep: fc.constantFrom(0, 1),
        }),
        ({ from, turn, sweep }) => {
          const large = turn > Math.PI ? 1 : 0
          const to = from + (sweep === 1 ? turn : -turn)
          const [x1, y1, x2, y2] = [Math.cos(from), Math.sin(from), Math.cos(to), Math.sin(to)].map(
            (value) => value * 1000,
          )
          const steps = readPath(`M${x1} ${y1}A1000 1000 0 ${large} ${sweep} ${x2} ${y2}`)
          for (const distance of distancesAlong(steps)) expect(Math.abs(distance - 1000)).toBeLessThan(1)
        },
      ),
    )
  })

  it('makes arcs that are too small to reach as large as needed, and flat ones straight', () => {
    const box = boxOfPath(readPath('M0 0A1 1 0 0 1 10 0'))
    expect(box?.height).toBeCloseTo(5)
    expect(ends('M0 0A0 5 0 0 1 10 0')).toEqual([
      [0, 0],
      [10, 0],
    ])
    expect(ends('M0 0A5 5 0 0 1 10 0').at(-1)).toEqual([10, 0])
  })

  it.each(['M0', 'L x', 'B1 1', 'M0 0 1', 'M0 0A1 1 0 2 0 1 1'])('throws for %j', (d) => {
    expect(() => readPath(d)).toThrow('no path data')
  })
})

describe('boxOfPath', () => {
  it('is around all points', () => {
    expect(boxOfPath(readPath('M5 6L-1 2H3'))).toEqual({ x: -1, y: 2, width: 6, height: 4 })
    expect(boxOfPath([])).toBeUndefined()
  })
})

/** Distances from the origin of points along curves. */
function distancesAlong(steps: readonly PathStep[]): number[] {
  const distances: number[] = []
  let here: readonly [number, number] = [0, 0]
  for (const step of steps) {
    if (step.step === 'close') continue
    if (step.step === 'curve') {
      const [first, second] = step.through
      for (const t of [0.25, 0.5, 0.75]) {
        const at = (axis: 0 | 1) =>
          (1 - t) ** 3 * here[axis] +
          3 * t * (1 - t) ** 2 * first[axis] +
          3 * t ** 2 * (1 - t) * second[axis] +
          t ** 3 * step.to[axis]
        distances.push(Math.hypot(at(0), at(1)))
      }
    }
    here = step.to
    distances.push(Math.hypot(...here))
  }
  return distances
}
