/** What comes back after a crash, a kill or a closed tab. */
import { describe, expect, it } from 'vitest'
import { keepWork, listWork, type KeptWork } from '../../../src/app/browser/kept-work.ts'
import { fakeFile } from './fake-files.ts'
import { createFakeStore } from './fake-store.ts'

const work: KeptWork = { id: 'a', text: '{}', title: 'Map', changed: true, time: 1 }

describe('listWork', () => {
  it('gives nothing on the first visit', async () => {
    expect(await listWork(createFakeStore())).toEqual({ ok: true, value: [] })
  })

  it('gives back everything that was kept, newest first', async () => {
    const store = createFakeStore()
    const handle = fakeFile('map.json')
    const newest: KeptWork = {
      ...work,
      id: 'b',
      time: 2,
      changed: false,
      file: { name: 'map.json', handle, fingerprint: 'abc' },
      viewport: { x: 1, y: -2, zoom: 0.5 },
    }
    await keepWork(store, newest)
    await keepWork(store, work)
    const result = await listWork(store)
    expect(result).toMatchObject({ ok: true, value: [newest, work] })
    expect(result.ok && result.value[0]?.file?.handle).toBe(handle)
  })

  it('passes over what a program of another version kept, as long as something can be read', async () => {
    const store = createFakeStore()
    await keepWork(store, work)
    store.values.set('work/z', { ...work, version: 2 })
    expect(await listWork(store)).toMatchObject({ ok: true, value: [{ id: 'a' }] })
  })

  it('says so when nothing of it can be read', async () => {
    const store = createFakeStore()
    store.values.set('work/z', { ...work, version: 2 })
    expect(await listWork(store)).toEqual({ ok: false, error: { kind: 'unreadable' } })
  })

  it('says that storage is blocked', async () => {
    const blocked = {
      ...createFakeStore(),
      list: () => Promise.reject(new DOMException('no', 'SecurityError')),
    }
    expect(await listWork(blocked)).toEqual({ ok: false, error: { kind: 'blocked' } })
  })
})

describe('keepWork', () => {
  it('keeps the work without its handle where handles cannot be stored', async () => {
    const store = createFakeStore()
    store.failures.push('DataCloneError')
    const file = { name: 'map.json', handle: fakeFile('map.json'), fingerprint: 'abc' }
    expect(await keepWork(store, { ...work, file })).toBe(true)
    expect(await listWork(store)).toMatchObject({ value: [{ text: '{}', file: { name: 'map.json' } }] })
  })

  it('does not take another failure for that', async () => {
    const store = createFakeStore()
    store.failures.push('QuotaExceededError')
    const file = { name: 'map.json', handle: fakeFile('map.json') }
    await expect(keepWork(store, { ...work, file })).rejects.toMatchObject({ name: 'QuotaExceededError' })
  })

  it('answers that something else came back when another tab wrote in between', async () => {
    const store = createFakeStore()
    const write = store.write
    const overtaken = {
      ...store,
      write: async (change: Parameters<typeof write>[0]) => {
        await write(change)
        store.values.set('work/a', { version: 1, ...work, text: 'of the other tab' })
      },
    }
    expect(await keepWork(overtaken, work)).toBe(false)
  })
})
