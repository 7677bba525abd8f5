import { describe, expect, it } from 'vitest'
import { readIccma } from '../../../src/formats/iccma/read.ts'
import { corpusFiles, countMatches } from '../../support/corpus.ts'
import { errorOf, importOf, oversized, readBroken, relationsOf } from '../../support/reader-laws.ts'

const facts = `% argument a corresponds to the sentence Keep the lanes .
arg(a). arg(b).
arg(c).
att(b,a).
sup( c , a ).
`

const numbered = '# one\n# two\n# three\np af 3\n1 2\n2 3\n'

describe('readIccma', () => {
  it('reads facts: attackers first, sentences in comments as texts', async () => {
    const { graph, notes } = await importOf(readIccma, facts)
    expect(relationsOf(graph)).toEqual(['b attacks a', 'c supports a'])
    expect(graph.nodes['a']).toEqual({ kind: 'claim', text: 'Keep the lanes .' })
    expect(graph.nodes['b']).toEqual({ kind: 'counterpoint', text: 'b' })
    expect(notes).toEqual([])
  })

  it('reads ids, a line with #, and pairs; what follows an id is its text', async () => {
    const { graph } = await importOf(readIccma, 'a Keep the lanes.\nb\n#\nb a\n')
    expect(relationsOf(graph)).toEqual(['b attacks a'])
    expect(graph.nodes['a']?.text).toBe('Keep the lanes.')
  })

  it('reads numbers, with names where comments name every argument', async () => {
    const { graph } = await importOf(readIccma, numbered)
    expect(relationsOf(graph)).toEqual(['1 attacks 2', '2 attacks 3'])
    expect(Object.values(graph.nodes).map(({ text }) => text)).toEqual(['one', 'two', 'three'])
    const some = await importOf(readIccma, '# a comment\np af 2\n2 1')
    expect(Object.values(some.graph.nodes).map(({ text }) => text)).toEqual(['1', '2'])
  })

  it('adds arguments that only relations mention, and says so', async () => {
    const { graph, notes } = await importOf(readIccma, 'arg(a).\natt(x,a).\n')
    expect(Object.keys(graph.nodes)).toEqual(['a', 'x'])
    expect(notes.map(({ message }) => message)).toEqual([
      '1 argument is only mentioned in relations and was added.',
    ])
  })

  it('leaves out what attacks itself, and lists it', async () => {
    const { graph, notes } = await importOf(readIccma, 'arg(a).\natt(a,a).\n')
    expect(graph.relations).toEqual({})
    expect(notes.some(({ place }) => place === 'line 2')).toBe(true)
  })

  it('leaves out a fact that is cut off at the end, and no other', async () => {
    const { graph, notes } = await importOf(readIccma, 'arg(a).\narg(b).\natt(b,')
    expect(Object.keys(graph.nodes)).toEqual(['a', 'b'])
    expect(notes[0]?.place).toBe('line 3')
    expect(await errorOf(readIccma, 'arg(a).\natt(b,\narg(b).\n')).toContain('unreadable line 2')
  })

  it('refuses more arguments than can be worked with before it makes them', async () => {
    expect(await errorOf(readIccma, 'p af 999999999\n1 2\n')).toContain('tooLarge')
    expect(await errorOf(readIccma, oversized('arg(a).'))).toContain('tooLarge')
  })

  it('never throws, and gives valid graphs, whatever becomes of a file', async () => {
    const texts = [facts, numbered, 'a x\nb\n#\nb a\n']
    expect(await readBroken(readIccma, texts, ['arg(', 'att(a,b).', '#', 'p af 3', '1 2'])).toBeGreaterThan(
      100,
    )
  })
})

for (const { name, text } of corpusFiles('abstract/apx', '.apx').concat(
  corpusFiles('kennedy-nixon', '.apx'),
)) {
  describe(`the file ${name}`, () => {
    it('has as many arguments and relations as facts', async () => {
      const { graph } = await importOf(readIccma, text)
      expect(Object.keys(graph.nodes)).toHaveLength(countMatches(text, /^arg\(/gm))
      const kinds = Object.values(graph.relations).map(({ kind }) => kind)
      expect(kinds.filter((kind) => kind === 'attacks')).toHaveLength(
        countMatches(text, /^att\(([^,]*),(?!\1\))/gm),
      )
      expect(kinds.filter((kind) => kind === 'supports')).toHaveLength(countMatches(text, /^sup\(/gm))
    })
  })
}

for (const { name, text } of corpusFiles('abstract/af', '.af')) {
  describe(`the file ${name}`, () => {
    it('has as many arguments and attacks as it says', async () => {
      const { graph } = await importOf(readIccma, text)
      expect(Object.keys(graph.nodes)).toHaveLength(Number(/^p af (\d+)/m.exec(text)?.[1]))
      expect(Object.keys(graph.relations)).toHaveLength(countMatches(text, /^\d+ \d+\s*$/gm))
    })
  })
}

for (const { name, text } of corpusFiles('abstract/tgf', '.tgf')) {
  describe(`the file ${name}`, () => {
    it('has as many arguments and attacks as lines before and after the #', async () => {
      const { graph, notes } = await importOf(readIccma, text)
      const [before = '', after = ''] = text.split(/^#\s*$/m)
      expect(Object.keys(graph.nodes)).toHaveLength(countMatches(before, /^\S+/gm))
      const loops = countMatches(after, /^(\S+)\s+\1\s*$/gm)
      expect(Object.keys(graph.relations)).toHaveLength(countMatches(after, /^\S+\s+\S+/gm) - loops)
      expect(notes.length > 0).toBe(loops > 0)
    })
  })
}
