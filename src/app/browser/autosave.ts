/**
 * Keeps the work in the browser while it is being done, independent of React: every edit is kept within a
 * second. Writes are strictly one after the other, and each takes the newest state, so the newest wins;
 * each is read back and compared. A failed write is reported and tried again, at ever longer intervals,
 * until one succeeds; nothing is thrown away in silence. The storage, the
 * clock and the request that the browser should not clear it are parameters.
 */
import type { Clock } from './clock.ts'
import type { KeyValueStore } from './key-value-store.ts'
import { keepWork, type KeptWork, type Work } from './kept-work.ts'
import { toStorageError, type StorageError } from './storage-error.ts'

/** A pause in the edits as long as this, in ms, has them kept. */
export const quietMs = 400
/** Edits without a pause are kept after this time, in ms: a write has the rest of the second. */
export const deadlineMs = 750
/** A write without an answer for this long, in ms, is reported. */
export const stallMs = 4_000
/** A failed write is tried again after this, in ms, doubled with each failure up to `maxRetryMs`. */
export const retryMs = 1_000
export const maxRetryMs = 30_000

export interface AutosaveOptions {
  readonly store: KeyValueStore
  readonly clock: Clock
  /** The work as it is now. */
  readonly read: () => Work
  /** The work is safe in this state. Ends what `onError` told. */
  readonly onSaved?: (work: KeptWork) => void
  /** The work is not safe; told again with each try that fails. */
  readonly onError: (error: StorageError) => void
  /** Asks the browser not to clear the storage (`navigator.storage.persist`); called once, after the first write. */
  readonly persist?: () => Promise<unknown>
}

export interface Autosave {
  /** Something worth keeping has changed: the document, its file, or what is in view. */
  readonly changed: () => void
  /** Keeps what has changed at once; settles when that has been tried. For leaving, and for tests. */
  readonly flush: () => Promise<void>
  /** The work with this id was restored: it goes when other work takes its place. */
  readonly resume: (id: string) => void
}

export function createAutosave(options: AutosaveOptions): Autosave {
  const { store, clock, read, onSaved, onError, persist } = options
  /** There are changes that no write under way or done has taken up. */
  let unkept = false
  let firstUnkept: number | undefined
  let cancelTimer: (() => void) | undefined
  /** A write is wanted now, or after the one under way. */
  let due = false
  let writing: Promise<void> | undefined
  let failures = 0
  let held: string | undefined
  let hasAskedToPersist = false

  const schedule = (milliseconds: number) => {
    cancelTimer?.()
    cancelTimer = clock.after(milliseconds, () => {
      cancelTimer = undefined
      void flush()
    })
  }

  const changed = () => {
    unkept = true
    // After a failure the next try has its time; each key pressed must not be another one.
    if (failures > 0 && cancelTimer) return
    const now = clock.now()
    firstUnkept ??= now
    schedule(Math.max(0, Math.min(quietMs, firstUnkept + deadlineMs - now)))
  }

  const flush = (): Promise<void> => {
    if (unkept) {
      due = true
      writing ??= writeWhileDue()
    }
    return writing ?? Promise.resolve()
  }

  const writeWhileDue = async () => {
    try {
      while (due) {
        cancelTimer?.()
        cancelTimer = undefined
        firstUnkept = undefined
        unkept = false
        due = false
        const error = await write()
        if (!error) continue
        unkept = true
        schedule(Math.min(retryMs * 2 ** failures, maxRetryMs))
        failures += 1
        onError(error)
      }
    } finally {
      writing = undefined
    }
  }

  const write = async (): Promise<StorageError | undefined> => {
    const cancelStall = clock.after(stallMs, () => onError({ kind: 'stalled' }))
    let kept: KeptWork
    try {
      kept = { ...read(), time: clock.now() }
      if (!(await keepWork(store, kept, held))) return { kind: 'notKept' }
    } catch (thrown) {
      return toStorageError(thrown)
    } finally {
      cancelStall()
    }
    held = kept.id
    failures = 0
    onSaved?.(kept)
    askToPersist()
    return undefined
  }

  const askToPersist = () => {
    if (hasAskedToPersist) return
    hasAskedToPersist = true
    // Refused or unsupported, the work is kept all the same, only not against all clearing.
    persist?.().catch(() => undefined)
  }

  return {
    changed,
    flush,
    resume: (id) => {
      held = id
    },
  }
}
