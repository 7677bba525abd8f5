/** Looking into drawings: groups by role or element, and the texts in them. */
import type {
  Drawing,
  DrawingItem,
  GroupItem,
  PathItem,
  TextItem,
} from '../../src/formats/drawing/drawing.ts'

/** Every group of a drawing, outer ones first. */
export function groupsOf(drawing: Pick<Drawing, 'items'>): GroupItem[] {
  return drawing.items.flatMap((item) => (item.kind === 'group' ? [item, ...groupsOf(item)] : []))
}

/** Everything in a drawing or group that is not a group. */
export function itemsOf(drawing: Pick<Drawing, 'items'>): (PathItem | TextItem)[] {
  return drawing.items.flatMap((item) => (item.kind === 'group' ? itemsOf(item) : [item]))
}

/** Every line of text, in the order of drawing. */
export function textsOf(drawing: Pick<Drawing, 'items'>): TextItem[] {
  return itemsOf(drawing).filter((item) => item.kind === 'text')
}

/** An item with where its origin lies in the whole drawing. */
export interface Placed {
  readonly item: Exclude<DrawingItem, GroupItem>
  readonly x: number
  readonly y: number
}

/** Every item with its place. */
export function placedItems(drawing: Pick<Drawing, 'items'>, x = 0, y = 0): Placed[] {
  return drawing.items.flatMap((item) =>
    item.kind === 'group'
      ? placedItems(item, x + (item.at?.[0] ?? 0), y + (item.at?.[1] ?? 0))
      : [{ item, x, y }],
  )
}
