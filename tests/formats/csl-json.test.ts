import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  explainSourcesError,
  joinSources,
  readSources,
  writeCsl,
  writeSources,
  type ImportedSources,
  type Sources,
  type SourcesError,
} from '../../src/formats/csl-json.ts'
import { emptyGraph } from '../../src/model/graph.ts'
import { sentenceOf } from '../../src/model/problem.ts'
import { validate } from '../../src/model/validate.ts'

const file = readFileSync(new URL('../fixtures/sources.csl.json', import.meta.url), 'utf8')

function imported(text: string, existing?: Sources): ImportedSources {
  const result = readSources(text, existing)
  if (!result.ok) throw new Error(explainSourcesError(result.error))
  return result.value
}

function sourcesIn(text: string): Sources {
  return Object.fromEntries(imported(text).items.map(({ id, source }) => [id, source]))
}

function errorOf(text: string): SourcesError {
  const result = readSources(text)
  if (result.ok) throw new Error('the file was read')
  return result.error
}

describe('readSources', () => {
  it('gives every item a legal id and keeps the one it had', () => {
    const sources = sourcesIn(file)
    expect(Object.keys(sources)).toEqual([
      '17',
      'hurley2019',
      'http:-zotero.org-users-1-items-ABCD',
      'plato',
      'data',
      'toString-2',
    ])
    expect(sources['http:-zotero.org-users-1-items-ABCD']?.ext).toEqual({
      csl: { id: 'http://zotero.org/users/1/items/ABCD' },
    })
    expect(sources['17']?.ext).toEqual({ csl: { id: 17 } })
    expect(sources['hurley2019']).not.toHaveProperty('ext')
    expect(sources['hurley2019']).not.toHaveProperty('id')
    expect(validate({ ...emptyGraph(), sources })).toEqual([])
  })

  it('keeps fields as they were found, markup in titles and legacy names included', () => {
    const sources = sourcesIn(file)
    expect(sources['hurley2019']?.title).toBe(
      'Examining the debt implications of a <i>policy</i> perspective',
    )
    expect(sources['hurley2019']?.['note']).toBe('tex.ids: hurley\nlanguage: en')
    expect(sources['17']).toMatchObject({
      issued: '1998-05',
      shortTitle: '道路',
      custom: { other: { kept: true } },
    })
  })

  it('gives a new id to another source that has the id of one that is there', () => {
    const { items, joins } = imported(
      '[{"id":"a","type":"report","title":"Two"},{"id":"a","type":"report","title":"Three"}]',
      {
        a: { type: 'report', title: 'One' },
      },
    )
    expect(joins).toEqual([])
    expect(items).toEqual([
      { id: 'a-2', source: { type: 'report', title: 'Two', ext: { csl: { id: 'a' } } } },
      { id: 'a-3', source: { type: 'report', title: 'Three', ext: { csl: { id: 'a' } } } },
    ])
  })

  it('offers to join sources of the same DOI, however it is written', () => {
    const existing = { hurley: { type: 'article-journal', DOI: 'https://doi.org/10.24294/JIPD.v3i1.1123' } }
    const { items, joins } = imported(file, existing)
    expect(joins).toMatchObject([{ with: 'hurley', id: 'hurley2019', because: 'same DOI' }])
    expect(items.map(({ id }) => id)).not.toContain('hurley2019')
  })

  it('offers to join sources of the same id and title, within the file too', () => {
    const text =
      '[{"id":"a","type":"report","title":"Bus  <i>Lanes</i>"},{"id":"b","type":"report","title":"x"},{"id":"b","type":"book","title":"X"}]'
    const { items, joins } = imported(text, { a: { type: 'report', title: 'Bus lanes' } })
    expect(items.map(({ id }) => id)).toEqual(['b'])
    expect(joins.map(({ with: there, id, because }) => [there, id, because])).toEqual([
      ['a', 'a-2', 'same id and title'],
      ['b', 'b-2', 'same id and title'],
    ])
  })

  it('says what is wrong with items and offers the rest', () => {
    const error = errorOf(
      '[{"type":"report"},7,{"id":"a","type":"report","__proto__":{"polluted":1}},{"id":"b","type":1,"title":[]},{"id":"c","type":"book","ext":1},{"id":"d","type":"book","id":"e"},{"id":"f","type":"book"}]',
    )
    if (error.kind !== 'invalid') throw new Error(error.kind)
    expect(error.problems.map(sentenceOf)).toEqual([
      '0.id: is missing; give it an id',
      '1: must be an object; take it out, or export the sources again',
      '2.__proto__: "__proto__" is a name that JavaScript reserves; rename it or take it out',
      '3.type: must be a text; write a type there, such as "report"',
      '3.title: must be a text; correct it or take it out',
      '4.ext: must be an object; correct it or take it out',
      '5.id: the name stands twice, again in line 1; rename or delete one of the two',
    ])
    expect(error.rest.items).toEqual([{ id: 'f', source: { type: 'book' } }])
    expect(explainSourcesError(error)).toBe('0.id: is missing; give it an id. There are 6 more problems.')
    expect({}).not.toHaveProperty('polluted')
  })

  it('tells files that hold no sources apart', () => {
    expect(errorOf('{}').kind).toBe('notSources')
    expect(explainSourcesError(errorOf('{}'))).toContain('export the sources as CSL-JSON')
    expect(errorOf('@article{hurley2019,}').kind).toBe('notJson')
    expect(explainSourcesError(errorOf('[{"id": "a"'))).toContain('ends too early')
    expect(errorOf('['.repeat(1000)).kind).toBe('tooDeep')
    expect(errorOf(`[{"id":"a","type":"book","abstract":"${'x'.repeat(100_001)}"}]`)).toMatchObject({
      problems: [{ rule: 'text-too-long', place: '0.abstract' }],
    })
    expect(imported('[]')).toEqual({ items: [], joins: [] })
  })

  it('gives ids to 50,000 items that all have the same', () => {
    const text = `[${Array.from({ length: 50_000 }, () => '{"id":"a","type":"book"}').join()}]`
    expect(imported(text).items.at(-1)?.id).toBe('a-50000')
  })
})

describe('writeSources', () => {
  it('gives the items of a file back as they were, each with its own id', () => {
    const written = JSON.parse(writeSources(sourcesIn(file))) as Record<string, unknown>[]
    const original = JSON.parse(file) as Record<string, unknown>[]
    for (const item of original) {
      const back = written.find(({ id }) => id === item['id'])
      const custom = back?.['custom'] as Record<string, unknown> | undefined
      const { counterpoint: _, ...foreign } = custom ?? {}
      expect({ ...back, custom: foreign }).toEqual({ custom: {}, ...item })
    }
  })

  it('carries what only this program knows, so that reading again gives the same', () => {
    const any = {
      a: { type: 'report', title: 'One', ext: { argdown: { line: 3 } }, custom: { other: 1 } },
      'b.2': { type: 'book', ext: { csl: { id: 'http://x/1', style: 'apa' } } },
      c: { type: 'book', custom: {} },
    }
    expect(sourcesIn(writeSources(any))).toEqual(any)
    expect(sourcesIn(writeSources(sourcesIn(file)))).toEqual(sourcesIn(file))
  })

  it('gives back any sources under the same ids', () => {
    const source = fc.record(
      {
        type: fc.constantFrom('report', 'book'),
        title: fc.string({ unit: 'binary' }).map((title) => `${title}.`),
        issued: fc.constantFrom({ 'date-parts': [[2019]] }, '2019', { raw: 'x' }),
        ext: fc.constantFrom({ aif: { a: 1 } }, { csl: { id: 'odd id' } }, { csl: { id: 4 }, aif: null }),
        custom: fc.constantFrom<unknown>('words', {}, { other: 1 }, { counterpoint: { key: 'z' } }),
        id: fc.constantFrom('another', 7),
      },
      { requiredKeys: ['type'] },
    )
    fc.assert(
      fc.property(fc.dictionary(fc.stringMatching(/^[a-z][a-z0-9-]{0,3}$/), source), (sources) => {
        expect(sourcesIn(writeSources(sources))).toEqual(sources)
      }),
      { numRuns: 300 },
    )
  })
})

describe('writeCsl', () => {
  it('writes the sources and counts what has no place among them', async () => {
    const sources = { a: { type: 'report', title: 'One' } }
    const written = await writeCsl({
      ...emptyGraph(),
      sources,
      nodes: { n: { kind: 'claim', text: 'x' } },
    })
    expect(sourcesIn(String(written.content))).toEqual(sources)
    expect(written.losses).toEqual([{ count: 1, one: 'statement', many: 'statements' }])
  })
})

describe('joinSources', () => {
  it('keeps what is there and adds what is not', () => {
    expect(
      joinSources({ type: 'report', title: 'One' }, { type: 'book', title: 'Two', DOI: '10.1000/1' }),
    ).toEqual({ type: 'report', title: 'One', DOI: '10.1000/1' })
  })
})
