/** The maps that come with the editor, each laid out in every direction. */
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { directionNames } from '../../../src/model/kinds.ts'
import { layoutScene } from '../../../src/scene/layout/layout.ts'
import { createInterMeasurer } from '../../../src/scene/measure/inter-measurer.ts'
import { openGraph } from '../../support/read-graph.ts'
import { sampleGraph } from '../../support/sample-graph.ts'
import {
  disorderIn,
  lineFaultsIn,
  linesThroughBoxesIn,
  overlapsIn,
  sharedTracksIn,
  signsOnBoxesIn,
  signsOnSignsIn,
} from './scene-checks.ts'

const measurer = createInterMeasurer()
const folder = new URL('../../../graphs/', import.meta.url)
const files = readdirSync(folder).filter((name) => name.endsWith('.json') && !name.endsWith('.schema.json'))
const graphs = [
  ...files.map((name) => ({ name, graph: openGraph(readFileSync(new URL(name, folder), 'utf8')) })),
  { name: 'a sample of 300 nodes', graph: sampleGraph(300) },
]

describe.each(graphs)('$name', ({ graph }) => {
  it.each(directionNames)('is laid out without a fault running %s', (direction) => {
    const turned = { ...graph, layout: { ...graph.layout, direction } }
    const scene = layoutScene(turned, { measurer })
    expect(scene.nodes).toHaveLength(Object.keys(graph.nodes).length)
    expect(overlapsIn(scene)).toEqual([])
    expect(disorderIn(turned, scene)).toEqual([])
    expect(lineFaultsIn(turned, scene)).toEqual([])
    expect(linesThroughBoxesIn(scene)).toEqual([])
    expect(signsOnBoxesIn(scene)).toEqual([])
    expect(signsOnSignsIn(scene)).toEqual([])
    expect(sharedTracksIn(turned, scene)).toEqual([])
  })
})
