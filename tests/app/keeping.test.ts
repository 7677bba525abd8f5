import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Work } from '../../src/app/browser/kept-work.ts'
import { isChanged } from '../../src/editor/state.ts'
import { readGraph } from '../../src/formats/json/read.ts'
import { writeGraph } from '../../src/formats/json/write.ts'
import type { ArgumentGraph } from '../../src/model/graph.ts'
import { graph } from '../support/graph-builder.ts'
import { plainPickers } from './browser/fake-files.ts'
import { atDesk, discard, editorOf, noticesOf, titleOf } from './desk.ts'
import { fakeGlobals, startApplication, type FakeStorage } from './fake-browser.ts'

beforeEach(() => {
  vi.stubGlobal('requestAnimationFrame', fakeGlobals.requestAnimationFrame)
  vi.stubGlobal('fetch', fakeGlobals.fetch)
})
afterEach(() => {
  vi.unstubAllGlobals()
})

const roads: ArgumentGraph = { ...graph`c1 supports c0`, title: 'Roads' }
const ports: ArgumentGraph = { ...graph`e1 supports c9`, title: 'Ports' }

/** The works that are kept, in the order in which they were first. */
function kept({ store }: FakeStorage): Work[] {
  return [...store.values].filter(([key]) => key.startsWith('work/')).map(([, work]) => work as Work)
}

/** The document in the one work that is kept. */
function keptGraph(storage: FakeStorage): ArgumentGraph {
  const works = kept(storage)
  const result = readGraph(works[0]?.text ?? '')
  if (works.length !== 1 || !result.ok) throw new Error(`${works.length} works are kept`)
  return result.value
}

/** The next visit with the same storage, once it has begun. */
async function restarted(storage: FakeStorage) {
  const next = atDesk({ storage })
  await next.application.documents.begin()
  return next
}

describe('keeping the work', () => {
  it('is told of every edit: all of it is kept within a second', async () => {
    const { application, browser, open } = atDesk()
    await open(roads)
    for (const run of [
      () => application.dispatch({ label: 'Title', change: (draft) => void (draft.title = 'Roads, again') }),
      () => application.type('c0', 'Typed.'),
      () => application.undo(),
      () => application.redo(),
    ]) {
      run()
      expect(application.store.getState().kept).toBe(false)
      await browser.clock.advance(1000)
      expect(keptGraph(browser.storage)).toEqual(editorOf(application).graph)
      expect(application.store.getState().kept).toBe(true)
    }
  })

  it('is told of every letter of a long burst of typing, though it is one step of undo', async () => {
    const { application, browser, open } = atDesk()
    await open(roads)
    application.select(['c0'])
    application.run('node.edit')
    for (const text of ['T', 'Tr', 'Trade', 'Trade grows.']) {
      application.type('c0', text)
      await browser.clock.advance(1000)
      expect(keptGraph(browser.storage).nodes['c0']?.text).toBe(text)
    }
    expect(editorOf(application).past).toHaveLength(1)
  })

  it('is not told of what is only selected', async () => {
    const { application, browser } = await restarted(atDesk().browser.storage)
    application.run('go.first')
    await browser.clock.advance(5000)
    expect(kept(browser.storage)).toEqual([])
  })

  it('happens at once when the page may be gone a moment later', async () => {
    const { application, browser, open } = atDesk()
    await open(roads)
    application.type('c0', 'Typed.')
    browser.leave()
    await browser.clock.advance(0)
    expect(keptGraph(browser.storage).nodes['c0']?.text).toBe('Typed.')
  })

  it('holds the opened document only, once another one has taken its place', async () => {
    const { application, browser, open } = atDesk()
    await open(roads)
    application.type('c0', 'Typed.')
    await browser.clock.advance(1000)
    await open(ports, 'ports.json')
    discard(application)
    await browser.clock.advance(1000)
    expect(kept(browser.storage)).toMatchObject([
      { title: 'Ports', changed: false, file: { name: 'ports.json' } },
    ])
  })

  it('knows whether the work is in its file', async () => {
    const { application, browser, open } = atDesk()
    await open(roads)
    application.type('c0', 'Typed.')
    await browser.clock.advance(1000)
    expect(kept(browser.storage)).toMatchObject([{ changed: true }])
    await application.documents.save()
    await browser.clock.advance(1000)
    expect(kept(browser.storage)).toMatchObject([{ changed: false }])
  })
})

describe('storage that fails', () => {
  it('is told once, with a download as the way out, until it works again', async () => {
    const pickers = plainPickers()
    const { application, browser } = startApplication({ pickers })
    application.documents.openText(writeGraph(roads), 'Pasted document')
    browser.store.failures.push('QuotaExceededError', 'QuotaExceededError')
    application.type('c0', 'Typed.')
    await browser.clock.advance(2000)
    const { notices, kept: isKept } = application.store.getState()
    expect(isKept).toBe(false)
    expect(notices).toMatchObject([{ tone: 'error', text: /no room left/, action: { label: 'Download' } }])
    notices[0]?.action?.run()
    expect(await pickers.downloads[0]?.content.text()).toContain('Typed.')
    application.dismiss(notices[0]?.id ?? -1)
    browser.store.failures.push('QuotaExceededError')
    await browser.clock.advance(10_000)
    expect(application.store.getState().kept).toBe(true)
    expect(keptGraph(browser.storage).nodes['c0']?.text).toBe('Typed.')
    expect(noticesOf(application)).toEqual([])
  })

  it('at the start is told, and the editor begins all the same', async () => {
    const { application, browser } = atDesk()
    vi.spyOn(browser.store, 'list').mockRejectedValue(new DOMException('no', 'SecurityError'))
    await application.documents.begin()
    expect(noticesOf(application)[0]).toContain('does not let pages store anything')
    expect(Object.keys(editorOf(application).graph.nodes).length).toBeGreaterThan(50)
  })
})

describe('the first visit', () => {
  it('begins with the paper, as saved', async () => {
    const { application, browser } = atDesk()
    await application.documents.begin()
    expect(Object.keys(editorOf(application).graph.nodes).length).toBeGreaterThan(50)
    expect(isChanged(editorOf(application))).toBe(false)
    await browser.clock.advance(5000)
    expect(kept(browser.storage)).toEqual([])
  })

  it('begins on an empty map when the paper cannot be fetched, and says so', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')))
    const { application } = atDesk()
    await application.documents.begin()
    expect(editorOf(application).graph.nodes).toEqual({})
    expect(noticesOf(application)).toEqual(['Failed to fetch'])
  })

  it('never takes away what was opened or written before the paper had come', async () => {
    let arrive = () => {}
    vi.stubGlobal('fetch', async (address: string) => {
      await new Promise<void>((resolve) => {
        arrive = resolve
      })
      return fakeGlobals.fetch(address)
    })
    const { application, browser } = atDesk()
    const beginning = application.documents.begin()
    await browser.clock.advance(0)
    application.run('add.root.claim')
    const before = editorOf(application)
    arrive()
    await beginning
    expect(editorOf(application)).toBe(before)
  })
})

describe('the next visit', () => {
  it('begins with the work as it was left, marked as changed, and says so', async () => {
    const { application, browser, open } = atDesk()
    await open(roads)
    application.type('c0', 'Typed.')
    await browser.clock.advance(1000)
    const next = await restarted(browser.storage)
    expect(editorOf(next.application).graph).toEqual(editorOf(application).graph)
    expect(isChanged(editorOf(next.application))).toBe(true)
    expect(next.browser.isGuarding()).toBe(true)
    expect(next.application.store.getState().fileName).toBe('roads.json')
    expect(noticesOf(next.application)).toEqual(['“Roads” is as you left it.'])
  })

  it('begins with saved work as saved, and saves to the same file', async () => {
    const { application, browser, open } = atDesk()
    const file = await open(roads)
    await browser.clock.advance(1000)
    expect(titleOf(application)).toBe('Roads')
    const next = await restarted(browser.storage)
    expect(isChanged(editorOf(next.application))).toBe(false)
    expect(noticesOf(next.application)).toEqual([])
    next.application.type('c0', 'Typed later.')
    await next.application.documents.save()
    expect(file.content).toContain('Typed later.')
  })

  it('goes on with the same work, and replaces it with the next one', async () => {
    const { application, browser, open } = atDesk()
    await open(roads)
    application.type('c0', 'Typed.')
    await browser.clock.advance(1000)
    const next = await restarted(browser.storage)
    next.application.type('c1', 'Typed later.')
    await browser.clock.advance(1000)
    expect(keptGraph(browser.storage).nodes).toMatchObject({
      c0: { text: 'Typed.' },
      c1: { text: 'Typed later.' },
    })
    await next.open(ports, 'ports.json')
    discard(next.application)
    await browser.clock.advance(1000)
    expect(kept(browser.storage)).toMatchObject([{ title: 'Ports' }])
  })

  it('replaces the work with the next one, also when it was not touched again', async () => {
    const { browser, open } = atDesk()
    await open(roads)
    await browser.clock.advance(1000)
    const next = await restarted(browser.storage)
    await next.open(ports, 'ports.json')
    await browser.clock.advance(1000)
    expect(kept(browser.storage)).toMatchObject([{ title: 'Ports' }])
  })

  it('never takes away what was opened before the kept work had come', async () => {
    const { browser, open } = atDesk()
    await open(roads)
    await browser.clock.advance(1000)
    const next = atDesk({ storage: browser.storage })
    const beginning = next.application.documents.begin()
    next.application.documents.openText(writeGraph(ports), 'Pasted document')
    await beginning
    expect(titleOf(next.application)).toBe('Ports')
  })

  it('has a way out when loading the work has failed the last time', async () => {
    const first = atDesk()
    await first.open(roads)
    first.application.type('c0', 'Typed.')
    await first.browser.clock.advance(1000)
    const { storage } = first.browser

    // The page dies before the work is on the screen.
    const second = atDesk({ storage })
    second.browser.layouts.held = true
    await second.application.documents.begin()

    const third = await restarted(storage)
    expect(third.application.store.getState().dialog?.name).toBe('restore-failed')
    expect(editorOf(third.application).graph.nodes).toEqual({})
    await third.application.documents.restoreKept()
    expect(editorOf(third.application).graph.nodes['c0']?.text).toBe('Typed.')
    third.application.select(['c0'])

    const fourth = await restarted(storage)
    expect(fourth.application.store.getState().dialog).toBeUndefined()
    expect(editorOf(fourth.application).graph.nodes['c0']?.text).toBe('Typed.')
  })

  it('hands the kept work out as a file, without opening it', async () => {
    const first = atDesk()
    await first.open(roads)
    await first.browser.clock.advance(1000)
    const pickers = plainPickers()
    const { application } = startApplication({ storage: first.browser.storage, pickers })
    await application.documents.downloadKept()
    expect(pickers.downloads.map(({ name }) => name)).toEqual(['Roads.json'])
    expect(await pickers.downloads[0]?.content.text()).toBe(writeGraph(roads))
    expect(editorOf(application).graph.nodes).toEqual({})
  })

  it('tells of kept work that cannot be read, and leaves it where it is', async () => {
    const first = atDesk()
    await first.open(roads)
    await first.browser.clock.advance(1000)
    const { storage } = first.browser
    for (const [key, work] of storage.store.values) {
      if (key.startsWith('work/')) storage.store.values.set(key, { ...(work as Work), text: '{ "format"' })
    }
    const { application, browser } = await restarted(storage)
    expect(noticesOf(application)[0]).toMatch(/^Your last work could not be read\. .+\.$/)
    application.run('go.first')
    application.run('edit.delete')
    await browser.clock.advance(1000)
    expect(kept(storage).map(({ text }) => text)).toContain('{ "format"')
  })
})
