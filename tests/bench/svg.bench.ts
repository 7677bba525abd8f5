/** A laid-out map as SVG: what lies between the press of a button and the file, for maps of several sizes. */
import { drawGraph, sceneOfPicture } from '../../src/formats/drawing/draw.ts'
import { usualPicture } from '../../src/formats/drawing/picture.ts'
import { writeSvg } from '../../src/formats/svg/write.ts'
import { createInterMeasurer } from '../../src/scene/measure/inter-measurer.ts'
import { sampleGraph } from '../support/sample-graph.ts'
import { medianTime, milliseconds } from './measure.ts'

/** Nodes of the map for which the bound holds, and the bound, ms. */
const bound = { size: 1000, time: 50 }

/** One row a size. */
export async function bench() {
  const rows = [100, 1000, 5000].map((size) => {
    const graph = sampleGraph(size)
    const measurer = createInterMeasurer()
    const scene = sceneOfPicture(graph, usualPicture, measurer)
    const draw = () => drawGraph(graph, usualPicture, { measurer, scene })
    const svg = writeSvg(draw())
    const drawing = draw()
    const whole = medianTime(() => writeSvg(draw()))
    if (size === bound.size && whole > bound.time) {
      throw new Error(`SVG of ${size} nodes took ${milliseconds(whole)}, more than ${bound.time} ms`)
    }
    return {
      Nodes: size.toLocaleString('en-GB'),
      'Drawing and SVG': milliseconds(whole),
      'SVG alone': milliseconds(medianTime(() => writeSvg(drawing))),
      Size: `${Math.round(svg.length / 1000).toLocaleString('en-GB')} kB`,
    }
  })
  return {
    title: 'SVG',
    note: `The usual picture of a map that is laid out already. More than ${bound.time} ms for ${bound.size.toLocaleString('en-GB')} nodes fails.`,
    rows,
  }
}
