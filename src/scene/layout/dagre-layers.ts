/** Layers by dagre (Gansner et al. 1993). */
import {
  Graph,
  layout,
  type EdgeLabel,
  type GraphLabel,
  type LayoutOptions,
  type NodeLabel,
} from '@dagrejs/dagre'
import { gaps } from './gaps.ts'
import type { Layers } from './layers.ts'

const emptyGraph = () => new Graph<GraphLabel, NodeLabel, EdgeLabel>({ multigraph: true })

/** dagre: for trees in the author's order, for whole maps with its own defaults. */
export const dagreLayers: Layers = {
  placesOf: (widths, pairs) => {
    const graph = emptyGraph()
    graph.setGraph({ nodesep: gaps.betweenParts, ranksep: gaps.betweenTrees, ranker: 'tight-tree' })
    // Trees of one rank share a height, so that the rank can be read back.
    for (const [index, width] of widths.entries()) graph.setNode(String(index), { width, height: 10 })
    for (const [index, [lower, upper]] of pairs.entries()) {
      if (lower !== upper) graph.setEdge(String(upper), String(lower), {}, String(index))
    }
    // Every time afresh, and in the author's order.
    const options: LayoutOptions = { useDynamic: false, disableOptimalOrderHeuristic: true }
    layout(graph, options)
    return widths.map((_, index) => {
      const { x = 0, y = 0 } = graph.node(String(index))
      return { x, y: Math.round(y) }
    })
  },
  sizeOf: (parts) => {
    const graph = emptyGraph()
    graph.setGraph({})
    for (const isJunction of [false, true]) {
      for (const { vertices } of parts) {
        for (const { id, width, height, isJunction: is } of vertices) {
          if (is === isJunction) graph.setNode(id, { width, height })
        }
      }
    }
    for (const { vertices, links } of parts) {
      for (const { key, source, target } of links) {
        const [from, to] = [vertices[source], vertices[target]]
        if (from && to && from !== to) graph.setEdge(to.id, from.id, {}, key)
      }
    }
    layout(graph)
    const { width = 0, height = 0 } = graph.graph() ?? {}
    return { width, height }
  },
}
