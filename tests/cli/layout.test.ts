/** `counterpoint layout`: the scene in numbers, in the shape that scripts rely on. */
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { arbitraryGraph } from '../support/arbitrary-graph.ts'
import { graph } from '../support/graph-builder.ts'
import { Workplace } from './workplace.ts'

const place = new Workplace()
afterAll(() => place.remove())

interface Box {
  id: string
  x: number
  y: number
  width: number
  height: number
}

interface Layout {
  width: number
  height: number
  boxes: Box[]
  junctions: Box[]
  paths: { id: string; from: string; to: string; points: [number, number][] }[]
}

async function layoutOf(path: string): Promise<Layout> {
  const { status, output, messages } = await place.run(['layout', path, '--json'])
  expect(messages).toEqual([])
  expect(status).toBe(0)
  return JSON.parse(output) as Layout
}

const boxKeys = ['id', 'x', 'y', 'width', 'height']

describe('layout --json', () => {
  it('has one path for each drawn line: to the junction from each premise, and on to the target', async () => {
    const path = place.put('linked.json', graph`e1, e2 support c1; k1 attacks c1`)
    const { width, height, boxes, junctions, paths, ...rest } = await layoutOf(path)
    expect(rest).toEqual({})
    expect(width).toBeGreaterThan(0)
    expect(height).toBeGreaterThan(0)
    expect(boxes.map(({ id }) => id).toSorted()).toEqual(['c1', 'e1', 'e2', 'k1'])
    for (const box of [...boxes, ...junctions]) expect(Object.keys(box)).toEqual(boxKeys)
    const [junction] = junctions
    expect(junctions).toHaveLength(1)
    const linked = junction?.id ?? ''
    expect(paths.filter(({ id }) => id === linked).map(({ from, to }) => [from, to])).toEqual(
      expect.arrayContaining([
        ['e1', linked],
        ['e2', linked],
        [linked, 'c1'],
      ]),
    )
    expect(paths).toHaveLength(4)
    for (const each of paths) expect(Object.keys(each)).toEqual(['id', 'from', 'to', 'points'])
  })

  it('counts from the top left corner of the map, wherever things are pinned', async () => {
    const pinned = { ...graph`e1 supports c1`, layout: { pinned: { c1: { x: -5000, y: -300 } } } }
    const { boxes } = await layoutOf(place.put('pinned.json', pinned))
    expect(Math.min(...boxes.map(({ x }) => x))).toBeGreaterThanOrEqual(0)
    expect(Math.min(...boxes.map(({ y }) => y))).toBeGreaterThanOrEqual(0)
  })

  it('has everything of any document inside its bounds', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryGraph(), async (document) => {
        const { width, height, boxes, junctions, paths } = await layoutOf(place.put('any.json', document))
        for (const box of [...boxes, ...junctions]) {
          expect(box.x).toBeGreaterThanOrEqual(0)
          expect(box.y).toBeGreaterThanOrEqual(0)
          expect(box.x + box.width).toBeLessThanOrEqual(width)
          expect(box.y + box.height).toBeLessThanOrEqual(height)
        }
        const ids = new Set([...boxes, ...junctions].map(({ id }) => id))
        for (const { from, to, points } of paths) {
          expect(points.length).toBeGreaterThanOrEqual(2)
          expect(ids).toContain(from)
          expect(ids).toContain(to)
        }
      }),
      { numRuns: 50 },
    )
  })

  it('is empty for an empty map', async () => {
    expect(
      await layoutOf(place.put('empty.json', { ...graph`e1 supports c1`, nodes: {}, relations: {} })),
    ).toEqual({
      width: 0,
      height: 0,
      boxes: [],
      junctions: [],
      paths: [],
    })
  })
})

describe('layout', () => {
  it('prints the same without --json, and writes it to a file', async () => {
    const path = place.put('map.json', graph`e1 supports c1`)
    const { output } = await place.run(['layout', path, '--json'])
    expect(await place.run(['layout', path])).toMatchObject({ status: 0, output })
    expect(await place.run(['layout', path, '-o', place.at('out.json')])).toMatchObject({
      status: 0,
      output: '',
      messages: [],
    })
    expect(place.read('out.json')).toBe(output)
  })

  it('refuses to write over its input', async () => {
    const path = place.put('map.json', graph`e1 supports c1`)
    const { status, messages } = await place.run(['layout', path, '-o', path])
    expect(status).toBe(2)
    expect(messages).toEqual([expect.stringContaining('would replace the input')])
    expect(JSON.parse(place.read('map.json'))).toHaveProperty('nodes')
  })

  it('says what is wrong with a file that does not open', async () => {
    const { status, output, messages } = await place.run(['layout', '-'], { input: '{}' })
    expect(status).toBe(1)
    expect(output).toBe('')
    expect(messages).toEqual([expect.stringMatching(/^-: The file is JSON, but not an argument graph/)])
  })
})
