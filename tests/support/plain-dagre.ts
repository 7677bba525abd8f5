/** dagre as it comes, running the way the scene does, on its boxes and lines: what layout is compared with. */
import { Graph, layout, type EdgeLabel, type GraphLabel, type NodeLabel } from '@dagrejs/dagre'
import type { Scene } from '../../src/scene/scene.ts'

interface PlainMap {
  readonly width: number
  readonly height: number
  readonly lines: readonly (readonly [number, number])[][]
}

/**
 * @param ranker dagre's own default takes seconds for a thousand boxes; 'tight-tree' gives maps as wide in less
 * @throws RangeError for what is too deep for dagre
 */
export function plainDagre(
  scene: Scene,
  ranker: 'network-simplex' | 'tight-tree' = 'network-simplex',
): PlainMap {
  const graph = new Graph<GraphLabel, NodeLabel, EdgeLabel>({ multigraph: true })
  const isSideways = scene.direction === 'left' || scene.direction === 'right'
  graph.setGraph({ ranker, ...(isSideways ? { rankdir: 'LR' as const } : {}) })
  for (const { id, width, height } of [...scene.nodes, ...scene.junctions])
    graph.setNode(id, { width, height })
  for (const { key, from, to } of scene.paths) if (from !== to) graph.setEdge(to, from, {}, key)
  layout(graph)
  const { width = 0, height = 0 } = graph.graph() ?? {}
  const lines = graph
    .edges()
    .map((edge) => (graph.edge(edge).points ?? []).map(({ x, y }): [number, number] => [x, y]))
  return { width, height, lines }
}
