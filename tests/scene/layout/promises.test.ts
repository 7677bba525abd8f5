/** What layout promises of every graph, over random ones. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ArgumentGraph } from '../../../src/model/graph.ts'
import { layoutScene } from '../../../src/scene/layout/layout.ts'
import { createInterMeasurer } from '../../../src/scene/measure/inter-measurer.ts'
import { arbitraryGraph } from '../../support/arbitrary-graph.ts'
import {
  coveringSignsIn,
  disorderIn,
  fractionsIn,
  lineFaultsIn,
  linesThroughBoxesIn,
  overlapsIn,
} from './scene-checks.ts'

const measurer = createInterMeasurer()
const runs = { numRuns: 500 }

/** Graphs in which nothing is pinned: all of the layout's own making. */
const unpinned = arbitraryGraph({ maxNodes: 45 }).map((graph): ArgumentGraph => {
  const { pinned: _, ...layout } = graph.layout ?? {}
  return { ...graph, layout }
})

describe('layoutScene', () => {
  it('lets no two boxes overlap and keeps siblings in the author’s order', () => {
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

  it('draws every visible relation from border to border and through no box', () => {
    fc.assert(
      fc.property(unpinned, (graph) => {
        const scene = layoutScene(graph, { measurer })
        expect(lineFaultsIn(graph, scene)).toEqual([])
        expect(linesThroughBoxesIn(scene)).toEqual([])
        expect(coveringSignsIn(scene)).toEqual([])
      }),
      runs,
    )
  })
})
