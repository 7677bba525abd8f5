/**
 * Rows as a drawing: rows one below the other with the tracks their links need between them, lines that
 * run straight down past boxes and across only between rows. So no line can touch a box that is not one
 * of its ends.
 */
import { assignTracks, type Crossing } from './tracks.ts'
import type { Block, Point } from './blocks.ts'
import { simplified, type Drawing, type Rect } from './drawing.ts'
import { gaps } from './gaps.ts'
import type { Network } from './network.ts'
import type { Ports } from './ports.ts'
import type { Ranks } from './ranks.ts'
import type { Rows } from './rows.ts'

export interface PlacedRows {
  readonly network: Network
  readonly ranks: Ranks
  readonly blocks: readonly Block[]
  readonly rows: Rows
  /** Centres across of all slots; those of blocks leave left borders on whole px. */
  readonly centres: Float64Array
  readonly ports: Ports
}

/** Draws a placed part; its top left corner is near 0, 0. */
export function drawRows(placed: PlacedRows): Drawing {
  const { network, ranks, blocks, rows, centres } = placed
  const heights = rows.rows.map((row) => Math.max(0, ...row.map((slot) => blocks[slot]?.height ?? 0)))
  const isJunctionRow = rows.rows.map((row) =>
    row.some((slot) => network.vertices[blocks[slot]?.vertex ?? -1]?.isJunction),
  )
  const spaces = rows.rows.slice(1).map((_, index) => crossSpace(placed, index))
  const tops: number[] = [0]
  for (const [index, space] of spaces.entries()) {
    const least = isJunctionRow[index] || isJunctionRow[index + 1] ? gaps.aroundJunction : gaps.betweenRows
    const needed = space.count === 0 ? 0 : gaps.aboveTracks + space.height + gaps.belowTracks
    tops.push((tops[index] ?? 0) + (heights[index] ?? 0) + Math.max(least, needed))
  }
  const topOf = (block: Block) => {
    const isJunction = network.vertices[block.vertex]?.isJunction
    // Boxes hang from the top of their row; junctions stand in its middle.
    return (
      (tops[block.row] ?? 0) + (isJunction ? Math.round(((heights[block.row] ?? 0) - block.height) / 2) : 0)
    )
  }
  const leftOf = (index: number) => Math.round((centres[index] ?? 0) - (blocks[index]?.width ?? 0) / 2)

  const boxes: Rect[] = blocks.map((block, index) => {
    const { width, height } = network.vertices[block.vertex] ?? { width: 0, height: 0 }
    return { x: leftOf(index) + block.inset, y: topOf(block), width, height }
  })
  const lines = rows.chains.map((chain, link) => {
    if (chain.length < 2) return { points: loopAround(boxes[chain[0] ?? 0]) }
    const points: Point[] = [...tailOf(chain[0] ?? 0, link, 'upper')]
    for (let piece = 0; piece + 1 < chain.length; piece += 1) {
      const [from, to] = [chain[piece] ?? 0, chain[piece + 1] ?? 0]
      const [x, onward] = [portX(placed, link, from, 'upper'), portX(placed, link, to, 'lower')]
      const row = rows.slots[from]?.row ?? 0
      const space = spaces[row]
      const track = space?.trackOf.get(link) ?? -1
      if (!space || track === -1) continue
      const bottom = (tops[row] ?? 0) + (heights[row] ?? 0)
      const y = bottom + gaps.aboveTracks + Math.round(track * space.step)
      points.push([x, y], [onward, y])
    }
    points.push(...tailOf(chain.at(-1) ?? 0, link, 'lower'))
    const isUpward = ranks.upper[link] === network.links[link]?.target
    return { points: simplified(isUpward ? points.reverse() : points) }
  })
  return { network, boxes, lines }

  /** From the box to the border of its block at the upper end, the other way round at the lower end. */
  function tailOf(index: number, link: number, end: 'upper' | 'lower'): Point[] {
    const block = blocks[index]
    const box = boxes[index]
    if (!block || !box) return []
    const entry = block.entries.get(link)
    if (!entry) return [[portX(placed, link, index, end), end === 'upper' ? box.y + box.height : box.y]]
    const way = entry.way.map(([x, y]): Point => [leftOf(index) + x, box.y + y])
    return end === 'upper' ? way.reverse() : way
  }
}

interface Space {
  readonly count: number
  readonly height: number
  readonly step: number
  /** Track per link that has one here. */
  readonly trackOf: ReadonlyMap<number, number>
}

/** What crosses the space below a row. Premises of one junction share a track: they are one inference. */
function crossSpace(placed: PlacedRows, row: number): Space {
  const { network, rows } = placed
  const groups = new Map<string, { links: number[]; upper: number[]; lower: number[] }>()
  for (const slot of rows.rows[row] ?? []) {
    for (const { link, next } of piecesBelow(placed).get(slot) ?? []) {
      const { part, target } = network.links[link] ?? { part: 'whole', target: -1 }
      const isShared = part === 'premise' && rows.slots[slot]?.block === target
      const key = isShared ? `junction ${target}` : `link ${link}`
      const group = groups.get(key) ?? { links: [], upper: [], lower: [] }
      groups.set(key, group)
      group.links.push(link)
      group.upper.push(portX(placed, link, slot, 'upper'))
      group.lower.push(portX(placed, link, next, 'lower'))
    }
  }
  const list = [...groups.values()]
  const crossings: Crossing[] = list.map(({ upper, lower }) => ({
    upper,
    lower,
    left: Math.min(...upper, ...lower),
    right: Math.max(...upper, ...lower),
  }))
  const { tracks, count } = assignTracks(crossings)
  const step = count > 1 ? Math.min(gaps.betweenTracks, gaps.mostForTracks / (count - 1)) : 0
  const trackOf = new Map<number, number>()
  for (const [index, group] of list.entries()) {
    for (const link of group.links) trackOf.set(link, tracks[index] ?? -1)
  }
  return { count, step, height: Math.max(0, count - 1) * step, trackOf }
}

const pieces = new WeakMap<Rows, Map<number, { link: number; next: number }[]>>()

/** Per slot: the links that go on below it and the slots they go to. */
function piecesBelow({ rows }: PlacedRows): Map<number, { link: number; next: number }[]> {
  let found = pieces.get(rows)
  if (found) return found
  found = new Map()
  for (const [link, chain] of rows.chains.entries()) {
    for (let index = 0; index + 1 < chain.length; index += 1) {
      const slot = chain[index] ?? 0
      const list = found.get(slot) ?? []
      found.set(slot, list)
      list.push({ link, next: chain[index + 1] ?? 0 })
    }
  }
  pieces.set(rows, found)
  return found
}

function portX(placed: PlacedRows, link: number, slot: number, end: 'upper' | 'lower'): number {
  const isBend = placed.rows.slots[slot]?.block === -1
  return isBend ? Math.round(placed.centres[slot] ?? 0) : Math.round(placed.ports[end][link] ?? 0)
}

/** A small loop at the right of a box, from its upper half back to its lower half. */
function loopAround(box: Rect | undefined): Point[] {
  if (!box) return []
  const right = box.x + box.width
  const out = right + gaps.loop - 6
  const [from, to] = [Math.round(box.y + box.height / 2 + 12), Math.round(box.y + box.height / 2 - 12)]
  return [
    [right, from],
    [out, from],
    [out, to],
    [right, to],
  ]
}
