/**
 * The ways of lines that are no branch of the tree: from a statement's side up or down the gutters and across
 * the trunks between it and where it leads, so that they cross few lines, turn few corners and are short. Each
 * step of the way out of a branch is to its left or its right; the best of all combinations are found step by
 * step (Bellman 1957). Which of them a line takes is decided where all lines are known (choose-ways.ts).
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

/** A corner costs as much as this many px of way. */
const cornerCost = 45
/** A crossing costs as much as this many px of way. */
export const crossingCost = 600
/** And the title of a section that a line would run over: there is always another way. */
const titleCost = 1e7

/** Where the middle of a bar is along, px, by the rough places that blocks have before trunks have their tracks. */
export function heightOf({ block, isSide }: Bar): number {
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

/** One way that a link may take, and what it costs by itself. */
export interface Way {
  readonly cost: number
  /** Made only when asked for: most ways are not taken. */
  readonly steps: () => Step[]
}

/**
 * The cheapest ways of a link from block to block, best first; all blocks have their rough places.
 * @param keep how many ways to each side of a branch are followed further, at least 1
 */
export function findWays({ source, target }: Ends, rows: readonly Block[], keep: number): Way[] {
  const meeting = meetingOf(source, target)
  const ways =
    meeting === target
      ? joinTrunk(climb(source, target, keep), target)
      : meeting === source
        ? joinTrunk(climb(target, source, keep), source).map(turnedWay)
        : meeting
          ? joinBranches(source, target, { meeting, keep })
          : joinRows(source, target, { rows, keep })
  return ways.sort((a, b) => a.cost - b.cost)
}

/** What a way joins. */
export type Ends = Pick<Route, 'source' | 'target'>

/** A stretch before it is known whose it is. */
export type Step = Omit<Stretch, 'link' | 'lane'>

/** The lowest block that both stand under, themselves included; none if they are in different rows. */
function meetingOf(one: Block, other: Block): Block | undefined {
  let [a, b]: [Block | undefined, Block | undefined] = [one, other]
  while (a && b && a !== b) {
    if (a.depth >= b.depth) a = a.parent
    else b = b.parent
  }
  return a === b ? a : undefined
}

/** The cheapest ways from a block to the gutters beside the branch under `top` that it stands in: left and right. */
type Climbs = readonly [left: readonly State[], right: readonly State[]]

function climb(start: Block, top: Block, keep: number): Climbs {
  const bar: Bar = { block: start, isSide: true }
  let climbs: Climbs = [[stepOut(bar, start, { way: -1 })], [stepOut(bar, start, { way: 1 })]]
  for (let at = start; at.parent !== top;) {
    if (!at.parent) throw new Error('a block does not stand under its meeting')
    climbs = climbOut(climbs, at, { parent: at.parent, keep })
    at = at.parent
  }
  return climbs
}

/** From the gutters beside a block to those beside its parent. */
function climbOut(
  [left, right]: Climbs,
  { column }: Block,
  { parent, keep }: { readonly parent: Block; readonly keep: number },
): Climbs {
  const bar: Bar = { block: parent, isSide: false }
  const inner = [...left, ...right]
  const through = (way: -1 | 1) => inner.map((from) => stepOut(bar, parent, { way, from }))
  // What already leads out at the edge of the branch simply goes on.
  const isFirst = column?.index === 0
  const isLast = column?.index === parent.columns.length - 1
  const onLeft = isFirst ? left.map((state) => beyond(state, parent)) : []
  const onRight = isLast ? right.map((state) => beyond(state, parent)) : []
  return [cheapest([...onLeft, ...through(-1)], keep), cheapest([...onRight, ...through(1)], keep)]
}

function cheapest(states: State[], count: number): readonly State[] {
  return states.sort((a, b) => a.cost - b.cost).slice(0, count)
}

/** To a gutter beside a block, along a bar that starts at its side, or below it from one of its own gutters. */
function stepOut(
  bar: Bar,
  block: Block,
  { way, from }: { readonly way: -1 | 1; readonly from?: State },
): State {
  const { column, parent } = block
  if (!column || !parent) throw new Error('a row has no gutter beside it')
  const gutter = parent.gutters[column.index + (way === -1 ? 0 : 1)] as Gutter
  const spines = way === -1 ? costAtLeft(block, bar) : 0
  if (!from) {
    const edge = way === -1 ? block.x : block.x + block.width
    return { cost: Math.abs(gutter.x - edge) + cornerCost + spines, bar, from: undefined, gutter, way }
  }
  const rise = Math.abs(heightOf(from.bar) - heightOf(bar))
  const crossed =
    way === -1
      ? strandsBetween(block, 0, from.gutter.index)
      : strandsBetween(block, from.gutter.index, block.columns.length)
  const run = Math.abs(gutter.x - from.gutter.x)
  const cost = from.cost + rise + run + 2 * cornerCost + crossed * crossingCost + spines
  return { cost, bar, from, gutter, way }
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

function turnedWay({ cost, steps }: Way): Way {
  return { cost, steps: () => steps().reverse().map(turned) }
}

/** Into the trunk of the block itself. */
function joinTrunk([left, right]: Climbs, block: Block): Way[] {
  const middle = block.x + block.width / 2
  const to: Bar = { block, isSide: false }
  return [...left, ...right].map((state) => ({
    cost: state.cost + Math.abs(state.gutter.x - middle),
    steps: () => [...stepsTo(state), lastStep(state, to)],
  }))
}

/** From the gutter that a state has reached to the next bar, which passes its end. */
function lastStep({ gutter, bar, way }: State, to: Bar): Step {
  return { gutter, from: bar, fromSide: approachOf(way), to, toSide: 'top' }
}

/** Between two branches of one block: inside its branch, or around the block itself and across the trunk above. */
function joinBranches(
  source: Block,
  target: Block,
  { meeting, keep }: { readonly meeting: Block; readonly keep: number },
): Way[] {
  const [sources, targets] = [climb(source, meeting, keep), climb(target, meeting, keep)]
  const within = joinWithin(sources, targets, meeting)
  const { parent } = meeting
  if (!parent) return within
  const around = joinWithin(
    climbOut(sources, childAbove(source, meeting), { parent: meeting, keep }),
    climbOut(targets, childAbove(target, meeting), { parent: meeting, keep }),
    parent,
  )
  return [...within, ...around]
}

/** The block below `top` in whose branch a block stands. */
function childAbove(block: Block, top: Block): Block {
  let at = block
  while (at.parent && at.parent !== top) at = at.parent
  return at
}

/** Between two branches of one block inside its branch: through the gutter between them, or across the trunk above them. */
function joinWithin(sources: Climbs, targets: Climbs, block: Block): Way[] {
  const trunk: Bar = { block, isSide: false }
  const ways: Way[] = []
  for (const source of sources.flat()) {
    for (const target of targets.flat()) {
      const [from, to] = [heightOf(source.bar), heightOf(target.bar)]
      const cost = source.cost + target.cost
      if (source.gutter === target.gutter) {
        // No stretch leads back to the bar it came from.
        if (source.bar.block === target.bar.block) continue
        ways.push({ cost: cost + Math.abs(from - to), steps: () => through(source, target) })
        continue
      }
      const first = Math.min(source.gutter.index, target.gutter.index)
      const end = Math.max(source.gutter.index, target.gutter.index)
      const y = trunkY(block)
      const length = Math.abs(from - y) + Math.abs(to - y) + Math.abs(source.gutter.x - target.gutter.x)
      const crossed = strandsBetween(block, first, end)
      ways.push({
        cost: cost + length + 2 * cornerCost + crossed * crossingCost,
        steps: () => [
          ...stepsTo(source),
          lastStep(source, trunk),
          turned(lastStep(target, trunk)),
          ...stepsTo(target).reverse().map(turned),
        ],
      })
    }
  }
  return ways
}

/** Up or down the one gutter that both have reached. */
function through(source: State, target: State): Step[] {
  const { gutter, bar: from } = source
  const [fromSide, toSide] = [approachOf(source.way), approachOf(target.way)]
  return [
    ...stepsTo(source),
    { gutter, from, fromSide, to: target.bar, toSide },
    ...stepsTo(target).reverse().map(turned),
  ]
}

/** Between trees in different rows: past the rows between them through the nearest gutters. */
function joinRows(
  source: Block,
  target: Block,
  { rows, keep }: { readonly rows: readonly Block[]; readonly keep: number },
): Way[] {
  const [sourceRow, targetRow] = [rows.indexOf(rowAbove(source)), rows.indexOf(rowAbove(target))]
  if (sourceRow < targetRow) return joinRows(target, source, { rows, keep }).map(turnedWay)
  const [lower, upper] = [rows[sourceRow], rows[targetRow]]
  if (!lower || !upper) throw new Error('a tree stands in no row')
  const between = rows.slice(targetRow + 1, sourceRow).reverse()
  const ends = climb(target, upper, keep).flat()
  return climb(source, lower, keep)
    .flat()
    .flatMap((from) =>
      ends.map((to) => ({
        cost: from.cost + to.cost + Math.abs(from.gutter.x - to.gutter.x),
        steps: () => throughRows(from, to, { lower, between }),
      })),
    )
}

function throughRows(
  from: State,
  to: State,
  { lower, between }: { readonly lower: Block; readonly between: readonly Block[] },
): Step[] {
  let bar: Bar = { block: lower, isSide: false }
  const steps = [...stepsTo(from), lastStep(from, bar)]
  let x = from.gutter.x
  for (const [index, row] of between.entries()) {
    const gutter = nearest(row.gutters, x + (to.gutter.x - x) * ((index + 1) / (between.length + 1)))
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
