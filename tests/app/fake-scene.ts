/**
 * A scene without a layout: boxes in a grid, straight paths, all that the contract of scene.ts asks for.
 * For tests of what is made of scenes, which must not depend on where things stand.
 */
import { nodeAt, relationAt, type ArgumentGraph, type ElementId } from '../../src/model/graph.ts'
import type { Box, Junction, NodeBox, Scene, ScenePath } from '../../src/scene/scene.ts'

const [cellWidth, cellHeight, columns] = [320, 160, 5]

/** The scene of a graph: nodes 240 × 80 px, with junctions where premises are linked or a relation is a target. */
export function sceneOf(graph: ArgumentGraph): Scene {
  const nodes = Object.entries(graph.nodes).map(([id, { text }], index): NodeBox => {
    const pin = graph.layout?.pinned?.[id]
    return {
      id,
      x: pin?.x ?? (index % columns) * cellWidth,
      y: pin?.y ?? Math.floor(index / columns) * cellHeight,
      width: 240,
      height: 80,
      text: { lines: [text], width: 200 },
      pinned: pin !== undefined,
    }
  })
  const targets = new Set(Object.values(graph.relations).map(({ to }) => to))
  const withJunction = Object.keys(graph.relations).filter(
    (id) => targets.has(id) || (relationAt(graph, id)?.from.length ?? 0) > 1,
  )
  const junctions = withJunction.map((id, index): Junction => ({
    id,
    x: index * 40,
    y: -60,
    width: 14,
    height: 14,
  }))
  const bounds = boxAround([...nodes, ...junctions])
  return {
    direction: graph.layout?.direction ?? 'down',
    bounds,
    nodes,
    junctions,
    paths: pathsOf(graph, new Map([...nodes, ...junctions].map((box) => [box.id, box]))),
    frames:
      graph.layout?.sections === true
        ? Object.entries(graph.sections).map(([id, { title }]) => ({ id, title, ...bounds }))
        : [],
  }
}

/** The scene with one node elsewhere, and the paths at it drawn anew. */
export function withMoved(scene: Scene, graph: ArgumentGraph, id: ElementId, by: number): Scene {
  const nodes = scene.nodes.map((box) => (box.id === id ? { ...box, x: box.x + by } : box))
  const boxes = new Map<ElementId, Box>([...nodes, ...scene.junctions].map((box) => [box.id, box]))
  return { ...scene, nodes, paths: pathsOf(graph, boxes) }
}

function pathsOf(graph: ArgumentGraph, boxes: ReadonlyMap<ElementId, Box>): ScenePath[] {
  const path = (
    id: ElementId,
    part: ScenePath['part'],
    from: ElementId,
    to: ElementId,
    key: string,
  ): ScenePath => {
    const [start, end] = [middleOf(boxes.get(from)), middleOf(boxes.get(to))]
    const sign = [(start[0] + end[0]) / 2, (start[1] + end[1]) / 2] as const
    return { key, id, part, from, to, points: [start, end], ...(part === 'premise' ? {} : { sign }) }
  }
  return Object.entries(graph.relations).flatMap(([id, { from, to }]) => {
    const [first] = from
    if (!nodeAt(graph, to) && !relationAt(graph, to)) return []
    if (boxes.has(id)) {
      return [
        ...from.map((premise) => path(id, 'premise', premise, id, `${id} ${premise}`)),
        path(id, 'conclusion', id, to, id),
      ]
    }
    return first === undefined ? [] : [path(id, 'whole', first, to, id)]
  })
}

function middleOf(box: Box | undefined): readonly [number, number] {
  return box ? [box.x + box.width / 2, box.y + box.height / 2] : [0, 0]
}

function boxAround(boxes: readonly Box[]): Box {
  if (boxes.length === 0) return { x: 0, y: 0, width: 0, height: 0 }
  const [x, y] = [Math.min(...boxes.map((box) => box.x)), Math.min(...boxes.map((box) => box.y))]
  const [right, bottom] = [
    Math.max(...boxes.map((box) => box.x + box.width)),
    Math.max(...boxes.map((box) => box.y + box.height)),
  ]
  return { x, y, width: right - x, height: bottom - y }
}
