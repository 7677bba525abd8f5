import { describe, expect, it } from 'vitest'
import { graph, withNodes } from '../support/graph-builder.ts'
import { TestEditor } from '../support/test-editor.ts'

/** The document and everything of the session that a user would notice. */
const everything = ({ state }: TestEditor) => ({ ...state, past: [...state.past], future: [...state.future] })

describe('building an argument by keyboard alone', () => {
  it('takes one key per statement besides its text, and each is one step of undo', () => {
    const editor = new TestEditor()
      .press('Enter')
      .type('Build the road')
      .press('Tab')
      .type('Freight gets cheaper')
      .press('Enter')
      .type('Villages are reached')
      .press('Shift+Tab')
      .type('Few people live there')
      .press('Shift+Tab')
      .type('They have no other road')

    expect(Object.keys(editor.graph.nodes)).toHaveLength(5)
    expect(editor.sentences).toEqual([
      'Freight gets cheaper supports Build the road',
      'Villages are reached supports Build the road',
      'Few people live there attacks Villages are reached',
      'They have no other road attacks Few people live there',
    ])
    expect(editor.state.past.map((step) => step.label)).toEqual([
      'Add claim',
      'Add claim',
      'Add claim',
      'Add counterpoint',
      'Add counterpoint',
    ])
  })

  it('gives an objection to the thesis itself at the same price', () => {
    const editor = new TestEditor()
      .press('Enter')
      .type('Thesis')
      .press('Shift+Tab')
      .type('Objection')
      .press('Shift+Tab')
      .type('Rebuttal')
      .press('$mod+Enter')
      .press('Home', 'Tab')
      .type('One')
      .press('Enter')
      .type('Two')
    expect(editor.sentences).toEqual([
      'Objection attacks Thesis',
      'Rebuttal attacks Objection',
      'One supports Thesis',
      'Two supports Thesis',
    ])
  })
})

describe('a fresh statement', () => {
  it('is one step together with its text', () => {
    const editor = new TestEditor(graph`c1`).select('c1').press('Tab').type('Because').press('$mod+Enter')
    expect(editor.state.past.map((step) => step.label)).toEqual(['Add claim'])
    editor.press('$mod+z')
    expect(Object.keys(editor.graph.nodes)).toEqual(['c1'])
    expect(editor.selection).toEqual(['c1'])
    editor.press('$mod+Shift+z')
    expect(editor.sentences).toEqual(['Because supports c1'])
  })

  it('leaves everything exactly as before when it is cancelled, with or without text', () => {
    const editor = new TestEditor(graph`c1; c2`).select('c1').press('Delete', '$mod+z')
    const before = everything(editor)
    expect(before.future).toHaveLength(1)
    editor.press('Tab', 'Escape')
    expect(everything(editor)).toEqual(before)
    editor.press('Tab').type('Some words').press('Escape')
    expect(everything(editor)).toEqual(before)
    expect(editor.graph).toBe(before.graph)
  })

  it('disappears when it is left empty, blanks counting as nothing', () => {
    const editor = new TestEditor(graph`c1`).select('c1')
    const before = everything(editor)
    editor.press('Tab').press('$mod+Enter')
    expect(everything(editor)).toEqual(before)
    editor.press('Tab').type('  ').dispatch({ label: 'Click away', entry: null })
    expect(everything(editor)).toEqual(before)
  })

  it('disappears when it is left empty for another statement', () => {
    const editor = new TestEditor(graph`c1; c2`).select('c1').press('Tab')
    editor.dispatch({ label: 'Edit text', selection: ['c2'], entry: { node: 'c2', fresh: false } })
    expect(Object.keys(editor.graph.nodes)).toEqual(['c1', 'c2'])
    expect(editor.entry).toEqual({ node: 'c2', fresh: false })
    expect(editor.selection).toEqual(['c2'])
    expect(editor.state.past).toEqual([])
  })

  it('must say something before others can hang on it', () => {
    const editor = new TestEditor(graph`c1`).select('c1').press('Tab')
    for (const key of ['Tab', 'Enter', 'Shift+Tab']) {
      editor.press(key)
      expect(editor.refusal).toBe('Type this statement first, or press Escape to drop it.')
    }
    expect(editor.entry?.fresh).toBe(true)
  })

  it('is taken back by undo while it is still empty, and cannot come back', () => {
    const editor = new TestEditor(graph`c1`).select('c1').press('Tab').run('edit.undo')
    expect(Object.keys(editor.graph.nodes)).toEqual(['c1'])
    expect(editor.state.future).toEqual([])
  })

  it('that is taken back by undo does not take the step before along', () => {
    const editor = new TestEditor(graph`c1; c2`).select('c2').press('Delete').press('Tab').run('edit.undo')
    expect(Object.keys(editor.graph.nodes)).toEqual(['c1'])
    expect(editor.state.past).toHaveLength(1)
  })

  it('goes without what else was edited meanwhile', () => {
    const editor = new TestEditor(graph`c1`).select('c1').press('Tab')
    editor.dispatch({
      label: 'Edit title',
      change: (draft) => {
        draft.title = 'Other'
      },
    })
    editor.press('Escape')
    expect(editor.graph.title).toBe('Other')
    expect(Object.keys(editor.graph.nodes)).toEqual(['c1'])
    expect(editor.entry).toBeNull()
  })

  it('stays when an edit builds on it in the same breath', () => {
    const editor = new TestEditor(graph`c1`).select('c1').press('Tab')
    const fresh = editor.entry?.node ?? ''
    editor.dispatch({
      label: 'Note',
      change: (draft) => {
        draft.nodes['n1'] = { kind: 'note', text: 'See above' }
      },
      entry: { node: 'n1', fresh: true },
    })
    expect(Object.keys(editor.graph.nodes)).toEqual(['c1', fresh, 'n1'])
  })
})

describe('editing a text', () => {
  it('is one step however many letters are typed', () => {
    const editor = new TestEditor(graph`c1`).select('c1').press('F2').type(' more').press('$mod+Enter')
    expect(editor.texts['c1']).toBe('c1 more')
    expect(editor.state.past.map((step) => step.label)).toEqual(['Edit claim'])
  })

  it('is another step each time it is opened', () => {
    const editor = new TestEditor(graph`c1`).select('c1')
    editor.press('F2').type('a').press('$mod+Enter').press('F2').type('b').press('$mod+Enter')
    expect(editor.state.past).toHaveLength(2)
  })

  it('is taken back by Escape, redo steps included', () => {
    const editor = new TestEditor(graph`c1; c2`).select('c2').press('Delete', '$mod+z').select('c1')
    const before = everything(editor)
    editor.press('F2').type('xyz').press('Escape')
    expect(everything(editor)).toEqual(before)
  })

  it('takes back only the typing by Escape when something else was edited meanwhile', () => {
    const editor = new TestEditor(graph`c1`).select('c1').press('F2').type('x')
    editor.dispatch({
      label: 'Edit title',
      change: (draft) => {
        draft.title = 'Other'
      },
    })
    editor.type('y').press('Escape')
    expect(editor.texts['c1']).toBe('c1')
    expect(editor.graph.title).toBe('Other')
  })

  it('leaves no step when nothing was typed', () => {
    const editor = new TestEditor(graph`c1`).select('c1').press('F2').press('$mod+Enter')
    expect(editor.state.past).toEqual([])
    expect(editor.entry).toBeNull()
  })

  it('may leave an existing statement empty', () => {
    const editor = new TestEditor(withNodes(graph`c1`, { c1: { text: '' } })).select('c1').press('F2')
    editor.press('$mod+Enter')
    expect(editor.texts).toEqual({ c1: '' })
  })

  it('ends when undo makes its statement vanish', () => {
    const editor = new TestEditor().press('Enter').type('One').press('$mod+Enter').press('F2')
    editor.run('edit.undo')
    expect(editor.entry).toBeNull()
    expect(editor.graph.nodes).toEqual({})
  })

  it('ends when its statement is deleted', () => {
    const editor = new TestEditor(graph`c1`).select('c1').press('F2').run('edit.delete')
    expect(editor.entry).toBeNull()
    expect(editor.graph.nodes).toEqual({})
  })

  it('is not cut in two by a click that selects something else', () => {
    const editor = new TestEditor(graph`c1; c2`).select('c1').press('F2').type('a').select('c2').type('b')
    expect(editor.texts['c1']).toBe('c1ab')
    expect(editor.state.past).toHaveLength(1)
  })

  it('is refused where no statement is selected, with a way out', () => {
    const editor = new TestEditor(graph`c1 supports c2`).press('F2')
    expect(editor.refusal).toBe('Select a statement first: click one or press an arrow key.')
    editor.select('r1').press('F2')
    expect(editor.refusal).toContain('select a statement instead')
  })

  it('the keys of typing are refused while nothing is typed', () => {
    for (const id of [
      'typing.keep',
      'typing.cancel',
      'typing.child',
      'typing.sibling',
      'typing.counterpoint',
    ]) {
      expect(new TestEditor(graph`c1`).run(id).refusal).toContain('press F2')
    }
  })
})
