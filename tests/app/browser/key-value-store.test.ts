/** The store over IndexedDB itself (a faithful fake of it), not over our own stand-in. */
import 'fake-indexeddb/auto'
import { describe, expect, it } from 'vitest'
import { browserStore } from '../../../src/app/browser/key-value-store.ts'

let databases = 0
const newStore = () => browserStore(`test-${(databases += 1)}`)

describe('browserStore', () => {
  it('gives back what was put', async () => {
    const store = newStore()
    await store.write({ put: [['work/a', { text: 'a' }]] })
    expect(await store.read('work/a')).toEqual({ text: 'a' })
    expect(await store.read('work/b')).toBeUndefined()
  })

  it('lists the values under a prefix in the order of their keys', async () => {
    const store = newStore()
    const keys = ['work/b', 'recent/a', 'work/a', 'work', 'workshop/a', 'work/é']
    await store.write({ put: keys.map((key) => [key, key]) })
    expect(await store.list('work/')).toEqual(['work/a', 'work/b', 'work/é'])
  })

  it('removes and puts in one step', async () => {
    const store = newStore()
    await store.write({ put: [['work/a', 1]] })
    await store.write({ put: [['work/b', 2]], remove: ['work/a'] })
    expect(await store.list('')).toEqual([2])
  })

  it('changes nothing when one of the values cannot be stored', async () => {
    const store = newStore()
    await store.write({ put: [['work/a', 1]] })
    const change = {
      put: [
        ['work/b', 2],
        ['work/c', () => undefined],
      ],
      remove: ['work/a'],
    } as const
    await expect(store.write(change)).rejects.toMatchObject({ name: 'DataCloneError' })
    expect(await store.list('')).toEqual([1])
  })

  it('is found again by the next page', async () => {
    await browserStore('shared').write({ put: [['work/a', 1]] })
    expect(await browserStore('shared').read('work/a')).toBe(1)
  })
})
