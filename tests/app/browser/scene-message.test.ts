/** What is read of a scene is what was written, and what has not changed is the very same object. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createSceneReader, createSceneWriter } from '../../../src/app/browser/scene-message.ts'
import type { ArgumentGraph } from '../../../src/model/graph.ts'
import { createLayoutMemory } from '../../../src/scene/layout/memory.ts'
import { layoutScene } from '../../../src/scene/layout/layout.ts'
import { createInterMeasurer } from '../../../src/scene/measure/inter-measurer.ts'
import type { Scene } from '../../../src/scene/scene.ts'
import { arbitraryGraph } from '../../support/arbitrary-graph.ts'
import '../../support/canvas-in-node.ts'
import { sampleGraph } from '../../support/sample-graph.ts'

const measurer = createInterMeasurer()

/** A writer and a reader with what lies between two threads: objects are copied, buffers handed over. */
function line() {
  const [write, read] = [createSceneWriter(), createSceneReader()]
  return (scene: Scene): Scene => {
    const { message, transfer } = write(scene)
    return read(structuredClone(message, { transfer: transfer as ArrayBuffer[] }))
  }
}

function typed(graph: ArgumentGraph, id: string, text: string): ArgumentGraph {
  const node = graph.nodes[id]
  return node ? { ...graph, nodes: { ...graph.nodes, [id]: { ...node, text } } } : graph
}

function without(graph: ArgumentGraph, id: string): ArgumentGraph {
  return {
    ...graph,
    nodes: Object.fromEntries(Object.entries(graph.nodes).filter(([each]) => each !== id)),
    relations: Object.fromEntries(
      Object.entries(graph.relations).filter(([, { from, to }]) => !from.includes(id) && to !== id),
    ),
  }
}

describe('scenes told one after the other', () => {
  it('are read as they were written, whatever came before', () => {
    const graphs = fc.array(arbitraryGraph({ maxNodes: 25 }), { minLength: 1, maxLength: 3 })
    fc.assert(
      fc.property(graphs, fc.nat(), fc.string(), fc.boolean(), (each, at, text, verdicts) => {
        const tell = line()
        const memory = createLayoutMemory()
        for (const graph of each) {
          const ids = Object.keys(graph.nodes)
          const id = ids[at % Math.max(1, ids.length)] ?? ''
          for (const version of [graph, typed(graph, id, text), graph, without(graph, id)]) {
            const scene = layoutScene(version, { measurer, memory, verdicts })
            expect(tell(scene)).toEqual(scene)
          }
        }
      }),
      { numRuns: 60 },
    )
  })

  it('keep every list and object in which nothing has changed', () => {
    const graph = sampleGraph(200)
    const memory = createLayoutMemory()
    const tell = line()
    const before = tell(layoutScene(graph, { measurer, memory }))
    const words = graph.nodes['n90']?.text ?? ''
    const after = tell(layoutScene(typed(graph, 'n90', words.replace(/^./, 'X')), { measurer, memory }))
    expect(after.nodes.filter((box, index) => box !== before.nodes[index]).map(({ id }) => id)).toEqual([
      'n90',
    ])
    expect(after.paths).toBe(before.paths)
    expect(after.junctions).toBe(before.junctions)
  })

  it('tell what has only moved as numbers: no text is sent again', () => {
    const graph = sampleGraph(200)
    const write = createSceneWriter()
    const memory = createLayoutMemory()
    expect(write(layoutScene(graph, { measurer, memory })).message.nodes.contents).toHaveLength(200)
    const turned = { ...graph, layout: { direction: 'right' as const } }
    const { nodes, paths } = write(layoutScene(turned, { measurer, memory })).message
    expect(nodes.contents).toEqual([])
    expect(paths.contents).toEqual([])
    expect(nodes.numbers.length).toBeGreaterThan(0)
  })

  it('cannot be read from the middle on', () => {
    const [write, read] = [createSceneWriter(), createSceneReader()]
    const graph = sampleGraph(20)
    const memory = createLayoutMemory()
    write(layoutScene(graph, { measurer, memory }))
    const { message } = write(layoutScene(typed(graph, 'n3', 'Short.'), { measurer, memory }))
    expect(() => read(message)).toThrow('a scene was told from one that was not read')
  })
})
