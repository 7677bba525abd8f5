import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createState } from '../../src/editor/state.ts'
import type { ArgumentGraph } from '../../src/model/graph.ts'
import { graph } from '../support/graph-builder.ts'
import { atDesk, editorOf, noticesOf } from './desk.ts'
import { fakeCanvas, fakeGlobals, startApplication } from './fake-browser.ts'

beforeEach(() => {
  vi.stubGlobal('requestAnimationFrame', fakeGlobals.requestAnimationFrame)
})
afterEach(() => {
  vi.unstubAllGlobals()
})

const base: ArgumentGraph = {
  ...graph`c1 supports c0; e1 supports c1`,
  sources: { paper: { type: 'report' } },
}

/** An application that shows a graph and has its scene; from then on answers wait. */
function laidOut() {
  const started = startApplication()
  started.application.set({ editor: createState(base) })
  started.browser.layouts.held = true
  return started
}

describe('the scene', () => {
  it('is asked for whenever statements, relations, sections or layout change', () => {
    const { application, browser } = laidOut()
    const edits: ((draft: {
      nodes: object
      relations: object
      sections: object
      layout?: object
    }) => void)[] = [
      (draft) => Object.assign(draft.nodes, { c9: { kind: 'claim', text: 'New.' } }),
      (draft) => Object.assign(draft.relations, { r9: { kind: 'supports', from: ['c9'], to: 'c0' } }),
      (draft) => Object.assign(draft.sections, { s1: { title: 'Part' } }),
      (draft) => Object.assign(draft, { layout: { direction: 'right' } }),
    ]
    for (const change of edits) {
      application.dispatch({ label: 'Edit', change })
      expect(browser.layouts.asked.at(-1)).toBe(editorOf(application).graph)
    }
    expect(browser.layouts.asked).toHaveLength(1 + edits.length)
  })

  it('stays what it is for titles, sources and selections: nothing is asked', () => {
    const { application, browser } = laidOut()
    const { scene } = application.store.getState()
    application.dispatch({ label: 'Title', change: (draft) => void (draft.title = 'Other') })
    application.dispatch({ label: 'Source', change: (draft) => void delete draft.sources['paper'] })
    application.select(['c1'])
    expect(browser.layouts.asked).toHaveLength(1)
    expect(application.store.getState().scene).toBe(scene)
    expect(application.store.getState().sceneGraph).toBe(editorOf(application).graph)
  })

  it('is the one before until the new one has come', () => {
    const { application, browser } = laidOut()
    const { scene } = application.store.getState()
    application.type('c0', 'Edited.')
    expect(application.store.getState().scene).toBe(scene)
    expect(application.store.getState().sceneGraph).toBe(base)
    browser.layouts.answer()
    expect(application.store.getState().scene?.nodes.find(({ id }) => id === 'c0')?.text.lines).toEqual([
      'Edited.',
    ])
    expect(application.store.getState().sceneGraph).toBe(editorOf(application).graph)
  })

  it('is never said to show an edit that it does not show', () => {
    const { application, browser } = laidOut()
    application.type('c0', 'Edited.')
    application.dispatch({ label: 'Title', change: (draft) => void (draft.title = 'Other') })
    expect(application.store.getState().sceneGraph).toBe(base)
    browser.layouts.answer()
    expect(application.store.getState().sceneGraph).toBe(editorOf(application).graph)
  })

  it('is said to be of the graph that it was made from, should another one have come', () => {
    const { application, browser } = laidOut()
    application.type('c0', 'Edited.')
    browser.layouts.answer(base)
    expect(application.store.getState().sceneGraph).toBe(base)
  })

  it('brings what was to be seen into view only once it shows it', () => {
    const { application, browser } = laidOut()
    const canvas = fakeCanvas()
    application.mountCanvas(canvas.port)
    application.select(['c0'])
    application.run('add.child')
    application.dispatch({ label: 'Title', change: (draft) => void (draft.title = 'Other') })
    application.dispatch({ label: 'Select', selection: [editorOf(application).entry?.node ?? ''] })
    expect(canvas.asked).toEqual([])
    browser.layouts.answer()
    application.sceneShown()
    expect(canvas.asked).toEqual([`reveal ${editorOf(application).entry?.node ?? ''}`])
  })

  it('goes with its document when another one is opened', async () => {
    const { application, browser, open } = atDesk()
    await open(base)
    browser.layouts.held = true
    await open(graph`k1 attacks c5`, 'other.json')
    expect(application.store.getState().scene).toBeUndefined()
    browser.layouts.answer()
    expect(application.store.getState().scene?.nodes.map(({ id }) => id)).toEqual(['k1', 'c5'])
  })

  it('is asked for again when a document is shown once more', () => {
    const { application, browser } = laidOut()
    application.set({ editor: createState(graph``), scene: undefined, sceneGraph: undefined })
    browser.layouts.answer()
    application.set({
      editor: createState({ ...editorOf(application).graph }),
      scene: undefined,
      sceneGraph: undefined,
    })
    browser.layouts.answer()
    expect(application.store.getState().scene).toBeDefined()
  })
})

describe('a layout that takes long', () => {
  it('is shown to be under way from 300 ms on, until it is done', async () => {
    const { application, browser } = laidOut()
    application.type('c0', 'Edited.')
    await browser.clock.advance(299)
    expect(application.store.getState().layoutBusy).toBe(false)
    await browser.clock.advance(1)
    expect(application.store.getState().layoutBusy).toBe(true)
    browser.layouts.answer()
    expect(application.store.getState().layoutBusy).toBe(false)
  })

  it('is under way since the first of several edits', async () => {
    const { application, browser } = laidOut()
    application.type('c0', 'Edited.')
    await browser.clock.advance(200)
    application.type('c0', 'Edited again.')
    await browser.clock.advance(100)
    expect(application.store.getState().layoutBusy).toBe(true)
  })

  it('is not shown when it was done in time', async () => {
    const { application, browser } = laidOut()
    application.type('c0', 'Edited.')
    application.type('c0', 'Edited again.')
    browser.layouts.answer()
    const states: boolean[] = []
    application.store.subscribe(({ layoutBusy }) => states.push(layoutBusy))
    await browser.clock.advance(1000)
    expect(states).not.toContain(true)
  })

  it('can be cancelled: the map stays as it was, and the next edit lays out again', async () => {
    const { application, browser } = laidOut()
    const { scene } = application.store.getState()
    application.type('c0', 'Edited.')
    await browser.clock.advance(400)
    application.cancelLayout()
    expect(application.store.getState()).toMatchObject({
      layoutBusy: false,
      announcement: 'Layout cancelled',
    })
    expect(application.store.getState().scene).toBe(scene)
    expect(browser.layouts.cancelled).toBe(1)
    application.type('c0', 'Edited again.')
    browser.layouts.answer()
    expect(application.store.getState().sceneGraph).toBe(editorOf(application).graph)
  })

  it('that fails is told, and the map and the document stay', async () => {
    const { application, browser } = laidOut()
    const { scene } = application.store.getState()
    application.type('c0', 'Edited.')
    await browser.clock.advance(400)
    browser.layouts.fail('it is too deep.')
    expect(application.store.getState()).toMatchObject({ layoutBusy: false, notices: [{ tone: 'error' }] })
    expect(noticesOf(application)).toEqual(['The map could not be laid out: it is too deep.'])
    expect(application.store.getState().scene).toBe(scene)
    expect(editorOf(application).graph.nodes['c0']?.text).toBe('Edited.')
  })
})
