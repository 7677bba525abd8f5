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
    const search = new Search(width, path.sign ?? path.points[0] ?? [0, 0], taken)
    tryPlaces(search, path, boxes.get(path.from))
    taken.add(search.best, costs.word)
    return { ...search.best, isCrossed: search.covered >= costs.line }
  })
}

/** The best place found so far for a word of this width. */
class Search {
  best: Box
  /** What the best place covers. */
  covered = Infinity
  private least = Infinity

  constructor(
    readonly width: number,
    private readonly sign: readonly [x: number, y: number],
    private readonly taken: Obstacles,
  ) {
    this.best = { x: 0, y: 0, width, height }
  }

  /** Whether no place that costs this much by itself can be better. */
  isOver(cost: number): boolean {
    return this.least <= cost
  }

  /** Whether no place beside this point of a line can be better. */
  isTooFar(x: number, y: number): boolean {
    const away = Math.max(Math.abs(x - this.sign[0]), Math.abs(y - this.sign[1])) - this.width - height
    return this.isOver(onLine + Math.max(0, away) / farAway)
  }

  /** Tries a place that costs this much by itself, and more the further away from the sign it is. */
  try(x: number, y: number, cost: number): void {
    if (this.isOver(cost)) return
    const left = Math.round(x)
    const top = Math.round(y)
    const own = cost + this.distance(left, top) / farAway
    if (this.isOver(own)) return
    const covered = this.taken.costOf(left, top, this.width, height)
    if (own + covered >= this.least) return
    this.least = own + covered
    this.covered = covered
    this.best = { x: left, y: top, width: this.width, height }
  }

  /** From the sign to a word with this top left corner. */
  private distance(left: number, top: number): number {
    const x = this.sign[0]
    const y = this.sign[1]
    const dx = Math.max(left - x, 0, x - left - this.width)
    const dy = Math.max(top - y, 0, y - top - height)
    return Math.sqrt(dx * dx + dy * dy)
  }
}

/** From here on, px, a word costs 1 more: across a line it stands better than four times as far away. */
const farAway = 80

/** Tries places, each with what it costs by itself, roughly the best first. */
function tryPlaces(search: Search, { sign, points }: ScenePath, source: Box | undefined): void {
  const { width } = search
  if (sign) {
    const [x, y] = sign
    search.try(x + radius + air, y - height / 2, 0)
    search.try(x - radius - air - width, y - height / 2, 0.4)
    let cost = 0.5
    for (const share of shares) {
      search.try(x - width * share, y - radius - height, cost)
      search.try(x - width * share, y + radius, cost + 0.05)
      cost += 0.1
    }
    search.try(x + radius + 2, y - height - 3, 0.6)
    search.try(x - radius - 2 - width, y - height - 3, 0.6)
  }
  if (source) {
    const [left, right] = [source.x + 4, source.x + source.width - width - 4]
    for (const x of [left, right]) {
      search.try(x, source.y - height - 2, 0.4)
      search.try(x, source.y + source.height + 2, 0.8)
    }
  }
  let tried = 0
  for (const [index, [toX, toY]] of points.entries()) {
    const [x, y] = points[index - 1] ?? [toX, toY]
    const length = Math.hypot(toX - x, toY - y)
    for (let along = step / 2; along < length && tried < mostTries; along += step) {
      tried += 1
      if (search.isOver(onLine)) return
      const px = x + ((toX - x) * along) / length
      const py = y + ((toY - y) * along) / length
      if (search.isTooFar(px, py)) continue
      tryBeside(search, px, py, Math.abs(toX - x) < Math.abs(toY - y))
    }
  }
}

/** What a place somewhere along a line costs by itself. */
const onLine = 0.8

/** How much of a word stands to the left of its sign, in the order in which it is tried. */
const shares = [0.5, 0.35, 0.65, 0.2, 0.8]

/** Places at a point of a line: at its sides, and last of all on it. */
function tryBeside(search: Search, x: number, y: number, isUpright: boolean): void {
  const { width } = search
  if (isUpright) {
    search.try(x + air + 1, y - height / 2, onLine)
    search.try(x - air - 1 - width, y - height / 2, onLine)
  } else {
    for (let left = x - width; left <= x; left += width / 2) {
      search.try(left, y - height - 2, onLine)
      search.try(left, y + 3, onLine)
    }
  }
  search.try(x - width / 2, y - height / 2, onLine + 1)
}
