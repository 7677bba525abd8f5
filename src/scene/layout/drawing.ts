/**
 * A part of the map as it is drawn: boxes by vertex and lines by link, px. The steps after placement
 * (compacting, packing, pins) work on drawings.
 */
import type { SectionId } from '../../model/graph.ts'
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

/** A part before it is turned to where the map runs. */
export interface Plan {
  readonly network: Network
  /** Per vertex. */
  readonly boxes: readonly Rect[]
  /** Per link. */
  readonly lines: readonly Line[]
  /** Of the sections in it. */
  readonly frames: readonly PlacedFrame[]
}

/** The frame of a section, where it stands. */
export interface PlacedFrame extends Rect {
  readonly section: SectionId
}

export interface Drawing extends Plan {
  /** The smallest rectangle around it. */
  readonly bounds: Rect
}

/** The smallest rectangle around boxes and lines; all zero for nothing. */
export function boundsOf(boxes: Iterable<Rect>, lines: Iterable<Line>): Rect {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const { x, y, width, height } of boxes) {
    if (x < left) left = x
    if (y < top) top = y
    if (x + width > right) right = x + width
    if (y + height > bottom) bottom = y + height
  }
  for (const { points } of lines) {
    for (let at = 0; at < points.length; at += 1) {
      const point = points[at] as Point
      const [x, y] = [point[0], point[1]]
      if (x < left) left = x
      if (y < top) top = y
      if (x > right) right = x
      if (y > bottom) bottom = y
    }
  }
  if (left > right) return { x: 0, y: 0, width: 0, height: 0 }
  return { x: left, y: top, width: right - left, height: bottom - top }
}

/** The drawing moved as a whole. */
export function moved(drawing: Drawing, dx: number, dy: number): Drawing {
  if (dx === 0 && dy === 0) return drawing
  const shifted = ({ x, y, width, height }: Rect): Rect => ({ x: x + dx, y: y + dy, width, height })
  return {
    network: drawing.network,
    bounds: shifted(drawing.bounds),
    boxes: drawing.boxes.map(shifted),
    frames: drawing.frames.map((frame) => ({ ...shifted(frame), section: frame.section })),
    lines: drawing.lines.map(({ points }) => ({
      points: points.map((point): Point => [point[0] + dx, point[1] + dy]),
    })),
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
