import { describe, expect, it } from 'vitest'
import {
  addExcerpt,
  changeExcerpt,
  removeExcerpt,
  setNote,
  setSection,
  setTags,
} from '../../../src/editor/edits/node.ts'
import { setText } from '../../../src/editor/edits/text.ts'
import { graph } from '../../support/graph-builder.ts'
import { TestEditor } from '../../support/test-editor.ts'

describe('retyping', () => {
  it('changes every selected statement in one named step', () => {
    const editor = new TestEditor(graph`c1 supports c0; c2`).select('c1', 'c2').run('node.retype.evidence')
    expect(editor.graph.nodes['c1']?.kind).toBe('evidence')
    expect(editor.graph.nodes['c2']?.kind).toBe('evidence')
    expect(editor.state.past.map((step) => step.label)).toEqual(['Change 2 claims to pieces of evidence'])
  })

  it('is refused where a relation could not join that kind, and changes nothing', () => {
    const editor = new TestEditor(graph`c1 supports c0; p1 addresses i1`)
    expect(editor.select('c0').run('node.retype.issue').refusal).toContain('issue')
    expect(editor.select('c1').run('node.retype.note').refusal).toContain('note')
    expect(editor.select('p1').run('node.retype.claim').refusal).toContain('recommendation')
    expect(editor.select('i1').run('node.retype.claim').refusal).toBeDefined()
    expect(editor.state.past).toEqual([])
  })

  it('is possible for both ends at once where each alone would be refused', () => {
    const base = graph`i1; p1`
    const editor = new TestEditor(base).select('i1', 'p1').run('node.retype.note')
    expect(Object.values(editor.graph.nodes).map((node) => node.kind)).toEqual(['note', 'note'])
  })

  it('does not mind relations that are odd but were there', () => {
    const editor = new TestEditor(graph`c1 supports c1; c1 supports c0; c1 supports c0`)
    expect(editor.select('c1').run('node.retype.evidence').refusal).toBeUndefined()
    expect(editor.graph.nodes['c1']?.kind).toBe('evidence')
  })

  it('is refused where only relations are selected', () => {
    expect(new TestEditor(graph`c1 supports c0`).select('r1').run('node.retype.claim').refusal).toContain(
      'select a statement',
    )
  })
})

describe('rating', () => {
  it('is set and taken away', () => {
    const editor = new TestEditor(graph`e1`).select('e1').run('node.rate.very-low')
    expect(editor.graph.nodes['e1']?.rating).toBe('very-low')
    editor.run('node.rate.none')
    expect(editor.graph.nodes['e1']).not.toHaveProperty('rating')
  })
})

describe('text, note and tags', () => {
  it('are typed in one step each', () => {
    const editor = new TestEditor(graph`c1 supports c0`)
    for (const text of ['A', 'Ab']) editor.dispatch(setText(editor.context, 'c1', text))
    for (const note of ['N', 'No']) editor.dispatch(setNote(editor.context, 'c1', note))
    for (const note of ['R', 'Re']) editor.dispatch(setNote(editor.context, 'r1', note))
    expect(editor.state.past.map((step) => step.label)).toEqual(['Edit claim', 'Edit note', 'Edit note'])
    expect(editor.graph.nodes['c1']).toMatchObject({ text: 'Ab', note: 'No' })
    expect(editor.graph.relations['r1']?.note).toBe('Re')
  })

  it('leave no empty fields behind', () => {
    const editor = new TestEditor(graph`c1`)
    const before = editor.graph
    editor.dispatch(setNote(editor.context, 'c1', 'N'))
    editor.dispatch(setNote(editor.context, 'c1', ''))
    expect(editor.graph).toBe(before)
    editor.dispatch(setTags(editor.context, 'c1', [' a', 'b ', '', 'a']))
    expect(editor.graph.nodes['c1']?.tags).toEqual(['a', 'b'])
    editor.dispatch(setTags(editor.context, 'c1', []))
    expect(editor.graph.nodes['c1']).not.toHaveProperty('tags')
  })
})

describe('sections of statements', () => {
  it('are set for all given and taken away', () => {
    const editor = new TestEditor({ ...graph`c1; c2`, sections: { s1: { title: 'One' } } })
    editor.dispatch(setSection(editor.context, 's1', ['c1', 'c2']))
    expect(editor.graph.nodes['c2']?.section).toBe('s1')
    expect(editor.state.past.at(-1)?.label).toBe('Move to section “One”')
    editor.dispatch(setSection(editor.context, undefined, ['c2']))
    expect(editor.graph.nodes['c2']).not.toHaveProperty('section')
  })

  it('that do not exist are refused', () => {
    const editor = new TestEditor(graph`c1`)
    editor.dispatch(setSection(editor.context, 'nowhere', ['c1']))
    expect(editor.refusal).toContain('choose another one')
  })
})

describe('excerpts', () => {
  const cited = { ...graph`c1`, sources: { paper: { type: 'report' }, book: { type: 'book' } } }

  it('are added, changed and removed', () => {
    const editor = new TestEditor(cited)
    editor.dispatch(addExcerpt(editor.context, 'c1', { source: 'paper', locator: '3' }))
    editor.dispatch(addExcerpt(editor.context, 'c1', { source: 'book' }))
    for (const locator of ['4', '4 ¶', '4 ¶2'])
      editor.dispatch(changeExcerpt(editor.context, 'c1', 0, { locator }))
    editor.dispatch(changeExcerpt(editor.context, 'c1', 1, { source: 'paper', quote: 'Words' }))
    expect(editor.graph.nodes['c1']?.excerpts).toEqual([
      { source: 'paper', locator: '4 ¶2' },
      { source: 'paper', quote: 'Words' },
    ])
    expect(editor.state.past).toHaveLength(4)
    editor.dispatch(removeExcerpt(editor.context, 'c1', 0))
    editor.dispatch(changeExcerpt(editor.context, 'c1', 0, { quote: '' }))
    expect(editor.graph.nodes['c1']?.excerpts).toEqual([{ source: 'paper' }])
    editor.dispatch(removeExcerpt(editor.context, 'c1', 0))
    expect(editor.graph.nodes['c1']).not.toHaveProperty('excerpts')
  })

  it('of unknown sources, and changes of what is not there, are refused', () => {
    const editor = new TestEditor(cited)
    editor.dispatch(addExcerpt(editor.context, 'c1', { source: 'toString' }))
    expect(editor.refusal).toContain('add it to the sources first')
    editor.dispatch(changeExcerpt(editor.context, 'c1', 0, { locator: '1' }))
    expect(editor.refusal).toContain('no longer there')
  })

  it('the detail commands ask the surroundings for the field', () => {
    const editor = new TestEditor(graph`c1 supports c0`).select('c1').press('n', 's', 'w')
    expect(editor.asked).toEqual(['editDetails note', 'editDetails source', 'editDetails warrant'])
    expect(editor.select('c0').press('w').refusal).toContain('press L to connect it')
  })
})
