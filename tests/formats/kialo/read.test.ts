import { describe, expect, it } from 'vitest'
import { readKialo } from '../../../src/formats/kialo/read.ts'
import { structureOf } from '../../../src/model/structure.ts'
import { corpusFiles, countMatches } from '../../support/corpus.ts'
import { errorOf, importOf, oversized, readBroken, relationsOf } from '../../support/reader-laws.ts'

const lanes = `Discussion Title: Should bus lanes stay?

1. Bus lanes should stay.
1.1. Con: Shops lose [parking](https://example.org).
1.1.1. Pro: -> See 1.2.
1.2. Pro: Delay fell
by a fifth:
1. on weekdays
2. on Sundays

1.10. Con: The trial ran in summer.
`

const question = `Discussion Title: What about the lanes?

1. What should happen to the lanes?
1.1. Keep them.
1.1.1. Con: Shops suffer.
1.2. Remove them.
1.2.1. Pro: -> See 1.1.1.
`

describe('readKialo', () => {
  it('puts claims under those that their numbers name, with the stance of each', async () => {
    const { graph, notes } = await importOf(readKialo, lanes)
    expect(graph.title).toBe('Should bus lanes stay?')
    expect(relationsOf(graph)).toEqual([
      '1.1 attacks 1',
      '1.2 supports 1.1',
      '1.2 supports 1',
      '1.10 attacks 1',
    ])
    expect(Object.keys(graph.nodes)).toEqual(['1', '1.1', '1.2', '1.10'])
    expect(notes).toEqual([])
  })

  it('reads claims that only attack as counterpoints, and guesses no other kind', async () => {
    const { graph } = await importOf(readKialo, lanes)
    expect(Object.values(graph.nodes).map(({ kind }) => kind)).toEqual([
      'claim',
      'counterpoint',
      'claim',
      'counterpoint',
    ])
  })

  it('keeps links and lists within a claim as text', async () => {
    const { graph } = await importOf(readKialo, lanes)
    expect(graph.nodes['1.1']?.text).toBe('Shops lose [parking](https://example.org).')
    expect(graph.nodes['1.2']?.text).toBe('Delay fell\nby a fifth:\n1. on weekdays\n2. on Sundays')
  })

  it('keeps siblings in the order of the file', async () => {
    const { graph } = await importOf(readKialo, '2. Second.\n2.1. Pro: A.\n1. First.\n')
    expect(structureOf(graph).roots).toEqual(['2', '1'])
  })

  it('reads line ends of Windows and a byte order mark', async () => {
    const { graph } = await importOf(readKialo, `\uFEFF${lanes.replaceAll('\n', '\r\n')}`)
    expect(graph).toEqual((await importOf(readKialo, lanes)).graph)
  })

  it('gives a repeated claim the stance of each place', async () => {
    const { graph } = await importOf(readKialo, '1. A.\n1.1. Pro: B.\n1.2. Pro: C.\n1.2.1. Con: -> See 1.1.')
    expect(relationsOf(graph)).toEqual(['1.1 supports 1', '1.2 supports 1', '1.1 attacks 1.2'])
    expect(graph.nodes['1.1']?.kind).toBe('claim')
  })

  it('hangs what stands under a repeated claim under the claim itself', async () => {
    const { graph } = await importOf(readKialo, '1. A.\n1.1. Pro: -> See 1.2.\n1.1.1. Con: B.\n1.2. Pro: C.')
    expect(relationsOf(graph)).toEqual(['1.2 supports 1', '1.1.1 attacks 1.2', '1.2 supports 1'])
  })

  it('reads a question with theses as an issue that recommendations address, and says so', async () => {
    const { graph, notes } = await importOf(readKialo, question)
    expect(graph.nodes['1']?.kind).toBe('issue')
    expect(graph.nodes['1.2']?.kind).toBe('recommendation')
    expect(relationsOf(graph)).toEqual([
      '1.1 addresses 1',
      '1.1.1 attacks 1.1',
      '1.2 addresses 1',
      '1.1.1 supports 1.2',
    ])
    expect(notes[0]?.message).toBe(
      '1 question with several theses became an issue, and 2 theses recommendations.',
    )
  })

  it('reads a claim without a stance beside others as support, and says so', async () => {
    const { graph, notes } = await importOf(readKialo, '1. A.\n1.1. Pro: B.\n1.2. C.')
    expect(relationsOf(graph)).toEqual(['1.1 supports 1', '1.2 supports 1'])
    expect(notes).toHaveLength(1)
  })

  it('lists what is repeated and not there, keeps it, and offers to put it on the map', async () => {
    const { graph, notes, offers } = await importOf(readKialo, '1. A.\n1.1. Con: -> See 7.7.')
    expect(graph.relations).toEqual({})
    expect(notes).toEqual([{ place: 'line 2', message: expect.stringContaining('no premise') as string }])
    expect(graph.ext?.['kialo']).toEqual({ incomplete: [{ id: 'r1', kind: 'attacks', from: [], to: '1' }] })
    const offer = offers.find(({ id }) => id === 'complete-relations')
    expect(offer && relationsOf(offer.apply(graph))).toEqual(['missing attacks 1'])
  })

  it('reads claims that repeat each other in a circle', async () => {
    const { graph } = await importOf(readKialo, '1. A.\n1.1. Pro: -> See 1.2.\n1.2. Pro: -> See 1.1.')
    expect(Object.keys(graph.nodes)).toEqual(['1'])
  })

  it('keeps both claims where a number stands twice', async () => {
    const { graph, notes } = await importOf(readKialo, '1. A.\n1.1. Pro: B.\n1.1. Con: C.')
    expect(relationsOf(graph)).toEqual(['1.1 supports 1', '1.1-2 attacks 1'])
    expect(notes[0]?.place).toBe('line 3')
  })

  it('keeps HTML as text', async () => {
    const { graph } = await importOf(readKialo, '1. <img src=x onerror=alert(1)> &amp;\n1.1. Pro: __proto__')
    expect(graph.nodes['1']?.text).toBe('<img src=x onerror=alert(1)> &amp;')
  })

  it('refuses texts without claims, too large and too deep', async () => {
    expect(await errorOf(readKialo, 'Nothing here.')).toContain('unreadable: There is no claim')
    expect(await errorOf(readKialo, oversized('1. '))).toContain('tooLarge')
    const deep = Array.from({ length: 501 }, (_, index) => `1${'.1'.repeat(index)}. Pro: x`).join('\n')
    expect(await errorOf(readKialo, deep)).toContain('tooDeep line 501')
  })

  it('gives a valid graph or an error whatever is broken', async () => {
    const words = ['1.1. ', 'Pro: ', '-> See 1.2.', '-> See 1.1.1.']
    expect(await readBroken(readKialo, [lanes, question], words)).toBeGreaterThan(100)
  })
})

for (const { name, text } of corpusFiles('kialo', '.txt')) {
  describe(`the discussion ${name}`, () => {
    it('is read whole', async () => {
      const { graph, notes } = await importOf(readKialo, text)
      const claims = countMatches(text, /^\d+(\.\d+)*\. /gm)
      const repeated = countMatches(text, /-> See [\d.]+\r?$/gm)
      expect(Object.keys(graph.nodes)).toHaveLength(claims - repeated)
      const kinds = Object.values(graph.relations).map(({ kind }) => kind)
      expect(kinds.filter((kind) => kind === 'supports')).toHaveLength(
        countMatches(text, /^\d+(\.\d+)*\. Pro: /gm),
      )
      expect(kinds.filter((kind) => kind === 'attacks')).toHaveLength(
        countMatches(text, /^\d+(\.\d+)*\. Con: /gm),
      )
      expect(notes).toEqual([])
    })
  })
}
