import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { outlineRows } from '../../../src/formats/html/outline.ts'
import { emptyGraph, type ArgumentGraph } from '../../../src/model/graph.ts'
import { arbitraryGraph } from '../../support/arbitrary-graph.ts'
import { graph } from '../../support/graph-builder.ts'

function lines(document: ArgumentGraph): string[] {
  return outlineRows(document).map(
    ({ id, level, bearing, repeats }) =>
      `${'  '.repeat(level - 1)}${bearing ? `${bearing.words} ` : ''}${id}${repeats ? ' again' : ''}`,
  )
}

describe('outlineRows', () => {
  it('has each statement below what it bears on, and linked ones together', () => {
    expect(lines(graph`e1, e2 support c1; k1 attacks c1; e3 supports k1`)).toEqual([
      'c1',
      '  supports e1',
      '  together with e2',
      '  attacks k1',
      '    supports e3',
    ])
  })

  it('leads to a statement from every other place where it bears on something', () => {
    expect(lines(graph`c1 supports p1; c2 supports p1; e1 supports c1; e1 supports c2`)).toEqual([
      'p1',
      '  supports c1',
      '    supports e1',
      '  supports c2',
      '    supports e1 again',
    ])
  })

  it('has what undercuts a step beside the statements of that step', () => {
    const document = graph`r7 = e1 supports c1; k1 attacks r7`
    expect(lines(document)[2]).toMatch(/^ {2}undercuts the step from “.*” k1$/)
  })

  it('has every statement in full exactly once, and each row where its level and place say', () => {
    fc.assert(
      fc.property(arbitraryGraph(), (document) => {
        const rows = outlineRows(document)
        const whole = rows.filter(({ repeats }) => !repeats).map(({ id }) => id)
        expect(whole.toSorted()).toEqual(Object.keys(document.nodes).toSorted())
        const counts: number[] = []
        for (const [index, { level, position, size, opens }] of rows.entries()) {
          expect(level).toBeLessThanOrEqual((rows[index - 1]?.level ?? 0) + 1)
          expect(opens).toBe(rows[index + 1]?.level === level + 1)
          counts.length = level
          counts[level - 1] = (counts[level - 1] ?? 0) + 1
          expect(position).toBe(counts[level - 1])
          expect(position).toBeLessThanOrEqual(size)
        }
      }),
    )
  })

  it('goes as deep as the map', () => {
    const ids = Array.from({ length: 20_000 }, (_, index) => `n${index}`)
    const document: ArgumentGraph = {
      ...emptyGraph(),
      nodes: Object.fromEntries(ids.map((id) => [id, { kind: 'claim', text: id }])),
      relations: Object.fromEntries(
        ids.slice(1).map((id, index) => [`r${id}`, { kind: 'supports', from: [id], to: `n${index}` }]),
      ),
    }
    expect(outlineRows(document).at(-1)).toMatchObject({ id: 'n19999', level: 20_000 })
  })
})
