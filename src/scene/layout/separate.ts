/**
 * The last look at lines: where two that have nothing in common happen to run along each other for a stretch,
 * one of them gives way by a few px. Tracks and lanes leave room for that.
 */
import type { Point } from './drawing.ts'

/** How far a stretch may give way, px, in the order in which places are tried. */
const shifts = [3, -3, 4, -4, 2, -2] as const

/** Changes the points of the lines in `movable` where they run along another line that is drawn apart. */
export function separateLines(
  lines: Point[][],
  { movable, bundleOf }: { readonly movable: readonly number[]; readonly bundleOf: (line: number) => string },
): void {
  const taken = new Stretches()
  for (const [line, points] of lines.entries()) {
    for (let at = 0; at + 1 < points.length; at += 1) taken.add(stretchOf(points, at), line)
  }
  const bundles = lines.map((_, line) => bundleOf(line))
  for (const line of movable) {
    const points = lines[line] ?? []
    // Ends stay: they are where other steps put them on the border of a box.
    for (let at = 1; at + 2 < points.length; at += 1) {
      const stretch = stretchOf(points, at)
      const isFree = (by: number) =>
        !taken.meets({ ...stretch, at: stretch.at + by }, (other) => bundles[other] !== bundles[line])
      if (isFree(0)) continue
      const by = shifts.find(isFree)
      if (by === undefined) continue
      const move = ([x, y]: Point): Point => (stretch.isAcross ? [x, y + by] : [x + by, y])
      points[at] = move(points[at] ?? [0, 0])
      points[at + 1] = move(points[at + 1] ?? [0, 0])
      taken.add(stretchOf(points, at), line)
    }
  }
}

interface Stretch {
  readonly isAcross: boolean
  /** Its y if it runs across, else its x. */
  readonly at: number
  readonly low: number
  readonly high: number
}

function stretchOf(points: readonly Point[], index: number): Stretch {
  const [x, y] = points[index] ?? [0, 0]
  const [toX, toY] = points[index + 1] ?? [x, y]
  return y === toY
    ? { isAcross: true, at: y, low: Math.min(x, toX), high: Math.max(x, toX) }
    : { isAcross: false, at: x, low: Math.min(y, toY), high: Math.max(y, toY) }
}

/** All stretches by where they run. */
class Stretches {
  private readonly lists = new Map<number, { low: number; high: number; line: number }[]>()

  add(stretch: Stretch, line: number): void {
    const key = keyOf(stretch)
    const list = this.lists.get(key)
    const entry = { low: stretch.low, high: stretch.high, line }
    if (list) list.push(entry)
    else this.lists.set(key, [entry])
  }

  meets(stretch: Stretch, isOther: (line: number) => boolean): boolean {
    const list = this.lists.get(keyOf(stretch)) ?? []
    return list.some(
      ({ low, high, line }) => low < stretch.high - 1 && stretch.low < high - 1 && isOther(line),
    )
  }
}

function keyOf({ isAcross, at }: Stretch): number {
  return 2 * Math.round(at) + (isAcross ? 1 : 0)
}
