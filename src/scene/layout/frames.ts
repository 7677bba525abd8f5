/**
 * Sections as tinted areas. An area holds statements of its own section and no other, and no two areas
 * overlap, so a section whose statements stand apart has several areas of one tint. Neighbours are joined
 * while that holds and the area is not mostly empty.
 */
import { nodeAt, type ArgumentGraph, type SectionId } from '../../model/graph.ts'
import { inOrder } from '../../model/order.ts'
import type { Box, Scene, SectionFrame } from '../scene.ts'

/** Air around the statements of an area, px: two neighbours of one row leave a little between their areas. */
const air = 9
/** Room above for the title, px; only where nothing else stands. */
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

/** The areas of all sections, in the author's order of sections; none unless they are switched on. */
export function framesOf(graph: ArgumentGraph, scene: Scene): SectionFrame[] {
  if (graph.layout?.sections !== true) return []
  // A folded section is its own box; it needs no area.
  const open = scene.nodes.filter((box) => box.section === undefined)
  const sectionOf = new Map(open.map((box) => [box.id, nodeAt(graph, box.id)?.section]))
  const single = scene.nodes.flatMap((box): Area[] => {
    const section = sectionOf.get(box.id)
    if (section === undefined || !Object.hasOwn(graph.sections, section)) return []
    const area = grown(box, air)
    return [{ ...area, section, filled: sizeOf(area) }]
  })
  let areas = single
  for (const section of inOrder(graph.sections)) {
    const foreign = scene.nodes.filter((box) => sectionOf.get(box.id) !== section)
    areas = joined(areas, section, foreign)
  }
  return inOrder(graph.sections).flatMap((id) =>
    areas
      .filter(({ section }) => section === id)
      .map((area) => titled(area, graph.sections[id]?.title ?? '', [...scene.nodes, ...areas])),
  )
}

/** Joins the areas of one section, upper left ones first, until no two can be joined. */
function joined(all: readonly Area[], section: SectionId, foreign: readonly Box[]): Area[] {
  const others = all.filter((area) => area.section !== section)
  const blocked = [...foreign.map((box) => grown(box, air)), ...others]
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

/** The area as it is drawn: with its title above, where that covers nothing. */
function titled({ section, x, y, width, height }: Area, title: string, things: readonly Box[]): SectionFrame {
  const strip = { x, y: y - titleRoom, width, height: titleRoom }
  const isFree = !things.some((box) => isOverlapping(strip, box))
  return isFree
    ? { id: section, title, x, y: strip.y, width, height: height + titleRoom }
    : { id: section, title: '', x, y, width, height }
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
