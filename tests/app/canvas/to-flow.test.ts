import { Position } from '@xyflow/react'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  sideTowardsTarget,
  toFlow,
  type Flow,
  type FlowNode,
  type FlowView,
} from '../../../src/app/canvas/to-flow.ts'
import type { ArgumentGraph, ElementId, NodeId } from '../../../src/model/graph.ts'
import { nameOfRelation } from '../../../src/model/naming.ts'
import type { Scene } from '../../../src/scene/scene.ts'
import { arbitraryGraph } from '../../support/arbitrary-graph.ts'
import { graph, withNodes } from '../../support/graph-builder.ts'
import { sampleGraph } from '../../support/sample-graph.ts'
import { sceneOf, withMoved } from '../fake-scene.ts'

const nothing: FlowView = {
  selection: [],
  dimmed: new Set(),
  dragged: new Set(),
  hovered: undefined,
  unplaced: [],
}

/** Ids of the objects that are not the same ones as before. */
function changed(before: Flow, after: Flow): { nodes: string[]; edges: string[] } {
  const old = new Set<object>([...before.nodes, ...before.edges])
  const fresh = (items: readonly { readonly id: string }[]) =>
    items.filter((item) => !old.has(item)).map(({ id }) => id)
  return { nodes: fresh(after.nodes), edges: fresh(after.edges) }
}

function statement(flow: Flow, id: NodeId): FlowNode {
  const found = flow.nodes.find((node) => node.id === id)
  if (!found) throw new Error(`${id} is not drawn`)
  return found
}

/** A graph with something in it, and one of its nodes. */
const graphAndNode = fc
  .tuple(arbitraryGraph({ minNodes: 1, maxNodes: 20, details: false }), fc.nat())
  .map(([any, pick]) => {
    const ids = Object.keys(any.nodes)
    return { any, id: ids[pick % ids.length] ?? '' }
  })

function edgesAt(scene: Scene, id: ElementId): string[] {
  return scene.paths.filter((path) => path.from === id || path.to === id).map(({ key }) => key)
}

describe('what React Flow is handed', () => {
  it('is the very same objects while nothing changes, though the scene is made anew', () => {
    fc.assert(
      fc.property(arbitraryGraph({ maxNodes: 20 }), (any) => {
        const before = toFlow(sceneOf(any), any, nothing)
        expect(changed(before, toFlow(sceneOf(any), { ...any }, nothing, before))).toEqual({
          nodes: [],
          edges: [],
        })
      }),
    )
  })

  it('is one new node and the edges at it when one node moves', () => {
    fc.assert(
      fc.property(graphAndNode, ({ any, id }) => {
        const scene = sceneOf(any)
        const before = toFlow(scene, any, nothing)
        const moved = toFlow(withMoved(scene, any, id, 30), any, nothing, before)
        expect(changed(before, moved)).toEqual({ nodes: [id], edges: edgesAt(scene, id) })
      }),
    )
  })

  it('is one new statement when its text changes, and what bears its words in the name', () => {
    fc.assert(
      fc.property(graphAndNode, ({ any, id }) => {
        const edited = withNodes(any, { [id]: { text: 'Something else entirely.' } })
        fc.pre(any.nodes[id]?.text !== 'Something else entirely.')
        const before = toFlow(sceneOf(any), any, nothing)
        const after = toFlow(sceneOf(edited), edited, nothing, before)
        const renamed = new Set(
          Object.keys(any.relations).filter(
            (each) => nameOfRelation(any, each) !== nameOfRelation(edited, each),
          ),
        )
        const { nodes, edges } = changed(before, after)
        expect(nodes.filter((each) => each in any.nodes)).toEqual([id])
        expect(new Set(nodes.filter((each) => each !== id))).toEqual(
          new Set(
            sceneOf(any)
              .junctions.map((junction) => junction.id)
              .filter((each) => renamed.has(each)),
          ),
        )
        expect(new Set(edges)).toEqual(
          new Set(before.edges.filter(({ data }) => renamed.has(data?.path.id ?? '')).map((edge) => edge.id)),
        )
      }),
    )
  })

  it('is three objects of 4,000 when one of 2,000 statements moves', () => {
    const large = sampleGraph(2000)
    const scene = sceneOf(large)
    const before = toFlow(scene, large, nothing)
    const leaf = 'n1999'
    const after = toFlow(withMoved(scene, large, leaf, 8), large, nothing, before)
    const { nodes, edges } = changed(before, after)
    expect(nodes).toEqual([leaf])
    expect(edges).toEqual(edgesAt(scene, leaf))
    expect(before.nodes.length + before.edges.length).toBeGreaterThan(4000)
  })

  it('only tells the edges at a node that is being dragged', () => {
    const base = graph`e1 supports c1; c1 supports c0; c2 supports c0`
    const before = toFlow(sceneOf(base), base, nothing)
    const dragging = toFlow(sceneOf(base), base, { ...nothing, dragged: new Set(['c1']) }, before)
    expect(changed(before, dragging)).toEqual({ nodes: [], edges: ['r1', 'r2'] })
    expect(dragging.edges.map((edge) => edge.data?.live)).toEqual([true, true, false])
  })

  it('never shows anything of what was before', () => {
    const view = (any: ArgumentGraph, pick: number): FlowView => {
      const ids = [...Object.keys(any.nodes), ...Object.keys(any.relations)]
      const one = ids.slice(pick % (ids.length + 1)).slice(0, 2)
      return {
        selection: one,
        dimmed: new Set(one),
        dragged: new Set(one),
        hovered: one[0],
        unplaced: [],
      }
    }
    fc.assert(
      fc.property(
        arbitraryGraph({ maxNodes: 12 }),
        arbitraryGraph({ maxNodes: 12 }),
        fc.nat({ max: 20 }),
        fc.nat({ max: 20 }),
        (first, second, one, other) => {
          const before = toFlow(sceneOf(first), first, view(first, one))
          const fresh = toFlow(sceneOf(second), second, view(second, other))
          expect(toFlow(sceneOf(second), second, view(second, other), before)).toEqual(fresh)
        },
      ),
    )
  })

  it('is new for a line of text more and for a corner of a path more, however alike the rest', () => {
    const base = graph`c1 supports c0`
    const scene = sceneOf(base)
    const longer: Scene = {
      ...scene,
      nodes: scene.nodes.map((box) => ({
        ...box,
        text: { ...box.text, lines: [...box.text.lines, 'And more.'].slice(0, box.id === 'c1' ? 2 : 1) },
      })),
      paths: scene.paths.map((path) => ({ ...path, points: [...path.points, [0, 0]] })),
    }
    const before = toFlow(scene, base, nothing)
    const after = toFlow(longer, base, nothing, before)
    expect(changed(before, after)).toEqual({ nodes: ['c1'], edges: ['r1'] })
    expect(changed(after, toFlow(scene, base, nothing, after))).toEqual({ nodes: ['c1'], edges: ['r1'] })
  })

  it('has a size and handles on every node, so that nothing is measured in the page', () => {
    fc.assert(
      fc.property(arbitraryGraph({ maxNodes: 15, details: false }), (any) => {
        const shown = { ...any, layout: { ...any.layout, sections: true } }
        for (const node of toFlow(sceneOf(shown), shown, nothing).nodes) {
          expect(node.width, node.id).toBeGreaterThanOrEqual(0)
          expect(node.height, node.id).toBeGreaterThanOrEqual(0)
          expect(node.measured, node.id).toEqual({ width: node.width, height: node.height })
          expect(node.handles, node.id).toHaveLength(
            { frame: 0, fold: 2, junction: 2, statement: 4 }[node.type],
          )
        }
      }),
    )
  })

  it('has ids that are used once, and edges only between nodes that are there', () => {
    fc.assert(
      fc.property(arbitraryGraph({ maxNodes: 20, details: false }), (any) => {
        const shown = { ...any, layout: { ...any.layout, sections: true } }
        const flow = toFlow(sceneOf(shown), shown, nothing)
        const ids = new Set(flow.nodes.map((node) => node.id))
        expect(ids.size).toBe(flow.nodes.length)
        expect(new Set(flow.edges.map((edge) => edge.id)).size).toBe(flow.edges.length)
        for (const edge of flow.edges)
          expect([ids.has(edge.source), ids.has(edge.target)]).toEqual([true, true])
      }),
    )
  })

  it.each([
    ['down', Position.Top, [120, 0], [120, 80]],
    ['up', Position.Bottom, [120, 80], [120, 0]],
    ['right', Position.Left, [0, 40], [240, 40]],
    ['left', Position.Right, [240, 40], [0, 40]],
  ] as const)(
    'lets lines leave and enter in the middle of the sides (grounds %s)',
    (direction, side, out, into) => {
      const base = { ...graph`c1 supports c0`, layout: { direction } }
      const [source, target] = statement(toFlow(sceneOf(base), base, nothing), 'c1').handles ?? []
      expect(sideTowardsTarget(direction)).toBe(side)
      expect(source).toMatchObject({ type: 'source', position: side, x: out[0], y: out[1] })
      expect(target).toMatchObject({ type: 'target', x: into[0], y: into[1] })
    },
  )

  it('leaves out what has gone from the document since the scene was made', () => {
    const base = graph`c1 supports c0; e1, e2 support c1`
    const { r1, ...relations } = base.relations
    const { e2, ...nodes } = base.nodes
    expect([r1, e2]).not.toContain(undefined)
    const flow = toFlow(sceneOf(base), { ...base, nodes, relations }, nothing)
    expect(flow.nodes.map((node) => node.id)).toEqual(['r2', 'c1', 'c0', 'e1'])
    expect(flow.edges.map((edge) => edge.id)).toEqual(['r2 e1', 'r2'])
  })

  it('names every line, and marks those of the selected relation', () => {
    const base = graph`e1, e2 support c1; k1 attacks c1`
    const flow = toFlow(sceneOf(base), base, { ...nothing, selection: ['r1'] })
    expect(flow.edges.map((edge) => edge.ariaLabel)).toEqual([
      'Support: “e1” together with “e2” for “c1”',
      'Support: “e1” together with “e2” for “c1”',
      'Support: “e1” together with “e2” for “c1”',
      'Objection: “k1” against “c1”',
    ])
    expect(flow.edges.map((edge) => edge.selected)).toEqual([true, true, true, false])
    expect(statement(flow, 'r1').data).toMatchObject({ selected: true, kind: 'supports' })
  })

  it('marks the lines of what is selected or hovered', () => {
    const base = graph`e1 supports c1; c1 supports c0; c2 supports c0`
    const related = (view: Partial<FlowView>) =>
      toFlow(sceneOf(base), base, { ...nothing, ...view }).edges.map((edge) => edge.data?.related)
    expect(related({})).toEqual([false, false, false])
    expect(related({ selection: ['c1'] })).toEqual([true, true, false])
    expect(related({ hovered: 'r3' })).toEqual([false, false, true])
  })

  it('dims a line with either of its ends', () => {
    const base = graph`e1 supports c1; c1 supports c0`
    const { edges, nodes } = toFlow(sceneOf(base), base, { ...nothing, dimmed: new Set(['c0']) })
    expect(edges.map((edge) => edge.data?.dimmed)).toEqual([false, true])
    expect(nodes.filter((node) => node.data['dimmed'] === true).map((node) => node.id)).toEqual(['c0'])
  })

  it('lets each line be taken by the end that belongs to it alone', () => {
    const base = graph`c1 supports c0; e1, e2 support c0; k1 attacks r1`
    const ends = toFlow(sceneOf(base), base, nothing).edges.map(({ id, reconnectable }) => [
      id,
      reconnectable,
    ])
    expect(Object.fromEntries(ends)).toEqual({
      'r1 c1': 'source',
      r1: 'target',
      'r2 e1': 'source',
      'r2 e2': 'source',
      r2: 'target',
      r3: true,
    })
  })

  it('tells which statements have something to collapse', () => {
    const base = graph`e1 supports c1; c1 supports c0`
    const { nodes } = toFlow(sceneOf(base), base, nothing)
    expect(nodes.filter((node) => node.data['collapsible'] === true).map((node) => node.id)).toEqual([
      'c1',
      'c0',
    ])
  })

  it('draws frames behind everything, each section in a tint of its own', () => {
    const sections = Object.fromEntries(
      Array.from({ length: 8 }, (_, at) => [`s${at}`, { title: `Part ${at}` }]),
    )
    const base = { ...graph`c1 supports c0`, sections, layout: { sections: true } }
    const { nodes } = toFlow(sceneOf(base), base, nothing)
    const frames = nodes.filter((node) => node.type === 'frame')
    expect(frames.map((frame) => frame.data.tint)).toEqual([1, 2, 3, 4, 5, 6, 1, 2])
    for (const node of nodes.filter((each) => each.type !== 'frame')) {
      expect(node.zIndex).toBeGreaterThan(frames[0]?.zIndex ?? Infinity)
    }
  })
})
