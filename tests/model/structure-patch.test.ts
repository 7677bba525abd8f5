/** A structure patched from the version before is the one that building anew gives. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ArgumentGraph, ArgumentNode, ElementId, Relation } from '../../src/model/graph.ts'
import { buildStructure } from '../../src/model/structure-build.ts'
import { patchStructure } from '../../src/model/structure-patch.ts'
import { structureOf, type Structure } from '../../src/model/structure.ts'
import { arbitraryGraph } from '../support/arbitrary-graph.ts'
import { graph } from '../support/graph-builder.ts'

type Edit = (whole: ArgumentGraph, picks: readonly [number, number, number]) => ArgumentGraph

const orders = [undefined, 'a0', 'a1', 'a4', 'aZ'] as const

/** Everything that can happen to a document, also what no editor does. */
const edits = {
  'words of a node': (whole, [pick]) => withNode(whole, pick, { text: 'Other words', rating: 'low' }),
  'weight of a relation': (whole, [pick]) => withRelation(whole, pick, { kind: 'attacks', weight: 'weak' }),
  'a node': (whole, [, , order]) => added(whole, { nodes: { [fresh(whole)]: nodeWith(order) } }),
  'a ground': (whole, [target, , order]) => {
    const id = fresh(whole)
    const relation: Relation = { kind: 'supports', from: [id], to: elementAt(whole, target) ?? id }
    return added(whole, {
      nodes: { [id]: nodeWith(order) },
      relations: { [`r${id}`]: ordered(relation, order) },
    })
  },
  'linked grounds': (whole, [target, other, order]) => {
    const id = fresh(whole)
    const from = [id, nodeIdAt(whole, other) ?? id, `second-${id}`]
    const relation: Relation = { kind: 'supports', from, to: elementAt(whole, target) ?? id }
    return added(whole, {
      nodes: { [id]: nodeWith(order), [`second-${id}`]: nodeWith(order + 1) },
      relations: { [`r${id}`]: ordered(relation, order) },
    })
  },
  'a relation': (whole, [source, target, order]) => {
    const from = nodeIdAt(whole, source)
    const to = elementAt(whole, target)
    if (from === undefined || to === undefined) return whole
    const relation: Relation = { kind: 'supports', from: [from], to }
    return added(whole, { relations: { [`r${fresh(whole)}`]: ordered(relation, order) } })
  },
  'a relation to nowhere': (whole, [source, , pick]) => {
    const from = [nodeIdAt(whole, source) ?? 'lost']
    const to = pick % 2 === 0 ? 'later' : 'laterRelation'
    return added(whole, { relations: { [`r${fresh(whole)}`]: { kind: 'supports', from, to } } })
  },
  'a node that was missing': (whole) => added(whole, { nodes: { later: nodeWith(0) } }),
  'a relation that was missing': (whole, [source, target]) => {
    const from = [nodeIdAt(whole, source) ?? 'lost']
    const to = nodeIdAt(whole, target) ?? 'lost'
    return added(whole, { relations: { laterRelation: { kind: 'supports', from, to } } })
  },
  'a relation gone without what points at it': (whole, [pick]) => {
    const { [relationIdAt(whole, pick) ?? '']: _, ...relations } = whole.relations
    return { ...whole, relations }
  },
  'a node gone': (whole, [pick]) => removed(whole, new Set([nodeIdAt(whole, pick) ?? ''])),
  'a node gone without its relations': (whole, [pick]) => {
    const { [nodeIdAt(whole, pick) ?? '']: _, ...nodes } = whole.nodes
    return { ...whole, nodes }
  },
  'a relation gone': (whole, [pick]) => removed(whole, new Set([relationIdAt(whole, pick) ?? ''])),
  'three nodes gone': (whole, picks) =>
    removed(whole, new Set(picks.map((pick) => nodeIdAt(whole, pick) ?? ''))),
  'another order of a node': (whole, [pick, , order]) =>
    withNode(whole, pick, { order: orders[order % orders.length] }),
  'another order of a relation': (whole, [pick, , order]) =>
    withRelation(whole, pick, { order: orders[order % orders.length] }),
  'another target': (whole, [pick, target]) =>
    withRelation(whole, pick, { to: elementAt(whole, target) ?? '' }),
  'the file turned round': (whole) => ({
    ...whole,
    nodes: Object.fromEntries(Object.entries(whole.nodes).reverse()),
  }),
  'where it is shown': (whole) => ({ ...whole, layout: { direction: 'right' } }),
} satisfies Record<string, Edit>

const edit = fc.constantFrom<[string, Edit][]>(...Object.entries<Edit>(edits)).map(([, change]) => change)
const picks = fc.tuple(fc.nat({ max: 200 }), fc.nat({ max: 200 }), fc.nat({ max: 9 }))

/** All of a structure with the order of what has one; relations out of nodes are looked up only. */
function written({ into, outOf, premises, parentRelation, roots }: Structure) {
  return { into: [...into], outOf, premises: [...premises], parentRelation: [...parentRelation], roots }
}

describe('patching a structure', () => {
  it('gives what building anew gives, however many edits follow each other', () => {
    let patched = 0
    fc.assert(
      fc.property(
        arbitraryGraph({ maxNodes: 20, details: false }),
        fc.array(fc.tuple(edit, picks), { minLength: 1, maxLength: 12 }),
        (first, steps) => {
          let [before, structure] = [first, buildStructure(first)]
          for (const [change, where] of steps) {
            const after = change(before, where)
            const patch = patchStructure(structure, before, after)
            if (patch) patched += 1
            before = after
            structure = patch ?? buildStructure(after)
            expect(written(structure)).toEqual(written(buildStructure(after)))
          }
        },
      ),
      { numRuns: 1500 },
    )
    expect(patched).toBeGreaterThan(2000)
  })

  it('is what the structure of each version in turn comes from', () => {
    fc.assert(
      fc.property(
        arbitraryGraph({ maxNodes: 20, details: false }),
        fc.array(fc.tuple(edit, picks), { minLength: 1, maxLength: 6 }),
        (first, steps) => {
          let whole = first
          for (const [change, where] of steps) {
            whole = change(whole, where)
            expect(written(structureOf(whole))).toEqual(written(buildStructure(whole)))
          }
        },
      ),
    )
  })

  const whole = graph`c1 supports c0; c2, c3 support c0; e1 supports c1; e1 supports c2; k1 attacks r1`
  const edited = (name: keyof typeof edits, ...where: [number, number, number]) => {
    const change: Edit = edits[name]
    return change(whole, where)
  }

  it.each([
    ['words', edited('words of a node', 1, 0, 0)],
    ['weights', edited('weight of a relation', 1, 0, 0)],
    ['a lone node', edited('a node', 0, 0, 2)],
    ['a ground of a node', edited('a ground', 0, 0, 0)],
    ['a ground of a relation', edited('a ground', 7, 0, 1)],
    ['a relation of a node that hangs elsewhere', edited('a relation', 4, 1, 0)],
    ['a leaf that goes', removed(whole, new Set(['k1']))],
    ['a relation that goes and carries nothing', removed(whole, new Set(['r4']))],
    ['where it is shown', edited('where it is shown', 0, 0, 0)],
  ])('needs nothing to be built anew: %s', (_, after) => {
    expect(patchStructure(structureOf(whole), whole, after)).toBeDefined()
  })

  it.each([
    ['a branch whose top goes', removed(whole, new Set(['c1']))],
    ['a node that hangs elsewhere', removed(whole, new Set(['r3']))],
    ['another order', edited('another order of a node', 0, 0, 2)],
    ['another target', edited('another target', 0, 3, 0)],
    ['ids that have moved', edited('the file turned round', 0, 0, 0)],
    ['another document', graph`a supports b`],
    ['a copy record by record', structuredClone(manyNodes(100))],
  ])('leaves to building anew: %s', (name, after) => {
    const before = name.startsWith('a copy') ? manyNodes(100) : whole
    expect(patchStructure(structureOf(before), before, after)).toBeUndefined()
  })

  it('keeps every table where only words have changed', () => {
    const known = structureOf(whole)
    const patch = patchStructure(known, whole, edited('words of a node', 1, 0, 0))
    expect(patch?.into).toBe(known.into)
    expect(patch?.parentRelation).toBe(known.parentRelation)
  })
})

function manyNodes(count: number): ArgumentGraph {
  const ids = Array.from({ length: count }, (_, index) => `n${index}`)
  return { ...graph`c0`, nodes: Object.fromEntries(ids.map((id) => [id, nodeWith(0)])) }
}

function nodeWith(order: number): ArgumentNode {
  return ordered({ kind: 'claim', text: 'New' }, order)
}

function ordered<T extends object>(record: T, pick: number): T {
  const order = orders[pick % orders.length]
  return order === undefined ? record : { ...record, order }
}

function fresh({ nodes, relations }: ArgumentGraph): string {
  let count = Object.keys(nodes).length
  while (Object.hasOwn(nodes, `x${count}`) || Object.hasOwn(relations, `rx${count}`)) count += 1
  return `x${count}`
}

function pickOf(ids: readonly string[], pick: number): string | undefined {
  return ids[pick % Math.max(1, ids.length)]
}

function nodeIdAt({ nodes }: ArgumentGraph, pick: number): string | undefined {
  return pickOf(Object.keys(nodes), pick)
}

function relationIdAt({ relations }: ArgumentGraph, pick: number): string | undefined {
  return pickOf(Object.keys(relations), pick)
}

function elementAt({ nodes, relations }: ArgumentGraph, pick: number): ElementId | undefined {
  return pickOf([...Object.keys(nodes), ...Object.keys(relations)], pick)
}

function withNode(whole: ArgumentGraph, pick: number, change: object): ArgumentGraph {
  const id = nodeIdAt(whole, pick)
  const node = id === undefined ? undefined : whole.nodes[id]
  return id === undefined || !node ? whole : added(whole, { nodes: { [id]: { ...node, ...change } } })
}

function withRelation(whole: ArgumentGraph, pick: number, change: object): ArgumentGraph {
  const id = relationIdAt(whole, pick)
  const relation = id === undefined ? undefined : whole.relations[id]
  return id === undefined || !relation
    ? whole
    : added(whole, { relations: { [id]: { ...relation, ...change } } })
}

function added(
  whole: ArgumentGraph,
  { nodes = {}, relations = {} }: Partial<Pick<ArgumentGraph, 'nodes' | 'relations'>>,
): ArgumentGraph {
  return { ...whole, nodes: { ...whole.nodes, ...nodes }, relations: { ...whole.relations, ...relations } }
}

/** The document without these elements and without all relations that touch them. */
function removed(whole: ArgumentGraph, ids: ReadonlySet<ElementId>): ArgumentGraph {
  const gone = new Set(ids)
  for (let size = -1; size !== gone.size;) {
    size = gone.size
    for (const [id, { from, to }] of Object.entries(whole.relations)) {
      if (gone.has(to) || from.some((premise) => gone.has(premise))) gone.add(id)
    }
  }
  const left = <T>(records: Readonly<Record<string, T>>) =>
    Object.fromEntries(Object.entries(records).filter(([id]) => !gone.has(id)))
  return { ...whole, nodes: left(whole.nodes), relations: left(whole.relations) }
}
