/**
 * Trunks: between a box and what hangs below it. Lines that end at the box and are drawn alike share a track
 * and an end where they lie side by side; each other line has a track of its own. Tracks and ends are ordered
 * so that lines of the tree never cross each other.
 */
import { isStack, type Block, type Bundle } from './blocks.ts'
import { gaps } from './gaps.ts'
import { heightOf, laneX } from './lanes.ts'
import { nondecreasing } from './nondecreasing.ts'
import type { Route, Stretch } from './routes.ts'
import { assignTracks, type Crossing } from './tracks.ts'

/** Lines that end at the bottom of a box, or at the side of a junction, together. */
export interface Run {
  readonly links: number[]
  readonly bundle: Bundle
  /** Whether it is a line that leaves the box instead of ending there: then it shares nothing. */
  readonly isOwn: boolean
  /** Where they come up from below, from left to right. */
  readonly xs: number[]
  /** Where they end at the box, or turn to the side of a junction. */
  port: number
  /** Beside a junction: -1 at its left, 1 at its right, and how far out. */
  side: -1 | 0 | 1
  place: number
  /** -1 where they go straight up. */
  track: number
}

/** What runs through the space below one box. */
export interface Trunk {
  readonly runs: Run[]
  /** Per stretch that ends in this trunk without ending at its box: its track. */
  readonly passes: Map<Stretch, number>
  tracks: number
}

/** The trunks of all blocks and rows that have one, from final places across. */
export function layTrunks(owners: readonly Block[], routes: readonly Route[]): Map<Block, Trunk> {
  const trunks = new Map<Block, Trunk>()
  const strands = new Map<Block, Strand[]>()
  const passes = new Map<Block, Pass[]>()
  for (const route of routes) collect(route)
  for (const block of owners) {
    if (block.columns.length === 0) continue
    const runs =
      block.vertex === -1 ? [] : runsBelow(block, [...strandsOf(block), ...(strands.get(block) ?? [])])
    const own = passes.get(block) ?? []
    const crossings: Crossing[] = [
      ...runs.map(({ xs, port }) => crossingOf([port], xs)),
      ...own.map(({ up, down }) => crossingOf(up, down)),
    ]
    const { tracks, count } = assignTracks(crossings)
    for (const [index, run] of runs.entries()) run.track = tracks[index] ?? -1
    const tracksOf = new Map<Stretch, number>()
    for (const [index, pass] of own.entries()) {
      for (const stretch of pass.stretches)
        tracksOf.set(stretch, Math.max(0, tracks[runs.length + index] ?? 0))
    }
    trunks.set(block, { runs, passes: tracksOf, tracks: Math.max(count, own.length > 0 ? 1 : 0) })
  }
  return trunks

  function collect({ link, source, target, bundle, stretches }: Route): void {
    for (const [index, stretch] of stretches.entries()) {
      const next = stretches[index + 1]
      if (index === 0 && !stretch.from.isSide) {
        push(strands, source, { link, bundle: 'supports', x: laneX(stretch), isOwn: true })
      }
      if (!next) {
        if (!stretch.to.isSide) push(strands, target, { link, bundle, x: laneX(stretch), isOwn: false })
        continue
      }
      const up: number[] = []
      const down: number[] = []
      for (const [piece, side, other] of [
        [stretch, stretch.toSide, stretch.from],
        [next, next.fromSide, next.to],
      ] as const) {
        const isBelow = side === 'top' || (side !== 'bottom' && heightOf(other) > heightOf(stretch.to))
        ;(isBelow ? down : up).push(laneX(piece))
      }
      push(passes, stretch.to.block, { stretches: [stretch, next], up, down })
    }
  }
}

interface Strand {
  readonly link: number
  readonly bundle: Bundle
  readonly x: number
  /** Whether it leaves the box instead of ending there: then it shares nothing. */
  readonly isOwn: boolean
}

interface Pass {
  readonly stretches: readonly [Stretch, Stretch]
  readonly up: readonly number[]
  readonly down: readonly number[]
}

function crossingOf(upper: readonly number[], lower: readonly number[]): Crossing {
  const all = [...upper, ...lower]
  return { upper, lower, left: Math.min(...all), right: Math.max(...all) }
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}

/** Lines of the tree, as they come up below their block. */
function strandsOf(block: Block): Strand[] {
  return block.columns.flatMap((column) =>
    column.members.map((member): Strand => ({
      link: member.link,
      bundle: member.bundle,
      x: isStack(column) ? spineX(member) : Math.round(member.x + member.width / 2),
      isOwn: false,
    })),
  )
}

/** Where the line of a member of a stack runs up: those below further left, unless they share their way. */
export function spineX({ column, place }: Block): number {
  if (!column) return 0
  let spine = 0
  for (let at = 1; at <= place; at += 1) {
    if (column.members[at]?.bundle !== column.members[at - 1]?.bundle) spine += 1
  }
  return column.x - gaps.besideStack - spine * gaps.betweenTracks
}

function runsBelow(block: Block, strands: Strand[]): Run[] {
  strands.sort((a, b) => a.x - b.x || a.link - b.link)
  let runs = runsOf(strands, (last, strand) => last.bundle === strand.bundle)
  const reach = Math.max(0, block.width - 2 * gaps.cornerToPort)
  if (!block.isJunction && runs.length * 9 > reach + 9) runs = mergedRuns(runs)
  const middle = block.x + block.width / 2
  if (block.isJunction) {
    const joined = runs.filter(({ bundle }) => bundle === 'premise')
    const premises = mergedRuns(joined)
    for (const run of premises) run.port = middle
    const others = runs.filter(({ bundle }) => bundle !== 'premise')
    for (const side of [-1, 1] as const) {
      const beside = others.filter(({ xs }) => ((xs[0] ?? 0) < middle ? -1 : 1) === side)
      if (side === -1) beside.reverse()
      const step = Math.min(gaps.betweenLinks, 24 / Math.max(1, beside.length - 1))
      for (const [place, run] of beside.entries()) {
        run.side = side
        run.place = place
        run.port = Math.round(middle + side * (block.width / 2 + gaps.besideJunction + place * step))
      }
    }
    return [...premises, ...others]
  }
  const step = Math.min(gaps.betweenPorts, runs.length > 1 ? reach / (runs.length - 1) : 0)
  const last = (runs.length - 1) * step
  const low = block.x + (block.width - reach) / 2
  const wanted = runs.map(({ xs }, index) => {
    const spot = xs[0] === xs.at(-1) ? (xs[0] ?? middle) : middle - last / 2 + index * step
    return Math.max(low, Math.min(low + reach - last, spot - index * step))
  })
  const best = nondecreasing(
    wanted,
    wanted.map(() => 1),
  )
  for (const [index, run] of runs.entries()) run.port = Math.round((best[index] ?? middle) + index * step)
  return runs
}

function runsOf(strands: readonly Strand[], isAlike: (last: Run, strand: Strand) => boolean): Run[] {
  const runs: Run[] = []
  for (const strand of strands) {
    const last = runs.at(-1)
    if (last && !last.isOwn && !strand.isOwn && isAlike(last, strand)) {
      last.links.push(strand.link)
      if (last.xs.at(-1) !== strand.x) last.xs.push(strand.x)
    } else {
      const { link, bundle, isOwn, x } = strand
      runs.push({ links: [link], bundle, isOwn, xs: [x], port: x, side: 0, place: 0, track: -1 })
    }
  }
  return runs
}

/** One run for each way of drawing: for boxes at which more lines end than have room beside each other. */
function mergedRuns(runs: readonly Run[]): Run[] {
  const merged = new Map<Bundle | Run, Run>()
  for (const run of runs) {
    const key = run.isOwn ? run : run.bundle
    const known = merged.get(key)
    if (known) {
      for (const link of run.links) known.links.push(link)
      for (const x of run.xs) known.xs.push(x)
    } else merged.set(key, run)
  }
  return [...merged.values()].sort((a, b) => meanOf(a.xs) - meanOf(b.xs))
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)
}
