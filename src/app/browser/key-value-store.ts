/**
 * Durable storage by key: IndexedDB behind three functions, so that whoever keeps something can be tested
 * against a store that fails. Keys are paths: `work/<id>` for a document being worked on, `recent/<id>` and
 * `recent-text/<id>` for recent files. Version history is to live under `history/<id>/…`, and the lock that
 * makes one tab the writer of a document (Web Locks) is to bear the document's key as its name.
 */
import { createStore, promisifyRequest } from 'idb-keyval'

/** What one write does: all of it, or nothing. */
export interface StoreChange {
  readonly put?: readonly (readonly [key: string, value: unknown])[]
  readonly remove?: readonly string[]
}

/** Every function rejects with what the browser threw; see storage-error.ts. */
export interface KeyValueStore {
  readonly read: (key: string) => Promise<unknown>
  /** All values whose key begins with this, in the order of the keys. */
  readonly list: (prefix: string) => Promise<readonly unknown[]>
  /** Settles once the change is durable as far as the browser tells. */
  readonly write: (change: StoreChange) => Promise<void>
}

/** The store in this browser's IndexedDB. */
export function browserStore(database = 'counterpoint'): KeyValueStore {
  let within = createStore(database, 'kept')

  const transact = async <T>(mode: IDBTransactionMode, run: (store: IDBObjectStore) => Promise<T>) => {
    try {
      return await within(mode, run)
    } catch (thrown) {
      // A connection that the browser has lost stays lost; the next try is to open another.
      if (thrown instanceof Error && lostConnection.has(thrown.name)) within = createStore(database, 'kept')
      throw thrown
    }
  }

  return {
    read: (key) => transact('readonly', (store) => promisifyRequest<unknown>(store.get(key))),
    list: (prefix) =>
      transact('readonly', (store) =>
        promisifyRequest<unknown[]>(store.getAll(IDBKeyRange.bound(prefix, `${prefix}\uffff`))),
      ),
    write: ({ put = [], remove = [] }) =>
      transact('readwrite', (store) => {
        const { transaction } = store
        try {
          for (const key of remove) store.delete(key)
          for (const [key, value] of put) store.put(value, key)
        } catch (thrown) {
          // Without this, what was put before the value that cannot be stored would stay.
          transaction.abort()
          throw thrown
        }
        // Said outright, because a page that is being left does not live to see its requests succeed.
        transaction.commit()
        return promisifyRequest(transaction)
      }),
  }
}

const lostConnection: ReadonlySet<string> = new Set(['InvalidStateError', 'UnknownError'])
