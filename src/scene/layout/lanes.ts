/**
 * Which lane of its gutter each line takes: lines that come from the left keep to the left, those that go the
 * same way lie around each other, and all are ordered so that few cross. A gutter is a trunk on its side, so
 * tracks.ts serves for both.
 */
import type { Gutter } from './blocks.ts'
import type { Approach, Bar, Route, Stretch } from './routes.ts'
import { orderTracks, type Crossing } from './tracks.ts'
import { preferenceIn, shapeOf } from './ways-across.ts'

/** How many lines are compared by their whole ways: that takes time. */
const mostCompared = 60

/** Gives every stretch its lane and every gutter its number of lanes, by the places blocks have so far. */
export function assignLanes(routes: readonly Route[]): void {
  const shapes =
    routes.length > mostCompared
      ? undefined
      : new Map(routes.map((route) => [route.link, shapeOf(route.stretches, 0)]))
  const passesIn = new Map<Gutter, Pass[]>()
  for (const { stretches } of routes) {
    for (let index = 0; index < stretches.length; index += 1) {
      const stretch = stretches[index] as Stretch
      const pass = {
        stretch,
        from: endOf(stretch.from, stretch.fromSide, stretches[index - 1]),
        to: endOf(stretch.to, stretch.toSide, stretches[index + 1]),
      }
      const list = passesIn.get(stretch.gutter)
      if (list) list.push(pass)
      else passesIn.set(stretch.gutter, [pass])
    }
  }
  for (const [gutter, passes] of passesIn) {
    gutter.lanes = passes.length
    if (passes.length === 1) continue
    passes.sort((a, b) => groupOf(a) - groupOf(b) || a.stretch.link - b.stretch.link)
    const turns = passes.map(({ from, to }) => turnsOf(turnOf(from, gutter), turnOf(to, gutter)))
    const ways = passes.map(({ stretch }) => shapes?.get(stretch.link))
    const order = orderTracks(passes.map(crossingOf), [...passes.keys()], (first, second) => {
      const [one, other] = [ways[first], ways[second]]
      const whole =
        one && other && one !== other && first < second ? -2 * preferenceIn(gutter, one, other) : 0
      return whole + contradiction(turns[first] ?? none, turns[second] ?? none)
    })
    for (let lane = 0; lane < order.length; lane += 1) {
      const pass = passes[order[lane] as number]
      if (pass) pass.stretch.lane = lane
    }
  }
}

function endOf(bar: Bar, side: Approach, beyond: Stretch | undefined): End {
  return { y: heightOf(bar), side, bar, beyond }
}

/** Where a stretch runs across, once gutters have their places. */
export function laneX({ gutter, lane }: Stretch): number {
  return Math.round(gutter.x + lane * gutter.step)
}

/** About where a bar is along. */
export function heightOf({ block, isSide }: Bar): number {
  return block.y + block.height + (isSide ? -block.height : block.trunk) / 2
}

interface End {
  readonly y: number
  readonly side: Approach
  readonly bar: Bar
  /** What the line goes on with beyond the bar. */
  readonly beyond: Stretch | undefined
}

interface Pass {
  readonly stretch: Stretch
  readonly from: End
  readonly to: End
}

/** From what comes and goes at the left to what comes and goes at the right. */
function groupOf({ from, to }: Pass): number {
  return leaning(from.side) + leaning(to.side)
}

function leaning(side: Approach): number {
  return side === 'left' ? -1 : side === 'right' ? 1 : 0
}

/** What comes in from the left counts as coming from above, and what goes out to the right as going down. */
function crossingOf({ from, to }: Pass): Crossing {
  const [first, second] = [reachOf(from), reachOf(to)]
  return {
    upper: placesAt('left', from, to),
    lower: placesAt('right', from, to),
    left: Math.min(first, second),
    right: Math.max(first, second),
  }
}

function reachOf({ y, side }: End): number {
  return side === 'top' ? y - 1000 : side === 'bottom' ? y + 1000 : y
}

const nowhere: readonly number[] = []

function placesAt(side: Approach, from: End, to: End): readonly number[] {
  if (from.side !== side) return to.side === side ? [to.y] : nowhere
  return to.side === side ? [from.y, to.y] : [from.y]
}

/** How a line turns into a trunk at an end of its gutter, as a number by which such lines are to be ordered. */
interface Turn {
  readonly bar: Bar
  readonly side: Approach
  /** 0 and 1 to the left, 2 and 3 to the right; the outer ones go on the other way than they came. */
  readonly group: number
  readonly along: number
}

function turnOf({ side, bar, beyond, y }: End, gutter: Gutter): Turn | undefined {
  if (bar.isSide || side === 'left' || side === 'right') return undefined
  const x = beyond ? laneX(beyond) : bar.block.x + bar.block.width / 2
  const isBack = (beyond ? goesDown(beyond, bar, y) : false) === (side === 'top')
  const isLeft = x < gutter.x
  return {
    bar,
    side,
    group: isLeft ? (isBack ? 0 : 1) : isBack ? 3 : 2,
    along: isBack ? -x : x,
  }
}

/** Whether the stretch leads down from the trunk. */
function goesDown({ from, to, fromSide, toSide }: Stretch, bar: Bar, y: number): boolean {
  const isFrom = from.block === bar.block && !from.isSide
  const side = isFrom ? fromSide : toSide
  if (side === 'top' || side === 'bottom') return side === 'top'
  return heightOf(isFrom ? to : from) > y
}

const none: readonly Turn[] = []

function turnsOf(from: Turn | undefined, to: Turn | undefined): readonly Turn[] {
  if (!from) return to ? [to] : none
  return to ? [from, to] : [from]
}

/** How many crossings it makes for sure at the ends of the gutter that one line runs left of the other. */
function contradiction(left: readonly Turn[], right: readonly Turn[]): number {
  let sum = 0
  for (const a of left) {
    for (const b of right) {
      if (a.bar.block !== b.bar.block || a.side !== b.side) continue
      if (a.group > b.group || (a.group === b.group && a.along > b.along)) sum += 1
    }
  }
  return sum
}
