/**
 * Asks the layout worker for scenes. Promises: only the newest request is answered; one that takes long is
 * overtaken by a newer one (its worker is stopped, because layout cannot be interrupted from within);
 * cancelling stops the work at once. The worker holds a copy of the document and the page one of the scene,
 * so that an edit sends only what it touched, there and back. The page's main thread never lays out anything
 * itself.
 */
import { changesBetween, type GraphChanges } from '../../model/changes.ts'
import { emptyGraph, type ArgumentGraph } from '../../model/graph.ts'
import type { Scene } from '../../scene/scene.ts'
import { createSceneReader, type SceneMessage } from './scene-message.ts'
import { startWorker } from './start-worker.ts'
// oxlint-disable-next-line import/default -- this module is made by the bundler
import workerUrl from './layout-worker.ts?worker&url'

/** What the worker is sent. */
export interface LayoutRequest {
  readonly request: number
  /** From the document of the request before; from an empty one at first. */
  readonly changes: GraphChanges
  /** Width to height of the window the map is to fill. */
  readonly page?: number | undefined
  /** Whether boxes keep room for how statements stand. */
  readonly verdicts?: boolean | undefined
}

/** How a graph is to be laid out. */
export type LayoutWishes = Pick<LayoutRequest, 'page' | 'verdicts'>

/** What the worker sends back; `ready` once, when it has loaded. */
export type LayoutAnswer =
  | { readonly ready: true }
  | { readonly request: number; readonly scene: SceneMessage }
  | { readonly request: number; readonly error: string }

/**
 * Why there is no new scene: the layout itself failed, or its worker could not be started or died. The
 * message goes on after "The map could not be laid out:".
 */
export interface LayoutError {
  readonly kind: 'failed' | 'worker'
  readonly message: string
}

export interface LayoutClientOptions {
  /** A scene has been laid out; `graph` is the graph it was made from. */
  readonly onScene: (scene: Scene, graph: ArgumentGraph) => void
  /** Work has begun or ended. */
  readonly onBusy?: (busy: boolean) => void
  readonly onError?: (error: LayoutError) => void
  /** Makes a worker; for tests. */
  readonly createWorker?: () => Worker
  /** ms since some start; for tests. */
  readonly now?: () => number
  /** Runs in a task of its own, so that reading a large scene and showing it are not one; for tests. */
  readonly soon?: (run: () => void) => void
}

export interface LayoutClient {
  /** Asks for the scene of a graph; answers to earlier requests are dropped. */
  request(graph: ArgumentGraph, wishes?: LayoutWishes): void
  /** Stops the work; no answer comes. */
  cancel(): void
  /** Stops the work and the worker for good. */
  close(): void
}

/** A worker busy for longer than this, in ms, is stopped when something newer is asked for. */
const patience = 150

/** A client with a worker of its own, started at once so that the first request is answered soon. */
export function createLayoutClient(options: LayoutClientOptions): LayoutClient {
  const { createWorker = () => startWorker(workerUrl, 'layout'), now = () => performance.now() } = options
  const { soon = (run) => void setTimeout(run) } = options
  let worker: Worker | undefined
  let isReady = false
  let running: { readonly request: number; readonly graph: ArgumentGraph; since: number } | undefined
  let queued: { readonly graph: ArgumentGraph; readonly wishes: LayoutWishes } | undefined
  /** The document as the worker has it. */
  let mirrored = emptyGraph()
  /** What has come and is shown next, unless something newer is asked for. */
  let arrived: Scene | undefined
  let count = 0
  let isBusy = false

  const setBusy = (busy: boolean) => {
    if (busy === isBusy) return
    isBusy = busy
    options.onBusy?.(busy)
  }
  const fail = (kind: LayoutError['kind'], message: string) => options.onError?.({ kind, message })

  function start(): Worker | undefined {
    if (worker) return worker
    try {
      worker = createWorker()
    } catch (error) {
      fail('worker', `its worker could not be started (${String(error)}). Reload the page to try again.`)
      return undefined
    }
    const read = createSceneReader()
    worker.onmessage = ({ data }: MessageEvent<LayoutAnswer>) => receive(data, read)
    worker.onerror = (event) => {
      event.preventDefault()
      stop()
      fail(
        'worker',
        `its worker stopped (${event.message || 'it could not be loaded'}). Reload the page to try again.`,
      )
      next()
    }
    return worker
  }

  function stop(): void {
    worker?.terminate()
    worker = undefined
    isReady = false
    running = undefined
    mirrored = emptyGraph()
  }

  function receive(answer: LayoutAnswer, read: (message: SceneMessage) => Scene): void {
    if ('ready' in answer) {
      isReady = true
      if (running) running.since = now()
      return
    }
    // Each scene is told from the one before, so those that are not shown are read too.
    const scene = 'scene' in answer ? read(answer.scene) : undefined
    if (answer.request !== running?.request) return
    const { graph } = running
    running = undefined
    // An outdated scene is not shown: the newer one would follow at once and the map would jump twice.
    if (!queued) {
      if (scene) {
        arrived = scene
        soon(() => {
          if (arrived !== scene) return
          arrived = undefined
          options.onScene(scene, graph)
        })
      } else if ('error' in answer) fail('failed', answer.error)
    }
    next()
  }

  function next(): void {
    const job = queued
    queued = undefined
    const ready = job && start()
    if (job && ready) {
      count += 1
      running = { request: count, graph: job.graph, since: now() }
      const changes = changesBetween(mirrored, job.graph)
      const message: LayoutRequest = { request: count, changes, ...job.wishes }
      mirrored = job.graph
      ready.postMessage(message)
    }
    setBusy(running !== undefined)
  }

  start()
  return {
    request(graph, wishes = {}) {
      arrived = undefined
      queued = { graph, wishes }
      // A worker that is still loading is not stopped: the next one would have to load again.
      if (running && isReady && now() - running.since > patience) stop()
      if (!running) next()
    },
    cancel() {
      arrived = undefined
      queued = undefined
      if (running) stop()
      start()
      setBusy(false)
    },
    close() {
      arrived = undefined
      queued = undefined
      stop()
      setBusy(false)
    },
  }
}
