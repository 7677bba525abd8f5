/** What opening, saving and one edit cost in a large document, without a browser. */
import { toFlow } from '../../src/app/canvas/to-flow.ts'
import { apply, createState, undo } from '../../src/editor/state.ts'
import { readGraph } from '../../src/formats/json/read.ts'
import { writeGraph } from '../../src/formats/json/write.ts'
import type { ArgumentGraph, ElementId } from '../../src/model/graph.ts'
import { validate } from '../../src/model/validate.ts'
import type { Box, Scene, ScenePath } from '../../src/scene/scene.ts'
import { sampleGraph } from '../support/sample-graph.ts'
import { medianTime, milliseconds } from './measure.ts'

const size = 2000

/** Runs at 2,000 nodes. */
export async function bench() {
  const graph = sampleGraph(size)
  const text = writeGraph(graph)
  const state = createState(graph)
  const edit = {
    label: 'Edit text',
    change: (draft: { nodes: Record<string, { text: string }> }) => {
      const node = draft.nodes['n1000']
      if (node) node.text = 'Another text.'
    },
  }
  const edited = apply(state, edit)
  const scene = gridScene(graph)
  const view = {
    selection: [],
    dimmed: new Set<ElementId>(),
    dragged: new Set<ElementId>(),
    hovered: undefined,
    unplaced: [],
  }
  const flow = toFlow(scene, graph, view)
  const rows = {
    'Read the file (parse, check, validate)': () => mustRead(text),
    'Validate the graph alone': () => validate(graph),
    'Write the file': () => writeGraph(graph),
    'Edit the text of one node': () => apply(state, edit),
    'Undo it': () => undo(edited),
    'Map all to React Flow': () => toFlow(scene, graph, view),
    'Map again after that edit': () => toFlow(scene, edited.graph, view, flow),
  }
  const relations = Object.keys(graph.relations).length
  return {
    title: `Document of ${size.toLocaleString('en-GB')} nodes`,
    note: `${relations.toLocaleString('en-GB')} relations, ${Math.round(text.length / 1000)} kB of JSON; median of many runs.`,
    rows: Object.entries(rows).map(([name, run]) => ({ What: name, Time: milliseconds(medianTime(run)) })),
  }
}

function mustRead(text: string): ArgumentGraph {
  const result = readGraph(text)
  if (!result.ok) throw new Error(`the sample graph does not open: ${result.error.kind}`)
  return result.value
}

/** A scene with every node somewhere: mapping does not care where, and layout has its own benchmark. */
function gridScene(graph: ArgumentGraph): Scene {
  const boxes = new Map<string, Box>(
    Object.keys(graph.nodes).map((id, index) => [
      id,
      { x: (index % 50) * 280, y: Math.floor(index / 50) * 120, width: 240, height: 80 },
    ]),
  )
  const targets = new Set(Object.values(graph.relations).map((relation) => relation.to))
  const joined = Object.entries(graph.relations).filter(
    ([id, { from }]) => from.length > 1 || targets.has(id),
  )
  const junctions = joined.map(([id], index) => ({ id, x: index * 40, y: -40, width: 18, height: 18 }))
  const hasJunction = new Set(junctions.map(({ id }) => id))
  const points = [
    [0, 0],
    [0, 100],
  ] as const
  return {
    direction: 'down',
    bounds: { x: 0, y: -40, width: 50 * 280, height: (size / 50) * 120 },
    nodes: [...boxes].map(([id, box]) => ({
      id,
      ...box,
      text: { lines: ['A line of text.'], width: 120 },
      pinned: false,
    })),
    junctions,
    paths: Object.entries(graph.relations).flatMap(([id, { from, to }]): ScenePath[] => {
      if (!hasJunction.has(id)) return [{ key: id, id, part: 'whole', from: from[0] ?? '', to, points }]
      const premises = from.map((end): ScenePath => ({
        key: `${id}:${end}`,
        id,
        part: 'premise',
        from: end,
        to: id,
        points,
      }))
      return [...premises, { key: id, id, part: 'conclusion', from: id, to, points }]
    }),
    frames: [],
  }
}
