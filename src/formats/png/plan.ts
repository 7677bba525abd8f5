/**
 * How a drawing can become PNG where it is: as one picture at the scale asked, at a smaller scale, or in
 * tiles. A canvas beyond its limits gives an empty picture and no error, so nothing is ever tried blindly.
 * Pure arithmetic; SVG and PDF have no such limits and are the way out of everything.
 */
import type { PaintView } from './paint.ts'

/** The largest canvas that can be painted. */
export interface CanvasLimits {
  /** Pixels of one side. */
  readonly side: number
  /** Pixels altogether. */
  readonly pixels: number
}

/**
 * The limits of canvases. Chromium: 16,384 a side with a graphics card, 2^28 pixels without. Firefox: the
 * lower one of its versions. Safari: 16.7 million pixels, and every browser on iOS is one. Node: what
 * @napi-rs/canvas paints, as long as a gigabyte of memory is there.
 */
export const canvasLimits = {
  chromium: { side: 16_384, pixels: 2 ** 28 },
  firefox: { side: 32_767, pixels: 124_992_400 },
  safari: { side: 16_384, pixels: 2 ** 24 },
  node: { side: 32_767, pixels: 2 ** 28 },
} as const satisfies Record<string, CanvasLimits>

/** The limits of a browser, by its user agent; those of Safari, the tightest, for any that is not known. */
export function browserLimits(userAgent: string): CanvasLimits {
  if (/Chrom(?:e|ium)\//.test(userAgent)) return canvasLimits.chromium
  if (/\bFirefox\//.test(userAgent)) return canvasLimits.firefox
  return canvasLimits.safari
}

/** One picture of several that together show the drawing. */
export interface Tile extends PaintView {
  /** Column as a letter and row as a number, both from the top left: "a1", "b1", "aa12". */
  readonly name: string
}

export interface TileGrid {
  readonly columns: number
  readonly rows: number
  /** By row, then column. Every pixel of the whole is in exactly one of them. */
  readonly tiles: readonly Tile[]
}

export interface PngPlan {
  /** Of the whole picture at the scale asked, pixels. */
  readonly width: number
  readonly height: number
  readonly scale: number
  /** Whether it can be painted as one picture at this scale. */
  readonly fits: boolean
  /** The largest scale, in hundredths and at most that asked, at which one picture can be painted; absent where letters would be too small to read. */
  readonly largestScale?: number
  /** The picture at the scale asked, in parts; absent where it takes more than anyone would put together. */
  readonly grid?: TileGrid
}

/** Below a quarter of their size letters are three pixels high. */
const smallestScale = 0.25

const mostTiles = 400

/** Tiles are no larger than other programs open with ease: 67 million pixels, a quarter of a gigabyte. */
const tilePixels = 2 ** 26

/** What is possible for a drawing of this size, px, at this scale, within these limits. */
export function planPng(
  drawing: { readonly width: number; readonly height: number },
  scale: number,
  limits: CanvasLimits,
): PngPlan {
  const width = pixels(drawing.width, scale)
  const height = pixels(drawing.height, scale)
  const fits = isWithin(width, height, limits)
  const largestScale = fits ? scale : scaleThatFits(drawing, scale, limits)
  const grid = fits ? undefined : tileGrid(width, height, scale, limits)
  return {
    width,
    height,
    scale,
    fits,
    ...(largestScale >= Math.min(smallestScale, scale) ? { largestScale } : {}),
    ...(grid ? { grid } : {}),
  }
}

/** The whole picture as the only view of it. */
export function wholeView({ width, height, scale }: PngPlan): PaintView {
  return { scale, left: 0, top: 0, width, height }
}

/** "The picture would be 40,000 × 9,000 pixels, more than can be painted here as one. …": why, and every way out. */
export function explainPngPlan({ width, height, scale, largestScale, grid }: PngPlan): string {
  const size = `${grouped(width)} × ${grouped(height)} pixels`
  const ways = [
    ...(largestScale === undefined ? [] : [`at ${largestScale} times instead of ${scale}`]),
    ...(grid ? [`in ${grouped(grid.tiles.length)} parts`] : []),
  ]
  const here = ways.length === 0 ? '' : `It can be saved ${ways.join(' or ')}. `
  return `The picture would be ${size}, more than can be painted here as one. ${here}SVG and PDF have no such limit, and a single branch or section makes a smaller picture.`
}

/** At least one pixel; what is less than a thousandth of one beyond a whole number comes from arithmetic. */
function pixels(length: number, scale: number): number {
  return Math.max(1, Math.ceil(length * scale - 0.001))
}

function isWithin(width: number, height: number, { side, pixels: most }: CanvasLimits): boolean {
  return width <= side && height <= side && width * height <= most
}

function scaleThatFits(
  { width, height }: { readonly width: number; readonly height: number },
  scale: number,
  limits: CanvasLimits,
): number {
  const bySide = limits.side / Math.max(width, height)
  const byPixels = Math.sqrt(limits.pixels / (width * height))
  let largest = Math.min(scale, Math.floor(Math.min(bySide, byPixels) * 100) / 100)
  // Rounding up to whole pixels may reach just beyond.
  while (largest > 0 && !isWithin(pixels(width, largest), pixels(height, largest), limits)) {
    largest = Math.round(largest * 100 - 1) / 100
  }
  return largest
}

/** The grid with the fewest tiles, all nearly of one size. */
function tileGrid(width: number, height: number, scale: number, limits: CanvasLimits): TileGrid | undefined {
  const most = Math.min(limits.pixels, tilePixels)
  let best: { columns: number; rows: number } | undefined
  // More columns than there may be tiles are never of use.
  for (let columns = Math.ceil(width / limits.side); columns <= Math.min(width, mostTiles); columns += 1) {
    const rows = Math.ceil(height / Math.min(limits.side, Math.floor(most / Math.ceil(width / columns))))
    if (columns * rows <= mostTiles && (!best || columns * rows < best.columns * best.rows)) {
      best = { columns, rows }
    }
  }
  if (!best) return undefined
  const { columns, rows } = best
  const edge = (length: number, parts: number, index: number): number => Math.floor((length * index) / parts)
  const tiles: Tile[] = []
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const left = edge(width, columns, column)
      const top = edge(height, rows, row)
      const right = edge(width, columns, column + 1)
      const bottom = edge(height, rows, row + 1)
      const name = `${columnName(column)}${row + 1}`
      tiles.push({ name, scale, left, top, width: right - left, height: bottom - top })
    }
  }
  return { columns, rows, tiles }
}

/** "a" to "z", "aa", "ab", … */
function columnName(index: number): string {
  const letter = String.fromCharCode(97 + (index % 26))
  return index < 26 ? letter : columnName(Math.floor(index / 26) - 1) + letter
}

function grouped(count: number): string {
  return count.toLocaleString('en-GB')
}
