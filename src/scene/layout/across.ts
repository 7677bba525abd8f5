/**
 * Places across: bottom up, every branch gets its inner places and its width, whatever surrounds it; then
 * top down, all places in the part.
 */
import { isStack, type Block, type Column } from './blocks.ts'
import { gaps } from './gaps.ts'

/** Places all blocks of rows across. Rows keep their own `x`. Blocks come parents first. */
export function placeAcross(rows: readonly Block[], blocks: readonly Block[]): void {
  for (const block of blocks) {
    const { parent, column } = block
    // What hangs alone below a box at the left stands straight below it.
    block.isLeft = isStack(column) || (parent?.isLeft === true && parent.columns.length === 1)
  }
  for (let at = blocks.length - 1; at >= 0; at -= 1) shapeAcross(blocks[at] as Block)
  for (const row of rows) {
    const { x } = row
    shapeAcross(row)
    row.x = x
    moveColumns(row, x)
  }
  for (const block of blocks) {
    const { column } = block
    block.x = (column?.x ?? 0) + block.inset
    moveColumns(block, column?.x ?? 0)
  }
}

/** Everything of a block relative to the left of its frame. */
function shapeAcross(block: Block): void {
  let x = block.frame?.left ?? 0
  for (const column of block.columns) {
    x += fitGutter(block, column.index, x)
    column.x = x
    column.width = 0
    for (const { frameWidth } of column.members) column.width = Math.max(column.width, frameWidth)
    x += column.width
  }
  if (block.columns.length > 0) x += fitGutter(block, block.columns.length, x)
  x = Math.max(x + (block.frame?.right ?? 0), block.frame?.leastWidth ?? 0)
  block.inset = insetOf(block)
  if (block.inset < 0) {
    moveColumns(block, -block.inset)
    x -= block.inset
    block.inset = 0
  }
  block.frameWidth = Math.max(x, block.inset + block.width + block.overhang)
}

function moveColumns(block: Block, by: number): void {
  if (by === 0) return
  for (const column of block.columns) column.x += by
  for (const gutter of block.gutters) gutter.x += by
}

/** Width of a gutter that begins at `left`; puts its lanes in place. */
function fitGutter(block: Block, index: number, left: number): number {
  const gutter = block.gutters[index]
  if (!gutter) return 0
  const { lanes } = gutter
  gutter.step = lanes > 10 ? Math.max(4, 120 / lanes) : gaps.betweenLinks
  const room = lanes > 0 ? Math.ceil((lanes - 1) * gutter.step) : 0
  const before = block.columns[index - 1]
  const after = block.columns[index]
  gutter.x = left + (before ? gaps.besideLane : gaps.laneAtEdge)
  if (!after) return lanes > 0 ? gaps.besideLane + room + gaps.laneAtEdge : 0
  // Trees that stand together have no lines that lead up.
  if (isStack(after) && block.vertex !== -1) {
    const first = lanes > 0 ? gutter.x - left + room + gaps.betweenLinks : spineLead(before)
    return first + (after.spines - 1) * gaps.betweenTracks + gaps.besideStack
  }
  if (!before) return lanes > 0 ? gaps.laneAtEdge + room + gaps.besideLane : 0
  const usual = gapBetween(before.members, after.members)
  const needed = lanes > 0 ? room + 2 * gaps.besideLane : 0
  if (lanes > 0 && usual > needed) gutter.x = left + Math.round((usual - room) / 2)
  return Math.max(usual, needed)
}

/** From the column before, or from the left of the frame, to the first spine of a stack. */
function spineLead(before: Column | undefined): number {
  return before ? gaps.besideLane : gaps.spineAtEdge
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
