/** Outlines of branches, beside a plain list of how far they reach at every height. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Contour } from '../../../src/scene/layout/contour.ts'

const height = 30

/** How far something reaches between each whole height and the next; -Infinity where nothing is. */
type Reaches = number[]

const nothing = (): Reaches => Array.from({ length: height }, () => -Infinity)

function reachesOf(contour: Contour): Reaches {
  return nothing().map((_, at) => contour.reachBetween(at, at + 1))
}

/** Steps from the top down that leave nothing out between `top` and where they end. */
const steps = fc.array(fc.tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: -9, max: 9 })), {
  minLength: 1,
  maxLength: 5,
})

/** An outline that begins at a height, and what it reaches. */
function outlineAt(top: number, list: readonly (readonly [size: number, reach: number])[]) {
  const reaches = nothing()
  const contour = new Contour()
  let end = top + list.reduce((sum, [size]) => sum + size, 0)
  for (const [size, reach] of list.toReversed()) {
    contour.cover(end - size, end, reach)
    reaches.fill(reach, end - size, Math.min(height, end))
    end -= size
  }
  return { contour, reaches }
}

const greatest = (list: Reaches) => Math.max(...list)

describe('an outline', () => {
  it('reaches as far as its steps, wherever it is moved', () => {
    fc.assert(
      fc.property(steps, fc.integer({ min: -20, max: 20 }), (list, by) => {
        const { contour, reaches } = outlineAt(0, list)
        contour.move(by)
        expect(reachesOf(contour)).toEqual(reaches.map((reach) => reach + by))
        expect(contour.most).toBe(greatest(reaches) + by)
      }),
    )
  })

  it('reaches further where it is raised, and as far as before elsewhere', () => {
    const range = fc.tuple(fc.nat({ max: 25 }), fc.integer({ min: 1, max: 6 }))
    fc.assert(
      fc.property(steps, range, fc.integer({ min: -9, max: 9 }), (list, [top, size], reach) => {
        const { contour, reaches } = outlineAt(0, list)
        const old = contour.bottom
        const from = Math.min(top, old)
        contour.raise(top, top + size, reach)
        const raised = reaches.map((step, at) =>
          (at >= top || at >= old) && at >= from && at < top + size ? Math.max(step, reach) : step,
        )
        expect(reachesOf(contour)).toEqual(raised)
      }),
    )
  })

  it('is that of what lies further out, and below that its own', () => {
    fc.assert(
      fc.property(steps, steps, (list, outerList) => {
        const { contour, reaches } = outlineAt(2, list)
        const { contour: outer, reaches: outerReaches } = outlineAt(2, outerList)
        contour.overlay(outer)
        const both = reaches.map((step, at) =>
          (outerReaches[at] ?? 0) > -Infinity ? (outerReaches[at] ?? 0) : step,
        )
        expect(reachesOf(contour)).toEqual(both)
      }),
    )
  })

  it('touches the one it faces at that distance and overlaps it at none', () => {
    const top = fc.nat({ max: 8 })
    fc.assert(
      fc.property(steps, steps, top, top, (list, facingList, first, second) => {
        const { contour, reaches } = outlineAt(first, list)
        const { contour: facing, reaches: facingReaches } = outlineAt(second, facingList)
        const sums = reaches.map((step, at) => step + (facingReaches[at] ?? 0))
        expect(contour.distanceTo(facing)).toBe(greatest(sums))
      }),
    )
  })

  it('takes over what is set above it without a gap', () => {
    const lower = outlineAt(10, [[4, 1]])
    const upper = outlineAt(0, [
      [3, 5],
      [4, 2],
    ])
    lower.contour.stack(upper.contour)
    const expected = nothing().fill(5, 0, 3).fill(2, 3, 10).fill(1, 10, 14)
    expect(reachesOf(lower.contour)).toEqual(expected)
  })
})
