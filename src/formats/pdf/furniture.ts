/**
 * What stands in the margins of a page: its name, and for posters the corners of what it shows and where
 * its neighbours begin, so that sheets can be trimmed and laid upon each other. Lengths are points from the
 * paper's top left corner; the print preview draws the same.
 */
import type { DrawingItem, PathItem, TextItem } from '../drawing/drawing.ts'
import { margin, type PlannedPage } from './plan.ts'

const ink = '#4d4d4d'
/** Between what is shown and the marks, and how long these are. */
const gap = 5
const length = 14

/** The marks and words in a page's margins; none where it has no margins. */
export function furnitureOf(page: PlannedPage): readonly DrawingItem[] {
  const items: DrawingItem[] = []
  if (page.joins && page.joins.x.length + page.joins.y.length > 0)
    items.push(cornersOf(page), ...joinsOf(page))
  if (page.footer !== undefined) {
    const footer: TextItem = {
      kind: 'text',
      text: page.footer,
      x: page.width / 2,
      y: page.height - margin / 2 + 3,
      size: 8,
      weight: 400,
      fill: ink,
      anchor: 'middle',
    }
    items.push(footer)
  }
  return items
}

/** What the page shows, on paper. */
function shownOf({ at, part, scale }: PlannedPage) {
  return { left: at[0], top: at[1], right: at[0] + part.width * scale, bottom: at[1] + part.height * scale }
}

function cornersOf(page: PlannedPage): PathItem {
  const { left, top, right, bottom } = shownOf(page)
  const ticks = [left, right].flatMap((x) =>
    [top, bottom].map((y) => {
      const outX = x === left ? -1 : 1
      const outY = y === top ? -1 : 1
      return `M${x + outX * gap} ${y}h${outX * length}M${x} ${y + outY * gap}v${outY * length}`
    }),
  )
  return { kind: 'path', d: ticks.join(''), stroke: ink, strokeWidth: 0.5 }
}

/** Small triangles that point at the lines where a neighbour begins or ends. */
function joinsOf(page: PlannedPage): readonly PathItem[] {
  const { left, top, right, bottom } = shownOf(page)
  const across = (page.joins?.x ?? []).flatMap((join) => {
    const x = left + (join - page.part.x) * page.scale
    return [`M${x} ${top - gap}l-3 -6h6z`, `M${x} ${bottom + gap}l-3 6h6z`]
  })
  const down = (page.joins?.y ?? []).flatMap((join) => {
    const y = top + (join - page.part.y) * page.scale
    return [`M${left - gap} ${y}l-6 -3v6z`, `M${right + gap} ${y}l6 -3v6z`]
  })
  const marks = [...across, ...down]
  return marks.length === 0 ? [] : [{ kind: 'path', d: marks.join(''), fill: ink }]
}
