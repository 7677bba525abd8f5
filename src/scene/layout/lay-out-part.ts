/** One connected part of a map. Each step is a file of its own. */
import { placeAcross } from './across.ts'
import { placeAlong, trunkHeight } from './along.ts'
import { buildBlocks, bundleOf, type Block } from './blocks.ts'
import { chooseColumns, type Page } from './columns.ts'
import type { Plan } from './drawing.ts'
import { arrangeTrees } from './forest.ts'
import { gaps } from './gaps.ts'
import { assignLanes } from './lanes.ts'
import { drawLines } from './lines.ts'
import type { Network } from './network.ts'
import { chooseWays } from './choose-ways.ts'
import type { Route } from './routes.ts'
import { layTrunks } from './trunks.ts'

/** Lays out a connected network. */
export function layOutPart(network: Network, page: Page): Plan {
  const { blocks, roots } = buildBlocks(network)
  chooseColumns(blocks, page)
  const crossLinks = linksBesideTree(network, blocks)
  const rows = arrangeTrees(roots, treePairs(crossLinks), page)
  const owners = [...rows, ...blocks]

  // Roughly, without the lines between branches: their ways depend on it.
  for (const block of owners) block.trunk = trunkHeight(block, 0)
  placeAcross(rows, blocks)
  placeAlong(rows, blocks)
  const routes = chooseWays(crossLinks, rows)

  assignLanes(routes)
  placeAcross(rows, blocks)
  const trunks = layTrunks(owners, routes)
  for (const [block, { tracks }] of trunks) block.trunk = trunkHeight(block, tracks)
  spaceRows(rows, trunks)
  placeAlong(rows, blocks)

  const lines = drawLines(network, blocks, { routes, trunks })
  const boxes = inVertexOrder(blocks).map(({ x, y, width, height }) => ({ x, y, width, height }))
  return { network, boxes, lines }
}

function inVertexOrder(blocks: readonly Block[]): Block[] {
  return [...blocks].sort((a, b) => a.vertex - b.vertex)
}

/** Links that are neither a branch of the tree nor a loop, each with its ends. */
function linksBesideTree(network: Network, blocks: readonly Block[]): Omit<Route, 'stretches'>[] {
  const blockOf = inVertexOrder(blocks)
  return network.links.flatMap(({ source, target }, link) => {
    const [from, to] = [blockOf[source], blockOf[target]]
    if (!from || !to || from === to || from.link === link) return []
    return [{ link, bundle: bundleOf(network, link), source: from, target: to }]
  })
}

/** The trees that links join, where these are two. */
function treePairs(links: readonly Omit<Route, 'stretches'>[]): (readonly [lower: Block, upper: Block])[] {
  const rootOf = (block: Block): Block => {
    let at = block
    while (at.parent) at = at.parent
    return at
  }
  return links.flatMap(({ source, target }) => {
    const [lower, upper] = [rootOf(source), rootOf(target)]
    return lower === upper ? [] : [[lower, upper] as const]
  })
}

/** Rows of trees keep their distance, more of it where many lines run between them. */
function spaceRows(rows: readonly Block[], trunks: ReadonlyMap<Block, { readonly tracks: number }>): void {
  for (const [index, row] of rows.entries()) {
    const tracks = trunks.get(row)?.tracks ?? 0
    const needed = tracks === 0 ? 0 : trunkHeight(row, tracks)
    row.trunk = index === 0 ? needed : Math.max(gaps.betweenTrees, needed + 20)
  }
}
