import { describe, expect, it } from 'vitest'
import { moveNodes } from '../../../src/editor/edits/arrange.ts'
import { graph, parseGraph } from '../../support/graph-builder.ts'
import { TestEditor } from '../../support/test-editor.ts'

const pins = (editor: TestEditor) => editor.graph.layout?.pinned

describe('moving', () => {
  it('pins where the drag ended, in whole px, in one step', () => {
    const editor = new TestEditor(graph`c1; c2`)
    editor.dispatch(
      moveNodes(editor.context, { c1: { x: 10.4, y: -3.6 }, c2: { x: 0, y: 0 }, r9: { x: 1, y: 1 } }),
    )
    expect(pins(editor)).toEqual({ c1: { x: 10, y: -4 }, c2: { x: 0, y: 0 } })
    expect(editor.state.past.map((step) => step.label)).toEqual(['Move 2 claims'])
  })

  it('keeps fields of a pin that it does not know', () => {
    const layout = { pinned: { c1: { x: 0, y: 0, 'x-locked': true } } }
    const editor = new TestEditor({ ...graph`c1`, layout })
    editor.dispatch(moveNodes(editor.context, { c1: { x: 5, y: 5 } }))
    expect(pins(editor)).toEqual({ c1: { x: 5, y: 5, 'x-locked': true } })
  })

  it('of nothing leaves the document alone', () => {
    const start = graph`c1`
    const editor = new TestEditor(start)
    editor.dispatch(moveNodes(editor.context, {}))
    expect(editor.graph).toBe(start)
  })

  it('by Shift and arrows goes 10 px each time, in one step of undo', () => {
    const editor = new TestEditor(graph`c1; c2`)
      .select('c2')
      .press('Shift+ArrowRight', 'Shift+ArrowDown', 'Shift+ArrowDown')
    expect(pins(editor)).toEqual({ c2: { x: 250, y: 20 } })
    expect(editor.state.past).toHaveLength(1)
    editor.press('Shift+ArrowLeft', 'Shift+ArrowUp')
    expect(pins(editor)).toEqual({ c2: { x: 240, y: 10 } })
    editor.press('$mod+z')
    expect(editor.graph.layout).toBeUndefined()
  })
})

describe('pinning', () => {
  it('fixes the places of the moment and releases them again', () => {
    const editor = new TestEditor(graph`c1; c2`).select('c1', 'c2').press('p')
    expect(pins(editor)).toEqual({ c1: { x: 0, y: 0 }, c2: { x: 240, y: 0 } })
    editor.press('p')
    expect(editor.graph.layout).toBeUndefined()
    expect(editor.state.past.map((step) => step.label)).toEqual(['Pin 2 claims', 'Release 2 claims'])
  })

  it('does not move what is pinned already', () => {
    const editor = new TestEditor({ ...graph`c1; c2`, layout: { pinned: { c1: { x: 7, y: 7 } } } })
    editor.select('c1', 'c2').press('p')
    expect(pins(editor)).toEqual({ c1: { x: 7, y: 7 }, c2: { x: 240, y: 0 } })
  })

  it('all pins are released at once', () => {
    const editor = new TestEditor(graph`c1; c2`).press('$mod+a', 'p').run('arrange.release-pins')
    expect(editor.graph.layout).toBeUndefined()
    expect(editor.run('arrange.release-pins').refusal).toContain('press P')
  })

  it('is refused while a statement has no place yet', () => {
    const editor = new TestEditor(graph`c1`).select('c1')
    editor.scene = undefined
    expect(editor.press('p').refusal).toContain('still being laid out')
    expect(editor.press('Shift+ArrowUp').refusal).toContain('still being laid out')
  })
})

describe('aligning and distributing', () => {
  const places = { c1: { x: 0, y: 0 }, c2: { x: 100, y: 50 }, c3: { x: 500, y: 300 } }
  const arranged = (id: string) =>
    pins(new TestEditor({ ...graph`c1; c2; c3`, layout: { pinned: places } }).press('$mod+a').run(id))

  it.each([
    ['left', 'x', [0, 0, 0]],
    ['center', 'x', [250, 250, 250]],
    ['right', 'x', [500, 500, 500]],
    ['top', 'y', [0, 0, 0]],
    ['middle', 'y', [150, 150, 150]],
    ['bottom', 'y', [300, 300, 300]],
  ] as const)('%s sets every %s to the same, and nothing else', (alignment, axis, values) => {
    const after = arranged(`arrange.align.${alignment}`)
    const other = axis === 'x' ? 'y' : 'x'
    expect(Object.values(after ?? {}).map((place) => place[axis])).toEqual(values)
    expect(Object.values(after ?? {}).map((place) => place[other])).toEqual(
      Object.values(places).map((place) => place[other]),
    )
  })

  it('distributing gives equal gaps and leaves the outer ones', () => {
    expect(Object.values(arranged('arrange.distribute.across') ?? {}).map(({ x }) => x)).toEqual([
      0, 250, 500,
    ])
    expect(Object.values(arranged('arrange.distribute.down') ?? {}).map(({ y }) => y)).toEqual([0, 150, 300])
  })

  it('need two and three statements', () => {
    const editor = new TestEditor(graph`c1; c2; c3`)
    expect(editor.select('c1').run('arrange.align.left').refusal).toContain('at least two')
    expect(editor.select('c1', 'c2').run('arrange.distribute.across').refusal).toContain('at least three')
  })
})

describe('direction and sections', () => {
  it('the direction is stored once it differs from the default', () => {
    const editor = new TestEditor(graph`c1`).run('arrange.direction.down')
    expect(editor.graph.layout).toBeUndefined()
    editor.run('arrange.direction.right').run('arrange.direction.down')
    expect(editor.graph.layout).toEqual({ direction: 'down' })
  })

  it('sections are shown and hidden, and refused where there are none', () => {
    const editor = new TestEditor({ ...graph`c1`, sections: { s1: { title: 'One' } } }).run(
      'arrange.sections',
    )
    expect(editor.graph.layout).toEqual({ sections: true })
    expect(editor.run('arrange.sections').graph.layout).toBeUndefined()
    expect(new TestEditor(graph`c1`).run('arrange.sections').refusal).toContain(
      'add one in the inspector first',
    )
  })
})

describe('collapsing', () => {
  const base = graph`c1 supports c0; c2 supports c1; k1 attacks r1; c3 supports c0`

  it('marks a branch and opens it again', () => {
    const editor = new TestEditor(base).select('c0').press('Space')
    expect(editor.graph.layout).toEqual({ collapsed: ['c0'] })
    expect(editor.press('Space').graph.layout).toBeUndefined()
    expect(editor.state.past.map((step) => step.label)).toEqual(['Collapse branch', 'Expand branch'])
  })

  it('does not leave hidden statements selected', () => {
    const editor = new TestEditor(base).select('c2', 'c0').press('Space')
    expect(editor.selection).toEqual(['c0'])
  })

  it('counts statements about an inference as hanging under what it concludes', () => {
    const editor = new TestEditor(graph`c1 supports c0; k1 attacks r1`).select('c0').press('Space', '$mod+a')
    expect(editor.selection).toEqual(['c0'])
  })

  it('of a statement without a branch is refused', () => {
    expect(new TestEditor(base).select('c3').press('Space').refusal).toContain(
      'press Tab to add a reason first',
    )
  })

  it('expands a whole branch, or all', () => {
    const editor = new TestEditor({ ...base, layout: { collapsed: ['c1', 'c0'] } })
    expect(editor.select('c0').press('Shift+Space').graph.layout).toBeUndefined()
    expect(editor.press('Shift+Space').refusal).toContain('press Space to collapse it')
    expect(editor.run('arrange.expand-all').refusal).toContain('press Space')
    editor.select('c1').press('Space').run('arrange.expand-all')
    expect(editor.graph.layout).toBeUndefined()
  })

  it('collapses all roots that have something under them', () => {
    const editor = new TestEditor(parseGraph('c1 supports c0; c3 supports c2; c9')).select('c1')
    editor.run('arrange.collapse-all')
    expect(editor.graph.layout).toEqual({ collapsed: ['c0', 'c2'] })
    expect(editor.selection).toEqual(['c0'])
    expect(editor.run('arrange.collapse-all').refusal).toContain('no branch left')
  })
})
