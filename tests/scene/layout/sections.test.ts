/** Maps that are arranged by sections: what their frames promise, over random graphs and particular ones. */
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ArgumentGraph, NodeId } from '../../../src/model/graph.ts'
import { directionNames } from '../../../src/model/kinds.ts'
import { concludedNode, parentOf } from '../../../src/model/structure.ts'
import { layoutScene } from '../../../src/scene/layout/layout.ts'
import { createInterMeasurer } from '../../../src/scene/measure/inter-measurer.ts'
import type { Box, Scene } from '../../../src/scene/scene.ts'
import { arbitraryGraph } from '../../support/arbitrary-graph.ts'
import { graph } from '../../support/graph-builder.ts'
import { scaleOnPage } from '../../support/legibility.ts'
import { openGraph } from '../../support/read-graph.ts'
import { randomNumbers, sampleGraph } from '../../support/sample-graph.ts'
import {
  disorderIn,
  fractionsIn,
  frameFaultsIn,
  lineFaultsIn,
  linesOverTitlesIn,
  linesThroughBoxesIn,
  overlapsIn,
  sharedTracksIn,
  signsOnBoxesIn,
  signsOnSignsIn,
} from './scene-checks.ts'

const measurer = createInterMeasurer()

/** The graph with its sections shown and nothing pinned. */
function shown(whole: ArgumentGraph): ArgumentGraph {
  const { pinned: _, ...layout } = whole.layout ?? {}
  return { ...whole, layout: { ...layout, sections: true } }
}

function faultsIn(whole: ArgumentGraph, scene: Scene): string[] {
  return [
    ...frameFaultsIn(whole, scene),
    ...linesOverTitlesIn(scene),
    ...overlapsIn(scene),
    ...disorderIn(whole, scene),
    ...fractionsIn(scene),
    ...lineFaultsIn(whole, scene),
    ...linesThroughBoxesIn(scene),
    ...signsOnBoxesIn(scene),
  ]
}

const waysToDivide = {
  'a section for each branch': (whole, count) => {
    const branches = Object.values(whole.relations).flatMap(({ from, to }) => (to === 'n1' ? from : []))
    const branchOf = (id: NodeId): number => {
      let at: NodeId | undefined = id
      while (at !== undefined && !branches.includes(at)) {
        const above = parentOf(whole, at)
        at = above === undefined ? undefined : concludedNode(whole, above)
      }
      return at === undefined ? -1 : branches.indexOf(at)
    }
    return (id) => (branchOf(id) === -1 ? undefined : branchOf(id) % count)
  },
  'sections of neighbours in the file': (whole, count) => {
    const size = Object.keys(whole.nodes).length
    const places = new Map(Object.keys(whole.nodes).map((id, index) => [id, index]))
    return (id) => Math.floor(((places.get(id) ?? 0) * count) / size)
  },
  'sections at random': (_, count) => {
    const random = randomNumbers(count)
    return () => Math.floor(random() * count)
  },
} satisfies Record<string, (whole: ArgumentGraph, count: number) => (id: NodeId) => number | undefined>

function divided(whole: ArgumentGraph, way: keyof typeof waysToDivide, count: number): ArgumentGraph {
  const placeOf = waysToDivide[way](whole, count)
  const nodes = Object.fromEntries(
    Object.entries(whole.nodes).map(([id, node]) => {
      const place = placeOf(id)
      return [id, place === undefined ? node : { ...node, section: `s${place}` }]
    }),
  )
  const sections = Object.fromEntries(
    Array.from({ length: count }, (_, index) => [`s${index}`, { title: `What is said in part ${index}` }]),
  )
  return { ...whole, sections, nodes }
}

/** A small graph with these statements in sections, which are called as they are written. */
function withSections(whole: ArgumentGraph, members: Readonly<Record<string, readonly NodeId[]>>) {
  const sections = Object.fromEntries(Object.keys(members).map((title) => [title, { title }]))
  const nodes = { ...whole.nodes }
  for (const [section, ids] of Object.entries(members)) {
    for (const id of ids) nodes[id] = { kind: 'claim', text: id, ...nodes[id], section }
  }
  return { ...whole, sections, nodes, layout: { ...whole.layout, sections: true } }
}

function boxIn(scene: Scene, id: string): Box {
  const box = [...scene.nodes, ...scene.junctions, ...scene.frames].find((each) => each.id === id)
  if (!box) throw new Error(`no ${id} in the scene`)
  return box
}

describe('sections that are shown', () => {
  it('have one frame each, with all their statements and nothing else, and leave everything else true', () => {
    fc.assert(
      fc.property(arbitraryGraph({ maxNodes: 40 }).map(shown), (whole) => {
        expect(faultsIn(whole, layoutScene(whole, { measurer }))).toEqual([])
      }),
      { numRuns: 500, endOnFailure: true },
    )
  })

  it('have them in large maps too', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(arbitraryGraph({ minNodes: 100, maxNodes: 300 }).map(shown), (whole) => {
        expect(faultsIn(whole, layoutScene(whole, { measurer }))).toEqual([])
      }),
      { numRuns: 20, endOnFailure: true },
    )
  })

  it('have them where some are folded', () => {
    fc.assert(
      fc.property(arbitraryGraph({ maxNodes: 40 }).map(shown), fc.nat({ max: 2 }), (open, place) => {
        const folded = Object.keys(open.sections).slice(place, place + 1)
        const whole = { ...open, layout: { ...open.layout, folded } }
        const scene = layoutScene(whole, { measurer })
        expect(scene.frames.filter(({ id }) => folded.includes(id))).toEqual([])
        expect(linesOverTitlesIn(scene)).toEqual([])
        expect(overlapsIn(scene)).toEqual([])
        const around = scene.nodes
          .filter(({ section }) => section !== undefined)
          .flatMap((box) => scene.frames.filter((frame) => isOverlapping(frame, box)))
        expect(around).toEqual([])
      }),
      { numRuns: 200, endOnFailure: true },
    )
  })

  it('let lines of trees that have nothing in common run on tracks of their own', () => {
    fc.assert(
      fc.property(arbitraryGraph({ maxNodes: 40, shapes: ['tree'] }).map(shown), (whole) => {
        const scene = layoutScene(whole, { measurer })
        expect(sharedTracksIn(whole, scene)).toEqual([])
        expect(signsOnSignsIn(scene)).toEqual([])
      }),
      { numRuns: 250, endOnFailure: true },
    )
  })

  it.each(Object.keys(waysToDivide) as (keyof typeof waysToDivide)[])(
    'keep their promises with %s',
    (way) => {
      for (const [index, size] of [40, 100, 200, 300].entries()) {
        const direction = directionNames[index % directionNames.length] ?? 'down'
        for (const count of [2, 6, 15]) {
          const whole = shown(divided({ ...sampleGraph(size), layout: { direction } }, way, count))
          expect(faultsIn(whole, layoutScene(whole, { measurer }))).toEqual([])
        }
      }
    },
  )

  it.each(['belt-and-road', 'belt-and-road-debated'])('leave the text of %s as large as without', (name) => {
    const file = new URL(`../../../graphs/${name}.json`, import.meta.url)
    const whole = openGraph(readFileSync(file, 'utf8'))
    const scene = layoutScene(shown(whole), { measurer })
    expect(faultsIn(shown(whole), scene)).toEqual([])
    expect(sharedTracksIn(whole, scene)).toEqual([])
    expect(scaleOnPage(scene.bounds)).toBeGreaterThan(scaleOnPage(layoutScene(whole, { measurer }).bounds))
  })

  it('change nothing where no statement has one', () => {
    fc.assert(
      fc.property(arbitraryGraph({ maxNodes: 30 }), (random) => {
        const whole = { ...random, sections: {} }
        expect(JSON.stringify(layoutScene(shown(whole), { measurer }))).toBe(
          JSON.stringify(
            layoutScene(
              { ...shown(whole), layout: { ...shown(whole).layout, sections: false } },
              { measurer },
            ),
          ),
        )
      }),
      { numRuns: 50 },
    )
  })

  it('stand in the author’s order, what speaks for another below it', () => {
    const above = withSections(graph`c1 supports p1; c2 supports p1; e1 supports c1; e2 supports c2`, {
      Ends: ['p1'],
      Means: ['c1', 'e1'],
      Costs: ['c2', 'e2'],
    })
    const scene = layoutScene(above, { measurer })
    const [ends, means, costs] = ['Ends', 'Means', 'Costs'].map((id) => boxIn(scene, id))
    expect(means?.y).toBeGreaterThanOrEqual((ends?.y ?? 0) + (ends?.height ?? 0))
    expect(costs?.y).toBe(means?.y)
    expect(costs?.x).toBeGreaterThan((means?.x ?? 0) + (means?.width ?? 0))
  })

  it('hold the junction of an inference to one of their statements', () => {
    const whole = withSections(graph`e1, e2 support c1; k1 attacks r1`, { Ends: ['c1'], Means: ['e1', 'e2'] })
    const scene = layoutScene(whole, { measurer })
    expect(isOverlapping(boxIn(scene, 'r1'), boxIn(scene, 'Ends'))).toBe(true)
    expect(frameFaultsIn(whole, scene)).toEqual([])
  })

  it('have one frame where no line joins their statements', () => {
    const scene = layoutScene(withSections(graph`c1; c2; c3; c4`, { One: ['c1', 'c3'], Two: ['c2', 'c4'] }), {
      measurer,
    })
    expect(scene.frames.map(({ id }) => id)).toEqual(['One', 'Two'])
  })

  it.each(directionNames)('are at least as wide as their titles in maps that run %s', (direction) => {
    const title = 'The costs and benefits of everything that was ever built anywhere'
    const whole = withSections({ ...graph`c1 supports c2`, layout: { direction } }, { [title]: ['c1'] })
    const [frame] = layoutScene(whole, { measurer }).frames
    expect(frame?.title).toBe(title)
    expect(frame?.width).toBeGreaterThan(28 + measurer.widthOf(title, { size: 13, weight: 600 }))
  })

  it('have titles of one line, which end in … where they would be wider than a page', () => {
    const title = `The costs\nand ${'more '.repeat(300)}`
    const [frame] = layoutScene(withSections(graph`c1`, { [title]: ['c1'] }), { measurer }).frames
    expect(frame?.title).toMatch(/^The costs and more .*…$/)
    expect(frame?.width).toBeLessThan(700)
  })
})

describe('sections around pinned statements', () => {
  it('keep the order of statements that make room below one another', () => {
    const members = ['e1', 'e2', 'e3', 'e4', 'e5', 'e6']
    const whole = graph`e1 supports c1; e2 supports c1; e3 supports c1; e4 supports c1; e5 supports c1; e6 supports c1; c1 supports e1; c2`
    const { nodes, ...rest } = withSections(whole, { First: members, Last: ['c1'] })
    const tall = { kind: 'claim' as const, text: 'A long statement. '.repeat(38) }
    const document = { ...rest, nodes: { ...nodes, c2: tall }, layout: { sections: true } }
    for (let x = -300; x < 900; x += 60) {
      for (let y = -300; y < 900; y += 30) {
        const pinned = { ...document, layout: { sections: true, pinned: { c2: { x, y } } } }
        expect(disorderIn(document, layoutScene(pinned, { measurer }))).toEqual([])
      }
    }
  })

  const place = fc.record({
    x: fc.integer({ min: -400, max: 1500 }),
    y: fc.integer({ min: -400, max: 1500 }),
  })

  it('hold every statement of theirs and no other, and never overlap', () => {
    fc.assert(
      fc.property(arbitraryGraph({ maxNodes: 30 }).map(shown), place, fc.nat(), (random, pin, pick) => {
        const ids = layoutScene(random, { measurer }).nodes.map(({ id }) => id)
        const id = ids[pick % Math.max(1, ids.length)]
        if (id === undefined) return
        const scene = layoutScene(
          { ...random, layout: { ...random.layout, pinned: { [id]: pin } } },
          { measurer },
        )
        for (const [index, frame] of scene.frames.entries()) {
          expect(scene.frames.slice(index + 1).filter((other) => isOverlapping(frame, other))).toEqual([])
        }
        for (const box of scene.nodes) {
          const section = random.nodes[box.id]?.section
          const around = scene.frames.filter((frame) => isOverlapping(frame, box)).map((frame) => frame.id)
          expect(new Set(around)).toEqual(new Set(section === undefined ? [] : [section]))
        }
      }),
      { numRuns: 200, endOnFailure: true },
    )
  })

  it('keep one frame where a statement is pinned beside the others', () => {
    const free = withSections(graph`c1 supports p1; c2 supports p1; c3`, {
      One: ['p1', 'c1', 'c2'],
      Two: ['c3'],
    })
    const { x, y } = boxIn(layoutScene(free, { measurer }), 'c2')
    const scene = layoutScene(
      { ...free, layout: { ...free.layout, pinned: { c2: { x, y: y + 10 } } } },
      { measurer },
    )
    expect(scene.frames.map(({ id, title }) => [id, title])).toEqual([
      ['One', 'One'],
      ['Two', 'Two'],
    ])
  })

  it('leave a statement that is pinned far from the others an area of its own', () => {
    const free = withSections(graph`c1 supports p1; c2 supports p1; c3; c4 supports c3`, {
      One: ['p1', 'c1', 'c2'],
      Two: ['c3', 'c4'],
    })
    const scene = layoutScene(
      { ...free, layout: { ...free.layout, pinned: { c2: { x: 3000, y: 0 } } } },
      { measurer },
    )
    expect(scene.frames.map(({ id }) => id)).toEqual(['One', 'One', 'Two'])
  })
})

function isOverlapping(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height
}
