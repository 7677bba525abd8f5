/**
 * The worker that evaluates the argument, off the page's main thread: an analyst who hears by messages and
 * speaks by messages.
 */
import { createAnalyst } from './analyst.ts'
import type { AnalysisAnswer, AnalysisRequest } from './analysis-client.ts'

const answer = createAnalyst({
  send: (message, transfer = []) => postMessage(message, { transfer: transfer as ArrayBuffer[] }),
  turn: nextTurn,
  now: () => performance.now(),
})

addEventListener('message', ({ data }: MessageEvent<AnalysisRequest>) => void answer(data))
postMessage({ ready: true } satisfies AnalysisAnswer)

/** Resolves after the messages that wait have been heard. */
function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => {
      port1.close()
      resolve()
    }
    port2.postMessage(undefined)
  })
}
