/**
 * The part of a scene that React Flow is given: what lies in a window on it, the ends of lines that cross
 * it, and what must be there wherever it stands. However large the map is, React Flow then keeps a few
 * hundred objects. All px in the scene's own coordinates.
 */
import type { ElementId } from '../../model/graph.ts'
import type { Box, NodeBox, Scene, ScenePath } from '../../scene/scene.ts'

/** Whether two boxes have a point in common. */
export function touches(a: Box, b: Box): boolean {
  return a.x <= b.x + b.width && b.x <= a.x + a.width && a.y <= b.y + b.height && b.y <= a.y + a.height
}

/** Whether `inner` lies within `outer`. */
export function contains(outer: Box, inner: Box): boolean {
  return (
    outer.x <= inner.x &&
    outer.y <= inner.y &&
    outer.x + outer.width >= inner.x + inner.width &&
    outer.y + outer.height >= inner.y + inner.height
  )
}

/** A box grown by this share of its size on every side. */
export function grown(box: Box, share: number): Box {
  return {
    x: box.x - box.width * share,
    y: box.y - box.height * share,
    width: box.width * (1 + 2 * share),
    height: box.height * (1 + 2 * share),
  }
}

/** The smallest box around a path. */
export function boundsOfPath({ points }: ScenePath): Box {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const [x, y] of points) {
    left = Math.min(left, x)
    right = Math.max(right, x)
    top = Math.min(top, y)
    bottom = Math.max(bottom, y)
  }
  return { x: left, y: top, width: right - left, height: bottom - top }
}

const pathBounds = new WeakMap<readonly ScenePath[], readonly Box[]>()

/** The boxes around a scene's paths, found once per list of paths. */
function boundsOfPaths(paths: readonly ScenePath[]): readonly Box[] {
  let bounds = pathBounds.get(paths)
  if (!bounds) {
    bounds = paths.map(boundsOfPath)
    pathBounds.set(paths, bounds)
  }
  return bounds
}

/**
 * Whether one of a path's stretches may be seen in a window. The box around the whole path says little: that of
 * a path that goes around a large branch holds most of the map.
 */
function crosses({ points }: ScenePath, window: Box): boolean {
  for (let index = 1; index < points.length; index += 1) {
    const [ax, ay] = points[index - 1] ?? [0, 0]
    const [bx, by] = points[index] ?? [0, 0]
    const stretch = {
      x: Math.min(ax, bx),
      y: Math.min(ay, by),
      width: Math.abs(bx - ax),
      height: Math.abs(by - ay),
    }
    if (touches(stretch, window)) return true
  }
  return false
}

/**
 * What of a scene belongs to a window: boxes that touch it, paths that may cross it together with the boxes
 * at their ends, and the elements of `always` with the paths that end at them. Without a window only those.
 * Order is kept. Time O(boxes + paths).
 */
export function sceneIn(scene: Scene, window: Box | undefined, always: ReadonlySet<ElementId>): Scene {
  const bounds = boundsOfPaths(scene.paths)
  const paths = scene.paths.filter((path, index) => {
    if (always.has(path.id) || always.has(path.from) || always.has(path.to)) return true
    const box = bounds[index]
    return window !== undefined && box !== undefined && touches(window, box) && crosses(path, window)
  })
  const ends = new Set<ElementId>(always)
  for (const { from, to } of paths) ends.add(from).add(to)
  const isIn = (box: Box & { readonly id: ElementId }) =>
    ends.has(box.id) || (window !== undefined && touches(window, box))
  return {
    ...scene,
    nodes: scene.nodes.filter(isIn),
    junctions: scene.junctions.filter(isIn),
    paths,
    frames: window === undefined ? [] : scene.frames,
  }
}

/**
 * The statement, junction or line at a point: what lies under it, the one in front first, then what is within
 * `reach` px. What a
 * click means where nothing but a picture is drawn.
 */
export function elementAt(
  scene: Scene,
  [x, y]: readonly [number, number],
  reach: number,
): ElementId | undefined {
  const point = { x, y, width: 0, height: 0 }
  // A folded section is no element that could be selected.
  const statements = scene.nodes.filter((box) => box.section === undefined)
  const node = statements.findLast((box) => touches(box, point))
  if (node) return node.id
  const near = { x: x - reach, y: y - reach, width: 2 * reach, height: 2 * reach }
  const junction = scene.junctions.find((box) => touches(box, near))
  if (junction) return junction.id
  // From very far away a statement is smaller than a pointer is steady.
  const close = nearest(
    statements.filter((box) => touches(box, near)),
    x,
    y,
  )
  if (close) return close.id
  const bounds = boundsOfPaths(scene.paths)
  return scene.paths.find((path, index) => {
    const box = bounds[index]
    return box !== undefined && touches(box, near) && distanceTo(path, x, y) <= reach
  })?.id
}

function nearest(boxes: readonly NodeBox[], x: number, y: number): NodeBox | undefined {
  const distance = (box: Box) => Math.hypot(box.x + box.width / 2 - x, box.y + box.height / 2 - y)
  let least: NodeBox | undefined
  for (const box of boxes) if (!least || distance(box) < distance(least)) least = box
  return least
}

function distanceTo({ points }: ScenePath, x: number, y: number): number {
  let least = Infinity
  for (let index = 1; index < points.length; index += 1) {
    const [ax, ay] = points[index - 1] ?? [0, 0]
    const [bx, by] = points[index] ?? [0, 0]
    const length = (bx - ax) ** 2 + (by - ay) ** 2
    const along =
      length === 0 ? 0 : Math.min(1, Math.max(0, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / length))
    least = Math.min(least, Math.hypot(x - ax - along * (bx - ax), y - ay - along * (by - ay)))
  }
  return least
}
