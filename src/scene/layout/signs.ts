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
  const taken = new Places()
  for (const { x, y, width, height } of boxes) taken.add([x, y, x + width, y + height])
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
        const clear = taken.clearanceAt(candidate)
        if (clear <= most) continue
        place = candidate
        most = clear
      }
    }
    const [x, y] = place
    taken.add([x, y, x, y])
    return place
  })
}

function lengthOf(points: readonly Point[]): number {
  let length = 0
  for (const [index, [x, y]] of points.entries()) {
    const [toX, toY] = points[index + 1] ?? [x, y]
    length += Math.abs(toX - x) + Math.abs(toY - y)
  }
  return length
}

/** The point so far along the line, on whole px. */
function pointAt(points: readonly Point[], along: number): Point {
  let left = along
  for (const [index, [x, y]] of points.entries()) {
    const [toX, toY] = points[index + 1] ?? [x, y]
    const length = Math.abs(toX - x) + Math.abs(toY - y)
    if (left <= length && length > 0) {
      return [Math.round(x + ((toX - x) * left) / length), Math.round(y + ((toY - y) * left) / length)]
    }
    left -= length
  }
  return points.at(-1) ?? [0, 0]
}

type Extent = readonly [left: number, top: number, right: number, bottom: number]

/** Where something is, by the squares of a grid. A sign is an extent of no size, kept clear by its own radius too. */
class Places {
  private readonly squares = new Map<string, Extent[]>()
  private readonly size = 128

  add(extent: Extent): void {
    for (const key of this.keys(extent)) {
      const list = this.squares.get(key)
      if (list) list.push(extent)
      else this.squares.set(key, [extent])
    }
  }

  /** 0 where a sign touches nothing, else how far short of that it falls, negative: boxes count double. */
  clearanceAt([x, y]: Point): number {
    const reach = 2 * radius
    let least = 0
    for (const key of this.keys([x - reach, y - reach, x + reach, y + reach])) {
      for (const [left, top, right, bottom] of this.squares.get(key) ?? []) {
        const isSign = left === right
        const [dx, dy] = [Math.max(left - x, 0, x - right), Math.max(top - y, 0, y - bottom)]
        const short = Math.sqrt(dx * dx + dy * dy) - (isSign ? reach : radius)
        if (short < 0) least = Math.min(least, isSign ? short / 2 : short)
      }
    }
    return least
  }

  private *keys([left, top, right, bottom]: Extent): Generator<string> {
    for (let x = Math.floor(left / this.size); x <= Math.floor(right / this.size); x += 1) {
      for (let y = Math.floor(top / this.size); y <= Math.floor(bottom / this.size); y += 1) yield `${x} ${y}`
    }
  }
}
