/**
 * Paints a drawing onto a 2D canvas: a browser's, a worker's OffscreenCanvas or the one of @napi-rs/canvas.
 * The same items in the same order as in SVG, with SVG's own ways of joining lines and anchoring text, so
 * that both look the same. Text is drawn in Inter, which must have been loaded before; a canvas takes
 * another font without a word where it is not.
 */
import type { Drawing, DrawingItem, GroupItem, PathItem, TextItem } from '../drawing/drawing.ts'

/**
 * What is asked of a canvas's context. Properties that contexts declare more widely than they are used here
 * are unknown, so that every context fits.
 */
export interface PaintContext<Path> {
  fillStyle: unknown
  strokeStyle: unknown
  globalAlpha: number
  lineWidth: number
  lineCap: string
  lineJoin: string
  miterLimit: number
  font: string
  textAlign: string
  textBaseline: string
  direction: string
  setLineDash(lengths: number[]): void
  setTransform(a: number, b: number, c: number, d: number, e: number, f: number): void
  clearRect(x: number, y: number, width: number, height: number): void
  fillRect(x: number, y: number, width: number, height: number): void
  fill(path: Path): void
  stroke(path: Path): void
  fillText(text: string, x: number, y: number): void
}

/** Makes a path from SVG path data: the class Path2D of the canvas. */
export type PathConstructor<Path> = new (d: string) => Path

/** Which part of the drawing a canvas shows. */
export interface PaintView {
  /** Pixels for one px of the drawing. */
  readonly scale: number
  /** Where in the whole picture the canvas's top left corner is, pixels. */
  readonly left: number
  readonly top: number
  /** Of the canvas, pixels. */
  readonly width: number
  readonly height: number
}

/** The family under which the bundled font is loaded everywhere, and what stands in for what it has not. */
const canvasFonts =
  '"Inter Variable", system-ui, "Segoe UI", "Noto Sans", "Noto Sans CJK SC", "Noto Sans Arabic", sans-serif'

/** Paints what the view shows; what was on the canvas is gone. Leaves the context's state changed. */
export function paintDrawing<Path>(
  context: PaintContext<Path>,
  drawing: Drawing,
  Path2D: PathConstructor<Path>,
  view: PaintView,
): void {
  context.setTransform(1, 0, 0, 1, 0, 0)
  context.globalAlpha = 1
  context.clearRect(0, 0, view.width, view.height)
  if (drawing.background !== undefined) {
    context.fillStyle = drawing.background
    context.fillRect(0, 0, view.width, view.height)
  }
  // SVG's ways, which a canvas has otherwise or leaves to the page around it.
  context.miterLimit = 4
  context.textBaseline = 'alphabetic'
  const brush = { context, Path2D, view }
  move(brush, 0, 0)
  for (const item of drawing.items) paintItem(brush, item, [0, 0])
}

interface Brush<Path> {
  readonly context: PaintContext<Path>
  readonly Path2D: PathConstructor<Path>
  readonly view: PaintView
}

type Place = readonly [x: number, y: number]

function paintItem<Path>(brush: Brush<Path>, item: DrawingItem, at: Place): void {
  switch (item.kind) {
    case 'path':
      return paintPath(brush, item)
    case 'text':
      return paintText(brush, item)
    case 'group':
      return paintGroup(brush, item, at)
  }
}

function paintGroup<Path>(brush: Brush<Path>, { at, items }: GroupItem, [x, y]: Place): void {
  const inside: Place = at ? [x + at[0], y + at[1]] : [x, y]
  if (at) move(brush, ...inside)
  for (const item of items) paintItem(brush, item, inside)
  if (at) move(brush, x, y)
}

/** Sets the origin to this place of the drawing. */
function move<Path>({ context, view: { scale, left, top } }: Brush<Path>, x: number, y: number): void {
  context.setTransform(scale, 0, 0, scale, x * scale - left, y * scale - top)
}

function paintPath<Path>({ context, Path2D }: Brush<Path>, item: PathItem): void {
  const path = new Path2D(item.d)
  if (item.fill !== undefined) {
    context.globalAlpha = item.fillOpacity ?? 1
    context.fillStyle = item.fill
    context.fill(path)
    context.globalAlpha = 1
  }
  if (item.stroke !== undefined) {
    context.strokeStyle = item.stroke
    context.lineWidth = item.strokeWidth ?? 1
    context.lineCap = item.roundCaps ? 'round' : 'butt'
    context.lineJoin = item.roundCaps ? 'round' : 'miter'
    context.setLineDash([...(item.dash ?? [])])
    context.stroke(path)
  }
}

function paintText<Path>({ context }: Brush<Path>, item: TextItem): void {
  context.font = `${item.italic ? 'italic ' : ''}${item.weight} ${item.size}px ${canvasFonts}`
  context.direction = item.direction ?? 'ltr'
  context.textAlign = item.anchor === 'middle' ? 'center' : (item.anchor ?? 'start')
  context.fillStyle = item.fill
  context.fillText(item.text, item.x, item.y)
}
