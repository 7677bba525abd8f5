/**
 * Where slots stand in their rows, by dagre (Gansner et al. 1993; Brandes and Köpf 2002). dagre is given
 * the rows and the order in them, so what it contributes is the placement across; its own ranking moves
 * everything when a leaf is added, and its own ordering turns siblings around.
 */
import { graphlib, layout } from '@dagrejs/dagre'
import type { Rows } from './rows.ts'
import { gaps } from './gaps.ts'

/** Centres across, px, per slot. Undefined if the part is too deep for dagre, which recurses. */
export function placeByDagre(rows: Rows): Float64Array | undefined {
  if (rows.rows.length > deepest) return undefined
  const graph = new graphlib.Graph({ multigraph: true })
  const { slots, chains } = rows
  const orderOf = new Map<string, number>()
  const nameOf = (slot: number) => {
    const { block, link, row } = slots[slot] ?? { block: -1, link: -1, row: 0 }
    return block === -1 ? `${link}@${row}` : String(block)
  }
  for (const row of rows.rows) for (const [order, slot] of row.entries()) orderOf.set(nameOf(slot), order)

  for (const [index, slot] of slots.entries()) {
    if (slot.block !== -1) graph.setNode(nameOf(index), { width: slot.width, height: 1 })
  }
  for (const [link, chain] of chains.entries()) {
    const [upper, lower] = [chain[0] ?? 0, chain.at(-1) ?? 0]
    if (upper !== lower) graph.setEdge(String(upper), String(lower), {}, String(link))
  }
  graph.setGraph({
    nodesep: gaps.betweenBlocks,
    edgesep: gaps.betweenLinks,
    // The types know only dagre's own rankers by name; a function is called with the graph.
    ranker: ((toRank: DagreGraph) => {
      for (const name of toRank.nodes()) toRank.node(name).rank = slots[Number(name)]?.row ?? -1
    }) as unknown as string,
  })
  layout(graph, {
    // Every time afresh: nothing is to depend on what was laid out before.
    useDynamic: false,
    customOrder: (toOrder: DagreGraph) => {
      for (const name of toOrder.nodes()) {
        const node = toOrder.node(name)
        const own = node.edgeObj ? `${node.edgeObj.name}@${node.rank}` : name
        node.order = orderOf.get(own) ?? 0
      }
      // dagre takes for granted that every link passes some row and so has a point; ours are led later.
      for (const name of toOrder.edges()) toOrder.edge(name).points ??= [{ x: 1e9, y: 1e9 }]
    },
  } as Parameters<typeof layout>[1])

  const centres = new Float64Array(slots.length)
  for (const name of graph.nodes()) centres[Number(name)] = graph.node(name).x
  for (const [link, chain] of chains.entries()) {
    const [upper, lower] = [chain[0] ?? 0, chain.at(-1) ?? 0]
    if (chain.length < 3) continue
    const points: readonly { x: number }[] = graph.edge(String(upper), String(lower), String(link)).points
    for (let at = 1; at < chain.length - 1; at += 1) centres[chain[at] ?? 0] = points[at]?.x ?? 0
  }
  return centres
}

/** Rows beyond which dagre's recursion may exhaust the stack (it does at about 1,500; dagre issue 327). */
const deepest = 900

/** What dagre shows of its inner graph to its hooks. */
interface DagreGraph {
  nodes(): string[]
  node(name: string): { rank?: number; order?: number; edgeObj?: { name?: string } }
  edges(): object[]
  edge(name: object): { points?: { x: number; y: number }[] }
}
