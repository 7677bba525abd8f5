/** Maps of a size or shape that layout engines fail at: each must succeed, without overlap. */
import { describe, expect, it } from 'vitest'
import { emptyGraph, type ArgumentGraph, type Relation } from '../../../src/model/graph.ts'
import { layoutScene } from '../../../src/scene/layout/layout.ts'
import { createInterMeasurer } from '../../../src/scene/measure/inter-measurer.ts'
import { disorderIn, overlapsIn } from './scene-checks.ts'

const measurer = createInterMeasurer()

/** `count` claims n0, n1, …, of which each has the relation that `relate` gives it, if any. */
function claims(count: number, relate: (index: number) => Relation | undefined): ArgumentGraph {
  const indexes = Array.from({ length: count }, (_, index) => index)
  const relations = indexes.flatMap((index) => {
    const relation = relate(index)
    return relation ? [[`r${index}`, relation] as const] : []
  })
  return {
    ...emptyGraph(),
    nodes: Object.fromEntries(
      indexes.map((index) => [`n${index}`, { kind: 'claim', text: `Claim ${index}` }]),
    ),
    relations: Object.fromEntries(relations),
  }
}

const supports = (from: number, to: number): Relation => ({
  kind: 'supports',
  from: [`n${from}`],
  to: `n${to}`,
})

const extremes = {
  'a chain of 6,000': claims(6000, (index) => (index > 0 ? supports(index, index - 1) : undefined)),
  'a star of 3,000': claims(3000, (index) => (index > 0 ? supports(index, 0) : undefined)),
  '2,000 separate statements': claims(2000, () => undefined),
  'a circle of 1,000': claims(1000, (index) => supports(index, (index + 1) % 1000)),
  'a circle of 6,000': claims(6000, (index) => supports(index, (index + 1) % 6000)),
  'statements that each support themselves': claims(40, (index) => supports(index, index)),
  'objections to objections to an inference, 400 deep': claims(400, (index) =>
    index === 0
      ? undefined
      : {
          kind: index === 1 ? 'supports' : 'attacks',
          from: [`n${index}`],
          to: index === 1 ? 'n0' : `r${index - 1}`,
        },
  ),
  'every pair of 40 related': claims(780, (index) => {
    const from = 1 + Math.floor((Math.sqrt(8 * index + 1) - 1) / 2)
    return supports(from, index - (from * (from - 1)) / 2)
  }),
}

describe.each(Object.entries(extremes))('%s', (_, graph) => {
  it('is laid out without overlap, in order', { timeout: 120_000 }, () => {
    const scene = layoutScene(graph, { measurer })
    expect(scene.nodes).toHaveLength(Object.keys(graph.nodes).length)
    expect(scene.paths.every(({ points }) => points.length >= 2)).toBe(true)
    expect(overlapsIn(scene)).toEqual([])
    expect(disorderIn(graph, scene)).toEqual([])
  })
})

describe('a star', () => {
  it('is set in columns instead of one row', () => {
    const { width, height } = layoutScene(extremes['a star of 3,000'], { measurer }).bounds
    expect(width / height).toBeLessThan(4)
  })
})

describe('an empty graph', () => {
  it('gives an empty scene', () => {
    expect(layoutScene(emptyGraph(), { measurer })).toEqual({
      direction: 'down',
      bounds: { x: 0, y: 0, width: 0, height: 0 },
      nodes: [],
      junctions: [],
      paths: [],
      frames: [],
    })
  })
})
