/**
 * Rows of slots: every block stands in a slot of its row, and a link that passes a row has a bend there, a
 * slot of no width, so that it gets a way of its own between the blocks. Blocks keep the one order of all
 * vertices, so siblings never change places; bends go where lines cross least.
 */
import type { Block } from './blocks.ts'
import { orderBends } from './bends.ts'

export interface Slot {
  /** Index of the block in it; -1 for a bend. */
  readonly block: number
  /** Index of the link that bends here; -1 for a block. */
  readonly link: number
  readonly row: number
  readonly width: number
}

export interface Rows {
  readonly slots: readonly Slot[]
  /** Per row: slots from left to right. */
  readonly rows: readonly (readonly number[])[]
  /** Per link: its slots from the upper end to the lower one, the blocks at both ends included. */
  readonly chains: readonly (readonly number[])[]
}

/** A link between blocks, its ends as they stand one above the other; both the same for a loop. */
export interface Strand {
  readonly upper: number
  readonly lower: number
}

/** Sorts blocks into rows and leads strands through the rows between their ends. Block i is in slot i. */
export function fillRows(blocks: readonly Block[], strands: readonly Strand[], rowCount: number): Rows {
  const slots: Slot[] = blocks.map(({ row, width }, block) => ({ block, link: -1, row, width }))
  const chains = strands.map(({ upper, lower }, link) => {
    const [from, to] = [blocks[upper]?.row ?? 0, blocks[lower]?.row ?? 0]
    const chain = [upper]
    for (let row = from + 1; row < to; row += 1) {
      chain.push(slots.length)
      slots.push({ block: -1, link, row, width: 0 })
    }
    if (upper !== lower) chain.push(lower)
    return chain
  })
  const rows: number[][] = Array.from({ length: rowCount }, () => [])
  for (const [index, slot] of slots.entries()) rows[slot.row]?.push(index)
  const placeOf = (slot: number) => blocks[slot]?.place ?? 0
  return { slots, rows: orderBends({ slots, rows, chains }, placeOf), chains }
}
