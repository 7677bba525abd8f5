/** A layout that remembers gives what a fresh one gives, and does not lay out again what is unchanged. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ArgumentGraph, ArgumentNode, Relation } from '../../../src/model/graph.ts'
import { layoutScene } from '../../../src/scene/layout/layout.ts'
import { createLayoutMemory } from '../../../src/scene/layout/memory.ts'
import { createInterMeasurer } from '../../../src/scene/measure/inter-measurer.ts'
import { arbitraryGraph } from '../../support/arbitrary-graph.ts'
import { graph } from '../../support/graph-builder.ts'
import { sampleGraph } from '../../support/sample-graph.ts'

const measurer = createInterMeasurer()

/** Edits of all kinds: of what is written, of what hangs together, and of how the map is shown. */
const edits: readonly ((whole: ArgumentGraph, pick: number) => ArgumentGraph)[] = [
  (whole, pick) => withNode(whole, pick, ({ text }) => ({ text: `${text} More of it.` })),
  (whole, pick) => withNode(whole, pick, ({ text }) => ({ text: `${text.slice(0, -1)}x` })),
  (whole, pick) => withNode(whole, pick, () => ({ rating: pick % 2 === 0 ? 'high' : 'low' })),
  (whole, pick) => withNode(whole, pick, () => ({ note: `Note ${pick}` })),
  (whole, pick) => withNode(whole, pick, () => ({ order: `a${pick % 10}` })),
  (whole, pick) => withNode(whole, pick, () => ({ section: `s${1 + (pick % 3)}` })),
  (whole, pick) => ({
    ...whole,
    sections: Object.fromEntries(Object.keys(whole.sections).map((id) => [id, { title: `Now ${pick}` }])),
  }),
  (whole, pick) => ({
    ...whole,
    nodes: { ...whole.nodes, [`x${pick}`]: { kind: 'claim', text: 'A new one' } },
    relations: {
      ...whole.relations,
      [`rx${pick}`]: { kind: 'supports', from: [`x${pick}`], to: idAt(whole, pick) ?? `x${pick}` },
    },
  }),
  (whole, pick) => {
    const gone = idAt(whole, pick)
    const standing = Object.values(whole.relations).every(({ to }) => to !== gone)
    const left = Object.entries(whole.relations).filter(([, { from }]) => !from.includes(gone ?? ''))
    const isFree = Object.entries(whole.relations).every(([id, { from }]) => {
      return !from.includes(gone ?? '') || Object.values(whole.relations).every(({ to }) => to !== id)
    })
    const { [gone ?? '']: _, ...nodes } = whole.nodes
    return standing && isFree ? { ...whole, nodes, relations: Object.fromEntries(left) } : whole
  },
  (whole, pick) => withRelation(whole, pick, () => ({ weight: pick % 2 === 0 ? 'strong' : 'weak' })),
  (whole, pick) =>
    withRelation(whole, pick, ({ kind }) => ({ kind: kind === 'attacks' ? 'supports' : 'attacks' })),
  (whole, pick) => {
    const unpointed = Object.keys(whole.relations).filter((relation) =>
      Object.values(whole.relations).every(({ to }) => to !== relation),
    )
    const { [unpointed[pick % Math.max(1, unpointed.length)] ?? '']: _, ...relations } = whole.relations
    return { ...whole, relations }
  },
  (whole, pick) => ({ ...whole, layout: { ...whole.layout, direction: pick % 2 === 0 ? 'right' : 'down' } }),
  (whole, pick) => ({ ...whole, layout: { ...whole.layout, sections: pick % 2 === 0 } }),
  (whole, pick) => {
    const id = idAt(whole, pick)
    return id === undefined
      ? whole
      : { ...whole, layout: { ...whole.layout, pinned: { [id]: { x: pick, y: 7 } } } }
  },
  (whole, pick) => {
    const id = idAt(whole, pick)
    return id === undefined ? whole : { ...whole, layout: { ...whole.layout, collapsed: [id] } }
  },
  (whole, pick) => {
    const folded = Object.keys(whole.sections).slice(0, pick % 3)
    return { ...whole, layout: { ...whole.layout, folded } }
  },
]

function idAt({ nodes }: ArgumentGraph, pick: number): string | undefined {
  const ids = Object.keys(nodes)
  return ids[pick % Math.max(1, ids.length)]
}

function withNode(
  whole: ArgumentGraph,
  pick: number,
  change: (node: ArgumentNode) => Partial<ArgumentNode>,
): ArgumentGraph {
  const id = idAt(whole, pick)
  const node = id === undefined ? undefined : whole.nodes[id]
  return id === undefined || !node
    ? whole
    : { ...whole, nodes: { ...whole.nodes, [id]: { ...node, ...change(node) } } }
}

function withRelation(
  whole: ArgumentGraph,
  pick: number,
  change: (relation: Relation) => Partial<Relation>,
): ArgumentGraph {
  const ids = Object.keys(whole.relations)
  const id = ids[pick % Math.max(1, ids.length)]
  const relation = id === undefined ? undefined : whole.relations[id]
  return id === undefined || !relation
    ? whole
    : { ...whole, relations: { ...whole.relations, [id]: { ...relation, ...change(relation) } } }
}

describe('a memory', () => {
  it('changes no byte of any scene', () => {
    fc.assert(
      fc.property(
        arbitraryGraph({ maxNodes: 25 }),
        fc.array(fc.tuple(fc.constantFrom(...edits), fc.nat({ max: 500 })), { minLength: 1, maxLength: 5 }),
        (first, picks) => {
          const memory = createLayoutMemory()
          let whole = first
          for (const [edit, pick] of picks) {
            const verdicts = pick % 2 === 0
            layoutScene(whole, { measurer, memory })
            whole = edit(whole, pick)
            const fresh = layoutScene(structuredClone(whole), { measurer, verdicts })
            const scene = layoutScene(whole, { measurer, verdicts, memory })
            expect(JSON.stringify(scene)).toBe(JSON.stringify(fresh))
          }
        },
      ),
      { numRuns: 200, endOnFailure: true },
    )
  })

  it('changes no byte of large scenes', () => {
    const memory = createLayoutMemory()
    let whole = sampleGraph(200)
    for (let round = 0; round < 2 * edits.length; round += 1) {
      layoutScene(whole, { measurer, memory })
      // Folding and collapsing come last: they leave little to see.
      whole = edits[Math.floor(round / 2)]?.(whole, 37 * round) ?? whole
      const fresh = layoutScene(structuredClone(whole), { measurer })
      expect(JSON.stringify(layoutScene(whole, { measurer, memory }))).toBe(JSON.stringify(fresh))
    }
  })

  it('moves nothing, and makes no new boxes, where an edit changes no size', () => {
    const memory = createLayoutMemory()
    const whole = graph`e1 supports c1; e2 supports c1`
    const before = layoutScene(whole, { measurer, memory })
    const noted = withNode(whole, 0, () => ({ note: 'Seen' }))
    const after = layoutScene(noted, { measurer, memory })
    expect(after.paths).toBe(before.paths)
    expect(after.nodes.filter((box) => !before.nodes.includes(box)).map(({ id }) => id)).toEqual([
      idAt(whole, 0),
    ])
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
