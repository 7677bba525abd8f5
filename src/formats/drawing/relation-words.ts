/**
 * Where the words of relations stand: beside their sign where there is room, else along the line or above
 * the box that the line leaves. Boxes and other words are never covered while any place is free; a word
 * that has to cross a line says so, to be set on a plate. The same scene gives the same places.
 */
import type { Box, Scene, ScenePath } from '../../scene/scene.ts'
import { costs, type Obstacles } from './obstacles.ts'

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
/** How many are tried along one line. */
const mostTries = 200

/** A place for each word, in the order of the words; each is then in the way of those that follow. */
export function placeWords(scene: Scene, words: readonly Word[], taken: Obstacles): PlacedWord[] {
  const boxes = new Map<string, Box>([...scene.nodes, ...scene.junctions].map((box) => [box.id, box]))
  return words.map(({ path, width }) => {
    const search = new Search(width, taken)
    tryPlaces(search, path, boxes.get(path.from))
    taken.add(search.best, costs.word)
    return { ...search.best, isCrossed: search.least >= costs.line }
  })
}

/** The best place found so far for a word of this width. */
class Search {
  best: Box
  least = Infinity

  constructor(
    readonly width: number,
    private readonly taken: Obstacles,
  ) {
    this.best = { x: 0, y: 0, width, height }
  }

  /** Whether no place that costs this much by itself can be better. */
  isOver(cost: number): boolean {
    return this.least <= cost
  }

  try(x: number, y: number, cost: number): void {
    if (this.isOver(cost)) return
    const place = { x: Math.round(x), y: Math.round(y), width: this.width, height }
    const whole = cost + this.taken.costOf(place)
    if (whole >= this.least) return
    this.least = whole
    this.best = place
  }
}

/** Tries places, each with what it costs by itself, roughly the best first. */
function tryPlaces(search: Search, { sign, points }: ScenePath, source: Box | undefined): void {
  const { width } = search
  if (sign) {
    const [x, y] = sign
    search.try(x + radius + air, y - height / 2, 0)
    search.try(x - radius - air - width, y - height / 2, 0.5)
    for (const [index, share] of shares.entries()) {
      search.try(x - width * share, y - radius - height, 0.6 + index / 10)
      search.try(x - width * share, y + radius, 0.65 + index / 10)
    }
    search.try(x + radius + 2, y - height - 3, 0.8)
    search.try(x - radius - 2 - width, y - height - 3, 0.8)
  }
  if (source) {
    search.try(source.x + 4, source.y - height - 2, 0.9)
    search.try(source.x + source.width - width - 4, source.y - height - 2, 1.5)
    search.try(source.x + 4, source.y + source.height + 2, 2)
  }
  let tried = 0
  for (const [index, [toX, toY]] of points.entries()) {
    const [x, y] = points[index - 1] ?? [toX, toY]
    const length = Math.hypot(toX - x, toY - y)
    for (let along = step / 2; along < length && tried < mostTries; along += step) {
      tried += 1
      const cost = 1 + (2 * tried) / mostTries
      if (search.isOver(cost)) return
      tryBeside(search, x + ((toX - x) * along) / length, y + ((toY - y) * along) / length, {
        isUpright: Math.abs(toX - x) < Math.abs(toY - y),
        cost,
      })
    }
  }
}

/** How much of a word stands to the left of its sign, in the order in which it is tried. */
const shares = [0.5, 0.35, 0.65, 0.2, 0.8]

/** Places at a point of a line: at its sides, and last of all on it. */
function tryBeside(
  search: Search,
  x: number,
  y: number,
  { isUpright, cost }: { readonly isUpright: boolean; readonly cost: number },
): void {
  const { width } = search
  if (isUpright) {
    search.try(x + air + 1, y - height / 2, cost)
    search.try(x - air - 1 - width, y - height / 2, cost)
  } else {
    for (const left of [x - width / 2, x, x - width]) {
      search.try(left, y - height - 2, cost)
      search.try(left, y + 3, cost)
    }
  }
  search.try(x - width / 2, y - height / 2, costs.line + cost)
}
