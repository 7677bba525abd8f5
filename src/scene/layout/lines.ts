/** The lines of a part, from the border of their source to that of their target, when everything has its place. */
import { relationKindNames } from '../../model/kinds.ts'
import { trackStep } from './along.ts'
import { bundleOf, isStack, type Block, type Bundle } from './blocks.ts'
import { simplified, type Line, type Point } from './drawing.ts'
import { gaps } from './gaps.ts'
import { laneX } from './lanes.ts'
import type { Network } from './network.ts'
import type { Bar, Route, Stretch } from './routes.ts'
import { separateLines } from './separate.ts'
import { chooseSides, stubHeight } from './sides.ts'
import { spineX, type Run, type Trunk } from './trunks.ts'

const bundles: readonly Bundle[] = [...relationKindNames, 'premise']

/** One line per link. */
export function drawLines(
  network: Network,
  blocks: readonly Block[],
  { routes, trunks }: { readonly routes: readonly Route[]; readonly trunks: ReadonlyMap<Block, Trunk> },
): Line[] {
  const lines: Point[][] = network.links.map(() => [])
  const runOf = new Map<number, { block: Block; run: Run }>()
  for (const [block, { runs }] of trunks) {
    for (const run of runs) for (const link of run.links) runOf.set(link, { block, run })
  }
  const sides = chooseSides(routes, barY, (block, side) => arrowsAt(block, side) > 0)
  for (const block of blocks) {
    if (block.link === -1) continue
    const start = startOf(block)
    lines[block.link] = [...start, ...endOf(block.link, start.at(-1)?.[0] ?? block.x)]
  }
  for (const route of routes) lines[route.link] = pointsOf(route)
  drawLoops(network, blocks, lines)
  const simple = lines.map((points) => simplified(points))
  let boxes: ReadonlyMap<number, Block> | undefined
  separateLines(simple, {
    movable: routes.map(({ link }) => link),
    bundleOf: bundleNumber,
    spanOf: (link, end, border) => {
      // Others have put the ends below boxes in order.
      if (border !== 'side') return undefined
      boxes ??= new Map(blocks.map((block) => [block.vertex, block]))
      const box = boxes.get(network.links[link]?.[end] ?? -1)
      return box && ([box.y + 2, box.y + box.height - 2] as const)
    },
  })
  return simple.map((points) => ({ points }))

  /** Lines of one bundle may share their way. */
  function bundleNumber(link: number): number {
    return bundles.length * (network.links[link]?.target ?? -1) + bundles.indexOf(bundleOf(network, link))
  }

  function startOf(block: Block): Point[] {
    if (!isStack(block.column)) return [[Math.round(block.x + block.width / 2), block.y]]
    const y = block.y + stubHeight(block)
    return [
      [block.x, y],
      [spineX(block), y],
    ]
  }

  /** From where a line comes up below a box to the box. */
  function endOf(link: number, x: number): Point[] {
    const { block, run } = runOf.get(link) ?? missing(link)
    const bottom = block.y + block.height
    if (run.side !== 0) {
      const y = block.y + arrowHeight(block, run)
      const edge = run.side === 1 ? block.x + block.width : block.x
      return [...across(block, run, x), [run.port, y], [edge, y]]
    }
    return [...across(block, run, x), [run.port, bottom]]
  }

  /** How many ways of arrows from a junction's own branch end at a side of it. */
  function arrowsAt(block: Block, side: -1 | 1): number {
    return trunks.get(block)?.runs.filter((run) => run.side === side).length ?? 0
  }

  /** The nearest at the middle, or below it where others follow, so that none crosses another. */
  function arrowHeight(block: Block, run: Run): number {
    if (run.side === 0) return 0
    const count = arrowsAt(block, run.side)
    const lowest = sides.shared.has(block) || count > 1 ? block.height - 3 : block.height / 2
    return Math.round(lowest - run.place * Math.min(3, (lowest - 3) / Math.max(1, count - 1)))
  }

  function across(block: Block, run: Run, x: number): Point[] {
    if (run.track === -1) return []
    const y = trackY(block, run.track)
    return [
      [x, y],
      [run.port, y],
    ]
  }

  function trackY(block: Block, track: number): number {
    const tracks = trunks.get(block)?.tracks ?? 1
    return block.y + block.height + gaps.aboveTracks + Math.round(track * trackStep(block, tracks))
  }

  function barY(stretch: Stretch, end: 'from' | 'to'): number {
    const bar: Bar = stretch[end]
    if (bar.isSide) return bar.block.y + bar.block.height / 2
    const trunk = trunks.get(bar.block)
    const track = trunk?.passes.get(stretch) ?? runOf.get(stretch.link)?.run.track ?? 0
    return trackY(bar.block, Math.max(0, track))
  }

  function pointsOf({ link, source, target, stretches }: Route): Point[] {
    const points: Point[] = []
    const [first, last] = [stretches[0], stretches.at(-1)]
    if (!first || !last) return points
    const start = first.from.isSide ? source.y + (sides.source.get(link) ?? 0) : undefined
    const end = last.to.isSide ? target.y + (sides.target.get(link) ?? 0) : undefined
    if (start !== undefined) points.push([sideX(source, laneX(first)), start])
    else {
      const { run } = runOf.get(link) ?? missing(link)
      points.push([run.port, source.y + source.height])
      if (run.track !== -1) points.push([run.port, trackY(source, run.track)])
    }
    for (const stretch of stretches) {
      const x = laneX(stretch)
      const isStraightStart = stretch === first && start === undefined && runOf.get(link)?.run.track === -1
      const isStraightEnd = stretch === last && end === undefined && runOf.get(link)?.run.track === -1
      if (!isStraightStart)
        points.push([x, stretch === first && start !== undefined ? start : barY(stretch, 'from')])
      if (!isStraightEnd) points.push([x, stretch === last && end !== undefined ? end : barY(stretch, 'to')])
    }
    if (end !== undefined) points.push([sideX(target, laneX(last)), end])
    else points.push(...endOf(link, laneX(last)))
    return points
  }
}

function sideX({ x, width }: Block, lane: number): number {
  return lane < x ? x : x + width
}

/**
 * Small loops at the right of boxes, from the lower half back to the upper one; further ones lie around the
 * first. Where there are more than the side of the box has room for, those that are drawn alike end together.
 */
function drawLoops(network: Network, blocks: readonly Block[], lines: Point[][]): void {
  const loops = new Map<number, number[]>()
  for (const [index, { source, target }] of network.links.entries()) {
    if (source !== target) continue
    const list = loops.get(source)
    if (list) list.push(index)
    else loops.set(source, [index])
  }
  for (const block of blocks) {
    const own = loops.get(block.vertex) ?? []
    if (own.length === 0) continue
    const right = block.x + block.width
    const middle = block.y + Math.round(block.height / 2)
    const widest = Math.floor(block.height / 2) - 2
    const hasRoom = 2 * (own.length - 1) <= widest - 12
    const ends = hasRoom ? own.length : bundles.length
    const step = Math.min(5, (widest - 12) / Math.max(1, ends - 1))
    for (const [place, index] of own.entries()) {
      const out = right + (place + 1) * gaps.loop - 8
      const end = hasRoom ? place : bundles.indexOf(bundleOf(network, index))
      const reach = Math.min(widest, Math.round(12 + step * end))
      lines[index] = [
        [right, middle + reach],
        [out, middle + reach],
        [out, middle - reach],
        [right, middle - reach],
      ]
    }
  }
}

function missing(link: number): never {
  throw new Error(`link ${link} ends in no trunk`)
}
