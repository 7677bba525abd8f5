/** `counterpoint convert`: from format to format, through pipes and files, with every loss and decision said. */
import { readFileSync } from 'node:fs'
import { afterAll, describe, expect, it } from 'vitest'
import { formats } from '../../src/formats/formats.ts'
import { writeGraph } from '../../src/formats/json/write.ts'
import { graph } from '../support/graph-builder.ts'
import { openGraph } from '../support/read-graph.ts'
import { Workplace } from './workplace.ts'

const place = new Workplace()
afterAll(() => place.remove())

const document = graph`e1 supports c1; k1 attacks c1`
const map = place.put('map.json', document)

describe('convert', () => {
  it.each(formats.filter(({ writer }) => writer))('writes $id by --to and by extension', async (format) => {
    const written = await (await format.writer?.())?.(document)
    const { status, bytes } = await place.run(['convert', map, '--to', format.id])
    expect(status).toBe(0)
    expect(Buffer.from(bytes)).toEqual(Buffer.from(written?.content ?? ''))
    const [extension] = format.extensions
    const first = formats.find(({ extensions }) => extensions.includes(extension))
    expect(
      await place.run(['convert', map, '-o', place.at(`out/${format.id}/map${extension}`)]),
    ).toMatchObject({ status: 0, output: '' })
    const byExtension =
      extension === '.json' ? writeGraph(document) : (await (await first?.writer?.())?.(document))?.content
    expect(Buffer.from(place.bytesOf(`out/${format.id}/map${extension}`))).toEqual(
      Buffer.from(byExtension ?? ''),
    )
  })

  it('reads standard input and writes standard output', async () => {
    const input = writeGraph(document)
    const { status, output } = await place.run(['convert', '-', '--to', 'counterpoint'], { input })
    expect(status).toBe(0)
    expect(output).toBe(input)
    expect(await place.run(['convert', '-', '--to', 'json', '-o', '-'], { input })).toMatchObject({ output })
  })

  it('says what the format could not carry', async () => {
    const undercut = place.put('undercut.json', {
      ...document,
      relations: {
        ...document.relations,
        r1: { kind: 'supports', from: ['e1'], to: 'c1', warrant: 'Because.' },
      },
    })
    const { status, messages } = await place.run(['convert', undercut, '--to', 'mermaid'])
    expect(status).toBe(0)
    expect(messages).toContainEqual(
      expect.stringMatching(/^undercut\.json: .*1 warrant.* no place in Mermaid\.$/),
    )
  })

  it('does not take a damaged document for whole, and says that it can be repaired', async () => {
    const broken = 'tests/fixtures/broken/dangling-ends.json'
    const { status, output, messages } = await place.run(['convert', broken, '--to', 'counterpoint'])
    expect(status).toBe(1)
    expect(output).toBe('')
    expect(messages).toContainEqual(
      expect.stringMatching(/relations\.r8\.to: there is no node or relation "r77"/),
    )
    expect(messages.at(-1)).toBe(`${broken}: It can be repaired: --repair takes what can be saved.`)
  })

  it('repairs when asked, and says what it dropped', async () => {
    const broken = 'tests/fixtures/broken/dangling-ends.json'
    const { status, output, messages } = await place.run([
      'convert',
      broken,
      '--to',
      'counterpoint',
      '--repair',
    ])
    expect(status).toBe(0)
    expect(messages).toContainEqual(expect.stringMatching(/^\S+:relations\.r8\S*: repaired: /))
    expect(await place.run(['check', '--json', '-'], { input: output })).toMatchObject({ status: 0 })
  })

  it('refuses an offer that the file does not make', async () => {
    const { status, messages } = await place.run(['convert', map, '--to', 'json', '--take', 'magic'])
    expect(status).toBe(1)
    expect(messages).toEqual(['map.json: There is no offer "magic" here: it offers nothing.'])
  })

  it('takes an offer where it is made', async () => {
    const outline = place.put('outlines/a.txt', '- Keep the lanes.\n  - Delay fell.')
    const id = 'read-unsupported-as-assumptions'
    const kinds = (text: string) =>
      Object.values(openGraph(text).nodes)
        .map(({ kind }) => kind)
        .toSorted()
    const before = await place.run(['convert', outline, '--to', 'json'])
    expect(before.messages).toContainEqual(expect.stringContaining(`(--take ${id})`))
    expect(kinds(before.output)).toEqual(['claim', 'claim'])
    const taken = await place.run(['convert', outline, '--to', 'json', '--take', id])
    expect(taken.messages).not.toContainEqual(expect.stringContaining(`--take ${id}`))
    expect(kinds(taken.output)).toEqual(['assumption', 'claim'])
    const words = ['convert', outline, map, '--to', 'json', '--take', id, '-o', place.at('chosen/')]
    expect(await place.run(words)).toMatchObject({ status: 0 })
  })

  it('never writes over its input, however the file is named', async () => {
    const before = readFileSync(map, 'utf8')
    for (const same of [map, place.at('./sub/../map.json')]) {
      const { status, messages } = await place.run(['convert', map, '-o', same])
      expect(status).toBe(2)
      expect(messages).toEqual([
        'counterpoint: the output would replace the input; name another file with -o.',
      ])
    }
    expect(readFileSync(map, 'utf8')).toBe(before)
  })

  it('writes into a folder under the name of the input', async () => {
    place.put('shelf/other.txt', '')
    await place.run(['convert', map, '--to', 'dot', '-o', place.at('shelf')])
    await place.run(['convert', map, '--to', 'dot', '-o', place.at('new-shelf/')])
    expect(place.read('new-shelf/map.dot')).toBe(place.read('shelf/map.dot'))
  })

  it.each([
    ['no format', [map], 'which format? Say it with --to: counterpoint,'],
    ['a name without a format', [map, '-o', 'x.zzz'], 'the name "x.zzz" does not tell the format'],
    ['a picture', [map, '-o', 'x.svg'], 'SVG picture is written by "counterpoint export"'],
    ['several inputs without a folder', [map, map, '--to', 'dot'], 'several inputs need a folder'],
    ['several inputs into a file', [map, map, '--to', 'dot', '-o', map], 'several inputs need a folder, and'],
  ])('is not called with %s', async (_name, words, sentence) => {
    const { status, output, messages } = await place.run(['convert', ...words])
    expect(status).toBe(2)
    expect(output).toBe('')
    expect(messages).toEqual([expect.stringContaining(sentence)])
  })

  it('says where it cannot write', async () => {
    place.put('taken', 'a file')
    const { status, messages } = await place.run(['convert', map, '-o', place.at('taken/map.dot')])
    expect(status).toBe(1)
    expect(messages.at(-1)).toMatch(
      /^map\.json: "taken\/map\.dot" cannot be written: a part of the path is no folder\.$/,
    )
  })
})
