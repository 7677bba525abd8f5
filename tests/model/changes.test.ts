import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { changesBetween, withChanges } from '../../src/model/changes.ts'
import type { ArgumentGraph } from '../../src/model/graph.ts'
import { arbitraryGraph } from '../support/arbitrary-graph.ts'
import { graph } from '../support/graph-builder.ts'

const base = graph`c1 supports c0; e1 supports c1`

describe('changesBetween', () => {
  it('names only what an edit touched', () => {
    const c1 = { kind: 'claim', text: 'Other.' } as const
    const edited: ArgumentGraph = { ...base, nodes: { ...base.nodes, c1 } }
    expect(changesBetween(base, edited)).toEqual({ tables: { nodes: { set: [['c1', c1]], removed: [] } } })
    expect(changesBetween(base, base)).toEqual({ tables: {} })
    expect(changesBetween(base, { ...base, title: 'T' }).fields).toMatchObject({ title: 'T' })
  })

  it('names removed records, and the order where it cannot be told otherwise', () => {
    const { c1, ...rest } = base.nodes
    expect(changesBetween(base, { ...base, nodes: rest }).tables.nodes).toEqual({ set: [], removed: ['c1'] })
    const turned = Object.fromEntries(Object.entries(base.nodes).toReversed())
    expect(changesBetween(base, { ...base, nodes: turned }).tables.nodes?.order).toEqual(['e1', 'c0', 'c1'])
    expect(c1).toBeDefined()
  })
})

describe('withChanges', () => {
  it('leads from any document to any other, in its order, sharing what they share', () => {
    fc.assert(
      fc.property(arbitraryGraph(), arbitraryGraph(), fc.infiniteStream(fc.boolean()), (a, b, choices) => {
        const mixed: ArgumentGraph = {
          ...b,
          nodes: {
            ...b.nodes,
            ...Object.fromEntries(Object.entries(a.nodes).filter(() => choices.next().value)),
          },
        }
        for (const after of [b, mixed]) {
          const made = withChanges(a, changesBetween(a, after))
          expect(made).toEqual(after)
          for (const table of ['nodes', 'relations', 'sources', 'sections'] as const) {
            expect(Object.keys(made[table])).toEqual(Object.keys(after[table]))
            for (const [id, record] of Object.entries(after[table])) expect(made[table][id]).toBe(record)
          }
        }
      }),
    )
  })

  it('sends nothing but plain data', () => {
    const changes = changesBetween(base, { ...base, title: 'T', nodes: {} })
    expect(structuredClone(changes)).toEqual(changes)
  })
})
