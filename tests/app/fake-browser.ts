/**
 * A browser for the application without one: storage in memory, a clock that a test moves, pickers that
 * pick what a test says, a layout that answers at once unless it is held. Autosave, files and recent files
 * are the real ones on top of these. Handing the storage on to another fake browser is a restart.
 */
import { readFile } from 'node:fs/promises'
import { createApplication, type Application, type CanvasPort } from '../../src/app/application.ts'
import { createAutosave } from '../../src/app/browser/autosave.ts'
import type { ClipboardHost } from '../../src/app/browser/clipboard.ts'
import type { ConversionMessage, ConversionTask } from '../../src/app/browser/conversion-client.ts'
import { createConverter } from '../../src/app/browser/converter.ts'
import { createFiles } from '../../src/app/browser/files.ts'
import { listWork } from '../../src/app/browser/kept-work.ts'
import { createLoadGuard } from '../../src/app/browser/load-guard.ts'
import { createLocalStore } from '../../src/app/browser/local-store.ts'
import { loadSettings, saveSettings } from '../../src/app/browser/settings.ts'
import type { AnalysisStage } from '../../src/app/browser/analysis-client.ts'
import type { Browser } from '../../src/app/browser-ports.ts'
import type { Suppositions } from '../../src/editor/edits/what-if.ts'
import { evaluate } from '../../src/reasoning/evaluate.ts'
import { toArrays } from '../../src/reasoning/evaluation-arrays.ts'
import type { ArgumentGraph } from '../../src/model/graph.ts'
import { exportResourcesAt } from '../support/export-resources.ts'
import { createFakeClock, type FakeClock } from './browser/fake-clock.ts'
import { plainPickers, type FakePickers } from './browser/fake-files.ts'
import { fakeLocalStorage } from './browser/fake-local-storage.ts'
import { createFakeStore, type FakeStore } from './browser/fake-store.ts'
import { sceneOf } from './fake-scene.ts'

/** What outlives the page. */
export interface FakeStorage {
  readonly clock: FakeClock
  readonly store: FakeStore
  readonly local: Storage
}

export interface FakeBrowser extends Browser {
  readonly clock: FakeClock
  readonly store: FakeStore
  readonly storage: FakeStorage
  /** Whether leaving the page would be asked about. */
  readonly isGuarding: () => boolean
  /** As if the page was hidden or closed. */
  readonly leave: () => void
  /** Pages that were printed. */
  readonly printed: readonly string[]
  /** What the page's address has after #, as somebody types it there. */
  readonly visit: (fragment: string) => void
  readonly layouts: FakeLayouts
  readonly analyses: FakeAnalyses
}

interface FakeLayouts {
  /** Graphs of which a scene was asked for, oldest first. */
  readonly asked: ArgumentGraph[]
  /** Whether answers wait for `answer` or `fail`. */
  held: boolean
  cancelled: number
  /** Answers the newest request that is waiting, or with the scene of this graph. */
  readonly answer: (of?: ArgumentGraph) => void
  readonly fail: (message: string) => void
}

interface FakeAnalyses {
  /** Graphs that were to be evaluated, oldest first. */
  readonly asked: ArgumentGraph[]
  /** Whether answers wait. */
  held: boolean
  readonly tell: (stage: AnalysisStage) => void
  readonly answer: () => void
  readonly fail: (message: string) => void
}

interface FakeBrowserOptions {
  readonly storage?: FakeStorage
  readonly pickers?: FakePickers
  readonly clipboard?: ClipboardHost
  readonly platform?: Browser['platform']
  readonly isWide?: boolean
  readonly hasRoomForTwo?: boolean
  readonly userAgent?: string
  /** What the page's address has after #. */
  readonly fragment?: string
}

function createFakeStorage(): FakeStorage {
  const clock = createFakeClock()
  return { clock, store: createFakeStore(clock), local: fakeLocalStorage() }
}

function createFakeBrowser(options: FakeBrowserOptions = {}): FakeBrowser {
  const { storage = createFakeStorage(), pickers = plainPickers(), platform = 'other' } = options
  const { clock, store } = storage
  const local = createLocalStore(() => storage.local)
  let isGuarding = false
  const printed: string[] = []
  let fragment = options.fragment ?? ''
  let onFragment = () => {}
  let onLeaving = () => {}
  let answerTo: Parameters<Browser['layout']>[0] | undefined
  let waiting: ArgumentGraph | undefined
  const layouts: FakeLayouts = {
    asked: [],
    held: false,
    cancelled: 0,
    answer: (graph = waiting) => {
      waiting = undefined
      if (graph) answerTo?.onScene(sceneOf(graph), graph)
    },
    fail: (message) => {
      waiting = undefined
      answerTo?.onError?.({ kind: 'failed', message })
    },
  }
  let analysis: Parameters<Browser['analysis']>[0] | undefined
  let question: { graph: ArgumentGraph; supposition: Suppositions | undefined } | undefined
  const tell = (stage: AnalysisStage) => {
    if (question) analysis?.onStage(stage, question.graph, question.supposition)
  }
  const analyses: FakeAnalyses = {
    asked: [],
    held: false,
    tell,
    answer: () => {
      if (!question) return
      const { graph, supposition } = question
      const options = supposition && {
        doubted: supposition.doubted,
        supposedRatings: supposition.ratings,
      }
      tell({
        stage: 'evaluation',
        evaluation: toArrays(evaluate(graph)),
        openQuestions: {},
        ...(options ? { supposed: toArrays(evaluate(graph, options)) } : {}),
      })
    },
    fail: (message) => analysis?.onError?.(message),
  }
  return {
    clock,
    analyses,
    analysis: (rest) => {
      analysis = rest
      return {
        request: (graph, supposition) => {
          analyses.asked.push(graph)
          question = { graph, supposition }
          if (!analyses.held) analyses.answer()
        },
        close: () => {
          question = undefined
        },
      }
    },
    hasRoomForTwo: () => options.hasRoomForTwo ?? true,
    store,
    storage,
    pickers,
    layouts,
    files: createFiles(pickers),
    clipboard: options.clipboard ?? {},
    leaveGuard: {
      set: (changed) => {
        isGuarding = changed
      },
    },
    isGuarding: () => isGuarding,
    loadGuard: createLoadGuard(local),
    settings: { load: () => loadSettings(local), save: (changes) => void saveSettings(local, changes) },
    autosave: (rest) => createAutosave({ store, clock, ...rest }),
    meanwhile: (steps) => {
      while (!steps.next().done);
    },
    keptWork: () => listWork(store),
    layout: (rest) => {
      answerTo = rest
      return {
        request: (graph) => {
          layouts.asked.push(graph)
          waiting = graph
          if (!layouts.held) layouts.answer()
        },
        cancel: () => {
          waiting = undefined
          layouts.cancelled += 1
        },
        close: () => {
          waiting = undefined
        },
      }
    },
    onLeaving: (run) => {
      onLeaving = run
    },
    leave: () => onLeaving(),
    watchDark: () => {},
    isDark: () => false,
    wantsContrast: () => false,
    isWide: () => options.isWide ?? true,
    platform,
    userAgent: options.userAgent ?? 'Mozilla/5.0 Chrome/140.0 Safari/537.36',
    conversions: () => {
      const converter = createConverter(exportResourcesAt)
      // What the converter answers to each task is what the client promises for it.
      return {
        run: (task: ConversionTask, asks: ConversionMessage['asks']) => converter.run({ task, asks }),
        cancel: () => {},
      }
    },
    address: {
      fragment: () => fragment,
      with: (other) => `https://counterpoint.example/${other}`,
      clear: () => {
        fragment = ''
      },
      onChange: (run) => {
        onFragment = run
      },
    },
    visit: (other) => {
      fragment = other
      onFragment()
    },
    printPages: async (pages) => {
      printed.push(...pages)
    },
    printed,
  }
}

/** The application in such a browser. */
export function startApplication(options: FakeBrowserOptions = {}): {
  readonly application: Application
  readonly browser: FakeBrowser
} {
  const browser = createFakeBrowser(options)
  return { browser, application: createApplication(browser) }
}

/** What the page's own globals are to the application: frames come at once, starting points are read from disk. */
export const fakeGlobals = {
  requestAnimationFrame: (run: (time: number) => void) => {
    run(0)
    return 0
  },
  fetch: async (address: string) => new Response(await readFile(address.replace(/^.*(?=graphs\/)/, ''))),
}

/** A mounted canvas that only writes down what it is asked: "reveal c1", "zoom all", "focus". */
export function fakeCanvas(): { readonly port: CanvasPort; readonly asked: string[] } {
  const asked: string[] = []
  return {
    asked,
    port: {
      zoom: (to) => asked.push(`zoom ${to}`),
      reveal: (id) => asked.push(`reveal ${id}`),
      frame: (ids) => asked.push(`frame ${ids.join(' ')}`),
      focus: () => asked.push('focus'),
    },
  }
}
