/** From an argument graph to its scene, with everything that any map may need. */
import type { ArgumentGraph } from '../../model/graph.ts'
import type { Scene } from '../scene.ts'
import { dagreLayers } from './dagre-layers.ts'
import { layOutMap, type LayoutOptions } from './lay-out-map.ts'

/** Lays out what is visible of a graph. Never throws for a valid graph. */
export function layoutScene(document: ArgumentGraph, options: LayoutOptions): Scene {
  return layOutMap(document, { layers: dagreLayers, ...options })
}
