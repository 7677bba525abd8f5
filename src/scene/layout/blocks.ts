/**
 * Blocks: what is placed as one piece in a row. A block holds one vertex and the room beside it for what
 * leads in and out at its side: the loop of a statement that refers to itself, and the arrows that point
 * at a junction, which must not be taken for its premises.
 */
import type { Network } from './network.ts'
import type { Ranks } from './ranks.ts'
import { gaps } from './gaps.ts'

/** A point, px. */
export type Point = readonly [x: number, y: number]

/** How a link goes on inside a block: it crosses the block's upper or lower border at `x`. */
export interface Entry {
  /** From the block's left border, px. */
  readonly x: number
  /** From just inside the border to the box, relative to the block's top left corner. */
  readonly way: readonly Point[]
}

export interface Block {
  /** The vertex, and where in the block it stands. */
  readonly vertex: number
  readonly inset: number
  readonly row: number
  readonly width: number
  readonly height: number
  /** Place in the order of all vertices. */
  readonly place: number
  /** Links that do not simply end at the upper or lower border of the box. */
  readonly entries: ReadonlyMap<number, Entry>
}

/** One block per vertex, by the same index. */
export function formBlocks(network: Network, ranks: Ranks, place: Int32Array): Block[] {
  const loops = new Set(network.links.flatMap((link) => (link.source === link.target ? [link.source] : [])))
  return network.vertices.map((vertex, index) => {
    const base = {
      vertex: index,
      row: ranks.rowOf[index] ?? 0,
      height: vertex.height,
      place: place[index] ?? 0,
    }
    if (vertex.isJunction) return { ...base, ...sideEntries(network, ranks, place, index) }
    const inset = loops.has(index) ? gaps.loop : 0
    return { ...base, inset, width: vertex.width + 2 * inset, entries: new Map() }
  })
}

/** What points at a junction enters it from the side: left what stands left of its premises. */
function sideEntries(
  { vertices, links, into }: Network,
  { upper }: Ranks,
  place: Int32Array,
  junction: number,
): Pick<Block, 'inset' | 'width' | 'entries'> {
  const size = vertices[junction] ?? { width: 0, height: 0 }
  const premises = (into[junction] ?? []).filter((link) => links[link]?.part === 'premise')
  const firstPremise = Math.min(...premises.map((link) => place[links[link]?.source ?? 0] ?? 0))
  const arrows = (into[junction] ?? []).filter((link) => links[link]?.part !== 'premise')
  const sides: { readonly left: number[]; readonly right: number[] } = { left: [], right: [] }
  for (const link of arrows) {
    const isLeft = (place[links[link]?.source ?? 0] ?? 0) < firstPremise
    sides[isLeft ? 'left' : 'right'].push(link)
  }
  const count = Math.max(sides.left.length, sides.right.length)
  const inset = count === 0 ? 0 : gaps.besideJunction + (count - 1) * gaps.betweenLinks
  const width = size.width + 2 * inset
  const entries = new Map<number, Entry>()
  for (const [side, list] of [
    ['left', sides.left],
    ['right', sides.right],
  ] as const) {
    for (const [index, link] of list.entries()) {
      const out = gaps.besideJunction + index * gaps.betweenLinks
      const x = side === 'left' ? inset - out : width - inset + out
      // Several arrows meet the side one below the other; the outer ones come in higher or lower.
      const step = index % 2 === 0 ? -index / 2 : (index + 1) / 2
      const y = size.height / 2 + Math.max(-1, Math.min(1, step)) * (size.height / 2 - 3)
      const end = side === 'left' ? inset : width - inset
      const border = upper[link] === junction ? size.height : 0
      entries.set(link, {
        x,
        way: [
          [x, border],
          [x, y],
          [end, y],
        ],
      })
    }
  }
  return { inset, width, entries }
}
