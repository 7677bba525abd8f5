/** How separate parts of a map share a page. */
import { describe, expect, it } from 'vitest'
import { packParts } from '../../../src/scene/layout/pack.ts'

const size = (width: number, height: number) => ({ width, height })

describe('packParts', () => {
  it('sets parts in lines, in their order', () => {
    const places = packParts(
      Array.from({ length: 9 }, () => size(100, 100)),
      1,
      10,
    )
    expect(places).toEqual([0, 110, 220].flatMap((y) => [0, 110, 220].map((x) => [x, y])))
  })

  it('sets small parts below each other beside a tall one', () => {
    const places = packParts([size(300, 400), size(100, 100), size(100, 100), size(100, 100)], 1, 10)
    expect(places).toEqual([
      [0, 0],
      [310, 0],
      [310, 110],
      [310, 220],
    ])
  })

  it('gives nothing for nothing', () => {
    expect(packParts([], 1.5, 10)).toEqual([])
  })
})
