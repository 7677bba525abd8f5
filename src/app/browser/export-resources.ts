/** What exports need of a worker of a browser: measuring, font files by their addresses, a canvas. */
import type { ExportResources } from '../../formats/exporting.ts'
import type { FontFiles } from '../../formats/fonts/font-files.ts'
import { browserLimits } from '../../formats/png/plan.ts'
import { writePng } from '../../formats/png/write.ts'
import { createInterMeasurer } from '../../scene/measure/inter-measurer.ts'

const measurer = createInterMeasurer()

/** The page's own files, fetched when they are needed. */
const fonts: FontFiles = {
  load: async (name) => {
    const { fontAddresses } = await import('./font-addresses.ts')
    const address = fontAddresses.get(name)
    if (address === undefined) throw new Error(`there is no font file "${name}"`)
    const answer = await fetch(new URL(address, import.meta.url))
    if (!answer.ok) {
      throw new Error('A font could not be loaded. Check the connection, reload the page and try again.')
    }
    return new Uint8Array(await answer.arrayBuffer())
  },
}

/** The files of the bundled font that a worker's canvas draws with: it sees none of the page's own. */
let canvasFont: Promise<void> | undefined

function loadCanvasFont(): Promise<void> {
  canvasFont ??= (async () => {
    const { fontAddresses } = await import('./font-addresses.ts')
    const { partsOfFamily, fontFamilies } = await import('../../formats/fonts/font-files.ts')
    const inter = fontFamilies.find(({ folder }) => folder === 'inter')
    if (!inter) return
    const ranges = new TextDecoder().decode(await fonts.load('inter/unicode.json'))
    for (const isItalic of [false, true]) {
      for (const { file, ranges: characters } of partsOfFamily(inter, ranges, isItalic)) {
        const address = fontAddresses.get(file)
        if (address === undefined) continue
        const unicodeRange = characters
          .map(([first, last]) => `U+${first.toString(16)}-${last.toString(16)}`)
          .join()
        const face = new FontFace('Inter Variable', `url(${new URL(address, import.meta.url).href})`, {
          weight: '100 900',
          style: isItalic ? 'italic' : 'normal',
          unicodeRange,
        })
        // Fetched only when one of its characters is drawn, were it not that a canvas does not wait for that.
        await face.load()
        workerFonts().add(face)
      }
    }
  })()
  return canvasFont
}

/** Fonts of a worker, which TypeScript's library for pages does not know. */
function workerFonts(): FontFaceSet {
  return (globalThis as unknown as { fonts: FontFaceSet }).fonts
}

/** The resources for an export made at this time, ms since 1970. */
export function exportResourcesAt(date: number): ExportResources {
  return {
    measurer,
    fonts,
    date: new Date(date),
    png: async (drawing, request) => {
      await loadCanvasFont()
      return writePng(drawing, request, {
        limits: browserLimits(navigator.userAgent),
        Path2D,
        createCanvas: (width, height) => new OffscreenCanvas(width, height),
        contextOf: (canvas) => canvas.getContext('2d'),
        encode: async (canvas) => new Uint8Array(await (await canvas.convertToBlob()).arrayBuffer()),
      })
    },
  }
}
