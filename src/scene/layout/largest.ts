/**
 * The largest arrangement of a small map, whatever it takes: every part in any of several shapes, and all
 * distances smaller if that does not do. For maps that plain layers would leave larger on a page.
 */
import type { Page } from './columns.ts'
import type { Drawing, Point } from './drawing.ts'
import { gaps } from './gaps.ts'
import type { Network } from './network.ts'
import { packings } from './packings.ts'

/** How large distances are, to the usual ones: smaller only if they have to be. */
const tightness = [1, 0.75, 0.6] as const

/** Drawings and the places of their top left corners. */
export interface Arranged {
  readonly drawings: readonly Drawing[]
  readonly places: readonly Point[]
  /** Least height of a page that holds everything, px. */
  readonly height: number
}

interface Search {
  readonly page: number
  readonly shapes: readonly Page[]
  /** Any arrangement that fits a page of this height will do. */
  readonly least: number
  readonly draw: (part: Network, shape: Page) => Drawing
}

/** The first arrangement found that fits a page of the least height, or else the best of all. */
export function largestOf(parts: readonly Network[], { page, shapes, least, draw }: Search): Arranged {
  let best: Arranged = { drawings: [], places: [], height: Infinity }
  for (const scale of tightness) {
    const pages = scale === 1 ? shapes : shapes.map((shape) => ({ ...shape, tightness: scale }))
    const drawn = pages.map((shape) => parts.map((part) => draw(part, shape)))
    const arranged = (drawings: readonly Drawing[]): Arranged =>
      packings(drawings, page, gaps.betweenParts * scale)
        .map(({ places, height }): Arranged => ({ drawings, places, height }))
        .reduce(larger)
    for (const drawings of drawn) best = larger(best, arranged(drawings))
    // One part after the other in any other shape, as long as that helps.
    for (let before = Infinity; best.height > least && best.height < before;) {
      before = best.height
      for (const index of parts.keys()) {
        const others = distinct(drawn.flatMap((drawings) => drawings[index] ?? []))
        for (const drawing of others.length > 1 ? others : [])
          best = larger(best, arranged(best.drawings.with(index, drawing)))
      }
    }
    if (best.height <= least) return best
  }
  return best
}

function larger(one: Arranged, other: Arranged): Arranged {
  return other.height < one.height ? other : one
}

/** Those that differ in size. */
function distinct(drawings: readonly Drawing[]): Drawing[] {
  const known = new Map(
    drawings.map((drawing) => [`${drawing.bounds.width} ${drawing.bounds.height}`, drawing]),
  )
  return [...known.values()]
}
