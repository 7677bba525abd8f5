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
  const bent: number[] = []
  for (const [index, { left, right }] of crossings.entries()) if (right - left > 0.5) bent.push(index)
  if (bent.length === 0) return { tracks, count: 0 }
  const ordered = orderTracks(crossings, byReach(crossings, bent))
  // Left edge method: each goes on the first track below all it overlaps that were placed before.
  const ends: Span[][] = []
  for (const index of ordered) {
    const crossing = crossings[index] as Crossing
    let track = ends.length
    while (track > 0 && !isTaken(ends[track - 1] ?? [], crossing)) track -= 1
    tracks[index] = track
    ;(ends[track] ??= []).push(crossing)
  }
  return { tracks, count: ends.length }
}

function isTaken(track: readonly Span[], crossing: Span): boolean {
  for (const other of track) if (overlaps(crossing, other)) return true
  return false
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
function byReach(crossings: readonly Crossing[], indexes: number[]): number[] {
  return indexes.sort((a, b) => {
    const { upper: upperA, lower: lowerA } = crossings[a] as Crossing
    const { upper: upperB, lower: lowerB } = crossings[b] as Crossing
    const [toA, toB] = [lowerA[0] ?? 0, lowerB[0] ?? 0]
    const [isRightA, isRightB] = [toA >= (upperA[0] ?? 0), toB >= (upperB[0] ?? 0)]
    if (isRightA !== isRightB) return isRightA ? -1 : 1
    return (isRightA ? toB - toA : toA - toB) || a - b
  })
}

/** Room to compare pairs in, kept from one call to the next: there are many, and most are small. */
let comparisons = new Int32Array(1024)

function byPairs(
  crossings: readonly Crossing[],
  indexes: readonly number[],
  further?: (first: number, second: number) => number,
): number[] {
  const order = orderByPairs(indexes.length, (a, b) => {
    const [i, j] = [indexes[a] as number, indexes[b] as number]
    const [first, second] = [crossings[i] as Crossing, crossings[j] as Crossing]
    if (!overlaps(first, second)) return 0
    const difference = cost(second, first) - cost(first, second)
    return further ? difference + further(j, i) - further(i, j) : difference
  })
  return order.map((index) => indexes[index] as number)
}

/**
 * The numbers below `count` ordered by how much better it is for each pair that the first comes first: take
 * again and again what is best above all that is left (Eades, Lin and Smyth 1993, with weights); then let
 * each go where it is best between the others.
 */
function orderByPairs(count: number, better: (first: number, second: number) => number): number[] {
  if (count < 2) return Array.from({ length: count }, (_, index) => index)
  if (comparisons.length < count * count) comparisons = new Int32Array(2 * count * count)
  const prefers = comparisons
  const gain: number[] = Array.from({ length: count }, () => 0)
  let isDecided = false
  for (let a = 0; a < count; a += 1) {
    for (let b = a + 1; b < count; b += 1) {
      const difference = better(a, b)
      prefers[a * count + b] = difference
      prefers[b * count + a] = -difference
      if (difference === 0) continue
      isDecided = true
      gain[a] = (gain[a] as number) + difference
      gain[b] = (gain[b] as number) - difference
    }
  }
  const left = Array.from({ length: count }, (_, index) => index)
  if (!isDecided) return left
  const order: number[] = []
  while (left.length > 0) {
    let at = 0
    for (let other = 1; other < left.length; other += 1) {
      if ((gain[left[other] as number] as number) > (gain[left[at] as number] as number)) at = other
    }
    const best = left[at] as number
    left.splice(at, 1)
    order.push(best)
    for (const other of left)
      gain[other] = (gain[other] as number) - (prefers[other * count + best] as number)
  }
  if (count > 2) sift(order, prefers)
  return order
}

/** Moves each to where it is best between the others as they stand. */
function sift(order: number[], prefers: Int32Array): void {
  const count = order.length
  for (let round = 0; round < 3; round += 1) {
    let hasChanged = false
    for (let item = 0; item < count; item += 1) {
      const at = order.indexOf(item)
      let [best, place] = [0, at]
      for (const step of [-1, 1] as const) {
        let sum = 0
        for (let to = at + step; to >= 0 && to < count; to += step) {
          sum += step * (prefers[(order[to] as number) * count + item] as number)
          if (sum <= best) continue
          best = sum
          place = to
        }
      }
      if (place === at) continue
      order.splice(at, 1)
      order.splice(place, 0, item)
      hasChanged = true
    }
    if (!hasChanged) return
  }
}

/** How often `top` and `bottom` cross if they run in this order. */
export function crossedBelow({ lower, left, right }: Crossing, bottom: Crossing): number {
  let sum = 0
  for (const x of bottom.upper) if (x > left && x < right) sum += 1
  for (const x of lower) if (x > bottom.left && x < bottom.right) sum += 1
  return sum
}

/** How bad it is that `top` runs above `bottom`: lines crossed, and much worse, lines run along. */
function cost(top: Crossing, bottom: Crossing): number {
  const [{ lower, left, right }, { upper, left: lowest, right: highest }] = [top, bottom]
  let sum = 0
  for (let at = 0; at < upper.length; at += 1) {
    const x = upper[at] as number
    if (x > left && x < right) sum += 1
    for (let other = 0; other < lower.length; other += 1) {
      if (Math.abs((lower[other] as number) - x) < gaps.betweenLinks / 2) sum += 50
    }
  }
  for (let at = 0; at < lower.length; at += 1) {
    const x = lower[at] as number
    if (x > lowest && x < highest) sum += 1
  }
  return sum
}
