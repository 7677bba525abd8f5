/** However large the map is, React Flow is given a screenful, and a letter changes one statement of it. */
import { describe, expect, it } from 'vitest'
import { createSceneReader, createSceneWriter } from '../../../src/app/browser/scene-message.ts'
import { sceneIn, touches } from '../../../src/app/canvas/scene-window.ts'
import { toFlow, type FlowView } from '../../../src/app/canvas/to-flow.ts'
import { windowAfter } from '../../../src/app/canvas/use-scene-window.ts'
import { setText } from '../../../src/editor/edits/text.ts'
import { apply, createState } from '../../../src/editor/state.ts'
import { layoutScene } from '../../../src/scene/layout/layout.ts'
import { createLayoutMemory } from '../../../src/scene/layout/memory.ts'
import { createInterMeasurer } from '../../../src/scene/measure/inter-measurer.ts'
import '../../support/canvas-in-node.ts'
import { sampleGraph } from '../../support/sample-graph.ts'

const view: FlowView = {
  selection: ['n2500'],
  dimmed: new Set(),
  dragged: new Set(),
  hovered: undefined,
  unplaced: [],
}

describe('a map of 5,000 statements', () => {
  const graph = sampleGraph(5_000)
  const memory = createLayoutMemory()
  const measurer = createInterMeasurer()
  const [write, read] = [createSceneWriter(), createSceneReader()]
  const scene = read(write(layoutScene(graph, { measurer, memory })).message)
  const middle = scene.nodes.find(({ id }) => id === 'n2500')
  /** At the zoom at which a large document is first seen. */
  const sight = {
    transform: [720 - (middle?.x ?? 0) * 0.6, 48 - (middle?.y ?? 0) * 0.6, 0.6] as const,
    width: 1440,
    height: 900,
    moving: false,
    statements: scene.nodes.length,
  }
  const { area, far } = windowAfter({ far: false, area: undefined }, sight)
  const before = toFlow(sceneIn(scene, area, new Set(view.selection)), graph, view)

  it('is at reading zoom given to React Flow in part: what is near, and the ends of lines that cross it', () => {
    const statements = before.nodes.filter(({ type }) => type === 'statement')
    expect(far).toBe(false)
    expect(statements.map(({ id }) => id)).toContain('n2500')
    expect(statements.length).toBeLessThan(1_000)
    const near = scene.nodes.filter((box) => area !== undefined && touches(box, area))
    expect(near.length).toBeGreaterThan(5)
    expect(near.length).toBeLessThan(200)
  })

  it('has one new object for React Flow after a letter, before the layout answers and after', () => {
    const state = createState(graph)
    const text = `${graph.nodes['n2500']?.text.slice(0, -1) ?? ''}!`
    const context = { state, scene, newId: () => 'new' }
    const { graph: edited } = apply(state, setText(context, 'n2500', text))
    const typed = toFlow(sceneIn(scene, area, new Set(view.selection)), edited, view, before)
    expect(typed.nodes.filter((node) => !before.nodes.includes(node)).map(({ id }) => id)).toEqual(['n2500'])
    const next = read(write(layoutScene(edited, { measurer, memory })).message)
    const laidOut = toFlow(sceneIn(next, area, new Set(view.selection)), edited, view, typed)
    expect(laidOut.nodes.filter((node) => !typed.nodes.includes(node)).map(({ id }) => id)).toEqual(['n2500'])
    expect(next.paths).toBe(scene.paths)
  })
})
