/**
 * How the parts of a map come together on a page. Small maps are laid out in several shapes, since the shape
 * that suits each part alone need not suit all of them together, and their parts are packed by their shapes
 * too. The usual shape and plain shelves are kept unless something else leaves the map clearly larger on the
 * page, so that an edit seldom rearranges everything.
 */
import type { Page } from './columns.ts'
import { moved, type Drawing, type Point } from './drawing.ts'
import { gaps } from './gaps.ts'
import { nest, outlineOf, squaresIn } from './nest.ts'
import type { Network } from './network.ts'
import { packParts, widthsToTry } from './pack.ts'

/** Maps with more vertices than this are laid out in the usual shape at once. */
const mostVertices = 150
/** Maps of more parts are packed in shelves at once, and maps that would take more grid squares. */
const mostParts = 100
const mostSquares = 150_000
/** A map that fits a page of this height, px, is small: nothing is to be gained. */
const small = 700
/** How many times as large on the page another shape must leave a map, and packing by shape. */
const shapeCost = 1.03
const nestCost = 1.03
/** Width to height of all A and B sizes of paper (ISO 216). */
const paper = Math.SQRT2
/** Side of a grid square, px. */
const square = gaps.betweenParts / 4

/** Width to height of parts, against the page, and whether narrow rows are set in columns too. */
const shapes = [
  { factor: 1, isFree: false },
  { factor: 1, isFree: true },
  { factor: 0.8, isFree: true },
  { factor: 0.6, isFree: true },
  { factor: 0.4, isFree: true },
  { factor: 0.25, isFree: true },
  { factor: 1.3, isFree: true },
  { factor: 2, isFree: true },
] as const

/**
 * The parts drawn and in their places: no part comes nearer to another than `gaps.betweenParts`.
 * @param page width to height of what the map is to fill
 * @param draw a part in a shape, its top left corner at 0, 0
 */
export function fitted(
  parts: readonly Network[],
  { page, isSideways }: { readonly page: number; readonly isSideways: boolean },
  draw: (part: Network, shape: Page) => Drawing,
): Drawing[] {
  const ratio = isSideways ? 1 / page : page
  const count = parts.reduce((sum, { vertices }) => sum + vertices.length, 0)
  let best: { drawings: readonly Drawing[]; places: readonly Point[] } = { drawings: [], places: [] }
  let least = Infinity
  for (const [index, { factor, isFree }] of shapes.entries()) {
    if (index > 0 && (count > mostVertices || least <= small)) break
    const drawings = parts.map((part) => draw(part, { ratio: ratio * factor, isSideways, isFree }))
    for (const { places, cost } of packings(drawings, page)) {
      if (least <= small) break
      const badness = badnessOf(drawings, places, page) * cost * (index > 0 ? shapeCost : 1)
      if (badness >= least - 0.5) continue
      best = { drawings, places }
      least = badness
    }
  }
  return best.drawings.map((part, index) => {
    const [x, y] = best.places[index] ?? [0, 0]
    return moved(part, Math.round(x), Math.round(y))
  })
}

/**
 * Least height of a page that holds everything: what counts is how large the whole can be shown. Judged on
 * paper, which is less wide than screens are, as text is smallest there.
 */
function badnessOf(drawings: readonly Drawing[], places: readonly Point[], page: number): number {
  let [width, height] = [0, 0]
  for (const [index, { bounds }] of drawings.entries()) {
    const [x, y] = places[index] ?? [0, 0]
    width = Math.max(width, x + bounds.width)
    height = Math.max(height, y + bounds.height)
  }
  return Math.max(width / Math.min(page, paper), height)
}

/** Ways to set drawings side by side: on shelves, and nested. */
function* packings(
  drawings: readonly Drawing[],
  page: number,
): Generator<{ readonly places: readonly Point[]; readonly cost: number }> {
  const gap = gaps.betweenParts
  const sizes = drawings.map(({ bounds }) => bounds)
  yield { places: packParts(sizes, page, gap), cost: 1 }
  if (drawings.length < 2 || drawings.length > mostParts) return
  const all = sizes.reduce((sum, { width, height }) => sum + (width + gap) * (height + gap), 0)
  if (all > mostSquares * square * square) return
  const outlines = drawings.map((part) => outlineOf(part, gap, square))
  let [widest, area] = [0, 0]
  for (const outline of outlines) {
    widest = Math.max(widest, outline.width)
    area += squaresIn(outline)
  }
  for (const width of widthsToTry(area * page, widest))
    yield { places: nest(outlines, width), cost: nestCost }
}
