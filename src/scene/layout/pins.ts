/**
 * Pins: a pinned node stands exactly where the document says, whatever the automatic layout thinks. What
 * hangs below it keeps its place relative to it. Every other box that is now in the way moves by the least
 * that is enough, with what hangs below it, along the flow of the map and never across it: so siblings keep
 * their order and nothing comes to stand above what it supports. Two pinned boxes that overlap are the
 * user's choice.
 */
import { relationAt, type ArgumentGraph, type ElementId } from '../../model/graph.ts'
import type { Direction } from '../../model/kinds.ts'
import { parentOf } from '../../model/structure.ts'
import type { Box, Scene, ScenePath } from '../scene.ts'
import { createBoxIndex, type BoxIndex } from './box-index.ts'
import { wayAround } from './detour.ts'
import { boundsOf, simplified, type Point } from './drawing.ts'
import { separateLines, type Separation } from './separate.ts'
import { isSideways } from './turn.ts'

interface Shift {
  readonly x: number
  readonly y: number
}

const still: Shift = { x: 0, y: 0 }
/** Boxes nearer than this are in each other's way, px. */
const tooNear = 5
/** What moves out of the way keeps this much room for lines, px. */
const room = 32
/** Lines led anew give way by less than what they keep from boxes, px. */
const mostApart = 4

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
  const after = new Map<ElementId, Box>([...nodes, ...junctions].map((box) => [box.id, box]))
  const paths = apart(graph, led(scene, before, after), after)
  return { ...scene, bounds: boundsOf([...nodes, ...junctions], paths), nodes, junctions, paths }
}

interface Wish extends Box {
  readonly id: ElementId
  /** Whether it hangs below something pinned. */
  readonly follows: boolean
}

/**
 * Where every box stands in the end: pinned ones, then what hangs below them, then all the others. What is
 * pushed takes what hangs below it along.
 */
function placed(
  graph: ArgumentGraph,
  scene: Scene,
  pins: ReadonlyMap<ElementId, Shift>,
): Map<ElementId, Box> {
  const flow = flowIn(scene.direction)
  const places = new Map<ElementId, Box>()
  const pushes = new Map<ElementId, number>()
  const taken = createBoxIndex()
  const loops = loopsIn(scene)
  const free: Wish[] = []
  const inherited = new Map<ElementId, Shift>(pins)
  for (const box of [...scene.nodes, ...scene.junctions]) {
    const shift = shiftOf(graph, box.id, inherited)
    const isFixed = pins.has(box.id)
    const x = box.x + (isFixed ? shift.x : Math.round(shift.x))
    const y = box.y + (isFixed ? shift.y : Math.round(shift.y))
    const place = { x, y, width: box.width, height: box.height }
    if (isFixed) {
      places.set(box.id, place)
      taken.add(grown(place, loops.get(box.id)))
    } else free.push({ ...place, id: box.id, follows: shift !== still })
  }
  free.sort(
    (a, b) =>
      Number(b.follows) - Number(a.follows) || flow.start(a) - flow.start(b) || a.x - b.x || a.y - b.y,
  )
  for (const { id, x, y, width, height } of free) {
    const above = elementAbove(graph, id)
    const push = above === undefined ? 0 : (pushes.get(above) ?? 0)
    const wish = flow.moved({ x, y, width, height }, push)
    const roof = above === undefined ? undefined : places.get(above)
    const whole = grown(wish, loops.get(id))
    const found = nearestFree(whole, taken, { flow, least: leastStart(roof, whole) })
    const by = flow.start(found) - flow.start(whole)
    places.set(id, flow.moved(wish, by))
    pushes.set(id, push + by)
    taken.add(found)
  }
  return places

  /** How far back a box may go: below what it hangs under, but where sections part them not past its siblings. */
  function leastStart(roof: Box | undefined, wish: Box): number {
    if (graph.layout?.sections === true && !(roof && flow.end(roof) <= flow.start(wish))) return Infinity
    return roof ? flow.end(roof) + room : -Infinity
  }
}

/** What stands out of a box at its right and below it, px. */
interface Overhang {
  readonly right: number
  readonly bottom: number
}

/** How far loops stand out of their boxes: they need that room wherever the box goes. */
function loopsIn(scene: Scene): Map<ElementId, Overhang> {
  const boxes = new Map<ElementId, Box>(scene.nodes.map((box) => [box.id, box]))
  const loops = new Map<ElementId, Overhang>()
  for (const { from, to, points } of scene.paths) {
    const box = from === to ? boxes.get(from) : undefined
    if (!box) continue
    const { right, bottom } = loops.get(from) ?? { right: 0, bottom: 0 }
    loops.set(from, {
      right: Math.max(right, ...points.map(([x]) => x - box.x - box.width)),
      bottom: Math.max(bottom, ...points.map(([, y]) => y - box.y - box.height)),
    })
  }
  return loops
}

function grown(box: Box, { right, bottom }: Overhang = { right: 0, bottom: 0 }): Box {
  return { ...box, width: box.width + right, height: box.height + bottom }
}

function elementAbove(graph: ArgumentGraph, id: ElementId): ElementId | undefined {
  return relationAt(graph, id)?.to ?? parentOf(graph, id)
}

/** How far the nearest pinned ancestor was moved; remembered for everything on the way. */
function shiftOf(graph: ArgumentGraph, start: ElementId, known: Map<ElementId, Shift>): Shift {
  const way: ElementId[] = []
  const seen = new Set<ElementId>()
  let at: ElementId | undefined = start
  while (at !== undefined && !known.has(at) && !seen.has(at)) {
    way.push(at)
    seen.add(at)
    at = elementAbove(graph, at)
  }
  const shift = (at === undefined ? undefined : known.get(at)) ?? still
  for (const id of way) known.set(id, shift)
  return shift
}

/** The way a map runs: how far along it a box begins and ends, and the box moved along it. */
interface Flow {
  readonly start: (box: Box) => number
  readonly end: (box: Box) => number
  readonly moved: (box: Box, by: number) => Box
}

function flowIn(direction: Direction): Flow {
  const sign = direction === 'down' || direction === 'right' ? 1 : -1
  const low = (box: Box) => (isSideways(direction) ? box.x : box.y)
  const high = (box: Box) => (isSideways(direction) ? box.x + box.width : box.y + box.height)
  return {
    start: (box) => (sign === 1 ? low(box) : -high(box)),
    end: (box) => (sign === 1 ? high(box) : -low(box)),
    moved: (box, by) =>
      isSideways(direction) ? { ...box, x: box.x + sign * by } : { ...box, y: box.y + sign * by },
  }
}

/** The nearest place along the flow that touches nothing: forwards, or back as far as `least`. */
function nearestFree(wish: Box, taken: BoxIndex, { flow, least }: { flow: Flow; least: number }): Box {
  const after = slide((box, hit) => Math.ceil(flow.end(hit) + room - flow.start(box)))
  const before = slide((box, hit) => Math.floor(flow.start(hit) - room - flow.end(box)))
  const isBackAllowed = flow.start(before) >= least
  const distance = (box: Box) => Math.abs(flow.start(box) - flow.start(wish))
  return isBackAllowed && distance(before) < distance(after) ? before : after

  function slide(step: (box: Box, hit: Box) => number): Box {
    let box = wish
    for (let hit = taken.hit(box, tooNear); hit; hit = taken.hit(box, tooNear))
      box = flow.moved(box, step(box, hit))
    return box
  }
}

interface Led {
  readonly paths: readonly ScenePath[]
  /** Indices of those led anew. */
  readonly anew: readonly number[]
}

/** Paths whose ends moved alike move along; those whose ends moved apart, or that were built over, are led anew. */
function led(scene: Scene, before: ReadonlyMap<ElementId, Box>, after: ReadonlyMap<ElementId, Box>): Led {
  const anew: number[] = []
  const boxes = [...after.values()]
  const index = createBoxIndex()
  for (const box of boxes) index.add(box)
  const count = new Map<ElementId, number>()
  const countAt = (id: ElementId) => {
    const taken = count.get(id) ?? 0
    count.set(id, taken + 1)
    return taken
  }
  const paths = scene.paths.map((path, line) => {
    const [from, to] = [after.get(path.from), after.get(path.to)]
    const [fromOld, toOld] = [before.get(path.from), before.get(path.to)]
    if (!from || !to || !fromOld || !toOld) return path
    const [dx, dy] = [from.x - fromOld.x, from.y - fromOld.y]
    const isWhole = dx === to.x - toOld.x && dy === to.y - toOld.y
    if (isWhole) {
      const points = path.points.map(([x, y]): Point => [x + dx, y + dy])
      if (from === to || !isBuiltOver(points, index)) return { ...path, points }
    }
    anew.push(line)
    const taken = [countAt(path.from), countAt(path.to)] as const
    return { ...path, points: simplified(wayAround({ from, to, direction: scene.direction, taken }, boxes)) }
  })
  return { paths, anew }
}

/** Lines led anew keep off the others where these happened to take the same way. */
function apart(graph: ArgumentGraph, { paths, anew }: Led, boxes: ReadonlyMap<ElementId, Box>): ScenePath[] {
  const lines = paths.map(({ points }) => [...points])
  const bundles = new Map<string, number>()
  const bundleOf = (line: number) => {
    const path = paths[line]
    const kind = path?.part === 'premise' ? 'premise' : relationAt(graph, path?.id ?? '')?.kind
    const name = JSON.stringify([kind, path?.to])
    const known = bundles.get(name) ?? bundles.size
    bundles.set(name, known)
    return known
  }
  const spanOf: Separation['spanOf'] = (line, end, border) => {
    const box = boxes.get((end === 'source' ? paths[line]?.from : paths[line]?.to) ?? '')
    if (!box) return undefined
    return border === 'side' ? [box.y + 2, box.y + box.height - 2] : [box.x + 2, box.x + box.width - 2]
  }
  separateLines(lines, { movable: anew, bundleOf, spanOf, mostShift: mostApart })
  return paths.map((path, line) => ({ ...path, points: lines[line] ?? path.points }))
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
