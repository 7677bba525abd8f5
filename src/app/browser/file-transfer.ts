/** Reading the file that was dropped on the window or pasted, with its handle where the browser gives one. */
import type { Result } from '../../model/result.ts'
import type { FileError } from './file-error.ts'
import type { FileHandle } from './file-handle.ts'
import type { Files, OpenedFile } from './files.ts'

/** The parts of a DataTransfer that are used. */
export interface FileTransfer {
  readonly items: ArrayLike<FileTransferItem>
}

interface FileTransferItem {
  readonly kind: string
  getAsFile(): File | null
  getAsFileSystemHandle?(): Promise<FileHandle | { readonly kind: 'directory'; readonly name: string } | null>
}

/**
 * Reads the one file that was dropped or pasted; undefined when there is none among what came. Call it in
 * the event itself: what was dropped is out of reach afterwards.
 */
export async function readTransfer(
  files: Files,
  transfer: FileTransfer,
): Promise<Result<OpenedFile, FileError> | undefined> {
  const items = Array.from(transfer.items).filter((item) => item.kind === 'file')
  const [item] = items
  if (!item) return undefined
  // Both are asked for before the first await: the items are emptied when the event is over.
  const file = item.getAsFile()
  const handle = await item.getAsFileSystemHandle?.().catch(() => null)
  const name = handle?.name ?? file?.name ?? 'The file'
  if (items.length > 1) return { ok: false, error: { kind: 'several', count: items.length, name } }
  if (handle?.kind === 'directory') return { ok: false, error: { kind: 'folder', name } }
  if (handle) return files.read(handle)
  if (file) return files.readFile(file)
  return {
    ok: false,
    error: { kind: 'failed', to: 'read', detail: 'the browser did not hand it over', name },
  }
}
