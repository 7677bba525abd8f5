/**
 * A way from box to box in right angles around everything that stands between them, for lines whose ends
 * the user has moved apart: the shortest one with few corners (A*: Hart, Nilsson and Raphael 1968) on the
 * lines that run past the boxes.
 */
import type { Point } from './drawing.ts'
import type { Direction } from '../../model/kinds.ts'
import type { Box } from '../scene.ts'

export interface Ends {
  readonly from: Box
  readonly to: Box
  /** The side on which lines usually leave a box: towards what it supports. */
  readonly direction: Direction
  /** How many lines were led anew at each end before this one: they share its sides. */
  readonly taken: readonly [from: number, to: number]
}

/** How far around the two boxes a way is looked for, px. */
const search = 240
/** A line keeps at least this far from boxes that are not its ends, px. */
const clearance = 5
/** A corner costs as much as this many px of way; an unusual side of a box as much as three corners. */
const corner = 60
/** Places of the grid beyond which the straight way is taken in spite of what is in it. */
const mostPlaces = 90_000

/** The way from border to border; a simple one that may run through boxes if there is none around them. */
export function wayAround(ends: Ends, boxes: readonly Box[]): Point[] {
  const left = Math.min(ends.from.x, ends.to.x) - search
  const right = Math.max(ends.from.x + ends.from.width, ends.to.x + ends.to.width) + search
  const top = Math.min(ends.from.y, ends.to.y) - search
  const bottom = Math.max(ends.from.y + ends.from.height, ends.to.y + ends.to.height) + search
  const near = boxes.filter(
    (box) => box.x < right && left < box.x + box.width && box.y < bottom && top < box.y + box.height,
  )
  // Several lines around the same box take lanes at different distances, if there is room for that.
  const lanes = [8 + 4 * ((ends.taken[0] + ends.taken[1]) % 3), 8]
  for (const lane of lanes) {
    const way = searchGrid(ends, near, lane)
    if (way) return way
  }
  return directWay(ends.from, ends.to)
}

interface Port {
  /** On the border. */
  readonly end: Point
  /** A lane's width outside. */
  readonly out: Point
  readonly cost: number
}

const sides = ['top', 'bottom', 'left', 'right'] as const

/** The middle of each side, or beside it where earlier lines end already. */
function portsOf(box: Box, usual: (typeof sides)[number], lane: number, taken: number): Port[] {
  const beside = (taken % 2 === 0 ? 1 : -1) * Math.ceil(taken / 2) * 16
  const along = (start: number, size: number) =>
    Math.round(start + size / 2 + Math.max(12 - size / 2, Math.min(size / 2 - 12, size < 40 ? 0 : beside)))
  const [x, y] = [along(box.x, box.width), along(box.y, box.height)]
  const [right, bottom] = [box.x + box.width, box.y + box.height]
  const cost = (side: (typeof sides)[number]) => (side === usual ? 0 : 3 * corner)
  return [
    { end: [x, box.y], out: [x, box.y - lane], cost: cost('top') },
    { end: [x, bottom], out: [x, bottom + lane], cost: cost('bottom') },
    { end: [box.x, y], out: [box.x - lane, y], cost: cost('left') },
    { end: [right, y], out: [right + lane, y], cost: cost('right') },
  ]
}

function searchGrid(
  { from, to, direction, taken }: Ends,
  boxes: readonly Box[],
  lane: number,
): Point[] | undefined {
  const leaving = ({ down: 'top', up: 'bottom', right: 'left', left: 'right' } as const)[direction]
  const entering = ({ down: 'bottom', up: 'top', right: 'right', left: 'left' } as const)[direction]
  // Arrowhead and sign want a little more room than passing by.
  const starts = portsOf(from, leaving, lane, taken[0])
  const goals = portsOf(to, entering, lane, taken[1])
  const outs = [...starts, ...goals].map(({ out }) => out)
  const xs = distinct([
    ...outs.map(([x]) => x),
    ...boxes.flatMap(({ x, width }) => [x - lane, x + width + lane]),
  ])
  const ys = distinct([
    ...outs.map(([, y]) => y),
    ...boxes.flatMap(({ y, height }) => [y - lane, y + height + lane]),
  ])
  if (xs.length * ys.length > mostPlaces) return undefined
  const grid = new Grid(xs, ys, boxes)
  return grid.shortest(starts, goals)
}

function distinct(values: readonly number[]): number[] {
  return [...new Set(values)].sort((a, b) => a - b)
}

/** Places where the lines that run past the boxes meet, and which steps between them are free. */
class Grid {
  private readonly columns: number
  /** Per place: whether the step to the right, and the one downwards, is blocked by a box. */
  private readonly right: Uint8Array
  private readonly down: Uint8Array

  constructor(
    private readonly xs: readonly number[],
    private readonly ys: readonly number[],
    boxes: readonly Box[],
  ) {
    this.columns = xs.length
    this.right = new Uint8Array(xs.length * ys.length)
    this.down = new Uint8Array(xs.length * ys.length)
    for (const box of boxes) this.block(box)
  }

  private block({ x, y, width, height }: Box): void {
    const [left, right] = [x - clearance, x + width + clearance]
    const [top, bottom] = [y - clearance, y + height + clearance]
    for (const [row, at] of this.ys.entries()) {
      const next = this.ys[row + 1] ?? at
      if (next <= top || at >= bottom) continue
      for (let column = firstAbove(this.xs, left); column < this.columns; column += 1) {
        const across = this.xs[column] ?? 0
        if (across >= right) break
        this.down[row * this.columns + column] = 1
      }
      if (at <= top) continue
      for (let column = Math.max(0, firstAbove(this.xs, left) - 1); column < this.columns; column += 1) {
        if ((this.xs[column] ?? 0) >= right) break
        this.right[row * this.columns + column] = 1
      }
    }
  }

  shortest(starts: readonly Port[], goals: readonly Port[]): Point[] | undefined {
    const goalAt = new Map(goals.map((goal) => [this.placeOf(goal.out), goal]))
    const count = this.xs.length * this.ys.length
    // A state is a place and how it was reached: 0 across, 1 along.
    const best = new Float64Array(2 * count).fill(Infinity)
    const cameFrom = new Int32Array(2 * count).fill(-1)
    const queue = new Queue()
    for (const [index, start] of starts.entries()) {
      const state = 2 * this.placeOf(start.out) + (index < 2 ? 1 : 0)
      best[state] = start.cost
      queue.push(state, start.cost)
    }
    for (let state = queue.pop(); state !== undefined; state = queue.pop()) {
      if (state < 0) return this.wayTo(-state - 1, cameFrom, starts, goalAt)
      const place = state >> 1
      const cost = best[state] ?? Infinity
      const goal = goalAt.get(place)
      if (goal) queue.push(-state - 1, cost + goal.cost + (isAlong(goal) === (state & 1) ? 0 : corner))
      for (const [next, turn, length] of this.steps(place)) {
        const reached = cost + length + ((state & 1) === turn ? 0 : corner)
        const nextState = 2 * next + turn
        if (reached >= (best[nextState] ?? Infinity)) continue
        best[nextState] = reached
        cameFrom[nextState] = state
        queue.push(nextState, reached)
      }
    }
    return undefined
  }

  private *steps(place: number): Generator<readonly [next: number, turn: 0 | 1, length: number]> {
    const [column, row] = [place % this.columns, Math.floor(place / this.columns)]
    const [x, y] = [this.xs[column] ?? 0, this.ys[row] ?? 0]
    const [left, right] = [this.xs[column - 1], this.xs[column + 1]]
    const [up, down] = [this.ys[row - 1], this.ys[row + 1]]
    if (right !== undefined && !this.right[place]) yield [place + 1, 0, right - x]
    if (left !== undefined && !this.right[place - 1]) yield [place - 1, 0, x - left]
    if (down !== undefined && !this.down[place]) yield [place + this.columns, 1, down - y]
    if (up !== undefined && !this.down[place - this.columns]) yield [place - this.columns, 1, y - up]
  }

  private wayTo(
    last: number,
    cameFrom: Int32Array,
    starts: readonly Port[],
    goalAt: ReadonlyMap<number, Port>,
  ): Point[] | undefined {
    const points: Point[] = []
    let state = last
    for (; (cameFrom[state] ?? -1) !== -1; state = cameFrom[state] ?? -1)
      points.unshift(this.pointAt(state >> 1))
    const [x, y] = this.pointAt(state >> 1)
    const start = starts.find(({ out }) => out[0] === x && out[1] === y)
    const goal = goalAt.get(last >> 1)
    return start && goal ? [start.end, [x, y], ...points, goal.end] : undefined
  }

  private pointAt(place: number): Point {
    return [this.xs[place % this.columns] ?? 0, this.ys[Math.floor(place / this.columns)] ?? 0]
  }

  private placeOf([x, y]: Point): number {
    return this.ys.indexOf(y) * this.columns + this.xs.indexOf(x)
  }
}

function isAlong({ end, out }: Port): 0 | 1 {
  return end[0] === out[0] ? 1 : 0
}

function firstAbove(values: readonly number[], limit: number): number {
  let [low, high] = [0, values.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((values[middle] ?? 0) > limit) high = middle
    else low = middle + 1
  }
  return low
}

/** Lowest cost first; among equals what was pushed first, so that the answer is always the same. */
class Queue {
  private readonly heap: { readonly state: number; readonly cost: number; readonly order: number }[] = []
  private pushed = 0

  push(state: number, cost: number): void {
    const { heap } = this
    heap.push({ state, cost, order: this.pushed })
    this.pushed += 1
    for (let at = heap.length - 1; at > 0;) {
      const parent = (at - 1) >> 1
      if (!this.isBefore(at, parent)) break
      this.swap(at, parent)
      at = parent
    }
  }

  pop(): number | undefined {
    const { heap } = this
    if (heap.length === 0) return undefined
    this.swap(0, heap.length - 1)
    const first = heap.pop()
    for (let at = 0; ;) {
      const child = 2 * at + 1
      if (child >= heap.length) break
      const least = child + 1 < heap.length && this.isBefore(child + 1, child) ? child + 1 : child
      if (!this.isBefore(least, at)) break
      this.swap(least, at)
      at = least
    }
    return first?.state
  }

  private isBefore(a: number, b: number): boolean {
    const [first, second] = [this.heap[a], this.heap[b]]
    if (!first || !second) return false
    return first.cost < second.cost || (first.cost === second.cost && first.order < second.order)
  }

  private swap(a: number, b: number): void {
    const [first, second] = [this.heap[a], this.heap[b]]
    if (!first || !second) return
    this.heap[a] = second
    this.heap[b] = first
  }
}

/** From border to border in right angles, through the wider of the two spaces between the boxes. */
function directWay(from: Box, to: Box): Point[] {
  const [fromX, fromY] = [Math.round(from.x + from.width / 2), Math.round(from.y + from.height / 2)]
  const [toX, toY] = [Math.round(to.x + to.width / 2), Math.round(to.y + to.height / 2)]
  const above = from.y - (to.y + to.height)
  const below = to.y - (from.y + from.height)
  const right = from.x - (to.x + to.width)
  const left = to.x - (from.x + from.width)
  if (Math.max(above, below) >= Math.max(right, left)) {
    const [start, end] = above > below ? [from.y, to.y + to.height] : [from.y + from.height, to.y]
    const middle = Math.round((start + end) / 2)
    return [
      [fromX, start],
      [fromX, middle],
      [toX, middle],
      [toX, end],
    ]
  }
  const [start, end] = right > left ? [from.x, to.x + to.width] : [from.x + from.width, to.x]
  const middle = Math.round((start + end) / 2)
  return [
    [start, fromY],
    [middle, fromY],
    [middle, toY],
    [end, toY],
  ]
}
