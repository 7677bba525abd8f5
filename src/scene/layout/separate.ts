/**
 * The last look at lines: where two that have nothing in common happen to run along each other for a stretch,
 * one of them gives way by a few px. Tracks and lanes leave room for that, and so do the sides of boxes.
 */
import type { Point } from './drawing.ts'

/** How far a stretch may give way, px, in the order in which places are tried. */
const shifts = [3, -3, 4, -4, 2, -2, 5, -5, 6, -6, 1, -1] as const

/** How often all are looked at: what gives way is a little longer or shorter than before. */
const rounds = 3

/** What may give way, and how far. */
export interface Separation {
  /** Lines that may: those of the tree stay where they are. */
  readonly movable: readonly number[]
  /** Lines of one bundle may run along each other. */
  readonly bundleOf: (line: number) => number
  /** How far a stretch may give way at most, px; 6 unless given. */
  readonly mostShift?: number
  /** From where to where along the border of its box an end of a line may be; none if it stays where it is. */
  readonly spanOf: (
    line: number,
    end: 'source' | 'target',
    border: 'side' | 'top or bottom',
  ) => readonly [low: number, high: number] | undefined
}

/** Changes the points of the lines in `movable` where they run along another line that is drawn apart. */
export function separateLines(
  lines: Point[][],
  { movable, bundleOf, spanOf, mostShift = 6 }: Separation,
): void {
  if (movable.length === 0) return
  for (let round = 0; round < rounds; round += 1) {
    const taken = new Stretches(bundleOf)
    for (let line = 0; line < lines.length; line += 1) {
      const points = lines[line] as Point[]
      for (let at = 0; at + 1 < points.length; at += 1) taken.add(points, at, line)
    }
    let hasChanged = false
    for (const line of movable) {
      const points = lines[line] ?? []
      for (let at = 0; at + 1 < points.length; at += 1) {
        if (!taken.meets(points, at, { line, by: 0 })) continue
        const isEnd = at === 0 || at + 2 === points.length
        const together = isEnd ? endingWith(line, at) : [{ line, at }]
        const by = shifts.find(
          (some) => Math.abs(some) <= mostShift && together.every((each) => isFree(each, some, taken)),
        )
        if (by === undefined) continue
        for (const each of together) {
          shift(lines[each.line] ?? [], each.at, by)
          taken.add(lines[each.line] ?? [], each.at, each.line)
        }
        hasChanged = true
      }
    }
    if (!hasChanged) return
  }

  /** The last stretches of all lines that share the end of one; these stay together. */
  function endingWith(line: number, at: number): Place[] {
    const points = lines[line] ?? []
    const end = at === 0 ? points[0] : points.at(-1)
    const places: Place[] = []
    for (const other of movable) {
      if (bundleOf(other) !== bundleOf(line)) continue
      const its = lines[other] ?? []
      const last = at === 0 ? 0 : its.length - 2
      const point = at === 0 ? its[0] : its.at(-1)
      if (point && end && point[0] === end[0] && point[1] === end[1]) places.push({ line: other, at: last })
    }
    return places
  }

  function isFree({ line, at }: Place, by: number, taken: Stretches): boolean {
    const points = lines[line] ?? []
    if (at === 0 && !isWithin(points[0] as Point, 'source')) return false
    if (at + 2 === points.length && !isWithin(points[at + 1] as Point, 'target')) return false
    return !taken.meets(points, at, { line, by })

    function isWithin([x, y]: Point, end: 'source' | 'target'): boolean {
      const isLevel = isAcross(points[at] as Point, points[at + 1] as Point)
      const span = spanOf(line, end, isLevel ? 'side' : 'top or bottom')
      const place = (isLevel ? y : x) + by
      return span !== undefined && place >= span[0] && place <= span[1]
    }
  }
}

interface Place {
  readonly line: number
  readonly at: number
}

function shift(points: Point[], at: number, by: number): void {
  const [from, to] = [points[at] as Point, points[at + 1] as Point]
  const move = ([x, y]: Point): Point => (isAcross(from, to) ? [x, y + by] : [x + by, y])
  points[at] = move(from)
  points[at + 1] = move(to)
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
