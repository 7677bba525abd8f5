import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import {
  emptyGraph,
  type ArgumentGraph,
  type NodeId,
  type Relation,
  type RelationId,
} from '../../src/model/graph.ts'
import {
  childrenOf,
  concludedNode,
  parentOf,
  relationsInto,
  relationsOutOf,
  structureOf,
} from '../../src/model/structure.ts'
import { arbitraryGraph } from '../support/arbitrary-graph.ts'
import { graph, parseGraph, withNodes } from '../support/graph-builder.ts'

/** The node above another one in the tree, seen through relations on relations. */
function above(of: ArgumentGraph, id: NodeId): NodeId | undefined {
  const parent = parentOf(of, id)
  return parent === undefined ? undefined : concludedNode(of, parent)
}

/** What `parentRelation` promises, worked out the slow and obvious way. */
function expectedParents(of: ArgumentGraph): Map<NodeId, RelationId> {
  const chosen = new Map<NodeId, RelationId>()
  const endOf = (relation: RelationId) => concludedNode(of, of.relations[relation]?.to ?? '')
  for (const id of Object.keys(of.nodes)) {
    const isUnder = (start: NodeId): boolean => {
      const next = chosen.get(start)
      const end = next === undefined ? undefined : endOf(next)
      return start === id || (end !== undefined && isUnder(end))
    }
    const first = relationsOutOf(of, id).find((relation) => {
      const end = endOf(relation)
      return end !== undefined && !isUnder(end)
    })
    if (first !== undefined) chosen.set(id, first)
  }
  return chosen
}

/** Relations that can be read this many times altogether. */
function readAtMost(relations: ArgumentGraph['relations'], budget: number): ArgumentGraph['relations'] {
  let left = budget
  const spend = () => {
    left -= 1
    if (left < 0) throw new Error(`the relations were read more than ${budget} times`)
  }
  return new Proxy(relations, {
    get: (target, key) => {
      spend()
      return Reflect.get(target, key) as Relation | undefined
    },
    getOwnPropertyDescriptor: (target, key) => {
      spend()
      return Reflect.getOwnPropertyDescriptor(target, key)
    },
  })
}

/** A chain in which each node supports the next one, listed from either end. */
function chain(length: number, listed: 'groundFirst' | 'thesisFirst'): ArgumentGraph {
  const ids = Array.from({ length }, (_, index) => index)
  if (listed === 'thesisFirst') ids.reverse()
  return {
    ...emptyGraph(),
    nodes: Object.fromEntries(ids.map((id) => [`n${id}`, { kind: 'claim', text: '' }])),
    relations: Object.fromEntries(
      ids
        .filter((id) => id < length - 1)
        .map((id) => [`r${id}`, { kind: 'supports', from: [`n${id}`], to: `n${id + 1}` }]),
    ),
  }
}

describe('the structure of a graph', () => {
  it('lists relations into an element and premises of a relation in author’s order', () => {
    const base = withNodes(graph`c1 supports c0; c2 supports c0; e2, e1 support c0; k1 attacks r1`, {
      e1: { order: 'a0' },
      e2: { order: 'a1' },
    })
    const relations = { ...base.relations, r1: { ...base.relations['r1']!, order: 'a0' } }
    const ordered = { ...base, relations }
    expect(relationsInto(ordered, 'c0')).toEqual(['r2', 'r3', 'r1'])
    expect(relationsInto(ordered, 'r1')).toEqual(['r4'])
    expect(structureOf(ordered).premises.get('r3')).toEqual(['e1', 'e2'])
    expect(childrenOf(ordered, 'c0')).toEqual(['c2', 'e1', 'e2', 'c1'])
    expect(childrenOf(ordered, 'r1')).toEqual(['k1'])
  })

  it('lists a node that supports twice only once among the children', () => {
    expect(childrenOf(graph`c1 supports c0; c1, c2 support c0`, 'c0')).toEqual(['c1', 'c2'])
  })

  it('answers with nothing for what is not there, names on Object.prototype among them', () => {
    const base = graph`c1 supports c0`
    for (const id of ['c9', 'r9', 'toString', '__proto__', '']) {
      expect(relationsInto(base, id)).toEqual([])
      expect(relationsOutOf(base, id)).toEqual([])
      expect(childrenOf(base, id)).toEqual([])
      expect(parentOf(base, id)).toBeUndefined()
      expect(concludedNode(base, id)).toBeUndefined()
    }
  })

  it('is derived once for each graph', () => {
    const base = graph`c1 supports c0`
    expect(structureOf(base)).toBe(structureOf(base))
    expect(structureOf({ ...base })).not.toBe(structureOf(base))
  })

  it('takes a relation for the node that it concludes', () => {
    const base = graph`c1 supports c0; k1 attacks r1; k2 attacks r2; r9 = k3 attacks r10; r10 = k4 attacks r9`
    expect(concludedNode(base, 'r2')).toBe('c0')
    expect(concludedNode(base, 'r3')).toBe('c0')
    expect(concludedNode(base, 'c1')).toBe('c1')
    expect(concludedNode(base, 'r9')).toBeUndefined()
  })
})

describe('a map walked as a tree', () => {
  it('hangs each node under the first relation out of it, as they stand in the file', () => {
    const base = graph`c2 supports c1; c2 supports c0; k1 attacks r1; c3`
    expect(structureOf(base).roots).toEqual(['c1', 'c0', 'c3'])
    expect(parentOf(base, 'c2')).toBe('c1')
    expect(parentOf(base, 'k1')).toBe('r1')
    expect(above(base, 'k1')).toBe('c1')
  })

  it('skips a relation that would close a circle, and takes the next one', () => {
    const circle = graph`c1 supports c2; c2 supports c3; c3 supports c1; c3 supports c0`
    expect(Object.fromEntries(structureOf(circle).parentRelation)).toEqual({ c1: 'r1', c2: 'r2', c3: 'r4' })
    expect(structureOf(circle).roots).toEqual(['c0'])
  })

  it('makes a root of a node that supports only itself or a step that rests on it', () => {
    expect(structureOf(graph`c1 supports c1`).roots).toEqual(['c1'])
    const undercut = graph`e1 supports c1; c1 supports r1`
    expect(structureOf(undercut).roots).toEqual(['c1'])
    expect(parentOf(undercut, 'e1')).toBe('c1')
  })

  it('ignores relations that end nowhere', () => {
    const base = graph`c1 supports c0`
    const nowhere = { kind: 'supports', from: ['c0'], to: 'c9' } as const
    const around = { kind: 'supports', from: ['c0'], to: 'r9' } as const
    const broken = { ...base, relations: { ...base.relations, r8: nowhere, r9: around } }
    expect(structureOf(broken).roots).toEqual(['c0'])
  })

  it('chooses as promised, in graphs with and without circles', () => {
    fc.assert(
      fc.property(arbitraryGraph({ maxNodes: 25, details: false }), (any) => {
        expect(structureOf(any).parentRelation).toEqual(expectedParents(any))
      }),
      { numRuns: 400 },
    )
  })

  it('has no circle, and each node hangs under a root, in any graph with circles', () => {
    fc.assert(
      fc.property(
        arbitraryGraph({ shapes: ['cyclic'], minNodes: 1, maxNodes: 40, details: false }),
        (any) => {
          const { roots } = structureOf(any)
          const size = Object.keys(any.nodes).length
          for (const start of Object.keys(any.nodes)) {
            let at = start
            let steps = 0
            for (let next = above(any, at); next !== undefined; next = above(any, at)) {
              at = next
              steps += 1
              expect(steps, `walking up from ${start}`).toBeLessThan(size)
            }
            expect(roots, `the end of the way up from ${start}`).toContain(at)
          }
        },
      ),
      { numRuns: 400 },
    )
  })

  it('counts every node and every relation once on the way down', () => {
    fc.assert(
      fc.property(arbitraryGraph({ maxNodes: 40, details: false }), (any) => {
        const { into, premises, outOf } = structureOf(any)
        expect([...into.values()].flat().sort()).toEqual(Object.keys(any.relations).sort())
        for (const [id, relation] of Object.entries(any.relations)) {
          expect([...(premises.get(id) ?? [])].sort()).toEqual([...relation.from].sort())
          for (const premise of relation.from) expect(outOf.get(premise)).toContain(id)
        }
      }),
    )
  })

  it.each(['groundFirst', 'thesisFirst'] as const)(
    'reads a chain of 20,000 only a few times (%s)',
    (listed) => {
      const long = chain(20_000, listed)
      const counted = { ...long, relations: readAtMost(long.relations, 20 * 20_000) }
      expect(structureOf(counted).roots).toEqual(['n19999'])
      expect(structureOf(counted).parentRelation.size).toBe(19_999)
    },
  )

  it('reads a chain of 20,000 relations on relations only a few times', () => {
    const ids = Array.from({ length: 20_000 }, (_, index) => index)
    const long: ArgumentGraph = {
      ...parseGraph('c1 supports c0'),
      nodes: Object.fromEntries(
        ['c0', ...ids.map((id) => `k${id}`)].map((id) => [id, { kind: 'claim', text: '' }]),
      ),
      relations: Object.fromEntries(
        ids.map((id) => [
          `r${id}`,
          { kind: 'attacks', from: [`k${id}`], to: id === 0 ? 'c0' : `r${id - 1}` },
        ]),
      ),
    }
    const backwards = Object.fromEntries(Object.entries(long.relations).reverse())
    for (const relations of [long.relations, backwards]) {
      const counted = { ...long, relations: readAtMost(relations, 20 * 20_000) }
      expect(structureOf(counted).roots).toEqual(['c0'])
      expect(structureOf(counted).parentRelation.size).toBe(20_000)
    }
  })

  it('walks down a deep chain only a few times, however many reasons hang on its lowest node', () => {
    const long = chain(500, 'groundFirst')
    const reasons = Array.from({ length: 500 }, (_, index) => `e${index}`)
    const comb: ArgumentGraph = {
      ...long,
      nodes: {
        ...long.nodes,
        ...Object.fromEntries(reasons.map((id) => [id, { kind: 'evidence', text: '' }])),
      },
      relations: {
        ...long.relations,
        ...Object.fromEntries(reasons.map((id) => [`r-${id}`, { kind: 'supports', from: [id], to: 'n0' }])),
      },
    }
    const steps = vi.spyOn(Map.prototype, 'get')
    const { roots, parentRelation } = structureOf(comb)
    const count = steps.mock.calls.length
    steps.mockRestore()
    expect(roots).toEqual(['n499'])
    expect(parentRelation.size).toBe(999)
    expect(count).toBeLessThan(20 * 1000)
  })

  it('answers for a circle of 20,000', () => {
    const long = chain(20_000, 'groundFirst')
    const closing = { kind: 'supports', from: ['n19999'], to: 'n0' } as const
    const circle = { ...long, relations: { ...long.relations, closing } }
    expect(structureOf(circle).roots).toEqual(['n19999'])
    expect(structureOf(circle).parentRelation.size).toBe(19_999)
  })
})
