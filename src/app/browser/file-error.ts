/**
 * What can go wrong with a file because the world is as it is: one closed list, and one place that makes
 * the sentences. Each sentence says what happened and what the user can do. Cancelling a picker is not
 * among them.
 */

import { defaultLimits } from '../../formats/json/limits.ts'

/** The largest file that is read, in bytes: what the reader takes, checked before a single byte is read. */
export const maxFileBytes = defaultLimits.bytes

type Problem =
  /** The user or the browser did not allow it. */
  | { readonly kind: 'refused'; readonly to: 'read' | 'write' }
  /** Moved, renamed or deleted since we were given it. */
  | { readonly kind: 'gone' }
  | { readonly kind: 'full' }
  | { readonly kind: 'tooLarge'; readonly bytes: number }
  /** Not UTF-8: guessing another encoding would mend it silently. */
  | { readonly kind: 'notText' }
  /** Another program wrote it since we last read or wrote it; nothing was overwritten. */
  | { readonly kind: 'changedOutside' }
  /** Several files were dropped at once. */
  | { readonly kind: 'several'; readonly count: number }
  | { readonly kind: 'folder' }
  /** Anything else; `detail` is what the browser said. */
  | { readonly kind: 'failed'; readonly to: 'read' | 'write'; readonly detail: string }

export type FileError = Problem & { readonly name: string }

/** The sentence for the user: what happened, and a way out. */
export function explainFileError(error: FileError): string {
  const file = `“${error.name}”`
  switch (error.kind) {
    case 'refused':
      return error.to === 'read'
        ? `The browser was not allowed to read ${file}. Open it again and allow it, or drop the file on the window.`
        : `The browser was not allowed to write to ${file}. Save again and allow it, or choose Save as.`
    case 'gone':
      return `${file} is no longer where it was: it was moved, renamed or deleted. Choose Save as to write it anew, or Open to find it.`
    case 'full':
      return `There is no room left for ${file}. Free some space and save again, or choose Save as and another place.`
    case 'tooLarge':
      return `${file} has ${inMegabytes(error.bytes)} MB; files up to ${inMegabytes(maxFileBytes)} MB can be opened. Split it into several maps.`
    case 'notText':
      return `${file} is not UTF-8 text, so it cannot be an argument graph. Open it in a text editor and save it as UTF-8, or choose another file.`
    case 'changedOutside':
      return `${file} was changed by another program since it was opened here, so it was not overwritten. Choose Save as to keep both, or overwrite it.`
    case 'several':
      return `${error.count} files came at once. Drop them one at a time.`
    case 'folder':
      return `${file} is a folder. Drop the file inside it instead.`
    case 'failed':
      return error.to === 'read'
        ? `${file} could not be read (${error.detail}). Try again, or copy it to another place and open it there.`
        : `${file} could not be written (${error.detail}). Try again, or choose Save as and another place.`
  }
}

/** The error behind something the browser threw while a file was read or written. */
export function toFileError(thrown: unknown, name: string, to: 'read' | 'write'): FileError {
  switch (thrown instanceof Error ? thrown.name : '') {
    case 'NotAllowedError':
    case 'SecurityError':
      return { kind: 'refused', to, name }
    case 'NotFoundError':
      return { kind: 'gone', name }
    case 'QuotaExceededError':
      return { kind: 'full', name }
    default:
      return { kind: 'failed', to, detail: thrown instanceof Error ? thrown.message : String(thrown), name }
  }
}

/** Whether the browser threw this because the user closed a picker without choosing. */
export function isCancelled(thrown: unknown): boolean {
  return thrown instanceof Error && thrown.name === 'AbortError'
}

function inMegabytes(bytes: number): string {
  const megabytes = bytes / 2 ** 20
  return Number.isInteger(megabytes) ? String(megabytes) : (Math.ceil(megabytes * 10) / 10).toFixed(1)
}
