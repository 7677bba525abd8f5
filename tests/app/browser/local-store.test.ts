/** Settings and markers, also where the browser keeps nothing. */
import { describe, expect, it } from 'vitest'
import { createLoadGuard } from '../../../src/app/browser/load-guard.ts'
import { createLocalStore } from '../../../src/app/browser/local-store.ts'
import { loadSettings, saveSettings } from '../../../src/app/browser/settings.ts'
import { fakeLocalStorage } from './fake-local-storage.ts'

const defaults = { theme: 'system', inspector: true, minimap: true, evaluationShown: true, singleKeys: true }

function blocked(): Storage {
  throw new DOMException('The operation is insecure.', 'SecurityError')
}

describe('createLocalStore', () => {
  it('keeps values for the next page', () => {
    const storage = fakeLocalStorage()
    createLocalStore(() => storage).set('key', 'value')
    expect(createLocalStore(() => storage).get('key')).toBe('value')
    createLocalStore(() => storage).set('key', undefined)
    expect(createLocalStore(() => storage).get('key')).toBeUndefined()
  })

  it('keeps values for this page where storage throws', () => {
    const store = createLocalStore(blocked)
    expect(store.get('key')).toBeUndefined()
    store.set('key', 'value')
    expect(store.get('key')).toBe('value')
    store.set('key', undefined)
    expect(store.get('key')).toBeUndefined()
  })

  it('prefers what was set on this page to what a full storage still holds', () => {
    const storage = fakeLocalStorage()
    const store = createLocalStore(() => storage)
    store.set('key', 'old')
    storage.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError')
    }
    store.set('key', 'new')
    expect(store.get('key')).toBe('new')
  })
})

describe('settings', () => {
  it('are at their defaults on the first visit', () => {
    expect(loadSettings(createLocalStore(fakeLocalStorage))).toEqual(defaults)
  })

  it('come back on the next visit', () => {
    const storage = fakeLocalStorage()
    const find = () => storage
    expect(saveSettings(createLocalStore(find), { theme: 'contrast', minimap: false })).toMatchObject({
      theme: 'contrast',
    })
    saveSettings(createLocalStore(find), { singleKeys: false })
    expect(loadSettings(createLocalStore(find))).toEqual({
      theme: 'contrast',
      inspector: true,
      minimap: false,
      evaluationShown: true,
      singleKeys: false,
    })
  })

  it.each(['', 'null', '[]', '"dark"', '{"theme":', '{"theme":"purple","minimap":"yes","singleKeys":null}'])(
    'are at their defaults where %j is kept',
    (text) => {
      const storage = fakeLocalStorage()
      storage.setItem('counterpoint.settings', text)
      expect(loadSettings(createLocalStore(() => storage))).toEqual(defaults)
    },
  )

  it('keep what can be understood beside what cannot', () => {
    const storage = fakeLocalStorage()
    storage.setItem('counterpoint.settings', '{"theme":"dark","minimap":3,"unknown":1}')
    expect(loadSettings(createLocalStore(() => storage))).toEqual({ ...defaults, theme: 'dark' })
  })

  it('work for the length of the page where storage throws', () => {
    const store = createLocalStore(blocked)
    saveSettings(store, { theme: 'dark' })
    expect(loadSettings(store).theme).toBe('dark')
  })
})

describe('createLoadGuard', () => {
  it('notices that the last page did not survive loading this work', () => {
    const storage = fakeLocalStorage()
    createLoadGuard(createLocalStore(() => storage)).begin('work')
    const next = createLoadGuard(createLocalStore(() => storage))
    expect(next.hasFailed('work')).toBe(true)
    expect(next.hasFailed('other work')).toBe(false)
  })

  it('is quiet when the last page did', () => {
    const storage = fakeLocalStorage()
    const guard = createLoadGuard(createLocalStore(() => storage))
    guard.begin('work')
    guard.end()
    expect(createLoadGuard(createLocalStore(() => storage)).hasFailed('work')).toBe(false)
  })
})
