/**
 * The last look at lines: where two that have nothing in common happen to run along each other for a stretch,
 * one of them gives way by a few px. Tracks and lanes leave room for that.
 */
import type { Point } from './drawing.ts'

/** How far a stretch may give way, px, in the order in which places are tried. */
const shifts = [3, -3, 4, -4, 2, -2] as const

interface Rules {
  /** Lines that may give way. */
  readonly movable: readonly number[]
  /** Lines with the same number may share their way. */
  readonly bundleOf: (line: number) => number
  /** Whether the first or last stretch of a line, which ends at a side of a box, may be moved to there. */
  readonly mayEndAt?: (line: number, end: 'source' | 'target', y: number) => boolean
}

/** Changes the points of the lines in `movable` where they run along another line that is drawn apart. */
export function separateLines(lines: Point[][], { movable, bundleOf, mayEndAt }: Rules): void {
  if (movable.length === 0) return
  const taken = new Stretches(bundleOf)
  for (let line = 0; line < lines.length; line += 1) {
    const points = lines[line] as Point[]
    for (let at = 0; at + 1 < points.length; at += 1) taken.add(points, at, line)
  }
  for (const line of movable) {
    const points = lines[line] ?? []
    for (let at = 0; at + 1 < points.length; at += 1) {
      if (!mayMove(points, at, line, 0) || !taken.meets(points, at, { line, by: 0 })) continue
      const by = shifts.find(
        (shift) => mayMove(points, at, line, shift) && !taken.meets(points, at, { line, by: shift }),
      )
      if (by === undefined) continue
      const [from, to] = [points[at] as Point, points[at + 1] as Point]
      const move = ([x, y]: Point): Point => (isAcross(from, to) ? [x, y + by] : [x + by, y])
      points[at] = move(from)
      points[at + 1] = move(to)
      taken.add(points, at, line)
    }
  }

  /** Ends stay where other steps put them on the border of a box, unless there is room beside that place. */
  function mayMove(points: readonly Point[], at: number, line: number, by: number): boolean {
    const [isFirst, isLast] = [at === 0, at + 2 === points.length]
    if (!isFirst && !isLast) return true
    const [from, to] = [points[at] as Point, points[at + 1] as Point]
    if (!mayEndAt || (isFirst && isLast) || !isAcross(from, to)) return false
    return mayEndAt(line, isFirst ? 'source' : 'target', from[1] + by)
  }
}

function isAcross(from: Point, to: Point): boolean {
  return from[1] === to[1]
}

/** All stretches by where they run: low end, high end and line of each, one after the other. */
class Stretches {
  private readonly lists = new Map<number, number[]>()

  private readonly bundleOf: (line: number) => number

  constructor(bundleOf: (line: number) => number) {
    this.bundleOf = bundleOf
  }

  add(points: readonly Point[], at: number, line: number): void {
    const [from, to] = [points[at] as Point, points[at + 1] as Point]
    const along = isAcross(from, to) ? 0 : 1
    const [low, high] = [Math.min(from[along], to[along]), Math.max(from[along], to[along])]
    const key = keyOf(from[1 - along] as number, along)
    const list = this.lists.get(key)
    if (list) list.push(low, high, line)
    else this.lists.set(key, [low, high, line])
  }

  /** Whether a stretch, moved sideways by so much, runs along one of a line that is drawn apart. */
  meets(
    points: readonly Point[],
    at: number,
    { line, by }: { readonly line: number; readonly by: number },
  ): boolean {
    const [from, to] = [points[at] as Point, points[at + 1] as Point]
    const along = isAcross(from, to) ? 0 : 1
    const [low, high] = [Math.min(from[along], to[along]), Math.max(from[along], to[along])]
    const list = this.lists.get(keyOf((from[1 - along] as number) + by, along)) ?? []
    for (let index = 0; index < list.length; index += 3) {
      if ((list[index] as number) >= high - 1 || low >= (list[index + 1] as number) - 1) continue
      if (this.bundleOf(list[index + 2] as number) !== this.bundleOf(line)) return true
    }
    return false
  }
}

/** Where stretches run: their y if they run across, else their x. */
function keyOf(place: number, along: number): number {
  return 2 * Math.round(place) + 1 - along
}
