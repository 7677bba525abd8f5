/** The list of recent files, with handles and without. */
import { describe, expect, it } from 'vitest'
import type { KeyValueStore } from '../../../src/app/browser/key-value-store.ts'
import { createFiles } from '../../../src/app/browser/files.ts'
import { createRecentFiles, maxRecent, maxRecentLength } from '../../../src/app/browser/recent.ts'
import { createFakeClock } from './fake-clock.ts'
import { fakeFile, handlePickers } from './fake-files.ts'
import { createFakeStore } from './fake-store.ts'

function setUp(store: KeyValueStore & { readonly values?: Map<string, unknown> } = createFakeStore()) {
  const clock = createFakeClock()
  let ids = 0
  const files = createFiles(handlePickers(undefined))
  const recent = createRecentFiles({ store, files, clock, newId: () => `id${(ids += 1)}` })
  return {
    recent,
    store,
    add: async (file: Parameters<typeof recent.add>[0], title = 'Map', text = '{}') => {
      await clock.advance(1_000)
      return recent.add(file, { title, text })
    },
    names: async () => {
      const listed = await recent.list()
      return listed.ok ? listed.value.map((each) => each.name) : listed.error.kind
    },
    firstId: async () => {
      const listed = await recent.list()
      return (listed.ok && listed.value[0]?.id) || 'none'
    },
  }
}

describe('add', () => {
  it('puts the newest first and keeps ten', async () => {
    const { add, names, store } = setUp()
    for (let index = 0; index < 12; index += 1) await add({ name: `${index}.json` })
    expect(await names()).toEqual(
      ['11', '10', '9', '8', '7', '6', '5', '4', '3', '2'].map((each) => `${each}.json`),
    )
    expect(store.values?.size).toBe(2 * maxRecent)
  })

  it('lists a file once, known by its handle and not by its name', async () => {
    const { add, recent, names } = setUp()
    const [here, there] = [fakeFile('map.json'), fakeFile('map.json')]
    await add({ name: 'map.json', handle: here }, 'Before')
    await add({ name: 'map.json', handle: there })
    await add({ name: 'map.json', handle: here }, 'After')
    expect(await names()).toEqual(['map.json', 'map.json'])
    const listed = await recent.list()
    expect(listed.ok && listed.value.map(({ id, title }) => [id, title])).toEqual([
      ['id1', 'After'],
      ['id2', 'Map'],
    ])
  })

  it('replaces the text of a document saved under the same name and title', async () => {
    const { add, recent, names, firstId } = setUp()
    await add({ name: 'map.json' }, 'Map', 'old')
    await add({ name: 'map.json' }, 'Map', 'new')
    await add({ name: 'map.json' }, 'Another map', 'other')
    expect(await names()).toEqual(['map.json', 'map.json'])
    await recent.remove(await firstId())
    expect(await recent.open(await firstId())).toMatchObject({ value: { text: 'new' } })
  })

  it('leaves out what has no handle and is too long to keep', async () => {
    const { add, names } = setUp()
    await add({ name: 'long.json' }, 'Map', 'x'.repeat(maxRecentLength + 1))
    expect(await names()).toEqual([])
    await add({ name: 'long.json', handle: fakeFile('long.json') }, 'Map', 'x'.repeat(maxRecentLength + 1))
    await add({ name: 'fits.json' }, 'Map', 'x'.repeat(maxRecentLength))
    expect(await names()).toEqual(['fits.json', 'long.json'])
  })

  it('keeps no text of a file that has a handle', async () => {
    const { add, store } = setUp()
    await add({ name: 'map.json', handle: fakeFile('map.json') }, 'Map', 'the text')
    expect(JSON.stringify([...(store.values ?? [])])).not.toContain('the text')
  })

  it('reports a store that fails', async () => {
    const store = createFakeStore()
    store.failures.push('QuotaExceededError')
    expect(await setUp(store).add({ name: 'map.json' })).toEqual({ ok: false, error: { kind: 'full' } })
  })
})

describe('open', () => {
  it('reads the file as it is now', async () => {
    const { add, recent, firstId } = setUp()
    const handle = fakeFile('map.json', 'then')
    await add({ name: 'map.json', handle })
    handle.content = 'now'
    expect(await recent.open(await firstId())).toMatchObject({
      ok: true,
      value: { text: 'now', file: { handle } },
    })
  })

  it('asks for permission where it has lapsed', async () => {
    const { add, recent, firstId } = setUp()
    const handle = fakeFile('map.json', '{}')
    await add({ name: 'map.json', handle })
    handle.permission.read = 'prompt'
    expect(await recent.open(await firstId())).toMatchObject({ ok: true })
    expect(handle.asked).toEqual(['read'])
  })

  it('says that the file has gone, and the entry can be removed', async () => {
    const { add, recent, names, firstId } = setUp()
    const handle = fakeFile('map.json', '{}')
    await add({ name: 'map.json', handle })
    handle.exists = false
    expect(await recent.open(await firstId())).toEqual({
      ok: false,
      error: { kind: 'gone', name: 'map.json' },
    })
    expect(await names()).toEqual(['map.json'])
    expect(await recent.remove(await firstId())).toEqual({ ok: true, value: undefined })
    expect(await names()).toEqual([])
  })

  it('gives the kept text where there are no handles', async () => {
    const { add, recent, firstId } = setUp()
    await add({ name: 'map.json' }, 'Map', 'the text')
    expect(await recent.open(await firstId())).toEqual({
      ok: true,
      value: { file: { name: 'map.json' }, bytes: new TextEncoder().encode('the text'), text: 'the text' },
    })
  })

  it('says that an entry removed in another tab has gone', async () => {
    expect(await setUp().recent.open('nobody')).toMatchObject({ ok: false, error: { kind: 'gone' } })
  })
})

describe('remove', () => {
  it('takes the text along', async () => {
    const { add, recent, store, firstId } = setUp()
    await add({ name: 'map.json' })
    await recent.remove(await firstId())
    expect(store.values?.size).toBe(0)
  })
})
