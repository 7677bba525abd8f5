/** What the browser has kept of the work, read from its storage past the application. */
import type { Page } from '@playwright/test'

/** The kept document's text and state; undefined when none is kept. */
export interface Kept {
  readonly text: string
  readonly changed: boolean
}

/** The work kept last. The storage's names are those of src/app/browser/key-value-store.ts. */
export async function keptWork(page: Page): Promise<Kept | undefined> {
  return page.evaluate(async () => {
    const names = (await indexedDB.databases()).map(({ name }) => name)
    if (!names.includes('counterpoint')) return undefined
    const settled = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.addEventListener('success', () => resolve(request.result))
        request.addEventListener('error', () => reject(request.error ?? new Error('no answer')))
      })
    const database = await settled(indexedDB.open('counterpoint'))
    try {
      if (!database.objectStoreNames.contains('kept')) return undefined
      const store = database.transaction('kept').objectStore('kept')
      const works = await settled(store.getAll(IDBKeyRange.bound('work/', 'work/\uffff')))
      return (works as (Kept & { readonly time: number })[]).toSorted((a, b) => b.time - a.time)[0]
    } finally {
      database.close()
    }
  })
}

/** The text of the work kept last, empty when none is kept: for polling. */
export async function keptText(page: Page): Promise<string> {
  return (await keptWork(page))?.text ?? ''
}

/** The document that is kept; an empty object while there is none, so that it can be polled. */
export async function keptDocument(page: Page): Promise<object> {
  return JSON.parse((await keptText(page)) || '{}') as object
}
