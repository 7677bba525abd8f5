/**
 * Asks the analysis worker what follows from a document. The worker holds a copy of it, so that an edit
 * sends only what it touched. Answers come in stages, the quick ones first; only those to the newest request
 * are told. A worker that is lost in an outdated question for long is replaced by one that gets the whole
 * document again. The page's main thread never evaluates anything itself.
 */
import { changesBetween, type GraphChanges } from '../../model/changes.ts'
import { emptyGraph, type ArgumentGraph, type ElementId } from '../../model/graph.ts'
import type { Suppositions } from '../../editor/edits/what-if.ts'
import type { EvaluationArrays } from '../../reasoning/evaluation-arrays.ts'
import type { Finding } from '../../reasoning/problems/finding.ts'
import type { Sensitivity } from '../../reasoning/sensitivity/sensitivity.ts'
import { systemClock, type Clock } from './clock.ts'
import { startWorker } from './start-worker.ts'
// oxlint-disable-next-line import/default -- this module is made by the bundler
import workerUrl from './analysis-worker.ts?worker&url'

/** What the worker is sent. */
export interface AnalysisRequest {
  readonly request: number
  /** From the document of the request before; from an empty one at first. */
  readonly changes: GraphChanges
  readonly supposition?: Suppositions | undefined
}

/** What is found out of a document, in the order in which it comes. */
export type AnalysisStage =
  | {
      readonly stage: 'evaluation'
      readonly evaluation: EvaluationArrays
      /** The evaluation under the supposition of the request, if it had one. */
      readonly supposed?: EvaluationArrays
      /** How many critical questions are open, by relation or recommendation. */
      readonly openQuestions: Readonly<Record<ElementId, number>>
    }
  | { readonly stage: 'findings'; readonly findings: readonly Finding[]; readonly muted: readonly Finding[] }
  | { readonly stage: 'sensitivity'; readonly sensitivity: Sensitivity }

/**
 * What the worker sends back; `ready` once, when it has loaded, `done` after the last stage, `working` now and
 * then when a stage takes long.
 */
export type AnalysisAnswer =
  | { readonly ready: true }
  | { readonly request: number; readonly stage: AnalysisStage }
  | { readonly request: number; readonly working: true }
  | { readonly request: number; readonly done: true }
  | { readonly request: number; readonly error: string }

export interface AnalysisClientOptions {
  /** Something has been found out of this document, under this supposition. */
  readonly onStage: (stage: AnalysisStage, graph: ArgumentGraph, supposition?: Suppositions) => void
  /** The message goes on after "The argument could not be evaluated:". */
  readonly onError?: (message: string) => void
  /** Makes a worker; for tests. */
  readonly createWorker?: () => Worker
  /** The clock; for tests. */
  readonly clock?: Clock
}

export interface AnalysisClient {
  /** Asks for everything about a document; answers to earlier requests are dropped. */
  request(graph: ArgumentGraph, supposition?: Suppositions): void
  close(): void
}

/** A worker with something newer to do that has not said anything for so long, in ms, is stopped. */
const patience = 2000

interface Asked {
  readonly request: number
  readonly graph: ArgumentGraph
  readonly supposition: Suppositions | undefined
}

/** A client whose worker starts with the first request: the map is there before it is evaluated. */
export function createAnalysisClient(options: AnalysisClientOptions): AnalysisClient {
  const { createWorker = () => startWorker(workerUrl, 'analysis'), clock = systemClock } = options
  let worker: Worker | undefined
  /** The document as the worker has it. */
  let mirrored = emptyGraph()
  let asked: Asked | undefined
  let isReady = false
  let isDone = true
  /** When the worker has said something last. */
  let heard = 0
  let count = 0
  let stopWatching: (() => void) | undefined

  const calm = () => {
    stopWatching?.()
    stopWatching = undefined
  }
  const stop = () => {
    calm()
    worker?.terminate()
    worker = undefined
    isReady = false
    mirrored = emptyGraph()
    isDone = true
  }
  const fail = (message: string) => {
    calm()
    isDone = true
    options.onError?.(message)
  }
  const start = (): Worker | undefined => {
    try {
      worker = createWorker()
    } catch (error) {
      fail(`its worker could not be started (${String(error)}). Reload the page to try again.`)
      return undefined
    }
    worker.onmessage = ({ data }: MessageEvent<AnalysisAnswer>) => receive(data)
    worker.onerror = (event) => {
      event.preventDefault()
      stop()
      fail(`its worker stopped (${event.message || 'it could not be loaded'}). Reload the page to try again.`)
    }
    return worker
  }
  const receive = (answer: AnalysisAnswer) => {
    heard = clock.now()
    if ('ready' in answer) isReady = true
    else if (answer.request === asked?.request) take(answer, asked)
  }
  const take = (answer: Exclude<AnalysisAnswer, { ready: true }>, asked: Asked) => {
    calm()
    if ('stage' in answer) options.onStage(answer.stage, asked.graph, asked.supposition)
    else if ('error' in answer) fail(answer.error)
    else if ('done' in answer) isDone = true
  }
  /** Sees to it that a worker which does not come to hear the newest request is replaced. */
  const watch = () => {
    stopWatching = clock.after(patience - (clock.now() - heard), () => {
      stopWatching = undefined
      // One that is still loading is waited for: the next would have to load again.
      if (!isReady) heard = clock.now()
      if (clock.now() - heard < patience) return watch()
      stop()
      ask()
    })
  }
  const ask = () => {
    const running = worker ?? start()
    if (!running || !asked) return
    const { request, graph, supposition } = asked
    isDone = false
    const changes = changesBetween(mirrored, graph)
    mirrored = graph
    running.postMessage({ request, changes, supposition } satisfies AnalysisRequest)
  }
  return {
    request(graph, supposition) {
      count += 1
      asked = { request: count, graph, supposition }
      const isBusy = !isDone
      if (!isBusy) heard = clock.now()
      ask()
      if (isBusy && worker && !stopWatching) watch()
    },
    close: stop,
  }
}
