import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Drawing, GroupItem } from '../../../src/formats/drawing/drawing.ts'
import { furnitureOf } from '../../../src/formats/pdf/furniture.ts'
import {
  margin,
  paperSizes,
  planPages,
  planPoster,
  pointsOfMm,
  type PlannedPage,
} from '../../../src/formats/pdf/plan.ts'
import type { Box } from '../../../src/scene/scene.ts'
import { textsOf } from '../../support/drawn.ts'

function drawing(width: number, height: number, boxes: readonly Box[] = [], title = 'Lanes'): Drawing {
  const items = boxes.map((box, index): GroupItem => ({
    kind: 'group',
    role: 'node claim',
    element: `n${index}`,
    at: [box.x, box.y],
    items: [{ kind: 'path', d: `M0 0H${box.width}V${box.height}H0Z`, fill: '#ffffff' }],
  }))
  return { width, height, title, description: '', items }
}

const box = (x: number, y: number, width: number, height: number): Box => ({ x, y, width, height })

function isInside(inner: Box, outer: Box): boolean {
  const spare = 1e-6
  return (
    inner.x >= outer.x - spare &&
    inner.y >= outer.y - spare &&
    inner.x + inner.width <= outer.x + outer.width + spare &&
    inner.y + inner.height <= outer.y + outer.height + spare
  )
}

/** What a page shows, on its paper. */
function shown({ at, part, scale }: PlannedPage): Box {
  return { x: at[0], y: at[1], width: part.width * scale, height: part.height * scale }
}

const papers = ['a4', 'a3', 'letter'] as const

describe('one page', () => {
  it('is exactly as large as the drawing, at the size of the screen', () => {
    const { pages, notes } = planPages([drawing(400, 300)], 'one', 'fit')
    expect(pages).toEqual([
      {
        drawing: 0,
        width: 300,
        height: 225,
        part: box(0, 0, 400, 300),
        scale: 0.75,
        at: [0, 0],
        name: 'Lanes',
      },
    ])
    expect(notes).toEqual([])
  })

  it('is no larger than PDF allows, and says so', () => {
    const { pages, notes } = planPages([drawing(600_000, 300)], 'one', 'fit')
    expect(pages[0]?.width).toBe(14_400)
    expect(pages[0]?.height).toBeGreaterThanOrEqual(3)
    expect(notes).toEqual([expect.stringContaining('3.2 % of its size')])
  })

  it('turns the paper the way the drawing goes, and shows all of it within the margins', () => {
    const [wide] = planPages([drawing(3000, 1000)], 'one', 'a4').pages
    const [tall] = planPages([drawing(1000, 3000)], 'one', 'a4').pages
    expect([wide?.width, tall?.width]).toEqual([paperSizes.a4.height, paperSizes.a4.width])
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 50_000 }),
        fc.integer({ min: 0, max: 50_000 }),
        fc.constantFrom(...papers),
        (width, height, paper) => {
          const [page] = planPages([drawing(width, height)], 'one', paper).pages
          expect(page && isInside(box(0, 0, width, height), page.part)).toBe(true)
          const usable = page && {
            x: margin,
            y: margin,
            width: page.width - 2 * margin,
            height: page.height - 2 * margin,
          }
          expect(page && usable && isInside(shown(page), usable)).toBe(true)
        },
      ),
    )
  })

  it('never enlarges beyond the screen', () => {
    expect(planPages([drawing(100, 100)], 'one', 'a3').pages[0]?.scale).toBe(0.75)
  })

  it('says when it will be hard to read', () => {
    expect(planPages([drawing(9000, 5000)], 'one', 'a4').notes).toEqual([
      expect.stringMatching(/^On one page the text of statements is 1\.\d points high/),
    ])
  })
})

describe('poster', () => {
  it('is one page where everything fits one, readable', () => {
    const { pages } = planPages([drawing(800, 500)], 'poster', 'a4')
    expect(pages.map((page) => page.name)).toEqual(['A1 of 1 × 1'])
  })

  it('names pages by column and row', () => {
    const { pages } = planPages([drawing(2600, 1700)], 'poster', 'a4')
    expect(pages.map((page) => page.name.split(' ')[0])).toEqual(['A1', 'B1', 'A2', 'B2'])
    expect(pages.every((page) => page.name.endsWith('of 2 × 2'))).toBe(true)
  })

  it('names the columns after Z as spreadsheets do', () => {
    const { pages } = planPages([drawing(60_000, 100)], 'poster', 'a4')
    expect(pages.map((page) => page.name.split(' ')[0]).slice(25, 28)).toEqual(['Z1', 'AA1', 'AB1'])
  })

  it('prints text of 14 px at 8 points or more', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 20_000 }),
        fc.integer({ min: 1, max: 20_000 }),
        fc.constantFrom(...papers),
        (width, height, paper) => {
          const { pages } = planPages([drawing(width, height)], 'poster', paper)
          for (const page of pages) expect(page.scale * 14).toBeGreaterThanOrEqual(8 - 1e-9)
        },
      ),
    )
  })

  it('takes a scale that is asked for', () => {
    const { pages } = planPoster(drawing(2000, 2000), 'a3', 1.5)
    expect(new Set(pages.map((page) => page.scale))).toEqual(new Set([1.5]))
  })

  it('shows every box that fits a page whole on one, and all of the drawing', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            x: fc.nat(6000),
            y: fc.nat(4000),
            width: fc.integer({ min: 20, max: 400 }),
            height: fc.integer({ min: 20, max: 300 }),
          }),
          { minLength: 1, maxLength: 30 },
        ),
        fc.constantFrom(...papers),
        (boxes, paper) => {
          const width = Math.max(...boxes.map((each) => each.x + each.width))
          const height = Math.max(...boxes.map((each) => each.y + each.height))
          const { pages, notes } = planPages([drawing(width, height, boxes)], 'poster', paper)
          for (const each of boxes) expect(pages.some((page) => isInside(each, page.part))).toBe(true)
          expect(notes).toEqual([])
          for (const corner of [box(0, 0, 1, 1), box(width - 1, height - 1, 1, 1)])
            expect(pages.some((page) => isInside(corner, page.part))).toBe(true)
          for (const page of pages)
            for (const neighbour of pages) {
              if (neighbour.part.y !== page.part.y || neighbour.part.x <= page.part.x) continue
              if (pages.some(({ part }) => part.x > page.part.x && part.x < neighbour.part.x)) continue
              const shared = page.part.x + page.part.width - neighbour.part.x
              expect(shared * page.scale).toBeGreaterThanOrEqual(10 * pointsOfMm - 1e-6)
            }
        },
      ),
      { numRuns: 300 },
    )
  })

  it('says how many boxes are too large for a page', () => {
    const { notes } = planPages([drawing(5000, 400, [box(0, 0, 4000, 100)])], 'poster', 'a4')
    expect(notes).toEqual(['1 box is larger than a page and is cut; larger paper shows it whole.'])
  })

  it('takes A4 where no paper is named', () => {
    const [page] = planPages([drawing(5000, 5000)], 'poster', 'fit').pages
    expect([page?.width, page?.height].toSorted((a, b) => (a ?? 0) - (b ?? 0))).toEqual([
      paperSizes.a4.width,
      paperSizes.a4.height,
    ])
  })
})

describe('sections', () => {
  it('has a page for each drawing, named and counted', () => {
    const { pages } = planPages(
      [drawing(900, 900, [], 'All'), drawing(300, 200, [], 'Costs'), drawing(200, 900, [], 'Time')],
      'sections',
      'a4',
    )
    expect(pages.map(({ drawing: index, name, footer }) => [index, name, footer])).toEqual([
      [0, 'All', 'All · 1 of 3'],
      [1, 'Costs', 'Costs · 2 of 3'],
      [2, 'Time', 'Time · 3 of 3'],
    ])
  })

  it('has no pages without drawings', () => {
    expect(planPages([], 'sections', 'a4')).toEqual({ pages: [], notes: [] })
  })

  it('say once which of them will be hard to read, and nothing of the overview', () => {
    const [large, small] = [drawing(9000, 5000), drawing(500, 400)]
    expect(planPages([large, small], 'sections', 'a4').notes).toEqual([])
    expect(planPages([large, large, small, large], 'sections', 'a4').notes).toEqual([
      'On 2 pages the text of statements is less than 5 points high; larger paper helps.',
    ])
  })
})

describe('furnitureOf', () => {
  it('names the page at its foot', () => {
    const [page] = planPages([drawing(5000, 500)], 'poster', 'a4').pages
    const items = page ? furnitureOf(page) : []
    expect(textsOf({ items }).map((item) => item.text)).toEqual([page?.footer])
  })

  it('marks where neighbours begin, on posters of several pages only', () => {
    const several = planPages([drawing(5000, 500)], 'poster', 'a4').pages
    const single = planPages([drawing(500, 500)], 'poster', 'a4').pages
    const paths = (pages: readonly PlannedPage[]) =>
      pages.map((page) => furnitureOf(page).filter((item) => item.kind === 'path').length)
    expect(paths(single)).toEqual([0])
    expect(paths(several)).toEqual(several.map(() => 2))
  })

  it('leaves a page without margins as it is', () => {
    const { pages } = planPages([drawing(500, 500)], 'one', 'fit')
    expect(pages.flatMap(furnitureOf)).toEqual([])
  })
})
