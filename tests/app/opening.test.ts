import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { isChanged } from '../../src/editor/state.ts'
import { writeGraph } from '../../src/formats/json/write.ts'
import type { ArgumentGraph } from '../../src/model/graph.ts'
import { graph } from '../support/graph-builder.ts'
import { fakeFile } from './browser/fake-files.ts'
import { atDesk, discard, editorOf, eventually, noticesOf, titleOf } from './desk.ts'
import { fakeGlobals, startApplication } from './fake-browser.ts'

beforeEach(() => {
  vi.stubGlobal('requestAnimationFrame', fakeGlobals.requestAnimationFrame)
  vi.stubGlobal('fetch', fakeGlobals.fetch)
})
afterEach(() => {
  vi.unstubAllGlobals()
})

const roads: ArgumentGraph = { ...graph`c1 supports c0`, title: 'Roads' }
const ports: ArgumentGraph = { ...graph`e1 supports c9`, title: 'Ports' }
const truncated = readFileSync('tests/fixtures/broken/truncated.json', 'utf8')
const dangling = readFileSync('tests/fixtures/broken/dangling-ends.json', 'utf8')

describe('opening', () => {
  it('shows the document, as saved, with nothing to undo, under its file’s name', async () => {
    const { application, browser, open } = atDesk()
    await open(roads)
    expect(editorOf(application)).toMatchObject({ graph: roads, past: [], future: [], selection: [] })
    expect(application.store.getState()).toMatchObject({
      fileName: 'roads.json',
      announcement: 'Opened Roads',
    })
    expect(browser.isGuarding()).toBe(false)
    expect(browser.layouts.asked.at(-1)).toBe(editorOf(application).graph)
  })

  it('keeps the open document when the file is broken, and shows what is wrong', async () => {
    const { application, open, pick } = atDesk()
    await open(roads)
    application.type('c0', 'Edited.')
    const before = editorOf(application)
    pick(fakeFile('broken.json', truncated))
    await application.documents.open()
    expect(editorOf(application)).toBe(before)
    expect(application.store.getState().dialog).toMatchObject({
      name: 'open-error',
      fileName: 'broken.json',
      error: { kind: 'cutOff' },
    })
  })

  it('keeps the open document when the file cannot be read, and says why', async () => {
    const { application, open, pick } = atDesk()
    await open(roads)
    const gone = fakeFile('gone.json', writeGraph(ports))
    gone.exists = false
    pick(gone)
    await application.documents.open()
    expect(titleOf(application)).toBe('Roads')
    expect(application.store.getState().notices).toMatchObject([
      { tone: 'error', text: /no longer where it was/ },
    ])
  })

  it('changes nothing when the picker is cancelled', async () => {
    const { application, pick } = atDesk()
    const before = application.store.getState()
    pick(undefined)
    await application.documents.open()
    expect(application.store.getState()).toBe(before)
  })

  it('asks first when there are changes in no file, and goes on only then', async () => {
    const { application, open } = atDesk()
    await open(roads)
    application.type('c0', 'Edited.')
    await open(ports, 'ports.json')
    expect(application.store.getState().dialog?.name).toBe('discard')
    expect(titleOf(application)).toBe('Roads')
    discard(application)
    expect(titleOf(application)).toBe('Ports')
    expect(application.store.getState()).toMatchObject({ dialog: undefined, fileName: 'ports.json' })
    expect(isChanged(editorOf(application))).toBe(false)
  })

  it('does not ask when the changes have been undone', async () => {
    const { application, open } = atDesk()
    await open(roads)
    application.type('c0', 'Edited.')
    application.undo()
    await open(ports, 'ports.json')
    expect(titleOf(application)).toBe('Ports')
  })

  it('ends search and filter of the document before', async () => {
    const { application, open } = atDesk()
    application.set({
      search: { query: 'trade', current: 0 },
      filterOpen: true,
      filter: { kinds: ['claim'], sections: [] },
    })
    await open(roads)
    expect(application.store.getState()).toMatchObject({
      search: undefined,
      filterOpen: false,
      filter: { kinds: [], sections: [] },
    })
  })

  it('takes a repaired document as changed: its file is still broken', async () => {
    const { application, pick } = atDesk()
    pick(fakeFile('dangling.json', dangling))
    await application.documents.open()
    const { dialog } = application.store.getState()
    const repair = dialog?.name === 'open-error' && 'repair' in dialog.error ? dialog.error.repair : undefined
    if (!repair) throw new Error('no repair was offered')
    application.documents.openRepaired(repair.graph, 'dangling.json')
    expect(editorOf(application).graph).toBe(repair.graph)
    expect(isChanged(editorOf(application))).toBe(true)
    expect(application.store.getState().fileName).toBe('dangling.json')
  })

  it('takes a pasted document as changed and without a file', () => {
    const { application } = atDesk()
    application.documents.openText(writeGraph(roads), 'Pasted document')
    expect(editorOf(application).graph).toEqual(roads)
    expect(isChanged(editorOf(application))).toBe(true)
    expect(application.store.getState().fileName).toBeUndefined()
  })

  it('shows what is wrong with a pasted document', () => {
    const { application } = atDesk()
    application.documents.openText(truncated, 'Pasted document')
    expect(application.store.getState().dialog).toMatchObject({
      name: 'open-error',
      fileName: 'Pasted document',
    })
  })

  it('opens the one file that is dropped, and says so when there are several', async () => {
    const { application } = atDesk()
    const item = { kind: 'file', getAsFile: () => new File([writeGraph(roads)], 'roads.json') }
    await application.documents.openDropped({ items: [item, item] })
    expect(noticesOf(application)).toEqual(['2 files came at once. Drop them one at a time.'])
    await application.documents.openDropped({ items: [{ ...item, kind: 'string' }] })
    expect(titleOf(application)).toBe('Untitled argument')
    await application.documents.openDropped({ items: [item] })
    expect(titleOf(application)).toBe('Roads')
  })
})

describe('starting points', () => {
  it('are opened as saved, in no file', async () => {
    const { application } = startApplication()
    application.show({ name: 'start' })
    application.documents.startFrom('toulmin')
    await eventually(() => expect(Object.keys(editorOf(application).graph.nodes)).not.toEqual([]))
    expect(application.store.getState()).toMatchObject({ dialog: undefined, fileName: undefined })
    expect(isChanged(editorOf(application))).toBe(false)
  })

  it('ask first when there are changes in no file', async () => {
    const { application, open } = atDesk()
    await open(roads)
    application.type('c0', 'Edited.')
    application.documents.startFrom('blank')
    await eventually(() => expect(application.store.getState().dialog?.name).toBe('discard'))
    expect(titleOf(application)).toBe('Roads')
    discard(application)
    await eventually(() => expect(titleOf(application)).not.toBe('Roads'))
  })

  it('ask also about what was typed while they were fetched', async () => {
    const { application, open } = atDesk()
    await open(roads)
    application.documents.startFrom('blank')
    application.type('c0', 'Edited meanwhile.')
    await eventually(() => expect(application.store.getState().dialog?.name).toBe('discard'))
    expect(editorOf(application).graph.nodes['c0']?.text).toBe('Edited meanwhile.')
  })

  it('leave the open document alone when they cannot be fetched, and say so', async () => {
    vi.stubGlobal('fetch', async () => new Response('', { status: 404 }))
    const { application, open } = atDesk()
    await open(roads)
    application.documents.startFrom('blank')
    application.documents.startFrom('nowhere')
    await eventually(() =>
      expect(new Set(noticesOf(application))).toEqual(
        new Set([
          'There is no starting point "nowhere"',
          'The starting point "blank" could not be fetched (404)',
        ]),
      ),
    )
    expect(titleOf(application)).toBe('Roads')
  })
})

describe('recent files', () => {
  it('are those that were opened or saved, newest first, and open again', async () => {
    const { application, browser, open, pick } = atDesk()
    await open(roads)
    await browser.clock.advance(1000)
    await open(ports, 'ports.json')
    await browser.clock.advance(1000)
    pick(fakeFile('copy.json'))
    await application.documents.saveAs()
    await browser.clock.advance(1000)
    const files = await application.documents.listRecent()
    expect(files.map(({ name, title }) => [name, title])).toEqual([
      ['copy.json', 'Ports'],
      ['ports.json', 'Ports'],
      ['roads.json', 'Roads'],
    ])
    application.documents.openRecent(files[2] ?? files[0]!)
    await eventually(() => expect(titleOf(application)).toBe('Roads'))
    expect(application.store.getState().fileName).toBe('roads.json')
  })

  it('say so when the file has gone, and stay until they are forgotten', async () => {
    const { application, browser, open } = atDesk()
    const file = await open(roads)
    await browser.clock.advance(1000)
    file.exists = false
    const [entry] = await application.documents.listRecent()
    if (!entry) throw new Error('the file is not listed')
    application.documents.openRecent(entry)
    await eventually(() => expect(noticesOf(application)[0]).toContain('no longer where it was'))
    expect(await application.documents.listRecent()).toHaveLength(1)
    const forgetting = application.documents.forgetRecent(entry)
    await browser.clock.advance(0)
    await forgetting
    expect(await application.documents.listRecent()).toEqual([])
  })

  it('hold no pasted text: there is no file to find again', async () => {
    const { application, browser } = atDesk()
    application.documents.openText(writeGraph(roads), 'Pasted document')
    await browser.clock.advance(1000)
    expect(await application.documents.listRecent()).toEqual([])
  })
})
