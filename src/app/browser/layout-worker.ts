/**
 * The worker that measures and lays out maps, off the page's main thread. It answers every request with a
 * scene or with the sentence of what went wrong, and keeps the document and measured texts for the next.
 */
import { withChanges } from '../../model/changes.ts'
import { emptyGraph, type ArgumentGraph } from '../../model/graph.ts'
import { createLayoutMemory } from '../../scene/layout/memory.ts'
import { layOutMap, type LayoutOptions } from '../../scene/layout/lay-out-map.ts'
import { LayersMissing, type Layers } from '../../scene/layout/layers.ts'
import type { Scene } from '../../scene/scene.ts'
import { createInterMeasurer } from '../../scene/measure/inter-measurer.ts'
import type { LayoutAnswer, LayoutRequest } from './layout-client.ts'
import { createSceneWriter } from './scene-message.ts'

const measurer = createInterMeasurer()
/** Edited documents share their unchanged records, so what is laid out of them is the same again. */
const memory = createLayoutMemory()
const tell = createSceneWriter()
let graph = emptyGraph()
/** Loaded with the first map that needs it: most do without. */
let layers: Layers | undefined
/** Requests are answered one after the other, also where something has to be loaded in between. */
let last = Promise.resolve()

addEventListener('message', ({ data }: MessageEvent<LayoutRequest>) => {
  last = last.then(() => answer(data))
})

const ready: LayoutAnswer = { ready: true }
postMessage(ready)

async function answer({ request, changes, page, verdicts }: LayoutRequest): Promise<void> {
  try {
    graph = withChanges(graph, changes)
    const wishes = {
      ...(page === undefined ? {} : { page }),
      ...(verdicts === undefined ? {} : { verdicts }),
    }
    const { message, transfer } = tell(await layOut(graph, { measurer, memory, ...wishes }))
    const told: LayoutAnswer = { request, scene: message }
    postMessage(told, { transfer })
  } catch (error) {
    const failure: LayoutAnswer = { request, error: error instanceof Error ? error.message : String(error) }
    postMessage(failure)
  }
}

async function layOut(document: ArgumentGraph, options: LayoutOptions): Promise<Scene> {
  try {
    return layOutMap(document, layers ? { ...options, layers } : options)
  } catch (error) {
    if (!(error instanceof LayersMissing)) throw error
    layers = (await import('../../scene/layout/dagre-layers.ts')).dagreLayers
    return layOutMap(document, { ...options, layers })
  }
}
