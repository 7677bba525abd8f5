import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { startsOfPages } from '../../../src/formats/pdf/cuts.ts'

describe('startsOfPages', () => {
  it('needs one page for what fits one', () => {
    expect(startsOfPages(100, 100, 10, [[0, 100]])).toEqual([0])
  })

  it('overlaps as asked where nothing is in the way', () => {
    expect(startsOfPages(250, 100, 10, [])).toEqual([0, 90, 180])
  })

  it('begins a page earlier so that a box is whole on it', () => {
    expect(startsOfPages(180, 100, 10, [[70, 120]])).toEqual([0, 70, 160])
    expect(startsOfPages(170, 100, 10, [[70, 120]])).toEqual([0, 70])
  })

  it('does not wait for a box that is larger than a page', () => {
    expect(startsOfPages(250, 100, 10, [[20, 220]])).toEqual([0, 90, 180])
  })

  it('refuses an overlap as large as a page', () => {
    expect(() => startsOfPages(250, 100, 100, [])).toThrow('cannot share')
  })

  it('shows everything, overlaps enough and shows every box that fits whole, in few pages', () => {
    fc.assert(
      fc.property(
        fc.record({
          page: fc.integer({ min: 100, max: 400 }),
          overlap: fc.integer({ min: 0, max: 50 }),
          boxes: fc.array(fc.tuple(fc.nat(3000), fc.integer({ min: 1, max: 500 })), { maxLength: 40 }),
        }),
        ({ page, overlap, boxes }) => {
          const intervals = boxes.map(([from, length]) => [from, from + length] as const)
          const total = Math.max(1, ...intervals.map(([, to]) => to))
          const starts = startsOfPages(total, page, overlap, intervals)
          expect(starts[0]).toBe(0)
          expect((starts.at(-1) ?? 0) + page).toBeGreaterThanOrEqual(total)
          for (const [index, start] of starts.entries()) {
            const before = starts[index - 1]
            if (before === undefined) continue
            expect(start).toBeGreaterThan(before)
            expect(before + page - start).toBeGreaterThanOrEqual(overlap)
          }
          for (const [from, to] of intervals.filter(([first, last]) => last - first <= page))
            expect(starts.some((start) => start <= from && to <= start + page)).toBe(true)
          const longest = Math.max(
            0,
            ...intervals.map(([from, to]) => to - from).filter((each) => each <= page),
          )
          const least = Math.max(1, Math.min(page - overlap, page - longest))
          expect(starts.length).toBeLessThanOrEqual(1 + Math.ceil(total / least))
        },
      ),
      { numRuns: 2000 },
    )
  })
})
