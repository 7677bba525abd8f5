/** What exports need, in Node: font files from node_modules, a canvas of @napi-rs/canvas. */
import { readFile, readdir } from 'node:fs/promises'
import { createCanvas, GlobalFonts, Path2D } from '@napi-rs/canvas'
import type { ExportResources } from '../../src/formats/exporting.ts'
import { canvasLimits } from '../../src/formats/png/plan.ts'
import { writePng } from '../../src/formats/png/write.ts'
import { createInterMeasurer } from '../../src/scene/measure/inter-measurer.ts'

const folder = 'node_modules/@fontsource-variable'
let registered: Promise<void> | undefined

async function registerInter(): Promise<void> {
  for (const name of await readdir(`${folder}/inter/files`)) {
    if (!/-wght-(normal|italic)\.woff2$/.test(name)) continue
    GlobalFonts.register(await readFile(`${folder}/inter/files/${name}`), 'Inter Variable')
  }
}

/** The resources for an export made at this time, ms since 1970. */
export function exportResourcesAt(date: number): ExportResources {
  return {
    measurer: createInterMeasurer(),
    fonts: { load: async (name) => new Uint8Array(await readFile(`${folder}/${name}`)) },
    date: new Date(date),
    png: async (drawing, request) => {
      registered ??= registerInter()
      await registered
      return writePng(drawing, request, {
        limits: canvasLimits.node,
        Path2D,
        createCanvas: (width, height) => createCanvas(width, height),
        contextOf: (canvas) => canvas.getContext('2d'),
        encode: async (canvas) => canvas.encode('png'),
      })
    },
  }
}
