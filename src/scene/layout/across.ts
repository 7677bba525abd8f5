/**
 * Places across: bottom up, every branch gets its inner places and its outlines, whatever surrounds it; then
 * top down, all places in the part. Heights are known by then (along.ts). Branches side by side come as near
 * to each other as their outlines allow, with room between them for the lines that run there.
 */
import { isStack, type Block, type Column, type Gutter } from './blocks.ts'
import { Contour } from './contour.ts'
import { gaps } from './gaps.ts'
import type { Bar, Route } from './routes.ts'

/** A branch as seen from both sides. */
interface Outlines {
  readonly left: Contour
  readonly right: Contour
}

/** What stands below a statement begins at least so far below it, px; beside it, it may stand higher. */
const below = 24

/**
 * Places all blocks of rows across. Rows keep their own `x`. Blocks come parents first; `routes` are the lines
 * that run through gutters.
 */
export function placeAcross(
  rows: readonly Block[],
  blocks: readonly Block[],
  routes: readonly Route[] = [],
): void {
  markReach(rows, blocks, routes)
  for (const block of blocks) {
    const { parent, column } = block
    // What hangs alone below a box at the left stands straight below it.
    block.isLeft = isStack(column) || (parent?.isLeft === true && parent.columns.length === 1)
  }
  const outlines = new Map<Block, Outlines>()
  for (let at = blocks.length - 1; at >= 0; at -= 1) shapeAcross(blocks[at] as Block, outlines)
  for (const row of rows) {
    const { x } = row
    shapeAcross(row, outlines)
    row.x = x
    moveColumns(row, x)
  }
  for (const block of blocks) {
    const { column } = block
    block.x = (column?.x ?? 0) + block.inset
    moveColumns(block, column?.x ?? 0)
  }
}

/** How far down the lines in each gutter lead. */
function markReach(rows: readonly Block[], blocks: readonly Block[], routes: readonly Route[]): void {
  for (const { gutters } of [...rows, ...blocks]) for (const gutter of gutters) gutter.reach = -Infinity
  for (const { stretches } of routes) {
    for (const { gutter, from, to } of stretches) {
      gutter.reach = Math.max(gutter.reach, bottomOf(from), bottomOf(to))
    }
  }
}

function bottomOf({ block, isSide }: Bar): number {
  return block.y + block.height + (isSide ? 0 : block.trunk)
}

/** Everything of a block relative to the left of its frame. */
function shapeAcross(block: Block, outlines: Map<Block, Outlines>): void {
  if (block.columns.length === 0) {
    block.inset = 0
    block.frameWidth = block.width + block.overhang
    return
  }
  const whole = setSideBySide(block, outlines)
  if (block.vertex === -1) {
    enclose(block, whole, outlines)
    return
  }
  block.inset = insetOf(block)
  coverHead(block, whole)
  const by = whole.left.most
  whole.left.move(-by)
  whole.right.move(by)
  moveColumns(block, by)
  block.inset += by
  block.frameWidth = whole.right.most
  outlines.set(block, whole)
}

/** Trees that stand together are a rectangle, within the frame around them. */
function enclose(block: Block, { left, right }: Outlines, outlines: Map<Block, Outlines>): void {
  const { y, frame, frameHeight } = block
  const by = left.most + (frame?.left ?? 0)
  moveColumns(block, by)
  block.frameWidth = Math.max(right.most + by + (frame?.right ?? 0), frame?.leastWidth ?? 0)
  const rectangle = { left: new Contour(), right: new Contour() }
  const bottom = y + frameHeight + gaps.inStackOfBranches
  rectangle.left.cover(y, bottom, 0)
  rectangle.right.cover(y, bottom, block.frameWidth)
  outlines.set(block, rectangle)
}

/** The columns of a block and the gutters between them, from left to right. */
function setSideBySide(block: Block, outlines: Map<Block, Outlines>): Outlines {
  let whole: Outlines | undefined
  const top = block.y + block.height + block.trunk
  for (const column of block.columns) {
    const own = outlinesOf(block, column, { top, outlines })
    const x = besideWhole(block, column, { whole, own, top })
    column.x = x
    own.left.move(-x)
    own.right.move(x)
    const gutter = block.gutters[column.index]
    if (gutter && gutter.lanes > 0) own.left.raise(top, gutter.reach, gaps.laneAtEdge - gutter.x)
    if (whole) {
      own.left.overlay(whole.left)
      whole.right.overlay(own.right)
    }
    whole = { left: own.left, right: whole?.right ?? own.right }
  }
  const last = block.gutters.at(-1)
  if (!whole || !last) throw new Error('a block without columns has no outlines')
  if (last.lanes === 0) last.x = whole.right.most + gaps.besideLane
  else {
    last.step = stepOf(last)
    last.x = whole.right.reachBetween(top, last.reach) + gaps.besideLane
    whole.right.raise(top, last.reach, last.x + roomOf(last) + gaps.laneAtEdge)
  }
  return whole
}

/** Where a column comes to stand beside what is set already; puts the lanes between the two in place. */
function besideWhole(
  block: Block,
  column: Column,
  { whole, own, top }: { readonly whole: Outlines | undefined; readonly own: Outlines; readonly top: number },
): number {
  const before = block.columns[column.index - 1]
  const isStacked = hasSpines(block, column)
  const usual = !before || isStacked ? gaps.besideLane : gapBetween(before.members, column.members)
  let x = whole ? Math.ceil(whole.right.distanceTo(own.left)) + usual : firstX(own, isStacked)
  // Nothing stands to the left of a box at the left.
  if (block.isLeft) x = Math.max(x, own.left.most)
  const gutter = block.gutters[column.index]
  if (!gutter) return x
  if (gutter.lanes === 0) {
    // Where lines would run that have yet to find their way.
    const spines = isStacked ? spinesOf(column) : 0
    gutter.x = whole ? x - spines - gaps.besideLane : gaps.laneAtEdge
    return x
  }
  gutter.step = stepOf(gutter)
  gutter.x = whole
    ? Math.ceil(whole.right.reachBetween(top, gutter.reach)) + gaps.besideLane
    : gaps.laneAtEdge
  const lanes = new Contour()
  lanes.cover(top, Math.max(gutter.reach, top + 1), gutter.x + roomOf(gutter))
  const least = Math.ceil(lanes.distanceTo(own.left)) + (isStacked ? gaps.betweenLinks : gaps.besideLane)
  if (x > least && whole) gutter.x += Math.floor((x - least) / 2)
  if (whole) whole.right.raise(top, gutter.reach, gutter.x + roomOf(gutter))
  return Math.max(x, least)
}

/** Of the first column: its outermost at the left of the frame, the spine of a stack a little away from it. */
function firstX({ left }: Outlines, isStacked: boolean): number {
  return left.most + (isStacked ? gaps.spineAtEdge : 0)
}

/** Whether lines run up at the left of a column: not where trees stand together. */
function hasSpines({ vertex }: Block, column: Column): boolean {
  return vertex !== -1 && isStack(column)
}

/** From the first of them to the boxes of a stack. */
function spinesOf({ spines }: Column): number {
  return gaps.besideStack + (spines - 1) * gaps.betweenTracks
}

function stepOf({ lanes }: Gutter): number {
  const usual = Math.max(gaps.betweenMany, Math.min(gaps.betweenLinks, gaps.fewLanes / lanes))
  return Math.max(4, Math.min(usual, gaps.mostForLanes / lanes))
}

/** From the first lane to the last. */
function roomOf({ lanes, step }: Gutter): number {
  return Math.ceil((lanes - 1) * step)
}

/** Of the members of a column relative to it, from the space below their parent on; those of a stack with its spines. */
function outlinesOf(
  block: Block,
  column: Column,
  { top, outlines }: { readonly top: number; readonly outlines: Map<Block, Outlines> },
): Outlines {
  const { members } = column
  const [first] = members
  const known = first && members.length === 1 ? outlines.get(first) : undefined
  const left = known?.left ?? new Contour()
  const right = known?.right ?? new Contour()
  if (!first) return { left, right }
  if (!known) {
    for (let at = members.length - 1; at >= 0; at -= 1) {
      const member = members[at] as Block
      const own = outlines.get(member)
      if (own) right.stack(own.right)
      else right.cover(member.y, member.y + member.height + below, member.width + member.overhang)
    }
    left.cover(first.y, right.bottom, 0)
  }
  if (hasSpines(block, column)) {
    const spines = spinesOf(column)
    left.raise(top, right.bottom, spines)
    right.cover(top, right.bottom, -spines)
  } else if (first.y > top && members.length === 1) {
    const strand = first.inset + first.width / 2
    left.cover(top, right.bottom, -strand)
    right.cover(top, right.bottom, strand)
  }
  return { left, right }
}

/** Adds the box and the space for lines below it to the outlines of what hangs there. */
function coverHead(block: Block, { left, right }: Outlines): void {
  const { y, height, trunk, width, overhang, inset, isJunction } = block
  const [first, last] = [block.columns[0], block.columns.at(-1)]
  const start = inset - (isJunction ? overhang : 0)
  const end = inset + width + overhang
  const bottom = y + height + trunk
  left.cover(y + height, bottom, -Math.min(start, first ? strandX(first) : start))
  right.cover(y + height, bottom, Math.max(end, last ? strandX(last) : end))
  for (const gutter of block.gutters) {
    if (gutter.lanes === 0) continue
    left.raise(y + height, bottom, gaps.laneAtEdge - gutter.x)
    right.raise(y + height, bottom, gutter.x + roomOf(gutter) + gaps.laneAtEdge)
  }
  left.cover(y, y + height, -start)
  right.cover(y, y + height, end)
}

function moveColumns(block: Block, by: number): void {
  if (by === 0) return
  for (const column of block.columns) column.x += by
  for (const gutter of block.gutters) gutter.x += by
}

/** Branches stand a little further apart than single statements. */
export function gapBetween(before: readonly Block[], after: readonly Block[]): number {
  return areLeaves(before) && areLeaves(after) ? gaps.betweenBlocks : gaps.betweenBranches
}

function areLeaves(members: readonly Block[]): boolean {
  for (const { children } of members) if (children.length > 0) return false
  return true
}

/**
 * Over the middle of what hangs below; at the left where a block is part of a stack, or heads a single
 * one. May be negative: then everything else moves to the right.
 */
function insetOf(block: Block): number {
  const { columns } = block
  const first = columns[0]
  if (!first || block.isLeft || (columns.length === 1 && isStack(first))) return 0
  // What points at an inference stands beside its premises, which the junction joins.
  const joined = block.isJunction
    ? columns.filter(({ members }) => members[0]?.bundle === 'premise')
    : columns
  const last = joined.at(-1) ?? first
  return Math.round((strandX(joined[0] ?? first) + strandX(last)) / 2 - block.width / 2)
}

/** Where the line of a column comes up: over its only member, or along the left of a stack. */
function strandX(column: Column): number {
  const member = column.members[0]
  if (!member) return column.x
  return isStack(column)
    ? column.x - gaps.besideStack - ((column.spines - 1) * gaps.betweenTracks) / 2
    : column.x + member.inset + member.width / 2
}
