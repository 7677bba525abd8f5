import { describe, expect, it } from 'vitest'
import { readSadface } from '../../../src/formats/sadface/read.ts'
import { corpusFiles } from '../../support/corpus.ts'
import { errorOf, importOf, oversized, readBroken, relationsOf } from '../../support/reader-laws.ts'

const atom = (id: string, more: object = {}): object => ({
  id,
  type: 'atom',
  text: `Text of ${id}.`,
  sources: [],
  metadata: {},
  ...more,
})
const edge = (source_id: string, target_id: string): object => ({
  id: `${source_id}-${target_id}`,
  source_id,
  target_id,
})

const document = (
  version: string,
  nodes: readonly object[],
  edges: readonly object[],
  resources: object[] = [],
): string =>
  JSON.stringify(
    { metadata: { core: { id: 'd', title: 'Lanes', version } }, resources, nodes, edges },
    undefined,
    1,
  )

const old = document(
  '0.2',
  [
    atom('a', { sources: [{ resource_id: 'r', text: 'Text', offset: 0, length: 4 }] }),
    atom('b', { text: '<b>not markup</b>' }),
    atom('c'),
    { id: 's', type: 'scheme', name: 'support', metadata: {} },
    { id: 't', type: 'scheme', name: 'conflict', metadata: { note: 'x' } },
    { id: 'u', type: 'scheme', name: 'Expert Opinion' },
  ],
  [
    edge('a', 's'),
    edge('b', 's'),
    edge('s', 'c'),
    edge('b', 't'),
    edge('t', 's'),
    edge('c', 'u'),
    edge('u', 'a'),
  ],
  [{ id: 'r', type: 'text', content: 'Text of a newspaper.', url: 'https://example.org', metadata: {} }],
)

const recent = document(
  '0.5.1',
  [
    atom('a'),
    atom('b'),
    atom('c'),
    { id: 's', type: 'inference', name: 'support' },
    { id: 't', type: 'conflict', name: 'attack' },
    { id: 'd', type: 'conflict', name: 'disagree' },
  ],
  [edge('a', 's'), edge('s', 'b'), edge('b', 't'), edge('t', 'c'), edge('d', 'a'), edge('d', 'c')],
)

describe('readSadface', () => {
  it('reads supports with several premises, conflicts, undercuts and schemes', async () => {
    const { graph, notes } = await importOf(readSadface, old)
    expect(graph.title).toBe('Lanes')
    expect(graph.relations).toEqual({
      s: { kind: 'supports', from: ['a', 'b'], to: 'c', ext: { sadface: { name: 'support' } } },
      t: {
        kind: 'attacks',
        from: ['b'],
        to: 's',
        ext: { sadface: { name: 'conflict', metadata: { note: 'x' } } },
      },
      u: {
        kind: 'supports',
        from: ['c'],
        to: 'a',
        scheme: 'Expert Opinion',
        ext: { sadface: { name: 'Expert Opinion' } },
      },
    })
    expect(graph.nodes['b']?.text).toBe('<b>not markup</b>')
    expect(notes).toEqual([])
  })

  it('reads resources as sources and places in them as excerpts', async () => {
    const { graph } = await importOf(readSadface, old)
    expect(graph.sources['r']).toMatchObject({
      type: 'document',
      title: 'Text of a newspaper.',
      URL: 'https://example.org',
    })
    expect(graph.nodes['a']?.excerpts).toEqual([{ source: 'r', quote: 'Text' }])
    expect(graph.nodes['a']?.ext).toEqual({
      sadface: { sources: [{ resource_id: 'r', text: 'Text', offset: 0, length: 4 }] },
    })
  })

  it('follows the arrows of attacks in 0.5, and offers to turn them', async () => {
    const { graph, offers } = await importOf(readSadface, recent)
    expect(relationsOf(graph)).toEqual(['a supports b', 'b attacks c', 'a attacks c', 'c attacks a'])
    const turn = offers.find(({ id }) => id === 'turn-attacks')
    const turned = turn?.apply(graph)
    expect(turned && relationsOf(turned)).toEqual([
      'a supports b',
      'c attacks b',
      'a attacks c',
      'c attacks a',
    ])
    expect(turned?.nodes['b']?.kind).toBe('claim')
    expect(turned?.nodes['c']?.kind).toBe('counterpoint')
  })

  it('offers no turning in older files', async () => {
    const text = document(
      '0.2',
      [atom('a'), atom('b'), { id: 't', type: 'scheme', name: 'attack' }],
      [edge('a', 't'), edge('t', 'b')],
    )
    const { graph, offers } = await importOf(readSadface, text)
    expect(relationsOf(graph)).toEqual(['a attacks b'])
    expect(offers.map(({ id }) => id)).not.toContain('turn-attacks')
  })

  it('ties the two attacks of a disagreement', async () => {
    const { graph } = await importOf(readSadface, recent)
    expect(graph.relations['d']?.ext).toEqual({ sadface: { name: 'disagree', pair: 'd' } })
    expect(graph.relations['d-2']?.ext).toEqual({ sadface: { name: 'disagree', pair: 'd', id: 'd' } })
  })

  it('reads the fields of 0.1, which stand at the top', async () => {
    const text = JSON.stringify({ title: 'Old', id: 'd', nodes: [], edges: [], resources: [] })
    expect((await importOf(readSadface, text)).graph.title).toBe('Old')
  })

  it('lists steps that lack something, keeps them, and offers to complete them', async () => {
    const text = document(
      '0.2',
      [atom('a'), { id: 's', type: 'scheme', name: 'support' }, { id: 'x' }],
      [edge('a', 's'), edge('a', 'gone'), { id: 'e' }],
    )
    const { graph, notes, offers } = await importOf(readSadface, text)
    expect(graph.relations).toEqual({})
    expect(notes.map(({ place }) => place)).toEqual(['nodes.2', 'edges.2', undefined, 'edges.1', 'nodes.1'])
    const completed = offers.find(({ id }) => id === 'complete-relations')?.apply(graph)
    expect(completed && relationsOf(completed)).toEqual(['a supports missing', 'a supports missing-2'])
  })

  it('makes ids where those of the file cannot be ids, and keeps those', async () => {
    const text = document('0.5', [atom('__proto__'), atom('a b')], [])
    const { graph } = await importOf(readSadface, text)
    expect(Object.values(graph.nodes).map(({ ext }) => ext)).toEqual([
      { sadface: { id: '__proto__' } },
      { sadface: { id: 'a b' } },
    ])
  })

  it('leaves out what no document can hold', async () => {
    const text = old.replace('"note": "x"', '"__proto__": {"polluted": true}')
    const { graph } = await importOf(readSadface, text)
    expect(graph.relations['t']?.ext).toEqual({ sadface: { name: 'conflict' } })
  })

  it('refuses other files', async () => {
    expect(await errorOf(readSadface, old.slice(0, 300))).toContain('unreadable: The file is not whole JSON')
    expect(await errorOf(readSadface, '{"nodes":[]}')).toContain('unreadable: The file is no SADFace')
    expect(await errorOf(readSadface, oversized('{'))).toContain('tooLarge')
    expect(await errorOf(readSadface, '['.repeat(100_000))).toContain('unreadable')
  })

  it('gives a valid graph or an error whatever is broken', async () => {
    const words = ['"atom"', 'conflict', '[]', 'null', '{"id":"a"}', '"s"', '0.5']
    expect(await readBroken(readSadface, [old, recent], words)).toBeGreaterThan(100)
  })
})

for (const { name, text } of corpusFiles('sadface', '.json')) {
  describe(`the map ${name}`, () => {
    it('is read whole', async () => {
      const { graph, notes } = await importOf(readSadface, text)
      expect(notes).toEqual([])
      expect(Object.keys(graph.nodes)).toHaveLength(4)
      expect(Object.values(graph.relations).map(({ kind, from }) => [kind, from.length])).toEqual([
        ['supports', 2],
        ['attacks', 1],
      ])
    })
  })
}
