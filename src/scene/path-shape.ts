/**
 * How a scene path is drawn, on screen and in exports: its points joined with rounded corners, an arrowhead
 * at its end. Pure geometry, px.
 */
export type Point = readonly [x: number, y: number]

/** SVG path data through the points; corners are rounded by at most `radius` px. */
export function roundedPath(points: readonly Point[], radius = 14): string {
  const first = points[0]
  if (!first) return ''
  let path = `M${first[0]} ${first[1]}`
  for (let index = 1; index < points.length; index += 1) {
    const before = points[index - 1]
    const point = points[index]
    const after = points[index + 1]
    if (!point) continue
    if (!before || !after) {
      path += `L${point[0]} ${point[1]}`
      continue
    }
    const r = Math.min(radius, distance(before, point) / 2, distance(point, after) / 2)
    const start = towards(point, before, r)
    const end = towards(point, after, r)
    path += `L${start[0]} ${start[1]}Q${point[0]} ${point[1]} ${end[0]} ${end[1]}`
  }
  return path
}

/** A filled arrowhead whose tip is the last point of the path. */
export function arrowhead(points: readonly Point[], length = 9, halfWidth = 4.5): string {
  const tip = points.at(-1)
  const from = points.at(-2)
  if (!tip || !from) return ''
  const base = towards(tip, from, length)
  const d = distance(from, tip) || 1
  const normal: Point = [((from[1] - tip[1]) / d) * halfWidth, ((tip[0] - from[0]) / d) * halfWidth]
  const left = `${round(base[0] + normal[0])} ${round(base[1] + normal[1])}`
  const right = `${round(base[0] - normal[0])} ${round(base[1] - normal[1])}`
  return `M${tip[0]} ${tip[1]}L${left}L${right}Z`
}

/**
 * The points without the last px, for a line under an arrowhead: its end, cut off straight, would be seen
 * at the tip. A last piece that is shorter loses half of itself.
 */
export function withoutTip(points: readonly Point[], by = 5): readonly Point[] {
  const [tip, from] = [points.at(-1), points.at(-2)]
  if (!tip || !from) return points
  return [...points.slice(0, -1), towards(tip, from, Math.min(by, distance(from, tip) / 2))]
}

function distance(a: Point, b: Point): number {
  const x = a[0] - b[0]
  const y = a[1] - b[1]
  return Math.sqrt(x * x + y * y)
}

/** The point `length` px from `a` in the direction of `b`. */
function towards(a: Point, b: Point, length: number): Point {
  const d = distance(a, b) || 1
  return [round(a[0] + ((b[0] - a[0]) / d) * length), round(a[1] + ((b[1] - a[1]) / d) * length)]
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
