/** One connected part of a map, laid out in rows. Each step is a file of its own. */
import { formBlocks, type Blocks } from './blocks.ts'
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
  const blocks = formBlocks(network, ranks, order.place)
  const strands = network.links.map((_, link) => ({
    upper: blocks.of[ranks.upper[link] ?? 0] ?? 0,
    lower: blocks.of[ranks.lower[link] ?? 0] ?? 0,
  }))
  const rows = fillRows(blocks.list, strands, ranks.rowCount)
  const centres = placeByDagre(rows)
  settle(rows, centres)
  const held = siblingDistances(network, blocks, order)
  separate([...rowDistances(rows), ...held], centres)
  settle(rows, centres, held)
  straighten(rows, centres)
  toWholeLefts(rows, centres)
  const ports = choosePorts(rows, blocks.list, centres)
  const sketch = sketchRows({ network, ranks, blocks: blocks.list, rows, centres, ports })
  return drawSketch(sketch, compact(sketch))
}

/** Siblings in different rows keep their order too: by left border and by centre of their boxes. */
function siblingDistances(network: Network, { list, of }: Blocks, { pairs }: SiblingOrder): Distance[] {
  return pairs.flatMap(([one, other]) => {
    const [first, second] = [of[one] ?? 0, of[other] ?? 0]
    if (first === second || list[first]?.row === list[second]?.row) return []
    const [left, right] = [fromCentre(one), fromCentre(other)]
    return [{ first, second, distance: Math.max(left.start - right.start, left.middle - right.middle) + 2 }]
  })

  /** Where a vertex's box begins and has its middle, as seen from the centre of its block. */
  function fromCentre(vertex: number): { start: number; middle: number } {
    const block = list[of[vertex] ?? 0]
    const item = block?.items.find((candidate) => candidate.vertex === vertex)
    const start = (item?.x ?? 0) - (block?.width ?? 0) / 2
    return { start, middle: start + (network.vertices[vertex]?.width ?? 0) / 2 }
  }
}

/** Moves centres by less than 1 px so that every box begins on a whole px. */
function toWholeLefts({ slots }: Rows, centres: Float64Array): void {
  for (const [index, { width }] of slots.entries()) {
    centres[index] = Math.round((centres[index] ?? 0) - width / 2) + width / 2
  }
}
