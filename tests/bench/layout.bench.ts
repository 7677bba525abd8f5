/**
 * Laying out beside plain dagre with its defaults, on the same measured boxes and the same relations in the
 * same run. Dagre's time has no measuring in it; ours has, from empty memory.
 */
import { Graph, layout } from '@dagrejs/dagre'
import type { ArgumentGraph } from '../../src/model/graph.ts'
import { layoutScene } from '../../src/scene/layout/layout.ts'
import { createInterMeasurer } from '../../src/scene/measure/inter-measurer.ts'
import { sampleGraph } from '../support/sample-graph.ts'
import { median, milliseconds } from './measure.ts'

const sizes = [50, 500, 2000]

/** Small maps are timed several times; plain dagre takes half a minute for the largest, so that is timed once. */
const runsAt = (size: number) => (size < 1000 ? 5 : 1)

/** One row a size. */
export async function bench() {
  return {
    title: 'Layout',
    note: 'Plain dagre keeps neither the order of siblings nor lines off boxes; measuring text is counted for ours alone.',
    rows: sizes.map((size) => {
      const graph = sampleGraph(size)
      const own = timed(runsAt(size), () => layoutScene(graph, { measurer: createInterMeasurer() }))
      const plain = timed(runsAt(size), plainDagre(graph))
      return {
        Nodes: size.toLocaleString('en-GB'),
        Counterpoint: milliseconds(own),
        'Plain dagre': milliseconds(plain),
        Ratio: `${(plain / own).toFixed(1)} : 1`,
      }
    }),
  }
}

/** Lays the same boxes out with dagre as it comes; the graph is made anew for each run, as dagre changes it. */
function plainDagre(graph: ArgumentGraph): () => unknown {
  const { nodes } = layoutScene(graph, { measurer: createInterMeasurer() })
  return () => {
    const plain = new Graph({ multigraph: true })
    plain.setGraph({})
    for (const { id, width, height } of nodes) plain.setNode(id, { width, height })
    for (const [id, { from, to }] of Object.entries(graph.relations)) {
      // Dagre knows no relations of relations: those to nodes are what it can be asked for.
      for (const premise of from) if (Object.hasOwn(graph.nodes, to)) plain.setEdge(to, premise, {}, id)
    }
    layout(plain)
  }
}

function timed(runs: number, run: () => unknown): number {
  return median(
    Array.from({ length: runs }, () => {
      const begun = performance.now()
      run()
      return performance.now() - begun
    }),
  )
}
