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
  const { bounds } = scene
  const taken = new Obstacles(Math.max(128, bounds.width / mostSquares, bounds.height / mostSquares))
  for (const box of [...scene.nodes, ...scene.junctions]) taken.add(box, costs.box)
  for (const path of scene.paths) {
    for (const line of linesOf(path)) taken.add(line, costs.line)
    if (path.sign && path.part !== 'premise') {
      const [x, y] = path.sign
      const size = 2 * signReach
      taken.add({ x: x - signReach, y: y - signReach, width: size, height: size }, costs.sign)
    }
  }
  return taken
}

/** Squares of the grid in one direction at most, however far apart things are pinned. */
const mostSquares = 1000

/** The pieces of a path as boxes; slanting ones in short pieces. */
function linesOf({ points }: ScenePath): Box[] {
  return points.flatMap(([x, y], index) => {
    const [toX, toY] = points[index + 1] ?? [x, y]
    const isStraight = x === toX || y === toY
    const pieces = isStraight ? 1 : Math.min(200, Math.ceil(Math.hypot(toX - x, toY - y) / 16))
    return index === points.length - 1
      ? []
      : Array.from({ length: pieces }, (_, piece) => {
          const [ax, ay] = [x + ((toX - x) * piece) / pieces, y + ((toY - y) * piece) / pieces]
          const [bx, by] = [x + ((toX - x) * (piece + 1)) / pieces, y + ((toY - y) * (piece + 1)) / pieces]
          return {
            x: Math.min(ax, bx) - 1,
            y: Math.min(ay, by) - 1,
            width: Math.abs(ax - bx) + 2,
            height: Math.abs(ay - by) + 2,
          }
        })
  })
}

/** Things in the way by the squares of a grid. */
export class Obstacles {
  private readonly squares = new Map<number, { readonly box: Box; readonly cost: number }[]>()

  /** @param size Of a square, px. */
  constructor(private readonly size: number) {}

  add(box: Box, cost: number): void {
    for (const key of this.keysOf(box)) {
      const list = this.squares.get(key)
      if (list) list.push({ box, cost })
      else this.squares.set(key, [{ box, cost }])
    }
  }

  /** What it costs to put something there; 0 where nothing is. */
  costOf(place: Box): number {
    let whole = 0
    const seen = new Set<Box>()
    for (const key of this.keysOf(place)) {
      for (const { box, cost } of this.squares.get(key) ?? []) {
        if (seen.has(box) || !isOverlapping(box, place)) continue
        seen.add(box)
        whole += cost
      }
    }
    return whole
  }

  /** Squares are numbered in rows of 2^20, longer than any map. */
  private *keysOf({ x, y, width, height }: Box): Generator<number> {
    const [right, bottom] = [Math.floor((x + width) / this.size), Math.floor((y + height) / this.size)]
    for (let row = Math.floor(y / this.size); row <= bottom; row += 1) {
      for (let column = Math.floor(x / this.size); column <= right; column += 1) {
        yield row * 2 ** 20 + column
      }
    }
  }
}

function isOverlapping(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height
}
