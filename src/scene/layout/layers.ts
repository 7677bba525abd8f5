/**
 * Setting boxes in layers, for the few maps that need it: those of several trees, and small ones, which are
 * never to be smaller on a page than plain layers would leave them. The engine (dagre-layers.ts) is given
 * from outside, so that a page can do without it until a map needs it.
 */
import type { Network, Size } from './network.ts'

export interface Place {
  readonly x: number
  /** The same for all of one layer. */
  readonly y: number
}

export interface Layers {
  /** Middles of trees of these widths, px; each pair of indexes says which stands below which. */
  readonly placesOf: (
    widths: readonly number[],
    pairs: readonly (readonly [lower: number, upper: number])[],
  ) => Place[]
  /** How large all parts are when they are set in plain layers together, as the layout sees them: across and along. */
  readonly sizeOf: (parts: readonly Network[]) => Size
}

/** Thrown where a map needs layers and none were given: lay it out again with them. */
export class LayersMissing extends Error {}

/** @throws LayersMissing */
export function needed(layers: Layers | undefined): Layers {
  if (!layers) throw new LayersMissing('this map is laid out with layers, and none were given')
  return layers
}
