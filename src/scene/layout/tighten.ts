/**
 * All distances smaller than usual, for small maps that would otherwise be smaller on a page than in plain
 * layers: the map is laid out with larger boxes, and the drawing is reduced until they have their own size.
 */
import type { Plan, Point, Rect } from './drawing.ts'
import type { IslandFrame, Network } from './network.ts'

/**
 * The network with boxes that come out right when its drawing is reduced.
 * @param scale how large distances are to be, to the usual ones
 */
export function enlarged(network: Network, scale: number): Network {
  const enlarge = (length: number) => Math.round(length / scale)
  const vertices = network.vertices.map((vertex) => ({
    ...vertex,
    width: enlarge(vertex.width),
    height: enlarge(vertex.height),
  }))
  const islands = network.islands?.map(({ frame, ...island }) =>
    frame ? { ...island, frame: enlargedFrame(frame, enlarge) } : island,
  )
  return { ...network, vertices, ...(islands ? { islands } : {}) }
}

/** Frames keep their own distances: their titles stand there. */
function enlargedFrame(frame: IslandFrame, enlarge: (length: number) => number): IslandFrame {
  return {
    section: frame.section,
    left: enlarge(frame.left),
    right: enlarge(frame.right),
    above: enlarge(frame.above),
    below: enlarge(frame.below),
    leastWidth: enlarge(frame.leastWidth),
    leastHeight: enlarge(frame.leastHeight),
    guarded: enlarge(frame.guarded),
  }
}

/** The drawing of an enlarged network reduced to that of the network itself: on whole px, from border to border. */
export function reduced(plan: Plan, network: Network, scale: number): Plan {
  const reduce = (length: number) => Math.round(length * scale)
  const boxes = plan.boxes.map(({ x, y }, index): Rect => {
    const { width = 0, height = 0 } = network.vertices[index] ?? {}
    return { x: reduce(x), y: reduce(y), width, height }
  })
  const lines = plan.lines.map(({ points }, index) => {
    const smaller = points.map(([x, y]): Point => [reduce(x), reduce(y)])
    const { source = -1, target = -1 } = network.links[index] ?? {}
    for (const [at, vertex] of [
      [0, source],
      [points.length - 1, target],
    ] as const) {
      const [large, small, from, to] = [plan.boxes[vertex], boxes[vertex], points[at], smaller[at]]
      if (large && small && from && to) smaller[at] = onBorder(from, large, { point: to, box: small })
    }
    return { points: smaller }
  })
  const frames = plan.frames.map(({ section, x, y, width, height }) => ({
    section,
    x: reduce(x),
    y: reduce(y),
    width: reduce(width),
    height: reduce(height),
  }))
  return { network, boxes, lines, frames }
}

/** The point moved to the side of its box at which it was before. */
function onBorder(
  [x, y]: Point,
  before: Rect,
  { point, box }: { readonly point: Point; readonly box: Rect },
): Point {
  if (y === before.y) return [point[0], box.y]
  if (y === before.y + before.height) return [point[0], box.y + box.height]
  return x === before.x ? [box.x, point[1]] : [box.x + box.width, point[1]]
}
