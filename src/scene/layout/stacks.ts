/**
 * Stacks: in a wide map, neighbouring statements that have nothing below them and stand for the same
 * conclusion are set in columns instead of side by side, read from top to bottom, column by column. Each
 * keeps a line of its own, led up beside its column.
 */
import type { Content, Entry, Item, Point } from './blocks.ts'
import { gaps } from './gaps.ts'
import type { Network } from './network.ts'
import type { Ranks } from './ranks.ts'

/** A leaf and the one link it has. */
export interface Leaf {
  readonly vertex: number
  readonly link: number
}

/** As long as no row is wider than this, px, boxes stand side by side: so much is still readable as a whole. */
const widestRow = 2400

/** Columns are at least this long before there is a second one. */
const shortestColumn = 4

/** Groups of leaves to be stacked, each in author's order. None in a map that is not wide. */
export function findStacks(network: Network, { rowOf, rowCount }: Ranks): Leaf[][] {
  const { vertices, links, into } = network
  const across = new Float64Array(rowCount)
  for (const [vertex, row] of rowOf.entries()) {
    across[row] = (across[row] ?? 0) + (vertices[vertex]?.width ?? 0) + gaps.betweenBlocks
  }
  if (across.every((width) => width <= widestRow)) return []
  const linkCount = new Int32Array(vertices.length)
  for (const { source, target } of links) {
    linkCount[source] = (linkCount[source] ?? 0) + 1
    linkCount[target] = (linkCount[target] ?? 0) + 1
  }
  const stacks: Leaf[][] = []
  for (const parent of vertices.keys()) {
    let run: Leaf[] = []
    for (const link of into[parent] ?? []) {
      const vertex = links[link]?.source ?? parent
      const isLeaf = linkCount[vertex] === 1 && !vertices[vertex]?.isJunction
      // What points at a junction goes to its side and is no neighbour of its premises.
      const isArrow = vertices[parent]?.isJunction && links[link]?.part !== 'premise'
      if (isLeaf && !isArrow) run.push({ vertex, link })
      else {
        if (run.length > 1) stacks.push(run)
        run = []
      }
    }
    if (run.length > 1) stacks.push(run)
  }
  return stacks
}

/** The leaves in columns as equal in length as can be, each box as wide as the widest. */
export function stackLeaves({ vertices }: Network, leaves: readonly Leaf[]): Content {
  const longest = Math.max(shortestColumn, Math.ceil(Math.sqrt(leaves.length * 1.8)))
  const columns = Math.ceil(leaves.length / longest)
  const length = Math.ceil(leaves.length / columns)
  const width = Math.max(...leaves.map(({ vertex }) => vertices[vertex]?.width ?? 0))
  const step = length > 2 ? Math.min(gaps.betweenTracks, gaps.mostBesideStack / (length - 2)) : 0
  const gutter = gaps.besideStack + Math.round(step * Math.max(0, length - 2))
  const items: Item[] = []
  const entries = new Map<number, Entry>()
  let height = 0
  for (let column = 0; column < columns; column += 1) {
    const left = column * (gutter + width + gaps.betweenColumns) + gutter
    let y = 0
    for (const [index, { vertex, link }] of leaves.slice(column * length, (column + 1) * length).entries()) {
      const size = vertices[vertex] ?? { width, height: 0 }
      items.push({ vertex, x: left, y })
      const middle = y + Math.round(Math.min(size.height / 2, 40))
      const track = left - gaps.besideStack + gaps.trackBesideStack - Math.round(step * (index - 1))
      const way: Point[] = [
        [track, 0],
        [track, middle],
        [left, middle],
      ]
      const top: Point = [left + Math.round(size.width / 2), 0]
      entries.set(link, index === 0 ? { x: top[0], way: [top] } : { x: track, way })
      y += size.height + gaps.inStack
      height = Math.max(height, y - gaps.inStack)
    }
  }
  return {
    items,
    inset: 0,
    width: columns * (gutter + width + gaps.betweenColumns) - gaps.betweenColumns,
    height,
    entries,
  }
}
