/**
 * From an argument graph to its scene, one step per line. Promises: no two boxes overlap; siblings stand in
 * the author's order; the same graph gives the same scene, byte for byte, wherever it is computed; pinned
 * nodes stand exactly where they are pinned.
 */
import { nodeAt, type ArgumentGraph, type ElementId } from '../../model/graph.ts'
import { balanceOf, foldedGraph, sectionOfFold } from '../../model/fold.ts'
import type { TextMeasurer } from '../measure/text-measurer.ts'
import { anatomy, hasVerdict, measureBox, measureFold } from '../node-anatomy.ts'
import type { Direction } from '../../model/kinds.ts'
import type { HiddenCount, Junction, NodeBox, Scene, ScenePath } from '../scene.ts'
import { isBuiltAlike } from './alike.ts'
import { componentsOf } from './components.ts'
import { boundsOf, type Drawing, type Rect } from './drawing.ts'
import { fitted } from './fit.ts'
import { withFrames } from './frames.ts'
import { draftOf, layOutPart } from './lay-out-part.ts'
import type { Layers } from './layers.ts'
import type { BoxContent, Finished, LayoutMemory } from './memory.ts'
import { buildNetwork, resized, type Network } from './network.ts'
import { withPins } from './pins.ts'
import { areGroupedAlike, withIslands } from './sections.ts'
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
  /** The engine for maps that need layers. */
  readonly layers?: Layers
}

/**
 * Lays out what is visible of a graph. Never throws for a valid graph if layers are given.
 * @throws LayersMissing
 */
export function layOutMap(document: ArgumentGraph, options: LayoutOptions): Scene {
  const graph = foldedGraph(document)
  const { memory, verdicts = false, page = 1.5 } = options
  const last = memory?.last()
  const known =
    last && isBuiltAlike(last.graph, graph) && areGroupedAlike(last.graph, graph) ? last : undefined
  const visible = known?.visible ?? visiblePart(graph)
  const measured = measureNodes({ document, graph, visible }, options, known)
  const { direction = 'down', pinned, sections } = graph.layout ?? {}
  const settings = JSON.stringify([direction, page, pinned, sections])
  if (memory && known?.settings === settings && areSizedAlike(known.measured, measured)) {
    const scene = withContents(known, measured)
    memory.finish({ ...known, graph, verdicts, measured, scene })
    return scene
  }
  const sizeOf = (id: ElementId) => turnSize(measured.get(id) ?? junctionSize, direction)
  const network = () => buildNetwork(graph, visible, { ofNode: sizeOf, junction: junctionSize })
  const parts = known
    ? known.parts.map((part) => resized(part, sizeOf))
    : componentsOf(withIslands(graph, network(), options.measurer))
  const scene = draw(graph, parts, measured, options)
  memory?.finish({ graph, settings, verdicts, visible, measured, parts, scene })
  return scene
}

const junctionSize = { width: anatomy.junction, height: anatomy.junction }

type Contents = ReadonlyMap<ElementId, BoxContent>

function draw(
  graph: ArgumentGraph,
  parts: readonly Network[],
  measured: Contents,
  { page = 1.5, memory, measurer, layers }: LayoutOptions,
): Scene {
  const direction = graph.layout?.direction ?? 'down'
  const drawings = fitted(
    parts,
    { page, isSideways: isSideways(direction) },
    {
      sizeOf: (part, shape) => turnSize(draftOf(part, shape, layers), direction),
      draw: (part, shape) => {
        const drawPart = () => turn(layOutPart(part, shape, layers), direction)
        return memory ? memory.part(part, `${direction} ${JSON.stringify(shape)}`, drawPart) : drawPart()
      },
      layers,
    },
  )
  const scene = withPins(graph, sceneOf(direction, drawings, measured))
  const planned = drawings.flatMap(({ frames }) => frames)
  return withFrames(graph, { ...scene, paths: signed(scene) }, { planned, measurer })
}

/** Contents of all boxes. Those of the map before serve again where nothing about them has changed. */
function measureNodes(
  {
    document,
    graph,
    visible,
  }: { readonly document: ArgumentGraph; readonly graph: ArgumentGraph; readonly visible: VisiblePart },
  { measurer, verdicts = false, memory }: LayoutOptions,
  known: Finished | undefined,
): Contents {
  const pinned = graph.layout?.pinned ?? {}
  const measured = new Map<ElementId, BoxContent>()
  const last = memory?.last()
  for (const id of visible.nodes) {
    const node = nodeAt(graph, id)
    if (!node) continue
    const isPinned = Object.hasOwn(pinned, id)
    const hidden = visible.hidden.get(id)
    const old = last?.graph.nodes[id] === node ? last.measured.get(id) : undefined
    const isAlike = old !== undefined && known?.verdicts === verdicts
    const verdict = isAlike ? (old.verdict ?? false) : verdicts && hasVerdict(graph, id)
    if (old && isContentOf(old, { isPinned, hidden, verdict })) {
      measured.set(id, old)
      continue
    }
    const section = sectionOfFold(id)
    if (section !== undefined) {
      const balance = balanceOf(document, section)
      measured.set(id, { id, section, balance, ...measureFold(node.text, balance, measurer), pinned: false })
      continue
    }
    const measure = () => measureBox({ node, hidden, verdict }, measurer)
    const details = hidden ? JSON.stringify([hidden, verdict]) : String(verdict)
    const box = memory ? memory.box(node, details, measure) : measure()
    measured.set(id, {
      id,
      ...box,
      pinned: isPinned,
      ...(verdict ? { verdict } : {}),
      ...(hidden ? { hidden } : {}),
    })
  }
  return measured
}

/** Whether the content of an unchanged record is still that; not known of what stands for more than itself. */
function isContentOf(
  content: BoxContent,
  wanted: {
    readonly isPinned: boolean
    readonly hidden: HiddenCount | undefined
    readonly verdict: boolean
  },
): boolean {
  return (
    content.section === undefined &&
    content.hidden === wanted.hidden &&
    content.pinned === wanted.isPinned &&
    (content.verdict ?? false) === wanted.verdict
  )
}

/** Whether boxes of the same statements are as large as before. */
function areSizedAlike(before: Contents, after: Contents): boolean {
  for (const [id, box] of after) {
    const old = before.get(id)
    if (old !== box && (old?.width !== box.width || old.height !== box.height)) return false
  }
  return true
}

/** The scene before, in which everything stays in its place. */
function withContents(before: Finished, measured: Contents): Scene {
  const nodes = before.scene.nodes.map((box) => {
    const content = measured.get(box.id)
    return !content || content === before.measured.get(box.id) ? box : boxAt(content, box)
  })
  return { ...before.scene, nodes }
}

/** Everything in its place, without signs and frames. */
function sceneOf(direction: Direction, packed: readonly Drawing[], measured: Contents): Scene {
  const nodes: NodeBox[] = []
  const junctions: Junction[] = []
  const paths: ScenePath[] = []
  for (const { network, boxes, lines } of packed) {
    const { vertices, links } = network
    for (let index = 0; index < vertices.length; index += 1) {
      const vertex = vertices[index]
      const box = boxes[index]
      if (!vertex || !box) continue
      const content = vertex.isJunction ? undefined : measured.get(vertex.id)
      const { x, y, width, height } = box
      if (vertex.isJunction) junctions.push({ id: vertex.id, x, y, width, height })
      else if (content) nodes.push(boxAt(content, box))
    }
    for (let index = 0; index < links.length; index += 1) {
      const link = links[index]
      if (!link) continue
      const { key, relation, part } = link
      const from = vertices[link.source]?.id ?? ''
      const to = vertices[link.target]?.id ?? ''
      paths.push({ key, id: relation, part, from, to, points: lines[index]?.points ?? [] })
    }
  }
  const bounds = boundsOf(
    packed.map((part) => part.bounds),
    [],
  )
  return { direction, bounds, nodes, junctions, paths, frames: [] }
}

/** The paths with their signs; premises share the sign of their conclusion. */
function signed({ nodes, junctions, paths }: Scene): ScenePath[] {
  const own = paths.filter(({ part }) => part !== 'premise')
  const signs = placeSigns(
    own.map(({ points }) => points),
    [...nodes, ...junctions],
  )
  let next = 0
  return paths.map((path) => {
    if (path.part === 'premise') return path
    const sign = signs[next]
    next += 1
    const { key, id, part, from, to, points } = path
    return sign ? { key, id, part, from, to, points, sign } : path
  })
}

/**
 * A box in its place. Named field by field where it has no more than most: a thousand objects that are spread
 * and then get further fields cost milliseconds, and most of the memory of a scene.
 */
function boxAt(content: BoxContent, { x, y }: Rect): NodeBox {
  const { id, width, height, text, pinned, verdict, hidden, section } = content
  if (hidden !== undefined || section !== undefined) return { ...content, x, y }
  return verdict
    ? { id, width, height, text, pinned, verdict, x, y }
    : { id, width, height, text, pinned, x, y }
}
