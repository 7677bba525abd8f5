/**
 * Asks the conversion worker to read files of any format and to export. Promises: the page's main thread
 * never parses or draws anything large; a task that is cancelled or overtaken stops at once, since its worker
 * is ended; a task that fails answers with a sentence and leaves the next one unharmed.
 */
import type { ArgumentGraph } from '../../model/graph.ts'
import type { ImportNote, ImportOffer } from '../../formats/conversion.ts'
import type { Exported, ExportRequest, PrintedPages } from '../../formats/export-request.ts'
import type { Opened } from '../../formats/open.ts'
import { startWorker } from './start-worker.ts'
// oxlint-disable-next-line import/default -- this module is made by the bundler
import workerUrl from './conversion-worker.ts?worker&url'

/** What a file turned out to be; offers without their functions, which stay in the worker. */
export type OpenedAway =
  | Exclude<Opened, { readonly kind: 'imported' }>
  | {
      readonly kind: 'imported'
      readonly format: string
      readonly graph: ArgumentGraph
      readonly notes: readonly ImportNote[]
      readonly offers: readonly Omit<ImportOffer, 'apply'>[]
    }

/** What the worker can be asked, by name, with what it answers. */
export interface ConversionTasks {
  readonly open: { readonly asks: { bytes: Uint8Array; name: string }; readonly answers: OpenedAway }
  /** The graph imported last, with these of its offers taken. */
  readonly take: { readonly asks: { offers: readonly string[] }; readonly answers: ArgumentGraph }
  readonly export: {
    readonly asks: { graph: ArgumentGraph; request: ExportRequest; date: number }
    readonly answers: Exported
  }
  /** The pages of a PDF as SVG, one a page. */
  readonly print: {
    readonly asks: { graph: ArgumentGraph; request: ExportRequest }
    readonly answers: PrintedPages
  }
}

export type ConversionTask = keyof ConversionTasks

export interface ConversionMessage<T extends ConversionTask = ConversionTask> {
  readonly count: number
  readonly task: T
  readonly asks: ConversionTasks[T]['asks']
}

export type ConversionAnswer =
  | { readonly count: number; readonly value: unknown }
  | { readonly count: number; readonly error: string }

/** The task was cancelled or overtaken. */
export class Cancelled extends Error {
  override readonly name = 'AbortError'
}

export interface ConversionClient {
  /** Rejects with Cancelled, or with an Error whose message is a sentence. One task at a time: a new one waits. */
  run<T extends ConversionTask>(
    task: T,
    asks: ConversionTasks[T]['asks'],
  ): Promise<ConversionTasks[T]['answers']>
  /** Ends whatever is under way or waiting. */
  cancel(): void
}

interface Waiting {
  readonly message: ConversionMessage
  readonly resolve: (value: unknown) => void
  readonly reject: (error: Error) => void
}

/** A client whose worker is started with its first task. */
export function createConversionClient(
  createWorker: () => Worker = () => startWorker(workerUrl, 'conversion'),
): ConversionClient {
  let worker: Worker | undefined
  let queue: Waiting[] = []
  let count = 0

  const end = () => {
    worker?.terminate()
    worker = undefined
    const ended = queue
    queue = []
    return ended
  }
  const send = () => {
    const [first] = queue
    if (first) started().postMessage(first.message)
  }
  const started = (): Worker => {
    if (worker) return worker
    worker = createWorker()
    worker.onmessage = ({ data }: MessageEvent<ConversionAnswer>) => {
      const [first, ...others] = queue
      if (first?.message.count !== data.count) return
      queue = others
      if ('error' in data) first.reject(new Error(data.error))
      else first.resolve(data.value)
      send()
    }
    worker.onerror = (event) => {
      event.preventDefault()
      const message = `The conversion stopped (${event.message || 'its code could not be loaded'}). Reload the page to try again.`
      for (const { reject } of end()) reject(new Error(message))
    }
    return worker
  }
  return {
    run: <T extends ConversionTask>(task: T, asks: ConversionTasks[T]['asks']) =>
      new Promise<ConversionTasks[T]['answers']>((resolve, reject) => {
        count += 1
        queue.push({
          message: { count, task, asks },
          // The worker answers each task with what the table says.
          resolve: (value) => resolve(value as ConversionTasks[T]['answers']),
          reject,
        })
        if (queue.length === 1) send()
      }),
    cancel: () => {
      for (const { reject } of end()) reject(new Cancelled('cancelled'))
    },
  }
}
