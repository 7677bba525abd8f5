/**
 * What is in the way of words that are put between the things of a scene: boxes, signs and lines, each with
 * what it costs to cover it.
 */
import type { Box, Scene, ScenePath } from '../../scene/scene.ts'
import { signReach } from './signs.ts'

/** What it costs to cover something: a word that has to cross a line says so, all else is to be kept free. */
export const costs = { box: 100, word: 60, title: 50, sign: 40, line: 4 } as const

/** Boxes, signs and lines of a scene. */
export function obstaclesOf(scene: Scene): Obstacles {
  const taken = new Obstacles(scene.bounds)
  for (const box of [...scene.nodes, ...scene.junctions]) taken.add(box, costs.box)
  for (const path of scene.paths) {
    addLines(taken, path)
    if (path.sign && path.part !== 'premise') {
      const [x, y] = path.sign
      const size = 2 * signReach
      taken.add({ x: x - signReach, y: y - signReach, width: size, height: size }, costs.sign)
    }
  }
  return taken
}

/** The pieces of a path as boxes; slanting ones in short pieces. */
function addLines(taken: Obstacles, { points }: ScenePath): void {
  for (let index = 1; index < points.length; index += 1) {
    const from = points[index - 1]
    const to = points[index]
    if (!from || !to) continue
    const x = from[0]
    const y = from[1]
    const toX = to[0]
    const toY = to[1]
    const isStraight = x === toX || y === toY
    const pieces = isStraight ? 1 : Math.min(200, Math.ceil(Math.hypot(toX - x, toY - y) / 16))
    const stepX = (toX - x) / pieces
    const stepY = (toY - y) / pieces
    for (let piece = 0; piece < pieces; piece += 1) {
      const left = x + stepX * (stepX < 0 ? piece + 1 : piece) - 1
      const top = y + stepY * (stepY < 0 ? piece + 1 : piece) - 1
      taken.put(left, top, Math.abs(stepX) + 2, Math.abs(stepY) + 2, costs.line)
    }
  }
}

/** Fields of its own, alike for all: boxes of many kinds would be slow to read, and they are read a lot. */
interface Obstacle {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
  readonly cost: number
  /** The last question in which it was met: it may lie in several squares. */
  asked: number
}

/** Squares of the grid in one direction at most, however far apart things are pinned. */
const mostSquares = 1000
/** What lies further outside than this many squares is as if it lay there. */
const outside = 10
const row = mostSquares + 2 * outside

const none: readonly Obstacle[] = []

/** Things in the way by the squares of a grid. */
export class Obstacles {
  private readonly squares = new Map<number, Obstacle[]>()
  /** Of a square, px. */
  private readonly size: number
  private asked = 0

  /** @param bounds Where most things are. */
  constructor(private readonly bounds: Box) {
    this.size = Math.max(128, bounds.width / mostSquares, bounds.height / mostSquares)
  }

  add({ x, y, width, height }: Box, cost: number): void {
    this.put(x, y, width, height, cost)
  }

  /** The same without a box to be made for it: there are many pieces of lines. */
  put(left: number, top: number, width: number, height: number, cost: number): void {
    const right = left + width
    const bottom = top + height
    const obstacle = { left, top, right, bottom, cost, asked: 0 }
    const lastColumn = this.column(right)
    const lastLine = this.line(bottom)
    for (let y = this.line(top); y <= lastLine; y += 1) {
      for (let x = this.column(left); x <= lastColumn; x += 1) {
        const list = this.squares.get(y * row + x)
        if (list) list.push(obstacle)
        else this.squares.set(y * row + x, [obstacle])
      }
    }
  }

  /** What it costs to put something of this size there; 0 where nothing is. */
  costOf(left: number, top: number, width: number, height: number): number {
    this.asked += 1
    let whole = 0
    const right = left + width
    const bottom = top + height
    const lastColumn = this.column(right)
    const lastLine = this.line(bottom)
    for (let y = this.line(top); y <= lastLine; y += 1) {
      for (let x = this.column(left); x <= lastColumn; x += 1) {
        for (const other of this.squares.get(y * row + x) ?? none) {
          if (other.left >= right || left >= other.right || other.top >= bottom || top >= other.bottom)
            continue
          if (other.asked === this.asked) continue
          other.asked = this.asked
          whole += other.cost
        }
      }
    }
    return whole
  }

  private column(x: number): number {
    return this.square(x - this.bounds.x)
  }

  private line(y: number): number {
    return this.square(y - this.bounds.y)
  }

  private square(distance: number): number {
    return Math.min(row - 1, Math.max(0, Math.floor(distance / this.size) + outside))
  }
}
