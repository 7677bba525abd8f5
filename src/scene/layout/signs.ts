/** Where the sign (+, −) of a line is drawn: on its first stretch, near the statement whose role it tells. */
import type { Point } from './blocks.ts'

/** From the border of the source, px: the sign's circle touches neither box nor line end. */
const distance = 15

/** A point on the line, at most `distance` px from its start and never beyond the middle of its first stretch. */
export function signOn(points: readonly Point[]): Point {
  const [first, second] = points
  if (!first || !second) throw new Error('a line has at least two points')
  const length = Math.abs(second[0] - first[0]) + Math.abs(second[1] - first[1])
  const isOnly = points.length === 2
  const along = Math.min(distance, isOnly ? length * 0.45 : length * 0.6)
  const t = length === 0 ? 0 : along / length
  return [
    Math.round(first[0] + (second[0] - first[0]) * t),
    Math.round(first[1] + (second[1] - first[1]) * t),
  ]
}
