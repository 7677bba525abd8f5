/**
 * What can go wrong with the browser's storage: one closed list, and one place that makes the sentences.
 * While any of these lasts, what is on the screen is in no safe place, so each sentence ends in a file.
 */

export type StorageError =
  /** The browser gives no more room. */
  | { readonly kind: 'full' }
  /** Storage is switched off, as in some private windows or with cookies blocked. */
  | { readonly kind: 'blocked' }
  /** No answer for several seconds. */
  | { readonly kind: 'stalled' }
  /** Reading back gave something else than was written. */
  | { readonly kind: 'notKept' }
  /** What is kept has a shape this program does not know. */
  | { readonly kind: 'unreadable' }
  /** Anything else; `detail` is what the browser said. */
  | { readonly kind: 'failed'; readonly detail: string }

/** The sentence for the user: what happened, and a way out. */
export function explainStorageError(error: StorageError): string {
  switch (error.kind) {
    case 'full':
      return 'Your work is not being kept: the browser has no room left. Save it to a file now, then free some space.'
    case 'blocked':
      return 'Your work is not being kept: this browser does not let pages store anything. Save it to a file, or allow site data for this page.'
    case 'stalled':
      return 'Your work is not being kept: the browser’s storage does not answer. Save it to a file, then close other tabs of this page or restart the browser.'
    case 'notKept':
      return 'Your work is not being kept: what was stored came back different, perhaps from another tab with the same map. Save it to a file and keep only one tab open.'
    case 'unreadable':
      return 'The work kept in this browser cannot be read by this version of the program. Reload the page to get the newest version, or open your last saved file.'
    case 'failed':
      return `The browser’s storage failed (${error.detail}). Save your work to a file, then reload the page.`
  }
}

/** The error behind something the browser threw while storage was used. */
export function toStorageError(thrown: unknown): StorageError {
  const { name, message } = thrown instanceof Error ? thrown : { name: '', message: String(thrown) }
  switch (name) {
    case 'QuotaExceededError':
      return { kind: 'full' }
    case 'SecurityError':
    case 'ReferenceError':
      return { kind: 'blocked' }
    default:
      return { kind: 'failed', detail: message || name }
  }
}
