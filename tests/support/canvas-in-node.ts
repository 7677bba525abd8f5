/** A canvas outside of a browser, with Inter in it: what PNG is painted on in Node. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { createCanvas, GlobalFonts, Path2D, type Canvas } from '@napi-rs/canvas'
import { canvasLimits, type CanvasLimits } from '../../src/formats/png/plan.ts'
import type { PngSurroundings } from '../../src/formats/png/write.ts'

const require = createRequire(import.meta.url)
let isRegistered = false

/** What writePng wants, with limits of one's own where a test is about them. */
export function canvasInNode(limits: CanvasLimits = canvasLimits.node): PngSurroundings<Canvas, Path2D> {
  if (!isRegistered) registerInter()
  isRegistered = true
  return {
    limits,
    Path2D,
    createCanvas,
    contextOf: (canvas) => canvas.getContext('2d'),
    encode: (canvas) => canvas.encode('png'),
  }
}

function registerInter(): void {
  for (const subset of [
    'latin',
    'latin-ext',
    'greek',
    'greek-ext',
    'cyrillic',
    'cyrillic-ext',
    'vietnamese',
  ]) {
    for (const style of ['normal', 'italic']) {
      const file = `@fontsource-variable/inter/files/inter-${subset}-wght-${style}.woff2`
      GlobalFonts.register(readFileSync(require.resolve(file)), 'Inter Variable')
    }
  }
}

/** Red, green, blue and opacity, 0 to 255. */
export type Pixel = readonly [red: number, green: number, blue: number, alpha: number]

/** The pixels of a picture, by place. */
export async function pixelsOf(png: Uint8Array): Promise<{
  readonly width: number
  readonly height: number
  readonly data: Uint8ClampedArray
  at(x: number, y: number): Pixel
}> {
  const { loadImage } = await import('@napi-rs/canvas')
  const image = await loadImage(Buffer.from(png))
  const canvas = createCanvas(image.width, image.height)
  const context = canvas.getContext('2d')
  context.drawImage(image, 0, 0)
  const { data } = context.getImageData(0, 0, image.width, image.height)
  return {
    width: image.width,
    height: image.height,
    data,
    at(x, y) {
      const [red = 0, green = 0, blue = 0, alpha = 0] = data.subarray(
        (y * image.width + x) * 4,
        (y * image.width + x) * 4 + 4,
      )
      return [red, green, blue, alpha]
    },
  }
}
