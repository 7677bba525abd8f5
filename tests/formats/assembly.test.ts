import { describe, expect, it } from 'vitest'
import { Assembly } from '../../src/formats/assembly.ts'
import type { Imported } from '../../src/formats/conversion.ts'
import { inOrder } from '../../src/model/order.ts'
import { expectSound, relationsOf } from '../support/reader-laws.ts'

function finish(assembly: Assembly): Imported {
  const result = assembly.finish()
  if (!result.ok) throw new Error(result.error.message)
  expectSound(result.value.graph)
  return result.value
}

describe('Assembly', () => {
  it('keeps ids that are legal and free, and makes others with the old one in ext', () => {
    const assembly = new Assembly('test')
    assembly.addNode('1', { text: 'A' })
    assembly.addNode('2', { id: 'n1', text: 'B' })
    assembly.addNode('3', { id: 'n1', text: 'C' })
    assembly.addNode('4', { id: '__proto__', text: 'D' })
    const { nodes } = finish(assembly).graph
    expect(Object.entries(nodes).map(([id, { text, ext }]) => [id, text, ext])).toEqual([
      ['n1-2', 'A', undefined],
      ['n1', 'B', undefined],
      ['n1-3', 'C', { test: { id: 'n1' } }],
      ['__proto__-2', 'D', { test: { id: '__proto__' } }],
    ])
  })

  it('keeps the order of the file where ids are all digits', () => {
    const assembly = new Assembly('test')
    for (const id of ['7', 'a', '2']) assembly.addNode(id, { id, text: id })
    expect(inOrder(finish(assembly).graph.nodes)).toEqual(['7', 'a', '2'])
  })

  it('takes ends that are added later', () => {
    const assembly = new Assembly('test')
    assembly.addRelation('r', { kind: 'attacks', from: ['b'], to: 's' })
    assembly.addRelation('s', { kind: 'supports', from: ['a'], to: 'c' })
    for (const id of ['a', 'b', 'c']) assembly.addNode(id, { id, text: id })
    const { graph, notes } = finish(assembly)
    expect(relationsOf(graph)).toEqual(['b attacks r2', 'a supports c'])
    expect(graph.nodes['b']?.kind).toBe('counterpoint')
    expect(notes).toEqual([])
  })

  it('lists, keeps and offers to complete what makes no relation, with all that points at it', () => {
    const assembly = new Assembly('test')
    for (const id of ['a', 'b']) assembly.addNode(id, { id, text: id })
    assembly.addNode('note', { id: 'note', kind: 'note', text: 'x' })
    assembly.addRelation('none', { id: 'none', kind: 'supports', from: [], to: 'a', own: { from: 'file' } })
    assembly.addRelation('nowhere', { id: 'nowhere', kind: 'supports', from: ['a'], to: undefined })
    assembly.addRelation('itself', { id: 'itself', kind: 'supports', from: ['a', 'b'], to: 'a' })
    assembly.addRelation('onto', { id: 'onto', kind: 'attacks', from: ['b'], to: 'nowhere' })
    assembly.addRelation('circle', { id: 'circle', kind: 'attacks', from: ['b'], to: 'circle' })
    assembly.addRelation('kinds', { id: 'kinds', kind: 'supports', from: ['note'], to: 'a' })
    const { graph, notes, offers } = finish(assembly)
    expect(graph.relations).toEqual({})
    expect(notes).toHaveLength(6)
    expect(graph.ext?.['test']).toEqual({
      incomplete: [
        { id: 'none', kind: 'supports', from: [], to: 'a', own: { from: 'file' } },
        { id: 'nowhere', kind: 'supports', from: ['a'] },
        { id: 'itself', kind: 'supports', from: ['b'], to: 'a' },
        { id: 'onto', kind: 'attacks', from: ['b'] },
        { id: 'circle', kind: 'attacks', from: ['b'] },
        { id: 'kinds', kind: 'supports', from: ['note'], to: 'a' },
      ],
    })
    const [offer] = offers
    const completed = offer?.apply(graph)
    expect(offer?.label).toBe('Put 5 incomplete relations on the map')
    expect(completed && relationsOf(completed)).toEqual([
      'missing supports a',
      'a supports missing-2',
      'b supports a',
      'b attacks missing-3',
      'b attacks missing-4',
    ])
    expect(completed?.relations['none']?.ext).toEqual({ test: { from: 'file' } })
    expect(completed?.ext).toEqual({
      test: { incomplete: [{ id: 'kinds', kind: 'supports', from: ['note'], to: 'a' }] },
    })
  })

  it('leaves out what no document can hold, and says so', () => {
    const assembly = new Assembly('test')
    assembly.addNode('a', {
      text: 'A',
      own: JSON.parse('{"__proto__": {"x": 1}}') as Record<string, unknown>,
    })
    const { graph, notes } = finish(assembly)
    expect(graph.nodes).toEqual({ n1: { kind: 'claim', text: 'A' } })
    expect(notes).toHaveLength(1)
  })

  it('names at most five hundred notes', () => {
    const assembly = new Assembly('test')
    for (let index = 0; index < 600; index += 1) assembly.note('Something.')
    const { notes } = finish(assembly)
    expect(notes).toHaveLength(501)
    expect(notes.at(-1)?.message).toBe('There are 100 more notes like these.')
  })

  it('refuses more records, and longer texts, than can be worked with', () => {
    const many = new Assembly('test')
    for (let index = 0; index <= 100_000; index += 1) many.addNode(`${index}`, { text: '' })
    const long = new Assembly('test')
    long.addNode('a', { text: 'x'.repeat(100_001) })
    expect([many, long].map((one) => one.finish())).toMatchObject([
      { ok: false, error: { kind: 'tooLarge' } },
      { ok: false, error: { kind: 'tooLarge' } },
    ])
  })
})
