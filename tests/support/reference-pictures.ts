/**
 * The SVG pictures of the examples as they are kept in tests/fixtures/pictures: everything switched on, so
 * that a change of the drawing, wanted or not, is seen as a change of files.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { drawGraph } from '../../src/formats/drawing/draw.ts'
import { usualPicture } from '../../src/formats/drawing/picture.ts'
import { writeSvg } from '../../src/formats/svg/write.ts'
import { createInterMeasurer } from '../../src/scene/measure/inter-measurer.ts'
import { openGraph } from './read-graph.ts'

const folder = new URL('../../graphs/', import.meta.url)

/** Name of the example, without extension, and its picture. */
export function referencePictures(): ReadonlyMap<string, string> {
  const measurer = createInterMeasurer()
  const names = readdirSync(folder).filter((name) => /^(?!.*\.schema\.json$).*\.json$/.test(name))
  return new Map(
    names.map((name) => {
      const graph = openGraph(readFileSync(new URL(name, folder), 'utf8'))
      const options = { ...usualPicture, evaluation: true, legend: true, sources: true }
      return [name.slice(0, -'.json'.length), writeSvg(drawGraph(graph, options, { measurer }))]
    }),
  )
}
