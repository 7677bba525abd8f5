import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { readCarneades } from '../../../src/formats/carneades/read-yaml.ts'
import { nearestWeight } from '../../../src/formats/carneades/weights.ts'
import { corpusFiles } from '../../support/corpus.ts'
import { errorOf, importOf, oversized, readBroken, relationsOf } from '../../support/reader-laws.ts'

const lanes = `meta: { title: Lanes, notes: Made up. }
statements:
  keep: Keep the lanes.
  remove: { text: Remove the lanes. }
  d: { text: Delay fell., assumed: true }
  w: Delay is what riders mind.
  u: The trial was odd.
  summer: It ran in summer.
  ¬app(a2): ¬app(a2)
arguments:
  a1: { scheme: cumulative, conclusion: keep, premises: { datum: d, warrant: w }, undercutter: u, weight: 0.5 }
  a2: { conclusion: w, premises: [d], undercutter: ¬app(a2) }
  a2.1: { conclusion: ¬app(a2), premises: [summer] }
issues:
  i1: { positions: [keep, remove], standard: PE }
assumptions: [w]
tests: { in: [d] }
`

describe('readCarneades', () => {
  it('reads statements and arguments, linked premises together', async () => {
    const { graph } = await importOf(readCarneades, lanes)
    expect(graph.title).toBe('Lanes')
    expect(graph.description).toBe('Made up.')
    expect(graph.nodes['keep']?.text).toBe('Keep the lanes.')
    expect(graph.relations['a1']).toMatchObject({ kind: 'supports', from: ['d', 'w'], to: 'keep' })
  })

  it('takes what is assumed or listed as assumed for assumptions, and guesses no other kind', async () => {
    const { graph } = await importOf(readCarneades, lanes)
    expect(['d', 'w', 'keep'].map((id) => graph.nodes[id]?.kind)).toEqual([
      'assumption',
      'assumption',
      'claim',
    ])
  })

  it('attacks an argument with its undercutter, or with what speaks for a placeholder', async () => {
    const { graph } = await importOf(readCarneades, lanes)
    expect(relationsOf(graph)).toContain('u attacks a1')
    expect(relationsOf(graph)).toContain('summer attacks a2')
    expect(Object.values(graph.nodes).some(({ text }) => text.includes('app('))).toBe(false)
  })

  it('sets the positions of an issue against each other, both ways', async () => {
    const { graph } = await importOf(readCarneades, lanes)
    expect(relationsOf(graph)).toContain('keep attacks remove')
    expect(relationsOf(graph)).toContain('remove attacks keep')
  })

  it('keeps schemes, roles, weights, standards and expected labels for Carneades', async () => {
    const { graph } = await importOf(readCarneades, lanes)
    expect(graph.relations['a1']).toMatchObject({
      weight: 'weak',
      ext: { carneades: { scheme: 'cumulative', weight: 0.5, roles: { datum: 'd', warrant: 'w' } } },
    })
    expect(graph.ext).toMatchObject({ carneades: { tests: { in: ['d'] } } })
  })

  it('names keys as YAML 1.2 does: no is a word', async () => {
    const { graph } = await importOf(readCarneades, 'statements: { no: Not at all., yes: Yes. }\n')
    expect(Object.values(graph.nodes).map(({ text }) => text)).toEqual(['Not at all.', 'Yes.'])
  })

  it('adds statements that are only used, and says so', async () => {
    const { graph, notes } = await importOf(
      readCarneades,
      'statements: { a: A. }\narguments: { a1: { conclusion: a, premises: [ghost] } }\n',
    )
    expect(graph.nodes['ghost']?.text).toBe('ghost')
    expect(notes[0]?.message).toContain('“ghost”')
  })

  it('says what rules without arguments would need', async () => {
    const { notes } = await importOf(readCarneades, 'statements: { a: A. }\nargument_schemes:\n  - id: r1\n')
    expect(notes[0]?.message).toContain('Let Carneades evaluate it')
  })

  it('refuses duplicate keys, alias bombs, depth and size with a sentence', async () => {
    expect(await errorOf(readCarneades, 'statements:\n  a: A.\n  a: B.\n')).toContain('unreadable line 3')
    const bomb = `statements: { a: A. }\nx0: &x0 [1,2]\n${Array.from({ length: 12 }, (_, index) => `x${index + 1}: &x${index + 1} [${`*x${index},`.repeat(12)}]`).join('\n')}\n`
    expect(await errorOf(readCarneades, bomb)).toContain('refused')
    const deep = `statements: { a: A. }\nx: ${'['.repeat(50_000)}${']'.repeat(50_000)}`
    expect(await errorOf(readCarneades, deep)).toContain('tooDeep')
    expect(await errorOf(readCarneades, oversized('statements: '))).toContain('tooLarge')
    expect(await errorOf(readCarneades, 'name: left-pad\n')).toContain('statements:')
  })

  it('reaches no prototype through keys of the file', async () => {
    const { graph } = await importOf(readCarneades, 'statements: { __proto__: Hello., constructor: Ho. }\n')
    expect(Object.values(graph.nodes).map(({ text }) => text)).toEqual(['Hello.', 'Ho.'])
    expect(({} as Record<string, unknown>)['text']).toBeUndefined()
  })

  it('never throws, and gives valid graphs, whatever becomes of a file', async () => {
    const words = ['premises: ', 'undercutter: ', '¬app(a1)', '[d, w]', '&x ', '*x', '- ']
    expect(await readBroken(readCarneades, [lanes], words)).toBeGreaterThan(100)
  })
})

describe('nearestWeight', () => {
  it('takes the word that is nearest', () => {
    expect([1, 0.9, 0.7, 0.5, 0.1, 0].map(nearestWeight)).toEqual([
      'strong',
      'strong',
      'partial',
      'weak',
      'weak',
      'weak',
    ])
  })
})

for (const { name, text } of corpusFiles('carneades-yaml', '.yml')) {
  describe(`the file ${name}`, () => {
    it('has every statement but placeholders, and every argument', async () => {
      const { graph } = await importOf(readCarneades, text)
      const file = parse(text) as {
        statements: Record<string, unknown>
        arguments?: Record<string, unknown>
      }
      const statements = Object.keys(file.statements).filter((id) => !id.startsWith('¬app('))
      expect(Object.keys(graph.nodes)).toHaveLength(statements.length)
      const inferences = Object.values(graph.relations).filter(
        ({ ext }) => !JSON.stringify(ext ?? {}).includes('"issue"'),
      )
      expect(inferences).toHaveLength(Object.keys(file.arguments ?? {}).length)
    })
  })
}
