/**
 * A part of the map as it is drawn: boxes by vertex and lines by link, px. The steps after placement
 * (compacting, packing, pins) work on drawings.
 */
import type { Network } from './network.ts'

/** A point, px. */
export type Point = readonly [x: number, y: number]

export interface Rect {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export interface Line {
  /** From the border of the source to the border of the target. */
  readonly points: readonly Point[]
}

export interface Drawing {
  readonly network: Network
  /** Per vertex. */
  readonly boxes: readonly Rect[]
  /** Per link. */
  readonly lines: readonly Line[]
}

/** The smallest rectangle around boxes and lines; all zero for nothing. */
export function boundsOf(boxes: Iterable<Rect>, lines: Iterable<Line>): Rect {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const { x, y, width, height } of boxes) {
    left = Math.min(left, x)
    top = Math.min(top, y)
    right = Math.max(right, x + width)
    bottom = Math.max(bottom, y + height)
  }
  for (const { points } of lines) {
    for (const [x, y] of points) {
      left = Math.min(left, x)
      top = Math.min(top, y)
      right = Math.max(right, x)
      bottom = Math.max(bottom, y)
    }
  }
  if (left > right) return { x: 0, y: 0, width: 0, height: 0 }
  return { x: left, y: top, width: right - left, height: bottom - top }
}

/** The drawing moved as a whole. */
export function moved(drawing: Drawing, dx: number, dy: number): Drawing {
  if (dx === 0 && dy === 0) return drawing
  return {
    network: drawing.network,
    boxes: drawing.boxes.map((box) => ({ ...box, x: box.x + dx, y: box.y + dy })),
    lines: drawing.lines.map(({ points }) => ({ points: points.map(([x, y]): Point => [x + dx, y + dy]) })),
  }
}

/** The same line without points that change nothing. */
export function simplified(points: readonly Point[]): Point[] {
  const kept: Point[] = []
  for (const point of points) {
    const last = kept.at(-1)
    if (last && last[0] === point[0] && last[1] === point[1]) continue
    const before = kept.at(-2)
    if (last && before && isBetween(before, last, point)) kept.pop()
    kept.push(point)
  }
  return kept
}

function isBetween(before: Point, middle: Point, after: Point): boolean {
  const isVertical = before[0] === middle[0] && middle[0] === after[0]
  const isHorizontal = before[1] === middle[1] && middle[1] === after[1]
  if (isVertical) return (middle[1] - before[1]) * (after[1] - middle[1]) >= 0
  return isHorizontal && (middle[0] - before[0]) * (after[0] - middle[0]) >= 0
}
