/** One connected part of a map, laid out in rows. Each step is a file of its own. */
import { formBlocks } from './blocks.ts'
import { drawRows } from './draw-rows.ts'
import type { Drawing } from './drawing.ts'
import type { Network } from './network.ts'
import { placeByDagre } from './place-by-dagre.ts'
import { choosePorts } from './ports.ts'
import { rankVertices } from './ranks.ts'
import { fillRows, type Rows } from './rows.ts'
import { rowDistances, separate, settle, type Distance } from './settle.ts'
import { orderSiblings, type SiblingOrder } from './sibling-order.ts'

/** Lays out a connected network. */
export function layOutPart(network: Network): Drawing {
  const order = orderSiblings(network)
  const ranks = rankVertices(network)
  const blocks = formBlocks(network, ranks, order.place)
  const strands = network.links.map((_, link) => ({
    upper: ranks.upper[link] ?? 0,
    lower: ranks.lower[link] ?? 0,
  }))
  const rows = fillRows(blocks, strands, ranks.rowCount)
  const centres = placeByDagre(rows) ?? new Float64Array(rows.slots.length)
  settle(rows, centres)
  const distances = [...rowDistances(rows), ...siblingDistances(rows, order)]
  separate(rows.sequence, distances, centres)
  toWholeLefts(rows, centres)
  const ports = choosePorts(rows, blocks, centres)
  return drawRows({ network, ranks, blocks, rows, centres, ports })
}

/** Siblings in different rows keep their order too: by left border and by centre. */
function siblingDistances({ slots }: Rows, { pairs }: SiblingOrder): Distance[] {
  return pairs.flatMap(([first, second]) => {
    const [left, right] = [slots[first], slots[second]]
    if (!left || !right || left.row === right.row) return []
    return [{ first, second, distance: Math.max(0, (right.width - left.width) / 2) + 2 }]
  })
}

/** Moves centres by less than 1 px so that every box begins on a whole px. */
function toWholeLefts({ slots }: Rows, centres: Float64Array): void {
  for (const [index, { width }] of slots.entries()) {
    centres[index] = Math.round((centres[index] ?? 0) - width / 2) + width / 2
  }
}
