import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Application } from '../../src/app/application.ts'
import type { Notice } from '../../src/app/app-state.ts'
import { createState } from '../../src/editor/state.ts'
import type { ArgumentGraph } from '../../src/model/graph.ts'
import { Refusal } from '../../src/model/refusal.ts'
import { graph } from '../support/graph-builder.ts'
import { fakeCanvas, fakeGlobals, startApplication } from './fake-browser.ts'

beforeEach(() => {
  vi.stubGlobal('requestAnimationFrame', fakeGlobals.requestAnimationFrame)
})
afterEach(() => {
  vi.unstubAllGlobals()
})

/** An application that shows this graph. */
function showing(shown: ArgumentGraph) {
  const started = startApplication()
  const canvas = fakeCanvas()
  started.application.mountCanvas(canvas.port)
  started.application.set({ editor: createState(shown) })
  return { ...started, canvas }
}

function editorOf(application: Application) {
  return application.store.getState().editor
}

function texts(notices: readonly Notice[]): string[] {
  return notices.map(({ text }) => text)
}

const base = graph`c1 supports c0; c2 supports c0; k1 attacks c1`

describe('dispatching', () => {
  it('applies a transaction and says so', () => {
    const { application } = showing(base)
    expect(application.dispatch({ label: 'Select', selection: ['c1'] })).toBe(true)
    expect(editorOf(application).selection).toEqual(['c1'])
    expect(application.store.getState().notices).toEqual([])
  })

  it('tells the user why something is refused, and changes nothing', () => {
    const { application } = showing(base)
    const before = editorOf(application)
    expect(application.dispatch(new Refusal('Not now: do that first.'))).toBe(false)
    expect(editorOf(application)).toBe(before)
    expect(application.store.getState().notices).toMatchObject([
      { tone: 'info', text: 'Not now: do that first.' },
    ])
  })

  it('leaves the very same state when nothing changes', () => {
    const { application } = showing(base)
    const before = application.store.getState()
    expect(application.dispatch({ label: 'Nothing', change: () => {} })).toBe(true)
    expect(application.store.getState()).toBe(before)
  })

  it('brings what it selects into view', () => {
    const { application, canvas } = showing(base)
    application.dispatch({ label: 'Select', selection: ['c1', 'c2'] })
    expect(canvas.asked).toEqual(['reveal c2'])
  })

  it('brings a new statement into view once a layout has placed it, not before', () => {
    const { application, canvas, browser } = showing(base)
    browser.layouts.held = true
    application.select(['c0'])
    application.run('add.child')
    expect(canvas.asked).toEqual([])
    browser.layouts.answer()
    application.sceneShown()
    expect(canvas.asked).toEqual([`reveal ${editorOf(application).entry?.node ?? ''}`])
  })

  it('lets a new statement wait while an earlier scene comes to rest', () => {
    const { application, canvas, browser } = showing(base)
    browser.layouts.held = true
    application.select(['c0'])
    application.run('add.child')
    canvas.asked.length = 0
    application.sceneShown()
    expect(canvas.asked).toEqual([])
    browser.layouts.answer()
    application.sceneShown()
    application.sceneShown()
    expect(canvas.asked).toEqual([`reveal ${editorOf(application).entry?.node ?? ''}`])
  })

  it('gives the keys back to the map when text entry ends', () => {
    const { application, canvas } = showing(base)
    application.select(['c0'])
    application.run('node.edit')
    expect(canvas.asked).not.toContain('focus')
    application.run('typing.keep')
    expect(canvas.asked).toContain('focus')
  })

  it('works without a canvas, as before the first one and after a panel has failed', () => {
    const { application } = startApplication()
    application.set({ editor: createState(base) })
    application.dispatch({ label: 'Select', selection: ['c1'] })
    application.run('add.child')
    expect(editorOf(application).entry).not.toBeNull()
  })

  it('forgets only the canvas that goes', () => {
    const { application } = startApplication()
    const [first, second] = [fakeCanvas(), fakeCanvas()]
    const unmount = application.mountCanvas(first.port)
    application.mountCanvas(second.port)
    unmount()
    expect(application.canvas()).toBe(second.port)
  })
})

describe('running commands', () => {
  it('takes the command’s id and throws on one that there is not', () => {
    const { application } = showing(base)
    application.run('go.first')
    expect(editorOf(application).selection).toEqual(['c0'])
    expect(() => application.run('go.nowhere')).toThrow('there is no command "go.nowhere"')
  })

  it('tells a command what is shown around the map', () => {
    const { application } = showing(base)
    application.run('view.minimap')
    application.run('view.theme.dark')
    expect(application.context().view).toMatchObject({ inspector: true, minimap: false, theme: 'dark' })
  })

  it('gives every new element an id of its own', () => {
    const { application } = showing(graph``)
    for (let count = 0; count < 20; count += 1) {
      application.run('add.root.claim')
      application.type(editorOf(application).entry?.node ?? '', `Claim ${count}.`)
      application.run('typing.keep')
    }
    expect(Object.keys(editorOf(application).graph.nodes)).toHaveLength(20)
  })
})

describe('typing', () => {
  it('goes into the document letter by letter, as one step of undo', () => {
    const { application } = showing(base)
    application.select(['c0'])
    application.run('node.edit')
    for (const text of ['T', 'Tr', 'Trade']) application.type('c0', text)
    expect(editorOf(application).graph.nodes['c0']?.text).toBe('Trade')
    application.endEntry('c0')
    expect(editorOf(application).entry).toBeNull()
    application.undo()
    expect(editorOf(application).graph).toBe(base)
  })

  it('is a step of its own after a burst has ended, as when a field is left', () => {
    const { application } = showing(base)
    application.type('c0', 'Trade')
    application.endBurst()
    application.type('c0', 'Trade grows.')
    application.undo()
    expect(editorOf(application).graph.nodes['c0']?.text).toBe('Trade')
  })

  it('is not ended by a field that has already been left', () => {
    const { application } = showing(base)
    application.select(['c0'])
    application.run('node.edit')
    application.endEntry('c1')
    expect(editorOf(application).entry).toMatchObject({ node: 'c0' })
  })

  it('ends when something else is selected', () => {
    const { application } = showing(base)
    application.select(['c0'])
    application.run('node.edit')
    application.type('c0', 'Trade')
    application.select(['c1'])
    expect(editorOf(application)).toMatchObject({ entry: null, selection: ['c1'] })
    expect(editorOf(application).graph.nodes['c0']?.text).toBe('Trade')
  })
})

describe('undo and redo', () => {
  it('say what they took back and did again, and bring the selection of that moment into view', () => {
    const { application, canvas } = showing(base)
    application.select(['c2'])
    application.run('edit.delete')
    application.undo()
    expect(application.store.getState().announcement).toBe('Undid: Delete claim')
    expect(canvas.asked.at(-1)).toBe('reveal c2')
    application.redo()
    expect(application.store.getState().announcement).toBe('Did again: Delete claim')
    expect(Object.keys(editorOf(application).graph.nodes)).not.toContain('c2')
  })

  it('say nothing and change nothing at either end', () => {
    const { application } = showing(base)
    const before = application.store.getState()
    application.undo()
    application.redo()
    expect(application.store.getState()).toBe(before)
  })
})

describe('the guard before leaving', () => {
  it('is up exactly while the document differs from what was saved', () => {
    const { application, browser } = showing(base)
    expect(browser.isGuarding()).toBe(false)
    application.select(['c2'])
    expect(browser.isGuarding()).toBe(false)
    application.run('edit.delete')
    expect(browser.isGuarding()).toBe(true)
    application.undo()
    expect(browser.isGuarding()).toBe(false)
  })
})

describe('notices', () => {
  it('go after a while when they only inform, and stay when something failed', async () => {
    const { application, browser } = showing(base)
    application.notify({ tone: 'info', text: 'Copied.' })
    application.notify({ tone: 'error', text: 'It failed.' })
    await browser.clock.advance(60_000)
    expect(texts(application.store.getState().notices)).toEqual(['It failed.'])
  })

  it('are not told twice at once: the newest one stays its time', async () => {
    const { application, browser } = showing(base)
    application.notify({ tone: 'info', text: 'Refused.' })
    await browser.clock.advance(4000)
    application.notify({ tone: 'info', text: 'Refused.' })
    await browser.clock.advance(4000)
    expect(texts(application.store.getState().notices)).toEqual(['Refused.'])
    await browser.clock.advance(4000)
    expect(application.store.getState().notices).toEqual([])
  })

  it('are at most three of those that inform, and never push out one that says what failed', () => {
    const { application } = showing(base)
    application.notify({ tone: 'error', text: 'Your work is not being kept.' })
    for (const text of ['1', '2', '3', '4']) application.notify({ tone: 'info', text })
    expect(texts(application.store.getState().notices)).toEqual([
      'Your work is not being kept.',
      '2',
      '3',
      '4',
    ])
  })

  it('can be closed one by one', () => {
    const { application } = showing(base)
    application.notify({ tone: 'error', text: 'One.' })
    application.notify({ tone: 'error', text: 'Two.' })
    application.dismiss(application.store.getState().notices[0]?.id ?? -1)
    expect(texts(application.store.getState().notices)).toEqual(['Two.'])
  })
})

describe('settings', () => {
  it('are those of the last visit', () => {
    const { application, browser } = showing(base)
    application.run('view.minimap')
    application.run('view.inspector')
    application.run('view.theme.contrast')
    const next = startApplication({ storage: browser.storage })
    expect(next.application.store.getState()).toMatchObject({
      minimap: false,
      inspector: false,
      theme: 'contrast',
    })
  })

  it('show no inspector where there is no room, without forgetting the wish', () => {
    const narrow = startApplication({ isWide: false })
    expect(narrow.application.store.getState().inspector).toBe(false)
    const wide = startApplication({ storage: narrow.browser.storage })
    expect(wide.application.store.getState().inspector).toBe(true)
  })
})
