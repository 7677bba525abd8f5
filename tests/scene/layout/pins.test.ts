/** Pinned statements and section areas, over random graphs. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { layoutScene } from '../../../src/scene/layout/layout.ts'
import { createInterMeasurer } from '../../../src/scene/measure/inter-measurer.ts'
import type { Box } from '../../../src/scene/scene.ts'
import { arbitraryGraph } from '../../support/arbitrary-graph.ts'
import { overlapsIn } from './scene-checks.ts'

const measurer = createInterMeasurer()
const graphs = arbitraryGraph({ maxNodes: 30 })
const place = fc.record({ x: fc.integer({ min: -400, max: 1500 }), y: fc.integer({ min: -400, max: 1500 }) })

describe('a pinned statement', () => {
  it('stands exactly where it is pinned, and everything else makes room', () => {
    fc.assert(
      fc.property(graphs, place, fc.nat(), (graph, pin, pick) => {
        const free = layoutScene({ ...graph, layout: { ...graph.layout, pinned: {} } }, { measurer })
        const box = free.nodes[pick % Math.max(1, free.nodes.length)]
        if (!box) return
        const scene = layoutScene(
          { ...graph, layout: { ...graph.layout, pinned: { [box.id]: pin } } },
          { measurer },
        )
        expect(scene.nodes.find(({ id }) => id === box.id)).toMatchObject(pin)
        expect(overlapsIn(scene)).toEqual([])
      }),
      { numRuns: 150 },
    )
  })

  it('takes what hangs below it along', () => {
    const graph = {
      format: 'counterpoint' as const,
      version: 1 as const,
      title: '',
      sources: {},
      sections: {},
      nodes: { a: { kind: 'claim' as const, text: 'A' }, b: { kind: 'claim' as const, text: 'B' } },
      relations: { r: { kind: 'supports' as const, from: ['b'], to: 'a' } },
    }
    const free = layoutScene(graph, { measurer })
    const scene = layoutScene({ ...graph, layout: { pinned: { a: { x: 900, y: 700 } } } }, { measurer })
    const [a, b] = ['a', 'b'].map((id) => free.nodes.find((box) => box.id === id))
    expect(scene.nodes.find(({ id }) => id === 'b')).toMatchObject({
      x: 900 + (b?.x ?? 0) - (a?.x ?? 0),
      y: 700 + (b?.y ?? 0) - (a?.y ?? 0),
    })
  })
})

describe('section areas', () => {
  it('hold every statement of their section and no other', () => {
    fc.assert(
      fc.property(graphs, (graph) => {
        const scene = layoutScene(
          { ...graph, layout: { ...graph.layout, pinned: {}, sections: true } },
          { measurer },
        )
        for (const box of scene.nodes) {
          const section = graph.nodes[box.id]?.section
          const around = scene.frames.filter((frame) => isOverlapping(frame, box)).map((frame) => frame.id)
          expect(new Set(around)).toEqual(new Set(section === undefined ? [] : [section]))
        }
      }),
      { numRuns: 150 },
    )
  })

  it('are not drawn unless they are switched on', () => {
    fc.assert(
      fc.property(graphs, (graph) => {
        const scene = layoutScene({ ...graph, layout: { ...graph.layout, sections: false } }, { measurer })
        expect(scene.frames).toEqual([])
      }),
      { numRuns: 20 },
    )
  })
})

function isOverlapping(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height
}
