/**
 * SVG path data (SVG 1.1, section 8.3) as absolute moves, lines and cubic curves, which is all that PDF
 * knows, and the box around them.
 */
import type { Box } from '../../scene/scene.ts'

/** Numbers are px; a curve's are its two control points and its end. */
export type PathStep =
  | { readonly step: 'move' | 'line'; readonly to: Point }
  | { readonly step: 'curve'; readonly through: readonly [Point, Point]; readonly to: Point }
  | { readonly step: 'close' }

export type Point = readonly [x: number, y: number]

const counts: Readonly<Record<string, number>> = {
  m: 2,
  l: 2,
  h: 1,
  v: 1,
  c: 6,
  s: 4,
  q: 4,
  t: 2,
  a: 7,
  z: 0,
}
const tokens = /[a-z]|[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?/gi

/** The steps of path data. Throws for what is not path data: drawings are made here. */
export function readPath(d: string): readonly PathStep[] {
  const found = d.match(tokens) ?? []
  const steps: PathStep[] = []
  let at = 0
  let letter = ''
  let here: Point = [0, 0]
  let start: Point = [0, 0]
  // The last control point, which smooth curves mirror.
  let cubic: Point | undefined
  let quadratic: Point | undefined
  while (at < found.length) {
    const token = found[at] ?? ''
    if (/[a-z]/i.test(token)) {
      letter = token
      at += 1
    } else if (letter === 'M') letter = 'L'
    else if (letter === 'm') letter = 'l'
    const kind = letter.toLowerCase()
    const count = counts[kind]
    if (count === undefined || at + count > found.length) throw new Error(`no path data: "${d}"`)
    const numbers = readNumbers(found.slice(at, at + count), kind, d)
    at += count
    const origin: Point = letter === kind ? here : [0, 0]
    const point = (index: number): Point => [
      origin[0] + (numbers[index] ?? 0),
      origin[1] + (numbers[index + 1] ?? 0),
    ]
    const curve = (first: Point, second: Point, to: Point) => {
      steps.push({ step: 'curve', through: [first, second], to })
      here = to
    }
    const bend = (control: Point, to: Point) => {
      curve(between(here, control, 2 / 3), between(to, control, 2 / 3), to)
      quadratic = control
    }
    const mirrored = (control: Point | undefined): Point =>
      control ? [2 * here[0] - control[0], 2 * here[1] - control[1]] : here
    const [lastCubic, lastQuadratic] = [cubic, quadratic]
    cubic = undefined
    quadratic = undefined
    switch (kind) {
      case 'm':
        here = start = point(0)
        steps.push({ step: 'move', to: here })
        break
      case 'l':
      case 'h':
      case 'v':
        if (kind === 'l') here = point(0)
        else if (kind === 'h') here = [origin[0] + (numbers[0] ?? 0), here[1]]
        else here = [here[0], origin[1] + (numbers[0] ?? 0)]
        steps.push({ step: 'line', to: here })
        break
      case 'c':
        cubic = point(2)
        curve(point(0), cubic, point(4))
        break
      case 's': {
        const first = mirrored(lastCubic)
        cubic = point(0)
        curve(first, cubic, point(2))
        break
      }
      case 'q':
        bend(point(0), point(2))
        break
      case 't':
        bend(mirrored(lastQuadratic), point(0))
        break
      case 'a': {
        const [rx = 0, ry = 0, turn = 0, large = 0, sweep = 0] = numbers
        const to = point(5)
        for (const [first, second, end] of arcCurves(here, to, { rx, ry, turn, large, sweep }))
          curve(first, second, end)
        if (here !== to) {
          steps.push({ step: 'line', to })
          here = to
        }
        break
      }
      default:
        steps.push({ step: 'close' })
        here = start
    }
  }
  return steps
}

function readNumbers(found: readonly string[], kind: string, d: string): readonly number[] {
  return found.map((token, index) => {
    const value = Number(token)
    // Flags of arcs may stand without blanks between; drawings here write them apart.
    const flag = kind === 'a' && (index === 3 || index === 4)
    if (Number.isNaN(value) || (flag && value !== 0 && value !== 1)) throw new Error(`no path data: "${d}"`)
    return value
  })
}

function between(from: Point, to: Point, part: number): Point {
  return [from[0] + (to[0] - from[0]) * part, from[1] + (to[1] - from[1]) * part]
}

interface Arc {
  readonly rx: number
  readonly ry: number
  /** Degrees. */
  readonly turn: number
  readonly large: number
  readonly sweep: number
}

/** An elliptical arc as cubic curves of at most a quarter turn each (SVG 1.1, appendix F.6). */
function arcCurves(from: Point, to: Point, arc: Arc): readonly (readonly [Point, Point, Point])[] {
  let rx = Math.abs(arc.rx)
  let ry = Math.abs(arc.ry)
  if (rx === 0 || ry === 0 || (from[0] === to[0] && from[1] === to[1])) return []
  const angle = (arc.turn * Math.PI) / 180
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  const [hx, hy] = [(from[0] - to[0]) / 2, (from[1] - to[1]) / 2]
  const [px, py] = [cos * hx + sin * hy, cos * hy - sin * hx]
  const excess = Math.sqrt((px / rx) ** 2 + (py / ry) ** 2)
  if (excess > 1) {
    rx *= excess
    ry *= excess
  }
  const spread = (rx * py) ** 2 + (ry * px) ** 2
  const root = Math.sqrt(Math.max(0, ((rx * ry) ** 2 - spread) / spread))
  const factor = arc.large === arc.sweep ? -root : root
  const [ux, uy] = [(factor * rx * py) / ry, (-factor * ry * px) / rx]
  const centre: Point = [
    cos * ux - sin * uy + (from[0] + to[0]) / 2,
    sin * ux + cos * uy + (from[1] + to[1]) / 2,
  ]
  const first = Math.atan2((py - uy) / ry, (px - ux) / rx)
  let sweep = Math.atan2((-py - uy) / ry, (-px - ux) / rx) - first
  if (arc.sweep === 0 && sweep > 0) sweep -= 2 * Math.PI
  if (arc.sweep === 1 && sweep < 0) sweep += 2 * Math.PI
  const parts = Math.max(1, Math.ceil(Math.abs(sweep) / (Math.PI / 2) - 1e-9))
  const each = sweep / parts
  const reach = (4 / 3) * Math.tan(each / 4)
  const place = (x: number, y: number): Point => [
    centre[0] + cos * rx * x - sin * ry * y,
    centre[1] + sin * rx * x + cos * ry * y,
  ]
  return Array.from({ length: parts }, (_, index) => {
    const [a, b] = [first + each * index, first + each * (index + 1)]
    const end = index === parts - 1 ? to : place(Math.cos(b), Math.sin(b))
    return [
      place(Math.cos(a) - reach * Math.sin(a), Math.sin(a) + reach * Math.cos(a)),
      place(Math.cos(b) + reach * Math.sin(b), Math.sin(b) - reach * Math.cos(b)),
      end,
    ] as const
  })
}

/** A box around the steps: exact for lines, never too small for curves. Undefined when there are none. */
export function boxOfPath(steps: readonly PathStep[]): Box | undefined {
  const points = steps.flatMap((step) => {
    if (step.step === 'close') return []
    return step.step === 'curve' ? [...step.through, step.to] : [step.to]
  })
  return boxOfPoints(points)
}

function boxOfPoints(points: readonly Point[]): Box | undefined {
  if (points.length === 0) return undefined
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const [x, y] of points) {
    left = Math.min(left, x)
    right = Math.max(right, x)
    top = Math.min(top, y)
    bottom = Math.max(bottom, y)
  }
  return { x: left, y: top, width: right - left, height: bottom - top }
}
