/** What layout promises of every graph, over random ones. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ArgumentGraph } from '../../../src/model/graph.ts'
import { foldedGraph, foldedNodes } from '../../../src/model/fold.ts'
import { relationKinds } from '../../../src/model/kinds.ts'
import { layoutScene } from '../../../src/scene/layout/layout.ts'
import { createInterMeasurer } from '../../../src/scene/measure/inter-measurer.ts'
import { arbitraryGraph } from '../../support/arbitrary-graph.ts'
import {
  disorderIn,
  fractionsIn,
  lineFaultsIn,
  linesThroughBoxesIn,
  overlapsIn,
  sharedTracksIn,
  signsOnBoxesIn,
  signsOnSignsIn,
} from './scene-checks.ts'

const measurer = createInterMeasurer()

/** Graphs in which nothing is pinned: all of the layout's own making. */
const withoutPins = (graph: ArgumentGraph): ArgumentGraph => {
  const { pinned: _, ...layout } = graph.layout ?? {}
  return { ...graph, layout }
}
const unpinned = arbitraryGraph({ maxNodes: 40 }).map(withoutPins)

/** Shrinking graphs takes longer than reading a large one. */
const runs = { numRuns: 500, endOnFailure: true }

describe('layoutScene', () => {
  it('lets no two boxes overlap, keeps siblings in the author’s order and stays on whole pixels', () => {
    fc.assert(
      fc.property(unpinned, (graph) => {
        const scene = layoutScene(graph, { measurer })
        expect(overlapsIn(scene)).toEqual([])
        expect(disorderIn(graph, scene)).toEqual([])
        expect(fractionsIn(scene)).toEqual([])
      }),
      runs,
    )
  })

  it('draws every visible relation from border to border, through no box, with its sign beside boxes', () => {
    fc.assert(
      fc.property(unpinned, (graph) => {
        const scene = layoutScene(graph, { measurer })
        expect(lineFaultsIn(graph, scene)).toEqual([])
        expect(linesThroughBoxesIn(scene)).toEqual([])
        expect(signsOnBoxesIn(scene)).toEqual([])
      }),
      runs,
    )
  })

  it('keeps all of that where sections are folded into boxes', () => {
    fc.assert(
      fc.property(unpinned, (open) => {
        const graph = { ...open, layout: { ...open.layout, folded: Object.keys(open.sections) } }
        const scene = layoutScene(graph, { measurer })
        expect(overlapsIn(scene)).toEqual([])
        expect(disorderIn(foldedGraph(graph), scene)).toEqual([])
        expect(lineFaultsIn(foldedGraph(graph), scene)).toEqual([])
        expect(linesThroughBoxesIn(scene)).toEqual([])
        const hidden = new Set(foldedNodes(graph))
        expect(scene.nodes.filter(({ id }) => hidden.has(id))).toEqual([])
      }),
      runs,
    )
  })

  it('keeps all of that for large graphs', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(arbitraryGraph({ minNodes: 100, maxNodes: 300 }).map(withoutPins), (graph) => {
        const scene = layoutScene(graph, { measurer })
        expect(overlapsIn(scene)).toEqual([])
        expect(disorderIn(graph, scene)).toEqual([])
        expect(lineFaultsIn(graph, scene)).toEqual([])
        expect(linesThroughBoxesIn(scene)).toEqual([])
        expect(signsOnBoxesIn(scene)).toEqual([])
      }),
      { ...runs, numRuns: 20 },
    )
  })

  it('leads lines that have nothing in common on tracks of their own, with signs beside each other', () => {
    fc.assert(
      fc.property(arbitraryGraph({ maxNodes: 40, shapes: ['tree'] }).map(withoutPins), (graph) => {
        const scene = layoutScene(graph, { measurer })
        expect(sharedTracksIn(graph, scene)).toEqual([])
        expect(signsOnSignsIn(scene)).toEqual([])
      }),
      { ...runs, numRuns: 250 },
    )
  })

  it('leads them so in dense graphs of every shape too', { timeout: 60_000 }, () => {
    const shapes = ['tree', 'dag', 'cyclic', 'parts'] as const
    fc.assert(
      fc.property(
        arbitraryGraph({ minNodes: 2, maxNodes: 40, shapes, details: false }).map(withoutPins),
        (graph) => {
          expect(sharedTracksIn(graph, layoutScene(graph, { measurer }))).toEqual([])
        },
      ),
      runs,
    )
  })

  it('gives the same scene for the same graph, whatever was laid out before', () => {
    fc.assert(
      fc.property(arbitraryGraph({ maxNodes: 40 }), (graph) => {
        const again = layoutScene(structuredClone(graph), { measurer: createInterMeasurer() })
        expect(JSON.stringify(layoutScene(graph, { measurer }))).toBe(JSON.stringify(again))
      }),
      { ...runs, numRuns: 100 },
    )
  })

  it('inverts no pair of siblings when a leaf is added', () => {
    fc.assert(
      fc.property(unpinned, fc.nat(), (graph, pick) => {
        const targets = Object.entries(graph.nodes).filter(([, { kind }]) =>
          relationKinds.supports.to.some((allowed) => allowed === kind),
        )
        const [target] = targets[pick % Math.max(1, targets.length)] ?? []
        if (target === undefined) return
        const grown: ArgumentGraph = {
          ...graph,
          nodes: { ...graph.nodes, leaf: { kind: 'evidence', text: 'A new leaf', order: 'zz' } },
          relations: {
            ...graph.relations,
            leafRelation: { kind: 'supports', from: ['leaf'], to: target, order: 'zz' },
          },
        }
        const scene = layoutScene(grown, { measurer })
        expect(disorderIn(graph, scene)).toEqual([])
        expect(disorderIn(grown, scene)).toEqual([])
        expect(overlapsIn(scene)).toEqual([])
      }),
      { ...runs, numRuns: 200 },
    )
  })
})
