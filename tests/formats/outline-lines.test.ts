import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { outlineLines } from '../../src/formats/outline-lines.ts'
import { emptyGraph, type ArgumentGraph } from '../../src/model/graph.ts'
import { structureOf } from '../../src/model/structure.ts'
import { arbitraryGraph } from '../support/arbitrary-graph.ts'
import { graph } from '../support/graph-builder.ts'

function shape(argument: ArgumentGraph, style: 'lines' | 'flat', start?: string[]): string[] {
  return outlineLines(argument, style, start).map(
    ({ depth, node, relation, isRepeated }) =>
      `${'.'.repeat(depth)}${node ?? relation ?? ''}${isRepeated ? ' again' : ''}`,
  )
}

const debate = graph`e1, a1 support c1; k1 attacks r1; c1 supports c2; e1 supports c2; k2 attacks k1`

describe('outlineLines', () => {
  it('gives relations that say more a line of their own', () => {
    expect(shape(debate, 'lines')).toEqual([
      'c2',
      '.c1',
      '..r1',
      '...e1',
      '...a1',
      '...k1',
      '....k2',
      '.e1 again',
    ])
  })

  it('or lets premises follow each other, with what is said about the step under the last', () => {
    expect(shape(debate, 'flat')).toEqual(['c2', '.c1', '..e1', '..a1', '...k1', '....k2', '.e1 again'])
  })

  it('starts where it is told, and writes out what it meets', () => {
    const circle = graph`c1 supports c2; c2 supports c3; c3 supports c1; e1 supports c3`
    expect(shape(circle, 'flat', ['c2'])).toEqual(['c2', '.c1', '..c3', '...c2 again', '...e1'])
  })

  it('writes out every statement exactly once, and every premise of every relation', () => {
    fc.assert(
      fc.property(arbitraryGraph(), fc.constantFrom('lines' as const, 'flat' as const), (argument, style) => {
        const lines = outlineLines(argument, style)
        const written = lines.flatMap(({ node, isRepeated }) =>
          node === undefined || isRepeated ? [] : [node],
        )
        expect(written.toSorted()).toEqual(Object.keys(argument.nodes).toSorted())
        const premises = [...structureOf(argument).premises.values()].reduce(
          (sum, list) => sum + list.length,
          0,
        )
        const roots = structureOf(argument).roots.length
        expect(lines.filter(({ node }) => node !== undefined)).toHaveLength(premises + roots)
      }),
    )
  })

  it('goes down one level at a time', () => {
    fc.assert(
      fc.property(arbitraryGraph(), (argument) => {
        const depths = outlineLines(argument, 'flat').map(({ depth }) => depth)
        expect(depths.filter((depth, index) => depth > (depths[index - 1] ?? -1) + 1)).toEqual([])
      }),
    )
  })

  it('takes chains that are deeper than any call stack', () => {
    const length = 20_000
    const nodes = Object.fromEntries(
      Array.from({ length }, (_, index) => [`c${index}`, { kind: 'claim', text: '' } as const]),
    )
    const relations = Object.fromEntries(
      Array.from({ length: length - 1 }, (_, index) => [
        `r${index}`,
        { kind: 'supports', from: [`c${index + 1}`], to: `c${index}` } as const,
      ]),
    )
    expect(outlineLines({ ...emptyGraph(), nodes, relations }, 'lines').at(-1)).toMatchObject({
      depth: length - 1,
    })
  })
})
