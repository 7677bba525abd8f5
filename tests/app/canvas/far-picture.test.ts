import { describe, expect, it } from 'vitest'
import { farPicture, namesThatFit } from '../../../src/app/canvas/far/far-picture.ts'
import { emptyGraph, type ArgumentGraph } from '../../../src/model/graph.ts'
import type { NodeBox, Scene } from '../../../src/scene/scene.ts'

const graph: ArgumentGraph = {
  ...emptyGraph(),
  sections: { s1: { title: 'Trade and transport' }, s2: { title: 'Never used' } },
  nodes: {
    k1: { kind: 'recommendation', text: 'Build the railway.' },
    c1: { kind: 'claim', text: 'It pays.', section: 's1' },
    e1: { kind: 'evidence', text: 'A study.', section: 's1' },
  },
  relations: {
    r1: { kind: 'supports', from: ['c1'], to: 'k1' },
    r2: { kind: 'attacks', from: ['e1'], to: 'c1' },
  },
}

function box(id: string, x: number): NodeBox {
  return { id, x, y: 0, width: 200, height: 80, text: { lines: [''], width: 0 }, pinned: false }
}

const scene: Scene = {
  direction: 'right',
  bounds: { x: 0, y: 0, width: 20_200, height: 80 },
  nodes: [box('k1', 0), box('c1', 10_000), box('e1', 20_000)],
  junctions: [],
  paths: [
    {
      key: 'r1',
      id: 'r1',
      part: 'whole',
      from: 'c1',
      to: 'k1',
      points: [
        [10_000, 40],
        [200, 40],
      ],
    },
  ],
  frames: [],
}

describe('farPicture', () => {
  it('has every statement and line once, by kind, in tiles whose bounds reach around them', () => {
    const { tiles } = farPicture(scene, graph)
    expect(tiles).toHaveLength(3)
    const kinds = tiles.flatMap((tile) => [...tile.boxes].flatMap(([kind, boxes]) => boxes.map(() => kind)))
    expect(kinds).toEqual(['recommendation', 'claim', 'evidence'])
    expect(tiles.flatMap((tile) => [...tile.lines])).toEqual([['supports', scene.paths]])
    expect(tiles[0]?.bounds).toEqual({ x: 0, y: 0, width: 10_000, height: 80 })
  })

  it('names sections that have statements, then recommendations and roots', () => {
    const { names } = farPicture(scene, graph)
    expect(names.map(({ text, importance }) => [text, importance])).toEqual([
      ['Trade and transport', 'section'],
      ['Build the railway.', 'statement'],
    ])
    expect(names[0]?.box).toEqual({ x: 10_000, y: 0, width: 10_200, height: 80 })
  })
})

describe('namesThatFit', () => {
  const name = (text: string, x: number) =>
    ({ text, box: { x, y: 0, width: 10, height: 10 }, importance: 'statement' }) as const

  it('leaves out names that would touch a more important one or are out of sight', () => {
    const shown = namesThatFit(
      [name('first', 0), name('too near', 5), name('away', 50), name('gone', -1)],
      (each) => (each.box.x < 0 ? undefined : each.box),
    )
    expect(shown.map(({ name: { text } }) => text)).toEqual(['first', 'away'])
  })

  it('shows no more names than can be taken in', () => {
    const many = Array.from({ length: 9 }, (_, index) => name(String(index), index * 20))
    expect(namesThatFit(many, (each) => each.box, 4)).toHaveLength(4)
  })
})

describe('frames far out', () => {
  it('are known by their place among all sections, as they are near', () => {
    const frame = { id: 's2', title: 'Never used', x: 0, y: 0, width: 10, height: 10 }
    expect(farPicture({ ...scene, frames: [frame] }, graph).frames).toEqual([
      { x: 0, y: 0, width: 10, height: 10, section: 1 },
    ])
  })
})
