/** Where links pass a row: beside the blocks that leave the fewest crossings. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countCrossings } from '../../../src/scene/layout/bends.ts'
import type { Block } from '../../../src/scene/layout/blocks.ts'
import { fillRows } from '../../../src/scene/layout/rows.ts'

/** Blocks given by their row; their place is their index. */
function blocksIn(...rows: readonly number[]): Block[] {
  return rows.map((row, place) => ({
    row,
    place,
    width: 200,
    height: 80,
    inset: 0,
    items: [],
    entries: new Map(),
  }))
}

describe('fillRows', () => {
  it('leads a link past a row on the side where it crosses nothing', () => {
    // Block 0 over 1 over 2, and a link from 0 to 3, which stands right of 2.
    const strands = [
      { upper: 0, lower: 1 },
      { upper: 1, lower: 2 },
      { upper: 0, lower: 3 },
    ]
    const rows = fillRows(blocksIn(0, 1, 2, 2), strands, 3)
    expect(rows.chains).toEqual([
      [0, 1],
      [1, 2],
      [0, 4, 3],
    ])
    expect(rows.rows).toEqual([[0], [1, 4], [2, 3]])
    expect(countCrossings(rows)).toBe(0)
  })

  it('keeps blocks in their order, whatever bends do', () => {
    const graphs = fc.array(fc.tuple(fc.nat({ max: 4 }), fc.array(fc.nat({ max: 30 }), { maxLength: 3 })), {
      minLength: 1,
      maxLength: 30,
    })
    fc.assert(
      fc.property(graphs, (list) => {
        const blocks = blocksIn(...list.map(([row]) => row))
        const strands = list.flatMap(([row], index) =>
          (list[index]?.[1] ?? []).flatMap((other) => {
            const target = other % list.length
            return (list[target]?.[0] ?? 0) < row ? [{ upper: target, lower: index }] : []
          }),
        )
        for (const row of fillRows(blocks, strands, 5).rows) {
          const own = row.filter((slot) => slot < blocks.length)
          expect(own).toEqual(own.toSorted((a, b) => a - b))
        }
      }),
    )
  })
})

describe('countCrossings', () => {
  it('counts pairs of links that cross between two rows', () => {
    const slots = [0, 0, 1, 1].map((row, block) => ({ row, block, link: -1, width: 10 }))
    const rows = [
      [0, 1],
      [2, 3],
    ]
    expect(
      countCrossings({
        slots,
        rows,
        chains: [
          [0, 3],
          [1, 2],
        ],
      }),
    ).toBe(1)
    expect(
      countCrossings({
        slots,
        rows,
        chains: [
          [0, 2],
          [1, 3],
        ],
      }),
    ).toBe(0)
    expect(
      countCrossings({
        slots,
        rows,
        chains: [
          [0, 3],
          [0, 2],
          [1, 2],
          [1, 3],
        ],
      }),
    ).toBe(1)
  })
})
