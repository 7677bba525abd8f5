/**
 * The visible graph as the layout sees it: vertices (statements and junctions) and links (drawn lines),
 * by index. Everything in this folder works on maps that run downwards: conclusions on top, grounds
 * below; other directions are turned at the end (turn.ts).
 */
import type { ArgumentGraph, ElementId, RelationId, SectionId } from '../../model/graph.ts'
import { structureOf } from '../../model/structure.ts'
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
  const structure = structureOf(graph)
  return (structure.premises.get(id)?.length ?? 0) > 1 || (structure.into.get(id)?.length ?? 0) > 0
}

/** Vertices and links of the visible part. Sizes are as the layout needs them, already turned. */
export function buildNetwork(
  graph: ArgumentGraph,
  part: VisiblePart,
  sizes: { readonly ofNode: (id: ElementId) => Size; readonly junction: Size },
): Network {
  const structure = structureOf(graph)
  const vertices: Vertex[] = part.nodes.map((id) => ({ id, isJunction: false, ...sizes.ofNode(id) }))
  const junctions = new Set(part.relations.filter((id) => hasJunction(graph, id)))
  for (const id of junctions) vertices.push({ id, isJunction: true, ...sizes.junction })
  const indexOf = new Map(vertices.map((vertex, index) => [vertex.id, index]))

  const parentRelation = firstRelations(graph, part)
  const links: Link[] = []
  const into: number[][] = vertices.map(() => [])
  const parentLink: number[] = vertices.map(() => -1)
  const add = (key: string, relation: RelationId, part: Link['part'], from: ElementId, to: ElementId) => {
    const source = indexOf.get(from)
    const target = indexOf.get(to)
    if (source === undefined || target === undefined) return
    into[target]?.push(links.length)
    const isParent = part === 'conclusion' || parentRelation.get(from) === relation
    if (isParent && source !== target) parentLink[source] = links.length
    links.push({ key, relation, part, kind: graph.relations[relation]?.kind ?? 'supports', source, target })
  }
  // Premises of a relation come before what supports or attacks it: it is about them.
  for (const id of junctions) {
    for (const premise of structure.premises.get(id) ?? [])
      add(`${id}/${premise}`, id, 'premise', premise, id)
  }
  const visible = new Set(part.relations)
  for (const relations of structure.into.values()) {
    for (const id of relations) {
      const relation = visible.has(id) ? graph.relations[id] : undefined
      if (!relation) continue
      const premise = relation.from[0]
      if (junctions.has(id)) add(id, id, 'conclusion', id, relation.to)
      else if (premise !== undefined) add(id, id, 'whole', premise, relation.to)
    }
  }
  adoptOrphans(links, parentLink, vertices.length)
  const inAuthorsOrder = new Map(structure.roots.map((id, index) => [id, index]))
  const rank = (vertex: number) =>
    inAuthorsOrder.get(vertices[vertex]?.id ?? '') ?? structure.roots.length + vertex
  const roots = vertices
    .map((_, index) => index)
    .filter((index) => parentLink[index] === -1)
    .sort((a, b) => rank(a) - rank(b))
  return { vertices, links, into, parentLink, roots }
}

/** The network with statements of other sizes; the very same if none has changed. */
export function resized(network: Network, sizeOf: (id: ElementId) => Size): Network {
  let hasChanged = false
  const vertices = network.vertices.map((vertex) => {
    if (vertex.isJunction) return vertex
    const { width, height } = sizeOf(vertex.id)
    if (width === vertex.width && height === vertex.height) return vertex
    hasChanged = true
    return { ...vertex, width, height }
  })
  return hasChanged ? { ...network, vertices } : network
}

/**
 * The relation by which each statement hangs in the map: of all that join it to what it hangs under, the one
 * that comes first in author's order, as siblings are ordered by that one.
 */
function firstRelations(graph: ArgumentGraph, part: VisiblePart): Map<ElementId, RelationId> {
  const structure = structureOf(graph)
  const visible = new Set(part.relations)
  const first = new Map<ElementId, RelationId>()
  for (const [target, relations] of structure.into) {
    for (const id of relations) {
      if (!visible.has(id)) continue
      for (const premise of structure.premises.get(id) ?? []) {
        const parent = structure.parentRelation.get(premise)
        if (parent === undefined || !visible.has(parent) || first.has(premise)) continue
        if (graph.relations[parent]?.to === target) first.set(premise, id)
      }
    }
  }
  return first
}

/** A node whose parent relation is hidden hangs under the first other one that closes no circle. */
function adoptOrphans(links: readonly Link[], parentLink: number[], count: number): void {
  const outOf: number[][] = Array.from({ length: count }, () => [])
  for (const [index, link] of links.entries()) outOf[link.source]?.push(index)
  for (let vertex = 0; vertex < count; vertex += 1) {
    if (parentLink[vertex] !== -1) continue
    for (const candidate of outOf[vertex] ?? []) {
      let at = links[candidate]?.target ?? -1
      while (at !== -1 && at !== vertex) at = links[parentLink[at] ?? -1]?.target ?? -1
      if (at === vertex) continue
      parentLink[vertex] = candidate
      break
    }
  }
}
