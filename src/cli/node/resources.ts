/**
 * What pictures are made with, in Node: the font files of the packages installed beside the program, and the
 * canvas of @napi-rs/canvas, which is only loaded when a picture is painted.
 */
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { ExportResources } from '../../formats/exporting.ts'
import { fontFamilies, partsOfFamily, type FontFiles } from '../../formats/fonts/font-files.ts'
import { canvasLimits } from '../../formats/png/plan.ts'
import { writePng } from '../../formats/png/write.ts'
import { createInterMeasurer } from '../../scene/measure/inter-measurer.ts'

const require = createRequire(import.meta.url)

const fonts: FontFiles = {
  load: async (name) => {
    const [family = '', ...rest] = name.split('/')
    const folder = dirname(require.resolve(`@fontsource-variable/${family}/package.json`))
    return new Uint8Array(await readFile(join(folder, ...rest)))
  },
}

/** The resources of exports that are made at this time. */
export function resourcesAt(date: Date): ExportResources {
  let canvas: ReturnType<typeof canvasWithInter> | undefined
  return {
    measurer: createInterMeasurer(),
    fonts,
    date,
    png: async (drawing, request) => {
      canvas ??= canvasWithInter()
      const { createCanvas, Path2D } = await canvas
      return writePng(drawing, request, {
        limits: canvasLimits.node,
        Path2D,
        createCanvas: (width, height) => createCanvas(width, height),
        contextOf: (each) => each.getContext('2d'),
        encode: (each) => each.encode('png'),
      })
    },
  }
}

async function canvasWithInter() {
  const canvas = await loadCanvas()
  const inter = fontFamilies.find(({ folder }) => folder === 'inter')
  if (!inter) throw new Error('the family "inter" is not listed')
  const ranges = new TextDecoder().decode(await fonts.load('inter/unicode.json'))
  for (const isItalic of [false, true]) {
    for (const { file } of partsOfFamily(inter, ranges, isItalic)) {
      canvas.GlobalFonts.register(Buffer.from(await fonts.load(file)), 'Inter Variable')
    }
  }
  return canvas
}

async function loadCanvas() {
  try {
    return await import('@napi-rs/canvas')
  } catch (error) {
    throw new Error(
      'PNG needs the package @napi-rs/canvas, which is not installed for this system. Install it beside counterpoint, or export SVG or PDF.',
      { cause: error },
    )
  }
}
