/** Files, handles and pickers as a browser gives them, with users and disks that do as a test says. */
import type { FileHandle } from '../../../src/app/browser/file-handle.ts'
import type { FilePickers } from '../../../src/app/browser/file-pickers.ts'

export interface FakeFile extends FileHandle {
  content: string | Uint8Array<ArrayBuffer>
  /** Whether the file is still where it was. */
  exists: boolean
  permission: { read: PermissionState; readwrite: PermissionState }
  /** What the user answers when asked. */
  answer: PermissionState
  /** Permissions that were asked for. */
  readonly asked: string[]
  /** The name of the error that writing fails with, if any. */
  failure: string | undefined
  /** Streams that are open now, and the most that ever were. */
  open: number
  mostOpen: number
}

export function fakeFile(name: string, content: string | Uint8Array<ArrayBuffer> = ''): FakeFile {
  const assertExists = () => {
    if (!file.exists) throw new DOMException('A requested file could not be found', 'NotFoundError')
  }
  const file: FakeFile = {
    kind: 'file',
    name,
    content,
    exists: true,
    permission: { read: 'granted', readwrite: 'granted' },
    answer: 'granted',
    asked: [],
    failure: undefined,
    open: 0,
    mostOpen: 0,
    getFile: async () => {
      assertExists()
      return new File([file.content], name)
    },
    createWritable: async () => {
      assertExists()
      if (file.permission.readwrite !== 'granted') throw new DOMException('not allowed', 'NotAllowedError')
      file.open += 1
      file.mostOpen = Math.max(file.mostOpen, file.open)
      let written = ''
      return {
        write: async (part) => {
          if (file.failure !== undefined) throw new DOMException('the disk says no', file.failure)
          written += typeof part === 'string' ? part : await part.text()
        },
        close: async () => {
          file.open -= 1
          file.content = written
        },
        abort: async () => {
          file.open -= 1
        },
      }
    },
    isSameEntry: async (other) => other === file,
    queryPermission: async ({ mode }) => file.permission[mode],
    requestPermission: async ({ mode }) => {
      file.asked.push(mode)
      file.permission[mode] = file.answer
      return file.answer
    },
  }
  return file
}

export interface FakePickers extends FilePickers {
  /** What happened, in order. */
  readonly log: string[]
  readonly downloads: { readonly name: string; readonly content: Blob }[]
}

/** Pickers of a browser with handles; picking nothing is cancelling, picking an error is the browser's no. */
export function handlePickers(picked: FakeFile | DOMException | undefined): FakePickers {
  const log: string[] = []
  const pick = (): Promise<FileHandle> => {
    if (picked instanceof DOMException) return Promise.reject(picked)
    return picked
      ? Promise.resolve(picked)
      : Promise.reject(new DOMException('The user aborted a request.', 'AbortError'))
  }
  return {
    log,
    downloads: [],
    open: (type) => {
      log.push(`open ${type.description}`)
      return pick()
    },
    save: (_type, suggestedName) => {
      log.push(`save ${suggestedName}`)
      return pick()
    },
    choose: () => Promise.reject(new Error('an input was used although there are handles')),
    download: () => {
      throw new Error('a download was made although there are handles')
    },
  }
}

/** Pickers of a browser without handles. */
export function plainPickers(chosen?: File): FakePickers {
  const downloads: { readonly name: string; readonly content: Blob }[] = []
  return {
    log: [],
    downloads,
    choose: () => Promise.resolve(chosen),
    download: (name, content) => void downloads.push({ name, content }),
  }
}
