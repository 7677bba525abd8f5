/** What comes in from other formats, from pictures and from links. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { takePasted } from '../../src/app/take-pasted.ts'
import { shareFragment } from '../../src/formats/share-link.ts'
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
const kialo = 'Discussion Title: Buses\n\n1. Keep the lanes.\n1.1. Pro: Delay fell.\n'

/** The dialog that asks about what was read, once it is open. */
async function asked({ application }: ReturnType<typeof atDesk>) {
  await eventually(() => expect(application.store.getState().dialog?.name).toBe('import'))
  const { dialog } = application.store.getState()
  if (dialog?.name !== 'import') throw new Error('nothing was asked')
  return dialog
}

describe('a file of another format', () => {
  it('is opened as a document of its own, in no file', async () => {
    const desk = atDesk()
    await desk.open(roads)
    desk.pick(fakeFile('buses.txt', kialo))
    await desk.application.documents.open()
    const { found, fileName, toAdd } = await asked(desk)
    expect({ format: found.format, fileName, toAdd }).toMatchObject({ fileName: 'buses.txt', toAdd: false })
    await desk.application.documents.takeFound(found, [], false)
    expect(titleOf(desk.application)).toBe('Buses')
    expect(desk.application.store.getState().fileName).toBeUndefined()
    expect(desk.browser.isGuarding()).toBe(true)
  })

  it('is called after its file where it has no title', async () => {
    const desk = atDesk()
    desk.pick(fakeFile('bus lanes.txt', '1. Keep the lanes.\n1.1. Pro: Delay fell.\n'))
    await desk.application.documents.open()
    const { found } = await asked(desk)
    await desk.application.documents.takeFound(found, [found.offers[0]?.id ?? 'none'], false)
    expect(titleOf(desk.application)).toBe('bus lanes')
  })

  it('is opened with the offers that were taken', async () => {
    const desk = atDesk()
    desk.pick(fakeFile('buses.txt', kialo))
    await desk.application.documents.open()
    const { found } = await asked(desk)
    const [offer] = found.offers
    await desk.application.documents.takeFound(found, [offer?.id ?? 'none'], false)
    const kinds = Object.values(editorOf(desk.application).graph.nodes).map(({ kind }) => kind)
    expect(kinds).toContain('assumption')
  })

  it('is added to the open map as one step when that was asked for', async () => {
    const desk = atDesk()
    await desk.open(roads)
    const before = editorOf(desk.application).graph
    desk.pick(fakeFile('buses.txt', kialo))
    await desk.application.services.importFile()
    const { found, toAdd } = await asked(desk)
    expect(toAdd).toBe(true)
    expect(await desk.application.documents.takeFound(found, [], true)).toBe(true)
    expect(Object.keys(editorOf(desk.application).graph.nodes)).toHaveLength(4)
    desk.application.undo()
    expect(editorOf(desk.application).graph).toBe(before)
  })

  it('asks about unsaved changes before it takes their place', async () => {
    const desk = atDesk()
    await desk.open(roads)
    desk.application.type('c0', 'Edited.')
    desk.pick(fakeFile('buses.txt', kialo))
    await desk.application.documents.open()
    const { found } = await asked(desk)
    await desk.application.documents.takeFound(found, [], false)
    expect(desk.application.store.getState().dialog?.name).toBe('discard')
    expect(titleOf(desk.application)).toBe('Roads')
    discard(desk.application)
    expect(titleOf(desk.application)).toBe('Buses')
  })

  it('leaves the open map where it cannot be read, and says why', async () => {
    const desk = atDesk()
    await desk.open(roads)
    desk.pick(fakeFile('photo.png', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0xd, 0xa, 0x1a, 0xa])))
    await desk.application.documents.open()
    await eventually(() => expect(noticesOf(desk.application)).toHaveLength(1))
    expect(noticesOf(desk.application)[0]).toContain('“photo.png” cannot be read.')
    expect(titleOf(desk.application)).toBe('Roads')
  })
})

describe('text of another format that is pasted', () => {
  it('is imported like a file, into the open map', async () => {
    const desk = atDesk()
    await desk.open(roads)
    takePasted(desk.application, { json: undefined, text: kialo })
    const { found, toAdd } = await asked(desk)
    expect([found.format, toAdd]).toEqual(['Kialo text export', true])
  })

  it('is text after all where it only looks like one', async () => {
    const desk = atDesk()
    await desk.open(roads)
    takePasted(desk.application, { json: undefined, text: '[sic] they wrote' })
    await eventually(() => expect(Object.keys(editorOf(desk.application).graph.nodes)).toHaveLength(3))
  })
})

describe('a share link', () => {
  it('opens the map it holds and is taken out of the address', async () => {
    const { application, browser } = startApplication({ fragment: await shareFragment(roads) })
    await application.documents.begin()
    expect(editorOf(application).graph).toEqual(roads)
    expect(browser.address.fragment()).toBe('')
  })

  it('opens when it is typed into the address of an open page, after unsaved changes were decided about', async () => {
    const { application, browser } = startApplication()
    await application.documents.begin()
    application.run('add.root.note')
    browser.visit(await shareFragment(roads))
    await eventually(() => expect(application.store.getState().dialog?.name).toBe('discard'))
    discard(application)
    expect(titleOf(application)).toBe('Roads')
  })

  it('says what is wrong with it and shows what is always shown', async () => {
    const { application } = startApplication({ fragment: '#v1=abc' })
    await application.documents.begin()
    expect(noticesOf(application)[0]).toContain('The link is incomplete')
    expect(titleOf(application)).toContain('Belt and Road')
  })
})
