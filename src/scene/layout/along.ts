/** Places along the flow of the map: every branch as high up as its own trunk allows. */
import { isIsland, isStack, type Block, type Column } from './blocks.ts'
import { gaps } from './gaps.ts'

/** Places all blocks of rows along, from the heights of their trunks. Blocks come parents first. */
export function placeAlong(rows: readonly Block[], blocks: readonly Block[]): void {
  for (const block of blocks) alignJunctions(block)
  for (let at = blocks.length - 1; at >= 0; at -= 1) shapeAlong(blocks[at] as Block)
  let top = 0
  for (const row of rows) {
    alignJunctions(row)
    shapeAlong(row)
    row.y = top
    placeColumns(row)
    top += row.frameHeight
  }
  for (const block of blocks) placeColumns(block)
}

/** Premises of sibling inferences stand at one height, level with statements beside them. */
function alignJunctions(block: Block): void {
  let trunk = 0
  for (const child of block.children) if (isHead(child)) trunk = Math.max(trunk, child.trunk)
  for (const child of block.children) if (isHead(child)) child.trunk = trunk
}

function isHead({ isJunction, columns }: Block): boolean {
  return isJunction && columns.length > 0
}

/** How far a column of statements is lowered, to stand level with the premises beside it. */
function liftOf(block: Block, column: Column): number {
  if (column.members[0]?.isJunction) return 0
  const head = block.children.find(isHead)
  return head ? head.height + head.trunk : 0
}

/** From one member of a stack to the next. */
export function gapAbove(member: Block, above: Block): number {
  return member.children.length === 0 && above.children.length === 0 ? gaps.inStack : gaps.inStackOfBranches
}

function shapeAlong(block: Block): void {
  let bottom = 0
  for (const column of block.columns) {
    let height = liftOf(block, column)
    let above: Block | undefined
    for (const member of column.members) {
      if (above) height += gapAbove(member, above)
      height += member.frameHeight
      above = member
    }
    bottom = Math.max(bottom, height)
  }
  const height = block.height + (block.columns.length > 0 ? block.trunk + bottom : 0)
  block.frameHeight = Math.max(height + (block.frame?.below ?? 0), block.frame?.leastHeight ?? 0)
}

function placeColumns(block: Block): void {
  for (const column of block.columns) {
    let y = block.y + block.height + block.trunk + liftOf(block, column)
    let above: Block | undefined
    for (const member of column.members) {
      if (above) y += gapAbove(member, above)
      member.y = y
      y += member.frameHeight
      above = member
    }
  }
}

/** Height of a trunk with so many tracks. */
export function trunkHeight(block: Block, tracks: number): number {
  if (tracks === 0) {
    if (isIsland(block)) return gaps.aboveTrees
    const hasStubs = block.columns.some((column) => !isStack(column))
    return hasStubs ? (isJoin(block) ? gaps.aroundJunction - 6 : gaps.betweenRows) : gaps.aboveStack
  }
  const height = Math.min((tracks - 1) * usualStep(tracks), gaps.mostForTracks)
  return gaps.aboveTracks + Math.round(height) + belowTracks(block)
}

/** From one track of a trunk to the next, so that all of them fit into its height. */
export function trackStep(block: Block, tracks: number): number {
  const room = block.trunk - gaps.aboveTracks - belowTracks(block)
  return tracks > 1 ? Math.min(usualStep(tracks), room / (tracks - 1)) : 0
}

function usualStep(tracks: number): number {
  return Math.max(gaps.betweenMany, Math.min(gaps.betweenTracks, gaps.fewTracks / tracks))
}

/** From the last track down to what hangs there. */
function belowTracks(block: Block): number {
  if (isIsland(block) || !block.columns.some((column) => !isStack(column))) return gaps.belowSpineTracks
  return isJoin(block) ? gaps.aroundJunction - gaps.aboveTracks : gaps.belowTracks
}

/** Whether it is a junction under which nothing but premises stands. */
function isJoin(block: Block): boolean {
  return block.isJunction && block.children.every(({ bundle }) => bundle === 'premise')
}
