/**
 * Rows of slots: every block stands in a slot of its row, and a link that passes a row has a slot of no
 * width there, so that it gets a way of its own between the blocks. The order in a row is the one order
 * of all vertices, so siblings never change places.
 */
import type { Block } from './blocks.ts'

export interface Slot {
  /** Index of the block in it; -1 where a link passes. */
  readonly block: number
  /** Index of the link that passes; -1 for a block. */
  readonly link: number
  readonly row: number
  readonly width: number
}

export interface Rows {
  readonly slots: readonly Slot[]
  /** Per row: slots from left to right. */
  readonly rows: readonly (readonly number[])[]
  /** All slots in the order of all vertices: in every row, and between siblings, from left to right. */
  readonly sequence: readonly number[]
  /** Per link: its slots from the upper end to the lower one, the blocks at both ends included. */
  readonly chains: readonly (readonly number[])[]
}

/** A link between blocks, its ends as they stand one above the other. */
export interface Strand {
  readonly upper: number
  readonly lower: number
}

/** Sorts blocks into rows and leads strands through the rows between their ends. Block i is in slot i. */
export function fillRows(blocks: readonly Block[], strands: readonly Strand[], rowCount: number): Rows {
  const slots: Slot[] = blocks.map(({ row, width }, block) => ({ block, link: -1, row, width }))
  // A passing link stands just left of where it ends, so it crosses nothing on its way down.
  const keys: (readonly [place: number, second: number])[] = blocks.map(({ place }) => [place, 1])
  const chains = strands.map(({ upper, lower }, link) => {
    const [from, to] = [blocks[upper]?.row ?? 0, blocks[lower]?.row ?? 0]
    const chain = [upper]
    for (let row = from + 1; row < to; row += 1) {
      chain.push(slots.length)
      slots.push({ block: -1, link, row, width: 0 })
      keys.push([blocks[lower]?.place ?? 0, -1 / (2 + (blocks[upper]?.place ?? 0))])
    }
    if (upper !== lower) chain.push(lower)
    return chain
  })
  const sequence = [...slots.keys()].sort((a, b) => {
    const [keyA, keyB] = [keys[a] ?? [0, 0], keys[b] ?? [0, 0]]
    return keyA[0] - keyB[0] || keyA[1] - keyB[1] || a - b
  })
  const rows: number[][] = Array.from({ length: rowCount }, () => [])
  for (const slot of sequence) rows[slots[slot]?.row ?? 0]?.push(slot)
  return { slots, rows, sequence, chains }
}
