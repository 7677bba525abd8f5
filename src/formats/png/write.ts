/**
 * A drawing as PNG, in one picture or in tiles, wherever there is a canvas: the canvas is a parameter. What
 * cannot be painted is refused before anything is tried, and what comes back is looked at, so that nobody
 * ever gets an empty file.
 */
import type { Result } from '../../model/result.ts'
import type { Drawing } from '../drawing/drawing.ts'
import { addToPng, pngSize } from './chunks.ts'
import { paintDrawing, type PaintContext, type PaintView, type PathConstructor } from './paint.ts'
import { explainPngPlan, planPng, wholeView, type CanvasLimits, type PngPlan } from './plan.ts'

/** The keyword of the text chunk in which the document travels. */
export const pngKeyword = 'counterpoint'

/**
 * A canvas and what belongs to it. In a worker of a browser, with the font loaded into `self.fonts`:
 *
 *     { limits: browserLimits(navigator.userAgent), Path2D,
 *       createCanvas: (width, height) => new OffscreenCanvas(width, height),
 *       contextOf: (canvas) => canvas.getContext('2d'),
 *       encode: async (canvas) => new Uint8Array(await (await canvas.convertToBlob()).arrayBuffer()) }
 *
 * In Node, with @napi-rs/canvas, after each `inter-*-wght-normal.woff2` and `inter-*-wght-italic.woff2` of
 * @fontsource-variable/inter went through `GlobalFonts.register(bytes, 'Inter Variable')`; one file holds
 * all weights, and `600 14px "Inter Variable"` takes the right one:
 *
 *     { limits: canvasLimits.node, Path2D, createCanvas,
 *       contextOf: (canvas) => canvas.getContext('2d'),
 *       encode: async (canvas) => canvas.encode('png') }
 */
export interface PngSurroundings<Canvas, Path> {
  readonly limits: CanvasLimits
  readonly Path2D: PathConstructor<Path>
  readonly createCanvas: (width: number, height: number) => Canvas
  /** Null where the canvas has no context. */
  readonly contextOf: (canvas: Canvas) => PaintContext<Path> | null
  /** The canvas as PNG. */
  readonly encode: (canvas: Canvas) => Promise<Uint8Array>
}

export interface PngRequest {
  /** Pixels for one px of the drawing, 1 to 4. */
  readonly scale: number
  /** Whether a picture that does not fit comes in tiles; else it is refused. */
  readonly tiles: boolean
  /** Text of the document, to travel inside; in the first of several tiles. */
  readonly document?: string
}

export interface PngFile {
  /** Put between the document's name and the extension: "" or, for tiles, "-a1". */
  readonly suffix: string
  readonly content: Uint8Array<ArrayBuffer>
}

/** tooLarge: beyond the limits; the plan has the ways out. notPainted: the canvas gave nothing, as for want of memory. */
export type PngError =
  | { readonly kind: 'tooLarge'; readonly plan: PngPlan }
  | { readonly kind: 'notPainted'; readonly view: PaintView }

/** At scale 1 a px is the one of CSS: 96 to an inch of 0.0254 m. */
const pxPerMetre = 96 / 0.0254

/** The drawing as PNG, by tiles where it is too large and they are wanted. */
export async function writePng<Canvas, Path>(
  drawing: Drawing,
  { scale, tiles, document }: PngRequest,
  surroundings: PngSurroundings<Canvas, Path>,
): Promise<Result<readonly PngFile[], PngError>> {
  const plan = planPng(drawing, scale, surroundings.limits)
  const parts = plan.fits
    ? [{ suffix: '', view: wholeView(plan) }]
    : tiles
      ? (plan.grid?.tiles.map((tile) => ({ suffix: `-${tile.name}`, view: tile })) ?? [])
      : []
  if (parts.length === 0) return { ok: false, error: { kind: 'tooLarge', plan } }
  const files: PngFile[] = []
  for (const { suffix, view } of parts) {
    const picture = await paintView(drawing, view, surroundings)
    if (!picture) return { ok: false, error: { kind: 'notPainted', view } }
    const content = await addToPng(picture, {
      resolution: scale * pxPerMetre,
      ...(document === undefined || files.length > 0
        ? {}
        : { text: { keyword: pngKeyword, text: document } }),
    })
    files.push({ suffix, content })
  }
  return { ok: true, value: files }
}

/** Why there is no picture, and every way out. */
export function explainPngError(error: PngError): string {
  switch (error.kind) {
    case 'tooLarge':
      return explainPngPlan(error.plan)
    case 'notPainted': {
      const { width, height } = error.view
      return `There was not enough memory for a picture of ${width} × ${height} pixels; choose a smaller scale, or save as SVG or PDF.`
    }
  }
}

/** Undefined where the canvas gives no picture of the right size. */
async function paintView<Canvas, Path>(
  drawing: Drawing,
  view: PaintView,
  { Path2D, createCanvas, contextOf, encode }: PngSurroundings<Canvas, Path>,
): Promise<Uint8Array | undefined> {
  const canvas = await attempt(() => createCanvas(view.width, view.height))
  const context = canvas && contextOf(canvas)
  if (!context) return undefined
  paintDrawing(context, drawing, Path2D, view)
  const picture = await attempt(() => encode(canvas))
  const size = picture && pngSize(picture)
  return size?.width === view.width && size.height === view.height ? picture : undefined
}

/** Undefined where it fails: canvases say in many ways that memory is short, and all come to the same. */
async function attempt<T>(run: () => T | Promise<T>): Promise<T | undefined> {
  try {
    return await run()
  } catch {
    return undefined
  }
}
