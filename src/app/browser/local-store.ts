/**
 * The browser's small storage for settings and markers, whose answers come at once. Reading or writing it
 * may throw (blocked, full, private windows); nothing kept here is worth an error, so then it lasts only as
 * long as the page. Documents never live here.
 */

export interface LocalStore {
  readonly get: (key: string) => string | undefined
  /** Undefined removes the entry. */
  readonly set: (key: string, value: string | undefined) => void
}

/** The storage that `find` gives: `() => window.localStorage`, which itself may throw. */
export function createLocalStore(find: () => Storage): LocalStore {
  const unkept = new Map<string, string | undefined>()
  return {
    get: (key) => {
      if (unkept.has(key)) return unkept.get(key)
      try {
        return find().getItem(key) ?? undefined
      } catch {
        // As if nothing had been kept, which is the case.
        return undefined
      }
    },
    set: (key, value) => {
      try {
        if (value === undefined) find().removeItem(key)
        else find().setItem(key, value)
        unkept.delete(key)
      } catch {
        // For as long as this page lives it is known all the same.
        unkept.set(key, value)
      }
    },
  }
}
