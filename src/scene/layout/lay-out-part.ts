/** One connected part of a map, laid out in rows. Each step is a file of its own. */
import { formBlocks } from './blocks.ts'
import { compact } from './compact.ts'
import type { Drawing } from './drawing.ts'
import type { Network } from './network.ts'
import { placeByDagre } from './place-by-dagre.ts'
import { choosePorts } from './ports.ts'
import { rankVertices } from './ranks.ts'
import { fillRows, type Rows } from './rows.ts'
import { rowDistances, separate, settle, type Distance } from './settle.ts'
import { orderSiblings, type SiblingOrder } from './sibling-order.ts'
import { drawSketch } from './sketch.ts'
import { sketchRows } from './sketch-rows.ts'
import { straighten } from './straighten.ts'

/** Lays out a connected network. */
export function layOutPart(network: Network): Drawing {
  const order = orderSiblings(network)
  const ranks = rankVertices(network)
  const { list: blocks, of: blockOf } = formBlocks(network, ranks, order.place)
  const strands = network.links.map((_, link) => ({
    upper: blockOf[ranks.upper[link] ?? 0] ?? 0,
    lower: blockOf[ranks.lower[link] ?? 0] ?? 0,
  }))
  const rows = fillRows(blocks, strands, ranks.rowCount)
  const centres = placeByDagre(rows)
  settle(rows, centres)
  separate([...rowDistances(rows), ...siblingDistances(rows, order, blockOf)], centres)
  straighten(rows, centres)
  toWholeLefts(rows, centres)
  const ports = choosePorts(rows, blocks, centres)
  const sketch = sketchRows({ network, ranks, blocks, rows, centres, ports })
  return drawSketch(sketch, compact(sketch))
}

/** Siblings in different rows keep their order too: by left border and by centre. */
function siblingDistances({ slots }: Rows, { pairs }: SiblingOrder, blockOf: Int32Array): Distance[] {
  return pairs.flatMap(([one, other]) => {
    const [first, second] = [blockOf[one] ?? 0, blockOf[other] ?? 0]
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
