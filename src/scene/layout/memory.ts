/**
 * What a layout may remember from one map to the next: the measured boxes of statements that are the same
 * records, and the drawings of parts in which nothing changed that layout depends on. A scene laid out with a
 * memory is the same, byte for byte, as one laid out without.
 */
import type { ArgumentNode } from '../../model/graph.ts'
import type { NodeBox } from '../scene.ts'
import type { Drawing } from './drawing.ts'
import type { Network } from './network.ts'

/** The size and text of a statement's box. */
export type MeasuredBox = Pick<NodeBox, 'width' | 'height' | 'text'>

export interface LayoutMemory {
  /** The box of this record, measured at most once for the same details. */
  readonly box: (node: ArgumentNode, details: string, measure: () => MeasuredBox) => MeasuredBox
  /** The drawing of a part, laid out at most once as long as every map has it. */
  readonly part: (network: Network, settings: string, layOut: () => Drawing) => Drawing
  /** To be called when a map is finished: what it did not use is forgotten. */
  readonly finish: () => void
}

/** An empty memory, for one measurer. */
export function createLayoutMemory(): LayoutMemory {
  const boxes = new WeakMap<ArgumentNode, { details: string; box: MeasuredBox }>()
  let before = new Map<string, Drawing>()
  let now = new Map<string, Drawing>()
  return {
    box: (node, details, measure) => {
      const known = boxes.get(node)
      if (known?.details === details) return known.box
      const box = measure()
      boxes.set(node, { details, box })
      return box
    },
    part: (network, settings, layOut) => {
      const name = `${settings}\n${describe(network)}`
      const drawing = now.get(name) ?? before.get(name) ?? layOut()
      now.set(name, drawing)
      return drawing
    },
    finish: () => {
      before = now
      now = new Map()
    },
  }
}

/** Everything of a network that its drawing depends on. */
function describe({ vertices, links, into, parentLink, roots }: Network): string {
  const words: (string | number)[] = []
  for (const { id, isJunction, width, height } of vertices)
    words.push(JSON.stringify(id), isJunction ? 1 : 0, width, height)
  for (const { key, part, kind, source, target } of links)
    words.push(JSON.stringify(key), part, kind, source, target)
  for (const list of into) words.push(list.join(' '))
  words.push(parentLink.join(' '), roots.join(' '))
  return words.join('\n')
}
