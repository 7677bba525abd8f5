/**
 * What a layout may remember from one map to the next: the map before with all that was made of it, the
 * measured boxes of statements that are the same records, and the drawings of parts in which nothing changed
 * that layout depends on. A scene laid out with a memory is the same, byte for byte, as one laid out without.
 */
import type { ArgumentGraph, ArgumentNode, ElementId } from '../../model/graph.ts'
import type { NodeBox, Scene } from '../scene.ts'
import type { Drawing } from './drawing.ts'
import type { Island, Link, Network } from './network.ts'
import type { VisiblePart } from './visible.ts'

/** The size and text of a statement's box. */
export type MeasuredBox = Pick<NodeBox, 'width' | 'height' | 'text'>

/** Everything about a statement's box but its place. */
export type BoxContent = Omit<NodeBox, 'x' | 'y'>

/** A finished map, with the steps that led to it. */
export interface Finished {
  readonly graph: ArgumentGraph
  /** Everything besides elements and sizes that decided how it is laid out. */
  readonly settings: string
  /** Whether boxes keep a row for how a statement stands. */
  readonly verdicts: boolean
  readonly visible: VisiblePart
  readonly measured: ReadonlyMap<ElementId, BoxContent>
  readonly parts: readonly Network[]
  readonly scene: Scene
}

export interface LayoutMemory {
  /** The map before; undefined at first. */
  readonly last: () => Finished | undefined
  /** The box of this record, measured at most once for the same details. */
  readonly box: (node: ArgumentNode, details: string, measure: () => MeasuredBox) => MeasuredBox
  /** The drawing of a part, laid out at most once as long as every map has it. */
  readonly part: (network: Network, settings: string, layOut: () => Drawing) => Drawing
  /** To be called when a map is finished: what it did not use is forgotten. */
  readonly finish: (map: Finished) => void
}

interface KnownPart {
  readonly network: Network
  readonly drawing: Drawing
}

/** An empty memory, for one measurer. */
export function createLayoutMemory(): LayoutMemory {
  const boxes = new WeakMap<ArgumentNode, { details: string; box: MeasuredBox }>()
  let last: Finished | undefined
  let before = new Map<string, KnownPart>()
  let now = new Map<string, KnownPart>()
  return {
    last: () => last,
    box: (node, details, measure) => {
      const known = boxes.get(node)
      if (known?.details === details) return known.box
      const box = measure()
      boxes.set(node, { details, box })
      return box
    },
    part: (network, settings, layOut) => {
      const name = `${settings}\n${network.vertices[0]?.id ?? ''}`
      const known = before.get(name)
      const entry = known && isAlike(known.network, network) ? known : { network, drawing: layOut() }
      now.set(name, entry)
      return entry.drawing
    },
    finish: (map) => {
      last = map
      // A map that was taken over as it is has asked for no part.
      if (now.size === 0) return
      before = now
      now = new Map()
    },
  }
}

/** Whether two networks agree in everything that a drawing depends on. */
function isAlike(a: Network, b: Network): boolean {
  return (
    a === b ||
    (a.vertices.length === b.vertices.length &&
      a.links.length === b.links.length &&
      areAlike(a.vertices, b.vertices, isSameVertex) &&
      areAlike(a.links, b.links, isSameLink) &&
      areAlike(a.into, b.into, (list, other) => areAlike(list, other, Object.is)) &&
      areAlike(a.parentLink, b.parentLink, Object.is) &&
      areAlike(a.roots, b.roots, Object.is) &&
      areAlike(a.islands ?? [], b.islands ?? [], isSameIsland))
  )
}

function areAlike<T>(a: readonly T[], b: readonly T[], isSame: (one: T, other: T) => boolean): boolean {
  return a.length === b.length && a.every((one, index) => isSame(one, b[index] as T))
}

function isSameVertex(a: Network['vertices'][number], b: Network['vertices'][number]): boolean {
  return a.id === b.id && a.isJunction === b.isJunction && a.width === b.width && a.height === b.height
}

function isSameIsland(a: Island, b: Island): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}

function isSameLink(a: Link, b: Link): boolean {
  return (
    a.key === b.key &&
    a.relation === b.relation &&
    a.part === b.part &&
    a.kind === b.kind &&
    a.source === b.source &&
    a.target === b.target
  )
}
