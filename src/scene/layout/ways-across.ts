/**
 * How often two ways cross, before anything has its lane or track: wherever both run through the same gutter
 * or trunk, either may come first, and what is best along all they share counts. So two lines that part as
 * they came together cross nowhere, and others just once.
 */
import type { Block, Gutter } from './blocks.ts'
import { heightOf, type Approach, type Bar, type Step } from './routes.ts'
import { crossedBelow, type Crossing } from './tracks.ts'

/** A way as it would be drawn if it were the only one: a bar, a stretch, a bar and so on to the last bar. */
export interface Shape {
  readonly steps: readonly Step[]
  /** What the way costs in itself. */
  readonly cost: number
  readonly bars: readonly FlatBar[]
  readonly stretches: readonly FlatStretch[]
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

interface FlatBar extends Crossing {
  readonly block: Block
  /** 0 in the trunk below the block, -1 and 1 at its left and right. */
  readonly side: -1 | 0 | 1
  readonly y: number
  /** Which way the bar leads from the stretch before it, and from the one after it: 1 to the right. */
  readonly leads: readonly [before: -1 | 1, after: -1 | 1]
  /** Whether these stretches lead down from it. */
  readonly downs: readonly [before: boolean, after: boolean]
}

interface FlatStretch extends Crossing {
  readonly gutter: Gutter
  readonly x: number
  readonly from: Block | undefined
  readonly to: Block | undefined
}

/** The shape of a way by the places blocks have so far. */
export function shapeOf(steps: readonly Step[], cost: number): Shape {
  const bars: FlatBar[] = []
  for (let at = 0; at <= steps.length; at += 1) {
    const [before, after] = [steps[at - 1], steps[at]]
    const bar = before?.to ?? after?.from
    if (bar) bars.push(flatBar(bar, before, after))
  }
  return {
    steps,
    cost,
    bars,
    stretches: steps.map(flatStretch),
    left: Math.min(...bars.map(({ left }) => left)),
    right: Math.max(...bars.map(({ right }) => right)),
    top: Math.min(...bars.map(({ y }) => y)),
    bottom: Math.max(...bars.map(({ y }) => y)),
  }
}

function flatBar(bar: Bar, before: Step | undefined, after: Step | undefined): FlatBar {
  const { block, isSide } = bar
  const y = heightOf(bar)
  const gutter = (before ?? after)?.gutter
  const side = !isSide || !gutter ? 0 : gutter.x < block.x + block.width / 2 ? -1 : 1
  const end = side === 0 ? block.x + block.width / 2 : side === -1 ? block.x : block.x + block.width
  const [start, stop] = [before ? placeOf(before.gutter) : end, after ? placeOf(after.gutter) : end]
  const isDown = before ? isBelow(before.toSide, before.from, y) : false
  const goesDown = after ? isBelow(after.fromSide, after.to, y) : false
  return {
    block,
    side,
    y,
    leads: stop < start ? [-1, 1] : [1, -1],
    downs: [isDown, goesDown],
    upper: [...(isDown ? [] : [start]), ...(goesDown ? [] : [stop])],
    lower: [...(isDown ? [start] : []), ...(goesDown ? [stop] : [])],
    left: Math.min(start, stop),
    right: Math.max(start, stop),
  }
}

/** Empty gutters at the edges of a branch and of one in it fall together: the inner one is inside. */
function placeOf({ block, index, x }: Gutter): number {
  if (index === 0) return x + block.depth * 0.01
  return index === block.columns.length ? x - block.depth * 0.01 : x
}

function isBelow(side: Approach, other: Bar, y: number): boolean {
  return side === 'top' || (side !== 'bottom' && heightOf(other) > y)
}

function flatStretch({ gutter, from, fromSide, to, toSide }: Step): FlatStretch {
  const [start, end] = [heightOf(from), heightOf(to)]
  const at = (side: Approach) => [...(fromSide === side ? [start] : []), ...(toSide === side ? [end] : [])]
  return {
    gutter,
    x: placeOf(gutter),
    from: from.isSide ? undefined : from.block,
    to: to.isSide ? undefined : to.block,
    upper: at('left'),
    lower: at('right'),
    left: Math.min(start, end),
    right: Math.max(start, end),
  }
}

/**
 * By how much fewer crossings it is better that the one runs left of the other in a gutter that both run
 * through, if each then takes the best lanes and tracks everywhere else; negative if the other should.
 */
export function preferenceIn(gutter: Gutter, one: Shape, other: Shape): number {
  return (
    crossingsBetween(one, other, { gutter, isFirst: false }) -
    crossingsBetween(one, other, { gutter, isFirst: true })
  )
}

/** Which of two runs first in one gutter. */
interface Given {
  readonly gutter: Gutter
  readonly isFirst: boolean
}

/** How often two ways cross at least, whatever lanes and tracks they take beside what is given. */
export function crossingsBetween(one: Shape, other: Shape, given?: Given): number {
  if (one.left > other.right || other.left > one.right || one.top > other.bottom || other.top > one.bottom)
    return 0
  const { bars, stretches } = other
  let sum = 0
  // What all they share costs at least, up to here: if the one runs first there, and if the other does.
  let [first, second] = [0, 0]
  let itsStretch = -1
  for (let at = 0; at < one.bars.length; at += 1) {
    const bar = one.bars[at] as FlatBar
    for (let index = 0; index < stretches.length; index += 1)
      if (isCrossing(bar, stretches[index] as FlatStretch)) sum += 1
    const itsBar = indexOfBar(bars, bar)
    if (itsBar !== -1) {
      const its = bars[itsBar] as FlatBar
      const [ahead, behind] = [first, second]
      first = second = Math.min(ahead, behind)
      if (itsStretch !== -1 && (itsStretch === itsBar || itsStretch === itsBar - 1)) {
        const end = itsStretch === itsBar ? 1 : 0
        first = Math.min(ahead + atCorner(bar, 0, its, end, both), behind + atCorner(bar, 0, its, end, above))
        second = Math.min(
          ahead + atCorner(bar, 0, its, end, left),
          behind + atCorner(bar, 0, its, end, neither),
        )
      }
      if (bar.side === 0) {
        first += crossedBelow(bar, its)
        second += crossedBelow(its, bar)
      }
    }
    if (at === one.stretches.length) break
    const stretch = one.stretches[at] as FlatStretch
    for (let index = 0; index < bars.length; index += 1)
      if (isCrossing(bars[index] as FlatBar, stretch)) sum += 1
    itsStretch = indexOfStretch(stretches, stretch)
    if (itsStretch === -1) continue
    const beside = stretches[itsStretch] as FlatStretch
    const [ahead, behind] = [first, second]
    first = second = Math.min(ahead, behind)
    if (itsBar !== -1 && (itsStretch === itsBar || itsStretch === itsBar - 1)) {
      const end = itsStretch === itsBar ? 1 : 0
      const its = bars[itsBar] as FlatBar
      first = Math.min(ahead + atCorner(bar, 1, its, end, both), behind + atCorner(bar, 1, its, end, left))
      second = Math.min(
        ahead + atCorner(bar, 1, its, end, above),
        behind + atCorner(bar, 1, its, end, neither),
      )
    }
    first += crossedBelow(stretch, beside)
    second += crossedBelow(beside, stretch)
    if (given?.gutter === stretch.gutter) {
      if (given.isFirst) second = Infinity
      else first = Infinity
    }
  }
  return sum + Math.min(first, second)
}

function indexOfBar(bars: readonly FlatBar[], { block, side }: FlatBar): number {
  for (let at = 0; at < bars.length; at += 1) {
    const bar = bars[at] as FlatBar
    if (bar.block === block && bar.side === side) return at
  }
  return -1
}

function indexOfStretch(stretches: readonly FlatStretch[], { gutter }: FlatStretch): number {
  for (let at = 0; at < stretches.length; at += 1) {
    if ((stretches[at] as FlatStretch).gutter === gutter) return at
  }
  return -1
}

/** Where the one runs first: its bar above, its stretch left, both or neither. */
const [neither, left, above, both] = [0, 1, 2, 3]

/**
 * How often the two cross where both turn from the same bar into the same gutter. Ends tell whether that is
 * where their bars come from (0) or lead to (1).
 */
function atCorner(bar: FlatBar, end: 0 | 1, its: FlatBar, itsEnd: 0 | 1, firsts: number): number {
  const [isLeft, isAbove] = [(firsts & left) !== 0, (firsts & above) !== 0]
  // A bar crosses the other's stretch if it leads past it at a height where that is.
  const across = (bar.leads[end] === 1) === isLeft && its.downs[itsEnd] !== isAbove
  const crossed = (its.leads[itsEnd] === 1) !== isLeft && bar.downs[end] === isAbove
  return (across ? 1 : 0) + (crossed ? 1 : 0)
}

function isCrossing(bar: FlatBar, { x, left, right, from, to }: FlatStretch): boolean {
  if (x <= bar.left || x >= bar.right || bar.y <= left || bar.y >= right) return false
  return bar.side !== 0 || (bar.block !== from && bar.block !== to)
}
