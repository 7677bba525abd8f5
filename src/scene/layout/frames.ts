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

function searchedFrames(graph: ArgumentGraph, scene: Scene): Frame[] {
  const sectionOf = new Map(
    scene.nodes.map(({ id, section: folded }) => {
      const section = folded === undefined ? nodeAt(graph, id)?.section : undefined
      return [id, section !== undefined && Object.hasOwn(graph.sections, section) ? section : undefined]
    }),
  )
  const order = inOrder(graph.sections)
  let areas: readonly Area[] = []
  for (const section of order) {
    const own = scene.nodes.filter(({ id }) => sectionOf.get(id) === section)
    const foreign = scene.nodes.filter(({ id }) => sectionOf.get(id) !== section)
    areas = [...areas, ...areasOf(section, own, [...foreign.map((box) => grown(box, air)), ...areas])]
  }
  for (const section of order) {
    const foreign = scene.nodes.filter(({ id }) => sectionOf.get(id) !== section)
    areas = joined(areas, section, foreign)
  }
  return areas.map((area) => titled(area, [...scene.nodes, ...areas]))
}

/** One area around all of these statements, or around those that are not pinned, or else one around each. */
function areasOf(section: SectionId, own: readonly NodeBox[], others: readonly Box[]): Area[] {
  const single = own.map((box): Area => {
    const area = grown(box, air)
    return { ...area, section, filled: sizeOf(area) }
  })
  const isPinned = (_: unknown, index: number) => own[index]?.pinned === true
  for (const members of [single, single.filter((area, index) => !isPinned(area, index))]) {
    const [first, ...further] = members
    if (!first) continue
    const whole = further.reduce(union, first)
    if (others.some((box) => isOverlapping(whole, box))) continue
    const outside = single.filter((area) => !members.includes(area) && !isWithin(area, whole))
    if (outside.some((area) => isOverlapping(area, whole))) continue
    return [{ ...whole, filled: sizeOf(whole) }, ...outside]
  }
  return single
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
