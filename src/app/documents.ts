/**
 * Documents coming and going: first opening, files, dropped and pasted ones, starting points, recent
 * files, autosave and restoring. What was open stays open until something else has been read as a whole.
 */
import { emptyGraph, type ArgumentGraph } from '../model/graph.ts'
import { explain } from '../formats/json/open-error.ts'
import { readGraph } from '../formats/json/read.ts'
import { prepareToWrite, writeGraph } from '../formats/json/write.ts'
import { freezeSteps } from '../editor/freeze-steps.ts'
import { createState, isChanged, markSaved } from '../editor/state.ts'
import type { Found } from './app-state.ts'
import type { Application } from './application.ts'
import { explainFileError, type FileError } from './browser/file-error.ts'
import type { DocumentFile } from './browser/file-handle.ts'
import { fileNameFor } from './browser/file-name.ts'
import { readTransfer, type FileTransfer } from './browser/file-transfer.ts'
import { anyMapFile, graphFile, type OpenedFile } from './browser/files.ts'
import type { KeptWork } from './browser/kept-work.ts'
import { mayHoldMap } from './browser/page-address.ts'
import { createRecentFiles, type RecentFile } from './browser/recent.ts'
import { explainStorageError } from './browser/storage-error.ts'
import type { Incoming } from './incoming.ts'
import { isOwnDocument } from './own-document.ts'
import { fetchStartingPoint } from './starting-points.ts'
import type { Result } from '../model/result.ts'

export interface Documents {
  /** What is seen first: the work kept from the last visit, else the paper's graph. */
  readonly begin: () => Promise<void>
  readonly open: () => Promise<void>
  readonly openDropped: (transfer: FileTransfer) => Promise<void>
  /** Opens a document that comes as text and is in no file; `name` is what messages call it. */
  readonly openText: (text: string, name: string) => void
  /** Reads a file that is to be added to the open map, if the user then wants that. */
  readonly importFile: () => Promise<void>
  /** Reads text of another format; `adds` when it is to be added to the open map. */
  readonly importText: (text: string, name: string, adds: boolean) => void
  /** Takes in what was read from another format, with these of its offers; false when that failed. */
  readonly takeFound: (found: Found, offers: readonly string[], adds: boolean) => Promise<boolean>
  readonly openRepaired: (graph: ArgumentGraph, name: string) => void
  readonly startFrom: (name: string) => void
  readonly listRecent: () => Promise<readonly RecentFile[]>
  readonly openRecent: (file: RecentFile) => void
  readonly forgetRecent: (file: RecentFile) => Promise<void>
  /** Saves to the document's file; false when cancelled or failed. */
  readonly save: () => Promise<boolean>
  readonly saveAs: () => Promise<boolean>
  /** Hands the document as it is to the browser's downloads. */
  readonly download: () => void
  readonly restoreKept: () => Promise<void>
  readonly downloadKept: () => Promise<void>
}

/** What the first edit and the first keeping of a document would else do at once. */
function* readySteps(graph: ArgumentGraph): Generator<undefined, void> {
  yield* freezeSteps(graph)
  yield* prepareToWrite(graph)
}

const firstGraph = 'belt-and-road'

export function createDocuments(application: Application, newId: () => string): Documents {
  const { store, browser } = application
  const recent = createRecentFiles({
    store: browser.store,
    files: browser.files,
    clock: browser.clock,
    newId,
  })
  let file: DocumentFile | undefined
  let workId = newId()
  let storageFailed = false

  const autosave = browser.autosave({
    read: () => {
      const { editor } = store.getState()
      return {
        id: workId,
        text: writeGraph(editor.graph),
        title: editor.graph.title,
        changed: isChanged(editor),
        file,
      }
    },
    onSaved: () => {
      storageFailed = false
      application.set({ kept: true })
    },
    onError: (error) => {
      application.set({ kept: false })
      if (storageFailed) return
      storageFailed = true
      application.notify({
        tone: 'error',
        text: explainStorageError(error),
        action: { label: 'Download', run: downloadDocument },
      })
    },
  })
  const unkept = () => {
    if (store.getState().kept) application.set({ kept: false })
    autosave.changed()
  }
  let isShowing = false
  store.subscribe((state, before) => {
    if (state.editor.graph !== before.editor.graph && !isShowing) unkept()
  })
  browser.onLeaving(() => void autosave.flush())

  /** Shows a document: history cleared, the whole map in view. */
  const show = (graph: ArgumentGraph, from: DocumentFile | undefined, changed = false) => {
    file = from
    const state = createState(graph)
    // What is only shown is no edit: a first visit keeps nothing.
    isShowing = true
    application.set({
      editor: changed ? { ...state, saved: emptyGraph() } : state,
      fileName: from?.name,
      scene: undefined,
      sceneGraph: undefined,
      search: undefined,
      filter: { kinds: [], sections: [] },
      filterOpen: false,
      focus: undefined,
      analysis: undefined,
      supposition: undefined,
      supposed: undefined,
      debate: false,
      kept: true,
    })
    isShowing = false
    browser.meanwhile(readySteps(graph))
  }
  /** The same, as work of its own: it takes the place of the work kept before. */
  const take = (graph: ArgumentGraph, from: DocumentFile | undefined, changed = false) => {
    workId = newId()
    show(graph, from, changed)
    unkept()
    application.announce(`Opened ${graph.title || 'untitled argument'}`)
    application.canvas()?.focus()
  }
  /** Runs it at once, or after the user has decided about unsaved changes. */
  const guarded = (proceed: () => void) => {
    if (isChanged(store.getState().editor)) application.show({ name: 'discard', proceed })
    else proceed()
  }
  /** Hands on the document in a text once it may take the open one's place, or shows what is wrong with it. */
  const read = (text: string, name: string, proceed: (graph: ArgumentGraph) => void) => {
    const result = readGraph(text)
    if (!result.ok) {
      application.show({ name: 'open-error', fileName: name, error: result.error })
      return
    }
    guarded(() => {
      application.show(undefined)
      proceed(result.value)
    })
  }
  const readFile = ({ file: from, text, bytes }: OpenedFile) => {
    if (text === undefined || !isOwnDocument(text))
      return void incoming().then((each) => each.read(bytes, from.name, false))
    read(text, from.name, (graph) => {
      take(graph, from)
      void recent.add(from, { title: graph.title, text })
    })
  }
  const readResult = (result: Result<OpenedFile, FileError> | undefined) => {
    if (!result) return
    if (result.ok) readFile(result.value)
    else application.notify({ tone: 'error', text: explainFileError(result.error) })
  }
  let incomingOnce: Promise<Incoming> | undefined
  /** Loaded with the first file that is not a document of our own. */
  const incoming = () => {
    incomingOnce ??= import('./incoming.ts').then(({ createIncoming }) =>
      createIncoming(application, (graph) => guarded(() => take(graph, undefined, true))),
    )
    return incomingOnce
  }
  const readText = (text: string, name: string, adds: boolean) =>
    void incoming().then((each) => each.read(new TextEncoder().encode(text), name, adds))
  /** The map in the page's address, if there is one; it is taken out of the address. */
  const readAddress = async (): Promise<boolean> => {
    const fragment = browser.address.fragment()
    if (!mayHoldMap(fragment)) return false
    browser.address.clear()
    return (await incoming()).readLink(fragment)
  }
  const write = async (as: boolean, overwrite = false): Promise<boolean> => {
    const { graph } = store.getState().editor
    const work = workId
    const request = {
      file,
      title: graph.title,
      type: graphFile,
      content: () => writeGraph(graph),
      overwrite,
    }
    const result = await (as ? browser.files.saveAs(request) : browser.files.save(request))
    if (!result) return false
    if (!result.ok) {
      application.notify({
        tone: 'error',
        text: explainFileError(result.error),
        ...(result.error.kind === 'changedOutside'
          ? { action: { label: 'Replace it', run: () => void write(as, true) } }
          : {}),
      })
      return false
    }
    const saved = result.value
    void recent.add(saved, { title: graph.title, text: writeGraph(graph) })
    // Another document may have been opened while this one was being written.
    if (work === workId) {
      file = saved
      application.set({ editor: markSaved(store.getState().editor, graph), fileName: saved.name })
      autosave.changed()
    }
    application.notify({
      tone: 'info',
      text: browser.files.canSaveInPlace
        ? `Saved to ${saved.name}.`
        : `Saved ${saved.name} among your downloads. In this browser every save makes a new file.`,
    })
    return true
  }
  const download = (title: string, text: string) =>
    browser.pickers.download(fileNameFor(title, '.json'), new Blob([text], { type: 'application/json' }))
  const downloadDocument = () => {
    const { graph } = store.getState().editor
    download(graph.title, writeGraph(graph))
  }
  const restore = (work: KeptWork): boolean => {
    const result = readGraph(work.text)
    if (!result.ok) {
      application.notify({
        tone: 'error',
        text: `Your last work could not be read. ${explain(result.error)}`,
      })
      return false
    }
    browser.loadGuard.begin(work.id)
    workId = work.id
    show(result.value, work.file, work.changed)
    autosave.resume(work.id)
    const stop = store.subscribe(({ scene }) => {
      if (!scene) return
      stop()
      browser.loadGuard.end()
    })
    if (work.changed) {
      application.notify({
        tone: 'info',
        text: `“${work.title || 'Untitled argument'}” is as you left it.`,
        action: { label: 'Start another map', run: () => application.show({ name: 'start' }) },
      })
    }
    return true
  }
  const newestWork = async (): Promise<KeptWork | undefined> => {
    const works = await browser.keptWork()
    if (works.ok) return works.value[0]
    application.notify({ tone: 'error', text: explainStorageError(works.error) })
    return undefined
  }
  /** A shipped graph; undefined when it cannot be had, of which the user is told. */
  const startingPoint = async (name: string): Promise<ArgumentGraph | undefined> => {
    try {
      const result = readGraph(await fetchStartingPoint(name))
      if (result.ok) return result.value
      throw new Error(explain(result.error))
    } catch (thrown) {
      application.notify({ tone: 'error', text: thrown instanceof Error ? thrown.message : String(thrown) })
      return undefined
    }
  }
  const startFrom = async (name: string) => {
    const graph = await startingPoint(name)
    // Asked only now, because it could be edited in the meantime.
    if (graph) guarded(() => take(graph, undefined))
  }

  browser.address.onChange(() => void readAddress())

  return {
    begin: async () => {
      if (mayHoldMap(browser.address.fragment()) && (await readAddress())) return
      const blank = store.getState().editor.graph
      /** What the user has opened or written before the rest had come is not taken away again. */
      const hasBegun = () => store.getState().editor.graph !== blank
      const work = await newestWork()
      if (hasBegun()) return
      if (work && browser.loadGuard.hasFailed(work.id)) {
        application.show({ name: 'restore-failed' })
        return
      }
      if (work && restore(work)) return
      const graph = await startingPoint(firstGraph)
      if (graph && !hasBegun()) show(graph, undefined)
    },
    open: async () => readResult(await browser.files.open(anyMapFile)),
    importFile: async () => {
      const result = await browser.files.open(anyMapFile)
      if (!result) return
      if (result.ok) await (await incoming()).read(result.value.bytes, result.value.file.name, true)
      else application.notify({ tone: 'error', text: explainFileError(result.error) })
    },
    importText: readText,
    takeFound: async (found, offers, adds) => (await incoming()).take(found, offers, adds),
    openDropped: async (transfer) => readResult(await readTransfer(browser.files, transfer)),
    openText: (text, name) =>
      isOwnDocument(text)
        ? read(text, name, (graph) => take(graph, undefined, true))
        : readText(text, name, false),
    openRepaired: (graph, name) =>
      // Pasted text has no file name; its title will be one.
      guarded(() => take(graph, name.endsWith(graphFile.extension) ? { name } : undefined, true)),
    startFrom: (name) => {
      application.show(undefined)
      void startFrom(name)
    },
    listRecent: async () => {
      const result = await recent.list()
      return result.ok ? result.value : []
    },
    openRecent: (entry) => {
      application.show(undefined)
      void recent.open(entry.id).then(readResult)
    },
    forgetRecent: async (entry) => void (await recent.remove(entry.id)),
    save: () => write(false),
    saveAs: () => write(true),
    download: downloadDocument,
    restoreKept: async () => {
      const work = await newestWork()
      if (work) restore(work)
    },
    downloadKept: async () => {
      const work = await newestWork()
      if (work) download(work.title, work.text)
    },
  }
}
