/**
 * Files as the browser hands them out, in the few shapes used here. The File System Access API (WICG,
 * Chromium only) is not part of TypeScript's DOM types; these interfaces say exactly what is relied on,
 * and a test can stand in for each of them.
 */

/** A stream that replaces the file's content when it is closed, and leaves the file alone when aborted. */
export interface WritableFile {
  readonly write: (content: string | Blob) => Promise<void>
  readonly close: () => Promise<void>
  readonly abort: () => Promise<void>
}

type Access = 'read' | 'readwrite'

/** A file that may be read and written again later, if the user allows it. */
export interface FileHandle {
  readonly kind: 'file'
  readonly name: string
  getFile(): Promise<File>
  createWritable(): Promise<WritableFile>
  isSameEntry(other: FileHandle): Promise<boolean>
  queryPermission?(descriptor: { readonly mode: Access }): Promise<PermissionState>
  requestPermission?(descriptor: { readonly mode: Access }): Promise<PermissionState>
}

/** Where a document lives, as far as the browser lets us know. */
export interface DocumentFile {
  readonly name: string
  /** Absent in browsers without file handles: there nothing can be written back. */
  readonly handle?: FileHandle | undefined
  /** SHA-256 of the file's bytes when it was last read or written, to notice changes by other programs. */
  readonly fingerprint?: string | undefined
}

/** Whether this is a file handle; for what comes back from storage. */
export function isFileHandle(value: unknown): value is FileHandle {
  return (
    typeof value === 'object' &&
    value !== null &&
    'kind' in value &&
    value.kind === 'file' &&
    'getFile' in value
  )
}

/**
 * Whether the file may be read or written, asking the user where that has not been settled. Asking needs
 * a user gesture; without one the browser throws, and so does this.
 */
export async function isAllowed(handle: FileHandle, mode: Access): Promise<boolean> {
  if (!handle.queryPermission || !handle.requestPermission) return true
  if ((await handle.queryPermission({ mode })) === 'granted') return true
  return (await handle.requestPermission({ mode })) === 'granted'
}

/** SHA-256 in hexadecimal (FIPS 180-4). */
export async function fingerprintOf(bytes: ArrayBuffer): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
