import { describe, expect, it } from 'vitest'
import type { Drawing } from '../../../src/formats/drawing/drawing.ts'
import { pageDrawing } from '../../../src/formats/pdf/page-drawing.ts'
import { planPages } from '../../../src/formats/pdf/plan.ts'
import { groupsOf, textsOf } from '../../support/drawn.ts'

const node = (id: string, x: number): Drawing['items'][number] => ({
  kind: 'group',
  role: 'node claim',
  element: id,
  title: `Claim: ${id}`,
  at: [x, 100],
  items: [
    { kind: 'path', d: 'M0 0h200v60h-200z', fill: '#ffffff', stroke: '#000000' },
    { kind: 'text', text: id, x: 10, y: 30, size: 14, weight: 400, fill: '#000000' },
  ],
})

const wide: Drawing = {
  width: 3000,
  height: 300,
  background: '#fafafa',
  title: 'Lanes',
  description: 'A map.',
  items: [node('first', 20), node('last', 2700)],
}

const pages = planPages([wide], 'poster', 'a4').pages.map((page) => pageDrawing(wide, page))

describe('pageDrawing', () => {
  it('is as large as the paper', () => {
    expect(pages.length).toBeGreaterThan(1)
    for (const { width, height } of pages) {
      expect([width, height].toSorted((a, b) => a - b)).toEqual([
        expect.closeTo((210 / 25.4) * 96),
        expect.closeTo((297 / 25.4) * 96),
      ])
    }
  })

  it('has what the page shows, and its foot', () => {
    expect(textsOf(pages[0] ?? wide).map((item) => item.text)).toEqual([
      'first',
      expect.stringContaining('A1 of'),
    ])
    expect(groupsOf(pages.at(-1) ?? wide).flatMap(({ element }) => element ?? [])).toEqual(['last'])
  })

  it('is the drawing at the size of the plan', () => {
    const [planned] = planPages([wide], 'poster', 'a4').pages
    const [text] = textsOf(pages[0] ?? wide)
    expect(text?.size).toBeCloseTo(14 * (planned?.scale ?? 0) * (96 / 72))
  })

  it('paints the margins over what reaches beyond', () => {
    const margins = pages[0]?.items.find((item) => item.kind === 'path')
    expect(margins).toMatchObject({ fill: '#ffffff' })
    const fitting = planPages([wide], 'one', 'fit').pages.map((page) => pageDrawing(wide, page))
    expect(fitting[0]?.items.map((item) => item.kind)).toEqual(['group'])
  })
})
