/** One connected part of a map: first a draft, then the lines. Each step is a file of its own. */
import { placeAcross } from './across.ts'
import { placeAlong, trunkHeight } from './along.ts'
import { buildBlocks, bundleOf, rowOf, type Block } from './blocks.ts'
import { chooseColumns, type Page } from './columns.ts'
import type { Plan } from './drawing.ts'
import { arrangeTrees } from './forest.ts'
import { gaps } from './gaps.ts'
import { assignLanes } from './lanes.ts'
import type { Layers } from './layers.ts'
import { drawLines } from './lines.ts'
import { improveColumns, placeRoughly } from './improve-columns.ts'
import type { Network, Size } from './network.ts'
import { chooseWays } from './choose-ways.ts'
import { gatherIslands, placedFrames } from './islands.ts'
import type { Route } from './routes.ts'
import { setOnShelves } from './shelves.ts'
import { enlarged, reduced } from './tighten.ts'
import { layTrunks, type Trunk } from './trunks.ts'

/** How often places are found anew, since lines need more room than they had: the last time they share it. */
const mostRounds = 3

/** A part whose blocks have their rough places, without the lines between branches. */
export interface Draft extends Size {
  readonly network: Network
  /** All that have a box, and all islands. */
  readonly own: readonly Block[]
  readonly islands: readonly Block[]
  /** Parents first. */
  readonly blocks: readonly Block[]
  readonly rows: readonly Block[]
  readonly crossLinks: readonly Omit<Route, 'stretches'>[]
}

/** Decides how a connected network is arranged, for a page. Width and height leave lines out of account. */
export function draftOf(network: Network, page: Page, layers: Layers | undefined): Draft {
  const { blocks: own, roots } = buildBlocks(network)
  chooseColumns(own, page)
  const { islands, heads } = gatherIslands(network, roots)
  const blocks = [...islands, ...own]
  const crossLinks = linksBesideTree(network, own)
  const rows =
    islands.length === 0
      ? arrangeTrees(heads, treePairs(crossLinks), page, layers)
      : setOnShelves(heads, treePairs(crossLinks), page).map((shelf) => rowOf(shelf))
  if (page.isSearched === true) improveColumns(rows, blocks, page)
  return { network, own, islands, blocks, rows, crossLinks, ...placeRoughly(rows, blocks) }
}

/** Lays out a connected network for a page. */
export function layOutPart(network: Network, page: Page, layers: Layers | undefined): Plan {
  const { tightness } = page
  if (tightness === undefined) return finish(draftOf(network, page, layers))
  return reduced(finish(draftOf(enlarged(network, tightness), page, layers)), network, tightness)
}

/** Leads all lines through a draft and gives everything its place. */
function finish({ network, own, islands, blocks, rows, crossLinks }: Draft): Plan {
  const owners = [...rows, ...blocks]
  const routes = chooseWays(crossLinks, rows)
  assignLanes(routes)

  // Trunks grow with the lines in them, and what is lower down fits in elsewhere: a few times is enough.
  let trunks = new Map<Block, Trunk>()
  for (let round = 0; round === 0 || (round < mostRounds && grow(rows, trunks)); round += 1) {
    placeAlong(rows, blocks)
    placeAcross(rows, blocks, routes)
    trunks = layTrunks(owners, routes)
  }

  const lines = drawLines(network, own, { routes, trunks })
  const boxes = inVertexOrder(own).map(({ x, y, width, height }) => ({ x, y, width, height }))
  return { network, boxes, lines, frames: placedFrames(islands) }
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

/**
 * Gives trunks the height that their tracks need and says whether any has grown. Rows of trees keep their
 * distance, more of it where many lines run between them.
 */
function grow(rows: readonly Block[], trunks: ReadonlyMap<Block, Trunk>): boolean {
  let hasGrown = false
  for (const [block, { tracks }] of trunks) {
    if (!block.parent) continue
    const needed = trunkHeight(block, tracks)
    if (needed <= block.trunk) continue
    block.trunk = needed
    hasGrown = true
  }
  for (const [index, row] of rows.entries()) {
    const tracks = trunks.get(row)?.tracks ?? 0
    const most = tracks === 0 ? 0 : trunkHeight(row, tracks)
    const needed = index === 0 ? most : Math.max(gaps.betweenTrees, most + 20)
    if (needed <= row.trunk) continue
    row.trunk = needed
    hasGrown = true
  }
  return hasGrown
}
