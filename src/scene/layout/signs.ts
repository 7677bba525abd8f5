/** Where the sign (+, −) of a line is drawn: on its first stretch, near the statement whose role it tells. */
import type { Point } from './blocks.ts'

/** From the border of the source, px: the sign's circle touches neither box nor line end. */
const distance = 15

/** A point on a line from one box to another, before the middle of its first stretch if that is short. */
export function signOn(points: readonly Point[]): Point {
  const [first, second] = ends(points, 0)
  const length = Math.abs(second[0] - first[0]) + Math.abs(second[1] - first[1])
  return between(
    first,
    second,
    Math.min(distance, length * (points.length === 2 ? 0.45 : 0.6)) / (length || 1),
  )
}

/** The outermost point of a loop. */
export function signOnLoop(points: readonly Point[]): Point {
  return between(...ends(points, 1), 0.5)
}

function ends(points: readonly Point[], index: number): [Point, Point] {
  const [first, second] = [points[index], points[index + 1]]
  if (!first || !second) throw new Error('a line has too few points')
  return [first, second]
}

function between(first: Point, second: Point, t: number): Point {
  return [
    Math.round(first[0] + (second[0] - first[0]) * t),
    Math.round(first[1] + (second[1] - first[1]) * t),
  ]
}
