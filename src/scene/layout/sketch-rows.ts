/**
 * Rows as a sketch: boxes with their siblings on one level, and the tracks that links need between the
 * rows. Links run straight down past boxes and across only between rows.
 */
import type { Block } from './blocks.ts'
import type { Rect } from './drawing.ts'
import { gaps } from './gaps.ts'
import type { Network } from './network.ts'
import type { Ports } from './ports.ts'
import type { Ranks } from './ranks.ts'
import type { Rows } from './rows.ts'
import type { Corner, Level, Part, Sketch } from './sketch.ts'
import { assignTracks, type Crossing } from './tracks.ts'

export interface PlacedRows {
  readonly network: Network
  readonly ranks: Ranks
  readonly blocks: readonly Block[]
  readonly rows: Rows
  /** Centres across of all slots; those of blocks leave left borders on whole px. */
  readonly centres: Float64Array
  readonly ports: Ports
}

/** The sketch of a placed part. */
export function sketchRows(placed: PlacedRows): Sketch {
  const { network, ranks, blocks, rows, centres } = placed
  const levels: Level[] = []
  const parts: Part[] = []
  const boxes: (Rect & { level: number })[] = []
  const levelOf = new Int32Array(blocks.length)
  const crossings = crossingsBelow(placed)
  const tracksOf: Map<number, number>[] = []
  const leftOf = (block: number) => Math.round((centres[block] ?? 0) - (blocks[block]?.width ?? 0) / 2)

  let y = 0
  for (const [row, slots] of rows.rows.entries()) {
    const families = new Map<number, number>()
    let height = 0
    for (const slot of slots) {
      const block = blocks[slot]
      if (!block) continue
      const family = isJunction(network, block) ? -2 - slot : familyOf(network, block)
      const level = families.get(family) ?? levels.length
      if (level === levels.length)
        levels.push({ kind: family < -1 ? 'junction' : 'boxes', start: y, step: 0 })
      families.set(family, level)
      levelOf[slot] = level
      const left = leftOf(slot)
      parts.push({ level, left, right: left + block.width, top: 0, bottom: block.height })
      for (const item of block.items) {
        const { width, height } = network.vertices[item.vertex] ?? { width: 0, height: 0 }
        boxes[item.vertex] = { x: left + item.x, y: item.y, width, height, level }
      }
      height = Math.max(height, block.height)
    }
    y += height + gaps.aboveTracks
    const { groups, tracks, step, count } = crossings[row] ?? nothing
    const onTrack = new Map<number, number>()
    for (const index of [...groups.keys()].sort((a, b) => (tracks[a] ?? 0) - (tracks[b] ?? 0))) {
      const [group, track] = [groups[index], tracks[index] ?? -1]
      if (!group || track === -1) continue
      const { left, right } = group.crossing
      parts.push({ level: levels.length, left, right, top: 0, bottom: 0 })
      for (const link of group.links) onTrack.set(link, levels.length)
      levels.push({ kind: 'track', start: y + Math.round(track * step), step })
    }
    tracksOf.push(onTrack)
    y += Math.max(gaps.betweenRows, Math.max(0, count - 1) * step + gaps.belowTracks)
  }

  const loops = new Int32Array(network.vertices.length)
  const lines = rows.chains.map((chain, link) => {
    if (chain.length < 2) {
      const at = network.links[link]?.source ?? 0
      loops[at] = (loops[at] ?? 0) + 1
      return loopAround(boxes[at], (loops[at] ?? 1) - 1)
    }
    const corners = [...tailOf(chain[0] ?? 0, link, 'upper')]
    for (let piece = 0; piece + 1 < chain.length; piece += 1) {
      const [from, to] = [chain[piece] ?? 0, chain[piece + 1] ?? 0]
      const level = tracksOf[rows.slots[from]?.row ?? 0]?.get(link)
      if (level === undefined) continue
      corners.push({ x: portX(placed, link, from, 'upper'), level, below: 0 })
      corners.push({ x: portX(placed, link, to, 'lower'), level, below: 0 })
    }
    return [...corners, ...tailOf(chain.at(-1) ?? 0, link, 'lower')]
  })
  const isUpward = network.links.map(({ target }, link) => ranks.upper[link] === target)
  return { network, levels, parts, boxes, lines, isUpward }

  /** From the box to the border of its block at the upper end, the other way round at the lower end. */
  function tailOf(index: number, link: number, end: 'upper' | 'lower'): Corner[] {
    const block = blocks[index]
    if (!block) return []
    const level = levelOf[index] ?? 0
    const entry = block.entries.get(link)
    if (!entry) {
      return [{ x: portX(placed, link, index, end), level, below: end === 'upper' ? block.height : 0 }]
    }
    const way = entry.way.map(([x, below]): Corner => ({ x: leftOf(index) + x, level, below }))
    return end === 'upper' ? way.reverse() : way
  }
}

function isJunction({ vertices }: Network, block: Block): boolean {
  return vertices[block.items[0]?.vertex ?? -1]?.isJunction ?? false
}

/** The statement whose grounds a block's statements are, junctions passed by; -1 for roots. */
function familyOf({ vertices, links, parentLink }: Network, block: Block): number {
  let above = links[parentLink[block.items[0]?.vertex ?? -1] ?? -1]?.target ?? -1
  while (above !== -1 && vertices[above]?.isJunction) above = links[parentLink[above] ?? -1]?.target ?? -1
  return above
}

interface Group {
  readonly links: number[]
  readonly crossing: Crossing
}

interface Crossings {
  readonly groups: readonly Group[]
  readonly tracks: ArrayLike<number>
  readonly step: number
  /** Number of tracks. */
  readonly count: number
}

const nothing: Crossings = { groups: [], tracks: [], step: 0, count: 0 }

/** Per row: what crosses the space below it. Premises of one junction share a track: they are one inference. */
function crossingsBelow(placed: PlacedRows): Crossings[] {
  const { network, rows, blocks } = placed
  const found = rows.rows.map(() => new Map<string, { links: number[]; upper: number[]; lower: number[] }>())
  for (const [link, chain] of rows.chains.entries()) {
    for (let piece = 0; piece + 1 < chain.length; piece += 1) {
      const [from, to] = [chain[piece] ?? 0, chain[piece + 1] ?? 0]
      const { part, target } = network.links[link] ?? { part: 'whole', target: -1 }
      const isShared = part === 'premise' && blocks[from]?.items[0]?.vertex === target
      const groups = found[rows.slots[from]?.row ?? 0]
      const key = isShared ? `junction ${target}` : `link ${link}`
      const group = groups?.get(key) ?? { links: [], upper: [], lower: [] }
      groups?.set(key, group)
      group.links.push(link)
      group.upper.push(portX(placed, link, from, 'upper'))
      group.lower.push(portX(placed, link, to, 'lower'))
    }
  }
  return found.map((map) => {
    const groups = [...map.values()].map(({ links, upper, lower }): Group => {
      const [left, right] = [Math.min(...upper, ...lower), Math.max(...upper, ...lower)]
      return { links, crossing: { upper, lower, left, right } }
    })
    const { tracks, count } = assignTracks(groups.map(({ crossing }) => crossing))
    const step = count > 1 ? Math.min(gaps.betweenTracks, gaps.mostForTracks / (count - 1)) : 0
    return { groups, tracks, step, count }
  })
}

function portX(placed: PlacedRows, link: number, slot: number, end: 'upper' | 'lower'): number {
  const isBend = placed.rows.slots[slot]?.block === -1
  return Math.round((isBend ? placed.centres[slot] : placed.ports[end][link]) ?? 0)
}

/** A small loop at the right of a box, from its lower half back to its upper half; further ones lie around it. */
function loopAround(box: (Rect & { readonly level: number }) | undefined, index: number): Corner[] {
  if (!box) return []
  const { level } = box
  const right = box.x + box.width
  const out = right + (index + 1) * gaps.loop - 8
  const reach = Math.min(12 + 5 * index, Math.floor(box.height / 2) - 2)
  const middle = box.y + Math.round(box.height / 2)
  return [
    { x: right, level, below: middle + reach },
    { x: out, level, below: middle + reach },
    { x: out, level, below: middle - reach },
    { x: right, level, below: middle - reach },
  ]
}
