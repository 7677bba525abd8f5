/**
 * The space between two rows: a link that does not go straight down runs across it on a track of its own.
 * Tracks are ordered so that few lines cross and none runs along another.
 */
import { gaps } from './gaps.ts'

/** One link's way across the space between two rows, or that of all premises of one junction. */
export interface Crossing {
  /** Where it comes down from above, px across. */
  readonly upper: readonly number[]
  /** Where it goes on downwards. */
  readonly lower: readonly number[]
  readonly left: number
  readonly right: number
}

/** Above this many crossings they are ordered by where they run alone, not by comparing pairs. */
const crowd = 260

/** Per crossing: its track, from 0 at the top; -1 where it goes straight down. And how many tracks there are. */
export function assignTracks(crossings: readonly Crossing[]): { tracks: Int32Array; count: number } {
  const tracks = new Int32Array(crossings.length).fill(-1)
  const bent = [...crossings.keys()].filter((index) => {
    const crossing = crossings[index]
    return crossing !== undefined && crossing.right - crossing.left > 0.5
  })
  const ordered = orderTracks(crossings, byReach(crossings, bent))
  // Left edge method: each goes on the first track below all it overlaps that were placed before.
  const ends: { left: number; right: number }[][] = []
  for (const index of ordered) {
    const crossing = crossings[index]
    if (!crossing) continue
    let track = ends.length
    while (track > 0 && !(ends[track - 1] ?? []).some((other) => overlaps(crossing, other))) track -= 1
    tracks[index] = track
    ;(ends[track] ??= []).push(crossing)
  }
  return { tracks, count: ends.length }
}

/**
 * These crossings from the first track to the last, with few lines crossed; as they are given where nothing
 * else decides. `further` says what else it costs that one comes before another.
 */
export function orderTracks(
  crossings: readonly Crossing[],
  indexes: readonly number[],
  further?: (first: number, second: number) => number,
): readonly number[] {
  return indexes.length > crowd ? indexes : byPairs(crossings, indexes, further)
}

interface Span {
  readonly left: number
  readonly right: number
}

function overlaps(a: Span, b: Span): boolean {
  return a.left < b.right + gaps.betweenLinks && b.left < a.right + gaps.betweenLinks
}

/** Those that reach furthest come first, so that the fan of one block never crosses itself. */
function byReach(crossings: readonly Crossing[], indexes: readonly number[]): number[] {
  const key = (index: number): readonly [number, number] => {
    const { upper, lower } = crossings[index] ?? { upper: [], lower: [] }
    const from = (upper[0] ?? 0) + 0
    const to = lower[0] ?? 0
    return to >= from ? [0, -to] : [1, to]
  }
  return [...indexes].sort((a, b) => {
    const [keyA, keyB] = [key(a), key(b)]
    return keyA[0] - keyB[0] || keyA[1] - keyB[1] || a - b
  })
}

/**
 * Orders by what each pair costs one way or the other: take again and again what is best above all that
 * is left (Eades, Lin and Smyth 1993, with weights).
 */
function byPairs(
  crossings: readonly Crossing[],
  indexes: readonly number[],
  further: (first: number, second: number) => number = () => 0,
): number[] {
  const count = indexes.length
  const gain = new Float64Array(count)
  const prefers = new Float64Array(count * count)
  for (let a = 0; a < count; a += 1) {
    for (let b = a + 1; b < count; b += 1) {
      const [first, second] = [crossings[indexes[a] ?? 0], crossings[indexes[b] ?? 0]]
      if (!first || !second || !overlaps(first, second)) continue
      const [i, j] = [indexes[a] ?? 0, indexes[b] ?? 0]
      const difference = cost(second, first) - cost(first, second) + further(j, i) - further(i, j)
      prefers[a * count + b] = difference
      prefers[b * count + a] = -difference
      gain[a] = (gain[a] ?? 0) + difference
      gain[b] = (gain[b] ?? 0) - difference
    }
  }
  const left = new Set(indexes.keys())
  const order: number[] = []
  while (left.size > 0) {
    let best = -1
    for (const candidate of left)
      if (best === -1 || (gain[candidate] ?? 0) > (gain[best] ?? 0)) best = candidate
    left.delete(best)
    order.push(indexes[best] ?? 0)
    for (const other of left) gain[other] = (gain[other] ?? 0) - (prefers[other * count + best] ?? 0)
  }
  return order
}

/** How bad it is that `top` runs above `bottom`: lines crossed, and much worse, lines run along. */
function cost(top: Crossing, bottom: Crossing): number {
  let sum = 0
  for (const x of bottom.upper) sum += within(x, top)
  for (const x of top.lower) sum += within(x, bottom)
  for (const x of top.lower)
    for (const y of bottom.upper) if (Math.abs(x - y) < gaps.betweenLinks / 2) sum += 50
  return sum
}

function within(x: number, { left, right }: Span): number {
  return x > left && x < right ? 1 : 0
}
