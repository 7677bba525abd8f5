/**
 * Where slots stand in their rows, by dagre (Gansner et al. 1993; Brandes and Köpf 2002). dagre is given
 * the rows and the order in them, so what it contributes is the placement across; its own ranking moves
 * everything when a leaf is added, and its own ordering turns siblings around.
 */
import {
  Graph,
  layout,
  type EdgeLabel,
  type GraphLabel,
  type LayoutOptions,
  type NodeLabel,
  type RankerFunction,
} from '@dagrejs/dagre'
import { gaps } from './gaps.ts'
import type { Rows } from './rows.ts'

type DagreGraph = Parameters<RankerFunction>[0]

/** Rows beyond which dagre's recursion may exhaust the stack (it does at about 1,500; dagre issue 327). */
const deepest = 900

/**
 * Centres across, px, per slot. All 0 if there is nothing to decide or the part is too deep for dagre,
 * which recurses: the steps after this one then do all the work.
 */
export function placeByDagre(rows: Rows): Float64Array {
  const centres = new Float64Array(rows.slots.length)
  if (rows.rows.length > deepest || rows.slots.length === 1) return centres
  try {
    readCentres(rows, runDagre(rows), centres)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    centres.fill(0)
  }
  return centres
}

function runDagre(rows: Rows): DagreGraph {
  const { slots, chains } = rows
  const graph = new Graph<GraphLabel, NodeLabel, EdgeLabel>({ multigraph: true })
  for (const [index, { block, width }] of slots.entries()) {
    if (block !== -1) graph.setNode(String(index), { width, height: 1 })
  }
  for (const [link, chain] of chains.entries()) {
    if (chain.length > 1) graph.setEdge(String(chain[0]), String(chain.at(-1)), {}, String(link))
  }
  const ranker: RankerFunction = (toRank) => {
    for (const name of toRank.nodes()) toRank.node(name).rank = slots[Number(name)]?.row ?? -1
  }
  graph.setGraph({
    nodesep: gaps.betweenBlocks,
    edgesep: gaps.betweenLinks,
    // The types know only dagre's own rankers by name; a function is called with the graph.
    ranker: ranker as unknown as 'longest-path',
  })
  const options: LayoutOptions = {
    // Every time afresh: nothing is to depend on what was laid out before.
    useDynamic: false,
    customOrder: (toOrder) => {
      setOrder(rows, toOrder)
    },
  }
  layout(graph, options)
  return graph
}

/** Blocks are named by their slot in dagre's graph, and a bend knows its link and its row. */
function setOrder({ slots, rows }: Rows, graph: DagreGraph): void {
  const orderOf = new Map<string, number>()
  for (const row of rows) {
    for (const [order, slot] of row.entries()) {
      const { block, link, row: rank } = slots[slot] ?? { block: -1, link: -1, row: -1 }
      orderOf.set(block === -1 ? `${link}@${rank}` : String(slot), order)
    }
  }
  for (const name of graph.nodes()) {
    const node = graph.node(name)
    node.order = orderOf.get(node.edgeObj ? `${node.edgeObj.name}@${node.rank}` : name) ?? 0
  }
  // dagre takes for granted that every link passes some row and so has a point; ours are led later.
  for (const edge of graph.edges()) graph.edge(edge).points ??= [{ x: 1e9, y: 1e9 }]
}

function readCentres({ slots, chains }: Rows, graph: DagreGraph, centres: Float64Array): void {
  for (const index of slots.keys()) {
    if (slots[index]?.block !== -1) centres[index] = graph.node(String(index)).x ?? 0
  }
  for (const [link, chain] of chains.entries()) {
    if (chain.length < 3) continue
    const { points } = graph.edge(String(chain[0]), String(chain.at(-1)), String(link))
    for (let at = 1; at < chain.length - 1; at += 1) centres[chain[at] ?? 0] = points?.[at]?.x ?? 0
  }
}
