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
    let best: Box = { x: 0, y: 0, width, height }
    let least = Infinity
    for (const [place, cost] of candidates(path, width, boxes.get(path.from))) {
      if (cost >= least) continue
      const whole = cost + taken.costOf(place)
      if (whole < least) {
        least = whole
        best = place
      }
      // What is still to come costs more by itself.
      if (least <= cost) break
    }
    taken.add(best, costs.word)
    return { ...best, isCrossed: least >= costs.line }
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
    for (const [index, share] of [0.5, 0.35, 0.65, 0.2, 0.8].entries()) {
      yield [at(x - width * share, y - radius - height), 0.6 + index / 10]
      yield [at(x - width * share, y + radius), 0.65 + index / 10]
    }
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
      const cost = 1 + (2 * tried) / mostTries
      const [px, py] = [x + ((toX - x) * along) / length, y + ((toY - y) * along) / length]
      if (Math.abs(toX - x) < Math.abs(toY - y)) {
        yield [at(px + air + 1, py - height / 2), cost]
        yield [at(px - air - 1 - width, py - height / 2), cost]
      } else {
        for (const left of [px - width / 2, px, px - width]) {
          yield [at(left, py - height - 2), cost]
          yield [at(left, py + 3), cost]
        }
      }
      yield [at(px - width / 2, py - height / 2), costs.line + cost]
    }
  }
}
