import { describe, expect, it } from 'vitest'
import { readArgdown } from '../../../src/formats/argdown/read.ts'
import { writeArgdown } from '../../../src/formats/argdown/write.ts'
import { writeGraph } from '../../../src/formats/json/write.ts'
import type { ImportError, Imported } from '../../../src/formats/conversion.ts'
import { validate } from '../../../src/model/validate.ts'
import { corpusFiles } from '../../support/corpus.ts'
import { coreModel } from './core-model.ts'

async function imported(text: string): Promise<Imported> {
  const read = await readArgdown(text)
  if (!read.ok) throw new Error(`${read.error.place ?? ''} ${read.error.message}`)
  expect(validate(read.value.graph)).toEqual([])
  return read.value
}

async function refusal(text: string): Promise<ImportError> {
  const read = await readArgdown(text)
  if (read.ok) throw new Error('the text was read')
  return read.error
}

describe('statements', () => {
  it('become nodes under their titles, with kinds and tags from their tags', async () => {
    const { graph } = await imported('[c1]: Keep the bus lanes. #recommendation #(city centre) #traffic')
    expect(graph.nodes).toEqual({
      c1: { kind: 'recommendation', text: 'Keep the bus lanes.', tags: ['city centre', 'traffic'] },
    })
  })

  it('keep their last wording as text and the others beside it', async () => {
    const { graph, notes } = await imported('[a]: Once so.\n\n[b]: Other.\n\n[a]: Now so.\n\n[a]\n  + [b]')
    expect(graph.nodes['a']).toEqual({
      kind: 'claim',
      text: 'Now so.',
      ext: { argdown: { members: ['Once so.'] } },
    })
    expect(notes.map(({ message }) => message)).toEqual([
      expect.stringMatching(/^1 statement has several wordings/),
    ])
  })

  it('get legal ids, and keep the titles they had', async () => {
    const { graph } = await imported(
      '[Bus lanes]: Keep them.\n\nNo title at all.\n\n[constructor]\n\n[2]: Two.\n\n[1]: One.',
    )
    expect(Object.entries(graph.nodes).map(([id, { text, ext }]) => [id, text, ext])).toEqual([
      ['1', 'One.', undefined],
      ['2', 'Two.', undefined],
      ['Bus-lanes', 'Keep them.', { argdown: { title: 'Bus lanes' } }],
      ['s1', 'No title at all.', undefined],
      ['constructor-2', 'constructor', { argdown: { title: 'constructor' } }],
    ])
    const order = Object.entries(graph.nodes).sort(([, a], [, b]) =>
      (a.order ?? '') < (b.order ?? '') ? -1 : 1,
    )
    expect(order.map(([id]) => id)).toEqual(['Bus-lanes', 's1', 'constructor-2', '2', '1'])
  })

  it('named like what JavaScript reserves touch nothing but themselves', async () => {
    const { graph } = await imported(
      '[__proto__]: Polluted. #__proto__\n\n<toString>: Sketch.\n  + [valueOf]: Value.',
    )
    expect(Object.values(graph.nodes).map(({ text }) => text)).toEqual(['Polluted.', 'Sketch.', 'Value.'])
    expect(Object.keys(graph.nodes).map((id) => id in {})).toEqual([false, false, false])
    expect(({} as Record<string, unknown>)['members']).toBeUndefined()
  })

  it('have links as Markdown, no emphasis, and tags within the sentence as words', async () => {
    const { graph, notes } = await imported(
      '[a]: See *the* [report](https://example.org/r) on #traffic today. #evidence',
    )
    expect(graph.nodes['a']).toEqual({
      kind: 'evidence',
      text: 'See the [report](https://example.org/r) on #traffic today.',
      tags: ['traffic'],
    })
    expect(notes.map(({ message }) => message)).toEqual([
      '1 passage in bold or italics is read as plain text.',
    ])
  })

  it('that only attack are counterpoints, unless a tag says otherwise', async () => {
    const { graph } = await imported(
      '[a]: A.\n  - [b]: B.\n  - [c]: C. #evidence\n  - [d]: D.\n\n[e]: E.\n  + [d]',
    )
    expect(Object.values(graph.nodes).map(({ kind }) => kind)).toEqual([
      'claim',
      'counterpoint',
      'evidence',
      'claim',
      'claim',
    ])
  })

  it('tagged as issues or notes are claims where they take part in the argument', async () => {
    const { graph, notes } = await imported(
      '[q]: Should they stay? #issue\n  + [r]: Yes. #recommendation\n\n[n]: Aside. #note\n  + [m]: More. #note\n\n[x]: Alone. #note',
    )
    expect(Object.entries(graph.nodes).map(([id, { kind, tags }]) => [id, kind, tags])).toEqual([
      ['q', 'issue', undefined],
      ['r', 'recommendation', undefined],
      ['n', 'claim', ['note']],
      ['m', 'claim', ['note']],
      ['x', 'note', undefined],
    ])
    expect(Object.values(graph.relations).map(({ kind }) => kind)).toEqual(['addresses', 'supports'])
    expect(notes).toHaveLength(2)
  })
})

describe('relations', () => {
  it('run in the direction of their sign, in the order of the file', async () => {
    const { graph } = await imported(
      '[p]: P.\n  + [a]: A.\n  - [b]: B.\n    + [e]: E.\n  +> [c]: C.\n  -> [d]: D.',
    )
    expect(
      Object.values(graph.relations).map(({ kind, from, to }) => `${from.join()} ${kind} ${to}`),
    ).toEqual(['a supports p', 'b attacks p', 'e supports b', 'p supports c', 'p attacks d'])
  })

  it('of contradiction are two objections tied together', async () => {
    const { graph } = await imported('[a]: A.\n  >< [b]: B.')
    expect(graph.relations).toEqual({
      r1: { kind: 'attacks', from: ['a'], to: 'b', ext: { argdown: { pair: 'r1', type: 'contradictory' } } },
      r2: { kind: 'attacks', from: ['b'], to: 'a', ext: { argdown: { pair: 'r1', type: 'contradictory' } } },
    })
  })

  it('in strict mode are entailments and contraries', async () => {
    const text = '[a]: A.\n  + [b]: B.\n  - [c]: C.\n\n[c]\n  - [a]'
    const kinds = async (front: string): Promise<string[]> =>
      Object.values((await imported(`${front}${text}`)).graph.relations).map(
        ({ kind, ext }) => `${kind} ${JSON.stringify(ext?.['argdown'])}`,
      )
    expect(await kinds('===\nmodel:\n  mode: strict\n===\n\n')).toEqual([
      'supports undefined',
      'attacks {"pair":"r2","type":"contrary"}',
      'attacks {"pair":"r2","type":"contrary"}',
    ])
    expect(await kinds('===\nmode: strict\n===\n\n')).toEqual([
      'supports undefined',
      'attacks undefined',
      'attacks undefined',
    ])
  })

  it('of an argument with premises are its steps, with rule, weight, warrant and description', async () => {
    const { graph } = await imported(
      '<Delay>: The gist.\n\n(1) [e]: E.\n(2) [a]: A.\n--\nCause to  effect {weight: weak, warrant: "So it is.", uses: [1]}\n--\n(3) [c]: C.\n(4) [b]: B.\n--\nmodus ponens, other rule\n--\n(5) [d]: D.',
    )
    expect(Object.entries(graph.relations)).toEqual([
      [
        'Delay-step',
        {
          kind: 'supports',
          from: ['e'],
          to: 'c',
          weight: 'weak',
          scheme: 'cause-to-effect',
          warrant: 'So it is.',
          ext: { argdown: { data: { uses: [1] } } },
        },
      ],
      [
        'Delay',
        {
          kind: 'supports',
          from: ['c', 'b'],
          to: 'd',
          note: 'The gist.',
          ext: { argdown: { rules: ['modus ponens', 'other rule'] } },
        },
      ],
    ])
  })

  it('to a reconstructed argument, and undercuts, point at its inference', async () => {
    const { graph } = await imported(
      '<r>\n\n(1) [e]: E.\n-----\n(2) [c]: C.\n\n<r>\n  <_ [k]: K.\n  + [b]: B.\n\n[x]: X.\n  _> <r>',
    )
    expect(
      Object.values(graph.relations).map(({ kind, from, to }) => `${from.join()} ${kind} ${to}`),
    ).toEqual(['e supports c', 'k attacks r', 'b supports r', 'x attacks r'])
  })

  it('that undercut a statement with one inference point at that, and are objections otherwise', async () => {
    const { graph, notes } = await imported(
      '[p]: P.\n  + [a]: A.\n    <_ [k]: K.\n  + <s>: S.\n    <_ [l]: L.\n\n[q]: Q.\n  <_ [m]: M.',
    )
    const ids = Object.entries(graph.relations).map(([id, { from, to }]) => [from.join(), id, to])
    expect(ids.map(([from, , to]) => [from, ids.find(([, id]) => id === to)?.[0] ?? to])).toEqual([
      ['a', 'p'],
      ['k', 'a'],
      ['s', 'p'],
      ['l', 's'],
      ['m', 'q'],
    ])
    expect(notes.map(({ place, message }) => `${place ?? ''}: ${message}`)).toEqual([
      expect.stringMatching(/^line 8: .*not clear which inference/),
    ])
  })

  it('that undercut each other in a circle end at statements', async () => {
    const { graph, notes } = await imported('[a]: A.\n  <_ [b]: B.\n    <_ [a]')
    expect(Object.values(graph.relations).map(({ to }) => to)).toEqual(['a', 'b'])
    expect(notes).toHaveLength(2)
  })
})

describe('the document', () => {
  it('has title, description and settings from the front matter, and headings as sections', async () => {
    const { graph } = await imported(
      '===\ntitle: Bus lanes\nabstract: What speaks for them.\nauthor: A. B.\n===\n\n[z]: Before.\n\n# Costs\n\n[a]: A.\n  + [z]\n\n## Shops {isGroup: true}\n\n[b]: B.',
    )
    expect(graph).toMatchObject({
      title: 'Bus lanes',
      description: 'What speaks for them.',
      ext: { argdown: { frontMatter: { author: 'A. B.' } } },
      sections: {
        Costs: { title: 'Costs' },
        Shops: { title: 'Shops', ext: { argdown: { level: 2, data: { isGroup: true } } } },
      },
    })
    expect(Object.values(graph.nodes).map(({ section }) => section)).toEqual([undefined, 'Costs', 'Shops'])
  })

  it('offers to read unsupported premises as assumptions', async () => {
    const { graph, offers } = await imported('[a]: A.\n  + [b]: B.\n    - [c]: C.')
    expect(offers[0]?.apply(graph).nodes['b']?.kind).toBe('assumption')
  })

  it('is read with the line ends of any system, and with a byte order mark', async () => {
    const text = '# H\n\n[a]: A\n  goes on.\n  + [b]: B.\n'
    const { graph } = await imported(text)
    expect((await imported(text.replaceAll('\n', '\r\n'))).graph).toEqual(graph)
    expect((await imported(`\uFEFF${text.replaceAll('\n', '\r')}`)).graph).toEqual(graph)
  })
})

describe('a text that is not read', () => {
  it.each([
    ['no Argdown', '- [a]: A.', 'unreadable', 'line 1'],
    ['a step without premises', '[a]: A.\n\n-----\n(1) x', 'unreadable', 'line 3'],
    ['broken data', '[a]: A.\n\n[b]: B. {a: [}', 'unreadable', 'line 3'],
    ['YAML with aliases', '===\na: &x [1]\nb: *x\n===\n\n[a]: A.', 'unreadable', 'line 1'],
    ['a backslash before nothing', '[a]: A.\n\n[b]: B \\\nC', 'unreadable', 'line 3'],
    [
      'two reconstructions of one argument',
      '<a>\n\n(1) p\n-----\n(2) q\n\n<a>\n\n(1) p\n-----\n(2) q',
      'unreadable',
      undefined,
    ],
    ['@include', '[a]: A.\n\n@include(other.argdown)', 'refused', 'line 3'],
    ['nothing at all', ' \n', 'unreadable', undefined],
  ])('with %s says why and where', async (_, text, kind, place) => {
    const error = await refusal(text)
    expect([error.kind, error.place]).toEqual([kind, place])
    expect(error.message).toMatch(/^[A-Z].*[;:].*\.$/)
  })

  it.each([
    ['{', 20_000],
    ['[', 20_000],
    ['[x](', 20_000],
    ['#(', 20_000],
    ['<', 20_000],
    ['<!-- ', 20_000],
    ['/* ', 20_000],
  ])('because it opens %s many times and closes none is refused before it is parsed', async (mark, times) => {
    expect(await refusal(mark.repeat(times))).toMatchObject({ kind: 'refused', place: 'line 1' })
  })

  it('because it is nested too deeply says so, and spoils nothing for the next one', async () => {
    const steps = Array.from({ length: 600 }, (_, level) => `${' '.repeat(level + 1)}+ [a${level}]: A.`)
    expect((await refusal(`[a]: A.\n${steps.join('\n')}`)).kind).toBe('tooDeep')
    expect((await refusal('*a '.repeat(1500))).kind).toBe('tooDeep')
    expect((await refusal('[a]: A.\nB\n'.repeat(20_000))).kind).toBe('tooDeep')
    expect(Object.keys((await imported('[a]: A.\n  + [b]: B.')).graph.nodes)).toEqual(['a', 'b'])
  })
})

/** Every Argdown file of the folder of real maps, none where that is absent. */
const files = ['argdown/examples', 'argdown/parser-inputs', 'argdown-wicked-crypto'].flatMap((folder) =>
  corpusFiles(folder, '.argdown', '.ad'),
)
const broken = new Set(['lexer-lists.argdown', 'lexer-relations.argdown'])

describe.each(files.filter(({ name }) => !broken.has(name)))('the real file $name', ({ text }) => {
  it('has the statements, arguments, relations and headings that Argdown’s own library counts', async () => {
    const core = coreModel(text)
    expect(core.errors).toEqual([])
    const { graph } = await imported(text)
    const symmetric = core.relations.filter(({ type }) => type.startsWith('contra')).length
    expect([graph.nodes, graph.relations, graph.sections].map((table) => Object.keys(table).length)).toEqual([
      core.statements.length + core.sketches.length,
      core.inferences + core.relations.length + symmetric,
      core.headings,
    ])
  })

  it('comes back from Argdown as the same graph, which the library can read too', async () => {
    const { graph } = await imported(text)
    const written = String((await writeArgdown(graph)).content)
    expect(writeGraph((await imported(written)).graph)).toBe(writeGraph(graph))
    expect(coreModel(written).errors).toEqual([])
  })
})

describe.each(files.filter(({ name }) => broken.has(name)))('the broken file $name', ({ text }) => {
  it('is refused with a place, as by Argdown’s own library', async () => {
    expect(coreModel(text).errors).not.toEqual([])
    const { kind, place } = await refusal(text)
    expect(kind).toBe('unreadable')
    expect(place).toMatch(/^line \d+$/)
  })
})
