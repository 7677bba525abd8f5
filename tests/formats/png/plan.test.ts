import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { browserLimits, canvasLimits, explainPngPlan, planPng } from '../../../src/formats/png/plan.ts'

const drawing = fc.record({
  width: fc.double({ min: 1, max: 300_000, noNaN: true }),
  height: fc.double({ min: 1, max: 60_000, noNaN: true }),
})
const scale = fc.constantFrom(1, 1.5, 2, 3, 4)
const limits = fc.oneof(
  fc.constantFrom(...Object.values(canvasLimits)),
  fc.record({
    side: fc.integer({ min: 200, max: 5000 }),
    pixels: fc.integer({ min: 40_000, max: 10_000_000 }),
  }),
)

describe('planPng', () => {
  it('takes the whole picture at the scale asked where that is within the limits', () => {
    expect(planPng({ width: 1000, height: 500.2 }, 2, canvasLimits.safari)).toEqual({
      width: 2000,
      height: 1001,
      scale: 2,
      fits: true,
      largestScale: 2,
    })
  })

  it('knows that Safari paints fewer pixels than Chromium', () => {
    const map = { width: 4200, height: 2100 }
    expect(planPng(map, 2, canvasLimits.chromium).fits).toBe(true)
    expect(planPng(map, 2, canvasLimits.safari).fits).toBe(false)
  })

  it('keeps the largest scale, and scales with room to spare, within the limits', () => {
    fc.assert(
      fc.property(drawing, scale, limits, (map, asked, bounds) => {
        const { largestScale = 0 } = planPng(map, asked, bounds)
        fc.pre(largestScale > 0)
        expect(largestScale).toBeLessThanOrEqual(asked)
        expect(planPng(map, largestScale, bounds).fits).toBe(true)
      }),
    )
  })

  it('finds a scale that a little more would make too large', () => {
    const { largestScale = 0 } = planPng({ width: 9000, height: 3000 }, 4, canvasLimits.safari)
    expect(largestScale).toBe(0.78)
    expect(planPng({ width: 9000, height: 3000 }, 0.8, canvasLimits.safari).fits).toBe(false)
  })

  it('offers no scale at which nothing could be read', () => {
    expect(planPng({ width: 600_000, height: 2000 }, 1, canvasLimits.safari)).not.toHaveProperty(
      'largestScale',
    )
  })

  it('covers every pixel with exactly one tile, each within the limits', () => {
    fc.assert(
      fc.property(drawing, scale, limits, (map, asked, bounds) => {
        const { grid, width, height } = planPng(map, asked, bounds)
        fc.pre(grid !== undefined)
        const { columns, rows, tiles } = grid
        expect(tiles).toHaveLength(columns * rows)
        for (const [index, tile] of tiles.entries()) {
          const left = index % columns === 0 ? undefined : tiles[index - 1]
          const above = tiles[index - columns]
          expect(tile.left).toBe(left ? left.left + left.width : 0)
          expect(tile.top).toBe(above ? above.top + above.height : 0)
          expect(tile.width).toBeGreaterThan(0)
          expect(tile.height).toBeGreaterThan(0)
          expect(Math.max(tile.width, tile.height)).toBeLessThanOrEqual(bounds.side)
          expect(tile.width * tile.height).toBeLessThanOrEqual(bounds.pixels)
        }
        const last = tiles.at(-1)
        expect([(last?.left ?? 0) + (last?.width ?? 0), (last?.top ?? 0) + (last?.height ?? 0)]).toEqual([
          width,
          height,
        ])
      }),
    )
  })

  it('names tiles by column and row, each once', () => {
    const { grid } = planPng({ width: 30_000, height: 900 }, 1, { side: 1000, pixels: 1_000_000 })
    const names = grid?.tiles.map(({ name }) => name) ?? []
    expect(names.slice(0, 2)).toEqual(['a1', 'b1'])
    expect(names.slice(25, 28)).toEqual(['z1', 'aa1', 'ab1'])
    expect(new Set(names).size).toBe(names.length)
  })

  it('takes no more tiles than it must', () => {
    const { grid } = planPng({ width: 20_000, height: 5000 }, 1, canvasLimits.chromium)
    expect(grid).toMatchObject({ columns: 2, rows: 1 })
  })

  it('offers no tiles where there would be hundreds', () => {
    expect(planPng({ width: 300_000, height: 60_000 }, 4, canvasLimits.safari)).not.toHaveProperty('grid')
  })
})

describe('explainPngPlan', () => {
  it('names the size and every way out', () => {
    const plan = planPng({ width: 12_000, height: 3000 }, 2, canvasLimits.safari)
    expect(explainPngPlan(plan)).toBe(
      'The picture would be 24,000 × 6,000 pixels, more than can be painted here as one. It can be saved at 0.68 times instead of 2 or in 9 parts. SVG and PDF have no such limit, and a single branch or section makes a smaller picture.',
    )
  })
})

describe('browserLimits', () => {
  it('tells browsers apart by their user agent, and takes the tightest limits for any other', () => {
    const chromium =
      'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36'
    const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'
    const safari =
      'Mozilla/5.0 (Macintosh) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Safari/605.1.15'
    const chromeOnPhone =
      'Mozilla/5.0 (iPhone) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/140.0 Mobile Safari/604.1'
    const headless = chromium.replace('Chrome', 'HeadlessChrome')
    expect([chromium, headless, firefox, safari, chromeOnPhone, ''].map(browserLimits)).toEqual([
      canvasLimits.chromium,
      canvasLimits.chromium,
      canvasLimits.firefox,
      canvasLimits.safari,
      canvasLimits.safari,
      canvasLimits.safari,
    ])
  })
})
