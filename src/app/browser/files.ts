/**
 * Opening and saving files: with handles where the browser has them, so that saving writes the file that
 * was opened, and with input and download elsewhere. Promises: the picker is called first, while the user's
 * gesture still counts, and the content is made meanwhile; a cancelled picker answers undefined, not an
 * error; nothing is read before its size is known; a file changed by another program is not overwritten
 * unasked; saves of one page never overlap. Nothing here throws because of a file: the answer is a result.
 */
import type { Result } from '../../model/result.ts'
import { isCancelled, maxFileBytes, toFileError, type FileError } from './file-error.ts'
import { fingerprintOf, isAllowed, type DocumentFile, type FileHandle } from './file-handle.ts'
import { fileNameFor } from './file-name.ts'
import type { FilePickers, FileType } from './file-pickers.ts'

/** Argument graphs as this editor writes them. */
export const graphFile: FileType = {
  description: 'Argument graph',
  mime: 'application/json',
  extension: '.json',
}

/**
 * Everything a graph can be in: its own files, pictures and pages with a map inside, other formats. Written out,
 * since a picker cannot wait for the table of formats; a test compares the two.
 */
export const anyMapFile: FileType = {
  description: 'Argument maps',
  mime: 'application/json',
  extension: '.json',
  others: {
    'image/svg+xml': ['.svg'],
    'image/png': ['.png'],
    'text/html': ['.html', '.htm'],
    'application/json': ['.aif.json', '.json', '.xaif.json', '.sadface.json'],
    'text/vnd.argdown': ['.argdown', '.ad', '.adown'],
    'text/plain': ['.txt', '.apx', '.tgf', '.af', '.md'],
    'application/xml': ['.xml'],
    'application/yaml': ['.yml', '.yaml'],
    'application/x-freemind': ['.mm'],
    'application/graphml+xml': ['.graphml'],
    'text/x-opml': ['.opml'],
  },
}

/** Sources as reference managers export them. */
export const sourcesFile: FileType = {
  description: 'Sources (CSL-JSON)',
  mime: 'application/json',
  extension: '.json',
}

/** A file's whole content, and where it came from. */
export interface OpenedFile {
  readonly file: DocumentFile
  readonly bytes: Uint8Array<ArrayBuffer>
  /** The content as text; undefined when it is not UTF-8, since guessing would mend it silently. */
  readonly text: string | undefined
}

export interface SaveRequest {
  /** The file the document was opened from or last saved to, if any. */
  readonly file?: DocumentFile | undefined
  /** Names a file that has no name yet. */
  readonly title: string
  readonly type: FileType
  /** Makes the content; called once the picker is on the screen, so it may take its time. */
  readonly content: () => string | Blob | Promise<string | Blob>
  /** The user has decided to replace what another program wrote. */
  readonly overwrite?: boolean
}

export interface Files {
  /** Whether saving writes the opened file; otherwise each save is a new file among the downloads. */
  readonly canSaveInPlace: boolean
  /** Lets the user choose a file and reads it. Call it first thing in the user's gesture. */
  readonly open: (type: FileType) => Promise<Result<OpenedFile, FileError> | undefined>
  /** Reads a file again through its handle, asking for permission where needed. */
  readonly read: (handle: FileHandle) => Promise<Result<OpenedFile, FileError>>
  /** Reads a file that comes without a handle. */
  readonly readFile: (file: File) => Promise<Result<OpenedFile, FileError>>
  /** Writes the document's file, or lets the user choose one when it has none that can be written. */
  readonly save: (request: SaveRequest) => Promise<Result<DocumentFile, FileError> | undefined>
  /** Lets the user choose where to write. Call it first thing in the user's gesture. */
  readonly saveAs: (request: SaveRequest) => Promise<Result<DocumentFile, FileError> | undefined>
}

/** Opening and saving with these pickers. */
export function createFiles(pickers: FilePickers): Files {
  /** What each file last held as far as this page knows; newer than any DocumentFile passed in. */
  const known = new WeakMap<FileHandle, string>()
  let lastSave: Promise<unknown> = Promise.resolve()

  const readFile = async (file: File, handle?: FileHandle): Promise<Result<OpenedFile, FileError>> => {
    const name = handle?.name ?? file.name
    if (file.size > maxFileBytes) return { ok: false, error: { kind: 'tooLarge', bytes: file.size, name } }
    try {
      const buffer = await file.arrayBuffer()
      const content = { bytes: new Uint8Array(buffer), text: decode(buffer) }
      if (!handle) return { ok: true, value: { file: { name }, ...content } }
      const fingerprint = await fingerprintOf(buffer)
      known.set(handle, fingerprint)
      return { ok: true, value: { file: { name, handle, fingerprint }, ...content } }
    } catch (thrown) {
      return { ok: false, error: toFileError(thrown, name, 'read') }
    }
  }

  const read = async (handle: FileHandle): Promise<Result<OpenedFile, FileError>> => {
    const { name } = handle
    try {
      if (!(await isAllowed(handle, 'read')))
        return { ok: false, error: { kind: 'refused', to: 'read', name } }
      return await readFile(await handle.getFile(), handle)
    } catch (thrown) {
      return { ok: false, error: toFileError(thrown, name, 'read') }
    }
  }

  const open = async (type: FileType) => {
    if (!pickers.open) {
      const file = await pickers.choose(type)
      return file && readFile(file)
    }
    const picked = await pick(pickers.open(type), 'the file', 'read')
    return picked && (picked.ok ? read(picked.value) : picked)
  }

  const write = async (handle: FileHandle, content: string | Blob): Promise<DocumentFile> => {
    const blob = new Blob([content])
    const stream = await handle.createWritable()
    try {
      await stream.write(blob)
      await stream.close()
    } catch (thrown) {
      // The first error is the one to report; a stream that failed may not take the abort either.
      await stream.abort().catch(() => undefined)
      throw thrown
    }
    const fingerprint = await fingerprintOf(await blob.arrayBuffer())
    known.set(handle, fingerprint)
    return { name: handle.name, handle, fingerprint }
  }

  const isChangedOutside = async (handle: FileHandle, expected: string | undefined): Promise<boolean> => {
    if (expected === undefined) return false
    const bytes = await (await handle.getFile()).arrayBuffer()
    return (await fingerprintOf(bytes)) !== expected
  }

  const saveAs = async ({ file, title, type, content }: SaveRequest) => {
    const suggestedName = file?.name ?? fileNameFor(title, type.extension)
    const picking = pickers.save?.(type, suggestedName, file?.handle)
    const making = Promise.resolve().then(content)
    if (!picking) {
      return attempt(suggestedName, async () => {
        pickers.download(suggestedName, new Blob([await making], { type: type.mime }))
        return { name: suggestedName }
      })
    }
    // When the picker is cancelled nobody waits for the content, whatever became of it.
    making.catch(() => undefined)
    const picked = await pick(picking, suggestedName, 'write')
    if (!picked?.ok) return picked
    return inTurn(() => attempt(picked.value.name, async () => write(picked.value, await making)))
  }

  const save = (request: SaveRequest) => {
    const { file, content, overwrite = false } = request
    const handle = file?.handle
    if (!handle) return saveAs(request)
    const { name } = handle
    return inTurn(async (): Promise<Result<DocumentFile, FileError>> => {
      try {
        if (!(await isAllowed(handle, 'readwrite')))
          return { ok: false, error: { kind: 'refused', to: 'write', name } }
        if (!overwrite && (await isChangedOutside(handle, known.get(handle) ?? file.fingerprint)))
          return { ok: false, error: { kind: 'changedOutside', name } }
      } catch (thrown) {
        return { ok: false, error: toFileError(thrown, name, 'write') }
      }
      return attempt(name, async () => write(handle, await content()))
    })
  }

  const inTurn = <T>(run: () => Promise<T>): Promise<T> => {
    const turn = lastSave.then(run, run)
    lastSave = turn
    return turn
  }

  return {
    canSaveInPlace: pickers.save !== undefined,
    open,
    read,
    readFile: (file) => readFile(file),
    save,
    saveAs,
  }
}

async function attempt(
  name: string,
  run: () => Promise<DocumentFile>,
): Promise<Result<DocumentFile, FileError>> {
  try {
    return { ok: true, value: await run() }
  } catch (thrown) {
    return { ok: false, error: toFileError(thrown, name, 'write') }
  }
}

async function pick(
  picking: Promise<FileHandle>,
  name: string,
  to: 'read' | 'write',
): Promise<Result<FileHandle, FileError> | undefined> {
  try {
    return { ok: true, value: await picking }
  } catch (thrown) {
    return isCancelled(thrown) ? undefined : { ok: false, error: toFileError(thrown, name, to) }
  }
}

function decode(bytes: ArrayBuffer): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    // Not UTF-8: a picture, or another encoding.
    return undefined
  }
}
