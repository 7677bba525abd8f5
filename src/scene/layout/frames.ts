/**
 * Sections as tinted areas. An area holds statements of its own section and no other, and no two areas
 * overlap. The map is arranged so that each section has one (sections.ts). Only where statements are pinned,
 * and so may stand anywhere, a section may have several of one tint: then statements that stand apart are
 * joined while that includes no others and the area is not mostly empty.
 */
import { nodeAt, type ArgumentGraph, type SectionId } from '../../model/graph.ts'
import { inOrder } from '../../model/order.ts'
import type { TextMeasurer } from '../measure/text-measurer.ts'
import type { Box, NodeBox, Scene, SectionFrame } from '../scene.ts'
import { boundsOf, type PlacedFrame } from './drawing.ts'
import { shortened } from './sections.ts'

/** Air around the statements of an area that is searched for, px: two neighbours leave a little between theirs. */
const air = 9
/** Room above it for the title, px; only where nothing else stands. */
const titleRoom = 22
/** Areas further apart than this are not joined, px. */
const reach = 160
/** How many times as large as its statements an area may be. */
const mostEmpty = 5

interface Area extends Box {
  readonly section: SectionId
  /** Size of the statements in it, with their air. */
  readonly filled: number
}

/**
 * The scene with the areas of all sections, in the author's order of sections: those that were planned for,
 * unless a statement is pinned. None unless they are switched on.
 */
export function withFrames(
  graph: ArgumentGraph,
  scene: Scene,
  { planned, measurer }: { readonly planned: readonly PlacedFrame[]; readonly measurer: TextMeasurer },
): Scene {
  if (graph.layout?.sections !== true) return scene
  const titleOf = (id: SectionId) => shortened(graph.sections[id]?.title ?? '', measurer)
  const found = scene.nodes.some(({ pinned }) => pinned)
    ? searchedFrames(graph, scene)
    : planned.map(({ section, ...box }): Frame => ({ ...box, section, hasTitle: true }))
  const frames = inOrder(graph.sections).flatMap((id) =>
    found
      .filter(({ section }) => section === id)
      .map(({ x, y, width, height, hasTitle }): SectionFrame => {
        return { id, title: hasTitle ? titleOf(id) : '', x, y, width, height }
      }),
  )
  return frames.length === 0 ? scene : { ...scene, bounds: boundsOf([scene.bounds, ...frames], []), frames }
}

interface Frame extends Box {
  readonly section: SectionId
  readonly hasTitle: boolean
}

/** Frames by where statements stand: one around each section where that is possible. */
function searchedFrames(graph: ArgumentGraph, scene: Scene): Frame[] {
  const sectionOf = new Map(
    scene.nodes.map(({ id, section: folded }) => {
      const section = folded === undefined ? nodeAt(graph, id)?.section : undefined
      return [id, section !== undefined && Object.hasOwn(graph.sections, section) ? section : undefined]
    }),
  )
  const sections = inOrder(graph.sections).map((section) => ({
    section,
    own: scene.nodes.filter(({ id }) => sectionOf.get(id) === section),
    foreign: scene.nodes.filter(({ id }) => sectionOf.get(id) !== section),
  }))
  let areas: readonly Area[] = sections.flatMap(({ section, own }) =>
    own.map((box) => areaOf(section, box, scene.nodes)),
  )
  for (const { section, own, foreign } of sections) {
    const others = areas.filter((area) => area.section !== section)
    const single = areas.filter((area) => area.section === section)
    const free = single.filter((_, index) => own[index]?.pinned === false)
    const blocked = [...foreign, ...others]
    areas = [...others, ...(together(single, single, blocked) ?? together(free, single, blocked) ?? single)]
  }
  for (const { section, foreign } of sections) areas = joined(areas, section, foreign)
  return areas.map((area) => titled(area, [...scene.nodes, ...areas]))
}

/** The area of one statement: it takes no more than half of the way to the nearest other one. */
function areaOf(section: SectionId, box: NodeBox, all: readonly NodeBox[]): Area {
  const nearest = all.reduce(
    (least, other) => (other === box ? least : Math.min(least, distance(box, other))),
    Infinity,
  )
  const area = grown(box, Math.max(0, Math.min(air, Math.floor(nearest / 2))))
  return { ...area, section, filled: sizeOf(area) }
}

/** How far two boxes are apart across or along, whichever is more. */
function distance(a: Box, b: Box): number {
  return Math.max(b.x - a.x - a.width, a.x - b.x - b.width, b.y - a.y - a.height, a.y - b.y - b.height)
}

/** One area around some of a section, beside what is left of it; undefined where anything else is in the way. */
function together(
  members: readonly Area[],
  all: readonly Area[],
  blocked: readonly Box[],
): Area[] | undefined {
  const [first, ...further] = members
  if (!first) return undefined
  const whole = further.reduce(union, first)
  const left = all.filter((area) => !isWithin(area, whole))
  if ([...blocked, ...left].some((box) => isOverlapping(whole, box))) return undefined
  return [{ ...whole, filled: sizeOf(whole) }, ...left]
}

/** Joins the areas of one section, upper left ones first, until no two can be joined. */
function joined(all: readonly Area[], section: SectionId, foreign: readonly Box[]): Area[] {
  const others = all.filter((area) => area.section !== section)
  const blocked = [...foreign, ...others]
  let own = all.filter((area) => area.section === section).sort((a, b) => a.y - b.y || a.x - b.x)
  for (let changed = true; changed;) {
    changed = false
    const next: Area[] = []
    for (const area of own) {
      const mate = next.findIndex((other) => canJoin(area, other, [...next, ...own]))
      const other = next[mate]
      if (other) {
        next[mate] = union(area, other)
        changed = true
      } else next.push(area)
    }
    own = next
  }
  return [...others, ...own]

  function canJoin(area: Area, other: Area, neighbours: readonly Area[]): boolean {
    if (!isOverlapping(grown(area, reach), other)) return false
    const whole = union(area, other)
    if (sizeOf(whole) > mostEmpty * whole.filled) return false
    const isInTheWay = (box: Area) =>
      !isWithin(box, area) && !isWithin(box, other) && isOverlapping(whole, box)
    return !blocked.some((box) => isOverlapping(whole, box)) && !neighbours.some(isInTheWay)
  }
}

/** The area as it is drawn: with room for its title above, where that covers nothing. */
function titled({ section, x, y, width, height }: Area, things: readonly Box[]): Frame {
  const strip = { x, y: y - titleRoom, width, height: titleRoom }
  return things.some((box) => isOverlapping(strip, box))
    ? { section, x, y, width, height, hasTitle: false }
    : { section, x, y: strip.y, width, height: height + titleRoom, hasTitle: true }
}

function grown({ x, y, width, height }: Box, by: number): Box {
  return { x: x - by, y: y - by, width: width + 2 * by, height: height + 2 * by }
}

function union(a: Area, b: Area): Area {
  const x = Math.min(a.x, b.x)
  const y = Math.min(a.y, b.y)
  const width = Math.max(a.x + a.width, b.x + b.width) - x
  const height = Math.max(a.y + a.height, b.y + b.height) - y
  return { x, y, width, height, section: a.section, filled: a.filled + b.filled }
}

function sizeOf({ width, height }: Box): number {
  return width * height
}

function isWithin(inner: Box, outer: Box): boolean {
  return (
    inner.x >= outer.x &&
    inner.y >= outer.y &&
    inner.x + inner.width <= outer.x + outer.width &&
    inner.y + inner.height <= outer.y + outer.height
  )
}

function isOverlapping(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height
}
