/**
 * A planned page as a drawing of its own, as large as the paper at 96 px an inch: what print and its preview
 * show, the same as in PDF. There is no way to cut off in a drawing, so the margins are painted over what
 * reaches beyond.
 */
import type { Box } from '../../scene/scene.ts'
import type { Drawing, DrawingItem } from '../drawing/drawing.ts'
import { reachOf, touches } from './drawing-boxes.ts'
import { furnitureOf } from './furniture.ts'
import { readPath } from './path-data.ts'
import type { PlannedPage } from './plan.ts'

const paper = '#ffffff'
const pxOfPoint = 96 / 72

/** The page of a drawing. */
export function pageDrawing(drawing: Drawing, page: PlannedPage): Drawing {
  const scale = page.scale * pxOfPoint
  const { part } = page
  const [left, top] = [page.at[0] * pxOfPoint - part.x * scale, page.at[1] * pxOfPoint - part.y * scale]
  const [width, height] = [page.width * pxOfPoint, page.height * pxOfPoint]
  const background: DrawingItem[] =
    drawing.background === undefined
      ? []
      : [{ kind: 'path', d: rectangle(0, 0, drawing.width, drawing.height), fill: drawing.background }]
  const shown = [...background, ...drawing.items].flatMap((item) => shownIn(item, part, 0, 0))
  return {
    width,
    height,
    background: paper,
    title: page.name,
    description: drawing.description,
    items: [
      { kind: 'group', role: 'page', at: [left, top], items: shown.map((item) => scaled(item, scale)) },
      ...marginsOf(page).map((item) => scaled(item, pxOfPoint)),
      ...furnitureOf(page).map((item) => scaled(item, pxOfPoint)),
    ],
  }
}

/** What of an item a part shows; groups remain around what is left of them. */
function shownIn(item: DrawingItem, part: Box, dx: number, dy: number): readonly DrawingItem[] {
  // Widths of text are not known here, and what is drawn in vain is covered.
  if (!touches(reachOf(item), part, dx, dy)) return []
  if (item.kind !== 'group') return [item]
  const [x, y] = item.at ?? [0, 0]
  const items = item.items.flatMap((each) => shownIn(each, part, dx + x, dy + y))
  return items.length === 0 ? [] : [{ ...item, items }]
}

function scaled(item: DrawingItem, scale: number): DrawingItem {
  switch (item.kind) {
    case 'group':
      return {
        ...item,
        ...(item.at && { at: [item.at[0] * scale, item.at[1] * scale] }),
        items: item.items.map((each) => scaled(each, scale)),
      }
    case 'text':
      return { ...item, x: item.x * scale, y: item.y * scale, size: item.size * scale }
    case 'path':
      return {
        ...item,
        d: scaledPath(item.d, scale),
        ...(item.stroke !== undefined && { strokeWidth: (item.strokeWidth ?? 1) * scale }),
        ...(item.dash && { dash: item.dash.map((length) => length * scale) }),
      }
  }
}

function scaledPath(d: string, scale: number): string {
  const point = ([x, y]: readonly [number, number]) => `${rounded(x * scale)} ${rounded(y * scale)}`
  return readPath(d)
    .map((step) => {
      if (step.step === 'close') return 'Z'
      if (step.step === 'curve') return `C${[...step.through, step.to].map(point).join(' ')}`
      return `${step.step === 'move' ? 'M' : 'L'}${point(step.to)}`
    })
    .join('')
}

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000
}

/** The paper around what a page shows, points. */
function marginsOf({ width, height, part, scale, at: [left, top] }: PlannedPage): readonly DrawingItem[] {
  const [right, bottom] = [left + part.width * scale, top + part.height * scale]
  const sides = [
    rectangle(0, 0, width, top),
    rectangle(0, bottom, width, height),
    rectangle(0, top, left, bottom),
    rectangle(right, top, width, bottom),
  ]
  return left <= 0 && top <= 0 ? [] : [{ kind: 'path', d: sides.join(''), fill: paper }]
}

function rectangle(left: number, top: number, right: number, bottom: number): string {
  return `M${left} ${top}H${right}V${bottom}H${left}Z`
}
