/**
 * The worker that reads files of other formats and makes exports, off the page's main thread, so that either
 * can be ended at any moment. It answers every task with its result or with the sentence of what went wrong.
 */
import type { ConversionAnswer, ConversionMessage } from './conversion-client.ts'
import { createConverter } from './converter.ts'
import { exportResourcesAt } from './export-resources.ts'

const converter = createConverter(exportResourcesAt)

addEventListener('message', ({ data }: MessageEvent<ConversionMessage>) => {
  const { count } = data
  const answer = (message: ConversionAnswer) => postMessage(message)
  converter.run(data).then(
    (value) => answer({ count, value }),
    (thrown: unknown) => answer({ count, error: thrown instanceof Error ? thrown.message : String(thrown) }),
  )
})
