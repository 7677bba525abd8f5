/**
 * The ways of lines that are no branch of the tree: from a statement's side up or down the gutters and across
 * the trunks between it and where it leads, so that they cross few lines, turn few corners and are short. Each
 * step of the way out of a branch is to its left or its right; the best of all combinations is found step by
 * step (Bellman 1957).
 */
import { isStack, type Block, type Bundle, type Gutter } from './blocks.ts'
import { gaps } from './gaps.ts'

/** Across: from the side of a box, or along the trunk below one. */
export interface Bar {
  readonly block: Block
  readonly isSide: boolean
}

/** On which side of a gutter a bar lies that a stretch ends at; top and bottom are trunks that pass its end. */
export type Approach = 'left' | 'right' | 'top' | 'bottom'

/** Up or down a gutter from one bar to the next. */
export interface Stretch {
  readonly gutter: Gutter
  readonly link: number
  readonly from: Bar
  readonly fromSide: Approach
  readonly to: Bar
  readonly toSide: Approach
  /** Which lane of the gutter; set when those of all lines are known. */
  lane: number
}

/** From the source to the target of a link. */
export interface Route {
  readonly link: number
  readonly bundle: Bundle
  readonly source: Block
  readonly target: Block
  readonly stretches: readonly Stretch[]
}

/** A corner and a crossing cost as much as this many px of way. */
const cornerCost = 45
const crossingCost = 200
/** And the title of a section that a line would run over: there is always another way. */
const titleCost = 1e7

/** Where the middle of a bar is along, by the places blocks have so far. */
function heightOf({ block, isSide }: Bar): number {
  return isSide ? block.y + block.height / 2 : trunkY(block)
}

function trunkY(block: Block): number {
  return block.y + block.height + Math.min(block.trunk, gaps.betweenRows) / 2
}

/** How a gutter beside a block can be reached, and at what cost. */
interface State {
  readonly cost: number
  readonly bar: Bar
  readonly from: State | undefined
  readonly gutter: Gutter
  /** -1 if the bar leads to the left, 1 if to the right. */
  readonly way: -1 | 1
}

/** The way of a link from block to block, all of which have their rough places. */
export function findRoute(
  { link, bundle, source, target }: Omit<Route, 'stretches'>,
  rows: readonly Block[],
): Route {
  const meeting = meetingOf(source, target)
  const steps =
    meeting === target
      ? joinTrunk(climb(source, target), target)
      : meeting === source
        ? joinTrunk(climb(target, source), source).reverse().map(turned)
        : meeting
          ? joinWithin(climb(source, meeting), climb(target, meeting), meeting)
          : joinRows(source, target, rows)
  return { link, bundle, source, target, stretches: steps.map((step) => ({ ...step, link, lane: 0 })) }
}

type Step = Omit<Stretch, 'link' | 'lane'>

/** The lowest block that both stand under, themselves included; none if they are in different rows. */
function meetingOf(one: Block, other: Block): Block | undefined {
  let [a, b]: [Block | undefined, Block | undefined] = [one, other]
  while (a && b && a !== b) {
    if (a.depth >= b.depth) a = a.parent
    else b = b.parent
  }
  return a === b ? a : undefined
}

/** The two cheapest ways from a block to the gutters beside the branch under `top` that it stands in. */
function climb(start: Block, top: Block): [State, State] {
  let at = start
  let states = stepOut({ block: start, isSide: true }, at, undefined)
  while (at.parent !== top) {
    const parent = at.parent
    if (!parent?.column || !at.column) throw new Error('a block does not stand under its meeting')
    const through = stepOut({ block: parent, isSide: false }, parent, states)
    const column = at.column.index
    // What already leads out at the edge of the branch simply goes on.
    const [left, right] = states
    states = [
      column === 0 ? cheaper(beyond(left, parent), through[0]) : through[0],
      column === parent.columns.length - 1 ? cheaper(beyond(right, parent), through[1]) : through[1],
    ]
    at = parent
  }
  return states
}

function cheaper(first: State, second: State): State {
  return second.cost < first.cost ? second : first
}

/** To both gutters beside a block, along a bar that starts at its side, or below it from its own gutters. */
function stepOut(bar: Bar, block: Block, from: readonly State[] | undefined): [State, State] {
  const { column, parent } = block
  if (!column || !parent) throw new Error('a row has no gutter beside it')
  const lead = (way: -1 | 1): State => {
    const gutter = parent.gutters[column.index + (way === -1 ? 0 : 1)] as Gutter
    const spines = way === -1 ? costAtLeft(block, bar) : 0
    if (!from) {
      const edge = way === -1 ? block.x : block.x + block.width
      return { cost: Math.abs(gutter.x - edge) + cornerCost + spines, bar, from: undefined, gutter, way }
    }
    let best: State | undefined
    for (const state of from) {
      const rise = Math.abs(heightOf(state.bar) - heightOf(bar))
      const crossed = strandsBetween(
        block,
        way === -1 ? 0 : state.gutter.index,
        way === -1 ? state.gutter.index : block.columns.length,
      )
      const cost =
        state.cost +
        rise +
        Math.abs(gutter.x - state.gutter.x) +
        2 * cornerCost +
        crossed * crossingCost +
        spines
      if (!best || cost < best.cost) best = { cost, bar, from: state, gutter, way }
    }
    return best as State
  }
  return [lead(-1), lead(1)]
}

/** The same bar on to the gutter beside the parent. */
function beyond(state: State, parent: Block): State {
  const gutter =
    parent.parent?.gutters[(parent.column?.index ?? 0) + (state.way === -1 ? 0 : 1)] ?? state.gutter
  const spines = state.way === -1 ? costAtLeft(parent, state.bar) : 0
  return { ...state, gutter, cost: state.cost + Math.abs(gutter.x - state.gutter.x) + spines }
}

/** What it costs to leave a branch to its left: the lines of its stack run up there, or the title of its section. */
function costAtLeft({ y, column, place, parent, frame }: Block, { block, isSide }: Bar): number {
  const top = block.y + (isSide ? 0 : block.height)
  const title = frame && top < y + frame.guarded ? titleCost : 0
  const isCrossed = isStack(column) && parent?.vertex !== -1
  return title + (isCrossed ? ((column?.members.length ?? 1) - 1 - place) * crossingCost : 0)
}

/** Lines of the tree that come up from these columns. */
function strandsBetween(block: Block, first: number, end: number): number {
  if (block.vertex === -1) return 0
  let count = 0
  for (let index = first; index < end; index += 1) count += block.columns[index]?.members.length ?? 0
  return count
}

function approachOf(way: -1 | 1): Approach {
  return way === -1 ? 'right' : 'left'
}

/** The steps that lead to a state, from its start. */
function stepsTo(state: State): Step[] {
  const steps: Step[] = []
  for (let at = state; at.from; at = at.from) {
    steps.push({
      gutter: at.from.gutter,
      from: at.from.bar,
      fromSide: approachOf(at.from.way),
      to: at.bar,
      toSide: 'top',
    })
  }
  return steps.reverse()
}

function turned({ gutter, from, fromSide, to, toSide }: Step): Step {
  return { gutter, from: to, fromSide: toSide, to: from, toSide: fromSide }
}

/** Into the trunk of the block itself. */
function joinTrunk([left, right]: [State, State], block: Block): Step[] {
  const middle = block.x + block.width / 2
  const cost = (state: State) => state.cost + Math.abs(state.gutter.x - middle)
  const state = cost(right) < cost(left) ? right : left
  const to: Bar = { block, isSide: false }
  return [
    ...stepsTo(state),
    { gutter: state.gutter, from: state.bar, fromSide: approachOf(state.way), to, toSide: 'top' },
  ]
}

/** Between two branches of one block: through the gutter between them, or across the trunk above them. */
function joinWithin(sources: readonly State[], targets: readonly State[], block: Block): Step[] {
  let best: { cost: number; source: State; target: State } | undefined
  const trunk: Bar = { block, isSide: false }
  for (const source of sources) {
    for (const target of targets) {
      const [from, to] = [heightOf(source.bar), heightOf(target.bar)]
      let cost = source.cost + target.cost
      if (source.gutter === target.gutter) cost += Math.abs(from - to)
      else {
        const [first, end] = [source.gutter.index, target.gutter.index].sort((a, b) => a - b) as [
          number,
          number,
        ]
        cost += Math.abs(from - trunkY(block)) + Math.abs(to - trunkY(block)) + 2 * cornerCost
        cost += Math.abs(source.gutter.x - target.gutter.x)
        cost += strandsBetween(block, first, end) * crossingCost
      }
      if (!best || cost < best.cost) best = { cost, source, target }
    }
  }
  const { source, target } = best as { source: State; target: State }
  const down = stepsTo(target).reverse().map(turned)
  const [fromSide, toSide] = [approachOf(source.way), approachOf(target.way)]
  if (source.gutter === target.gutter) {
    return [
      ...stepsTo(source),
      { gutter: source.gutter, from: source.bar, fromSide, to: target.bar, toSide },
      ...down,
    ]
  }
  return [
    ...stepsTo(source),
    { gutter: source.gutter, from: source.bar, fromSide, to: trunk, toSide: 'top' },
    { gutter: target.gutter, from: trunk, fromSide: 'top', to: target.bar, toSide },
    ...down,
  ]
}

/** Between trees in different rows: past the rows between them through the nearest gutters. */
function joinRows(source: Block, target: Block, rows: readonly Block[]): Step[] {
  const [sourceRow, targetRow] = [rows.indexOf(rowAbove(source)), rows.indexOf(rowAbove(target))]
  if (sourceRow < targetRow) return joinRows(target, source, rows).reverse().map(turned)
  const [lower, upper] = [rows[sourceRow], rows[targetRow]]
  if (!lower || !upper) throw new Error('a tree stands in no row')
  let best: { cost: number; from: State; to: State } | undefined
  for (const from of climb(source, lower)) {
    for (const to of climb(target, upper)) {
      const cost = from.cost + to.cost + Math.abs(from.gutter.x - to.gutter.x)
      if (!best || cost < best.cost) best = { cost, from, to }
    }
  }
  const { from, to } = best as { from: State; to: State }
  let bar: Bar = { block: lower, isSide: false }
  const steps = stepsTo(from)
  steps.push({ gutter: from.gutter, from: from.bar, fromSide: approachOf(from.way), to: bar, toSide: 'top' })
  let x = from.gutter.x
  for (let index = sourceRow - 1; index > targetRow; index -= 1) {
    const row = rows[index] as Block
    const share = (sourceRow - index) / (sourceRow - targetRow)
    const gutter = nearest(row.gutters, x + (to.gutter.x - x) * share)
    const next: Bar = { block: row, isSide: false }
    steps.push({ gutter, from: bar, fromSide: 'bottom', to: next, toSide: 'top' })
    bar = next
    x = gutter.x
  }
  steps.push({ gutter: to.gutter, from: bar, fromSide: 'bottom', to: to.bar, toSide: approachOf(to.way) })
  return [...steps, ...stepsTo(to).reverse().map(turned)]
}

function rowAbove(block: Block): Block {
  let at = block
  while (at.parent) at = at.parent
  return at
}

function nearest(gutters: readonly Gutter[], x: number): Gutter {
  let best = gutters[0] as Gutter
  for (const gutter of gutters) if (Math.abs(gutter.x - x) < Math.abs(best.x - x)) best = gutter
  return best
}
