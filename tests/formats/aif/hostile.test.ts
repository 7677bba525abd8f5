import { describe, expect, it } from 'vitest'
import { aif, errorOf, read, writtenEdges, type Json } from '../../support/nodesets.ts'

const delay = ['a', 'I', 'Delay fell.'] as const
const lanes = ['b', 'I', 'Keep the lanes.'] as const

describe('readAif of broken and hostile files', () => {
  it('makes legal ids and writes the old ones', async () => {
    const imported = await read(
      aif(
        [
          ['x y', 'I', 'One'],
          ['x-y', 'I', 'Two'],
          ['constructor', 'RA'],
        ],
        [
          ['x y', 'constructor'],
          ['constructor', 'x-y'],
        ],
      ),
    )
    expect(Object.keys(imported.graph.nodes)).toEqual(['x-y-2', 'x-y'])
    expect(await writtenEdges(imported)).toEqual(['constructor x-y', 'x y constructor'])
  })

  it('survives ids and fields that JavaScript reserves', async () => {
    const text = `{"nodes":[{"nodeID":"__proto__","type":"I","text":"x","__proto__":{"polluted":1},"constructor":2},
      {"nodeID":"toString","type":"RA","text":"RA"},{"nodeID":"b","type":"I","text":"b"},{"nodeID":"y","type":"YA","prototype":1}],
      "edges":[{"fromID":"__proto__","toID":"toString"},{"fromID":"toString","toID":"b"}],"__proto__":{"a":1},"constructor":{}}`
    const { graph, notes } = await read(text)
    expect(Object.keys(graph.nodes)).toEqual(['__proto__-2', 'b'])
    expect(({} as Json)['polluted']).toBeUndefined()
    expect(notes.map(({ message }) => message).join()).toContain('JavaScript reserves')
  })

  it('keeps HTML as text', async () => {
    const { graph } = await read(aif([['a', 'I', '<img src=x onerror=alert(1)>&amp;']], []))
    expect(graph.nodes['a']?.text).toBe('<img src=x onerror=alert(1)>&amp;')
  })

  it('keeps a second node with the same id, and edges to the first', async () => {
    const imported = await read(
      aif(
        [delay, ['a', 'I', 'Twin'], lanes, ['s', 'RA'], ['s', 'RA']],
        [
          ['a', 's'],
          ['s', 'b'],
        ],
      ),
    )
    expect(imported.graph.nodes['a-2']?.text).toBe('Twin')
    expect(imported.graph.relations['s']?.from).toEqual(['a'])
    expect(imported.notes.filter(({ message }) => message.includes('Two nodes have this id'))).toHaveLength(2)
  })

  it('keeps dangling and repeated edges aside and says how many', async () => {
    const { graph, notes } = await read(
      aif(
        [delay, lanes, ['s', 'RA']],
        [
          ['a', 's'],
          ['a', 's'],
          ['s', 'b'],
          ['a', 'gone'],
          ['gone', 'b'],
        ],
      ),
    )
    expect(graph.relations['s']?.from).toEqual(['a'])
    const messages = notes.map(({ message }) => message).join('\n')
    expect(messages).toContain('2 edges lead from or to nodes that are not there')
    expect(messages).toContain('1 edge repeats another one')
  })

  it('leaves out what is no record, and says where it stands', async () => {
    const text =
      '{"nodes":[null,7,{"text":"x"},{"nodeID":"a","type":"I","text":null}],"edges":[{"fromID":"a"}],"locutions":{}}'
    const { graph, notes } = await read(text)
    expect(graph.nodes).toEqual({ a: { kind: 'claim', text: '' } })
    expect(notes.map(({ place }) => place)).toEqual(['nodes.0', 'nodes.1', 'nodes.2', 'edges.0', 'locutions'])
  })

  it.each([
    ['no JSON', 'nodes', 'unreadable'],
    ['JSON that is cut off', '{"nodes":[{"nodeID":"1"', 'unreadable'],
    ['JSON of another kind', '{"format":"counterpoint"}', 'unreadable'],
    ['a list', '[]', 'unreadable'],
    ['deep nesting', `{"nodes":${'['.repeat(50_000)}${']'.repeat(50_000)}}`, 'tooDeep'],
    ['a text that is too long', aif([['a', 'I', 'x'.repeat(100_001)]], []), 'tooLarge'],
  ])('refuses %s', async (_, text, kind) => {
    const error = await errorOf(text)
    expect(error.kind).toBe(kind)
    expect(error.message).toMatch(/\.$/)
  })

  it('reads a hundred thousand nodes and refuses one more', async () => {
    const nodes = Array.from({ length: 100_000 }, (_, index) => [`n${index}`, 'I', 'x'] as const)
    expect(Object.keys((await read(aif(nodes, []))).graph.nodes)).toHaveLength(100_000)
    expect((await errorOf(aif([...nodes, ['more', 'I']], []))).kind).toBe('tooLarge')
  })

  it('refuses a rephrase whose premises and conclusions multiply beyond measure', async () => {
    const ids = Array.from({ length: 200 }, (_, index) => `n${index}`)
    const [early, late] = [ids.slice(0, 100), ids.slice(100)]
    const edges = [...late.map((id) => [id, 'm'] as const), ...early.map((id) => ['m', id] as const)]
    const many = aif([...ids.map((id) => [id, 'I'] as const), ['m', 'MA']], edges)
    expect(Object.keys((await read(many)).graph.relations)).toHaveLength(10_000)
    const wide = Array.from({ length: 1000 }, (_, index) => `w${index}`)
    const tooMany = aif(
      [...wide.map((id) => [id, 'I'] as const), ['m', 'MA']],
      wide.flatMap((id, index) => [index % 2 ? ([id, 'm'] as const) : (['m', id] as const)]),
    )
    expect((await errorOf(tooMany)).kind).toBe('tooLarge')
  })

  it('reads long chains of steps at steps', async () => {
    const chain = Array.from({ length: 5000 }, (_, index) => index)
    const { graph } = await read(
      aif(
        [delay, lanes, ...chain.map((index) => [`s${index}`, 'CA'] as const)],
        chain.flatMap(
          (index) =>
            [
              ['a', `s${index}`],
              [`s${index}`, index === 0 ? 'b' : `s${index - 1}`],
            ] as const,
        ),
      ),
    )
    expect(Object.keys(graph.relations)).toHaveLength(5000)
  })
})
