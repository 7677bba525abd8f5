/**
 * Where the words of relations stand: beside their sign where there is room, else along the line or above
 * the box that the line leaves. Boxes and other words are never covered while any place is free; a word
 * that has to cross a line says so, to be set on a plate. The same scene gives the same places.
 */
import type { Box, Scene, ScenePath } from '../../scene/scene.ts'

export interface PlacedWord extends Box {
  /** Whether a line runs behind it. */
  readonly isCrossed: boolean
}

interface Word {
  readonly path: ScenePath
  /** Of the word as it is set, px. */
  readonly width: number
}

/** Of the smallest row in which a word is read well, px. */
const height = 13
/** Radius of a sign. */
const radius = 8
/** Between a sign or line and a word. */
const air = 4
/** Between two places that are tried along a line. */
const step = 14
/** Squares of the grid in one direction at most, however far apart things are pinned. */
const mostSquares = 1000
/** How many are tried along one line. */
const mostTries = 60

/** A place for each word, in the order of the words. `titles` are where the titles of sections stand. */
export function placeWords(scene: Scene, words: readonly Word[], titles: readonly Box[]): PlacedWord[] {
  const { bounds } = scene
  const taken = new Obstacles(Math.max(128, bounds.width / mostSquares, bounds.height / mostSquares))
  for (const box of [...scene.nodes, ...scene.junctions]) taken.add(box, 100)
  for (const box of titles) taken.add(box, 50)
  for (const { sign, part } of scene.paths) {
    if (sign && part !== 'premise') {
      taken.add({ x: sign[0] - radius, y: sign[1] - radius, width: 2 * radius, height: 2 * radius }, 40)
    }
  }
  for (const path of scene.paths) for (const line of linesOf(path)) taken.add(line, 4)
  const boxes = new Map<string, Box>([...scene.nodes, ...scene.junctions].map((box) => [box.id, box]))
  return words.map(({ path, width }) => {
    let best: Box = { x: 0, y: 0, width, height }
    let least = Infinity
    for (const [place, cost] of candidates(path, width, boxes.get(path.from))) {
      if (cost >= least) continue
      const whole = cost + taken.costOf(place)
      if (whole < least) {
        least = whole
        best = place
      }
      if (least < 1) break
    }
    taken.add(best, 60)
    return { ...best, isCrossed: least >= 4 }
  })
}

/** Places to try, each with what it costs by itself, the best first. */
function* candidates(path: ScenePath, width: number, source: Box | undefined): Generator<[Box, number]> {
  const at = (x: number, y: number): Box => ({ x: Math.round(x), y: Math.round(y), width, height })
  const { sign, points } = path
  if (sign) {
    const [x, y] = sign
    yield [at(x + radius + air, y - height / 2), 0]
    yield [at(x - radius - air - width, y - height / 2), 0.5]
    yield [at(x - width / 2, y - radius - height), 0.6]
    yield [at(x - width / 2, y + radius), 0.7]
    yield [at(x + radius + 2, y - height - 3), 0.8]
    yield [at(x - radius - 2 - width, y - height - 3), 0.8]
  }
  if (source) {
    yield [at(source.x + 4, source.y - height - 2), 0.9]
    yield [at(source.x + source.width - width - 4, source.y - height - 2), 1.5]
    yield [at(source.x + 4, source.y + source.height + 2), 2]
  }
  let tried = 0
  for (const [index, [x, y]] of points.entries()) {
    const [toX, toY] = points[index + 1] ?? [x, y]
    const length = Math.hypot(toX - x, toY - y)
    for (let along = step / 2; along < length && tried < mostTries; along += step) {
      tried += 1
      const cost = 1 + tried / mostTries
      const [px, py] = [x + ((toX - x) * along) / length, y + ((toY - y) * along) / length]
      if (Math.abs(toX - x) < Math.abs(toY - y)) {
        yield [at(px + air + 1, py - height / 2), cost]
        yield [at(px - air - 1 - width, py - height / 2), cost]
      } else {
        yield [at(px - width / 2, py - height - 2), cost]
        yield [at(px - width / 2, py + 3), cost]
      }
    }
  }
}

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

/** Things in the way by the squares of a grid, with what it costs to cover them. */
class Obstacles {
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
