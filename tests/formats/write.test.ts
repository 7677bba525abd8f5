import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { writeGraph } from '../../src/formats/json/write.ts'
import { emptyGraph, type ArgumentGraph } from '../../src/model/graph.ts'
import { arbitraryGraph } from '../support/arbitrary-graph.ts'
import { graph, withNodes } from '../support/graph-builder.ts'
import { openGraph as read } from '../support/read-graph.ts'

const version1 = readFileSync(new URL('../fixtures/version-1.json', import.meta.url), 'utf8')

/** Lines that stand in only one of two texts, by position from the top and from the end. */
function changedLines(before: string, after: string): { from: string[]; to: string[] } {
  const [a, b] = [before.split('\n'), after.split('\n')]
  let top = 0
  while (top < a.length && a[top] === b[top]) top += 1
  let end = 0
  while (end < a.length - top && end < b.length - top && a.at(-1 - end) === b.at(-1 - end)) end += 1
  return { from: a.slice(top, a.length - end), to: b.slice(top, b.length - end) }
}

describe('writeGraph', () => {
  it('gives the fixture back byte for byte', () => {
    expect(writeGraph(read(version1))).toBe(version1)
  })

  it('writes what reading gives back, deep-equal and the second time byte for byte', () => {
    fc.assert(
      fc.property(arbitraryGraph({ maxNodes: 25 }), (any) => {
        const text = writeGraph(any)
        const back = read(text)
        expect(back).toEqual(any)
        expect(writeGraph(back)).toBe(text)
      }),
      { numRuns: 300 },
    )
  })

  it('writes an empty document', () => {
    expect(writeGraph(emptyGraph('Roads'))).toBe(
      [
        '{',
        '  "$schema": "./argument-graph.schema.json",',
        '  "format": "counterpoint",',
        '  "version": 1,',
        '  "title": "Roads",',
        '  "sources": {},',
        '  "sections": {},',
        '  "nodes": {},',
        '  "relations": {}',
        '}',
        '',
      ].join('\n'),
    )
  })

  it('changes one line for a changed word, anywhere', () => {
    fc.assert(
      fc.property(arbitraryGraph({ minNodes: 1, maxNodes: 12 }), fc.nat(), (any, number) => {
        const ids = Object.keys(any.nodes)
        const id = ids[number % ids.length] ?? ''
        const text = `${any.nodes[id]?.text ?? ''} more`
        const { from, to } = changedLines(writeGraph(any), writeGraph(withNodes(any, { [id]: { text } })))
        expect([from.length, to.length]).toEqual([1, 1])
      }),
      { numRuns: 100 },
    )
  })

  it('changes only layout for a node that is pinned, moved or released', () => {
    const free = graph`e1 supports c1; k1 attacks r1`
    const pinned = { ...free, layout: { pinned: { c1: { x: 10, y: 20 } } } }
    const moved = { ...free, layout: { pinned: { c1: { x: 11, y: 20 } } } }
    expect(changedLines(writeGraph(pinned), writeGraph(moved))).toEqual({
      from: ['        "x": 10,'],
      to: ['        "x": 11,'],
    })
    const text = writeGraph(pinned)
    expect(text.slice(0, text.indexOf('  "layout"'))).toBe(`${writeGraph(free).slice(0, -3)},\n`)
    expect(writeGraph({ ...free, layout: { pinned: {} } })).toBe(writeGraph(free))
  })

  it('puts known fields in one order and unknown ones after them as found', () => {
    const node = { zeta: 1, tags: ['t'], text: 'Roads.', alpha: 2, kind: 'claim' as const }
    const text = writeGraph({ ...emptyGraph(), later: true, nodes: { c1: node } })
    expect(Object.keys(read(text).nodes['c1'] ?? {})).toEqual(['kind', 'text', 'tags', 'zeta', 'alpha'])
    expect(text.endsWith('"relations": {},\n  "later": true\n}\n')).toBe(true)
  })

  it('keeps records in the order in which they stand and sorts collapsed branches', () => {
    const any = { ...graph`c2; c1; c10`, layout: { collapsed: ['c2', 'c10', 'c1'] } }
    const back = read(writeGraph(any))
    expect(Object.keys(back.nodes)).toEqual(['c2', 'c1', 'c10'])
    expect(back.layout?.collapsed).toEqual(['c1', 'c10', 'c2'])
  })

  it('sorts the places at which a rule is muted, and ratings from best to worst', () => {
    const any: ArgumentGraph = {
      ...graph`c2; c1`,
      evaluation: { ratings: { unrated: 0.3, low: 0.2, high: 0.9 } },
      muted: { orphan: { at: ['c2', 'c1'] } },
    }
    const back = read(writeGraph(any))
    expect(Object.keys(back.evaluation?.ratings ?? {})).toEqual(['high', 'low', 'unrated'])
    expect(back.muted?.['orphan']?.at).toEqual(['c1', 'c2'])
    expect(Object.keys(back).slice(-2)).toEqual(['evaluation', 'muted'])
    expect(writeGraph({ ...any, evaluation: { ratings: {} }, muted: {} })).toBe(writeGraph(graph`c2; c1`))
  })

  it('leaves out optional lists and objects that are empty, at known fields only', () => {
    const node = { kind: 'claim' as const, text: '', tags: [], excerpts: [], ext: {}, note: '', unknown: {} }
    const text = writeGraph({ ...emptyGraph(), nodes: { c1: node }, layout: { collapsed: [] } })
    expect(read(text).nodes['c1']).toEqual({ kind: 'claim', text: '', note: '', unknown: {} })
    expect(text).not.toContain('layout')
  })
})
