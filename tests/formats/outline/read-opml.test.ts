import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { writeOpml } from '../../../src/formats/opml/write.ts'
import { readOpml } from '../../../src/formats/outline/read-opml.ts'
import type { ArgumentGraph } from '../../../src/model/graph.ts'
import { arbitraryGraph } from '../../support/arbitrary-graph.ts'
import { graph as graphOf } from '../../support/graph-builder.ts'
import { errorOf, importOf, oversized, readBroken, relationsOf } from '../../support/reader-laws.ts'

const foreign = `<?xml version="1.0"?>
<opml version="2.0"><head><title>Lanes &amp; shops</title></head><body>
  <outline text="Keep the &lt;b&gt;lanes&lt;/b&gt;." type="link" url="https://example.org">
    <outline text="+ Delay fell." _note="By a fifth."/>
    <outline text="Con: Shops lose &#252;ber all."><outline text="5 % more walkers"/></outline>
  </outline>
</body></opml>`

const written = async (graph: ArgumentGraph): Promise<string> => String((await writeOpml(graph)).content)

/** What an outline shows of statements and relations, whatever their order. */
function withoutOrder({ nodes, relations }: ArgumentGraph): unknown {
  const map = <T, U>(records: Readonly<Record<string, T>>, change: (record: T) => U): Record<string, U> =>
    Object.fromEntries(Object.entries(records).map(([id, record]) => [id, change(record)]))
  return {
    nodes: map(nodes, ({ kind, text, rating }) => ({ kind, text, rating })),
    relations: map(relations, ({ kind, from, to, weight }) => ({ kind, from: new Set(from), to, weight })),
  }
}

describe('readOpml', () => {
  it('puts entries under those they are in, by their signs', async () => {
    const { graph } = await importOf(readOpml, foreign)
    expect(graph.title).toBe('Lanes & shops')
    expect(relationsOf(graph)).toEqual(['n2 supports n1', 'n3 attacks n1', 'n4 supports n3'])
    expect(graph.nodes).toEqual({
      n1: {
        kind: 'claim',
        text: 'Keep the <b>lanes</b>.',
        ext: { opml: { type: 'link', url: 'https://example.org' } },
      },
      n2: { kind: 'claim', text: 'Delay fell.', note: 'By a fifth.' },
      n3: { kind: 'counterpoint', text: 'Shops lose über all.' },
      n4: { kind: 'claim', text: '5 % more walkers' },
    })
  })

  it('brings back linked premises, second conclusions, undercuts and other relations of our own outlines', async () => {
    const graph = graphOf`e1, a1 support c1; k1 attacks r1; e1 supports c2; p1 addresses i1; c2 restates c1; k2 attacks k1`
    const back = await importOf(readOpml, await written(graph))
    expect(back.notes).toEqual([])
    expect(back.graph.relations).toEqual(graph.relations)
    expect(back.graph.nodes).toEqual(graph.nodes)
  })

  it('brings back what is said of statements, and sources by name', async () => {
    const base = graphOf`e1, a1 support c1`
    const e1 = {
      ...base.nodes['e1'],
      kind: 'evidence',
      text: 'Two\nlines',
      rating: 'high',
      tags: ['x'],
    } as const
    const graph: ArgumentGraph = {
      ...base,
      sources: { paper: { type: 'report', title: 'A paper' } },
      nodes: {
        ...base.nodes,
        e1: { ...e1, excerpts: [{ source: 'paper', locator: '3' }], ext: { aif: { a: 1 } } },
      },
    }
    const back = await importOf(readOpml, await written(graph))
    expect(back.graph.nodes).toEqual(graph.nodes)
    expect(back.graph.sources).toEqual({ paper: { type: 'document', title: 'paper' } })
    expect(back.notes[0]?.message).toContain('1 source is known by name only')
  })

  it('lets words and signs that were edited elsewhere win, and says so', async () => {
    const base = graphOf`e1 supports c1`
    const graph = { ...base, nodes: { ...base.nodes, e1: { kind: 'evidence' as const, text: 'Two\nlines' } } }
    const edited = (await written(graph)).replace('"+ Two lines"', '"- One line"')
    const back = await importOf(readOpml, edited)
    expect(relationsOf(back.graph)).toEqual(['e1 attacks c1'])
    expect(back.graph.nodes['e1']?.text).toBe('One line')
    expect(back.notes[0]?.message).toContain('edited in another program')
  })

  it('leaves out what does not fit any more, and lists it', async () => {
    const text = `<opml version="2.0"><body><outline text="A" counterpoint_id="a" counterpoint_rating="splendid"
      counterpoint_questions='{"typical":{"answer":"fine","by":"gone"}}' counterpoint_ext='{"constructor":1}'>
      <outline text="+ B" counterpoint_ref="gone" counterpoint_relation="supports"/></outline></body></opml>`
    const { graph, notes } = await importOf(readOpml, text)
    expect(graph.nodes).toEqual({ a: { kind: 'claim', text: 'A' } })
    expect(notes).toHaveLength(4)
  })

  it('gives back the same statements and relations for any graph', async () => {
    const words = fc.constantFrom(
      '',
      'Delay fell.',
      '- not a sign',
      'Con: a word',
      'two\nlines',
      '<b> & "q"',
      '1. first',
    )
    const graphs = arbitraryGraph({ maxNodes: 15, text: words, details: false }).filter(({ relations }) =>
      Object.values(relations).every(({ from, to }) => !from.includes(to)),
    )
    await fc.assert(
      fc.asyncProperty(graphs, async (graph) => {
        expect(withoutOrder((await importOf(readOpml, await written(graph))).graph)).toEqual(
          withoutOrder(graph),
        )
      }),
      { numRuns: 300 },
    )
  })

  it('refuses what is no outline, declares entities, is too large or too deep', async () => {
    expect(await errorOf(readOpml, '<opml/>')).toContain('unreadable: The file is no OPML')
    expect(await errorOf(readOpml, foreign.slice(0, 200))).toMatch(/^unreadable line \d+: .*not well-formed/)
    const bomb = '<!DOCTYPE opml [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><opml><body/></opml>'
    expect(await errorOf(readOpml, bomb)).toContain('refused')
    expect(await errorOf(readOpml, oversized('<opml>'))).toContain('tooLarge')
    const deep = `<opml><body>${'<outline text="x">'.repeat(600)}${'</outline>'.repeat(600)}</body></opml>`
    expect(await errorOf(readOpml, deep)).toContain('tooDeep')
  })

  it('gives a valid graph or an error whatever is broken', async () => {
    const own = await written(graphOf`e1, a1 support c1; k1 attacks r1; e1 supports c2; p1 addresses i1`)
    const words = [
      '<outline text="x"/>',
      '</outline>',
      'counterpoint_ref="c1" ',
      'issue',
      'addresses',
      '&#38;',
      '<!--',
    ]
    expect(await readBroken(readOpml, [foreign, own], words)).toBeGreaterThan(100)
  })
})
