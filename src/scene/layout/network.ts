/**
 * The visible graph as the layout sees it: vertices (statements and junctions) and links (drawn lines),
 * by index. Everything in this folder works on maps that run downwards: conclusions on top, grounds
 * below; other directions are turned at the end (turn.ts).
 */
import type { ArgumentGraph, ElementId, RelationId, SectionId } from '../../model/graph.ts'
import { inOrder } from '../../model/order.ts'
import { structureOf, type Structure } from '../../model/structure.ts'
import type { RelationKind } from '../../model/kinds.ts'
import type { ScenePath } from '../scene.ts'
import type { VisiblePart } from './visible.ts'

export interface Size {
  readonly width: number
  readonly height: number
}

export interface Vertex extends Size {
  readonly id: ElementId
  readonly isJunction: boolean
}

export interface Link {
  /** Unique key of the drawn line. */
  readonly key: string
  readonly relation: RelationId
  readonly part: ScenePath['part']
  readonly kind: RelationKind
  /** Index of the vertex the line leaves. */
  readonly source: number
  /** Index of the vertex the line enters; the same as `source` for a statement that refers to itself. */
  readonly target: number
}

export interface Network {
  readonly vertices: readonly Vertex[]
  readonly links: readonly Link[]
  /** Per vertex: links that enter it, in author's order. */
  readonly into: readonly (readonly number[])[]
  /** Per vertex: the link by which it hangs in the map when that is walked as a tree; -1 for roots. */
  readonly parentLink: readonly number[]
  /** Vertices without a parent link, in author's order. */
  readonly roots: readonly number[]
  /** Which trees stand together, in the order in which they are arranged; absent where sections are not shown. */
  readonly islands?: readonly Island[]
}

/** Trees that stand together: those of a section, or those that were cut off the same statement. */
export interface Island {
  /** The vertices on top of the trees, in author's order. */
  readonly roots: readonly number[]
  /** Around the trees of a section. */
  readonly frame?: IslandFrame
}

/** What the frame of a section needs besides its trees, as the layout sees it, px. */
export interface IslandFrame {
  readonly section: SectionId
  /** From the borders of the frame to the trees; one of them is the strip for the title. */
  readonly left: number
  readonly right: number
  readonly above: number
  readonly below: number
  /** The frame is no smaller than this, so that the title has room. */
  readonly leastWidth: number
  readonly leastHeight: number
  /** So far along no line may leave at the left: it would run over the title. */
  readonly guarded: number
}

/** Whether a relation is drawn through a junction: it has several premises or is itself a target. */
export function hasJunction(graph: ArgumentGraph, id: RelationId): boolean {
  return isJoint(structureOf(graph), id)
}

function isJoint({ into, premises }: Structure, id: RelationId): boolean {
  return into.has(id) || (premises.get(id)?.length ?? 0) > 1
}

/** Vertices and links of the visible part. Sizes are as the layout needs them, already turned. */
export function buildNetwork(
  graph: ArgumentGraph,
  part: VisiblePart,
  sizes: { readonly ofNode: (id: ElementId) => Size; readonly junction: Size },
): Network {
  const structure = structureOf(graph)
  const vertices: Vertex[] = []
  const indexOf = new Map<ElementId, number>()
  const addVertex = (id: ElementId, isJunction: boolean, { width, height }: Size) => {
    indexOf.set(id, vertices.length)
    vertices.push({ id, isJunction, width, height })
  }
  for (const id of part.nodes) addVertex(id, false, sizes.ofNode(id))
  const junctions = part.relations.filter((id) => isJoint(structure, id))
  for (const id of junctions) addVertex(id, true, sizes.junction)

  const up = relationsUp(graph, part)
  const links: Link[] = []
  const into: (readonly number[])[] = vertices.map(() => nothing)
  const parentLink = vertices.map(() => -1)
  const add = (key: string, relation: RelationId, part: Link['part'], from: ElementId, to: ElementId) => {
    const source = indexOf.get(from)
    const target = indexOf.get(to)
    if (source === undefined || target === undefined) return
    const isParent = part === 'conclusion' || up[source] === relation
    if (isParent && source !== target) parentLink[source] = links.length
    push(into, target, links.length)
    links.push({ key, relation, part, kind: graph.relations[relation]?.kind ?? 'supports', source, target })
  }
  // Premises of a relation come before what supports or attacks it: it is about them.
  for (const id of junctions) {
    for (const premise of structure.premises.get(id) ?? [])
      add(`${id}/${premise}`, id, 'premise', premise, id)
  }
  for (const relations of structure.into.values()) {
    for (const id of relations) {
      const relation = part.isVisible(id) ? graph.relations[id] : undefined
      const premise = relation?.from[0]
      if (!relation) continue
      if (indexOf.has(id)) add(id, id, 'conclusion', id, relation.to)
      else if (premise !== undefined) add(id, id, 'whole', premise, relation.to)
    }
  }
  adoptOrphans(links, parentLink)
  return {
    vertices,
    links,
    into,
    parentLink,
    roots: rootsOf(parentLink, indexesOf(structure.roots, indexOf)),
  }
}

/** Most statements have nothing below them: they share one list. */
const nothing: readonly number[] = []

/** The network with statements of other sizes; the very same if none has changed. */
export function resized(network: Network, sizeOf: (id: ElementId) => Size): Network {
  let hasChanged = false
  const vertices = network.vertices.map((vertex) => {
    if (vertex.isJunction) return vertex
    const { width, height } = sizeOf(vertex.id)
    if (width === vertex.width && height === vertex.height) return vertex
    hasChanged = true
    return { id: vertex.id, isJunction: false, width, height }
  })
  return hasChanged ? { ...network, vertices } : network
}

/**
 * Per statement the relation by which it hangs in the map: of all that join it to what it hangs under, the
 * one that comes first in author's order, as siblings are ordered by that one.
 */
function relationsUp(graph: ArgumentGraph, part: VisiblePart): (RelationId | undefined)[] {
  const { outOf, parentRelation } = structureOf(graph)
  return part.nodes.map((node) => {
    const parent = parentRelation.get(node)
    if (parent === undefined || !part.isVisible(parent)) return undefined
    const ways = outOf.get(node) ?? []
    if (ways.length === 1) return parent
    const target = graph.relations[parent]?.to
    const same = ways.filter((id) => graph.relations[id]?.to === target && part.isVisible(id))
    return same.length === 1 ? parent : inOrder(graph.relations, same)[0]
  })
}

/** A node whose parent relation is hidden hangs under the first other one that closes no circle. */
function adoptOrphans(links: readonly Link[], parentLink: number[]): void {
  const outOf = new Map<number, number[]>()
  for (let link = 0; link < links.length; link += 1) {
    const source = links[link]?.source ?? -1
    if (parentLink[source] !== -1) continue
    const list = outOf.get(source)
    if (list) list.push(link)
    else outOf.set(source, [link])
  }
  for (const vertex of [...outOf.keys()].sort((a, b) => a - b)) {
    for (const candidate of outOf.get(vertex) ?? []) {
      let at = links[candidate]?.target ?? -1
      while (at !== -1 && at !== vertex) at = links[parentLink[at] ?? -1]?.target ?? -1
      if (at === vertex) continue
      parentLink[vertex] = candidate
      break
    }
  }
}

/** All vertices without a parent link: first those that are roots of the whole graph, in its order. */
function rootsOf(parentLink: readonly number[], first: readonly number[]): number[] {
  const roots = new Set(first.filter((vertex) => parentLink[vertex] === -1))
  for (let vertex = 0; vertex < parentLink.length; vertex += 1) {
    if (parentLink[vertex] === -1) roots.add(vertex)
  }
  return [...roots]
}

function indexesOf(ids: readonly ElementId[], indexOf: ReadonlyMap<ElementId, number>): number[] {
  return ids.flatMap((id) => indexOf.get(id) ?? [])
}

function push(lists: (readonly number[])[], index: number, value: number): void {
  const list = lists[index]
  // Only lists made here are added to.
  if (list && list !== nothing) (list as number[]).push(value)
  else lists[index] = [value]
}
