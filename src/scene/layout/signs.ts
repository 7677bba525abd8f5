/**
 * Where the signs (+, −) of lines are drawn: on the line, near the statement whose role they tell, and
 * further along where that place is taken by a box or another sign.
 */
import type { Point, Rect } from './drawing.ts'

/** Radius of a sign with a little air, px. */
const radius = 9

/** From the source to the first place that is tried, px. */
const first = 15

/** From one place that is tried to the next, px: only where no place is free more of them are tried. */
const steps = [6, 2] as const

/** How many places are tried before the best of them is taken in spite of what is there. */
const tries = 400

/** A sign per line, in the order of the lines. */
export function placeSigns(lines: readonly (readonly Point[])[], boxes: readonly Rect[]): Point[] {
  const taken = new Places(lines.length + boxes.length)
  for (const { x, y, width, height } of boxes) taken.add(x, y, x + width, y + height)
  return lines.map((points) => {
    const length = lengthOf(points)
    let place = points[0] ?? [0, 0]
    let most = -Infinity
    for (const step of steps) {
      for (
        let tried = 0, along = Math.min(first, length / 2);
        tried < tries && most < 0;
        tried += 1, along += step
      ) {
        if (tried > 0 && along > length - radius) break
        const candidate = pointAt(points, along)
        const clear = taken.clearanceAt(candidate[0], candidate[1])
        if (clear <= most) continue
        place = candidate
        most = clear
      }
    }
    const [x, y] = place
    taken.add(x, y, x, y)
    return place
  })
}

function lengthOf(points: readonly Point[]): number {
  let length = 0
  for (let at = 1; at < points.length; at += 1) length += stepTo(points, at)
  return length
}

/** From the point before to this one, px. */
function stepTo(points: readonly Point[], at: number): number {
  const from = points[at - 1] as Point
  const to = points[at] as Point
  return Math.abs(to[0] - from[0]) + Math.abs(to[1] - from[1])
}

/** The point so far along the line, on whole px. */
function pointAt(points: readonly Point[], along: number): Point {
  let left = along
  for (let at = 1; at < points.length; at += 1) {
    const length = stepTo(points, at)
    if (left <= length && length > 0) {
      const from = points[at - 1] as Point
      const to = points[at] as Point
      const x = Math.round(from[0] + ((to[0] - from[0]) * left) / length)
      return [x, Math.round(from[1] + ((to[1] - from[1]) * left) / length)]
    }
    left -= length
  }
  return points.at(-1) ?? [0, 0]
}

/** Width and height of a square of the grid, px. */
const square = 128

/**
 * Where something is, by the squares of a grid. A sign is an extent of no size, kept clear by its own radius
 * too. Squares share a table of fixed size, so that it does not matter how far apart things are: those that
 * meet in one slot only cost a second look.
 */
class Places {
  /** Per slot: the entry that came last, or -1. */
  private readonly slots: Int32Array
  /** Per entry: the extent it stands for and the entry of the same slot that came before. */
  private readonly entries: number[] = []
  /** Per extent: left, top, right and bottom. */
  private readonly extents: Float64Array
  private used = 0

  /** @param count how many extents there will be */
  constructor(count: number) {
    this.extents = new Float64Array(4 * count)
    this.slots = new Int32Array(2 ** Math.ceil(Math.log2(4 * count + 16))).fill(-1)
  }

  add(left: number, top: number, right: number, bottom: number): void {
    const lastX = Math.floor(right / square)
    const lastY = Math.floor(bottom / square)
    const extent = this.used
    this.used += 4
    this.extents[extent] = left
    this.extents[extent + 1] = top
    this.extents[extent + 2] = right
    this.extents[extent + 3] = bottom
    for (let x = Math.floor(left / square); x <= lastX; x += 1) {
      for (let y = Math.floor(top / square); y <= lastY; y += 1) {
        const slot = this.slotOf(x, y)
        this.entries.push(extent, this.slots[slot] ?? -1)
        this.slots[slot] = this.entries.length - 2
      }
    }
  }

  /** 0 where a sign touches nothing, else how far short of that it falls, negative: boxes count double. */
  clearanceAt(x: number, y: number): number {
    const reach = 2 * radius
    const lastX = Math.floor((x + reach) / square)
    const lastY = Math.floor((y + reach) / square)
    let least = 0
    for (let column = Math.floor((x - reach) / square); column <= lastX; column += 1) {
      for (let row = Math.floor((y - reach) / square); row <= lastY; row += 1) {
        let entry = this.slots[this.slotOf(column, row)] ?? -1
        while (entry !== -1) {
          const clear = clearance(this.extents, this.entries[entry] as number, x, y)
          if (clear < least) least = clear
          entry = this.entries[entry + 1] as number
        }
      }
    }
    return least
  }

  private slotOf(x: number, y: number): number {
    return (Math.imul(x, 0x9e3779b1) ^ Math.imul(y, 0x85ebca6b)) & (this.slots.length - 1)
  }
}

/** What one extent leaves of a sign's room. */
function clearance(extents: Float64Array, at: number, x: number, y: number): number {
  const reach = 2 * radius
  const left = extents[at] as number
  const right = extents[at + 2] as number
  const dx = Math.max(left - x, 0, x - right)
  if (dx >= reach) return 0
  const dy = Math.max((extents[at + 1] as number) - y, 0, y - (extents[at + 3] as number))
  if (dy >= reach) return 0
  const isSign = left === right
  const short = Math.sqrt(dx * dx + dy * dy) - (isSign ? reach : radius)
  return isSign ? short / 2 : short
}
