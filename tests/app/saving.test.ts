import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { isChanged } from '../../src/editor/state.ts'
import { writeGraph } from '../../src/formats/json/write.ts'
import type { ArgumentGraph } from '../../src/model/graph.ts'
import { graph } from '../support/graph-builder.ts'
import { fakeFile, plainPickers } from './browser/fake-files.ts'
import { atDesk, editorOf, eventually, heldBack, noticesOf } from './desk.ts'
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

describe('saving', () => {
  it('writes the file that was opened, and marks the document as saved', async () => {
    const { application, browser, open } = atDesk()
    const file = await open(roads)
    application.type('c0', 'Edited.')
    expect(browser.isGuarding()).toBe(true)
    expect(await application.documents.save()).toBe(true)
    expect(file.content).toBe(writeGraph(editorOf(application).graph))
    expect(isChanged(editorOf(application))).toBe(false)
    expect(browser.isGuarding()).toBe(false)
    expect(noticesOf(application)).toEqual(['Saved to roads.json.'])
  })

  it('keeps what can be undone', async () => {
    const { application, open } = atDesk()
    await open(roads)
    application.type('c0', 'Edited.')
    await application.documents.save()
    application.undo()
    expect(editorOf(application).graph.nodes['c0']?.text).toBe('c0')
    expect(isChanged(editorOf(application))).toBe(true)
  })

  it('marks only what was written as saved: an edit meanwhile stays unsaved', async () => {
    const { application, browser, open } = atDesk()
    const file = await open(roads)
    const release = heldBack(file)
    application.type('c0', 'Written.')
    const saving = application.documents.save()
    application.type('c1', 'Typed while writing.')
    release()
    await saving
    expect(file.content).toContain('Written.')
    expect(file.content).not.toContain('Typed while writing.')
    expect(isChanged(editorOf(application))).toBe(true)
    expect(browser.isGuarding()).toBe(true)
    await application.documents.save()
    expect(file.content).toContain('Typed while writing.')
  })

  it('never takes another document, opened meanwhile, for the one that was written', async () => {
    const { application, open } = atDesk()
    const file = await open(roads)
    const release = heldBack(file)
    const saving = application.documents.save()
    const second = await open(ports, 'ports.json')
    release()
    await saving
    expect(application.store.getState().fileName).toBe('ports.json')
    expect(isChanged(editorOf(application))).toBe(false)
    application.type('c9', 'Edited.')
    await application.documents.save()
    expect(file.content).toBe(writeGraph(roads))
    expect(second.content).toContain('Edited.')
  })

  it('asks where to, under the document’s title, when there is no file', async () => {
    const { application, pick } = atDesk()
    application.documents.openText(writeGraph(roads), 'Pasted document')
    pick(undefined)
    expect(await application.documents.save()).toBe(false)
    expect(isChanged(editorOf(application))).toBe(true)
    const file = fakeFile('chosen.json')
    pick(file)
    expect(await application.documents.save()).toBe(true)
    expect(file.content).toBe(writeGraph(roads))
    expect(application.store.getState().fileName).toBe('chosen.json')
  })

  it('as another file goes on with that file', async () => {
    const { application, open, pick } = atDesk()
    const first = await open(roads)
    const second = fakeFile('copy.json')
    pick(second)
    application.type('c0', 'Edited.')
    await application.documents.saveAs()
    application.type('c0', 'Edited again.')
    await application.documents.save()
    expect(first.content).toBe(writeGraph(roads))
    expect(second.content).toContain('Edited again.')
    expect(application.store.getState().fileName).toBe('copy.json')
  })

  it('overwrites what another program wrote only when told to', async () => {
    const { application, open } = atDesk()
    const file = await open(roads)
    application.type('c0', 'Mine.')
    file.content = writeGraph(ports)
    expect(await application.documents.save()).toBe(false)
    expect(file.content).toBe(writeGraph(ports))
    expect(isChanged(editorOf(application))).toBe(true)
    const [notice] = application.store.getState().notices
    expect(notice).toMatchObject({ tone: 'error', action: { label: 'Replace it' } })
    notice?.action?.run()
    await eventually(() => expect(file.content).toContain('Mine.'))
  })

  it('says why it failed, and the document stays unsaved', async () => {
    const { application, open } = atDesk()
    const file = await open(roads)
    file.failure = 'QuotaExceededError'
    application.type('c0', 'Edited.')
    expect(await application.documents.save()).toBe(false)
    expect(noticesOf(application)[0]).toContain('There is no room left for “roads.json”')
    expect(isChanged(editorOf(application))).toBe(true)
    expect(file.content).toBe(writeGraph(roads))
  })

  it('makes a download, named by the title, in a browser without handles, and says so', async () => {
    const pickers = plainPickers()
    const { application } = startApplication({ pickers })
    application.documents.openText(writeGraph({ ...roads, title: 'Roads: who pays?' }), 'Pasted document')
    expect(await application.documents.save()).toBe(true)
    expect(pickers.downloads.map(({ name }) => name)).toEqual(['Roads who pays.json'])
    expect(noticesOf(application)[0]).toContain('every save makes a new file')
    expect(isChanged(editorOf(application))).toBe(false)
  })

  it('hands out a download at any time without taking it for saving', async () => {
    const pickers = plainPickers()
    const { application } = startApplication({ pickers })
    application.documents.openText(writeGraph(roads), 'Pasted document')
    application.documents.download()
    expect(pickers.downloads.map(({ name }) => name)).toEqual(['Roads.json'])
    expect(await pickers.downloads[0]?.content.text()).toBe(writeGraph(roads))
    expect(isChanged(editorOf(application))).toBe(true)
  })
})
