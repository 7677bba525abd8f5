/**
 * The scenes between two scenes, so that positions change smoothly. Boxes keep their new size and text
 * at once; paths move with them. What is new stands at its place from the first frame.
 */
import type { Box, Scene, ScenePath } from '../../scene/scene.ts'

/** Above this many nodes a change is shown at once: moving them all would only stutter. */
export const tweenLimit = 500

/** The scene at `t` (0 = `from`, 1 = `to`). Unmoved boxes are the objects of `to`. */
export function sceneBetween(from: Scene, to: Scene, t: number): Scene {
  if (t >= 1) return to
  const nodes = new Map(from.nodes.map((box) => [box.id, box]))
  const junctions = new Map(from.junctions.map((box) => [box.id, box]))
  const paths = new Map(from.paths.map((path) => [path.key, path]))
  return {
    ...to,
    nodes: to.nodes.map((box) => boxBetween(nodes.get(box.id), box, t)),
    junctions: to.junctions.map((box) => boxBetween(junctions.get(box.id), box, t)),
    paths: to.paths.map((path) => pathBetween(paths.get(path.key), path, t)),
  }
}

/** Slow at both ends: cubic ease in and out on 0 to 1. */
export function ease(t: number): number {
  return t < 0.5 ? 4 * t ** 3 : 1 - (-2 * t + 2) ** 3 / 2
}

function boxBetween<T extends Box>(from: T | undefined, to: T, t: number): T {
  if (!from || (from.x === to.x && from.y === to.y)) return to
  return { ...to, x: mix(from.x, to.x, t), y: mix(from.y, to.y, t) }
}

function pathBetween(from: ScenePath | undefined, to: ScenePath, t: number): ScenePath {
  if (!from) return to
  const start = sampled(from.points, to.points.length)
  const points = to.points.map(([x, y], index): readonly [number, number] => {
    const [fromX, fromY] = start[index] ?? [x, y]
    return [mix(fromX, x, t), mix(fromY, y, t)]
  })
  const sign: { sign?: readonly [number, number] } =
    to.sign && from.sign ? { sign: [mix(from.sign[0], to.sign[0], t), mix(from.sign[1], to.sign[1], t)] } : {}
  return { ...to, points, ...sign }
}

/** The points spread over another number of corners, ends kept. */
function sampled(points: ScenePath['points'], count: number): ScenePath['points'] {
  if (points.length === count) return points
  return Array.from({ length: count }, (_, index) => {
    const at = (index / (count - 1)) * (points.length - 1)
    const before = points[Math.floor(at)] ?? [0, 0]
    const after = points[Math.ceil(at)] ?? before
    return [mix(before[0], after[0], at % 1), mix(before[1], after[1], at % 1)] as const
  })
}

function mix(a: number, b: number, t: number): number {
  return a + (b - a) * t
}
