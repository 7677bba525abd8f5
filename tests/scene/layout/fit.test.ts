/** Which shape the parts of a small map take, and how they come together. */
import { describe, expect, it } from 'vitest'
import { dagreLayers } from '../../../src/scene/layout/dagre-layers.ts'
import type { Drawing, Rect } from '../../../src/scene/layout/drawing.ts'
import { fitted, type Drafting } from '../../../src/scene/layout/fit.ts'
import type { Network } from '../../../src/scene/layout/network.ts'

const page = { page: 1.5, isSideways: false }

function part(id: string, vertices = 1): Network {
  const list = Array.from({ length: vertices }, (_, index) => `${id}${index}`)
  return {
    vertices: list.map((name) => ({ id: name, isJunction: false, width: 200, height: 80 })),
    links: [],
    into: list.map(() => []),
    parentLink: list.map(() => -1),
    roots: [...list.keys()],
  }
}

function drawing(network: Network, boxes: readonly Rect[]): Drawing {
  const width = Math.max(...boxes.map((box) => box.x + box.width))
  const height = Math.max(...boxes.map((box) => box.y + box.height))
  return { network, bounds: { x: 0, y: 0, width, height }, boxes, lines: [], frames: [] }
}

/** Parts that are as large when they are drawn as they promise to be. */
function drafting(draw: Drafting['draw']): Drafting {
  return { sizeOf: (network, shape) => draw(network, shape).bounds, draw, layers: dagreLayers }
}

/** One part, drawn as high in the usual shape and as high in any other. */
function heightOf(usual: number, other: number, vertices = 20): number {
  const draw = drafting((network, { isFree }) =>
    drawing(network, [{ x: 0, y: 0, width: 100, height: isFree ? other : usual }]),
  )
  return fitted([part('a', vertices)], page, draw)[0]?.bounds.height ?? 0
}

describe('fitted', () => {
  it('takes another shape where it leaves the map clearly larger', () => {
    expect(heightOf(2000, 1500)).toBe(1500)
  })

  it('keeps the usual shape where another is hardly better', () => {
    expect(heightOf(2000, 1960)).toBe(2000)
  })

  it('keeps the usual shape of maps that are small as they are, and of large ones', () => {
    expect(heightOf(650, 300)).toBe(650)
    expect(heightOf(2000, 1500, 1000)).toBe(2000)
  })

  it('sets a part that follows into the empty place of one before', () => {
    const hollow = [
      { x: 0, y: 0, width: 1800, height: 200 },
      { x: 0, y: 200, width: 200, height: 1000 },
    ]
    const lone = [{ x: 0, y: 0, width: 900, height: 600 }]
    const parts = [part('a'), part('b')]
    const [first, second] = fitted(
      parts,
      page,
      drafting((network) => drawing(network, network === parts[0] ? hollow : lone)),
    )
    expect(first?.bounds).toEqual({ x: 0, y: 0, width: 1800, height: 1200 })
    expect(second?.bounds).toMatchObject({ x: 266, y: 266 })
  })

  it('leaves parts on shelves where nesting gains little', () => {
    const low = { x: 0, y: 0, width: 1500, height: 500 }
    const drawings = fitted(
      [part('a'), part('b'), part('c')],
      page,
      drafting((network) => drawing(network, [low])),
    )
    expect(drawings.map(({ bounds: { x, y } }) => [x, y])).toEqual([
      [0, 0],
      [0, 556],
      [0, 1112],
    ])
  })
})
