/**
 * Where among the blocks of a row passing links bend. Blocks stay in their order; for the bends several
 * beginnings are tried and improved one bend at a time (sifting: Matuszewski, Schönfeld and Molitor 1999),
 * and what crosses least is taken.
 */
import type { Rows } from './rows.ts'

/** Slots in one row beyond which improving would take too long. */
const crowd = 1500

/** Rows with blocks in the order of `placeOf` and bends where lines cross least. */
export function orderBends(unordered: Rows, placeOf: (block: number) => number): number[][] {
  const { slots, rows, chains } = unordered
  const hasBends = slots.some((slot) => slot.block === -1)
  const begin = (share: (fraction: number) => number): number[][] => {
    const keys = Float64Array.from(slots, (_, index) => placeOf(index))
    for (const chain of chains) {
      const [top, bottom] = [placeOf(chain[0] ?? 0), placeOf(chain.at(-1) ?? 0)]
      for (let at = 1; at < chain.length - 1; at += 1) {
        const fraction = share(at / (chain.length - 1))
        // Off the whole numbers, so that a bend is clearly on one side of a block.
        keys[chain[at] ?? 0] = top + (bottom - top) * fraction + (bottom > top ? -0.5 : 0.5)
      }
    }
    return rows.map((row) => [...row].sort((a, b) => (keys[a] ?? 0) - (keys[b] ?? 0) || a - b))
  }
  if (!hasBends) return begin(() => 1)
  let best: number[][] = []
  let fewest = Infinity
  for (const share of [() => 1, () => 0, (fraction: number) => fraction]) {
    const candidate = sift({ slots, rows: begin(share), chains })
    const crossings = countCrossings({ slots, rows: candidate, chains })
    if (crossings < fewest) {
      fewest = crossings
      best = candidate
    }
  }
  return best
}

/** How many pairs of links cross between neighbouring rows. */
export function countCrossings({ rows, slots, chains }: Rows): number {
  const position = positionsIn(rows, slots.length)
  const below = neighbours({ rows, slots, chains }).below
  let crossings = 0
  for (const [index, row] of rows.entries()) {
    const ends = row.flatMap((slot) =>
      [...(below[slot] ?? [])].map((to) => position[to] ?? 0).sort((a, b) => a - b),
    )
    crossings += countInversions(ends, rows[index + 1]?.length ?? 0)
  }
  return crossings
}

/** Pairs in the wrong order, by a Fenwick tree: O(n log size). */
function countInversions(values: readonly number[], size: number): number {
  const tree = new Int32Array(size + 1)
  let inversions = 0
  for (let seen = 0; seen < values.length; seen += 1) {
    const value = values[seen] ?? 0
    let notGreater = 0
    for (let at = value + 1; at > 0; at -= at & -at) notGreater += tree[at] ?? 0
    inversions += seen - notGreater
    for (let at = value + 1; at <= size; at += at & -at) tree[at] = (tree[at] ?? 0) + 1
  }
  return inversions
}

const rounds = 4

/** Moves one bend after another to where its links cross fewest others, until nothing gets better. */
function sift({ slots, rows, chains }: Rows): number[][] {
  const { above, below } = neighbours({ slots, rows, chains })
  const ordered = rows.map((row) => [...row])
  const position = positionsIn(ordered, slots.length)
  for (let round = 0; round < rounds; round += 1) {
    let isBetter = false
    for (let step = 0; step < ordered.length; step += 1) {
      const row = ordered[round % 2 === 0 ? ordered.length - 1 - step : step] ?? []
      if (row.length > crowd) continue
      for (const bend of row.filter((slot) => slots[slot]?.block === -1)) {
        const from = row.indexOf(bend)
        const to = bestPlace(row, bend, from)
        if (to === from) continue
        row.splice(from, 1)
        row.splice(to, 0, bend)
        for (const [index, slot] of row.entries()) position[slot] = index
        isBetter = true
      }
    }
    if (!isBetter) break
  }
  return ordered

  function bestPlace(row: readonly number[], bend: number, from: number): number {
    const up = position[above[bend]?.[0] ?? 0] ?? 0
    const down = position[below[bend]?.[0] ?? 0] ?? 0
    let best = from
    let least = 0
    // Walking away from where it stands, each slot passed adds what it costs to have passed it.
    for (const direction of [-1, 1]) {
      let sum = 0
      for (let at = from + direction; at >= 0 && at < row.length; at += direction) {
        const other = row[at] ?? 0
        sum += direction * (crossed(above, other, up) + crossed(below, other, down))
        if (sum < least) {
          least = sum
          best = at
        }
      }
    }
    return best
  }

  /** Crossings with a slot's links when the bend stands right of it, less those when it stands left. */
  function crossed(side: readonly (readonly number[])[], other: number, at: number): number {
    let sum = 0
    for (const neighbour of side[other] ?? []) {
      const place = position[neighbour] ?? 0
      if (place > at) sum += 1
      else if (place < at) sum -= 1
    }
    return sum
  }
}

function positionsIn(rows: readonly (readonly number[])[], count: number): Int32Array {
  const position = new Int32Array(count)
  for (const row of rows) for (const [index, slot] of row.entries()) position[slot] = index
  return position
}

function neighbours({ slots, chains }: Rows): { above: number[][]; below: number[][] } {
  const above: number[][] = slots.map(() => [])
  const below: number[][] = slots.map(() => [])
  for (const chain of chains) {
    for (let at = 1; at < chain.length; at += 1) {
      const [upper, lower] = [chain[at - 1] ?? 0, chain[at] ?? 0]
      below[upper]?.push(lower)
      above[lower]?.push(upper)
    }
  }
  return { above, below }
}
