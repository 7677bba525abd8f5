/**
 * The worker that measures and lays out maps, off the page's main thread. It answers every request with a
 * scene or with the sentence of what went wrong, and keeps the document and measured texts for the next.
 */
import { withChanges } from '../../model/changes.ts'
import { emptyGraph } from '../../model/graph.ts'
import { createLayoutMemory } from '../../scene/layout/memory.ts'
import { layoutScene } from '../../scene/layout/layout.ts'
import { createInterMeasurer } from '../../scene/measure/inter-measurer.ts'
import type { LayoutAnswer, LayoutRequest } from './layout-client.ts'
import { createSceneWriter } from './scene-message.ts'

const measurer = createInterMeasurer()
/** Edited documents share their unchanged records, so what is laid out of them is the same again. */
const memory = createLayoutMemory()
const tell = createSceneWriter()
let graph = emptyGraph()

addEventListener('message', ({ data }: MessageEvent<LayoutRequest>) => answer(data))

const ready: LayoutAnswer = { ready: true }
postMessage(ready)

function answer({ request, changes, page, verdicts }: LayoutRequest): void {
  try {
    graph = withChanges(graph, changes)
    const wishes = {
      ...(page === undefined ? {} : { page }),
      ...(verdicts === undefined ? {} : { verdicts }),
    }
    const { message, transfer } = tell(layoutScene(graph, { measurer, memory, ...wishes }))
    const told: LayoutAnswer = { request, scene: message }
    postMessage(told, { transfer })
  } catch (error) {
    const failure: LayoutAnswer = { request, error: error instanceof Error ? error.message : String(error) }
    postMessage(failure)
  }
}
