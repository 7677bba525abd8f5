/**
 * The worker that measures and lays out maps, off the page's main thread. It answers every request with a
 * scene or with the sentence of what went wrong, and keeps measured texts for the next request.
 */
import { layoutScene } from '../../scene/layout/layout.ts'
import { createInterMeasurer } from '../../scene/measure/inter-measurer.ts'
import type { LayoutAnswer, LayoutRequest } from './layout-client.ts'

const measurer = createInterMeasurer()

addEventListener('message', ({ data }: MessageEvent<LayoutRequest>) => {
  postMessage(answer(data))
})

const ready: LayoutAnswer = { ready: true }
postMessage(ready)

function answer({ request, graph, page }: LayoutRequest): LayoutAnswer {
  try {
    return { request, scene: layoutScene(graph, { measurer, ...(page === undefined ? {} : { page }) }) }
  } catch (error) {
    return { request, error: error instanceof Error ? error.message : String(error) }
  }
}
