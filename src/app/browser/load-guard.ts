/**
 * Notices that the page did not survive loading the kept work, so that it can be offered to start without
 * it instead of failing forever. A marker is set before the work is shown and taken away once it is on the
 * screen; finding it at the start means the last try did not get that far. It lies in the storage that
 * answers at once: a page that hangs a moment later has no time for another.
 */
import type { LocalStore } from './local-store.ts'

export interface LoadGuard {
  /** Whether the last try to load this work was never finished. */
  readonly hasFailed: (id: string) => boolean
  /** The work is about to be loaded. */
  readonly begin: (id: string) => void
  /** The work is on the screen and the page answers. */
  readonly end: () => void
}

const key = 'counterpoint.loading'

export function createLoadGuard(store: LocalStore): LoadGuard {
  return {
    hasFailed: (id) => store.get(key) === id,
    begin: (id) => store.set(key, id),
    end: () => store.set(key, undefined),
  }
}
