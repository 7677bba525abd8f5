import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { branchGraph } from '../../src/editor/lineage.ts'
import { writeGraph } from '../../src/formats/json/write.ts'
import { createState } from '../../src/editor/state.ts'
import { graph } from '../support/graph-builder.ts'
import { editorOf } from './desk.ts'
import { fakeGlobals, startApplication } from './fake-browser.ts'

beforeEach(() => {
  vi.stubGlobal('requestAnimationFrame', fakeGlobals.requestAnimationFrame)
})
afterEach(() => {
  vi.unstubAllGlobals()
})

const base = graph`c1 supports c0; e1 supports c1; c2 supports c0; e2 supports c2`

function focused(id: string) {
  const { application, browser } = startApplication()
  application.set({ editor: createState(base) })
  application.select([id])
  application.run('view.focus')
  return { application, browser }
}

describe('showing a branch alone', () => {
  it('lays the branch out alone, and the whole map again afterwards', () => {
    const { application, browser } = focused('c1')
    expect(browser.layouts.asked.at(-1)).toBe(branchGraph(base, 'c1'))
    expect(application.store.getState().sceneGraph).toBe(editorOf(application).graph)
    application.run('view.focus-out')
    expect(browser.layouts.asked.at(-1)).toBe(base)
  })

  it('leaves the document and the history alone', () => {
    const { application } = focused('c1')
    expect(editorOf(application).graph).toBe(base)
    expect(editorOf(application).past).toEqual([])
  })

  it('lets the arrow keys walk within it', () => {
    const { application } = focused('c1')
    application.run('go.up')
    expect(editorOf(application).selection).toEqual(['c1'])
    application.run('go.last')
    expect(editorOf(application).selection).toEqual(['c1'])
    application.run('go.down')
    expect(editorOf(application).selection).toEqual(['e1'])
  })

  it('follows edits in the branch', () => {
    const { application, browser } = focused('c1')
    application.dispatch({ label: 'Edit', change: (draft) => void (draft.nodes['e1']!.text = 'New.') })
    expect(browser.layouts.asked.at(-1)).toBe(branchGraph(editorOf(application).graph, 'c1'))
  })

  it('ends when something outside is gone to, and when its statement is deleted or another document opened', () => {
    const elsewhere = focused('c1').application
    elsewhere.dispatch({ label: 'Go', selection: ['e2'] })
    expect(elsewhere.store.getState().focus).toBeUndefined()

    const deleted = focused('c1').application
    deleted.run('edit.delete')
    expect(deleted.store.getState().focus).toBeUndefined()

    const other = focused('c1').application
    other.documents.openText(writeGraph(graph`c1 supports c0`), 'Pasted document')
    expect(other.store.getState().focus).toBeUndefined()
  })
})
