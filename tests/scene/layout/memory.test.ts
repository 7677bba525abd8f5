/** A layout that remembers gives what a fresh one gives, and does not lay out again what is unchanged. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ArgumentGraph } from '../../../src/model/graph.ts'
import { layoutScene } from '../../../src/scene/layout/layout.ts'
import { createLayoutMemory } from '../../../src/scene/layout/memory.ts'
import { createInterMeasurer } from '../../../src/scene/measure/inter-measurer.ts'
import { arbitraryGraph } from '../../support/arbitrary-graph.ts'
import { graph } from '../../support/graph-builder.ts'

const measurer = createInterMeasurer()

/** Another text or kind for one statement, or one statement or relation less. */
function changed(whole: ArgumentGraph, pick: number): ArgumentGraph {
  const ids = Object.keys(whole.nodes)
  const id = ids[pick % Math.max(1, ids.length)]
  const node = id === undefined ? undefined : whole.nodes[id]
  if (id === undefined || !node) return whole
  if (pick % 3 === 0) {
    const unpointed = Object.keys(whole.relations).filter((relation) =>
      Object.values(whole.relations).every(({ to }) => to !== relation),
    )
    const { [unpointed[pick % Math.max(1, unpointed.length)] ?? '']: _, ...relations } = whole.relations
    return { ...whole, relations }
  }
  const text = pick % 3 === 1 ? `${node.text} More of it.` : node.text
  const direction = pick % 5 === 0 ? ('right' as const) : ('down' as const)
  return {
    ...whole,
    nodes: { ...whole.nodes, [id]: { ...node, text } },
    layout: { ...whole.layout, direction },
  }
}

describe('a memory', () => {
  it('changes no byte of any scene', () => {
    fc.assert(
      fc.property(
        arbitraryGraph({ maxNodes: 25 }),
        fc.array(fc.nat({ max: 500 }), { minLength: 1, maxLength: 5 }),
        (first, picks) => {
          const memory = createLayoutMemory()
          let whole = first
          for (const pick of picks) {
            layoutScene(whole, { measurer, memory })
            whole = changed(whole, pick)
            const fresh = layoutScene(structuredClone(whole), { measurer })
            expect(JSON.stringify(layoutScene(whole, { measurer, memory }))).toBe(JSON.stringify(fresh))
          }
        },
      ),
      { numRuns: 100, endOnFailure: true },
    )
  })

  it('measures only statements that are new', () => {
    let measured = 0
    const counting = {
      ...measurer,
      measure: (...words: Parameters<typeof measurer.measure>) => {
        measured += 1
        return measurer.measure(...words)
      },
    }
    const memory = createLayoutMemory()
    const whole = graph`e1 supports c1; e2 supports c2`
    layoutScene(whole, { measurer: counting, memory })
    measured = 0
    const after = { ...whole, nodes: { ...whole.nodes, c2: { kind: 'claim' as const, text: 'Short' } } }
    layoutScene(after, { measurer: counting, memory })
    expect(measured).toBe(1)
  })
})
