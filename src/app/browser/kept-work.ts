/**
 * The document being worked on as it is kept in the browser, so that a crash, a kill or a closed tab loses
 * nothing: its text, where it was opened from, and what was in view. One record for each document, under
 * `work/<id>`; the id is made when a document is opened or begun and stays through restarts.
 */
import * as v from 'valibot'
import type { Result } from '../../model/result.ts'
import { isFileHandle, type DocumentFile, type FileHandle } from './file-handle.ts'
import type { KeyValueStore } from './key-value-store.ts'
import { toStorageError, type StorageError } from './storage-error.ts'

export interface Work {
  readonly id: string
  /** The document as its file would hold it. */
  readonly text: string
  readonly title: string
  /** Whether it differs from its file, or has none. */
  readonly changed: boolean
  readonly file?: DocumentFile | undefined
  /** What was in view: translation in px, zoom as a factor. */
  readonly viewport?: { readonly x: number; readonly y: number; readonly zoom: number } | undefined
}

/** Work that was kept, with the time of that in milliseconds since 1970. */
export interface KeptWork extends Work {
  readonly time: number
}

const recordVersion = 1

const keptWorkSchema = v.object({
  version: v.literal(recordVersion),
  id: v.string(),
  text: v.string(),
  title: v.string(),
  changed: v.boolean(),
  time: v.number(),
  file: v.optional(
    v.object({
      name: v.string(),
      handle: v.optional(v.custom<FileHandle>(isFileHandle)),
      fingerprint: v.optional(v.string()),
    }),
  ),
  viewport: v.optional(v.object({ x: v.number(), y: v.number(), zoom: v.number() })),
})

const prefix = 'work/'

/**
 * Keeps this work, in the same step removing the work it takes the place of, and reads it back. Answers
 * whether the same came back; rejects with what the browser threw.
 */
export async function keepWork(store: KeyValueStore, work: KeptWork, replaced?: string): Promise<boolean> {
  const key = prefix + work.id
  const remove = replaced === undefined || replaced === work.id ? [] : [prefix + replaced]
  const put = (kept: KeptWork) => store.write({ put: [[key, { version: recordVersion, ...kept }]], remove })
  try {
    await put(work)
  } catch (thrown) {
    // Some browsers cannot store a handle; the work matters more, and saving will ask for the file again.
    if (!work.file?.handle || !(thrown instanceof Error) || thrown.name !== 'DataCloneError') throw thrown
    await put({ ...work, file: { name: work.file.name } })
  }
  const back = v.safeParse(keptWorkSchema, await store.read(key))
  return back.success && back.output.text === work.text && back.output.time === work.time
}

/** All kept work, newest first. Fails as unreadable when there is some and none of it can be read. */
export async function listWork(store: KeyValueStore): Promise<Result<readonly KeptWork[], StorageError>> {
  try {
    const records = await store.list(prefix)
    const works = records.flatMap((record) => {
      const parsed = v.safeParse(keptWorkSchema, record)
      return parsed.success ? [parsed.output] : []
    })
    if (records.length > 0 && works.length === 0) return { ok: false, error: { kind: 'unreadable' } }
    return { ok: true, value: works.sort((first, second) => second.time - first.time) }
  } catch (thrown) {
    return { ok: false, error: toStorageError(thrown) }
  }
}
