/**
 * Separate parts side by side, in shelves like lines of text in author's order, as wide as suits the page.
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
  const widest = Math.max(0, ...sizes.map(({ width }) => width))
  const area = sizes.reduce((sum, { width, height }) => sum + (width + gap) * (height + gap), 0)
  const ideal = Math.sqrt(area * ratio)
  const total = sizes.reduce((sum, { width }) => sum + width + gap, -gap)
  const widths = [0.8, 0.9, 1, 1.1, 1.2, 1.35, 1.5, 1.75, 2].map((factor) => Math.max(widest, ideal * factor))
  return [...new Set([widest, ...widths, total])].sort((a, b) => a - b)
}

function fillShelves(sizes: readonly Size[], width: number, gap: number): { places: Point[]; size: Size } {
  const places: Point[] = []
  let [x, y, shelf, right] = [0, 0, 0, 0]
  for (const size of sizes) {
    if (x > 0 && x + size.width > width) {
      y += shelf + gap
      x = 0
      shelf = 0
    }
    places.push([x, y])
    x += size.width + gap
    right = Math.max(right, x - gap)
    shelf = Math.max(shelf, size.height)
  }
  return { places, size: { width: right, height: y + shelf } }
}
