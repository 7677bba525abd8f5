/**
 * Sections as tinted areas. An area holds statements of its own section and no other, so a section whose
 * statements stand apart has several areas of one tint. Neighbours are joined while that holds.
 */
import { nodeAt, type ArgumentGraph, type SectionId } from '../../model/graph.ts'
import { inOrder } from '../../model/order.ts'
import type { Box, NodeBox, Scene, SectionFrame } from '../scene.ts'

/** Air around the statements of an area, px. */
const air = 9
/** Room above for the title, px; only where nothing else stands. */
const titleRoom = 22
/** Areas further apart than this are not joined, px. */
const reach = 160

/** The areas of all sections, in the author's order of sections; none unless they are switched on. */
export function framesOf(graph: ArgumentGraph, scene: Scene): SectionFrame[] {
  if (graph.layout?.sections !== true) return []
  return inOrder(graph.sections).flatMap((id) => framesOfSection(graph, scene, id))
}

function framesOfSection(graph: ArgumentGraph, scene: Scene, id: SectionId): SectionFrame[] {
  const own: NodeBox[] = []
  const foreign: Box[] = []
  for (const box of scene.nodes) (nodeAt(graph, box.id)?.section === id ? own : foreign).push(box)
  const title = graph.sections[id]?.title ?? ''
  return joined(
    own.map((box) => grown(box, air)),
    foreign,
  ).map((area) => {
    const titled = { ...area, y: area.y - titleRoom, height: area.height + titleRoom }
    const fits = !foreign.some((box) => isOverlapping(titled, box))
    return { ...(fits ? titled : area), id, title: fits ? title : '' }
  })
}

/** Joins areas pairwise, nearest first, until no two can be joined without taking in something foreign. */
function joined(areas: readonly Box[], foreign: readonly Box[]): Box[] {
  let open = [...areas].sort((a, b) => a.y - b.y || a.x - b.x)
  for (let changed = true; changed;) {
    changed = false
    const next: Box[] = []
    for (const area of open) {
      const mate = next.findIndex(
        (other) => isOverlapping(grown(area, reach), other) && isFree(union(area, other), foreign),
      )
      const other = next[mate]
      if (other) {
        next[mate] = union(area, other)
        changed = true
      } else next.push(area)
    }
    open = next
  }
  return open
}

function isFree(area: Box, foreign: readonly Box[]): boolean {
  return !foreign.some((box) => isOverlapping(grown(box, air), area))
}

function grown({ x, y, width, height }: Box, by: number): Box {
  return { x: x - by, y: y - by, width: width + 2 * by, height: height + 2 * by }
}

function union(a: Box, b: Box): Box {
  const x = Math.min(a.x, b.x)
  const y = Math.min(a.y, b.y)
  return {
    x,
    y,
    width: Math.max(a.x + a.width, b.x + b.width) - x,
    height: Math.max(a.y + a.height, b.y + b.height) - y,
  }
}

function isOverlapping(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height
}
