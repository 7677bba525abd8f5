import { describe, expect, it } from 'vitest'
import {
  apply,
  createState,
  endBurst,
  historyDepth,
  isChanged,
  markSaved,
  open,
  redo,
  redoLabel,
  undo,
  undoLabel,
  type EditorState,
  type Transaction,
} from '../../src/editor/state.ts'
import { graph } from '../support/graph-builder.ts'

const rename = (text: string, more: Partial<Transaction> = {}): Transaction => ({
  label: `Rename to ${text}`,
  change: (draft) => {
    draft.title = text
  },
  ...more,
})

const run = (state: EditorState, ...transactions: readonly Transaction[]): EditorState =>
  transactions.reduce(apply, state)

describe('apply', () => {
  it('changes the document and leaves a step with its name', () => {
    const state = run(createState(graph`a`), rename('New'))
    expect(state.graph.title).toBe('New')
    expect(undoLabel(state)).toBe('Rename to New')
  })

  it('answers the same state when nothing changes', () => {
    const state = run(createState(graph`a`), { label: 'Select', selection: ['a'] })
    expect(apply(state, { label: 'Select', selection: ['a'] })).toBe(state)
    expect(apply(state, rename(state.graph.title))).toBe(state)
    expect(apply(state, { label: 'Nothing' })).toBe(state)
  })

  it('leaves no step for a change that comes to nothing', () => {
    const state = createState(graph`a supports b`)
    const same = apply(state, { label: 'Same', change: (draft) => (draft.nodes = { ...draft.nodes }) })
    expect(same.graph).toBe(state.graph)
    expect(undoLabel(same)).toBeUndefined()
  })

  it('takes another order of records for a change, since files keep the order', () => {
    const state = createState(graph`a; b`)
    const turned = apply(state, {
      label: 'Turn',
      change: (draft) => {
        const { a, b } = draft.nodes
        if (a && b) draft.nodes = { b, a }
      },
    })
    expect(Object.keys(turned.graph.nodes)).toEqual(['b', 'a'])
    expect(undoLabel(turned)).toBe('Turn')
  })

  it('keeps only what exists in the selection', () => {
    const state = run(createState(graph`a supports b`), { label: 'Select', selection: ['a', 'r1', 'gone'] })
    expect(state.selection).toEqual(['a', 'r1'])
    const after = run(state, {
      label: 'Remove',
      change: (draft) => {
        draft.nodes = {}
        draft.relations = {}
      },
    })
    expect(after.selection).toEqual([])
  })

  it('does not change the graph it was given', () => {
    const start = graph`a`
    const before = JSON.stringify(start)
    run(createState(start), rename('New'))
    expect(JSON.stringify(start)).toBe(before)
  })
})

describe('undo and redo', () => {
  it('give back the very same documents', () => {
    const start = createState(graph`a`)
    const one = run(start, rename('One'))
    const two = run(one, rename('Two'))
    expect(undo(two).graph).toBe(one.graph)
    expect(undo(undo(two)).graph).toBe(start.graph)
    expect(redo(undo(undo(two))).graph).toBe(one.graph)
    expect(redo(redo(undo(undo(two)))).graph).toBe(two.graph)
  })

  it('name what they would do', () => {
    const state = undo(run(createState(graph`a`), rename('One'), rename('Two')))
    expect([undoLabel(state), redoLabel(state)]).toEqual(['Rename to One', 'Rename to Two'])
  })

  it('bring the selection of the moment back', () => {
    const state = run(
      createState(graph`a; b`),
      { label: 'Select', selection: ['a'] },
      rename('One', { selection: ['b'] }),
      { label: 'Select', selection: ['a', 'b'] },
    )
    expect(undo(state).selection).toEqual(['a'])
    expect(redo(undo(state)).selection).toEqual(['a', 'b'])
  })

  it('answer the same state when there is nothing to do', () => {
    const state = createState(graph`a`)
    expect(undo(state)).toBe(state)
    expect(redo(state)).toBe(state)
  })

  it('forget what was undone as soon as something else is done', () => {
    const state = run(undo(run(createState(graph`a`), rename('One'))), rename('Other'))
    expect(redoLabel(state)).toBeUndefined()
  })

  it('keep what was undone when only the selection changes', () => {
    const state = run(undo(run(createState(graph`a`), rename('One'))), { label: 'Select', selection: ['a'] })
    expect(redoLabel(state)).toBe('Rename to One')
  })

  it('reach back a fixed number of steps', () => {
    const many = Array.from({ length: historyDepth + 5 }, (_, index) => rename(`Title ${index}`))
    let state = run(createState(graph`a`), ...many)
    expect(state.past).toHaveLength(historyDepth)
    while (undoLabel(state) !== undefined) state = undo(state)
    expect(state.graph.title).toBe('Title 4')
  })
})

describe('merge keys', () => {
  const typing = (text: string): Transaction => rename(text, { mergeKey: 'title' })

  it('join consecutive transactions into one step with the first snapshot', () => {
    const start = createState(graph`a`)
    const state = run(start, typing('a'), typing('ab'), typing('abc'))
    expect(state.past).toHaveLength(1)
    expect(undo(state).graph).toBe(start.graph)
    expect(redo(undo(state)).graph.title).toBe('abc')
  })

  it('do not join across another step', () => {
    const state = run(createState(graph`a`), typing('a'), rename('Other'), typing('b'))
    expect(state.past).toHaveLength(3)
  })

  it('do not join different keys', () => {
    const state = run(createState(graph`a`), typing('a'), rename('b', { mergeKey: 'other' }))
    expect(state.past).toHaveLength(2)
  })

  it('do not join once something else was selected', () => {
    const state = run(createState(graph`a`), typing('a'), { label: 'Select', selection: ['a'] }, typing('b'))
    expect(state.past).toHaveLength(2)
  })

  it('do not join after the burst was ended', () => {
    const state = run(endBurst(run(createState(graph`a`), typing('a'))), typing('b'))
    expect(state.past).toHaveLength(2)
  })

  it('do not join with a step that was undone and done again', () => {
    const state = run(redo(undo(run(createState(graph`a`), typing('a')))), typing('b'))
    expect(state.past).toHaveLength(2)
  })

  it('take the step back when the run ends where it began', () => {
    const start = createState(graph`a`)
    const state = run(start, typing('a'), typing(start.graph.title))
    expect(state.graph).toBe(start.graph)
    expect(state.past).toEqual([])
  })
})

describe('opening and saving', () => {
  it('opening shows the document with nothing to undo and nothing selected', () => {
    const state = run(createState(graph`a`), rename('One'), { label: 'Select', selection: ['a'] })
    const opened = open(state, graph`b`)
    expect(Object.keys(opened.graph.nodes)).toEqual(['b'])
    expect([opened.past, opened.future, opened.selection, opened.entry]).toEqual([[], [], [], null])
    expect(isChanged(opened)).toBe(false)
  })

  it('a document is changed from the first edit until it is saved', () => {
    const state = run(createState(graph`a`), rename('One'))
    expect(isChanged(state)).toBe(true)
    expect(isChanged(markSaved(state))).toBe(false)
  })

  it('undoing to what was saved makes it unchanged again', () => {
    const state = markSaved(run(createState(graph`a`), rename('One')))
    expect(isChanged(undo(state))).toBe(true)
    expect(isChanged(redo(undo(state)))).toBe(false)
  })

  it('edits made while a file was being written stay unsaved', () => {
    const written = run(createState(graph`a`), rename('One'))
    const state = markSaved(run(written, rename('Two')), written.graph)
    expect(isChanged(state)).toBe(true)
    expect(isChanged(undo(state))).toBe(false)
  })
})
