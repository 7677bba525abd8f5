/**
 * Laying out again after one edit, as the app does it while a person writes: with the memory of the map
 * before. Beside it the same map laid out from nothing, in the same run.
 */
import type { ArgumentGraph, NodeId } from '../../src/model/graph.ts'
import { structureOf } from '../../src/model/structure.ts'
import { layoutScene } from '../../src/scene/layout/layout.ts'
import { createLayoutMemory } from '../../src/scene/layout/memory.ts'
import { createInterMeasurer } from '../../src/scene/measure/inter-measurer.ts'
import { sampleGraph } from '../support/sample-graph.ts'
import { median, milliseconds } from './measure.ts'

const size = 1000
const places = 50

/** One edit at a place; the ids of the first map stay in use throughout. */
type Edit = (graph: ArgumentGraph, place: number) => ArgumentGraph

const edits = {
  'Certainty of a statement': (graph, place) =>
    withNode(graph, place, { rating: place % 2 === 0 ? 'high' : 'low' }),
  'Note on a statement': (graph, place) => withNode(graph, place, { note: `Seen ${place}` }),
  'Strength of a relation': (graph, place) => {
    const id = Object.keys(graph.relations)[(place * 37) % size] ?? ''
    const relation = graph.relations[id]
    if (!relation) return graph
    const weight = place % 2 === 0 ? 'strong' : 'weak'
    return { ...graph, relations: { ...graph.relations, [id]: { ...relation, weight } } }
  },
  'A letter, on as many lines': (graph, place) =>
    withNode(graph, place, { text: `${textAt(graph, place).slice(0, -2)}x.` }),
  'A sentence, on more lines': (graph, place) =>
    withNode(graph, place, {
      text: `${textAt(graph, place)} And more of it, so that there is another line.`,
    }),
  'A new ground': (graph, place) => ({
    ...graph,
    nodes: { ...graph.nodes, [`x${place}`]: { kind: 'claim', text: `A new point, number ${place}` } },
    relations: {
      ...graph.relations,
      [`rx${place}`]: { kind: 'supports', from: [`x${place}`], to: idAt(place) },
    },
  }),
  'A ground deleted': (graph, place) => {
    const { into, outOf } = structureOf(graph)
    const leaves = Object.keys(graph.nodes).filter((id) => {
      const [relation, ...others] = outOf.get(id) ?? []
      const isPlain =
        relation !== undefined && !into.has(relation) && graph.relations[relation]?.from.length === 1
      return isPlain && others.length === 0 && !into.has(id)
    })
    const gone = leaves[(place * 37) % leaves.length] ?? ''
    const { [gone]: _, ...nodes } = graph.nodes
    const relations = Object.entries(graph.relations).filter(([, { from }]) => !from.includes(gone))
    return { ...graph, nodes, relations: Object.fromEntries(relations) }
  },
  'A new relation': (graph, place) => ({
    ...graph,
    relations: {
      ...graph.relations,
      [`ry${place}`]: { kind: 'supports', from: [idAt(place)], to: `n${1 + ((place * 53 + 7) % 900)}` },
    },
  }),
} satisfies Record<string, Edit>

function idAt(place: number): NodeId {
  return `n${1 + ((place * 37) % 900)}`
}

function textAt(graph: ArgumentGraph, place: number): string {
  return graph.nodes[idAt(place)]?.text ?? ''
}

function withNode(graph: ArgumentGraph, place: number, change: object): ArgumentGraph {
  const node = graph.nodes[idAt(place)]
  return node ? { ...graph, nodes: { ...graph.nodes, [idAt(place)]: { ...node, ...change } } } : graph
}

/** One row for each kind of edit. */
export function bench() {
  const measurer = createInterMeasurer()
  const sample = sampleGraph(size)
  // All rated: so that another certainty is another word and not another line.
  const nodes = Object.entries(sample.nodes).map(
    ([id, node]) => [id, { ...node, rating: 'moderate' }] as const,
  )
  const graph: ArgumentGraph = { ...sample, nodes: Object.fromEntries(nodes) }
  const full = timesOf(graph, { edit: (same) => structuredClone(same), remembers: false, measurer })
  return {
    title: `Laying out after one edit, ${size.toLocaleString('en-GB')} nodes`,
    note: `Medians over ${places} places. The whole map laid out from nothing, its text measured beforehand, takes ${milliseconds(full)}.`,
    rows: Object.entries<Edit>(edits).map(([name, edit]) => {
      const time = timesOf(graph, { edit, remembers: true, measurer })
      return { Edit: name, Time: milliseconds(time), 'Of a whole layout': `1/${(full / time).toFixed(1)}` }
    }),
  }
}

/** The median time to lay out after each of a number of edits. */
function timesOf(
  graph: ArgumentGraph,
  {
    edit,
    remembers,
    measurer,
  }: {
    readonly edit: Edit
    readonly remembers: boolean
    readonly measurer: ReturnType<typeof createInterMeasurer>
  },
): number {
  const memory = remembers ? { memory: createLayoutMemory() } : {}
  const times: number[] = []
  let edited = graph
  layoutScene(edited, { measurer, ...memory })
  for (let place = -10; place < places; place += 1) {
    edited = edit(edited, place < 0 ? 900 - place : place)
    const begun = performance.now()
    layoutScene(edited, { measurer, ...memory })
    if (place >= 0) times.push(performance.now() - begun)
  }
  return median(times)
}
