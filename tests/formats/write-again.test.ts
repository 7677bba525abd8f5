/** A version written after others is written as if it were the only one. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { prepareToWrite, writeGraph } from '../../src/formats/json/write.ts'
import type { ArgumentGraph } from '../../src/model/graph.ts'
import { arbitraryGraph } from '../support/arbitrary-graph.ts'

/** A version in which one statement says something else, and one has another id with the same record. */
function edited(graph: ArgumentGraph, at: number, text: string): ArgumentGraph {
  const entries = Object.entries(graph.nodes)
  const [id, node] = entries[at % Math.max(1, entries.length)] ?? []
  if (id === undefined || !node) return graph
  return { ...graph, nodes: { ...graph.nodes, [id]: { ...node, text }, [`${id}-again`]: node } }
}

describe('a document written again', () => {
  it('is written as a copy of it is, whatever was written before', () => {
    fc.assert(
      fc.property(arbitraryGraph({ maxNodes: 20 }), fc.nat(), fc.string(), (graph, at, text) => {
        writeGraph(graph)
        const version = edited(graph, at, text)
        expect(writeGraph(version)).toBe(writeGraph(structuredClone(version)))
        expect(writeGraph(graph)).toBe(writeGraph(structuredClone(graph)))
      }),
    )
  })

  it('is written the same when its texts were made ahead', () => {
    fc.assert(
      fc.property(arbitraryGraph({ maxNodes: 20 }), (graph) => {
        const copy = structuredClone(graph)
        const steps = [...prepareToWrite(copy)]
        expect(steps.length).toBeLessThanOrEqual(1)
        expect(writeGraph(copy)).toBe(writeGraph(graph))
      }),
    )
  })

  it('is the JSON of its fields, two spaces further in at each level', () => {
    fc.assert(
      fc.property(arbitraryGraph({ maxNodes: 20 }), (graph) => {
        const text = writeGraph(graph)
        expect(`${JSON.stringify(JSON.parse(text), undefined, 2)}\n`).toBe(text)
      }),
    )
  })
})
