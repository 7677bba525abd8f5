/**
 * From an argument graph to its scene, one step per line. Promises: no two boxes overlap; siblings stand in
 * the author's order; the same graph gives the same scene, byte for byte, wherever it is computed; pinned
 * nodes stand exactly where they are pinned.
 */
import { nodeAt, type ArgumentGraph, type ElementId } from '../../model/graph.ts'
import { balanceOf, foldedGraph, sectionOfFold } from '../../model/fold.ts'
import type { TextMeasurer } from '../measure/text-measurer.ts'
import { anatomy, hasVerdict, measureBox, measureFold } from '../node-anatomy.ts'
import type { Junction, NodeBox, Scene, ScenePath } from '../scene.ts'
import { componentsOf } from './components.ts'
import { boundsOf, moved, type Drawing } from './drawing.ts'
import { framesOf } from './frames.ts'
import { gaps } from './gaps.ts'
import { layOutPart } from './lay-out-part.ts'
import type { LayoutMemory } from './memory.ts'
import { buildNetwork, type Network } from './network.ts'
import { packParts } from './pack.ts'
import { withPins } from './pins.ts'
import { placeSigns } from './signs.ts'
import { isSideways, turn, turnSize } from './turn.ts'
import { visiblePart, type VisiblePart } from './visible.ts'

export interface LayoutOptions {
  readonly measurer: TextMeasurer
  /** Width to height of what the map is to fill; 1.5 unless given. */
  readonly page?: number
  /** Whether boxes keep a row for how a statement stands (see `hasVerdict`); not unless asked. */
  readonly verdicts?: boolean
  /** What may be taken over from maps laid out before with the same memory and measurer; nothing unless given. */
  readonly memory?: LayoutMemory
}

/** Lays out what is visible of a graph. Never throws for a valid graph. */
export function layoutScene(document: ArgumentGraph, options: LayoutOptions): Scene {
  const graph = foldedGraph(document)
  const { page = 1.5 } = options
  const direction = graph.layout?.direction ?? 'down'
  const visible = visiblePart(graph)
  const measured = measureNodes(document, graph, visible, options)
  const junction = { width: anatomy.junction, height: anatomy.junction }
  const network = buildNetwork(graph, visible, {
    ofNode: (id) => turnSize(measured.get(id) ?? junction, direction),
    junction,
  })
  const isTurned = isSideways(direction)
  const shape = { ratio: isTurned ? 1 / page : page, isSideways: isTurned }
  const draw = (part: Network) => turn(layOutPart(part, shape), direction)
  const { memory } = options
  const parts = componentsOf(network).map((part) =>
    memory ? memory.part(part, `${direction} ${page}`, () => draw(part)) : draw(part),
  )
  memory?.finish()
  const packed = place(parts, page)
  const boxes = packed.flatMap((part) => part.boxes)
  const lines = packed.flatMap((part) => part.lines)
  const scene = withPins(graph, {
    direction,
    bounds: boundsOf(boxes, lines),
    nodes: packed.flatMap((part) => nodeBoxes(part, measured)),
    junctions: packed.flatMap(junctionsOf),
    paths: packed.flatMap(pathsOf),
    frames: [],
  })
  const paths = signed(scene)
  return { ...scene, paths, frames: framesOf(graph, scene) }
}

function measureNodes(
  document: ArgumentGraph,
  graph: ArgumentGraph,
  visible: VisiblePart,
  { measurer, verdicts = false, memory }: LayoutOptions,
) {
  const pinned = graph.layout?.pinned ?? {}
  const measured = new Map<ElementId, Omit<NodeBox, 'x' | 'y'>>()
  for (const id of visible.nodes) {
    const node = nodeAt(graph, id)
    if (!node) continue
    const section = sectionOfFold(id)
    if (section !== undefined) {
      const balance = balanceOf(document, section)
      measured.set(id, { id, section, balance, ...measureFold(node.text, balance, measurer), pinned: false })
      continue
    }
    const hidden = visible.hidden.get(id)
    const verdict = verdicts && hasVerdict(graph, id)
    const measure = () => measureBox({ node, hidden, verdict }, measurer)
    const box = memory ? memory.box(node, JSON.stringify([hidden, verdict]), measure) : measure()
    measured.set(id, {
      id,
      ...box,
      pinned: Object.hasOwn(pinned, id),
      ...(verdict ? { verdict } : {}),
      ...(hidden ? { hidden } : {}),
    })
  }
  return measured
}

function place(parts: readonly Drawing[], page: number): Drawing[] {
  const sizes = parts.map((part) => boundsOf(part.boxes, part.lines))
  const places = packParts(sizes, page, gaps.betweenParts)
  return parts.map((part, index) => {
    const [x, y] = places[index] ?? [0, 0]
    return moved(part, Math.round(x), Math.round(y))
  })
}

function nodeBoxes(
  { network, boxes }: Drawing,
  measured: ReadonlyMap<ElementId, Omit<NodeBox, 'x' | 'y'>>,
): NodeBox[] {
  return network.vertices.flatMap(({ id, isJunction }, index) => {
    const [content, box] = [measured.get(id), boxes[index]]
    return isJunction || !content || !box ? [] : [{ ...content, x: box.x, y: box.y }]
  })
}

function junctionsOf({ network, boxes }: Drawing): Junction[] {
  return network.vertices.flatMap(({ id, isJunction }, index) => {
    const box = boxes[index]
    return isJunction && box ? [{ id, ...box }] : []
  })
}

function pathsOf({ network, lines }: Drawing): ScenePath[] {
  return network.links.map(({ key, relation, part, source, target }, index) => {
    const [from, to] = [network.vertices[source]?.id ?? '', network.vertices[target]?.id ?? '']
    return { key, id: relation, part, from, to, points: lines[index]?.points ?? [] }
  })
}

/** The paths with their signs; premises share the sign of their conclusion. */
function signed({ nodes, junctions, paths }: Scene): ScenePath[] {
  const own = paths.filter(({ part }) => part !== 'premise')
  const signs = placeSigns(
    own.map(({ points }) => points),
    [...nodes, ...junctions],
  )
  const signOf = new Map(own.map(({ key }, index) => [key, signs[index]]))
  return paths.map((path) => {
    const sign = signOf.get(path.key)
    return sign ? { ...path, sign } : path
  })
}
