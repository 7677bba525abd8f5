import { describe, expect, it } from 'vitest'
import { readArggraph } from '../../../src/formats/arggraph/read.ts'
import { corpusFiles, countMatches } from '../../support/corpus.ts'
import { errorOf, importOf, oversized, readBroken, relationsOf } from '../../support/reader-laws.ts'

const map = `<?xml version='1.0' encoding='UTF-8'?>
<arggraph id="m1" topic_id="bus_lanes" stance="pro">
  <edu id="e1"><![CDATA[Keep the lanes:]]></edu>
  <edu id="e2"><![CDATA[delay fell]]></edu>
  <edu id="e3"><![CDATA[by a <b>fifth</b> &amp; more.]]></edu>
  <edu id="e4"><![CDATA[But shops suffer.]]></edu>
  <edu id="e5" implicit="true"><![CDATA[The shops are not on the lanes.]]></edu>
  <edu id="e6"><![CDATA[See Rome,]]></edu>
  <edu id="e7"><![CDATA[for riders count buses.]]></edu>
  <joint id="j1"/>
  <adu id="a1" type="pro"/>
  <adu id="a2" type="pro"/>
  <adu id="a3" type="opp"/>
  <adu id="a4" type="pro"/>
  <adu id="a5" type="pro"/>
  <adu id="a6" type="pro"/>
  <edge id="c11" src="e1" trg="a1" type="seg"/>
  <edge id="c13" src="e3" trg="j1" type="seg"/>
  <edge id="c12" src="e2" trg="j1" type="seg"/>
  <edge id="c17" src="j1" trg="a2" type="seg"/>
  <edge id="c14" src="e4" trg="a3" type="seg"/>
  <edge id="c15" src="e5" trg="a4" type="seg"/>
  <edge id="c16" src="e6" trg="a5" type="seg"/>
  <edge id="c18" src="e7" trg="a6" type="seg"/>
  <edge id="c6" src="a6" trg="c2" type="add"/>
  <edge id="c4" src="a4" trg="c3" type="und"/>
  <edge id="c2" src="a2" trg="a1" type="sup"/>
  <edge id="c3" src="a3" trg="a1" type="reb"/>
  <edge id="c5" src="a5" trg="a2" type="exa"/>
</arggraph>`

describe('readArggraph', () => {
  it('reads supports, examples, rebuttals, undercuts of what stands further down, and added premises', async () => {
    const { graph, notes } = await importOf(readArggraph, map)
    expect(relationsOf(graph)).toEqual([
      'a4 attacks c3',
      'a2, a6 supports a1',
      'a3 attacks a1',
      'a5 supports a2',
    ])
    expect(Object.keys(graph.relations)).toEqual(['c4', 'c2', 'c3', 'c5'])
    expect(graph.relations['c5']?.scheme).toBe('example')
    expect(graph.title).toBe('Bus lanes')
    expect(notes).toEqual([])
  })

  it('joins the segments of a statement in the order of the document, through a joint too', async () => {
    const { graph } = await importOf(readArggraph, map)
    expect(graph.nodes['a2']).toEqual({
      kind: 'claim',
      text: 'delay fell by a <b>fifth</b> &amp; more.',
      excerpts: [{ source: 'text', quote: 'delay fell by a <b>fifth</b> &amp; more.' }],
      ext: { arggraph: { type: 'pro', edus: ['e2', 'e3'] } },
    })
  })

  it('reads opponents as counterpoints, and no other', async () => {
    const { graph } = await importOf(readArggraph, map)
    const kinds = Object.values(graph.nodes).map(({ kind }) => kind)
    expect(kinds).toEqual(['claim', 'claim', 'counterpoint', 'claim', 'claim', 'claim'])
  })

  it('takes no excerpt of what stands in no text', async () => {
    const { graph } = await importOf(readArggraph, map)
    expect(graph.nodes['a4']?.excerpts).toBeUndefined()
    expect(graph.sources['text']?.ext).toEqual({
      arggraph: {
        text: 'Keep the lanes: delay fell by a <b>fifth</b> &amp; more. But shops suffer. See Rome, for riders count buses.',
      },
    })
  })

  it('lists edges that lead nowhere, to themselves, in circles, or are of no known type', async () => {
    const text = `<arggraph id="m"><edu id="e1">A</edu><adu id="a1" type="pro"/><adu id="a2" type="pro"/>
      <edge id="c0" src="e1" trg="a1" type="seg"/>
      <edge id="c1" src="a1" trg="gone" type="sup"/>
      <edge id="c2" src="a1" trg="a1" type="sup"/>
      <edge id="c3" src="a1" trg="c4" type="und"/>
      <edge id="c4" src="a2" trg="c3" type="und"/>
      <edge id="c5" src="a1" trg="a2" type="huh"/>
      <edge id="c6" src="a1" trg="c9" type="add"/></arggraph>`
    const { graph, notes, offers } = await importOf(readArggraph, text)
    expect(graph.relations).toEqual({})
    expect(notes.map(({ place }) => place)).toEqual([
      'line 1',
      'line 7',
      'line 8',
      'line 3',
      'line 4',
      'line 5',
      'line 6',
    ])
    expect(offers.map(({ id }) => id)).toContain('complete-relations')
  })

  it('refuses other files', async () => {
    expect(await errorOf(readArggraph, '<graph/>')).toContain('unreadable: The file is no argument graph')
    expect(await errorOf(readArggraph, map.slice(0, -5))).toContain('unreadable')
    expect(await errorOf(readArggraph, oversized('<arggraph>'))).toContain('tooLarge')
  })

  it('gives a valid graph or an error whatever is broken', async () => {
    const words = [
      'und',
      'add',
      'reb',
      'opp',
      'a1',
      'c3',
      '<joint/>',
      '<adu id="a1"/>',
      '&lt;',
      '<!DOCTYPE a [',
    ]
    expect(await readBroken(readArggraph, [map], words)).toBeGreaterThan(100)
  })
})

/** Relations by file, as the folder's README counts them. */
const relationCounts: Readonly<Record<string, number>> = {
  'micro_b001.xml': 3,
  'micro_b020.xml': 4,
  'micro_b036.xml': 5,
  'micro_b046.xml': 4,
  'micro_b062.xml': 3,
  'micro_c005.xml': 6,
  'micro_c099.xml': 4,
  'micro_c141.xml': 5,
}

for (const { name, text } of ['part1', 'part2'].flatMap((part) => corpusFiles(`arggraph/${part}`, '.xml'))) {
  describe(`the text ${name}`, () => {
    it('is read whole', async () => {
      const { graph, notes } = await importOf(readArggraph, text)
      expect(notes).toEqual([])
      expect(Object.keys(graph.nodes)).toHaveLength(countMatches(text, /<adu /g))
      const relations = Object.values(graph.relations)
      expect(relations).toHaveLength(relationCounts[name] ?? 0)
      expect(relations.filter(({ kind }) => kind === 'attacks')).toHaveLength(
        countMatches(text, /type="(reb|und)"/g),
      )
      expect(relations.reduce((sum, { from }) => sum + from.length - 1, 0)).toBe(
        countMatches(text, /type="add"/g),
      )
      expect(relations.filter(({ to }) => Object.hasOwn(graph.relations, to))).toHaveLength(
        countMatches(text, /type="und"/g),
      )
      // The claim in dispute is the one statement that bears on nothing.
      const bearing = new Set(relations.flatMap(({ from }) => from))
      expect(Object.keys(graph.nodes).filter((id) => !bearing.has(id))).toHaveLength(1)
    })
  })
}
