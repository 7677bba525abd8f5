/**
 * What one edit does to the rest of the map: siblings stay in order, and statements stay where they are as
 * seen from what they hang under.
 */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ArgumentGraph, ElementId, NodeId } from '../../../src/model/graph.ts'
import { relationKinds } from '../../../src/model/kinds.ts'
import { concludedNode, parentOf, structureOf } from '../../../src/model/structure.ts'
import { layoutScene } from '../../../src/scene/layout/layout.ts'
import { createInterMeasurer } from '../../../src/scene/measure/inter-measurer.ts'
import type { Scene } from '../../../src/scene/scene.ts'
import { arbitraryGraph } from '../../support/arbitrary-graph.ts'
import { sampleGraph } from '../../support/sample-graph.ts'
import { disorderIn } from './scene-checks.ts'

const measurer = createInterMeasurer()

/** The graph after an edit, and the nodes that the edit was about; nothing if there is none to edit. */
type Edit = (graph: ArgumentGraph, pick: number) => readonly [ArgumentGraph, readonly NodeId[]] | undefined

const edits = {
  'adding a statement': (graph, pick) => {
    const target = pickFrom(supportable(graph), pick)
    if (target === undefined) return undefined
    const nodes = { ...graph.nodes, leaf: { kind: 'evidence' as const, text: 'A new leaf', order: 'zz' } }
    const relation = { kind: 'supports' as const, from: ['leaf'], to: target, order: 'zz' }
    return [{ ...graph, nodes, relations: { ...graph.relations, leafRelation: relation } }, ['leaf']]
  },
  'editing a statement': (graph, pick) => {
    const id = pickFrom(Object.keys(graph.nodes), pick)
    const node = id === undefined ? undefined : graph.nodes[id]
    if (id === undefined || !node) return undefined
    const text = 'Written anew. '.repeat(1 + (pick % 20))
    return [{ ...graph, nodes: { ...graph.nodes, [id]: { ...node, text } } }, [id]]
  },
  'deleting a statement': (graph, pick) => {
    const { into } = structureOf(graph)
    const isAlone = ([id, { from }]: [string, { from: readonly NodeId[] }]) =>
      from.length === 1 && !into.has(id)
    const leaves = Object.keys(graph.nodes).filter(
      (id) =>
        !into.has(id) &&
        Object.entries(graph.relations).every((entry) => !entry[1].from.includes(id) || isAlone(entry)),
    )
    const id = pickFrom(leaves, pick)
    if (id === undefined) return undefined
    const { [id]: _, ...nodes } = graph.nodes
    const relations = Object.fromEntries(
      Object.entries(graph.relations).filter(([, { from }]) => !from.includes(id)),
    )
    return [{ ...graph, nodes, relations }, [id]]
  },
  'adding a relation': (graph, pick) => {
    const [from, to] = [pickFrom(supportable(graph), pick), pickFrom(supportable(graph), pick * 7 + 3)]
    if (from === undefined || to === undefined || from === to) return undefined
    const relation = { kind: 'supports' as const, from: [from], to, order: 'zz' }
    return [{ ...graph, relations: { ...graph.relations, further: relation } }, [from]]
  },
  'deleting a relation': (graph, pick) => {
    const { into } = structureOf(graph)
    const id = pickFrom(
      Object.keys(graph.relations).filter((relation) => !into.has(relation)),
      pick,
    )
    if (id === undefined) return undefined
    const { [id]: relation, ...relations } = graph.relations
    return [{ ...graph, relations }, relation?.from ?? []]
  },
} satisfies Record<string, Edit>

function pickFrom<T>(list: readonly T[], pick: number): T | undefined {
  return list[pick % Math.max(1, list.length)]
}

function supportable({ nodes }: ArgumentGraph): NodeId[] {
  return Object.keys(nodes).filter((id) => relationKinds.supports.to.some((kind) => kind === nodes[id]?.kind))
}

/** How far each statement that hangs where it hung before has moved, as seen from what it hangs under. */
function displacements(
  before: { graph: ArgumentGraph; scene: Scene },
  after: { graph: ArgumentGraph; scene: Scene },
  edited: readonly NodeId[],
): number[] {
  const [old, now] = [before, after].map(({ scene }) => new Map(scene.nodes.map((box) => [box.id, box])))
  const above = (graph: ArgumentGraph, id: NodeId): ElementId | undefined => {
    const parent = parentOf(graph, id)
    return parent === undefined ? undefined : concludedNode(graph, parent)
  }
  return before.scene.nodes.flatMap(({ id }) => {
    const parent = above(before.graph, id)
    if (edited.includes(id) || parent === undefined || !after.graph.nodes[id]) return []
    if (above(after.graph, id) !== parent) return []
    const [a, b, oldParent, newParent] = [old?.get(id), now?.get(id), old?.get(parent), now?.get(parent)]
    if (!a || !b || !oldParent || !newParent) return []
    return [Math.abs(a.x - oldParent.x - b.x + newParent.x) + Math.abs(a.y - oldParent.y - b.y + newParent.y)]
  })
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor((numbers.length - 1) / 2)] ?? 0
}

function free(graph: ArgumentGraph): ArgumentGraph {
  return { ...graph, layout: { ...graph.layout, pinned: {}, collapsed: [] } }
}

describe.each(Object.entries<Edit>(edits))('%s', (_, edit) => {
  it('leaves siblings in order, and most statements where they were', () => {
    const moved: number[] = []
    const graphs = arbitraryGraph({ minNodes: 5, maxNodes: 60 }).map(free)
    fc.assert(
      fc.property(graphs, fc.nat({ max: 1000 }), (graph, pick) => {
        const edited = edit(graph, pick)
        if (!edited) return
        const [grown, about] = edited
        const [before, after] = [layoutScene(graph, { measurer }), layoutScene(grown, { measurer })]
        expect(disorderIn(grown, after)).toEqual([])
        moved.push(...displacements({ graph, scene: before }, { graph: grown, scene: after }, about))
      }),
      { numRuns: 60, endOnFailure: true },
    )
    expect(median(moved)).toBe(0)
  })

  it.each([60, 150, 300])('moves no more than half of the statements in arguments of %i', (size) => {
    for (let seed = 1; seed <= 8; seed += 1) {
      const graph = sampleGraph(size, seed)
      const edited = edit(graph, seed * 37)
      if (!edited) continue
      const [grown, about] = edited
      const [before, after] = [layoutScene(graph, { measurer }), layoutScene(grown, { measurer })]
      const moved = displacements({ graph, scene: before }, { graph: grown, scene: after }, about)
      expect(moved.length).toBeGreaterThan(size / 3)
      expect(median(moved)).toBe(0)
    }
  })
})
