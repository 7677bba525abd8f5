/**
 * Trees that share statements, arranged by dagre (Gansner et al. 1993): a tree that speaks for another stands
 * in a row below it. Within a row trees stand in the author's order.
 */
import {
  Graph,
  layout,
  type EdgeLabel,
  type GraphLabel,
  type LayoutOptions,
  type NodeLabel,
} from '@dagrejs/dagre'
import type { Block } from './blocks.ts'
import { rowOf } from './blocks.ts'
import type { Page } from './columns.ts'
import { gaps } from './gaps.ts'

/** Trees beyond which dagre takes too long for what it adds: then they are simply set in lines. */
const most = 150

/** Rows of trees from top to bottom. `pairs` are the trees [lower, upper] that lines join. */
export function arrangeTrees(
  roots: readonly Block[],
  pairs: readonly (readonly [lower: Block, upper: Block])[],
  page: Page,
): Block[] {
  if (roots.length === 1) return [rowOf(roots)]
  const places = roots.length > most ? new Map<Block, Place>() : placesByDagre(roots, pairs)
  const ranks = new Map<number, Block[]>()
  for (const root of roots) {
    const y = places.get(root)?.y ?? 0
    const rank = ranks.get(y)
    if (rank) rank.push(root)
    else ranks.set(y, [root])
  }
  const limit = widestRowOf(roots, page)
  const rows: Block[] = []
  for (const [, members] of [...ranks].sort(([a], [b]) => a - b)) {
    for (const line of inLines(members, limit)) {
      const row = rowOf(line)
      row.x = leftOf(line, places)
      rows.push(row)
    }
  }
  return rows
}

interface Place {
  readonly x: number
  readonly y: number
}

function placesByDagre(
  roots: readonly Block[],
  pairs: readonly (readonly [lower: Block, upper: Block])[],
): Map<Block, Place> {
  const graph = new Graph<GraphLabel, NodeLabel, EdgeLabel>({ multigraph: true })
  graph.setGraph({ nodesep: gaps.betweenParts, ranksep: gaps.betweenTrees, ranker: 'tight-tree' })
  const names = new Map<Block, string>()
  for (const [index, root] of roots.entries()) {
    names.set(root, String(index))
    // Trees of one rank share a height, so that the rank can be read back.
    graph.setNode(String(index), { width: root.frameWidth, height: 10 })
  }
  for (const [index, [lower, upper]] of pairs.entries()) {
    const [from, to] = [names.get(upper), names.get(lower)]
    if (from !== undefined && to !== undefined && from !== to) graph.setEdge(from, to, {}, String(index))
  }
  // Every time afresh, and in the author's order.
  const options: LayoutOptions = { useDynamic: false, disableOptimalOrderHeuristic: true }
  layout(graph, options)
  return new Map(
    roots.map((root, index) => {
      const { x = 0, y = 0 } = graph.node(String(index))
      return [root, { x, y: Math.round(y) }]
    }),
  )
}

/** About as wide as suits the page for the area of all trees together. */
function widestRowOf(roots: readonly Block[], { ratio }: Page): number {
  let area = 0
  let widest = 0
  for (const { frameWidth, frameHeight } of roots) {
    area += (frameWidth + gaps.betweenParts) * (frameHeight + gaps.betweenTrees)
    widest = Math.max(widest, frameWidth)
  }
  return Math.max(widest, Math.sqrt(area * ratio) * 1.15)
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
    width += tree.frameWidth + gaps.betweenParts
  }
  return lines
}

/** So that a row stands about where dagre would have its trees. */
function leftOf(line: readonly Block[], places: ReadonlyMap<Block, Place>): number {
  const middle = line.reduce((sum, tree) => sum + (places.get(tree)?.x ?? 0), 0) / line.length
  const width = line.reduce(
    (sum, tree) => sum + tree.frameWidth + gaps.betweenBranches,
    -gaps.betweenBranches,
  )
  return Math.round(middle - width / 2)
}
