import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { structureOf } from '../../src/model/structure.ts'
import type { ArgumentGraph } from '../../src/model/graph.ts'
import { visiblePart } from '../../src/scene/layout/visible.ts'
import { createWalker } from '../../src/viewer/structure.ts'
import { arbitraryGraph } from '../support/arbitrary-graph.ts'
import { graph } from '../support/graph-builder.ts'

function walkerOf(document: ArgumentGraph) {
  return createWalker({ roots: structureOf(document).roots, relations: document.relations, collapsed: [] })
}

describe('createWalker', () => {
  it('shows the same statements as the map of the editor, whatever is collapsed', () => {
    fc.assert(
      fc.property(arbitraryGraph(), fc.array(fc.nat(40)), (document, picks) => {
        const ids = Object.keys(document.nodes)
        const collapsed = picks.flatMap((pick) => ids[pick] ?? [])
        const visible = walkerOf(document).visible(new Set(collapsed))
        const expected = visiblePart({ ...document, layout: { collapsed } })
        expect(ids.filter((id) => visible.has(id))).toEqual(expected.nodes)
        for (const [id, { from, to }] of Object.entries(document.relations)) {
          expect(visible.has(id)).toBe(visible.has(to) && from.every((premise) => visible.has(premise)))
        }
      }),
    )
  })

  it('hides only what a collapsed statement alone reaches, and counts it', () => {
    const walker = walkerOf(
      graph`c1 supports p1; c2 supports p1; e1 supports c1; e2 supports c1; e1 supports c2`,
    )
    const visible = walker.visible(new Set(['c1']))
    expect(visible.has('e1')).toBe(true)
    expect(visible.has('e2')).toBe(false)
    expect(walker.countHidden('c1', visible)).toBe(1)
    expect(walker.hasGrounds('e1')).toBe(false)
  })
})
