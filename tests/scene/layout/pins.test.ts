/** Pinned statements and section areas, over random graphs. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { layoutScene } from '../../../src/scene/layout/layout.ts'
import { createInterMeasurer } from '../../../src/scene/measure/inter-measurer.ts'
import type { Box } from '../../../src/scene/scene.ts'
import { arbitraryGraph } from '../../support/arbitrary-graph.ts'
import { graph } from '../../support/graph-builder.ts'
import { disorderIn, lineFaultsIn, linesThroughBoxesIn, overlapsIn } from './scene-checks.ts'

const measurer = createInterMeasurer()
const graphs = arbitraryGraph({ maxNodes: 30 })
const place = fc.record({ x: fc.integer({ min: -400, max: 1500 }), y: fc.integer({ min: -400, max: 1500 }) })

describe('a pinned statement', () => {
  it('stands exactly where it is pinned, and everything else makes room', () => {
    fc.assert(
      fc.property(graphs, place, fc.nat(), (random, pin, pick) => {
        const free = layoutScene({ ...random, layout: { ...random.layout, pinned: {} } }, { measurer })
        const box = free.nodes[pick % Math.max(1, free.nodes.length)]
        if (!box) return
        const scene = layoutScene(
          { ...random, layout: { ...random.layout, pinned: { [box.id]: pin } } },
          { measurer },
        )
        expect(scene.nodes.find(({ id }) => id === box.id)).toMatchObject(pin)
        expect(overlapsIn(scene)).toEqual([])
        expect(disorderIn(random, scene)).toEqual([])
        expect(lineFaultsIn(random, scene)).toEqual([])
        expect(linesThroughBoxesIn(scene)).toEqual([])
      }),
      { numRuns: 150, endOnFailure: true },
    )
  })

  it('moves nothing that is not in its way', () => {
    const whole = graph`c1 supports p1; c2 supports p1; e1 supports c1`
    const free = layoutScene(whole, { measurer })
    const far = { x: 2000, y: 40 }
    const scene = layoutScene({ ...whole, layout: { pinned: { c2: far } } }, { measurer })
    for (const { id, x, y } of free.nodes) {
      expect(scene.nodes.find((box) => box.id === id)).toMatchObject(id === 'c2' ? far : { x, y })
    }
  })

  it('lets two pinned statements overlap: that is the user’s choice', () => {
    const pinned = { c1: { x: 0, y: 0 }, c2: { x: 10.5, y: 10 } }
    const scene = layoutScene({ ...graph`c1; c2; c3`, layout: { pinned } }, { measurer })
    expect(scene.nodes.find(({ id }) => id === 'c2')).toMatchObject({ x: 10.5, y: 10, pinned: true })
    expect(overlapsIn(scene)).toEqual([])
  })

  it('never comes to stand below what it pushed away from above it', () => {
    const whole = graph`c1 supports p1; e1 supports c1`
    const free = layoutScene(whole, { measurer })
    const child = free.nodes.find(({ id }) => id === 'c1')
    const pinned = { e1: { x: child?.x ?? 0, y: (child?.y ?? 0) + 30 } }
    const scene = layoutScene({ ...whole, layout: { pinned } }, { measurer })
    const [p1, c1] = ['p1', 'c1'].map((id) => scene.nodes.find((box) => box.id === id))
    expect(c1?.y).toBeGreaterThanOrEqual((p1?.y ?? 0) + (p1?.height ?? 0))
  })

  it('takes what hangs below it along', () => {
    const whole = graph`b supports a`
    const free = layoutScene(whole, { measurer })
    const scene = layoutScene({ ...whole, layout: { pinned: { a: { x: 900, y: 700 } } } }, { measurer })
    const [a, b] = ['a', 'b'].map((id) => free.nodes.find((box) => box.id === id))
    expect(scene.nodes.find(({ id }) => id === 'b')).toMatchObject({
      x: 900 + (b?.x ?? 0) - (a?.x ?? 0),
      y: 700 + (b?.y ?? 0) - (a?.y ?? 0),
    })
  })
})

describe('section areas', () => {
  it('hold every statement of their section and no other, and never overlap', () => {
    fc.assert(
      fc.property(graphs, (random) => {
        const scene = layoutScene(
          { ...random, layout: { ...random.layout, pinned: {}, sections: true } },
          { measurer },
        )
        for (const [index, frame] of scene.frames.entries()) {
          expect(scene.frames.slice(index + 1).filter((other) => isOverlapping(frame, other))).toEqual([])
        }
        for (const box of scene.nodes) {
          const section = random.nodes[box.id]?.section
          const around = scene.frames.filter((frame) => isOverlapping(frame, box)).map((frame) => frame.id)
          expect(new Set(around)).toEqual(new Set(section === undefined ? [] : [section]))
        }
      }),
      { numRuns: 150 },
    )
  })

  it('are not drawn unless they are switched on', () => {
    fc.assert(
      fc.property(graphs, (random) => {
        const scene = layoutScene({ ...random, layout: { ...random.layout, sections: false } }, { measurer })
        expect(scene.frames).toEqual([])
      }),
      { numRuns: 20 },
    )
  })
})

function isOverlapping(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height
}
