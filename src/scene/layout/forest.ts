/**
 * Trees that share statements, arranged by dagre (Gansner et al. 1993): a tree that speaks for another stands
 * in a row below it. Within a row trees stand in the author's order.
 */
import type { Block } from './blocks.ts'
import { rowOf } from './blocks.ts'
import type { Page } from './columns.ts'
import { gaps } from './gaps.ts'
import { needed, type Layers, type Place } from './layers.ts'

/** Trees beyond which dagre takes too long for what it adds: then they are simply set in lines. */
const most = 150

/** Rows of trees from top to bottom. `pairs` are the trees [lower, upper] that lines join. */
export function arrangeTrees(
  roots: readonly Block[],
  pairs: readonly (readonly [lower: Block, upper: Block])[],
  page: Page,
  layers: Layers | undefined,
): Block[] {
  if (roots.length === 1) return [rowOf([roots])]
  const places = roots.length > most ? new Map<Block, Place>() : placesInLayers(roots, pairs, layers)
  const lines = bestLines(roots, places, page)
  const isByRank = lines.every((line) => new Set(line.map((tree) => places.get(tree)?.y)).size === 1)
  return lines.map((line) => {
    const row = rowOf(line.map((tree) => [tree]))
    row.x = isByRank ? leftOf(line, places) : 0
    return row
  })
}

function placesInLayers(
  roots: readonly Block[],
  pairs: readonly (readonly [lower: Block, upper: Block])[],
  layers: Layers | undefined,
): Map<Block, Place> {
  const indexOf = new Map(roots.map((root, index) => [root, index]))
  const places = needed(layers).placesOf(
    roots.map(({ frameWidth }) => frameWidth),
    pairs.map(([lower, upper]) => [indexOf.get(lower) ?? -1, indexOf.get(upper) ?? -1]),
  )
  return new Map(roots.map((root, index) => [root, places[index] ?? { x: 0, y: 0 }]))
}

/** One line a rank, unless the trees fill a page much better when they are set like words, rank by rank. */
function bestLines(roots: readonly Block[], places: ReadonlyMap<Block, Place>, page: Page): Block[][] {
  const ranks = new Map<number, Block[]>()
  for (const root of roots) {
    const y = places.get(root)?.y ?? 0
    const rank = ranks.get(y)
    if (rank) rank.push(root)
    else ranks.set(y, [root])
  }
  const byRank = [...ranks].sort(([a], [b]) => a - b).map(([, members]) => members)
  let best = byRank
  let least = badness(byRank, page) / preference
  const widest = Math.max(...roots.map(({ frameWidth }) => frameWidth))
  const ideal = Math.sqrt(roots.reduce((sum, root) => sum + areaOf(root), 0) * page.ratio)
  for (const factor of [0.7, 0.85, 1, 1.15, 1.3, 1.5, 1.75, 2.1]) {
    const lines = inLines(byRank.flat(), Math.max(widest, ideal * factor))
    const found = badness(lines, page)
    if (found < least - 0.5) {
      best = lines
      least = found
    }
  }
  return best
}

/** How much smaller than lines like words a line for each rank may be drawn. */
const preference = 1.15

function areaOf({ frameWidth, frameHeight }: Block): number {
  return (frameWidth + gaps.betweenBranches) * (frameHeight + gaps.betweenTrees)
}

function badness(lines: readonly (readonly Block[])[], { ratio }: Page): number {
  let [width, height] = [0, 0]
  for (const line of lines) {
    width = Math.max(width, widthOf(line))
    height += Math.max(...line.map(({ frameHeight }) => frameHeight)) + gaps.betweenTrees
  }
  return Math.max(width / ratio, height)
}

function widthOf(line: readonly Block[]): number {
  return line.reduce((sum, { frameWidth }) => sum + frameWidth + gaps.betweenBranches, -gaps.betweenBranches)
}

function inLines(trees: readonly Block[], limit: number): Block[][] {
  const lines: Block[][] = []
  let width = Infinity
  for (const tree of trees) {
    if (width + tree.frameWidth > limit) {
      lines.push([])
      width = 0
    }
    lines.at(-1)?.push(tree)
    width += tree.frameWidth + gaps.betweenBranches
  }
  return lines
}

/** Rows of ranks stand where dagre would have their trees. */
function leftOf(line: readonly Block[], places: ReadonlyMap<Block, Place>): number {
  const middle = line.reduce((sum, tree) => sum + (places.get(tree)?.x ?? 0), 0) / line.length
  return Math.round(middle - widthOf(line) / 2)
}
