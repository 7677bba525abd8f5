/**
 * The scene as React Flow wants it: nodes with explicit size and handles (so that nothing is measured
 * in the DOM and edges never blink), edges that carry their routed path. Objects of unchanged records
 * are the very same objects as before, so an unchanged node is not rendered again.
 */
import { Position, type Edge, type Node, type NodeHandle } from '@xyflow/react'
import {
  nodeAt,
  relationAt,
  type ArgumentGraph,
  type ArgumentNode,
  type ElementId,
  type NodeId,
  type SectionId,
} from '../../model/graph.ts'
import type { Direction, RelationKind, Weight } from '../../model/kinds.ts'
import { nameOfRelation } from '../../model/naming.ts'
import { parentOf, relationsInto } from '../../model/structure.ts'
import type { Box, HiddenCount, NodeBox, Scene, ScenePath } from '../../scene/scene.ts'

export interface StatementData extends Record<string, unknown> {
  readonly record: ArgumentNode
  readonly lines: readonly string[]
  readonly hidden: HiddenCount | undefined
  readonly pinned: boolean
  /** Whether a row is kept for how it stands. */
  readonly verdict: boolean
  readonly collapsible: boolean
  readonly dimmed: boolean
  readonly direction: Direction
}
export interface JunctionData extends Record<string, unknown> {
  readonly kind: RelationKind
  readonly label: string
  readonly selected: boolean
  readonly dimmed: boolean
}
export interface FrameData extends Record<string, unknown> {
  readonly section: SectionId
  readonly title: string
  readonly tint: number
}
export interface FoldData extends Record<string, unknown> {
  readonly section: SectionId
  /** The title as measured. */
  readonly lines: readonly string[]
  readonly balance: string
  readonly tint: number
  readonly dimmed: boolean
  readonly direction: Direction
}
export interface PathData extends Record<string, unknown> {
  readonly path: ScenePath
  readonly kind: RelationKind
  readonly weight: Weight
  readonly dimmed: boolean
  /** One of its ends is being dragged: the routed path no longer fits. */
  readonly live: boolean
  /** Relation or one of its ends is selected or hovered. */
  readonly related: boolean
  readonly direction: Direction
}

export type StatementFlowNode = Node<StatementData, 'statement'>
export type JunctionFlowNode = Node<JunctionData, 'junction'>
export type FrameFlowNode = Node<FrameData, 'frame'>
export type FoldFlowNode = Node<FoldData, 'fold'>
export type FlowNode = StatementFlowNode | JunctionFlowNode | FrameFlowNode | FoldFlowNode
export type FlowEdge = Edge<PathData, 'relation'>

/** What the canvas knows beside scene and document, all of it of the moment. */
export interface FlowView {
  readonly selection: readonly ElementId[]
  readonly dimmed: ReadonlySet<ElementId>
  readonly dragged: ReadonlySet<NodeId>
  readonly hovered: ElementId | undefined
  /** Ids of nodes that must be drawn although no layout has placed them yet. */
  readonly unplaced: readonly NodeId[]
}

export interface Flow {
  readonly nodes: readonly FlowNode[]
  readonly edges: readonly FlowEdge[]
}

/** A mapper that remembers what it last answered, to hand back the same objects. */
export function createFlowMapper(): (scene: Scene, graph: ArgumentGraph, view: FlowView) => Flow {
  let previous: Flow | undefined
  return (scene, graph, view) => {
    previous = toFlow(scene, graph, view, previous)
    return previous
  }
}

/** Size a node has before its first layout, px: one line of text. */
export const provisionalSize = { width: 240, height: 64 }

/** Maps scene and document to React Flow, handing back objects of `previous` wherever nothing changed. */
export function toFlow(scene: Scene, graph: ArgumentGraph, view: FlowView, previous?: Flow): Flow {
  const oldNodes = new Map(previous?.nodes.map((node) => [node.id, node]))
  const oldEdges = new Map(previous?.edges.map((edge) => [edge.id, edge]))
  const selected = new Set(view.selection)
  const sections = Object.keys(graph.sections)
  const tintOf = (id: SectionId) => (Math.max(0, sections.indexOf(id)) % 6) + 1

  const nodes: FlowNode[] = scene.frames.map((frame, index) =>
    reuse(oldNodes.get(`frame:${frame.id}:${index}`), {
      ...placed(`frame:${frame.id}:${index}`, frame, 'frame'),
      data: { section: frame.id, title: frame.title, tint: tintOf(frame.id) },
      // Without any, React Flow would draw it out of sight too, to look for them in the page.
      handles: [],
      selectable: false,
      draggable: false,
      zIndex: -1,
    }),
  )
  const junctions = new Set(scene.junctions.map((junction) => junction.id))
  for (const junction of scene.junctions) {
    const relation = relationAt(graph, junction.id)
    if (!relation) continue
    nodes.push(
      reuse(oldNodes.get(junction.id), {
        ...placed(junction.id, junction, 'junction'),
        data: {
          kind: relation.kind,
          label: nameOfRelation(graph, junction.id),
          selected: selected.has(junction.id),
          dimmed: view.dimmed.has(junction.id),
        },
        handles: handlesOf(junction, scene.direction),
        draggable: false,
        selectable: false,
        zIndex: 2,
      }),
    )
  }
  for (const box of [...scene.nodes, ...provisionalBoxes(scene, graph, view.unplaced)]) {
    if (box.section !== undefined) {
      nodes.push(
        reuse(oldNodes.get(box.id), {
          ...placed(box.id, box, 'fold'),
          data: {
            section: box.section,
            lines: box.text.lines,
            balance: box.balance ?? '',
            tint: tintOf(box.section),
            dimmed: view.dimmed.size > 0,
            direction: scene.direction,
          },
          handles: handlesOf(box, scene.direction),
          selectable: false,
          draggable: false,
          zIndex: 3,
        }),
      )
      continue
    }
    const record = nodeAt(graph, box.id)
    if (!record) continue
    nodes.push(
      reuse(oldNodes.get(box.id), {
        ...placed(box.id, box, 'statement'),
        data: {
          record,
          lines: box.text.lines,
          hidden: box.hidden,
          pinned: box.pinned,
          verdict: box.verdict === true,
          collapsible: relationsInto(graph, box.id).length > 0,
          dimmed: view.dimmed.has(box.id),
          direction: scene.direction,
        },
        selected: selected.has(box.id),
        handles: statementHandlesOf(box, scene.direction),
        zIndex: 3,
      }),
    )
  }
  const present = new Set(nodes.map((node) => node.id))
  const edges: FlowEdge[] = []
  for (const path of scene.paths) {
    const relation = relationAt(graph, path.id)
    if (!relation || !present.has(path.from) || !present.has(path.to)) continue
    const ends = [...relation.from, relation.to]
    const isRelated = (id: ElementId) => id === path.id || ends.includes(id)
    edges.push(
      reuse(oldEdges.get(path.key), {
        id: path.key,
        type: 'relation' as const,
        source: path.from,
        target: path.to,
        ariaLabel: nameOfRelation(graph, path.id),
        domAttributes: {
          'data-relation': path.id,
          // The line that stands for the whole relation has the name of its own by which the map tells
          // where the keys act.
          ...(path.part === 'premise' ? {} : { id: `line-${path.id}`, 'aria-describedby': noteId(path.id) }),
        } as NonNullable<FlowEdge['domAttributes']>,
        selected: selected.has(path.id),
        reconnectable: reconnectableEnds(path, junctions.has(path.id)),
        zIndex: selected.has(path.id) ? 1 : 0,
        data: {
          path,
          kind: relation.kind,
          weight: relation.weight ?? 'strong',
          dimmed: view.dimmed.has(path.from) || view.dimmed.has(path.to),
          live: view.dragged.has(path.from) || view.dragged.has(path.to),
          related: view.selection.some(isRelated) || (view.hovered !== undefined && isRelated(view.hovered)),
          direction: scene.direction,
        },
      }),
    )
  }
  return { nodes, edges }
}

/** Name of what is said of a relation besides its own name, for assistive technology. */
export function noteId(id: ElementId): string {
  return `note-${id}`
}

/** Where nodes without a place appear until the next layout: beside what they belong to. */
export function provisionalBoxes(scene: Scene, graph: ArgumentGraph, ids: readonly NodeId[]): NodeBox[] {
  const boxes = new Map<ElementId, Box>([...scene.nodes, ...scene.junctions].map((box) => [box.id, box]))
  return ids.map((id) => {
    const parent = parentOf(graph, id)
    const anchor = parent === undefined ? undefined : (boxes.get(parent) ?? middleOfLine(scene, parent))
    const { x, y } = anchor
      ? besideParent(anchor, scene.direction)
      : { x: scene.bounds.x + scene.bounds.width + 40, y: scene.bounds.y }
    const box: NodeBox = { id, x, y, ...provisionalSize, text: { lines: [''], width: 0 }, pinned: false }
    boxes.set(id, box)
    return box
  })
}

/** The place of a relation that has no junction yet: what is new may be the first to bear on it. */
function middleOfLine(scene: Scene, id: ElementId): Box | undefined {
  const path = scene.paths.find((each) => each.id === id && each.part !== 'premise')
  const [x, y] = path?.sign ?? path?.points[Math.floor(path.points.length / 2)] ?? []
  return x === undefined || y === undefined ? undefined : { x, y, width: 0, height: 0 }
}

function besideParent(parent: Box, direction: Direction): { x: number; y: number } {
  const middle = parent.x + parent.width / 2 - provisionalSize.width / 2
  switch (direction) {
    case 'down':
      return { x: middle, y: parent.y + parent.height + 48 }
    case 'up':
      return { x: middle, y: parent.y - 48 - provisionalSize.height }
    case 'right':
      return { x: parent.x + parent.width + 64, y: parent.y }
    case 'left':
      return { x: parent.x - 64 - provisionalSize.width, y: parent.y }
  }
}

function placed<T extends string>(id: string, box: Box, type: T) {
  return {
    id,
    type,
    position: { x: box.x, y: box.y },
    width: box.width,
    height: box.height,
    measured: { width: box.width, height: box.height },
  }
}

const opposite: Readonly<Record<Position, Position>> = {
  [Position.Top]: Position.Bottom,
  [Position.Bottom]: Position.Top,
  [Position.Left]: Position.Right,
  [Position.Right]: Position.Left,
}

/** The side of a box across from this one. */
export function oppositeOf(position: Position): Position {
  return opposite[position]
}

/** The side of a box that faces what it supports. */
export function sideTowardsTarget(direction: Direction): Position {
  return { down: Position.Top, up: Position.Bottom, right: Position.Left, left: Position.Right }[direction]
}

function handlesOf(box: Box, direction: Direction): NodeHandle[] {
  const outgoing = sideTowardsTarget(direction)
  const at = (position: Position) => ({
    position,
    x: position === Position.Left ? 0 : position === Position.Right ? box.width : box.width / 2,
    y: position === Position.Top ? 0 : position === Position.Bottom ? box.height : box.height / 2,
    width: 0,
    height: 0,
  })
  return [
    { type: 'source', ...at(outgoing) },
    { type: 'target', ...at(opposite[outgoing]) },
  ]
}

/** A statement's handles, with those from which lines are drawn: React Flow starts none from others. */
function statementHandlesOf(box: Box, direction: Direction): NodeHandle[] {
  const plain = handlesOf(box, direction)
  const [out] = plain
  return out ? [...plain, { ...out, id: 'supports' }, { ...out, id: 'attacks' }] : plain
}

function reconnectableEnds(path: ScenePath, hasJunction: boolean): boolean | 'source' | 'target' {
  if (!hasJunction) return true
  return path.part === 'premise' ? 'source' : 'target'
}

/** The old object if it says the same as the new one: compared two levels deep, records by identity. */
function reuse<T extends { readonly id: string; readonly data?: Record<string, unknown> | undefined }>(
  old: FlowNode | FlowEdge | undefined,
  next: T,
): T {
  return old !== undefined && sameFields(old, next, 0) ? (old as unknown as T) : next
}

function sameFields(a: unknown, b: unknown, depth: number): boolean {
  if (Object.is(a, b)) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null || depth > 4) return false
  if (Array.isArray(a) || Array.isArray(b)) {
    return (
      Array.isArray(a) &&
      Array.isArray(b) &&
      a.length === b.length &&
      a.every((item, index) => sameFields(item, b[index], depth + 1))
    )
  }
  const keys = Object.keys(b)
  return (
    Object.keys(a).length === keys.length &&
    keys.every((key) =>
      sameFields((a as Record<string, unknown>)[key], (b as Record<string, unknown>)[key], depth + 1),
    )
  )
}
