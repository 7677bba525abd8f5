/**
 * Where on a block's border its links end: in the order of what they lead to, so that no two links of one
 * block cross, and straight above or below that wherever the border reaches.
 */
import type { Block } from './blocks.ts'
import { gaps } from './gaps.ts'
import type { Rows } from './rows.ts'
import { nondecreasing } from './settle.ts'

/** Per link: where it leaves its upper block and where it meets its lower one, px across. */
export interface Ports {
  readonly upper: Float64Array
  readonly lower: Float64Array
}

/** Slots narrower than this have one place for all links, px: bends and junctions. */
const narrow = 80
/** How far from its usual place a link may meet the upper border of a box to be straight, px. */
const stepAside = 36

/** Ends for all links, given the blocks' left borders and the centres of all slots. */
export function choosePorts(rows: Rows, blocks: readonly Block[], centres: Float64Array): Ports {
  const upper = new Float64Array(rows.chains.length)
  const lower = new Float64Array(rows.chains.length)
  const above: number[][] = blocks.map(() => [])
  const below: number[][] = blocks.map(() => [])
  for (const [link, chain] of rows.chains.entries()) {
    if (chain.length < 2) continue
    below[chain[0] ?? 0]?.push(link)
    above[chain.at(-1) ?? 0]?.push(link)
  }
  const neighbourAbove = (link: number) => centres[rows.chains[link]?.at(-2) ?? 0] ?? 0
  // Where the upper end has only one place, a small step aside at the lower end saves two corners.
  const isFixedAbove = (link: number) => (rows.slots[rows.chains[link]?.at(-2) ?? 0]?.width ?? 0) < narrow
  for (const [index, block] of blocks.entries()) {
    const links = inOrderOf(above[index] ?? [], neighbourAbove)
    const centre = centres[index] ?? 0
    const middle = (links.length - 1) / 2
    const wanted = links.map((link, at) => {
      const usual = centre + (at - middle) * gaps.betweenPorts
      const straight = neighbourAbove(link)
      return isFixedAbove(link) && Math.abs(straight - usual) <= stepAside ? straight : usual
    })
    place(links, block, { centre, wanted, into: lower })
  }
  // The upper ends give way, so that single links are straight and end in the middle of what is below.
  const nextBelow = (link: number) => {
    const next = rows.chains[link]?.[1] ?? 0
    return rows.slots[next]?.block === -1 ? (centres[next] ?? 0) : (lower[link] ?? 0)
  }
  for (const [index, block] of blocks.entries()) {
    const links = inOrderOf(below[index] ?? [], nextBelow)
    place(links, block, { centre: centres[index] ?? 0, wanted: links.map(nextBelow), into: upper })
  }
  return { upper, lower }
}

function inOrderOf(links: readonly number[], key: (link: number) => number): number[] {
  return [...links].sort((a, b) => key(a) - key(b) || a - b)
}

function place(
  links: readonly number[],
  block: Block,
  to: { readonly centre: number; readonly wanted: readonly number[]; readonly into: Float64Array },
): void {
  const left = to.centre - block.width / 2
  const free: number[] = []
  const wanted: number[] = []
  for (const [index, link] of links.entries()) {
    const entry = block.entries.get(link)
    if (entry) to.into[link] = left + entry.x
    else {
      free.push(link)
      wanted.push(to.wanted[index] ?? to.centre)
    }
  }
  const boxWidth = block.width - 2 * block.inset
  const reach = Math.max(0, boxWidth / 2 - gaps.cornerToPort)
  const step = Math.min(gaps.betweenPorts, free.length > 1 ? (2 * reach) / (free.length - 1) : 0)
  const last = (free.length - 1) * step
  const best = nondecreasing(
    wanted.map((x, index) => Math.max(-reach, Math.min(reach - last, x - to.centre - index * step))),
    wanted.map(() => 1),
  )
  for (const [index, link] of free.entries())
    to.into[link] = Math.round(to.centre + (best[index] ?? 0) + index * step)
}
