/**
 * How large a map is when dagre sets it in layers with its own defaults (Gansner et al. 1993): a map of ours
 * is never to be smaller on a page. Asked for small maps only, where there is something to be gained.
 */
import { Graph, layout, type EdgeLabel, type GraphLabel, type NodeLabel } from '@dagrejs/dagre'
import type { Network, Size } from './network.ts'

/** Width and height, px, of all parts set in layers together, as the layout sees them: across and along. */
export function sizeInLayers(parts: readonly Network[]): Size {
  const graph = new Graph<GraphLabel, NodeLabel, EdgeLabel>({ multigraph: true })
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
}
