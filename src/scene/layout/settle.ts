/**
 * Places across, made good: parents over the middle of their children and children under their parents
 * as far as order and distances allow, then held to every distance that must be kept. Row by row the
 * best places are found exactly (isotonic regression: Barlow et al. 1972).
 */
import { gaps } from './gaps.ts'
import type { Rows } from './rows.ts'

/** `second` stands at least `distance` px to the right of `first`, measured between centres. */
export interface Distance {
  readonly first: number
  readonly second: number
  readonly distance: number
}

/** How often rows are gone through, down and up. */
const rounds = 5

/**
 * Better centres for all slots, keeping the order in rows and, where given, other distances that hold
 * already. Changes `centres`.
 */
export function settle(rows: Rows, centres: Float64Array, held: readonly Distance[] = []): void {
  const above = neighboursOf(rows, -1)
  const below = neighboursOf(rows, 1)
  const bounds = boundsBy(held, centres)
  const move = (row: number, sides: readonly Pull[][][]) => moveRow(rows, row, { centres, sides, bounds })
  const last = rows.rows.length - 1
  for (let round = 0; round < rounds; round += 1) {
    for (let row = 1; row <= last; row += 1) move(row, [above])
    for (let row = last - 1; row >= 0; row -= 1) move(row, [below])
  }
  for (let row = 1; row <= last; row += 1) move(row, [above, below])
  for (let row = last - 1; row >= 0; row -= 1) move(row, [below])
}

/** Least distance between the centres of two neighbours in a row. */
export function spacing(rows: Rows, left: number, right: number): number {
  const [a, b] = [rows.slots[left], rows.slots[right]]
  if (!a || !b) return 0
  const gap =
    a.block === -1 && b.block === -1
      ? gaps.betweenLinks
      : a.block === -1 || b.block === -1
        ? gaps.besideLink
        : gaps.betweenBlocks
  return (a.width + b.width) / 2 + gap
}

/** All distances within rows. */
export function rowDistances(rows: Rows): Distance[] {
  return rows.rows.flatMap((row) =>
    row.slice(1).map((second, index) => {
      const first = row[index] ?? second
      return { first, second, distance: spacing(rows, first, second) }
    }),
  )
}

/**
 * The places nearest to `centres` that keep all distances: the mean of pushing everything right and
 * pushing everything left, which keeps them too. Distances must not run in a circle. Changes `centres`.
 */
export function separate(distances: readonly Distance[], centres: Float64Array): void {
  const outgoing: Distance[][] = Array.from(centres, () => [])
  const waitsFor = new Int32Array(centres.length)
  for (const distance of distances) {
    outgoing[distance.first]?.push(distance)
    waitsFor[distance.second] = (waitsFor[distance.second] ?? 0) + 1
  }
  const pushedRight = centres.slice()
  const sequence: number[] = []
  for (const slot of centres.keys()) if (waitsFor[slot] === 0) sequence.push(slot)
  for (const slot of sequence) {
    for (const { second, distance } of outgoing[slot] ?? []) {
      pushedRight[second] = Math.max(pushedRight[second] ?? 0, (pushedRight[slot] ?? 0) + distance)
      waitsFor[second] = (waitsFor[second] ?? 0) - 1
      if (waitsFor[second] === 0) sequence.push(second)
    }
  }
  if (sequence.length !== centres.length) throw new Error('distances run in a circle')
  const pushedLeft = centres.slice()
  for (const slot of sequence.reverse()) {
    for (const { second, distance } of outgoing[slot] ?? []) {
      pushedLeft[slot] = Math.min(pushedLeft[slot] ?? 0, (pushedLeft[second] ?? 0) - distance)
    }
  }
  for (const slot of centres.keys()) centres[slot] = ((pushedRight[slot] ?? 0) + (pushedLeft[slot] ?? 0)) / 2
}

interface Pull {
  readonly slot: number
  readonly weight: number
}

/** Per slot: the slots its links lead to in the row above (-1) or below (1). */
function neighboursOf(rows: Rows, step: 1 | -1): Pull[][] {
  const neighbours: Pull[][] = rows.slots.map(() => [])
  for (const chain of rows.chains) {
    for (let index = 1; index < chain.length; index += 1) {
      const [upper, lower] = [chain[index - 1] ?? 0, chain[index] ?? 0]
      const bends = Number(rows.slots[upper]?.block === -1) + Number(rows.slots[lower]?.block === -1)
      const weight = bends === 2 ? 8 : bends === 1 ? 2 : 1
      if (step === 1) neighbours[upper]?.push({ slot: lower, weight })
      else neighbours[lower]?.push({ slot: upper, weight })
    }
  }
  return neighbours
}

interface Bounds {
  readonly low: (slot: number) => number
  readonly high: (slot: number) => number
}

/** How far each slot may go as the others stand now. */
function boundsBy(held: readonly Distance[], centres: Float64Array): Bounds {
  const before: Distance[][] = Array.from(centres, () => [])
  const after: Distance[][] = Array.from(centres, () => [])
  for (const distance of held) {
    before[distance.second]?.push(distance)
    after[distance.first]?.push(distance)
  }
  return {
    low: (slot) =>
      (before[slot] ?? []).reduce(
        (low, { first, distance }) => Math.max(low, (centres[first] ?? 0) + distance),
        -Infinity,
      ),
    high: (slot) =>
      (after[slot] ?? []).reduce(
        (high, { second, distance }) => Math.min(high, (centres[second] ?? 0) - distance),
        Infinity,
      ),
  }
}

/** Moves the slots of one row as near as possible to the middle of their neighbours. */
function moveRow(
  rows: Rows,
  row: number,
  {
    centres,
    sides,
    bounds,
  }: { readonly centres: Float64Array; readonly sides: readonly Pull[][][]; readonly bounds: Bounds },
): void {
  const slots = rows.rows[row] ?? []
  const wanted: number[] = []
  const weights: number[] = []
  const offsets: number[] = []
  const lows: number[] = []
  const highs: number[] = []
  let offset = 0
  for (const [index, slot] of slots.entries()) {
    if (index > 0) offset += spacing(rows, slots[index - 1] ?? slot, slot)
    let weight = 0
    let sum = 0
    for (const side of sides) {
      for (const pull of side[slot] ?? []) {
        weight += pull.weight
        sum += pull.weight * (centres[pull.slot] ?? 0)
      }
    }
    // What nothing pulls stays about where it is.
    if (weight === 0) {
      weight = 0.05
      sum = weight * (centres[slot] ?? 0)
    }
    offsets.push(offset)
    weights.push(weight)
    wanted.push(sum / weight - offset)
    lows.push(bounds.low(slot) - offset)
    highs.push(bounds.high(slot) - offset)
  }
  // Bounds hold for everything further on in the row too.
  for (let index = 1; index < slots.length; index += 1) {
    lows[index] = Math.max(lows[index] ?? 0, lows[index - 1] ?? 0)
  }
  for (let index = slots.length - 2; index >= 0; index -= 1) {
    highs[index] = Math.min(highs[index] ?? 0, highs[index + 1] ?? 0)
  }
  const best = nondecreasing(wanted, weights)
  for (const [index, slot] of slots.entries()) {
    const x = Math.max(lows[index] ?? 0, Math.min(highs[index] ?? 0, best[index] ?? 0))
    centres[slot] = x + (offsets[index] ?? 0)
  }
}

/** The nondecreasing values with the least weighted squared distance to the wanted ones. */
export function nondecreasing(wanted: readonly number[], weights: readonly number[]): number[] {
  const pools: { mean: number; weight: number; count: number }[] = []
  for (const [index, value] of wanted.entries()) {
    let pool = { mean: value, weight: weights[index] ?? 1, count: 1 }
    for (let last = pools.at(-1); last && last.mean >= pool.mean; last = pools.at(-1)) {
      pools.pop()
      const weight = last.weight + pool.weight
      pool = {
        mean: (last.mean * last.weight + pool.mean * pool.weight) / weight,
        weight,
        count: last.count + pool.count,
      }
    }
    pools.push(pool)
  }
  return pools.flatMap(({ mean, count }) => Array.from({ length: count }, () => mean))
}
