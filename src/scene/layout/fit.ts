/**
 * How the parts of a map come together on a page. The shape that suits each part alone need not suit all of
 * them together, so that maps that are not large are drafted in several shapes, and their parts are packed by
 * their outlines too. The usual shape and plain shelves are kept unless something else leaves the map clearly
 * larger on the page, so that an edit seldom rearranges everything. A small map that plain layers would leave
 * larger still is arranged by trying.
 */
import type { Page } from './columns.ts'
import { moved, type Drawing, type Point } from './drawing.ts'
import { gaps } from './gaps.ts'
import { nest, outlineOf, squaresIn } from './nest.ts'
import type { Network, Size } from './network.ts'
import { packParts, widthsToTry } from './pack.ts'
import { sizeInLayers } from './plain-layers.ts'

/** Maps with more vertices than this are laid out in the usual shape at once. */
const mostVertices = 150
/** Maps of so many statements, and of no more vertices than that, are compared with plain layers. */
const compared = { leastStatements: 16, mostVertices: 110 }
/** Maps of more parts are packed in shelves at once, and maps that would take more grid squares. */
const mostParts = 100
const mostSquares = 150_000
/** A map that fits a page of this height, px, is small: nothing is to be gained. */
const small = 700
/** How many times as large on the page another shape must leave a map, and packing by outlines. */
const shapeCost = 1.1
const nestCost = 1.05
/** Plain layers never fill more of a page with boxes than this. */
const mostFilled = 0.32
/** Width to height of all A and B sizes of paper (ISO 216). */
const paper = Math.SQRT2
/** Side of a grid square, px. */
const square = gaps.betweenParts / 4

/** Width to height of parts, against the page, and whether narrow rows are set in columns too: the usual one first. */
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
/** For maps that are arranged by trying. */
const searched = [1, 0.7, 1.4, 0.45].map((factor) => ({ factor, isFree: true, isSearched: true }))

/** How parts are laid out, each with its top left corner at 0, 0. */
export interface Drafting {
  /** About how large a part is in a shape: quickly, without its lines. */
  readonly sizeOf: (part: Network, shape: Page) => Size
  readonly draw: (part: Network, shape: Page) => Drawing
}

interface Arrangement {
  readonly drawings: readonly Drawing[]
  readonly places: readonly Point[]
  /** Least height of a page that holds everything. */
  readonly height: number
  /** The same, times what it costs to be unusual. */
  readonly badness: number
}

/**
 * The parts drawn and in their places: no part comes nearer to another than `gaps.betweenParts`.
 * @param page width to height of what the map is to fill
 */
export function fitted(
  parts: readonly Network[],
  { page, isSideways }: { readonly page: number; readonly isSideways: boolean },
  { sizeOf, draw }: Drafting,
): Drawing[] {
  const ratio = isSideways ? 1 / page : page
  const count = parts.reduce((sum, { vertices }) => sum + vertices.length, 0)
  const [usual, ...others] = shapes.map((shape) => pageFor(shape))
  if (!usual) return []
  let best = arrangements(usual, 1).reduce(better)
  if (best.height > small && count <= mostVertices) {
    const promising = promisingOf(usual, others)
    for (const shape of promising) best = [best, ...arrangements(shape, shapeCost)].reduce(better)
    if (isSmallerThanInLayers(best)) {
      const all = [usual, ...others, ...searched.map((shape) => pageFor(shape))]
      best = all.flatMap((shape) => arrangements(shape, 1)).reduce(larger)
    }
  }
  return best.drawings.map((part, index) => {
    const [x, y] = best.places[index] ?? [0, 0]
    return moved(part, Math.round(x), Math.round(y))
  })

  function pageFor({ factor, ...shape }: (typeof shapes)[number] | (typeof searched)[number]): Page {
    return { ratio: ratio * factor, isSideways, ...shape }
  }

  function arrangements(shape: Page, cost: number): Arrangement[] {
    const drawings = parts.map((part) => draw(part, shape))
    return packings(drawings, page).map(({ places, isNested }) => {
      const height = heightOf(
        drawings.map(({ bounds }) => bounds),
        places,
        page,
      )
      return { drawings, places, height, badness: height * cost * (isNested ? nestCost : 1) }
    })
  }

  /** The shapes that promise a clearly larger map: the best two of those that differ. */
  function promisingOf(first: Page, further: readonly Page[]): Page[] {
    const promised = (shape: Page) => {
      const sizes = parts.map((part) => sizeOf(part, shape))
      return heightOf(sizes, packParts(sizes, page, gaps.betweenParts), page)
    }
    const least = promised(first) / shapeCost
    const heights = new Map<number, Page>()
    for (const shape of further) {
      const height = promised(shape)
      if (height < least && !heights.has(height)) heights.set(height, shape)
    }
    return [...heights]
      .sort(([a], [b]) => a - b)
      .slice(0, 2)
      .map(([, shape]) => shape)
  }

  function isSmallerThanInLayers({ height }: Arrangement): boolean {
    const boxes = parts.flatMap(({ vertices }) => vertices)
    const statements = boxes.filter(({ isJunction }) => !isJunction).length
    if (statements < compared.leastStatements || count > compared.mostVertices) return false
    const filled = boxes.reduce((sum, box) => sum + box.width * box.height, 0)
    if (filled > mostFilled * height * height * paper) return false
    return heightOf([sizeInLayers(parts, isSideways)], [[0, 0]], page) < height
  }
}

function better(one: Arrangement, other: Arrangement): Arrangement {
  return other.badness < one.badness - 0.5 ? other : one
}

function larger(one: Arrangement, other: Arrangement): Arrangement {
  return other.height < one.height ? other : one
}

/**
 * Least height of a page that holds everything: what counts is how large the whole can be shown. Judged on
 * paper, which is less wide than screens are, as text is smallest there.
 */
function heightOf(sizes: readonly Size[], places: readonly Point[], page: number): number {
  let [right, bottom] = [0, 0]
  for (const [index, { width, height }] of sizes.entries()) {
    const [x, y] = places[index] ?? [0, 0]
    right = Math.max(right, x + width)
    bottom = Math.max(bottom, y + height)
  }
  return Math.max(right / Math.min(page, paper), bottom)
}

interface Packing {
  readonly places: readonly Point[]
  readonly isNested: boolean
}

/** Ways to set drawings side by side: on shelves, and nested. */
function packings(drawings: readonly Drawing[], page: number): Packing[] {
  const gap = gaps.betweenParts
  const sizes = drawings.map(({ bounds }) => bounds)
  const shelves = { places: packParts(sizes, page, gap), isNested: false }
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
  return [shelves, ...widths.map((width) => ({ places: nest(outlines, width), isNested: true }))]
}
