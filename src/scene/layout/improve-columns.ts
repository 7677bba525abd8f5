/**
 * Columns for small maps of which the usual ones would leave little on a page: one block after the other is
 * set otherwise, as long as that makes the whole part smaller. Everything is placed for each try, so it takes
 * outlines into account, and is for small maps only.
 */
import { placeAcross } from './across.ts'
import { placeAlong, trunkHeight } from './along.ts'
import { setColumns, type Block } from './blocks.ts'
import { partitionsOf, type Page } from './columns.ts'
import type { Size } from './network.ts'

/** How often all blocks are tried. */
const rounds = 3

/** Sets blocks in other columns where that leaves the part larger on the page. Blocks come parents first. */
export function improveColumns(rows: readonly Block[], blocks: readonly Block[], { ratio }: Page): void {
  const badness = () => {
    const { width, height } = placeRoughly(rows, blocks)
    return Math.max(width / ratio, height) + (width / ratio + height) / 8
  }
  let least = badness()
  for (let round = 0; round < rounds; round += 1) {
    const before = least
    for (const block of blocks) {
      if (block.vertex === -1 || block.children.length < 2) continue
      let best = block.columns.map(({ members }) => members)
      for (const partition of partitionsOf(block)) {
        setColumns(block, partition)
        const found = badness()
        if (found >= least - 0.5) continue
        best = [...partition]
        least = found
      }
      setColumns(block, best)
      placeRoughly(rows, blocks)
    }
    if (least === before) return
  }
}

/** Places all blocks without the lines between branches, and says how large that is. */
export function placeRoughly(rows: readonly Block[], blocks: readonly Block[]): Size {
  for (const block of rows) block.trunk = trunkHeight(block, 0)
  for (const block of blocks) block.trunk = trunkHeight(block, 0)
  placeAlong(rows, blocks)
  placeAcross(rows, blocks)
  let [left, right, bottom] = [Infinity, -Infinity, 0]
  for (const { x, y, frameWidth, frameHeight } of rows) {
    left = Math.min(left, x)
    right = Math.max(right, x + frameWidth)
    bottom = Math.max(bottom, y + frameHeight)
  }
  return { width: right - left, height: bottom }
}
