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

/** Every table and field of one document replaced by parts of two, by choice: what any row of edits may do. */
function mixed(a: ArgumentGraph, b: ArgumentGraph, choose: () => boolean): ArgumentGraph {
  const pick = <T>(first: Readonly<Record<string, T>>, second: Readonly<Record<string, T>>) =>
    Object.fromEntries([...Object.entries(first), ...Object.entries(second)].filter(choose))
  const fields = Object.entries({ ...a, ...b }).filter(([name]) => Object.hasOwn(a, name) || choose())
  // Whatever is mixed is a document in shape, and only the shape matters here.
  return {
    ...Object.fromEntries(choose() ? fields : fields.toReversed()),
    nodes: pick(a.nodes, b.nodes),
    relations: choose() ? a.relations : pick(b.relations, a.relations),
    sources: pick(a.sources, b.sources),
    sections: choose() ? a.sections : b.sections,
  } as ArgumentGraph
}

describe('withChanges', () => {
  it('leads from any document to any other, in its order, sharing what they share', () => {
    fc.assert(
      fc.property(arbitraryGraph(), arbitraryGraph(), fc.infiniteStream(fc.boolean()), (a, b, choices) => {
        for (const after of [b, mixed(a, b, () => choices.next().value === true)]) {
          const made = withChanges(a, changesBetween(a, after))
          expect(made).toEqual(after)
          expect(Object.keys(made)).toEqual(Object.keys(after))
          for (const table of ['nodes', 'relations', 'sources', 'sections'] as const) {
            expect(Object.keys(made[table])).toEqual(Object.keys(after[table]))
            for (const [id, record] of Object.entries(after[table])) expect(made[table][id]).toBe(record)
          }
        }
      }),
    )
  })

  it('keeps the order of fields', () => {
    const laid: ArgumentGraph = { ...base, layout: { direction: 'up' } }
    expect(Object.keys(withChanges(base, changesBetween(base, laid)))).toEqual(Object.keys(laid))
    const turned = Object.fromEntries(Object.entries(laid).toReversed()) as ArgumentGraph
    expect(Object.keys(withChanges(laid, changesBetween(laid, turned)))).toEqual(Object.keys(turned))
  })

  it('answers the same document when nothing has changed', () => {
    expect(withChanges(base, changesBetween(base, { ...base }))).toBe(base)
  })

  it('keeps records under names that objects have of their own', () => {
    const record = { kind: 'claim', text: 'T' } as const
    const entries = [['toString', record] as const, ['__proto__', record] as const]
    const odd: ArgumentGraph = { ...base, nodes: Object.fromEntries(entries) }
    const made = withChanges(base, changesBetween(base, odd))
    expect(Object.entries(made.nodes)).toEqual(entries)
    expect(Object.getPrototypeOf(made.nodes)).toBe(Object.prototype)
  })

  it('sends nothing but plain data', () => {
    const changes = changesBetween(base, { ...base, title: 'T', nodes: {} })
    expect(structuredClone(changes)).toEqual(changes)
  })
})
