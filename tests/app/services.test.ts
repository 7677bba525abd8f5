import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { ClipboardHost } from '../../src/app/browser/clipboard.ts'
import { createState } from '../../src/editor/state.ts'
import { writeGraph } from '../../src/formats/json/write.ts'
import { emptyGraph, type ArgumentGraph } from '../../src/model/graph.ts'
import { graph } from '../support/graph-builder.ts'
import { plainPickers } from './browser/fake-files.ts'
import { editorOf, eventually, noticesOf } from './desk.ts'
import { fakeCanvas, fakeGlobals, startApplication } from './fake-browser.ts'

beforeEach(() => {
  vi.stubGlobal('requestAnimationFrame', fakeGlobals.requestAnimationFrame)
})
afterEach(() => {
  vi.unstubAllGlobals()
})

const base: ArgumentGraph = graph`c1 supports c0`
const exported = readFileSync('tests/fixtures/sources.csl.json', 'utf8')

/** A clipboard that holds one text for all; `denied` as in a browser that asks and hears no. */
function textClipboard(denied = false): ClipboardHost & { text: string } {
  const host = {
    text: '',
    clipboard: {
      readText: () =>
        denied ? Promise.reject(new DOMException('no', 'NotAllowedError')) : Promise.resolve(host.text),
    },
    copyNow: (fill: Parameters<NonNullable<ClipboardHost['copyNow']>>[0]) => {
      if (denied) return false
      fill({ setData: (type, data) => void (type === 'text/plain' && (host.text = data)) })
      return true
    },
  }
  return host
}

function showing(shown: ArgumentGraph, options: Parameters<typeof startApplication>[0] = {}) {
  const started = startApplication(options)
  started.application.set({ editor: createState(shown) })
  return started
}

/** Imports a file of sources into a document. */
async function importing(text: string | undefined, into: ArgumentGraph = base) {
  const chosen = text === undefined ? undefined : new File([text], 'zotero.json')
  const started = showing(into, { pickers: plainPickers(chosen) })
  await started.application.services.importSources()
  return started
}

describe('importing sources', () => {
  it('adds them as one step of undo, and says how many', async () => {
    const { application } = await importing(exported)
    const count = (JSON.parse(exported) as unknown[]).length
    expect(Object.keys(editorOf(application).graph.sources)).toHaveLength(count)
    expect(noticesOf(application)).toEqual([`Read ${count} sources from zotero.json.`])
    application.undo()
    expect(editorOf(application).graph).toBe(base)
  })

  it('leaves out those that seem to be there already, unless the user wants them all the same', async () => {
    const two = JSON.stringify([
      { id: 'a', type: 'report', DOI: '10.1234/a' },
      { id: 'b', type: 'report', title: 'Bus lanes' },
    ])
    const { application } = await importing(two)
    const before = editorOf(application).graph
    const again = await importing(two, before)
    expect(editorOf(again.application).graph).toBe(before)
    const { notices } = again.application.store.getState()
    expect(notices).toMatchObject([{ tone: 'info', text: /in the document already and were left out\.$/ }])
    notices[0]?.action?.run()
    expect(Object.keys(editorOf(again.application).graph.sources)).toHaveLength(4)
  })

  it('speaks of one source in the singular', async () => {
    const one = JSON.stringify([{ id: 'a', type: 'report', DOI: '10.1234/a' }])
    const { application } = await importing(one)
    expect(noticesOf(application)).toEqual(['Read 1 source from zotero.json.'])
    const again = await importing(one, editorOf(application).graph)
    expect(noticesOf(again.application)).toEqual([
      '1 source in zotero.json seems to be in the document already and was left out.',
    ])
  })

  it('takes what can be read and tells what cannot', async () => {
    const { application } = await importing('[{ "id": "a", "type": "report" }, { "id": "b", "type": 7 }]')
    expect(Object.keys(editorOf(application).graph.sources)).toEqual(['a'])
    expect(application.store.getState().notices.map(({ tone }) => tone)).toEqual(['error', 'info'])
  })

  it('changes nothing for a file that is no list of sources, one without any, or none', async () => {
    for (const text of ['{}', 'no JSON', '[]', undefined]) {
      const { application } = await importing(text)
      expect(editorOf(application).graph).toBe(base)
    }
    expect(noticesOf((await importing('{}')).application)[0]).toContain('not a list of sources')
  })

  it('says so when a file holds no sources, instead of nothing', async () => {
    expect(noticesOf((await importing('[]')).application)).toEqual([
      'There are no sources in zotero.json. Choose another file.',
    ])
  })
})

describe('the clipboard', () => {
  it('takes a copy, and gives it back', async () => {
    const clipboard = textClipboard()
    const { application } = showing(base, { clipboard })
    application.select(['c1'])
    application.run('edit.copy')
    await eventually(() => expect(application.store.getState().announcement).toBe('Copied'))
    expect(clipboard.text).toContain('c1')
    application.run('edit.paste')
    await eventually(() => expect(Object.keys(editorOf(application).graph.nodes)).toHaveLength(3))
  })

  it('that is denied keeps what was to be cut, and names the keys that work', async () => {
    const { application } = showing(base, { clipboard: textClipboard(true), platform: 'mac' })
    application.select(['c1'])
    application.run('edit.cut')
    await eventually(() => expect(noticesOf(application)[0]).toContain('Press ⌘+C instead'))
    expect(editorOf(application).graph).toBe(base)
    await application.services.paste()
    expect(noticesOf(application)[1]).toContain('Press ⌘+V instead')
  })

  it('without text is said to be without', async () => {
    const { application } = showing(base, { clipboard: textClipboard() })
    await application.services.paste()
    expect(noticesOf(application)).toEqual(['There is no text on the clipboard. Copy some first.'])
  })

  it('with a whole document opens it on an empty map, and adds it to any other', async () => {
    const clipboard = textClipboard()
    clipboard.text = writeGraph({ ...base, title: 'Pasted' })
    const { application } = showing(emptyGraph(), { clipboard })
    await application.services.paste()
    expect(editorOf(application).graph.title).toBe('Pasted')
    const other = showing(graph`p1`, { clipboard })
    await other.application.services.paste()
    expect(Object.keys(editorOf(other.application).graph.nodes)).toHaveLength(3)
  })
})

describe('what surrounds the map', () => {
  it('is switched by its commands, and remembered', () => {
    const { application, browser } = showing(base)
    application.run('view.inspector')
    application.run('view.minimap')
    expect(browser.settings.load()).toMatchObject({ inspector: false, minimap: false })
    application.run('view.inspector')
    expect(browser.settings.load()).toMatchObject({ inspector: true, minimap: false })
  })

  it('can be without how statements stand, which is remembered and laid out anew', () => {
    const { application, browser } = showing(base)
    const before = browser.layouts.asked.length
    application.run('evaluate.show')
    expect(application.store.getState().evaluationShown).toBe(false)
    expect(browser.settings.load()).toMatchObject({ evaluationShown: false })
    expect(browser.layouts.asked).toHaveLength(before + 1)
    application.run('evaluate.show')
    expect(browser.settings.load()).toMatchObject({ evaluationShown: true })
    expect(browser.layouts.asked).toHaveLength(before + 2)
  })

  it.each([
    ['file.new', 'start'],
    ['file.open-recent', 'start'],
    ['view.palette', 'palette'],
    ['help.shortcuts', 'shortcuts'],
    ['help.legend', 'legend'],
  ])('shows the dialog of %s', (id, name) => {
    const { application } = showing(base)
    application.run(id)
    expect(application.store.getState().dialog).toEqual({ name })
  })

  it('asks for the other end of a relation with what it is about', () => {
    const { application } = showing(base)
    application.select(['r1'])
    application.run('relation.change-target')
    expect(application.store.getState().dialog).toEqual({
      name: 'connect',
      purpose: { does: 'change-target', relation: 'r1' },
    })
  })

  it('keeps the last search when search is shown again', () => {
    const { application } = showing(base)
    application.run('view.search')
    expect(application.store.getState().search).toEqual({ query: '', current: -1 })
    application.set({ search: { query: 'trade', current: 2 } })
    application.run('view.search')
    expect(application.store.getState().search).toEqual({ query: 'trade', current: -1 })
  })

  it('leads to a field of the inspector as often as it is asked for', () => {
    const { application } = showing(base)
    application.run('view.inspector')
    application.select(['c1'])
    application.run('node.note')
    const first = application.store.getState()
    expect(first).toMatchObject({ inspector: true, inspectorField: { field: 'note' } })
    application.run('node.note')
    expect(application.store.getState().inspectorField).not.toEqual(first.inspectorField)
  })

  it.each([
    ['file.print', { name: 'export', purpose: 'print' }],
    ['file.export', { name: 'export', purpose: 'export' }],
    ['file.share', { name: 'share' }],
  ])('asks how before %s', (id, dialog) => {
    const { application } = showing(base)
    application.run(id)
    expect(application.store.getState().dialog).toEqual(dialog)
  })

  it.each(['in', 'out', 'actual', 'all', 'selection'])('zooms with the canvas (%s)', (to) => {
    const { application } = showing(base)
    const canvas = fakeCanvas()
    application.mountCanvas(canvas.port)
    application.select(['c1'])
    application.run(`view.zoom-${to}`)
    expect(canvas.asked.at(-1)).toBe(`zoom ${to}`)
  })
})
