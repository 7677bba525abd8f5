/**
 * Links that pass several rows are made as straight as the boxes beside them allow: fewer corners to
 * follow, fewer tracks between rows. Boxes stay where they are.
 */
import { gaps } from './gaps.ts'
import type { Rows } from './rows.ts'
import { spacing } from './settle.ts'

const rounds = 3

/** Moves bends within the room between their neighbours. Changes `centres`. */
export function straighten(rows: Rows, centres: Float64Array): void {
  const { leftOf, rightOf } = besides(rows)
  const long = [...rows.chains].filter((chain) => chain.length > 2).sort((a, b) => b.length - a.length)
  for (let round = 0; round < rounds; round += 1) {
    for (const chain of long) {
      for (const { bends, x } of straightRuns(chain)) for (const bend of bends) centres[bend] = x
    }
  }

  /** Runs from the lower end upwards, each as long as its bends can share one place. */
  function straightRuns(chain: readonly number[]): { bends: number[]; x: number }[] {
    const upper = chain[0] ?? 0
    const runs: { bends: number[]; x: number }[] = []
    let target = centres[chain.at(-1) ?? 0] ?? 0
    let bends: number[] = []
    let [low, high] = [-Infinity, Infinity]
    for (let at = chain.length - 2; at > 0; at -= 1) {
      const bend = chain[at] ?? 0
      const room = roomOf(bend)
      if (bends.length > 0 && Math.max(low, room.low) > Math.min(high, room.high)) {
        target = clamp(target, low, high)
        runs.push({ bends, x: target })
        bends = []
        ;[low, high] = [-Infinity, Infinity]
      }
      bends.push(bend)
      low = Math.max(low, room.low)
      high = Math.min(high, room.high)
    }
    // The last run may end straight under the box above.
    const reach = Math.max(0, (rows.slots[upper]?.width ?? 0) / 2 - gaps.cornerToPort)
    const above = centres[upper] ?? 0
    const isFree = target < low || target > high
    runs.push({ bends, x: clamp(isFree ? clamp(target, above - reach, above + reach) : target, low, high) })
    return runs
  }

  function roomOf(bend: number): { low: number; high: number } {
    const [left, right] = [leftOf[bend] ?? -1, rightOf[bend] ?? -1]
    return {
      low: left === -1 ? -Infinity : (centres[left] ?? 0) + spacing(rows, left, bend),
      high: right === -1 ? Infinity : (centres[right] ?? 0) - spacing(rows, bend, right),
    }
  }
}

function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(high, value))
}

function besides({ rows, slots }: Rows): { leftOf: Int32Array; rightOf: Int32Array } {
  const leftOf = new Int32Array(slots.length).fill(-1)
  const rightOf = new Int32Array(slots.length).fill(-1)
  for (const row of rows) {
    for (let at = 1; at < row.length; at += 1) {
      leftOf[row[at] ?? 0] = row[at - 1] ?? -1
      rightOf[row[at - 1] ?? 0] = row[at] ?? -1
    }
  }
  return { leftOf, rightOf }
}
