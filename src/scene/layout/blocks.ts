/**
 * Blocks: what is placed as one piece in a row. Usually that is one vertex with the room beside it for what
 * leads in and out at its side: the loop of a statement that refers to itself, and the arrows that point at
 * a junction, which must not be taken for its premises. In wide maps, statements that have nothing below
 * them are stacked in columns under what they stand for (stacks.ts).
 */
import { gaps } from './gaps.ts'
import type { Network } from './network.ts'
import type { Ranks } from './ranks.ts'
import { findStacks, stackLeaves } from './stacks.ts'

/** A point, px. */
export type Point = readonly [x: number, y: number]

/** How a link goes on inside a block, from its border to the box. */
export interface Entry {
  /** Where it crosses the block's upper or lower border, from the block's left, px. */
  readonly x: number
  /** From the border to the box, relative to the block's top left corner. */
  readonly way: readonly Point[]
}

/** A vertex in a block, with its top left corner relative to the block's. */
export interface Item {
  readonly vertex: number
  readonly x: number
  readonly y: number
}

export interface Block {
  readonly items: readonly Item[]
  readonly row: number
  readonly width: number
  readonly height: number
  /** Room at the left and at the right of the box in which links that end simply must not end. */
  readonly inset: number
  /** Place in the order of all vertices. */
  readonly place: number
  /** Links that do not simply end at the upper or lower border of the box. */
  readonly entries: ReadonlyMap<number, Entry>
}

/** Blocks in the order of their first vertices, and the block of each vertex. */
export interface Blocks {
  readonly list: readonly Block[]
  readonly of: Int32Array
}

/** Sorts the vertices of a network into blocks. */
export function formBlocks(network: Network, ranks: Ranks, place: Int32Array): Blocks {
  const of = new Int32Array(network.vertices.length).fill(-1)
  const list: Block[] = []
  const stacks = new Map(
    findStacks(network, ranks).flatMap((stack) => stack.map(({ vertex }) => [vertex, stack] as const)),
  )
  const loops = new Map<number, number>()
  for (const { source, target } of network.links) {
    if (source === target) loops.set(source, (loops.get(source) ?? 0) + 1)
  }
  for (const index of network.vertices.keys()) {
    if (of[index] !== -1) continue
    const stack = stacks.get(index)
    const base = { row: ranks.rowOf[index] ?? 0, place: place[stack?.[0]?.vertex ?? index] ?? 0 }
    const block = stack ? stackLeaves(network, stack) : singleBlock(network, ranks, { place, loops, index })
    for (const { vertex } of block.items) of[vertex] = list.length
    list.push({ ...base, ...block })
  }
  return { list, of }
}

/** A block without its place in the map. */
export type Content = Omit<Block, 'row' | 'place'>

function singleBlock(
  network: Network,
  ranks: Ranks,
  at: { readonly place: Int32Array; readonly loops: ReadonlyMap<number, number>; readonly index: number },
): Content {
  const { index } = at
  const vertex = network.vertices[index] ?? { isJunction: false, width: 0, height: 0 }
  const { inset, entries } = vertex.isJunction
    ? sideEntries(network, ranks, at.place, index)
    : { inset: (at.loops.get(index) ?? 0) * gaps.loop, entries: new Map<number, Entry>() }
  const items = [{ vertex: index, x: inset, y: 0 }]
  return { items, inset, width: vertex.width + 2 * inset, height: vertex.height, entries }
}

/** What points at a junction enters it from the side: left what stands left of its premises. */
function sideEntries(
  { vertices, links, into }: Network,
  { upper }: Ranks,
  place: Int32Array,
  junction: number,
): Pick<Block, 'inset' | 'entries'> {
  const size = vertices[junction] ?? { width: 0, height: 0 }
  const sourcePlace = (link: number) => place[links[link]?.source ?? 0] ?? 0
  const incoming = into[junction] ?? []
  const firstPremise = Math.min(
    ...incoming.filter((link) => links[link]?.part === 'premise').map(sourcePlace),
  )
  const arrows = incoming.filter((link) => links[link]?.part !== 'premise')
  const left = arrows.filter((link) => sourcePlace(link) < firstPremise)
  const right = arrows.filter((link) => sourcePlace(link) >= firstPremise)
  const count = Math.max(left.length, right.length)
  const inset = count === 0 ? 0 : gaps.besideJunction + (count - 1) * gaps.betweenLinks
  const entries = new Map<number, Entry>()
  const enter = (link: number, index: number, side: { end: number; out: number }) => {
    const x = side.end + side.out * (gaps.besideJunction + index * gaps.betweenLinks)
    // The outer ones come in a little higher and lower, so that the arrowheads can be told apart.
    const shift = count === 1 ? 0 : ((index % 3) - 1) * (size.height / 2 - 3)
    const y = size.height / 2 + shift
    const border = upper[link] === junction ? size.height : 0
    const way: Point[] = [
      [x, border],
      [x, y],
      [side.end, y],
    ]
    entries.set(link, { x, way })
  }
  for (const [index, link] of left.entries()) enter(link, index, { end: inset, out: -1 })
  for (const [index, link] of right.entries()) enter(link, index, { end: inset + size.width, out: 1 })
  return { inset, entries }
}
