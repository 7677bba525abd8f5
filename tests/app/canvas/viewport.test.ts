import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  lowestZoom,
  revealed,
  viewportFor,
  zoomed,
  zoomLimits,
  type Insets,
  type Size,
} from '../../../src/app/canvas/viewport.ts'
import type { Box } from '../../../src/scene/scene.ts'

const window: Size = { width: 1000, height: 700 }
const insets: Insets = { top: 20, right: 40, bottom: 60, left: 110 }
const none: Insets = { top: 0, right: 0, bottom: 0, left: 0 }

const boxes = fc.record({
  x: fc.integer({ min: -4000, max: 4000 }),
  y: fc.integer({ min: -4000, max: 4000 }),
  width: fc.integer({ min: 0, max: 3000 }),
  height: fc.integer({ min: 0, max: 3000 }),
})
const viewports = fc.record({
  x: fc.integer({ min: -3000, max: 3000 }),
  y: fc.integer({ min: -3000, max: 3000 }),
  zoom: fc.double({ min: zoomLimits.min, max: zoomLimits.max, noNaN: true }),
})

/** Where a box is seen in the window, px. */
function onScreen(box: Box, { x, y, zoom }: { x: number; y: number; zoom: number }) {
  const [left, top] = [box.x * zoom + x, box.y * zoom + y]
  return { left, top, right: left + box.width * zoom, bottom: top + box.height * zoom }
}

describe('the viewport for a box', () => {
  it('shows it in the middle of what no panel covers', () => {
    const box = { x: 500, y: 300, width: 200, height: 100 }
    expect(viewportFor(box, window, none)).toEqual({ zoom: 1, x: -100, y: 0 })
    const seen = onScreen(box, viewportFor(box, window, insets))
    expect(seen.left - insets.left).toBe(window.width - insets.right - seen.right)
    expect(seen.top - insets.top).toBe(window.height - insets.bottom - seen.bottom)
  })

  it('shows the whole of it, unless it would have to be smaller than the smallest zoom', () => {
    fc.assert(
      fc.property(boxes, (box) => {
        const viewport = viewportFor(box, window, insets)
        const seen = onScreen(box, viewport)
        expect(seen.left).toBeGreaterThanOrEqual(insets.left - 1e-6)
        expect(seen.top).toBeGreaterThanOrEqual(insets.top - 1e-6)
        expect(seen.right).toBeLessThanOrEqual(window.width - insets.right + 1e-6)
        expect(seen.bottom).toBeLessThanOrEqual(window.height - insets.bottom + 1e-6)
      }),
    )
  })

  it('is as large as fits, and no larger than allowed', () => {
    fc.assert(
      fc.property(boxes, fc.double({ min: 0.5, max: 2, noNaN: true }), (box, maxZoom) => {
        const { zoom } = viewportFor(box, window, insets, maxZoom)
        expect(zoom).toBeLessThanOrEqual(maxZoom)
        const fills = Math.max((box.width * zoom) / 850, (box.height * zoom) / 620)
        expect(zoom === maxZoom || Math.abs(fills - 1) < 1e-9).toBe(true)
      }),
    )
  })

  it('shows all of even the widest map, below the usual lowest zoom', () => {
    const vast = { x: -500_000, y: 0, width: 1_000_000, height: 100 }
    const viewport = viewportFor(vast, window, none)
    expect(viewport.zoom).toBeLessThan(zoomLimits.min)
    expect(viewport.zoom).toBeGreaterThanOrEqual(lowestZoom(vast))
    expect(vast.width * viewport.zoom).toBeLessThanOrEqual(window.width)
    expect(onScreen({ x: 0, y: 50, width: 0, height: 0 }, viewport)).toMatchObject({ left: 500, top: 350 })
  })

  it('is made of numbers whatever the window: hidden, or narrower than the panels', () => {
    for (const size of [
      { width: 0, height: 0 },
      { width: 100, height: 40 },
    ]) {
      const { x, y, zoom } = viewportFor({ x: 0, y: 0, width: 0, height: 0 }, size, insets)
      expect([x, y, zoom].every(Number.isFinite)).toBe(true)
      expect(zoom).toBeGreaterThan(0)
    }
  })
})

describe('bringing a box into view', () => {
  const at = { x: 0, y: 0, zoom: 1 }

  it('moves nothing when it is seen already', () => {
    expect(revealed(at, { x: 200, y: 100, width: 240, height: 80 }, window, insets)).toBe(at)
    expect(revealed(at, { x: 110, y: 20, width: 850, height: 620 }, window, insets)).toBe(at)
  })

  it.each([
    ['right', { x: 900, y: 100 }, { x: -180, y: 0 }],
    ['left', { x: 100, y: 100 }, { x: 10, y: 0 }],
    ['bottom', { x: 200, y: 600 }, { x: 0, y: -40 }],
    ['top', { x: 200, y: -80 }, { x: 0, y: 100 }],
  ])('moves by the least that is needed when it is out at the %s', (_side, place, moved) => {
    const box = { ...place, width: 240, height: 80 }
    expect(revealed(at, box, window, insets)).toEqual({ ...moved, zoom: 1 })
  })

  it('begins at the start of a box that is larger than the window', () => {
    const box = { x: -50, y: 400, width: 2000, height: 2000 }
    const seen = onScreen(box, revealed(at, box, window, insets))
    expect(seen).toMatchObject({ left: insets.left, top: insets.top })
  })

  it('moves a larger box no farther once its start is at the start', () => {
    const box = { x: -50, y: 400, width: 2000, height: 2000 }
    const once = revealed(at, box, window, insets)
    expect(revealed(once, box, window, insets)).toBe(once)
  })

  it('never zooms, shows what fits, and a shorter way would not have done', () => {
    fc.assert(
      fc.property(viewports, boxes, (viewport, box) => {
        const next = revealed(viewport, box, window, insets)
        expect(next.zoom).toBe(viewport.zoom)
        const [before, after] = [onScreen(box, viewport), onScreen(box, next)]
        for (const [start, end, from, to] of [
          ['left', 'right', insets.left, window.width - insets.right],
          ['top', 'bottom', insets.top, window.height - insets.bottom],
        ] as const) {
          const fits = after[end] - after[start] <= to - from
          const seen = before[start] >= from && before[end] <= to
          const moved = after[start] - before[start]
          // It rests against the edge that it came in by.
          const rests = moved > 0 || !fits ? after[start] - from : after[end] - to
          expect(Math.abs(seen ? moved : rests)).toBeLessThan(1e-6)
        }
      }),
    )
  })
})

describe('zoomed', () => {
  it('keeps what stands in the middle of the window there, and the zoom within its limits', () => {
    const size = { width: 800, height: 600 }
    const before = { x: 40, y: -20, zoom: 0.5 }
    const middle = { x: (400 - before.x) / before.zoom, y: (300 - before.y) / before.zoom }
    const after = zoomed(before, 1, size)
    expect(middle.x * after.zoom + after.x).toBeCloseTo(400)
    expect(middle.y * after.zoom + after.y).toBeCloseTo(300)
    expect(zoomed(before, 99, size).zoom).toBe(zoomLimits.max)
    expect(zoomed(before, 0, size).zoom).toBe(zoomLimits.min)
    expect(zoomed(before, 0, size, { width: 100_000, height: 10 }).zoom).toBe(320 / 100_000)
  })
})
