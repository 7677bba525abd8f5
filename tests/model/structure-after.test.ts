/** A structure taken over from the version before is the one that would be found afresh. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ArgumentGraph, NodeId, Relation } from '../../src/model/graph.ts'
import { structureAfter } from '../../src/model/structure-after.ts'
import { structureOf, type Structure } from '../../src/model/structure.ts'
import { arbitraryGraph } from '../support/arbitrary-graph.ts'
import { graph } from '../support/graph-builder.ts'

/** Everything of a structure, with the order in which it is found. */
function listed({ into, outOf, premises, parentRelation, roots }: Structure) {
  return { into: [...into], outOf: [...outOf], premises: [...premises], parents: [...parentRelation], roots }
}

/** The structure of a copy that no version before is known of. */
function afresh(of: ArgumentGraph) {
  structureOf(graph`other`)
  return listed(structureOf(structuredClone(of)))
}

function withLeaf(of: ArgumentGraph, node: NodeId, relation: Partial<Relation>): ArgumentGraph {
  return {
    ...of,
    nodes: { ...of.nodes, [node]: { kind: 'claim', text: 'New.' } },
    relations: { ...of.relations, [`r-${node}`]: { kind: 'supports', from: [node], to: 'c0', ...relation } },
  }
}

function without<T>(records: Readonly<Record<string, T>>, id: string): Record<string, T> {
  return Object.fromEntries(Object.entries(records).filter(([each]) => each !== id))
}

const keys = fc.constantFrom('a0', 'a1', 'a2', 'Zz', 'a1V')

/** A graph whose relations have keys of their own, as edited ones have. */
const ordered = fc
  .tuple(
    arbitraryGraph({ maxNodes: 30 }),
    fc.array(fc.option(keys, { nil: undefined }), { minLength: 60, maxLength: 60 }),
  )
  .map(([of, orders]): ArgumentGraph => {
    const relations = Object.entries(of.relations).map(([id, relation], index) => {
      const order = orders[index % orders.length]
      return [id, order === undefined ? relation : { ...relation, order }] as const
    })
    return { ...of, relations: Object.fromEntries(relations) }
  })

describe('the structure of a version', () => {
  it('is the same, in the same order, whatever version was asked about before', () => {
    fc.assert(
      fc.property(
        ordered,
        fc.nat(),
        fc.option(keys, { nil: undefined }),
        fc.nat(),
        (of, at, order, other) => {
          const ids = Object.keys(of.nodes)
          const to =
            [...ids, ...Object.keys(of.relations)][at % (ids.length + Object.keys(of.relations).length)] ?? ''
          structureOf(of)
          const added = withLeaf(of, 'new', { to, ...(order === undefined ? {} : { order }) })
          expect(listed(structureOf(added))).toEqual(afresh(added))
          structureOf(added)
          const removed = {
            ...added,
            nodes: without(added.nodes, 'new'),
            relations: without(added.relations, 'r-new'),
          }
          expect(listed(structureOf(removed))).toEqual(afresh(removed))
          structureOf(removed)
          const gone = ids[other % ids.length] ?? ''
          const left = {
            ...removed,
            nodes: without(removed.nodes, gone),
            relations: Object.fromEntries(
              Object.entries(removed.relations).filter(
                ([, { from, to: end }]) => !from.includes(gone) && end !== gone,
              ),
            ),
          }
          expect(listed(structureOf(left))).toEqual(afresh(left))
        },
      ),
      { numRuns: 300 },
    )
  })

  it('shares what the version before has when only a text differs', () => {
    const base = graph`c1 supports c0`
    const before = structureOf(base)
    const typed = { ...base, nodes: { ...base.nodes, c1: { kind: 'claim' as const, text: 'Typed.' } } }
    expect(structureOf(typed).into).toBe(before.into)
    expect(structureOf(typed).roots).toBe(before.roots)
  })

  it('is found afresh when the order among statements differs', () => {
    const base = graph`c1 supports c0; c2`
    structureOf(base)
    const moved = {
      ...base,
      nodes: { ...base.nodes, c0: { ...base.nodes['c0'], order: 'a1' } },
    } as ArgumentGraph
    expect(listed(structureOf(moved))).toEqual(afresh(moved))
    expect(structureOf(moved).roots).toEqual(['c2', 'c0'])
  })

  it('is taken over with a leaf put in or left out, and not where more has come or gone', () => {
    const base = graph`c1 supports c0`
    const structure = structureOf(base)
    const leaf = withLeaf(base, 'c2', { to: 'c1' })
    const after = structureAfter(base, structure, leaf)
    expect(after?.parentRelation.get('c2')).toBe('r-c2')
    expect(after && structureAfter(leaf, after, base)?.into.has('c1')).toBe(false)
    const linked = withLeaf(base, 'c2', { from: ['c2', 'c1'] })
    expect(structureAfter(base, structure, linked)).toBeUndefined()
    expect(structureAfter(base, structure, withLeaf(leaf, 'c3', {}))).toBeUndefined()
  })
})
