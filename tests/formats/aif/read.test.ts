import { describe, expect, it } from 'vitest'
import { writeAif } from '../../../src/formats/aif/write.ts'
import { validate } from '../../../src/model/validate.ts'
import { aif, read, writtenEdges, type Json } from '../../support/nodesets.ts'

const delay = ['a', 'I', 'Delay fell.'] as const
const lanes = ['b', 'I', 'Keep the lanes.'] as const
const shops = ['c', 'I', 'Shops lose parking.'] as const

describe('readAif', () => {
  it('reads inferences as supports, conflicts as attacks and rephrases as restatements', async () => {
    const { graph } = await read(
      aif(
        [delay, lanes, shops, ['d', 'I', 'Lanes should stay.'], ['s', 'RA'], ['k', 'CA'], ['m', 'MA']],
        [
          ['a', 's'],
          ['s', 'b'],
          ['c', 'k'],
          ['k', 'b'],
          ['d', 'm'],
          ['m', 'b'],
        ],
      ),
    )
    expect(graph.nodes['a']).toEqual({ kind: 'claim', text: 'Delay fell.' })
    expect(graph.nodes['c']?.kind).toBe('counterpoint')
    expect(graph.relations['s']).toMatchObject({ kind: 'supports', from: ['a'], to: 'b' })
    expect(graph.relations['k']).toMatchObject({ kind: 'attacks', from: ['c'], to: 'b' })
    expect(graph.relations['m']).toMatchObject({ kind: 'restates', from: ['d'], to: 'b' })
  })

  it('reads several premises as one relation, and steps at steps as undercuts and backings', async () => {
    const { graph } = await read(
      aif(
        [delay, lanes, shops, ['d', 'I', 'It was summer.'], ['s', 'RA'], ['k', 'CA'], ['r', 'RA']],
        [
          ['a', 's'],
          ['c', 's'],
          ['s', 'b'],
          ['d', 'k'],
          ['k', 's'],
          ['d', 'r'],
          ['r', 'k'],
        ],
      ),
    )
    expect(graph.relations['s']?.from).toEqual(['a', 'c'])
    expect(graph.relations['k']?.to).toBe('s')
    expect(graph.relations['r']?.to).toBe('k')
  })

  it.each([
    ['in a field', { scheme: 'CauseToEffect' }, 'RA'],
    ['in a field, with blanks', { scheme: 'cause to effect' }, 'RA'],
    ['in its text', {}, 'Cause To Effect'],
    ['as a number', { schemeID: '4' }, 'RA'],
    ['as a numeric number', { schemeID: 4, scheme: null }, 'RA'],
  ])('finds the scheme %s', async (_, more, text) => {
    const imported = await read(
      aif(
        [delay, lanes, ['s', 'RA', text, more]],
        [
          ['a', 's'],
          ['s', 'b'],
        ],
      ),
    )
    expect(imported.graph.relations['s']?.scheme).toBe('cause-to-effect')
    const again = await read(String((await writeAif(imported.graph)).content))
    expect(again.graph).toEqual(imported.graph)
  })

  it.each([
    ['the usual ones', 'Default Inference', undefined],
    ['one that is not in our table', 'ArgumentFromAuthority', 'argument-from-authority'],
    ['one with another name here', 'Ignorance', 'lack-of-evidence'],
  ])('reads %s among schemes', async (_, scheme, id) => {
    const { graph } = await read(
      aif(
        [delay, lanes, ['s', 'RA', 'RA', { scheme }]],
        [
          ['a', 's'],
          ['s', 'b'],
        ],
      ),
    )
    expect(graph.relations['s']?.scheme).toBe(id)
  })

  it('writes the scheme that a relation has now', async () => {
    const { graph } = await read(
      aif(
        [delay, lanes, ['s', 'RA', 'Default Inference', { scheme: 'Default Inference', schemeID: '72' }]],
        [
          ['a', 's'],
          ['s', 'b'],
        ],
      ),
    )
    const relation = graph.relations['s']
    if (!relation) throw new Error('no relation')
    const changed = { ...graph, relations: { s: { ...relation, scheme: 'expert-opinion' } } }
    const json = JSON.parse(String((await writeAif(changed)).content)) as { nodes: Json[] }
    expect(json.nodes.find(({ nodeID }) => nodeID === 's')).toEqual({
      nodeID: 's',
      type: 'RA',
      text: 'RA',
      scheme: 'ExpertOpinion',
    })
  })

  it('keeps the dialogue with the document, and speaker and words with the statement', async () => {
    const text = aif(
      [
        delay,
        ['l', 'L', 'Ada : It fell, you know'],
        ['m', 'L', "Bo says 'hm'"],
        ['y', 'YA', 'Asserting'],
        ['t', 'TA'],
      ],
      [
        ['l', 'y'],
        ['y', 'a'],
        ['l', 't'],
        ['t', 'm'],
        ['m', 'm'],
      ],
    )
    const imported = await read(text)
    expect(imported.graph.nodes['a']?.ext).toEqual({
      aif: { said: [{ speaker: 'Ada', words: 'It fell, you know' }] },
    })
    expect(Object.keys(imported.graph.nodes)).toEqual(['a'])
    expect(imported.notes.map(({ message }) => message).join()).toContain('2 locutions')
    expect(await writtenEdges(imported)).toEqual(['l t', 'l y', 'm m', 't m', 'y a'])
  })

  it('keeps preferences and counts them', async () => {
    const imported = await read(
      aif(
        [delay, lanes, ['p', 'PA']],
        [
          ['a', 'p'],
          ['p', 'b'],
        ],
      ),
    )
    expect(imported.notes.map(({ message }) => message).join()).toContain('1 preference')
    expect(await writtenEdges(imported)).toEqual(['a p', 'p b'])
  })

  it('reads a symmetric conflict as two attacks and writes it as one', async () => {
    const imported = await read(
      aif(
        [delay, lanes, ['k', 'CA']],
        [
          ['a', 'k'],
          ['b', 'k'],
          ['k', 'a'],
          ['k', 'b'],
        ],
      ),
    )
    const relations = Object.values(imported.graph.relations)
    expect(relations.map(({ from, to }) => [from, to])).toEqual([
      [['a'], 'b'],
      [['b'], 'a'],
    ])
    expect(await writtenEdges(imported)).toEqual(['a k', 'b k', 'k a', 'k b'])
  })

  it('reads one inference with two conclusions as two relations and writes it as one', async () => {
    const imported = await read(
      aif(
        [delay, lanes, shops, ['s', 'RA']],
        [
          ['a', 's'],
          ['s', 'b'],
          ['s', 'c'],
        ],
      ),
    )
    expect(Object.values(imported.graph.relations).map(({ to }) => to)).toEqual(['b', 'c'])
    expect(await writtenEdges(imported)).toEqual(['a s', 's b', 's c'])
  })

  it('reads an edge between statements as support, says so, and writes the edge', async () => {
    const imported = await read(aif([delay, lanes], [['a', 'b']]))
    expect(imported.graph.relations['a-b']).toMatchObject({ kind: 'supports', from: ['a'], to: 'b' })
    expect(imported.notes[0]?.message).toContain('read as support')
    expect(await writtenEdges(imported)).toEqual(['a b'])
  })

  it.each([
    ['without a premise', [['s', 'b']], 'has no premise'],
    ['without a conclusion', [['a', 's']], 'leads nowhere'],
    [
      'whose premise is its conclusion',
      [
        ['a', 's'],
        ['s', 'a'],
      ],
      'has its premise as its conclusion',
    ],
    [
      'that point at each other',
      [
        ['a', 's'],
        ['s', 'r'],
        ['b', 'r'],
        ['r', 's'],
      ],
      'in a circle',
    ],
  ] as const)('lists steps %s, keeps them and writes them again', async (_, edges, fault) => {
    const imported = await read(aif([delay, lanes, ['s', 'RA'], ['r', 'RA']], edges))
    expect(imported.notes.find(({ place }) => place === 'node s')?.message).toContain(fault)
    expect(Object.keys(imported.graph.relations)).toEqual([])
    expect(await writtenEdges(imported)).toEqual(edges.map(([from, to]) => `${from} ${to}`).toSorted())
  })

  it('offers to complete steps with empty statements', async () => {
    const { graph, offers } = await read(
      aif([delay, lanes, ['s', 'RA', 'RA', { timestamp: 'now' }]], [['s', 'b']]),
    )
    const complete = offers.find(({ id }) => id === 'complete-steps')?.apply(graph)
    expect(complete?.nodes['missing']).toEqual({ kind: 'claim', text: '' })
    expect(complete?.relations['s']).toEqual({
      kind: 'supports',
      from: ['missing'],
      to: 'b',
      ext: { aif: { fields: { timestamp: 'now' } } },
    })
    expect(complete?.ext).toEqual({ aif: {} })
  })

  it('offers to merge restatements: the earlier text stays, the later one is kept as a variant', async () => {
    const { graph, offers } = await read(
      aif(
        [
          delay,
          ['b', 'I', 'It fell.'],
          ['c', 'I', 'Fell, it did.'],
          ['d', 'I', 'Keep the lanes.'],
          ['m', 'MA'],
          ['n', 'MA'],
          ['s', 'RA'],
          ['l', 'L', 'Bo : Fell, it did.'],
          ['y', 'YA'],
        ],
        [
          ['b', 'm'],
          ['m', 'a'],
          ['c', 'n'],
          ['n', 'b'],
          ['c', 's'],
          ['s', 'd'],
          ['l', 'y'],
          ['y', 'c'],
        ],
      ),
    )
    const offer = offers.find(({ id }) => id === 'merge-restatements')
    expect(offer?.label).toBe('Merge 2 restatements')
    const merged = offer?.apply(graph) ?? graph
    expect(validate(merged)).toEqual([])
    expect(Object.keys(merged.nodes)).toEqual(['a', 'd'])
    expect(merged.relations).toEqual({ s: { ...graph.relations['s'], from: ['a'] } })
    expect(merged.nodes['a']?.ext?.['aif']).toEqual({
      variants: [
        { nodeID: 'b', text: 'It fell.' },
        { nodeID: 'c', text: 'Fell, it did.' },
      ],
      said: [{ speaker: 'Bo', words: 'Fell, it did.' }],
    })
    expect(await writtenEdges({ graph: merged, notes: [], offers: [] })).toEqual(['a s', 'l y', 's d', 'y a'])
  })

  it('offers to read unsupported premises as assumptions', async () => {
    const { graph, offers } = await read(
      aif(
        [delay, lanes, ['s', 'RA']],
        [
          ['a', 's'],
          ['s', 'b'],
        ],
      ),
    )
    const offered = offers.find(({ id }) => id === 'read-unsupported-as-assumptions')?.apply(graph)
    expect(offered?.nodes['a']?.kind).toBe('assumption')
    expect(offered?.nodes['b']?.kind).toBe('claim')
  })

  it('keeps cycles among statements, and reads an empty file', async () => {
    const cycle = await read(
      aif(
        [delay, lanes, ['s', 'RA'], ['r', 'RA']],
        [
          ['a', 's'],
          ['s', 'b'],
          ['b', 'r'],
          ['r', 'a'],
        ],
      ),
    )
    expect(Object.keys(cycle.graph.relations)).toEqual(['s', 'r'])
    expect((await read('{"nodes":[],"edges":[],"locutions":[]}')).graph.nodes).toEqual({})
    expect((await read('{"nodes":null,"edges":null,"locutions":null}')).notes).toEqual([])
  })

  it('keeps the order of the file where ids are numbers, and writes them as numbers', async () => {
    const imported = await read(
      aif(
        [
          [9, 'I', 'First'],
          [2, 'I', 'Second'],
          [5, 'RA'],
        ],
        [
          [9, 5],
          [5, 2],
        ],
      ),
    )
    const { nodes } = imported.graph
    expect((nodes['9']?.order ?? '') < (nodes['2']?.order ?? '')).toBe(true)
    const json = JSON.parse(String((await writeAif(imported.graph)).content)) as {
      nodes: Json[]
      counterpoint?: unknown
    }
    expect(json.nodes.map(({ nodeID }) => nodeID)).toEqual([9, 2, 5])
    expect(json.counterpoint).toBeUndefined()
  })
})
