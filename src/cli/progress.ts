/**
 * How far a long job is, on one line that is written over, shown to people only: a file or a pipe gets
 * nothing of it. Messages written meanwhile go above that line.
 */
import type { Sink } from './surroundings.ts'

/** Often enough to be seen moving, seldom enough to cost nothing, ms. */
const interval = 80

const clearLine = '\r\u001b[K'

export interface Progress {
  /** Where messages go meanwhile. */
  readonly messages: Sink
  /** One more is done. */
  readonly step: () => Promise<void>
  /** Takes the line away. */
  readonly end: () => Promise<void>
}

/** Begins a job of so many steps. */
export function createProgress(sink: Sink, total: number, now: () => number): Progress {
  let done = 0
  let isShown = false
  let shownAt = Number.NEGATIVE_INFINITY
  const isWanted = sink.isTerminal && total > 1
  const hide = async () => {
    if (isShown) await sink.write(clearLine)
    isShown = false
  }
  return {
    messages: {
      isTerminal: sink.isTerminal,
      write: async (content) => {
        await hide()
        await sink.write(content)
      },
    },
    step: async () => {
      done += 1
      if (!isWanted || now() - shownAt < interval) return
      shownAt = now()
      isShown = true
      await sink.write(`${clearLine}${grouped(done)} of ${grouped(total)} …`)
    },
    end: hide,
  }
}

/** "12,340" */
export function grouped(number: number): string {
  return number.toLocaleString('en-GB')
}
