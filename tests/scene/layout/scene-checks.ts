/**
 * What must be true of every scene, as functions that list what is wrong with one, in words: so that a
 * failing property says which boxes or lines are at fault.
 */
import { sectionOfFold } from '../../../src/model/fold.ts'
import { nodeAt, relationAt, type ArgumentGraph, type ElementId } from '../../../src/model/graph.ts'
import { childrenOf, concludedNode, structureOf } from '../../../src/model/structure.ts'
import { hasJunction } from '../../../src/scene/layout/network.ts'
import { visiblePart } from '../../../src/scene/layout/visible.ts'
import { createInterMeasurer } from '../../../src/scene/measure/inter-measurer.ts'
import type { Box, Scene, ScenePath } from '../../../src/scene/scene.ts'

/** Boxes and junctions that overlap, two pinned ones excepted: those the user put there. */
export function overlapsIn(scene: Scene): string[] {
  const pinned = new Set(scene.nodes.flatMap(({ id, pinned: isPinned }) => (isPinned ? [id] : [])))
  // Sweeping along the longer side leaves few neighbours to compare with.
  const isTall = scene.bounds.height > scene.bounds.width
  const start = (box: Box) => (isTall ? box.y : box.x)
  const size = (box: Box) => (isTall ? box.height : box.width)
  const boxes = [...scene.nodes, ...scene.junctions].toSorted((a, b) => start(a) - start(b))
  const faults: string[] = []
  for (const [index, box] of boxes.entries()) {
    for (let next = index + 1; next < boxes.length; next += 1) {
      const other = boxes[next]
      if (!other || start(other) >= start(box) + size(box)) break
      if (pinned.has(box.id) && pinned.has(other.id)) continue
      const isBeside = other.x >= box.x + box.width || box.x >= other.x + other.width
      const isBelow = other.y >= box.y + box.height || box.y >= other.y + other.height
      if (!isBeside && !isBelow) faults.push(`${box.id} overlaps ${other.id}`)
    }
  }
  return faults
}

/**
 * Free siblings out of the author's order: pairs that hang under the same element in the tree, by left border
 * and by centre across. In a stack both are equal and the order runs along. Where sections are shown, siblings
 * of different ones stand in different frames, so these follow the order in which the frames are arranged.
 */
export function disorderIn(graph: ArgumentGraph, scene: Scene): string[] {
  const isSideways = scene.direction === 'left' || scene.direction === 'right'
  const boxes = new Map<ElementId, Box>(scene.nodes.flatMap((box) => (box.pinned ? [] : [[box.id, box]])))
  const { parentRelation } = structureOf(graph)
  const faults: string[] = []
  const { nodes, relations } = visiblePart(graph)
  for (const parent of [...nodes, ...relations]) {
    const children = childrenOf(graph, parent).filter((id) => {
      const relation = parentRelation.get(id)
      return boxes.has(id) && relation !== undefined && graph.relations[relation]?.to === parent
    })
    for (const [index, left] of children.entries()) {
      const right = children
        .slice(index + 1)
        .find((id) => sectionShown(graph, id) === sectionShown(graph, left))
      const [a, b] = [boxes.get(left), boxes.get(right ?? '')]
      if (!a || !b || right === undefined) continue
      const start = isSideways ? b.y - a.y : b.x - a.x
      const centre = start + (isSideways ? b.height - a.height : b.width - a.width) / 2
      const isInColumn = isSideways ? a.y === b.y : a.x === b.x
      const along = { down: b.y - a.y, up: a.y - b.y, right: b.x - a.x, left: a.x - b.x }[scene.direction]
      if (isInColumn ? along <= 0 && centre <= 0 : start < 0 || centre < 0) {
        faults.push(`${left} should come before ${right} under ${parent}`)
      }
    }
  }
  return faults
}

/** The section in whose frame a statement is to stand. */
function sectionShown(graph: ArgumentGraph, id: ElementId): string | undefined {
  const section = nodeAt(graph, id)?.section
  const isShown = graph.layout?.sections === true && sectionOfFold(id) === undefined
  return isShown && section !== undefined && Object.hasOwn(graph.sections, section) ? section : undefined
}

/**
 * Sections that have no frame or several, frames without their title, frames that overlap or leave out a
 * statement of their section, hold only a part of a box, or hold something that is none of theirs.
 */
export function frameFaultsIn(graph: ArgumentGraph, scene: Scene): string[] {
  const sections = new Set(scene.nodes.flatMap(({ id }) => sectionShown(graph, id) ?? []))
  const faults: string[] = []
  for (const id of new Set([...sections, ...scene.frames.map((frame) => frame.id)])) {
    const count = scene.frames.filter((frame) => frame.id === id).length
    if (count !== Number(sections.has(id))) faults.push(`${id} has ${count} frames`)
  }
  for (const [index, frame] of scene.frames.entries()) {
    if (frame.title !== graph.sections[frame.id]?.title) faults.push(`${frame.id} is titled ${frame.title}`)
    for (const other of scene.frames.slice(index + 1)) {
      if (isOverlapping(frame, other)) faults.push(`${frame.id} overlaps ${other.id}`)
    }
    const title = { x: frame.x, y: frame.y, width: frame.width, height: titleHeight }
    for (const box of [...scene.nodes, ...scene.junctions]) {
      const of = concludedNode(graph, box.id)
      const isOwn = of !== undefined && sectionShown(graph, of) === frame.id
      if (isOwn && !isInside(box, frame)) faults.push(`${box.id} is not in ${frame.id}`)
      if (!isOwn && isOverlapping(box, frame)) faults.push(`${box.id} is in ${frame.id}`)
      if (isOverlapping(box, title)) faults.push(`${box.id} covers the title of ${frame.id}`)
    }
  }
  return faults
}

/** Of the strip at the top of a frame, and from its left to the title, px. */
const [titleHeight, besideTitle] = [26, 14]
const measurer = createInterMeasurer()

function isOverlapping(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height
}

function isInside(inner: Box, outer: Box): boolean {
  return (
    inner.x >= outer.x &&
    inner.y >= outer.y &&
    inner.x + inner.width <= outer.x + outer.width &&
    inner.y + inner.height <= outer.y + outer.height
  )
}

/** Lines that run over the titles of frames, which are set in the upper left corner. */
export function linesOverTitlesIn(scene: Scene): string[] {
  return scene.frames.flatMap(({ id, title, x, y }) => {
    const width = 2 * besideTitle + measurer.widthOf(title, { size: 13, weight: 600 })
    const strip = { x, y, width, height: titleHeight }
    return scene.paths
      .filter(({ points }) =>
        points.some(([fromX, fromY], index) => {
          const [toX, toY] = points[index + 1] ?? [fromX, fromY]
          const [left, top] = [Math.min(fromX, toX), Math.min(fromY, toY)]
          return runsInside([left, top, Math.max(fromX, toX), Math.max(fromY, toY)], strip)
        }),
      )
      .map(({ key }) => `${key} runs over the title of ${id}`)
  })
}

/** Drawn lines that are missing, too many, or whose ends are not on the borders of their boxes. */
export function lineFaultsIn(graph: ArgumentGraph, scene: Scene): string[] {
  const visible = visiblePart(graph)
  const boxes = new Map<ElementId, Box>([...scene.nodes, ...scene.junctions].map((box) => [box.id, box]))
  const expected = new Set<string>()
  for (const id of visible.relations) {
    const relation = relationAt(graph, id)
    if (!relation) continue
    if (!hasJunction(graph, id)) expected.add(`${id} whole ${relation.from[0]} ${relation.to}`)
    else {
      expected.add(`${id} conclusion ${id} ${relation.to}`)
      for (const premise of new Set(relation.from)) {
        if (visible.isVisible(premise)) expected.add(`${id} premise ${premise} ${id}`)
      }
    }
  }
  const faults: string[] = []
  const keys = new Set<string>()
  for (const path of scene.paths) {
    const name = `${path.id} ${path.part} ${path.from} ${path.to}`
    if (!expected.delete(name)) faults.push(`unexpected: ${name}`)
    if (keys.has(path.key)) faults.push(`key twice: ${path.key}`)
    keys.add(path.key)
    const [from, to] = [boxes.get(path.from), boxes.get(path.to)]
    const [start, end] = [path.points[0], path.points.at(-1)]
    if (path.points.length < 2 || !from || !to || !start || !end) faults.push(`no line: ${name}`)
    else {
      if (!isOnBorder(start, from))
        faults.push(`${name} starts at ${String(start)}, off ${JSON.stringify(from)}`)
      if (!isOnBorder(end, to)) faults.push(`${name} ends at ${String(end)}, off ${JSON.stringify(to)}`)
    }
    if ((path.sign === undefined) !== (path.part === 'premise')) faults.push(`sign of ${name}`)
  }
  return [...faults, ...[...expected].map((name) => `missing: ${name}`)]
}

/** Lines that run through a box that is not their end, or through their own. */
export function linesThroughBoxesIn(scene: Scene): string[] {
  const boxes = [...scene.nodes, ...scene.junctions].toSorted((a, b) => a.x - b.x)
  const faults: string[] = []
  for (const path of scene.paths) {
    for (const [index, [x, y]] of path.points.entries()) {
      const [toX, toY] = path.points[index + 1] ?? [x, y]
      const [left, right] = [Math.min(x, toX), Math.max(x, toX)]
      const [top, bottom] = [Math.min(y, toY), Math.max(y, toY)]
      for (const box of boxes) {
        if (box.x >= right && !(left === right && box.x < right)) break
        const isInside =
          box.x < right + 0.01 &&
          left - 0.01 < box.x + box.width &&
          box.y < bottom + 0.01 &&
          top - 0.01 < box.y + box.height
        if (isInside && runsInside([left, top, right, bottom], box)) {
          faults.push(`${path.key} runs through ${box.id}`)
        }
      }
    }
  }
  return faults
}

const signRadius = 7

/** Signs that lie on a box. */
export function signsOnBoxesIn(scene: Scene): string[] {
  const faults: string[] = []
  for (const { key, sign } of scene.paths) {
    if (!sign) continue
    const [x, y] = sign
    for (const box of [...scene.nodes, ...scene.junctions]) {
      const dx = Math.max(box.x - x, 0, x - box.x - box.width)
      const dy = Math.max(box.y - y, 0, y - box.y - box.height)
      if (dx * dx + dy * dy < signRadius * signRadius) faults.push(`the sign of ${key} covers ${box.id}`)
    }
  }
  return faults
}

/** Signs that lie on another sign. */
export function signsOnSignsIn(scene: Scene): string[] {
  const signs = scene.paths.flatMap(({ key, sign }) => (sign ? [{ key, sign }] : []))
  return signs.flatMap(({ key, sign: [x, y] }, index) =>
    signs.slice(index + 1).flatMap(({ key: other, sign: [otherX, otherY] }) => {
      const [dx, dy] = [otherX - x, otherY - y]
      return dx * dx + dy * dy < 4 * signRadius * signRadius
        ? [`the sign of ${key} covers that of ${other}`]
        : []
    }),
  )
}

/** Lines that run along each other although they end at different boxes or mean different things. */
export function sharedTracksIn(graph: ArgumentGraph, scene: Scene): string[] {
  const tracks = new Map<string, { low: number; high: number; bundle: string; key: string }[]>()
  for (const { key, id, part, to, points } of scene.paths) {
    const bundle = part === 'premise' ? `premise ${to}` : `${relationAt(graph, id)?.kind} ${to}`
    for (const [index, [toX, toY]] of points.slice(1).entries()) {
      const [x, y] = points[index] ?? [toX, toY]
      const track = x === toX ? `x ${x}` : `y ${y}`
      const [low, high] =
        x === toX ? [Math.min(y, toY), Math.max(y, toY)] : [Math.min(x, toX), Math.max(x, toX)]
      tracks.set(track, [...(tracks.get(track) ?? []), { low, high, bundle, key }])
    }
  }
  return [...tracks].flatMap(([track, pieces]) =>
    pieces.flatMap((piece, index) =>
      pieces
        .slice(index + 1)
        .filter(
          (other) =>
            other.bundle !== piece.bundle &&
            Math.min(piece.high, other.high) - Math.max(piece.low, other.low) > 1,
        )
        .map((other) => `${piece.key} runs along ${other.key} at ${track}`),
    ),
  )
}

/** Numbers in a scene that are not whole, pinned boxes excepted. */
export function fractionsIn(scene: Scene): string[] {
  const isWhole = (...values: readonly number[]) => values.every((value) => Number.isInteger(value))
  const boxes = [...scene.nodes.filter(({ pinned }) => !pinned), ...scene.junctions]
  return boxes
    .filter((box) => !isWhole(box.x, box.y, box.width, box.height))
    .map((box) => `${box.id} at ${box.x}, ${box.y}`)
}

function isOnBorder([x, y]: ScenePath['points'][number], box: Box): boolean {
  const [right, bottom] = [box.x + box.width, box.y + box.height]
  const isAcross = x >= box.x && x <= right
  const isAlong = y >= box.y && y <= bottom
  return (isAcross && (y === box.y || y === bottom)) || (isAlong && (x === box.x || x === right))
}

function runsInside([left, top, right, bottom]: [number, number, number, number], box: Box): boolean {
  return left < box.x + box.width && right > box.x && top < box.y + box.height && bottom > box.y
}
