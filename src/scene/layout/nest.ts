/**
 * Separate parts packed by their shapes: each stands where it first fits, by rows and from left to right, in
 * the empty places beside and below what stands already (polyomino packing: Freivalds, Dogrusoz and Kikusts
 * 2002). A part is a set of coarse grid squares, its boxes and lines with air around them; what these enclose
 * belongs to it, so nothing foreign comes to stand inside an argument.
 */
import type { Drawing, Point } from './drawing.ts'

/** The squares of a part. */
export interface Outline {
  /** Per row: stretches of squares, [from, to) in turn, from left to right. */
  readonly rows: readonly (readonly number[])[]
  /** In squares. */
  readonly width: number
  /** Of one square, px. */
  readonly square: number
}

/** The squares that a drawing needs, whose top left corner is at 0, 0, with half of `gap` around all of it. */
export function outlineOf({ bounds, boxes, lines, frames }: Drawing, gap: number, square: number): Outline {
  const width = Math.ceil((bounds.width + gap) / square)
  const height = Math.ceil((bounds.height + gap) / square)
  // A frame of empty squares lets the outside be found by walking through it.
  const span = width + 2
  const taken = new Uint8Array(span * (height + 2))
  const mark = (left: number, top: number, right: number, bottom: number) => {
    const [x0, x1] = [Math.floor(left / square), Math.min(width, Math.ceil((right + gap) / square))]
    const [y0, y1] = [Math.floor(top / square), Math.min(height, Math.ceil((bottom + gap) / square))]
    for (let y = y0; y < y1; y += 1) taken.fill(1, (y + 1) * span + x0 + 1, (y + 1) * span + x1 + 1)
  }
  for (const { x, y, width: w, height: h } of [...boxes, ...frames]) mark(x, y, x + w, y + h)
  for (const { points } of lines) {
    for (let at = 1; at < points.length; at += 1) {
      const [[x, y], [toX, toY]] = [points[at - 1] as Point, points[at] as Point]
      mark(Math.min(x, toX), Math.min(y, toY), Math.max(x, toX), Math.max(y, toY))
    }
  }
  markOutside(taken, span)
  const rows: number[][] = []
  for (let y = 0; y < height; y += 1) {
    const row: number[] = []
    let isInside = false
    for (let x = 0; x <= width; x += 1) {
      if ((taken[(y + 1) * span + x + 1] !== outside) === isInside) continue
      row.push(x)
      isInside = !isInside
    }
    rows.push(row)
  }
  return { rows, width, square }
}

const outside = 2

function markOutside(taken: Uint8Array, span: number): void {
  const waiting = [0]
  taken[0] = outside
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    const x = at % span
    for (const next of [x > 0 ? at - 1 : -1, x < span - 1 ? at + 1 : -1, at - span, at + span]) {
      if (taken[next] !== 0) continue
      taken[next] = outside
      waiting.push(next)
    }
  }
}

/** How many squares there are. */
export function squaresIn({ rows }: Outline): number {
  let sum = 0
  for (const row of rows) {
    for (let at = 0; at < row.length; at += 2) sum += (row[at + 1] as number) - (row[at] as number)
  }
  return sum
}

/**
 * Top left corners for these parts, px, each where it first fits, in this order.
 * @param width of the strip they are to stand in, in squares; no less than that of the widest
 */
export function nest(outlines: readonly Outline[], width: number): Point[] {
  const columns = Math.ceil(width)
  // Per row of the strip and square: the last taken one up to there, -1 for none.
  const lasts: Int32Array[] = []
  return outlines.map((outline) => {
    for (let y = 0; ; y += 1) {
      const x = firstFit(outline, lasts, y, columns)
      if (x === -1) continue
      take(outline, lasts, { x, y, columns })
      return [x * outline.square, y * outline.square]
    }
  })
}

/** The first place from the left in which the shape fits at this height; -1 for none. */
function firstFit(
  { rows, width }: Outline,
  lasts: readonly Int32Array[],
  top: number,
  columns: number,
): number {
  let x = 0
  for (let y = 0; y < rows.length && top + y < lasts.length;) {
    const row = rows[y] as readonly number[]
    const last = lasts[top + y] as Int32Array
    let isFree = true
    for (let at = 0; at < row.length; at += 2) {
      const hit = last[x + (row[at + 1] as number) - 1] as number
      if (hit < x + (row[at] as number)) continue
      x = hit + 1 - (row[at] as number)
      if (x + width > columns) return -1
      isFree = false
      break
    }
    y = isFree ? y + 1 : 0
  }
  return x
}

function take(
  { rows }: Outline,
  lasts: Int32Array[],
  { x, y, columns }: { readonly x: number; readonly y: number; readonly columns: number },
): void {
  for (const [index, row] of rows.entries()) {
    while (lasts.length <= y + index) lasts.push(new Int32Array(columns).fill(-1))
    const last = lasts[y + index] as Int32Array
    for (let at = 0; at < row.length; at += 2) {
      const [from, to] = [x + (row[at] as number), x + (row[at + 1] as number)]
      for (let place = from; place < to; place += 1) last[place] = place
      for (let place = to; place < columns && (last[place] as number) < to - 1; place += 1) {
        last[place] = to - 1
      }
    }
  }
}
