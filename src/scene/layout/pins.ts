/**
 * Pins: a pinned node stands exactly where the document says, whatever the automatic layout thinks. What
 * hangs below it keeps its place relative to it. Every other box that is now in the way moves by the least
 * that is enough, along the flow of the map and never across it, so that siblings keep their order. Two
 * pinned boxes that overlap are the user's choice.
 */
import { relationAt, type ArgumentGraph, type ElementId } from '../../model/graph.ts'
import type { Direction } from '../../model/kinds.ts'
import { parentOf } from '../../model/structure.ts'
import type { Box, Scene, ScenePath } from '../scene.ts'
import type { Point } from './blocks.ts'
import { createBoxIndex, type BoxIndex } from './box-index.ts'
import { wayAround } from './detour.ts'
import { boundsOf, simplified } from './drawing.ts'
import { gaps } from './gaps.ts'
import { isSideways } from './turn.ts'

interface Shift {
  readonly x: number
  readonly y: number
}

const still: Shift = { x: 0, y: 0 }
const margin = gaps.inStack

/** The scene with its pinned nodes in place; the very same scene if none is pinned. Signs come later. */
export function withPins(graph: ArgumentGraph, scene: Scene): Scene {
  const pinned = graph.layout?.pinned ?? {}
  const shifts = new Map<ElementId, Shift>()
  for (const box of scene.nodes) {
    const place = box.pinned ? pinned[box.id] : undefined
    if (place) shifts.set(box.id, { x: place.x - box.x, y: place.y - box.y })
  }
  if (shifts.size === 0) return scene
  const places = placed(graph, scene, shifts)
  const at = <T extends Box & { readonly id: ElementId }>(box: T): T => ({ ...box, ...places.get(box.id) })
  const nodes = scene.nodes.map(at)
  const junctions = scene.junctions.map(at)
  const before = new Map<ElementId, Box>([...scene.nodes, ...scene.junctions].map((box) => [box.id, box]))
  const paths = led(scene, before, new Map([...nodes, ...junctions].map((box) => [box.id, box])))
  return { ...scene, bounds: boundsOf([...nodes, ...junctions], paths), nodes, junctions, paths }
}

/** Where every box stands in the end: pinned ones, then what hangs below them, then all the others. */
function placed(
  graph: ArgumentGraph,
  scene: Scene,
  pins: ReadonlyMap<ElementId, Shift>,
): Map<ElementId, Box> {
  const places = new Map<ElementId, Box>()
  const taken = createBoxIndex()
  const free: (Box & { readonly id: ElementId; readonly follows: boolean })[] = []
  const inherited = new Map<ElementId, Shift>(pins)
  for (const box of [...scene.nodes, ...scene.junctions]) {
    const shift = shiftOf(graph, box.id, inherited)
    const isFixed = pins.has(box.id)
    const x = box.x + (isFixed ? shift.x : Math.round(shift.x))
    const y = box.y + (isFixed ? shift.y : Math.round(shift.y))
    const place = { x, y, width: box.width, height: box.height }
    if (isFixed) {
      places.set(box.id, place)
      taken.add(place)
    } else free.push({ ...place, id: box.id, follows: shift !== still })
  }
  const outwards = outwardsIn(scene.direction)
  free.sort(
    (a, b) => Number(b.follows) - Number(a.follows) || outwards(a) - outwards(b) || a.x - b.x || a.y - b.y,
  )
  for (const { id, x, y, width, height } of free) {
    const place = nearestFree({ x, y, width, height }, taken, scene.direction)
    places.set(id, place)
    taken.add(place)
  }
  return places
}

/** How far the nearest pinned ancestor was moved; remembered for everything on the way. */
function shiftOf(graph: ArgumentGraph, start: ElementId, known: Map<ElementId, Shift>): Shift {
  const way: ElementId[] = []
  const seen = new Set<ElementId>()
  let at: ElementId | undefined = start
  while (at !== undefined && !known.has(at) && !seen.has(at)) {
    way.push(at)
    seen.add(at)
    at = relationAt(graph, at)?.to ?? parentOf(graph, at)
  }
  const shift = (at === undefined ? undefined : known.get(at)) ?? still
  for (const id of way) known.set(id, shift)
  return shift
}

/** How far along the flow a box begins, seen from the roots. */
function outwardsIn(direction: Direction): (box: Box) => number {
  switch (direction) {
    case 'down':
      return ({ y }) => y
    case 'up':
      return ({ y, height }) => -(y + height)
    case 'right':
      return ({ x }) => x
    case 'left':
      return ({ x, width }) => -(x + width)
  }
}

/** The nearest place along the flow, forwards or back, that touches nothing; there always is one. */
function nearestFree(wish: Box, taken: BoxIndex, direction: Direction): Box {
  const after = slide(wish, 1)
  const before = slide(wish, -1)
  const distance = (box: Box) => Math.abs(box.x - wish.x) + Math.abs(box.y - wish.y)
  return distance(before) < distance(after) ? before : after

  function slide(start: Box, step: 1 | -1): Box {
    let box = start
    for (let hit = taken.hit(box, margin); hit; hit = taken.hit(box, margin)) {
      if (isSideways(direction)) {
        const x = step === 1 ? Math.ceil(hit.x + hit.width) + margin : Math.floor(hit.x) - box.width - margin
        box = { ...box, x }
      } else {
        const y =
          step === 1 ? Math.ceil(hit.y + hit.height) + margin : Math.floor(hit.y) - box.height - margin
        box = { ...box, y }
      }
    }
    return box
  }
}

/** Paths whose ends moved alike move along; those whose ends moved apart, or that were built over, are led anew. */
function led(
  scene: Scene,
  before: ReadonlyMap<ElementId, Box>,
  after: ReadonlyMap<ElementId, Box>,
): ScenePath[] {
  const boxes = [...after.values()]
  const index = createBoxIndex()
  for (const box of boxes) index.add(box)
  const count = new Map<ElementId, number>()
  const countAt = (id: ElementId) => {
    const taken = count.get(id) ?? 0
    count.set(id, taken + 1)
    return taken
  }
  return scene.paths.map((path) => {
    const [from, to] = [after.get(path.from), after.get(path.to)]
    const [fromOld, toOld] = [before.get(path.from), before.get(path.to)]
    if (!from || !to || !fromOld || !toOld) return path
    const [dx, dy] = [from.x - fromOld.x, from.y - fromOld.y]
    const isWhole = dx === to.x - toOld.x && dy === to.y - toOld.y
    if (isWhole) {
      const points = path.points.map(([x, y]): Point => [x + dx, y + dy])
      if (from === to || !isBuiltOver(points, index)) return { ...path, points }
    }
    const taken = [countAt(path.from), countAt(path.to)] as const
    return { ...path, points: simplified(wayAround({ from, to, direction: scene.direction, taken }, boxes)) }
  })
}

function isBuiltOver(points: readonly Point[], index: BoxIndex): boolean {
  return points.slice(1).some(([toX, toY], at) => {
    const [x, y] = points[at] ?? [toX, toY]
    const stretch = {
      x: Math.min(x, toX),
      y: Math.min(y, toY),
      width: Math.abs(toX - x),
      height: Math.abs(toY - y),
    }
    return index.hit(stretch, 0) !== undefined
  })
}
