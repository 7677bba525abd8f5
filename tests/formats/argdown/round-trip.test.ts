import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readArgdown } from '../../../src/formats/argdown/read.ts'
import { writeArgdown } from '../../../src/formats/argdown/write.ts'
import { writeGraph } from '../../../src/formats/json/write.ts'
import type { ArgumentGraph } from '../../../src/model/graph.ts'
import { arbitraryGraph } from '../../support/arbitrary-graph.ts'
import { coreModel } from './core-model.ts'

/** Texts full of marks that mean something in Argdown, YAML or both: one piece a line. */
const pieces = [
  '# * _ [ ] ( ) < > { } @ \\ / // /* */ : . , ; % ! & | ? ~ + - = -- === -> +> >< _> <_ <!-- --> " \''.split(
    ' ',
  ),
  '#x #(x [a]: <b> <b>: 1. .~. :+1: .A. e.g. {x:1} @include(a) word Wort 字 كلمة 👩‍👩‍👧 www.example.org'.split(
    ' ',
  ),
  [
    '\n',
    '\n\n',
    '\n===\n',
    ' ',
    '  ',
    '\t',
    '(1) ',
    '} ',
    '{x: 1} ',
    '\u2028',
    '\u00A0',
    '\uFEFF',
    '--\nx\n--\n',
  ],
].flat()
const marks = fc.array(fc.constantFrom(...pieces), { maxLength: 14 }).map((parts) => parts.join(''))

async function contentOf(graph: ArgumentGraph): Promise<string> {
  const { content } = await writeArgdown(graph)
  expect(typeof content).toBe('string')
  return String(content)
}

async function graphIn(text: string): Promise<ArgumentGraph> {
  const read = await readArgdown(text)
  if (!read.ok) throw new Error(`${read.error.place ?? ''} ${read.error.message}\n${text}`)
  return read.value.graph
}

describe('a graph written as Argdown and read again', () => {
  it.each([
    ['with texts of any kind', arbitraryGraph()],
    ['with texts full of marks', arbitraryGraph({ text: marks, maxNodes: 12 })],
  ])('is the same, byte for byte, %s', async (_, graphs) => {
    await fc.assert(
      fc.asyncProperty(graphs, async (graph) => {
        const again = await graphIn(await contentOf(graph))
        expect(again).toEqual(graph)
        expect(writeGraph(again)).toBe(writeGraph(graph))
      }),
      { numRuns: 200 },
    )
  })

  it('is text that Argdown’s own library reads without error, with a statement for each node and stand-in', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryGraph({ minNodes: 1, text: marks }), async (graph) => {
        const text = await contentOf(graph)
        const core = coreModel(text)
        expect(core.errors).toEqual([])
        const relations = Object.values(graph.relations)
        const shown = relations.filter(({ kind }) => kind === 'supports' || kind === 'attacks')
        const standIns = core.statements.filter(({ tags }) => tags.includes('stand-in'))
        expect(core.statements.length - standIns.length).toBe(Object.keys(graph.nodes).length)
        expect(core.reconstructed.length + core.lines).toBe(shown.length)
        expect(core.frontMatter).toMatchObject({ title: graph.title })
      }),
      { numRuns: 150 },
    )
  })
})
