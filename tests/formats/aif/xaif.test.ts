import { describe, expect, it } from 'vitest'
import { readXaif } from '../../../src/formats/aif/read.ts'
import type { Imported } from '../../../src/formats/conversion.ts'
import { validate } from '../../../src/model/validate.ts'
import { aif, type Json } from '../../support/nodesets.ts'

describe('readXaif', () => {
  const inner = JSON.parse(
    aif(
      [
        ['1_9', 'I', 'Delay fell.'],
        [2, 'L', 'Ada: Delay fell'],
        ['3', 'YA', 'Asserting'],
        ['4', 'I', 'Keep the lanes.'],
        ['5', 'RA', 'Default Inference'],
      ],
      [
        ['2', '3'],
        ['3', '1_9'],
        ['1_9', '5'],
        ['5', '4'],
      ],
      {
        schemefulfillments: [{ nodeID: '5', schemeID: '15' }],
        participants: [
          { participantID: 7, firstname: 'Ada', surname: 'Byron' },
          { participantID: 7, firstname: 'Ada', surname: 'Byron' },
        ],
        locutions: [{ nodeID: 2, personID: 7 }],
      },
    ),
  ) as Json
  const file = {
    AIF: inner,
    text: '<p>Ada: <span id="node2" class="highlighted">Delay <b>fell</b></span>.</p><script>alert(1)</script><p>So &amp; so: <span id="node4">keep&nbsp;the lanes</span> <span id="node77">gone</span> 1 < 2</p>',
    OVA: {
      nodes: [
        { nodeID: '1_9', visible: true, x: 10, y: 20 },
        { nodeID: '4', visible: false, x: 0, y: 0 },
        { nodeID: '5', visible: true, x: 'far', y: 1e99 },
      ],
      edges: [],
    },
    dialog: true,
  }

  async function readWrapped(value: unknown): Promise<Imported> {
    const result = await readXaif(JSON.stringify(value))
    if (!result.ok) throw new Error(result.error.message)
    expect(validate(result.value.graph)).toEqual([])
    return result.value
  }

  it('joins the list of schemes and the speakers', async () => {
    const { graph } = await readWrapped(file)
    expect(graph.relations['5']?.scheme).toBe('expert-opinion')
    expect(graph.nodes['1_9']?.ext?.['aif']).toMatchObject({
      said: [{ speaker: 'Ada Byron', words: 'Delay fell' }],
    })
  })

  it('reads the text as a source without markup, and spans as excerpts', async () => {
    const { graph, notes } = await readWrapped(file)
    expect(graph.nodes['1_9']?.excerpts).toEqual([{ source: 'analysed-text', quote: 'Delay fell' }])
    expect(graph.nodes['4']?.excerpts).toEqual([{ source: 'analysed-text', quote: 'keep the lanes' }])
    expect(graph.sources['analysed-text']?.ext).toEqual({
      ova: { text: 'Ada: Delay fell.\n\nSo & so: keep the lanes gone 1 < 2' },
    })
    expect(notes.find(({ place }) => place === 'text')?.message).toContain('1 mark')
  })

  it('offers positions as pins, of visible statements only', async () => {
    const { graph, offers } = await readWrapped(file)
    const pinned = offers.find(({ id }) => id === 'pin-positions')?.apply(graph)
    expect(pinned?.layout).toEqual({ pinned: { '1_9': { x: 10, y: 20 } } })
    expect(graph.layout).toBeUndefined()
  })

  it('is as tolerant as OVA: lists may be null, empty or missing', async () => {
    const { graph } = await readWrapped({ ...file, OVA: [], text: null, AIF: { ...inner, locutions: null } })
    expect(Object.keys(graph.nodes)).toEqual(['4', '1_9'])
  })

  it.each([
    ['open tags', '<'.repeat(200_000)],
    ['spans', '<span id="node4">'.repeat(50_000)],
    ['comments', '<!--'.repeat(100_000)],
    ['scripts', '<script>'.repeat(50_000)],
    ['blanks in tags', `<span ${' '.repeat(200_000)}`],
  ])('reads a text of many %s without delay', async (_, text) => {
    const { graph } = await readWrapped({ ...file, text })
    expect(Object.keys(graph.nodes)).toHaveLength(2)
  })
})
