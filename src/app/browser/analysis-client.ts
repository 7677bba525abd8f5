/**
 * Asks the analysis worker what follows from a document. The worker holds a copy of it, so that an edit
 * sends only what it touched. Answers come in stages, the quick ones first; only those to the newest request
 * are told. A worker that is lost in an outdated question for long is stopped and gets the whole document
 * again. The page's main thread never evaluates anything itself.
 */
import { changesBetween, type GraphChanges } from '../../model/changes.ts'
import { emptyGraph, type ArgumentGraph, type ElementId } from '../../model/graph.ts'
import type { Suppositions } from '../../editor/edits/what-if.ts'
import type { EvaluationArrays } from '../../reasoning/evaluation-arrays.ts'
import type { Finding } from '../../reasoning/problems/finding.ts'
import type { Sensitivity } from '../../reasoning/sensitivity/sensitivity.ts'
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

/** What the worker sends back; `done` after the last stage. */
export type AnalysisAnswer =
  | { readonly request: number; readonly stage: AnalysisStage }
  | { readonly request: number; readonly done: true }
  | { readonly request: number; readonly error: string }

export interface AnalysisClientOptions {
  /** Something has been found out of this document, under this supposition. */
  readonly onStage: (stage: AnalysisStage, graph: ArgumentGraph, supposition?: Suppositions) => void
  /** The message goes on after "The argument could not be evaluated:". */
  readonly onError?: (message: string) => void
  /** Makes a worker; for tests. */
  readonly createWorker?: () => Worker
  /** ms since some start; for tests. */
  readonly now?: () => number
}

export interface AnalysisClient {
  /** Asks for everything about a document; answers to earlier requests are dropped. */
  request(graph: ArgumentGraph, supposition?: Suppositions): void
  close(): void
}

/** A worker that has not said anything for so long, in ms, is stopped when something newer is asked. */
const patience = 2000

interface Asked {
  readonly request: number
  readonly graph: ArgumentGraph
  readonly supposition: Suppositions | undefined
}

/** A client whose worker starts with the first request: the map is there before it is evaluated. */
export function createAnalysisClient(options: AnalysisClientOptions): AnalysisClient {
  const { createWorker = () => startWorker(workerUrl, 'analysis'), now = () => performance.now() } = options
  let worker: Worker | undefined
  /** The document as the worker has it. */
  let mirrored = emptyGraph()
  let asked: Asked | undefined
  let isDone = true
  let heard = 0
  let count = 0

  const stop = () => {
    worker?.terminate()
    worker = undefined
    mirrored = emptyGraph()
    isDone = true
  }
  const fail = (message: string) => {
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
    if (!asked || answer.request !== asked.request) return
    heard = now()
    if ('stage' in answer) options.onStage(answer.stage, asked.graph, asked.supposition)
    else if ('error' in answer) fail(answer.error)
    else isDone = true
  }
  return {
    request(graph, supposition) {
      if (!isDone && now() - heard > patience) stop()
      const running = worker ?? start()
      if (!running) return
      count += 1
      asked = { request: count, graph, supposition }
      if (isDone) heard = now()
      isDone = false
      const message: AnalysisRequest = {
        request: count,
        changes: changesBetween(mirrored, graph),
        supposition,
      }
      mirrored = graph
      running.postMessage(message)
    },
    close: stop,
  }
}
