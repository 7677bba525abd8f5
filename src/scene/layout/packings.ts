/** The ways to set the parts of a map side by side that are worth comparing, and how large each leaves the map. */
import type { Drawing, Point } from './drawing.ts'
import { gaps } from './gaps.ts'
import { nest, outlineOf, squaresIn } from './nest.ts'
import type { Size } from './network.ts'
import { packParts, widthsToTry } from './pack.ts'

/** Maps of more parts are packed in shelves at once, and maps that would take more grid squares. */
const mostParts = 100
const mostSquares = 150_000
/** Width to height of all A and B sizes of paper (ISO 216). */
export const paper = Math.SQRT2

/** Where each part is set. */
export interface Packing {
  readonly places: readonly Point[]
  /** Least height of a page that holds everything, px. */
  readonly height: number
  /** Whether parts stand in each other's empty places. */
  readonly isNested: boolean
}

/** On shelves first, then nested. `page` is the one to fill, width to height; `gap` what is left between parts, px. */
export function packings(
  drawings: readonly Drawing[],
  page: number,
  gap: number = gaps.betweenParts,
): Packing[] {
  const sizes = drawings.map(({ bounds }) => bounds)
  const packing = (places: readonly Point[], isNested: boolean) => {
    return { places, height: heightOf(sizes, places, page), isNested }
  }
  const shelves = packing(packParts(sizes, page, gap), false)
  const square = gap / 4
  if (drawings.length < 2 || drawings.length > mostParts) return [shelves]
  const all = sizes.reduce((sum, { width, height }) => sum + (width + gap) * (height + gap), 0)
  if (all > mostSquares * square * square) return [shelves]
  const outlines = drawings.map((part) => outlineOf(part, gap, square))
  let [widest, area] = [0, 0]
  for (const outline of outlines) {
    widest = Math.max(widest, outline.width)
    area += squaresIn(outline)
  }
  const widths = widthsToTry(area * page, widest)
  return [shelves, ...widths.map((width) => packing(nest(outlines, width), true))]
}

/**
 * Least height of a page that holds everything: what counts is how large the whole can be shown. Judged on
 * paper, which is less wide than screens are, as text is smallest there.
 */
export function heightOf(sizes: readonly Size[], places: readonly Point[], page: number): number {
  let [right, bottom] = [0, 0]
  for (const [index, { width, height }] of sizes.entries()) {
    const [x, y] = places[index] ?? [0, 0]
    right = Math.max(right, x + width)
    bottom = Math.max(bottom, y + height)
  }
  return Math.max(right / Math.min(page, paper), bottom)
}
