import { describe, expect, it } from 'vitest'
import { hiddenNodes, walkedGraph } from '../../../src/editor/visible.ts'
import { revealing } from '../../../src/editor/search.ts'
import { removeSection } from '../../../src/editor/edits/document.ts'
import { toggleFold } from '../../../src/editor/edits/fold.ts'
import type { ArgumentGraph } from '../../../src/model/graph.ts'
import { graph, withNodes } from '../../support/graph-builder.ts'
import { TestEditor } from '../../support/test-editor.ts'

const map: ArgumentGraph = {
  ...withNodes(graph`c1 supports c0; c2 supports c1; c3 supports c2`, {
    c1: { section: 's' },
    c2: { section: 's' },
  }),
  sections: { s: { title: 'Costs' }, empty: { title: 'Nothing yet' } },
}

const folded = () => new TestEditor(map).select('c2').run('arrange.fold-section')

describe('folding a section', () => {
  it('stores only that it is folded, and lets go of what can no longer be seen', () => {
    const editor = folded()
    expect(editor.graph).toEqual({ ...map, layout: { folded: ['s'] } })
    expect(editor.state.selection).toEqual([])
    expect([...hiddenNodes(editor.graph)]).toEqual(['c1', 'c2'])
  })

  it('is one step, and unfolding leaves the document as it was', () => {
    const editor = folded()
    expect(editor.run('arrange.unfold-all').graph).toEqual(map)
    expect(editor.run('edit.undo').run('edit.undo').graph).toBe(map)
  })

  it('folds every section with statements, and no other', () => {
    expect(new TestEditor(map).run('arrange.fold-all').graph.layout?.folded).toEqual(['s'])
  })

  it('is refused for a section without statements, one that is gone, and a statement in none', () => {
    const editor = new TestEditor(map)
    const empty = toggleFold(editor.context, 'empty')
    const gone = toggleFold(editor.context, 'gone')
    expect([empty, gone].map((refusal) => 'reason' in refusal && refusal.reason)).toEqual([
      'There are no statements in this section: put some in it first.',
      'This section is no longer there: choose another one.',
    ])
    expect(editor.select('c0').run('arrange.fold-section').graph).toBe(map)
  })

  it('leaves the statements beside it to be walked', () => {
    const { nodes, relations } = walkedGraph(folded().graph)
    expect(Object.keys(nodes)).toEqual(['c0', 'c3'])
    expect(relations).toEqual({})
  })

  it('ends when a statement in it is found', () => {
    const editor = folded()
    editor.dispatch(revealing(editor.graph, 'c2'))
    expect(editor.graph).toEqual(map)
    expect(editor.state.selection).toEqual(['c2'])
  })

  it('ends with the section', () => {
    const editor = folded()
    editor.dispatch(removeSection(editor.context, 's'))
    expect(editor.graph.layout).toBeUndefined()
  })
})
