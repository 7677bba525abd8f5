/**
 * The browser's ways of choosing a file to read or a place to write, looked up here and nowhere else.
 * Chromium gives handles that can be written again; elsewhere an input element and a download do, and
 * `open` and `save` are absent.
 */
import type { FileHandle } from './file-handle.ts'

/** A kind of file, for pickers and downloads. */
export interface FileType {
  readonly description: string
  readonly mime: string
  /** With its dot. */
  readonly extension: string
  /** Further types that are taken when a file is opened: extensions by media type. */
  readonly others?: Readonly<Record<string, readonly string[]>>
}

export interface FilePickers {
  /** Lets the user choose a file; rejects with an AbortError when cancelled. */
  readonly open?: ((type: FileType) => Promise<FileHandle>) | undefined
  /**
   * Lets the user choose where to write; rejects with an AbortError when cancelled. Choosing an existing
   * file empties it, so it must be written afterwards.
   */
  readonly save?:
    | ((type: FileType, suggestedName: string, near?: FileHandle) => Promise<FileHandle>)
    | undefined
  /** Lets the user choose a file that can only be read; undefined when cancelled. */
  readonly choose: (type: FileType) => Promise<File | undefined>
  /** Hands the content to the browser's downloads; whether it arrives cannot be known. */
  readonly download: (name: string, content: Blob) => void
}

interface PickerOptions {
  /** Under one id the browser remembers the folder last used. */
  readonly id: string
  readonly types: readonly {
    readonly description: string
    readonly accept: Record<string, readonly string[]>
  }[]
  readonly suggestedName?: string
  readonly startIn?: FileHandle
}

/** The parts of `window` that pickers need. */
interface PickerWindow {
  readonly document: Document
  readonly showOpenFilePicker?: (options: PickerOptions) => Promise<readonly FileHandle[]>
  readonly showSaveFilePicker?: (options: PickerOptions) => Promise<FileHandle>
}

/** The pickers of this window. */
export function browserPickers(window: PickerWindow): FilePickers {
  const options = (type: FileType): PickerOptions => ({
    id: 'counterpoint',
    types: [{ description: type.description, accept: acceptedBy(type) }],
  })
  const { showOpenFilePicker: open, showSaveFilePicker: save, document } = window
  return {
    open:
      open &&
      (async (type) => {
        const [handle] = await open.call(window, options(type))
        if (!handle) throw new DOMException('no file was chosen', 'AbortError')
        return handle
      }),
    save:
      save &&
      ((type, suggestedName, near) =>
        save.call(window, { ...options(type), suggestedName, ...(near ? { startIn: near } : {}) })),
    choose: (type) => chooseWithInput(document, type),
    download: (name, content) => download(document, name, content),
  }
}

/** Extensions by media type, each once. */
function acceptedBy({ mime, extension, others = {} }: FileType): Record<string, readonly string[]> {
  const { [mime]: same = [], ...rest } = others
  return { [mime]: [...new Set([extension, ...same])], ...rest }
}

function chooseWithInput(document: Document, type: FileType): Promise<File | undefined> {
  const input = document.createElement('input')
  input.type = 'file'
  input.accept = Object.entries(acceptedBy(type)).flat(2).join()
  input.hidden = true
  return new Promise((resolve) => {
    const end = (file: File | undefined) => {
      input.remove()
      resolve(file)
    }
    input.addEventListener('change', () => end(input.files?.[0]))
    input.addEventListener('cancel', () => end(undefined))
    // In the document, because Safari drops the events of an input that nothing refers to.
    document.body.append(input)
    input.click()
  })
}

/** Long enough for any browser to have fetched the content of a download it has asked the user about. */
const downloadMs = 60_000

function download(document: Document, name: string, content: Blob): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(content)
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), downloadMs)
}
