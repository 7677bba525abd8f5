/** Separate parts of a map that stand in each other's empty places. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Drawing, Point, Rect } from '../../../src/scene/layout/drawing.ts'
import { nest, outlineOf, squaresIn } from '../../../src/scene/layout/nest.ts'

const gap = 20
const square = 10
const network = { vertices: [], links: [], into: [], parentLink: [], roots: [] }

function drawing(boxes: readonly Rect[], lines: readonly (readonly Point[])[] = []): Drawing {
  const right = Math.max(...boxes.map(({ x, width }) => x + width), ...lines.flat().map(([x]) => x))
  const bottom = Math.max(...boxes.map(({ y, height }) => y + height), ...lines.flat().map(([, y]) => y))
  const bounds = { x: 0, y: 0, width: right, height: bottom }
  return { network, bounds, boxes, lines: lines.map((points) => ({ points })), frames: [] }
}

const box = (x: number, y: number, width = 100, height = 60): Rect => ({ x, y, width, height })
const outlines = (parts: readonly Drawing[]) => parts.map((part) => outlineOf(part, gap, square))

/** A box with another far to the right below it, joined by a line: a stair. */
const stair = drawing(
  [box(0, 0), box(300, 200)],
  [
    [
      [50, 60],
      [50, 230],
      [300, 230],
    ],
  ],
)

describe('outlineOf', () => {
  it('covers boxes and lines with half of the gap around them', () => {
    expect(outlineOf(drawing([box(0, 0)]), gap, square).rows).toEqual(
      Array.from({ length: 8 }, () => [0, 12]),
    )
    expect(outlineOf(stair, gap, square).rows[0]).toEqual([0, 12])
    expect(outlineOf(stair, gap, square).rows[12]).toEqual([5, 7])
  })

  it('fills what a part encloses', () => {
    const ring: Point[] = [
      [100, 30],
      [400, 30],
      [400, 330],
      [50, 330],
      [50, 60],
    ]
    const { rows } = outlineOf(drawing([box(0, 0)], [ring]), gap, square)
    expect(rows[20]).toEqual([5, 42])
  })
})

describe('nest', () => {
  it('sets a part into the empty place beside another', () => {
    const [, beside] = nest(outlines([stair, drawing([box(0, 0)])]), 42)
    expect(beside).toEqual([120, 0])
  })

  it('sets a part below where the strip is too narrow', () => {
    expect(nest(outlines([drawing([box(0, 0)]), drawing([box(0, 0)])]), 12)).toEqual([
      [0, 0],
      [0, 80],
    ])
  })

  it('gives nothing for nothing', () => {
    expect(nest([], 10)).toEqual([])
  })

  it('keeps boxes of different parts the gap apart, in a strip of any width', () => {
    const rect = fc.record({
      x: fc.nat({ max: 300 }),
      y: fc.nat({ max: 300 }),
      width: fc.integer({ min: 1, max: 200 }),
      height: fc.integer({ min: 1, max: 200 }),
    })
    const part = fc.array(rect, { minLength: 1, maxLength: 5 }).map((boxes) => drawing(boxes))
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 8 }), fc.nat({ max: 100 }), (parts, more) => {
        const found = outlines(parts)
        const width = Math.max(...found.map((outline) => outline.width)) + more
        const places = nest(found, width)
        const boxes = parts.flatMap((drawn, index) =>
          drawn.boxes.map((rect) => {
            const [x, y] = places[index] ?? [NaN, NaN]
            return { index, ...rect, x: rect.x + x, y: rect.y + y }
          }),
        )
        for (const a of boxes) {
          expect(a.x + a.width).toBeLessThanOrEqual(width * square)
          for (const b of boxes) {
            if (a.index >= b.index) continue
            const across = Math.max(a.x - b.x - b.width, b.x - a.x - a.width)
            const along = Math.max(a.y - b.y - b.height, b.y - a.y - a.height)
            expect(Math.max(across, along)).toBeGreaterThanOrEqual(gap)
          }
        }
      }),
    )
  })
})

describe('squaresIn', () => {
  it('counts all squares of an outline', () => {
    expect(squaresIn(outlineOf(drawing([box(0, 0)]), gap, square))).toBe(96)
  })
})
