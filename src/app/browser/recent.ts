/**
 * The files worked on last, newest first, at most ten. Where the browser gives handles, an entry leads to
 * the file itself; elsewhere it holds the text as it was last opened or saved, up to two megabytes. An
 * entry whose file has gone says so when it is opened and stays until it is removed.
 */
import * as v from 'valibot'
import type { Result } from '../../model/result.ts'
import type { Clock } from './clock.ts'
import { toFileError, type FileError } from './file-error.ts'
import { isFileHandle, type DocumentFile, type FileHandle } from './file-handle.ts'
import type { Files, OpenedFile } from './files.ts'
import type { KeyValueStore } from './key-value-store.ts'
import { toStorageError, type StorageError } from './storage-error.ts'

export interface RecentFile {
  readonly id: string
  /** The file's name. */
  readonly name: string
  /** The document's title when it was last opened or saved. */
  readonly title: string
  /** When that was, in milliseconds since 1970. */
  readonly time: number
}

export interface RecentFiles {
  readonly list: () => Promise<Result<readonly RecentFile[], StorageError>>
  /**
   * Puts a file that was just opened or saved at the head of the list, once. A document without a handle
   * and too long to keep is left out: the entry would lead nowhere.
   */
  readonly add: (file: DocumentFile, document: RecentDocument) => Promise<Result<void, StorageError>>
  /** Reads the file again. Call it in the user's gesture: permission may have to be asked for. */
  readonly open: (id: string) => Promise<Result<OpenedFile, FileError>>
  readonly remove: (id: string) => Promise<Result<void, StorageError>>
}

export interface RecentDocument {
  readonly title: string
  readonly text: string
}

/** Entries kept. */
export const maxRecent = 10
/** The longest text kept for an entry without a handle, in UTF-16 units. */
export const maxRecentLength = 2_000_000

interface RecentOptions {
  readonly store: KeyValueStore
  readonly files: Pick<Files, 'read'>
  readonly clock: Clock
  readonly newId: () => string
}

const entrySchema = v.object({
  id: v.string(),
  name: v.string(),
  title: v.string(),
  time: v.number(),
  handle: v.optional(v.custom<FileHandle>(isFileHandle)),
})

type Entry = v.InferOutput<typeof entrySchema>

const entryKey = (id: string) => `recent/${id}`
const textKey = (id: string) => `recent-text/${id}`
const keysOf = ({ id }: Pick<Entry, 'id'>) => [entryKey(id), textKey(id)]

/** The list of recent files in this store. */
export function createRecentFiles({ store, files, clock, newId }: RecentOptions): RecentFiles {
  const entries = async (): Promise<readonly Entry[]> => {
    const records = await store.list(entryKey(''))
    return records
      .flatMap((record) => {
        const parsed = v.safeParse(entrySchema, record)
        return parsed.success ? [parsed.output] : []
      })
      .sort((first, second) => second.time - first.time)
  }

  const add = async ({ name, handle }: DocumentFile, { title, text }: RecentDocument) => {
    if (!handle && text.length > maxRecentLength) return
    const others = await entries()
    const same = await Promise.all(others.map((entry) => isSameFile(entry, { name, title, handle })))
    const id = others[same.indexOf(true)]?.id ?? newId()
    const kept = others.filter((_, index) => !same[index]).slice(0, maxRecent - 1)
    const entry: Entry = { id, name, title, time: clock.now(), ...(handle ? { handle } : {}) }
    await store.write({
      put: [[entryKey(entry.id), entry], ...(handle ? [] : [[textKey(entry.id), text] as const])],
      remove: others.filter((other) => !kept.includes(other)).flatMap(keysOf),
    })
  }

  const open = async (id: string): Promise<Result<OpenedFile, FileError>> => {
    let entry: Entry | undefined
    try {
      const parsed = v.safeParse(entrySchema, await store.read(entryKey(id)))
      entry = parsed.success ? parsed.output : undefined
      if (entry?.handle) return await files.read(entry.handle)
      const text = entry && (await store.read(textKey(id)))
      if (entry && typeof text === 'string') {
        const bytes = new TextEncoder().encode(text)
        return { ok: true, value: { file: { name: entry.name }, bytes, text } }
      }
      return { ok: false, error: { kind: 'gone', name: entry?.name ?? 'The file' } }
    } catch (thrown) {
      return { ok: false, error: toFileError(thrown, entry?.name ?? 'The file', 'read') }
    }
  }

  return {
    list: () =>
      guarded(async () => (await entries()).map(({ id, name, title, time }) => ({ id, name, title, time }))),
    add: (file, document) => guarded(() => add(file, document)),
    open,
    remove: (id) => guarded(() => store.write({ remove: keysOf({ id }) })),
  }
}

async function isSameFile(
  entry: Entry,
  file: { readonly name: string; readonly title: string; readonly handle: FileHandle | undefined },
): Promise<boolean> {
  if (!entry.handle || !file.handle) {
    return !entry.handle && !file.handle && entry.name === file.name && entry.title === file.title
  }
  return entry.handle.isSameEntry(file.handle)
}

async function guarded<T>(run: () => Promise<T>): Promise<Result<T, StorageError>> {
  try {
    return { ok: true, value: await run() }
  } catch (thrown) {
    return { ok: false, error: toStorageError(thrown) }
  }
}
