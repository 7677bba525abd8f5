/** Where the parts of a drawing lie: what cuts between the pages of a poster should go around. */
import type { Box } from '../../scene/scene.ts'
import type { Drawing, DrawingItem, PathItem } from '../drawing/drawing.ts'
import { boxOfPath, readPath } from './path-data.ts'

/** A part that is to be on one page whole. */
export interface WholeBox extends Box {
  readonly role: string
  readonly element?: string
}

/** Groups that hold others, and groups that run across pages by nature. */
const holding = /^(?:map|nodes|marks|legend|sources)$/
const crossing = /^(?:relations|frames)$/

/** The boxes of nodes, marks on lines, title, entries of legend and sources, in the order of the drawing. */
export function wholeBoxes(drawing: Drawing): readonly WholeBox[] {
  return drawing.items.flatMap((item) => boxesIn(item, 0, 0))
}

function boxesIn(item: DrawingItem, dx: number, dy: number): readonly WholeBox[] {
  if (item.kind !== 'group') return []
  const [x, y] = item.at ?? [0, 0]
  if (crossing.test(item.role)) return []
  if (holding.test(item.role)) return item.items.flatMap((each) => boxesIn(each, dx + x, dy + y))
  const box = boxOfItems([item], dx, dy)
  if (!box) return []
  return [{ ...box, role: item.role, ...(item.element !== undefined && { element: item.element }) }]
}

/** A box around items: exact for lines, with room for the ink of text whose widths are not known. */
function boxOfItems(items: readonly DrawingItem[], dx = 0, dy = 0): Box | undefined {
  let all: Box | undefined
  for (const item of items) {
    const box = boxOfItem(item, dx, dy)
    if (box) all = all ? around(all, box) : box
  }
  return all
}

/** A box around one item, moved by dx and dy, px. */
function boxOfItem(item: DrawingItem, dx: number, dy: number): Box | undefined {
  switch (item.kind) {
    case 'group': {
      const [x, y] = item.at ?? [0, 0]
      return boxOfItems(item.items, dx + x, dy + y)
    }
    case 'path': {
      const box = boxOfShape(item)
      return box && moved(box, dx, dy, 0)
    }
    case 'text': {
      // Only an estimate: letters are about half as wide as high, and boxes of nodes hold their text anyway.
      const width = [...item.text].length * item.size * 0.5
      const anchor = item.anchor ?? 'start'
      const before = anchor === 'middle' ? 0.5 : (anchor === 'end') === (item.direction !== 'rtl') ? 1 : 0
      return {
        x: dx + item.x - width * before,
        y: dy + item.y - item.size,
        width,
        height: item.size * 1.25,
      }
    }
  }
}

const reaches = new WeakMap<DrawingItem, Box>()
const nowhere: Box = { x: 0, y: 0, width: -1, height: -1 }

/**
 * A box that an item does not reach beyond, whatever the widths of its letters, in the coordinates around
 * it; remembered, since every page of a poster asks. Of negative size for what draws nothing.
 */
export function reachOf(item: DrawingItem): Box {
  let reach = reaches.get(item)
  if (!reach) {
    reach = findReach(item)
    reaches.set(item, reach)
  }
  return reach
}

function findReach(item: DrawingItem): Box {
  switch (item.kind) {
    case 'path':
      return boxOfShape(item) ?? nowhere
    case 'text': {
      const width = (item.text.length + 1) * item.size * 1.5
      return { x: item.x - width, y: item.y - 2 * item.size, width: 2 * width, height: 4 * item.size }
    }
    case 'group': {
      const [x, y] = item.at ?? [0, 0]
      const inside = item.items.map(reachOf).filter((box) => box.width >= 0)
      const all = inside.reduce<Box | undefined>((sum, box) => (sum ? around(sum, box) : box), undefined)
      return all ? moved(all, x, y, 0) : nowhere
    }
  }
}

function boxOfShape(item: PathItem): Box | undefined {
  const box = boxOfPath(readPath(item.d))
  return box && moved(box, 0, 0, item.stroke === undefined ? 0 : (item.strokeWidth ?? 1) / 2)
}

function moved(box: Box, dx: number, dy: number, grown: number): Box {
  return {
    x: box.x + dx - grown,
    y: box.y + dy - grown,
    width: box.width + 2 * grown,
    height: box.height + 2 * grown,
  }
}

function around(one: Box, other: Box): Box {
  const x = Math.min(one.x, other.x)
  const y = Math.min(one.y, other.y)
  return {
    x,
    y,
    width: Math.max(one.x + one.width, other.x + other.width) - x,
    height: Math.max(one.y + one.height, other.y + other.height) - y,
  }
}

/** Whether a box, moved, and a part share more than an edge. */
export function touches(box: Box, part: Box, dx = 0, dy = 0): boolean {
  return (
    box.x + dx < part.x + part.width &&
    box.x + dx + box.width > part.x &&
    box.y + dy < part.y + part.height &&
    box.y + dy + box.height > part.y
  )
}
