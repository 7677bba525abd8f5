/**
 * How the parts of a map come together on a page. The shape that suits each part alone need not suit all of
 * them together, so that maps that are not large are drafted in several shapes, and their parts are packed by
 * their outlines too. The usual shape and plain shelves are kept unless something else leaves the map clearly
 * larger on the page, so that an edit seldom rearranges everything. A small map that plain layers would leave
 * larger still is arranged by trying.
 */
import type { Page } from './columns.ts'
import { moved, type Drawing } from './drawing.ts'
import { gaps } from './gaps.ts'
import { largestOf, type Arranged } from './largest.ts'
import { needed, type Layers } from './layers.ts'
import type { Network, Size } from './network.ts'
import { packParts } from './pack.ts'
import { heightOf, packings, paper } from './packings.ts'

/** Maps with more vertices than this are laid out in the usual shape at once. */
const mostVertices = 100
/** Maps of so many statements are compared with plain layers. */
const compared = { least: 16, most: 64 }
/** A map that fits a page of this height, px, is small: nothing is to be gained. */
const small = 700
/** How many times as large on the page another shape must leave a map, and packing by outlines. */
const shapeCost = 1.1
const nestCost = 1.05
/** Plain layers never fill more of a page with boxes than this. */
const mostFilled = 0.45

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
const searched = [1, 0.85, 0.7, 0.45, 0.3, 1.2, 1.4, 2].map((factor) => ({
  factor,
  isFree: true,
  isSearched: true,
}))

/** How parts are laid out, each with its top left corner at 0, 0. */
export interface Drafting {
  /** About how large a part is in a shape: quickly, without its lines. */
  readonly sizeOf: (part: Network, shape: Page) => Size
  readonly draw: (part: Network, shape: Page) => Drawing
  readonly layers?: Layers | undefined
}

interface Arrangement extends Arranged {
  /** Least height of a page that holds everything, times what it costs to be unusual. */
  readonly badness: number
}

/**
 * The parts drawn and in their places: no part comes nearer to another than `gaps.betweenParts`.
 * @param page width to height of what the map is to fill
 */
export function fitted(
  parts: readonly Network[],
  { page, isSideways }: { readonly page: number; readonly isSideways: boolean },
  { sizeOf, draw, layers }: Drafting,
): Drawing[] {
  const ratio = isSideways ? 1 / page : page
  const count = parts.reduce((sum, { vertices }) => sum + vertices.length, 0)
  const [usual, ...others] = shapes.map((shape) => pageFor(shape))
  if (!usual) return []
  let best = arrangements(usual, 1).reduce(better)
  if (best.height > small && count <= mostVertices) {
    const promising = promisingOf(usual, others)
    for (const shape of promising) best = [best, ...arrangements(shape, shapeCost)].reduce(better)
    const least = heightInLayers(best)
    if (best.height > least) {
      const all = [usual, ...others, ...searched.map((shape) => pageFor(shape))]
      best = { ...largestOf(parts, { page, shapes: all, least, draw }), badness: 0 }
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
    return packings(drawings, page).map((packing) => {
      const badness = packing.height * cost * (packing.isNested ? nestCost : 1)
      return { drawings, ...packing, badness }
    })
  }

  /** The shapes that promise a clearly larger map: the best three of those that differ. */
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
      .slice(0, 3)
      .map(([, shape]) => shape)
  }

  /** How high a page plain layers would need; Infinity for maps that are not compared with them. */
  function heightInLayers({ height }: Arrangement): number {
    const boxes = parts.flatMap(({ vertices }) => vertices)
    const statements = boxes.filter(({ isJunction }) => !isJunction).length
    if (statements < compared.least || statements > compared.most) return Infinity
    const filled = boxes.reduce((sum, box) => sum + box.width * box.height, 0)
    if (filled > mostFilled * height * height * paper) return Infinity
    const { width, height: along } = needed(layers).sizeOf(parts)
    const size = isSideways ? { width: along, height: width } : { width, height: along }
    return heightOf([size], [[0, 0]], page)
  }
}

function better(one: Arrangement, other: Arrangement): Arrangement {
  return other.badness < one.badness - 0.5 ? other : one
}
