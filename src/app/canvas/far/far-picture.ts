/**
 * A map seen from far away, prepared for drawing: boxes by kind and lines by kind, in square tiles so that
 * only what is in the window is drawn, and names for places (sections, recommendations) that are to be read
 * whatever the zoom. Pure: it needs no canvas. All px in the scene's own coordinates unless said otherwise.
 */
import { nodeAt, relationAt, type ArgumentGraph, type ElementId } from '../../../model/graph.ts'
import type { NodeKind, RelationKind } from '../../../model/kinds.ts'
import { shorten } from '../../../model/naming.ts'
import { structureOf } from '../../../model/structure.ts'
import type { Box, NodeBox, Scene, ScenePath } from '../../../scene/scene.ts'
import { boundsOfPath } from '../scene-window.ts'

/** Boxes and lines of one square of the map; what reaches over its edge is in the tile of its top left corner. */
export interface Tile {
  /** Around everything in it, which may reach beyond the square. */
  readonly bounds: Box
  readonly boxes: ReadonlyMap<NodeKind, readonly NodeBox[]>
  readonly lines: ReadonlyMap<RelationKind, readonly ScenePath[]>
}

/** A name that is drawn at a place, in letters of one size whatever the zoom. */
export interface PlaceName {
  readonly text: string
  /** What it names: its middle is where the name stands. */
  readonly box: Box
  readonly importance: 'section' | 'statement'
}

export interface FarPicture {
  readonly tiles: readonly Tile[]
  readonly names: readonly PlaceName[]
  readonly frames: readonly FarFrame[]
}

/** The frame of a section, and which of all sections that is: near and far it has the same tint. */
export interface FarFrame extends Box {
  readonly section: number
}

const tileSize = 4000

/** Prepares a scene. Time O(boxes + paths). */
export function farPicture(scene: Scene, graph: ArgumentGraph): FarPicture {
  const tiles = new Map<string, OpenTile>()
  for (const box of scene.nodes) {
    const kind = box.section === undefined ? nodeAt(graph, box.id)?.kind : 'note'
    if (kind) put(tileOf(tiles, box).boxes, kind, box)
  }
  for (const path of scene.paths) {
    const kind = relationAt(graph, path.id)?.kind
    if (kind) put(tileOf(tiles, boundsOfPath(path)).lines, kind, path)
  }
  const sections = Object.keys(graph.sections)
  const frames = scene.frames.map(({ id, x, y, width, height }): FarFrame => {
    return { x, y, width, height, section: Math.max(0, sections.indexOf(id)) }
  })
  return { tiles: [...tiles.values()], names: namesOf(scene, graph), frames }
}

/** Names in order of importance: sections first, then recommendations, then other roots. */
function namesOf(scene: Scene, graph: ArgumentGraph): PlaceName[] {
  const boxes = new Map<ElementId, NodeBox>(scene.nodes.map((box) => [box.id, box]))
  const sections = Object.entries(graph.sections).flatMap(([id, { title }]): PlaceName[] => {
    const members = scene.nodes.filter((box) => (box.section ?? nodeAt(graph, box.id)?.section) === id)
    const box = around(members)
    return box ? [{ text: shorten(title, 40), box, importance: 'section' }] : []
  })
  const heads = new Set<ElementId>([
    ...scene.nodes.flatMap(({ id }) => (nodeAt(graph, id)?.kind === 'recommendation' ? [id] : [])),
    ...structureOf(graph).roots,
  ])
  const statements = [...heads].flatMap((id): PlaceName[] => {
    const [box, node] = [boxes.get(id), nodeAt(graph, id)]
    return box && node?.text.trim() ? [{ text: shorten(node.text, 36), box, importance: 'statement' }] : []
  })
  return [...sections, ...statements]
}

/**
 * The names that fit into a window without touching each other, the important ones first. `place` answers
 * where a name would stand on the screen, or undefined where it is out of sight.
 */
export function namesThatFit<N extends PlaceName>(
  names: readonly N[],
  place: (name: N) => Box | undefined,
  most = 60,
): { readonly name: N; readonly box: Box }[] {
  const shown: { readonly name: N; readonly box: Box }[] = []
  for (const name of names) {
    const box = place(name)
    if (!box || shown.some((other) => overlap(other.box, box))) continue
    shown.push({ name, box })
    if (shown.length === most) break
  }
  return shown
}

function overlap(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height
}

interface OpenTile extends Tile {
  readonly bounds: { x: number; y: number; width: number; height: number }
  readonly boxes: Map<NodeKind, NodeBox[]>
  readonly lines: Map<RelationKind, ScenePath[]>
}

function tileOf(tiles: Map<string, OpenTile>, box: Box): OpenTile {
  const key = `${Math.floor(box.x / tileSize)} ${Math.floor(box.y / tileSize)}`
  let tile = tiles.get(key)
  if (!tile) {
    const { x, y, width, height } = box
    tile = { bounds: { x, y, width, height }, boxes: new Map(), lines: new Map() }
    tiles.set(key, tile)
  }
  const { bounds } = tile
  const right = Math.max(bounds.x + bounds.width, box.x + box.width)
  const bottom = Math.max(bounds.y + bounds.height, box.y + box.height)
  bounds.x = Math.min(bounds.x, box.x)
  bounds.y = Math.min(bounds.y, box.y)
  bounds.width = right - bounds.x
  bounds.height = bottom - bounds.y
  return tile
}

function around(boxes: readonly Box[]): Box | undefined {
  const [first] = boxes
  if (!first) return undefined
  let [left, top, right, bottom] = [first.x, first.y, first.x + first.width, first.y + first.height]
  for (const box of boxes) {
    left = Math.min(left, box.x)
    top = Math.min(top, box.y)
    right = Math.max(right, box.x + box.width)
    bottom = Math.max(bottom, box.y + box.height)
  }
  return { x: left, y: top, width: right - left, height: bottom - top }
}

function put<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}
