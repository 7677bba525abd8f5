/**
 * Separate parts side by side, in shelves like lines of text in author's order, as wide as suits the page;
 * small parts beside a tall one stand below each other.
 */
import type { Point } from './drawing.ts'
import type { Size } from './network.ts'

/** Top left corners for parts of these sizes, px, so that width to height comes near `ratio`. */
export function packParts(sizes: readonly Size[], ratio: number, gap: number): Point[] {
  let best: { places: Point[]; badness: number } | undefined
  for (const width of candidateWidths(sizes, ratio, gap)) {
    const { places, size } = fillShelves(sizes, width, gap)
    // What counts is how large the whole can be shown on a page of that ratio.
    const badness = Math.max(size.width / ratio, size.height)
    if (!best || badness < best.badness - 0.5) best = { places, badness }
  }
  return best?.places ?? []
}

/** Widths worth trying, narrow to wide: around the square root of the area, and all in one line. */
function candidateWidths(sizes: readonly Size[], ratio: number, gap: number): number[] {
  let [widest, area, total] = [0, 0, -gap]
  for (const { width, height } of sizes) {
    widest = Math.max(widest, width)
    area += (width + gap) * (height + gap)
    total += width + gap
  }
  return [...new Set([...widthsToTry(area * ratio, widest), total])].sort((a, b) => a - b)
}

/**
 * Widths worth trying for what would fill a page without any gap in it, in the unit of these.
 * @param square of the width of that page
 * @param widest of all that is to be packed
 */
export function widthsToTry(square: number, widest: number): number[] {
  const ideal = Math.sqrt(square)
  const widths = [0.8, 0.9, 1, 1.1, 1.2, 1.35, 1.5, 1.75, 2].map((factor) => Math.max(widest, ideal * factor))
  return [...new Set([widest, ...widths])]
}

/** A stack of parts within a shelf: where it begins, how wide it is and how far down it goes. */
interface Stack {
  readonly x: number
  readonly width: number
  bottom: number
}

function fillShelves(sizes: readonly Size[], width: number, gap: number): { places: Point[]; size: Size } {
  const places: Point[] = []
  let [y, shelf, right] = [0, 0, 0]
  let stack: Stack | undefined
  for (const size of sizes) {
    if (stack && size.width <= stack.width && stack.bottom + gap + size.height <= shelf) {
      places.push([stack.x, y + stack.bottom + gap])
      stack.bottom += gap + size.height
      continue
    }
    let x = stack ? stack.x + stack.width + gap : 0
    if (x > 0 && x + size.width > width) {
      y += shelf + gap
      x = 0
      shelf = 0
    }
    stack = { x, width: size.width, bottom: size.height }
    places.push([x, y])
    right = Math.max(right, x + size.width)
    shelf = Math.max(shelf, size.height)
  }
  return { places, size: { width: right, height: y + shelf } }
}
