/**
 * Pins: a pinned node stands exactly where the document says, whatever the automatic layout thinks. What
 * hangs below it keeps its place relative to it, and every other box that is now in the way moves aside
 * by the least that is enough. Two pinned boxes that overlap are the user's choice.
 */
import { relationAt, type ArgumentGraph, type ElementId } from '../../model/graph.ts'
import { parentOf } from '../../model/structure.ts'
import type { Box, Scene, ScenePath } from '../scene.ts'
import type { Point } from './blocks.ts'
import { createBoxIndex, type BoxIndex } from './box-index.ts'
import { boundsOf } from './drawing.ts'
import { gaps } from './gaps.ts'
import { signOn } from './signs.ts'

interface Shift {
  readonly x: number
  readonly y: number
}

const still: Shift = { x: 0, y: 0 }
const margin = gaps.inStack

/** The scene with its pinned nodes in place; the very same scene if none is pinned. */
export function withPins(graph: ArgumentGraph, scene: Scene): Scene {
  const pinned = graph.layout?.pinned ?? {}
  const fixed = scene.nodes.filter((box) => Object.hasOwn(pinned, box.id))
  if (fixed.length === 0) return scene
  const shifts = new Map<ElementId, Shift>()
  for (const box of fixed) {
    const place = pinned[box.id]
    if (place) shifts.set(box.id, { x: place.x - box.x, y: place.y - box.y })
  }
  const places = placed(graph, scene, shifts)
  const at = <T extends Box & { readonly id: ElementId }>(box: T): T => ({ ...box, ...places.get(box.id) })
  const nodes = scene.nodes.map(at)
  const junctions = scene.junctions.map(at)
  const before = new Map<ElementId, Box>([...scene.nodes, ...scene.junctions].map((box) => [box.id, box]))
  const after = new Map<ElementId, Box>([...nodes, ...junctions].map((box) => [box.id, box]))
  const paths = scene.paths.map((path) => moved(path, before, after))
  return { ...scene, bounds: boundsOf([...nodes, ...junctions], paths), nodes, junctions, paths }
}

/** Where every box stands in the end. Pinned ones first, then what is free, nearest to the top left first. */
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
    const place = { x: box.x + shift.x, y: box.y + shift.y, width: box.width, height: box.height }
    if (pins.has(box.id)) {
      places.set(box.id, place)
      taken.add(place)
    } else free.push({ ...place, id: box.id, follows: shift !== still })
  }
  // Boxes that nothing drags along keep their places before those that follow a pin look for theirs.
  free.sort((a, b) => Number(a.follows) - Number(b.follows) || a.y - b.y || a.x - b.x)
  for (const { id, x, y, width, height } of free) {
    const place = nearestFree({ x, y, width, height }, taken)
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

/**
 * The place nearest to the wished one that touches nothing: every position beside or below what is in the
 * way is tried, nearest first. Found always, because below the lowest box everything is free.
 */
function nearestFree(wish: Box, taken: BoxIndex): Box {
  if (!taken.hit(wish, margin)) return wish
  const tried = new Set<string>()
  const candidates: Box[] = [wish]
  for (let steps = 0; steps < 400; steps += 1) {
    const best = takeNearest(candidates, wish)
    if (!best) break
    const obstacle = taken.hit(best, margin)
    if (!obstacle) return best
    for (const next of around(best, obstacle)) {
      const key = `${next.x} ${next.y}`
      if (tried.has(key)) continue
      tried.add(key)
      candidates.push(next)
    }
  }
  return { ...wish, y: taken.bottom() + margin }
}

function takeNearest(candidates: Box[], wish: Box): Box | undefined {
  let best = -1
  let least = Infinity
  for (const [index, box] of candidates.entries()) {
    const distance = Math.abs(box.x - wish.x) + Math.abs(box.y - wish.y)
    if (distance < least) [best, least] = [index, distance]
  }
  return best < 0 ? undefined : candidates.splice(best, 1)[0]
}

function around(box: Box, obstacle: Box): Box[] {
  return [
    { ...box, x: obstacle.x + obstacle.width + margin },
    { ...box, x: obstacle.x - box.width - margin },
    { ...box, y: obstacle.y + obstacle.height + margin },
    { ...box, y: obstacle.y - box.height - margin },
  ]
}

/** A path whose ends moved alike moves along; one whose ends moved apart is drawn anew. */
function moved(
  path: ScenePath,
  before: ReadonlyMap<ElementId, Box>,
  after: ReadonlyMap<ElementId, Box>,
): ScenePath {
  const [from, to, fromOld, toOld] = [
    after.get(path.from),
    after.get(path.to),
    before.get(path.from),
    before.get(path.to),
  ]
  if (!from || !to || !fromOld || !toOld) return path
  const [dx, dy] = [from.x - fromOld.x, from.y - fromOld.y]
  if (dx === to.x - toOld.x && dy === to.y - toOld.y) {
    if (dx === 0 && dy === 0) return path
    const shifted = ([x, y]: Point): Point => [x + dx, y + dy]
    const sign = path.sign ? { sign: shifted(path.sign) } : {}
    return { ...path, points: path.points.map(shifted), ...sign }
  }
  const points = directWay(from, to)
  return { ...path, points, ...(path.part === 'premise' ? {} : { sign: signOn(points) }) }
}

/** From border to border in right angles, through the wider of the two spaces between the boxes. */
function directWay(from: Box, to: Box): Point[] {
  const [fx, fy] = [Math.round(from.x + from.width / 2), Math.round(from.y + from.height / 2)]
  const [tx, ty] = [Math.round(to.x + to.width / 2), Math.round(to.y + to.height / 2)]
  const below = from.y - (to.y + to.height)
  const above = to.y - (from.y + from.height)
  const right = from.x - (to.x + to.width)
  const left = to.x - (from.x + from.width)
  const most = Math.max(below, above, right, left)
  if (most === below || most === above) {
    const [start, end] = most === below ? [from.y, to.y + to.height] : [from.y + from.height, to.y]
    const middle = Math.round((start + end) / 2)
    return fx === tx
      ? [
          [fx, start],
          [tx, end],
        ]
      : [
          [fx, start],
          [fx, middle],
          [tx, middle],
          [tx, end],
        ]
  }
  const [start, end] = most === right ? [from.x, to.x + to.width] : [from.x + from.width, to.x]
  const middle = Math.round((start + end) / 2)
  return fy === ty
    ? [
        [start, fy],
        [end, ty],
      ]
    : [
        [start, fy],
        [middle, fy],
        [middle, ty],
        [end, ty],
      ]
}
