/** Signs stand at the first place of their line that is free, however far apart boxes are. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Point, Rect } from '../../../src/scene/layout/drawing.ts'
import { placeSigns } from '../../../src/scene/layout/signs.ts'

/** Near the origin, where all is crowded, or as far away as a pin may be. */
const coordinate = fc.oneof(
  { weight: 8, arbitrary: fc.integer({ min: -300, max: 300 }) },
  { weight: 1, arbitrary: fc.constantFrom(-1_000_000, 1_000_000) },
)

/** A line with one bend: across from the start, then down or up. */
interface Bent {
  readonly start: Point
  readonly end: Point
}

const line = fc
  .tuple(coordinate, coordinate, fc.integer({ min: -200, max: 200 }), fc.integer({ min: -200, max: 200 }))
  .map(([x, y, across, along]): Bent => ({ start: [x, y], end: [x + across, y + along] }))

const box = fc.record<Rect>({
  x: coordinate,
  y: coordinate,
  width: fc.integer({ min: 8, max: 400 }),
  height: fc.integer({ min: 8, max: 300 }),
})

/** The places of a line that are tried first, 6 px apart; none of a line too short for a sign at its usual place. */
function placesOn({ start: [x, y], end: [toX, toY] }: Bent): Point[] {
  const across = Math.abs(toX - x)
  const length = across + Math.abs(toY - y)
  const count = length < 30 ? 0 : Math.max(0, Math.floor((length - 9 - 15) / 6)) + 1
  return Array.from({ length: count }, (_, step): Point => {
    const along = 15 + 6 * step
    return along <= across
      ? [x + Math.sign(toX - x) * along, y]
      : [toX, y + Math.sign(toY - y) * (along - across)]
  })
}

function isFree([x, y]: Point, boxes: readonly Rect[], signs: readonly Point[]): boolean {
  return (
    boxes.every((rect) => {
      const dx = Math.max(rect.x - x, 0, x - rect.x - rect.width)
      const dy = Math.max(rect.y - y, 0, y - rect.y - rect.height)
      return Math.hypot(dx, dy) >= 9
    }) && signs.every((sign) => Math.hypot(sign[0] - x, sign[1] - y) >= 18)
  )
}

describe('the sign of a line', () => {
  it('stands at the first free place, in steps from the source, where there is one', () => {
    fc.assert(
      fc.property(
        fc.array(line, { minLength: 1, maxLength: 30 }),
        fc.array(box, { maxLength: 20 }),
        (lines, boxes) => {
          const signs = placeSigns(
            lines.map(({ start, end }) => [start, [end[0], start[1]], end]),
            boxes,
          )
          const free = lines.map((bent, index) =>
            placesOn(bent).find((place) => isFree(place, boxes, signs.slice(0, index))),
          )
          expect(signs.filter((_, index) => free[index])).toEqual(free.filter(Boolean))
        },
      ),
      { numRuns: 500 },
    )
  })
})
