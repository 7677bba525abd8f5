import { describe, expect, it } from 'vitest'
import { relationsInto } from '../../../src/model/structure.ts'
import { graph } from '../../support/graph-builder.ts'
import { TestEditor } from '../../support/test-editor.ts'

describe('deleting the selection', () => {
  it('removes relations that lose an end, and relations on those', () => {
    const editor = new TestEditor(graph`c1 supports c0; k1 attacks r1; k2 attacks r2`)
      .select('c1')
      .press('Delete')
    expect(Object.keys(editor.graph.nodes)).toEqual(['c0', 'k1', 'k2'])
    expect(editor.graph.relations).toEqual({})
    expect(editor.state.past.map((step) => step.label)).toEqual(['Delete claim'])
  })

  it('of one linked premise keeps the relation with the others', () => {
    const editor = new TestEditor(graph`a1, a2 support c0; k1 attacks r1`).select('a1').press('Backspace')
    expect(editor.sentences).toEqual(['a2 supports c0', 'k1 attacks r1'])
  })

  it('of all linked premises removes the relation', () => {
    const editor = new TestEditor(graph`a1, a2 support c0; k1 attacks r1`).select('a1', 'a2').press('Delete')
    expect(editor.graph.relations).toEqual({})
  })

  it('of a relation keeps its statements', () => {
    const editor = new TestEditor(graph`c1 supports c0`).select('r1').press('Delete')
    expect(Object.keys(editor.graph.nodes)).toEqual(['c1', 'c0'])
    expect(editor.selection).toEqual(['c1'])
  })

  it('names what it deletes', () => {
    const editor = new TestEditor(graph`c1; c2; c3; c0 supports c3`).select('c1', 'c2', 'r1').press('Delete')
    expect(editor.state.past.at(-1)?.label).toBe('Delete 2 claims and relation')
  })

  it('of a collapsed statement deletes what is hidden under it as well', () => {
    const base = graph`c1 supports c0; c2 supports c1; c3 supports c0`
    const editor = new TestEditor({ ...base, layout: { collapsed: ['c1'] } }).select('c1').press('Delete')
    expect(editor.sentences).toEqual(['c3 supports c0'])
    expect(editor.texts).toEqual({ c0: 'c0', c3: 'c3' })
    expect(editor.state.past.at(-1)?.label).toBe('Delete 2 claims')
    expect(editor.selection).toEqual(['c3'])
  })

  it('forgets pins and collapsed marks of what has gone', () => {
    const layout = { direction: 'up' as const, pinned: { c1: { x: 0, y: 0 } }, collapsed: ['c1'] }
    const editor = new TestEditor({ ...graph`c1; c2`, layout }).select('c1').press('Delete')
    expect(editor.graph.layout).toEqual({ direction: 'up' })
  })

  it.each([
    ['c2', ['c3']],
    ['c3', ['c2']],
    ['k1', ['c1']],
    ['c0', []],
  ])('of %s selects %j next', (id, next) => {
    const editor = new TestEditor(
      graph`c1 supports c0; c2 supports c0; c3 supports c0; k1 attacks c1`,
    ).select(id)
    expect(editor.press('Delete').selection).toEqual(next)
  })

  it('is refused where nothing is selected', () => {
    expect(new TestEditor(graph`c1`).press('Delete').refusal).toContain('Select a statement first')
  })
})

describe('deleting with the children kept', () => {
  it.each([
    ['c2 supports c1; c1 supports c0', 'c2 supports c0'],
    ['k2 attacks c1; c1 supports c0', 'k2 attacks c0'],
    ['c2 supports c1; c1 attacks c0', 'c2 attacks c0'],
    ['k2 attacks c1; c1 attacks c0', 'k2 supports c0'],
  ])('turns %s into %s', (before, after) => {
    const editor = new TestEditor(graph`${before}`).select('c1').press('$mod+Delete')
    expect(editor.sentences).toEqual([after])
    expect(editor.graph.nodes).not.toHaveProperty('c1')
  })

  it('puts them where the deleted one stood, in their order', () => {
    const editor = new TestEditor(
      graph`c1 supports c0; c2 supports c0; c3 supports c0; c4 supports c2; c5 supports c2; c6 supports c3`,
    ).select('c3', 'c2')
    editor.press('$mod+Backspace')
    const order = relationsInto(editor.graph, 'c0').map((id) => editor.graph.relations[id]?.from[0])
    expect(order).toEqual(['c1', 'c4', 'c5', 'c6'])
    expect(editor.selection).toEqual(['c6'])
  })

  it('goes over several deleted steps, following the signs', () => {
    const editor = new TestEditor(graph`c3 supports k2; k2 attacks c1; c1 supports c0`).select('k2', 'c1')
    expect(editor.press('$mod+Delete').sentences).toEqual(['c3 attacks c0'])
  })

  it('keeps what speaks for or against the moved steps', () => {
    const editor = new TestEditor(graph`c2 supports c1; c1 supports c0; k1 attacks r1`).select('c1')
    expect(editor.press('$mod+Delete').sentences).toEqual(['c2 supports c0', 'k1 attacks r1'])
  })

  it('hangs what was under a statement about an inference on the inference', () => {
    const editor = new TestEditor(graph`c1 supports c0; k1 attacks r1; e1 supports k1`).select('k1')
    expect(editor.press('$mod+Delete').sentences).toEqual(['c1 supports c0', 'e1 attacks r1'])
  })

  it('makes roots of what hung on a root', () => {
    const editor = new TestEditor(graph`c1 supports c0`).select('c0').press('$mod+Delete')
    expect(editor.texts).toEqual({ c1: 'c1' })
    expect(editor.graph.relations).toEqual({})
  })

  it('leaves apart what may not be connected there, or already is', () => {
    const editor = new TestEditor(graph`c2 supports c1; c1 supports c0; c2 supports c0`).select('c1')
    expect(editor.press('$mod+Delete').sentences).toEqual(['c2 supports c0'])
    const issue = new TestEditor(graph`c1 supports p1; p1 addresses i1`).select('p1').press('$mod+Delete')
    expect(issue.sentences).toEqual([])
    expect(Object.keys(issue.graph.nodes)).toEqual(['c1', 'i1'])
  })

  it('moves up once what hung on two deleted statements in the same way', () => {
    const editor = new TestEditor(graph`c1 supports c0; c2 supports c0; c3 supports c1; c3 supports c2`)
    editor.select('c1', 'c2').press('$mod+Delete')
    expect(editor.sentences).toEqual(['c3 supports c0'])
  })
})

describe('deleting a branch', () => {
  it('takes everything that hangs under it, on relations too', () => {
    const editor = new TestEditor(
      graph`c1 supports c0; c2 supports c1; k1 attacks r2; c3 supports c0`,
    ).select('c1')
    editor.press('Shift+Delete')
    expect(editor.texts).toEqual({ c0: 'c0', c3: 'c3' })
    expect(editor.selection).toEqual(['c3'])
  })
})
