import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { asText } from '../../../src/formats/copy-text.ts'
import type { ArgumentGraph } from '../../../src/model/graph.ts'
import { arbitraryGraph } from '../../support/arbitrary-graph.ts'
import { readOutline } from '../../../src/formats/outline/read.ts'
import { errorOf, importOf, oversized, readBroken } from '../../support/reader-laws.ts'

/** Relations in the words of their ends: "Delay fell. supports Keep the lanes." */
function sayings({ nodes, relations }: ArgumentGraph): string[] {
  const text = (id: string): string => nodes[id]?.text ?? id
  return Object.values(relations).map(({ kind, from, to }) => `${from.map(text).join()} ${kind} ${text(to)}`)
}

const signs = `Keep the lanes.
  + Delay fell.
    - Only on weekdays.
  - Shops lose parking.
\t+ Shops gained walkers.
Another matter.
`

/** Sentences that no marker could be taken for, each its own. */
const words = fc.uuid().map((id) => `Statement ${id}`)

/** Trees of claims and counterpoints, all of them seen. */
const plainTrees = arbitraryGraph({ minNodes: 2, shapes: ['tree'], relationTargets: false, text: words }).map(
  (graph): ArgumentGraph => ({
    ...graph,
    nodes: Object.fromEntries(
      Object.entries(graph.nodes).map(([id, { text }]) => [id, { kind: 'claim', text }]),
    ),
    relations: Object.fromEntries(
      Object.entries(graph.relations).map(([id, { kind, ...rest }]) => [
        id,
        { ...rest, kind: kind === 'attacks' ? kind : 'supports' },
      ]),
    ),
    layout: {},
  }),
)

/** What bears on what, by the words of statements. */
function shapeOf({ nodes, relations }: ArgumentGraph): string[] {
  const said = (id: string) => nodes[id]?.text ?? ''
  return Object.values(relations)
    .map(({ kind, from, to }) => `${from.map(said).toSorted(byLetters).join(' & ')} ${kind} ${said(to)}`)
    .toSorted(byLetters)
}

function byLetters(a: string, b: string): number {
  return a < b ? -1 : 1
}

describe('readOutline', () => {
  it('puts lines under the one above that is indented less, by the sign of each', async () => {
    const { graph, notes } = await importOf(readOutline, signs)
    expect(sayings(graph)).toEqual([
      'Delay fell. supports Keep the lanes.',
      'Only on weekdays. attacks Delay fell.',
      'Shops lose parking. attacks Keep the lanes.',
      'Shops gained walkers. supports Shops lose parking.',
    ])
    expect(Object.values(graph.nodes).at(-1)).toEqual({ kind: 'claim', text: 'Another matter.' })
    expect(notes).toEqual([])
  })

  it('reads lines without a sign as support', async () => {
    const { graph } = await importOf(readOutline, 'A\n\tB\n\t\tC\n\tD')
    expect(sayings(graph)).toEqual(['B supports A', 'C supports B', 'D supports A'])
  })

  it('joins lines with & to the one before, as reasons that count together', async () => {
    const { graph } = await importOf(
      readOutline,
      'Keep\n  + Fast\n    - Not in winter\n  & Cheap\n  - Loud\n',
    )
    expect(Object.values(graph.relations).map(({ kind, from }) => [kind, from.length])).toEqual([
      ['supports', 2],
      ['attacks', 1],
      ['attacks', 1],
    ])
  })

  it('takes back what is copied as text: statements, stances and what counts together', async () => {
    await fc.assert(
      fc.asyncProperty(plainTrees, async (graph) => {
        const { graph: read } = await importOf(readOutline, asText(graph, { part: 'all' }))
        expect(shapeOf(read)).toEqual(shapeOf(graph))
      }),
    )
  })

  it('reads Pro and Con, also behind bullets and numbers', async () => {
    const { graph } = await importOf(
      readOutline,
      '* A\n  * Pro: B\n  - con: C\n  1. Contra: D\n  (-) E\n  − F',
    )
    expect(sayings(graph)).toEqual([
      'B supports A',
      'C attacks A',
      'D attacks A',
      'E attacks A',
      'F attacks A',
    ])
  })

  it('reads hyphens as bullets where lines at the top have them too, and offers the other reading', async () => {
    const { graph, notes, offers } = await importOf(readOutline, '- A\n  - B\n    - Pro: C\n  - D')
    expect(sayings(graph)).toEqual(['B supports A', 'C supports B', 'D supports A'])
    expect(notes[0]?.message).toContain('2 lines with a hyphen are read as support')
    const turned = offers[0]?.apply(graph)
    expect(turned && sayings(turned)).toEqual(['B attacks A', 'C supports B', 'D attacks A'])
  })

  it('reads hyphens as objections under lines without, and says so', async () => {
    const { graph, notes } = await importOf(readOutline, 'A\n  - B')
    expect(sayings(graph)).toEqual(['B attacks A'])
    expect(notes[0]?.message).toContain('1 line with a hyphen is read as speaking against')
  })

  it('nests by numbers where nothing is indented', async () => {
    const { graph } = await importOf(readOutline, '1. A\n1.1 B\n1.1.1 Con: C\n1.2. D\n2. E')
    expect(sayings(graph)).toEqual(['B supports A', 'C attacks B', 'D supports A'])
  })

  it('keeps numbers that are part of the words', async () => {
    const { graph } = await importOf(
      readOutline,
      'A\n  12. September was a turning point.\n  3.5 percent more',
    )
    expect(Object.values(graph.nodes).map(({ text }) => text)).toEqual([
      'A',
      '12. September was a turning point.',
      '3.5 percent more',
    ])
  })

  it('goes on with the words of a line with a bullet that is broken', async () => {
    const { graph } = await importOf(readOutline, 'A\n  + B goes\n    on here\n  + C\n\n    D')
    expect(sayings(graph)).toEqual(['B goes on here supports A', 'C supports A', 'D supports C'])
  })

  it('reads headings as sections, and one at the beginning as the title', async () => {
    const { graph } = await importOf(readOutline, '# Bus lanes\n\nA\n## Costs\nB\n  - C\n## Gains\nD')
    expect(graph.title).toBe('Bus lanes')
    expect(Object.values(graph.sections)).toEqual([{ title: 'Costs' }, { title: 'Gains' }])
    expect(Object.values(graph.nodes).map(({ section }) => section)).toEqual([undefined, 's4', 's4', 's7'])
  })

  it('keeps HTML as text', async () => {
    const { graph } = await importOf(readOutline, '<b onclick="x()">A</b>\n  &lt;script&gt;')
    expect(Object.values(graph.nodes).map(({ text }) => text)).toEqual([
      '<b onclick="x()">A</b>',
      '&lt;script&gt;',
    ])
  })

  it('refuses texts without words, too large and too deep', async () => {
    expect(await errorOf(readOutline, ' \n\t\n')).toContain('unreadable: There are no words')
    expect(await errorOf(readOutline, oversized('A'))).toContain('tooLarge')
    const deep = Array.from({ length: 501 }, (_, index) => `${' '.repeat(index)}x`).join('\n')
    expect(await errorOf(readOutline, deep)).toContain('tooDeep line 501')
  })

  it('gives a valid graph or an error whatever is broken', async () => {
    const texts = [signs, '# T\n- A\n  - B\n    1. C\n    2. Pro: D\n']
    expect(await readBroken(readOutline, texts, ['- ', '+ ', '1. ', 'Con: ', '# ', '  '])).toBeGreaterThan(
      500,
    )
  })
})
