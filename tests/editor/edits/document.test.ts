import { describe, expect, it } from 'vitest'
import {
  addSection,
  moveSection,
  removeSection,
  renameSection,
  setDescription,
  setTitle,
} from '../../../src/editor/edits/document.ts'
import {
  addSource,
  changeSource,
  citationsOf,
  importSources,
  removeSource,
  sourceIdFor,
} from '../../../src/editor/edits/sources.ts'
import { inOrder } from '../../../src/model/order.ts'
import { graph, withNodes } from '../../support/graph-builder.ts'
import { TestEditor } from '../../support/test-editor.ts'

describe('title and description', () => {
  it('are typed in one step each, and an empty description is none', () => {
    const editor = new TestEditor(graph`c1`)
    for (const title of ['R', 'Ro']) editor.dispatch(setTitle(title))
    for (const text of ['A', 'Ab']) editor.dispatch(setDescription(text))
    expect(editor.graph).toMatchObject({ title: 'Ro', description: 'Ab' })
    expect(editor.state.past.map((step) => step.label)).toEqual(['Edit title', 'Edit description'])
    editor.dispatch(setDescription(''))
    expect(editor.graph).not.toHaveProperty('description')
  })
})

describe('sections', () => {
  const titles = (editor: TestEditor) =>
    inOrder(editor.graph.sections).map((id) => editor.graph.sections[id]?.title)

  it('are added at the end, with statements', () => {
    const editor = new TestEditor(graph`c1; c2`)
    editor.dispatch(addSection(editor.context, 'One', ['c1']))
    editor.dispatch(addSection(editor.context, 'Two'))
    expect(titles(editor)).toEqual(['One', 'Two'])
    expect(editor.graph.sections[editor.graph.nodes['c1']?.section ?? '']?.title).toBe('One')
    expect(editor.graph.nodes['c2']).not.toHaveProperty('section')
  })

  it('are renamed, moved and removed, and statements stay', () => {
    const sections = { s1: { title: 'One' }, s2: { title: 'Two' }, s3: { title: 'Three' } }
    const editor = new TestEditor({ ...withNodes(graph`c1`, { c1: { section: 's2' } }), sections })
    for (const title of ['T', 'Tw']) editor.dispatch(renameSection(editor.context, 's2', title))
    editor.dispatch(moveSection(editor.context, 's3', -1))
    expect(titles(editor)).toEqual(['One', 'Three', 'Tw'])
    editor.dispatch(moveSection(editor.context, 's1', 1))
    expect(titles(editor)).toEqual(['Three', 'One', 'Tw'])
    editor.dispatch(removeSection(editor.context, 's2'))
    expect(titles(editor)).toEqual(['Three', 'One'])
    expect(editor.graph.nodes['c1']).toEqual({ kind: 'claim', text: 'c1' })
    expect(editor.state.past).toHaveLength(4)
  })

  it('that are at the end or gone are refused', () => {
    const editor = new TestEditor({ ...graph`c1`, sections: { s1: { title: 'One' } } })
    const reasonOf = (by: -1 | 1, id = 's1') => {
      editor.dispatch(moveSection(editor.context, id, by))
      return editor.refusal
    }
    expect(reasonOf(-1)).toContain('already the first one')
    expect(reasonOf(1)).toContain('already the last one')
    expect(reasonOf(1, 'gone')).toBeDefined()
    editor.dispatch(removeSection(editor.context, 'gone'))
    expect(editor.refusal).toContain('no longer there')
  })
})

describe('sources', () => {
  it('are added, changed field by field and removed with their excerpts', () => {
    const cited = withNodes(graph`c1; c2`, {
      c1: { excerpts: [{ source: 'li', locator: '3' }] },
      c2: { excerpts: [{ source: 'li' }, { source: 'wu' }] },
    })
    const editor = new TestEditor({ ...cited, sources: { wu: { type: 'book' } } })
    editor.dispatch(addSource(editor.context, 'li', { type: 'report', title: 'Roads' }))
    for (const title of ['Road', 'Road costs']) editor.dispatch(changeSource(editor.context, 'li', { title }))
    editor.dispatch(changeSource(editor.context, 'li', { DOI: '10.1/x', type: '' }))
    expect(editor.graph.sources['li']).toEqual({ type: 'report', title: 'Road costs', DOI: '10.1/x' })
    editor.dispatch(changeSource(editor.context, 'li', { title: '' }))
    expect(editor.graph.sources['li']).toEqual({ type: 'report', DOI: '10.1/x' })
    expect(citationsOf(editor.graph, 'li')).toBe(2)
    editor.dispatch(removeSource(editor.context, 'li'))
    expect(editor.state.past.at(-1)?.label).toBe('Remove source and 2 excerpts')
    expect(editor.graph.sources).toEqual({ wu: { type: 'book' } })
    expect(editor.graph.nodes['c1']).toEqual({ kind: 'claim', text: 'c1' })
    expect(editor.graph.nodes['c2']?.excerpts).toEqual([{ source: 'wu' }])
  })

  it('under ids that are taken or illegal are refused', () => {
    const editor = new TestEditor({ ...graph`c1`, sources: { li: { type: 'book' } } })
    for (const id of ['li', '__proto__', 'a b', '']) {
      editor.dispatch(addSource(editor.context, id, { type: 'book' }))
      expect(editor.refusal).toContain('choose another one')
    }
    editor.dispatch(changeSource(editor.context, 'constructor', { title: 'x' }))
    expect(editor.refusal).toContain('no longer there')
    expect(sourceIdFor(editor.graph, 'li')).toBe('li-2')
    expect(sourceIdFor(editor.graph, '__proto__')).toBe('__proto__-2')
  })

  it('are imported in one step: equal ones once, others under an id of their own', () => {
    const editor = new TestEditor({ ...graph`c1`, sources: { li: { type: 'book', title: 'Roads' } } })
    const items = [
      { id: 'li', source: { type: 'book', title: 'Roads' } },
      { id: 'li', source: { type: 'book', title: 'Other' } },
      { id: 'http://zotero.org/1', source: { type: 'report' } },
    ]
    editor.dispatch(importSources(editor.context, items))
    expect(editor.graph.sources).toEqual({
      li: { type: 'book', title: 'Roads' },
      'li-2': { type: 'book', title: 'Other' },
      'http:-zotero.org-1': { type: 'report' },
    })
    expect(editor.state.past.map((step) => step.label)).toEqual(['Import 2 sources'])
    editor.dispatch(importSources(editor.context, items.slice(0, 1)))
    expect(editor.refusal).toContain('in the document already')
    editor.dispatch(importSources(editor.context, []))
    expect(editor.refusal).toContain('CSL-JSON')
  })
})
