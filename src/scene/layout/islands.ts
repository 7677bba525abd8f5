/**
 * Islands: trees that stand together in one rectangle, with a frame around them where they are those of a
 * section. Among the other blocks an island is one without a box, between its trees and the row it stands in.
 */
import { islandOf, type Block } from './blocks.ts'
import type { PlacedFrame } from './drawing.ts'
import type { Network } from './network.ts'

/**
 * The islands of a network, as blocks around its trees, and what is to be arranged in rows: islands and trees
 * that stand alone. Without islands these are the trees as they are.
 */
export function gatherIslands(
  { islands: wanted }: Network,
  roots: readonly Block[],
): { readonly islands: readonly Block[]; readonly heads: readonly Block[] } {
  if (!wanted) return { islands: [], heads: roots }
  const treeOf = new Map(roots.map((root) => [root.vertex, root]))
  const islands: Block[] = []
  const heads = wanted.flatMap(({ roots: members, frame }) => {
    const trees = members.flatMap((vertex) => treeOf.get(vertex) ?? [])
    if (!frame && trees.length < 2) return trees
    const island = islandOf(trees, frame)
    islands.push(island)
    return [island]
  })
  return { islands, heads }
}

/** The frames of those islands that are sections, once they have their places. */
export function placedFrames(islands: readonly Block[]): PlacedFrame[] {
  return islands.flatMap(({ frame, column, y, frameWidth, frameHeight }) =>
    frame ? [{ section: frame.section, x: column?.x ?? 0, y, width: frameWidth, height: frameHeight }] : [],
  )
}
