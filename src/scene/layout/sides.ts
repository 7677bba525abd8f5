/**
 * Where lines that run between branches leave and enter the sides of boxes: one below the other, those that
 * go up above those that go down, so that they do not cross, and clear of what else ends there. Lines that
 * end at the same side and are drawn alike end at one point.
 */
import { isStack, type Block, type Bundle } from './blocks.ts'
import { gaps } from './gaps.ts'
import { laneX } from './lanes.ts'
import type { Route, Stretch } from './routes.ts'

/** From the ends of a box's side to the first line, and least and usual distance of two lines, px. */
const margin = 8
const usual = 12

/** How far below the top of its box the line of a member of a stack leaves. */
export function stubHeight({ height }: Block): number {
  return Math.round(Math.min(height / 2, 40))
}

/** Per link: how far along its side it leaves its source and enters its target, where it does that at a side. */
export interface Sides {
  readonly source: ReadonlyMap<number, number>
  readonly target: ReadonlyMap<number, number>
  /** Junctions with such ends. */
  readonly shared: ReadonlySet<Block>
}

interface Ending {
  readonly links: number[]
  readonly isSource: boolean
  readonly bundle: Bundle
  /** Whether lines go up from here, down, or both ways. */
  up: boolean
  down: boolean
  /** How far away the nearest of them turns. */
  reach: number
}

/** Ends at sides for all routes; all places are final except those along the sides. */
export function chooseSides(
  routes: readonly Route[],
  heightOf: (stretch: Stretch, end: 'from' | 'to') => number,
  hasArrows: (block: Block, side: -1 | 1) => boolean,
): Sides {
  const endings = new Map<Block, [Ending[], Ending[]]>()
  for (const route of routes) {
    const [first, last] = [route.stretches[0], route.stretches.at(-1)]
    if (first?.from.isSide) note(route, first, true)
    if (last?.to.isSide) note(route, last, false)
  }
  const source = new Map<number, number>()
  const target = new Map<number, number>()
  for (const [block, sides] of endings) {
    for (const [side, list] of sides.entries()) {
      const ys = placesOf(block, list, {
        isLeft: side === 0,
        hasArrows: hasArrows(block, side === 0 ? -1 : 1),
      })
      for (const [index, ending] of list.entries()) {
        for (const link of ending.links) (ending.isSource ? source : target).set(link, ys[index] ?? 0)
      }
    }
  }
  return { source, target, shared: new Set([...endings.keys()].filter(({ isJunction }) => isJunction)) }

  function note(
    { link, bundle, source: from, target: to }: Route,
    stretch: Stretch,
    isSource: boolean,
  ): void {
    const block = isSource ? from : to
    const x = laneX(stretch)
    const isLeft = x < block.x
    const sides = endings.get(block) ?? [[], []]
    endings.set(block, sides)
    const list = sides[isLeft ? 0 : 1]
    const other = heightOf(stretch, isSource ? 'to' : 'from')
    const isUp = other < block.y + block.height / 2
    const reach = isLeft ? block.x - x : x - block.x - block.width
    const known = isSource ? undefined : list.find((ending) => !ending.isSource && ending.bundle === bundle)
    if (known) {
      known.links.push(link)
      known.up ||= isUp
      known.down ||= !isUp
      known.reach = Math.min(known.reach, reach)
    } else list.push({ links: [link], isSource, bundle, up: isUp, down: !isUp, reach })
  }
}

/** Sorts the endings of one side from top to bottom and says where each is. */
function placesOf(
  block: Block,
  list: Ending[],
  { isLeft, hasArrows }: { readonly isLeft: boolean; readonly hasArrows: boolean },
): number[] {
  const rank = ({ up, down, reach }: Ending) => (up && down ? 0 : up ? reach - 1e7 : 1e7 - reach)
  list.sort((a, b) => rank(a) - rank(b) || (a.links[0] ?? 0) - (b.links[0] ?? 0))
  const { height, isJunction } = block
  if (isJunction) {
    // Arrows of the junction's own branch come in at the lower half.
    const [low, high] = hasArrows ? [1, 4] : [3, height - 3]
    return spread(list.length, (low + high) / 2, 4, [low, high])
  }
  const loops = isLeft ? 0 : block.overhang
  if (isLeft && isStack(block.column)) {
    const stub = stubHeight(block)
    const above = list.filter(({ up, down }) => up && !down).length
    const upper = Math.min(above, Math.floor((stub - margin) / 6))
    const lower = list.length - upper
    const upperStep = Math.min(usual, (stub - margin) / Math.max(1, upper))
    const lowerStep = Math.min(usual, (height - margin - stub) / Math.max(1, lower))
    return list.map((_, index) =>
      Math.round(index < upper ? stub - (upper - index) * upperStep : stub + (index - upper + 1) * lowerStep),
    )
  }
  const end = loops > 0 ? Math.max(margin + 4, height / 2 - 13 - (5 * loops) / gaps.loop) : height - margin
  return spread(list.length, (margin + end) / 2, usual, [margin, end])
}

function spread(
  count: number,
  middle: number,
  step: number,
  [low, high]: readonly [number, number],
): number[] {
  const by = count > 1 ? Math.min(step, (high - low) / (count - 1)) : 0
  return Array.from({ length: count }, (_, index) => Math.round(middle + (index - (count - 1) / 2) * by))
}
