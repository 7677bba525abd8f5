/**
 * What the benchmark of PNG runs in the page of the built editor: the same map painted by this program and
 * pictured by html-to-image, each from what it needs to have at hand until the bytes of the PNG are there.
 */
import { toBlob } from 'html-to-image'
import { drawGraph, sceneOfPicture } from '../../../src/formats/drawing/draw.ts'
import { usualPicture } from '../../../src/formats/drawing/picture.ts'
import { readGraph } from '../../../src/formats/json/read.ts'
import { browserLimits } from '../../../src/formats/png/plan.ts'
import { explainPngError, writePng } from '../../../src/formats/png/write.ts'
import { createInterMeasurer } from '../../../src/scene/measure/inter-measurer.ts'

/** One picture: how long it took, ms, and what came of it. */
export interface Made {
  readonly time: number
  readonly bytes: number
  readonly width: number
  readonly height: number
}

/** In a worker, as in the editor: paints the document in the message and answers with `Made`. */
function paintInWorker(): void {
  addEventListener('message', (event: MessageEvent<{ json: string; scale: number; font: string }>) => {
    void paint(event.data).then(
      (made) => postMessage(made),
      (error: unknown) => postMessage(String(error)),
    )
  })
}

async function paint({ json, scale, font }: { json: string; scale: number; font: string }): Promise<Made> {
  const face = await new FontFace('Inter Variable', `url(${font})`, { weight: '100 900' }).load()
  // Workers have a set of fonts as pages do, of which TypeScript knows only for pages.
  const { fonts } = globalThis as unknown as { readonly fonts: Set<FontFace> }
  fonts.add(face)
  const read = readGraph(json)
  if (!read.ok) throw new Error('the graph cannot be read')
  const measurer = createInterMeasurer()
  const scene = sceneOfPicture(read.value, usualPicture, measurer)
  const begin = performance.now()
  const drawing = drawGraph(read.value, usualPicture, { measurer, scene })
  const made = await writePng(
    drawing,
    { scale, tiles: false },
    {
      limits: browserLimits(navigator.userAgent),
      Path2D,
      createCanvas: (width, height) => new OffscreenCanvas(width, height),
      contextOf: (canvas) => canvas.getContext('2d'),
      encode: async (canvas) => new Uint8Array(await (await canvas.convertToBlob()).arrayBuffer()),
    },
  )
  if (!made.ok) throw new Error(explainPngError(made.error))
  const time = performance.now() - begin
  const bytes = made.value[0]?.content.length ?? 0
  return { time, bytes, width: Math.ceil(drawing.width * scale), height: Math.ceil(drawing.height * scale) }
}

/** In the page: the map of the editor as html-to-image pictures it, moved so that all of it is in the picture. */
async function picture(scale: number): Promise<Made> {
  const map = document.querySelector<HTMLElement>('.react-flow__viewport')
  if (!map) throw new Error('there is no map')
  const boxes = Array.from(map.querySelectorAll('.react-flow__node'), (node) => node.getBoundingClientRect())
  const left = Math.min(...boxes.map((box) => box.left))
  const top = Math.min(...boxes.map((box) => box.top))
  const zoom = new DOMMatrix(getComputedStyle(map).transform).a
  const origin = map.getBoundingClientRect()
  const width = Math.ceil((Math.max(...boxes.map((box) => box.right)) - left) / zoom)
  const height = Math.ceil((Math.max(...boxes.map((box) => box.bottom)) - top) / zoom)
  const transform = `translate(${(origin.left - left) / zoom}px, ${(origin.top - top) / zoom}px)`
  const begin = performance.now()
  const blob = await toBlob(map, {
    pixelRatio: scale,
    width,
    height,
    style: { width: `${width}px`, height: `${height}px`, transform },
  })
  return {
    time: performance.now() - begin,
    bytes: blob?.size ?? 0,
    width: width * scale,
    height: height * scale,
  }
}

if ('document' in globalThis) Object.assign(globalThis, { picture })
else paintInWorker()
