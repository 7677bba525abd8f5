import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { explain, type OpenError } from '../../src/formats/json/open-error.ts'
import { readGraph } from '../../src/formats/json/read.ts'
import { writeGraph } from '../../src/formats/json/write.ts'
import { emptyGraph } from '../../src/model/graph.ts'
import { sentenceOf } from '../../src/model/problem.ts'
import { validate } from '../../src/model/validate.ts'
import { parseGraph } from '../support/graph-builder.ts'

const fixtures = new URL('../fixtures/', import.meta.url)
const version1 = readFileSync(new URL('version-1.json', fixtures), 'utf8')

function broken(name: string): string {
  return readFileSync(new URL(`broken/${name}`, fixtures), 'utf8')
}

function errorOf(text: string, options?: Parameters<typeof readGraph>[1]): OpenError {
  const result = readGraph(text, options)
  if (result.ok) throw new Error('the file opened')
  return result.error
}

function invalid(text: string): Extract<OpenError, { kind: 'invalid' }> {
  const error = errorOf(text)
  if (error.kind !== 'invalid') throw new Error(`the error is "${error.kind}"`)
  return error
}

function header(more: string): string {
  return `{"format":"counterpoint","version":1,"title":"","sources":{},"sections":{},"nodes":{},"relations":{}${more}}`
}

describe('readGraph', () => {
  it('opens a file that uses every feature of version 1', () => {
    const result = readGraph(version1)
    expect(result.ok && Object.keys(result.value.nodes)).toHaveLength(14)
    expect(result.ok && Object.keys(result.value.relations)).toHaveLength(13)
  })

  it('opens a file with a byte order mark and with carriage returns', () => {
    const windows = `\uFEFF${version1.replaceAll('\n', '\r\n')}`
    expect(readGraph(windows)).toEqual(readGraph(version1))
  })

  it('refuses more bytes than the limit, also when the characters are fewer', () => {
    const text = writeGraph(emptyGraph('é'.repeat(100)))
    const bytes = Buffer.byteLength(text)
    expect(readGraph(text, { bytes }).ok).toBe(true)
    expect(errorOf(text, { bytes: bytes - 1 }).kind).toBe('tooLarge')
    expect(explain(errorOf(' '.repeat(25 * 2 ** 20 + 1)))).toBe(
      'The file is larger than 25 MB, the most that can be opened; split the map into several files.',
    )
  })

  it('says line and column of what is not JSON', () => {
    expect(explain(errorOf('{\n  "format" "counterpoint"\n}'))).toBe(
      'The file is not JSON: line 2, column 12, there should be a colon where "counterpoint" stands. Correct that place in a text editor, or choose another file.',
    )
    expect(errorOf('')).toMatchObject({ kind: 'notJson', message: 'the file is empty' })
    expect(errorOf('{"a": 1,}')).toMatchObject({ kind: 'notJson', line: 1, column: 9 })
    expect(errorOf('{"a": 1 // note\n}')).toMatchObject({ message: 'comments are not allowed', column: 9 })
    expect(errorOf('[1] [2]')).toMatchObject({ message: 'nothing should follow the end of the document' })
    expect(errorOf('{"a": "b\nc"}')).toMatchObject({ kind: 'notJson', line: 1, column: 7 })
    expect(errorOf('<html></html>').kind).toBe('notJson')
    expect(errorOf('{"a": NaN}').kind).toBe('notJson')
  })

  it('refuses nesting that is 100,000 levels deep, wherever it stands', () => {
    const deep = '['.repeat(100_000)
    expect(errorOf(deep)).toMatchObject({ kind: 'tooDeep', line: 1, column: 101 })
    expect(errorOf(header(`,"ext":{"a":${deep}${']'.repeat(100_000)}}`)).kind).toBe('tooDeep')
    expect(errorOf('{"a":'.repeat(100_000)).kind).toBe('tooDeep')
    expect(readGraph(header(`,"ext":{"a":${'['.repeat(98)}${']'.repeat(98)}}`)).ok).toBe(true)
  })

  it('tells what is JSON but no argument graph', () => {
    expect(explain(errorOf('[]'))).toBe(
      'The file is JSON, but not an argument graph: it holds no object. Choose a file that was saved by Counterpoint.',
    )
    expect(errorOf('{"nodes": []}')).toMatchObject({ kind: 'notAGraph' })
    expect(explain(errorOf('{"format": "drawing"}'))).toContain('the field "format" is "drawing"')
    expect(explain(errorOf('{"format": 1}'))).toContain('the field "format" is no text')
  })

  it('tells a file from a newer version from one with a wrong version', () => {
    expect(explain(errorOf('{"format": "counterpoint", "version": 7}'))).toBe(
      'The file has format version 7, and this program reads versions up to 1; open it with a newer version of Counterpoint.',
    )
    for (const version of ['0', '-1', '1.5', '"1"', 'null']) {
      const error = invalid(`{"format": "counterpoint", "version": ${version}}`)
      expect(error.problems.map(({ place }) => place)).toEqual(['version'])
    }
    expect(explain(invalid('{"format": "counterpoint"}'))).toMatch(/^version: is missing; add the version/)
  })

  it('says how many problems there are beside the first', () => {
    expect(explain(invalid(broken('dangling-ends.json')))).toBe(
      'nodes.c1.section: there is no section "s9"; name one that exists, or take the field out. There are 5 more problems.',
    )
    expect(explain(invalid(broken('digit-ids.json')))).not.toContain('more problem')
  })

  it('names place and remedy of everything that has the wrong shape', () => {
    const found = invalid(broken('wrong-types.json')).problems.map(sentenceOf)
    expect(found).toHaveLength(34)
    expect(found).toContain('sources: must be an object, not a list; correct it')
    expect(found).toContain('nodes.c2: must be an object, not null; correct it')
    expect(found).toContain('sections.s2.title: is missing; add it: a text in quotation marks')
    expect(found).toContain(
      'nodes.c5.rating: 3 is not in the vocabulary; use high, moderate, low or very-low',
    )
    expect(found).toContain('relations.r1.from: must be a list, not "c1"; correct it')
    expect(found).toContain('relations.r2.from: is empty; name at least one premise, or delete the relation')
  })

  it('does not take an object where a list stands, not even an empty one', () => {
    expect(invalid(header('').replace('"nodes":{}', '"nodes":[]')).problems).toMatchObject([
      { rule: 'wrong-shape', place: 'nodes', wrong: 'must be an object, not a list' },
    ])
  })

  it('refuses more records and longer texts than can be worked with, without a repair', () => {
    const two = writeGraph(parseGraph('c1; c2'))
    expect(readGraph(two, { records: 2, text: 30 }).ok).toBe(true)
    const error = errorOf(two, { records: 1 })
    expect(error).toMatchObject({ kind: 'invalid', problems: [{ rule: 'too-many-records', place: 'nodes' }] })
    expect('repair' in error).toBe(false)
    expect(errorOf(header(`,"description":"${'x'.repeat(100_001)}"`))).toMatchObject({
      problems: [{ rule: 'text-too-long', place: 'description' }],
    })
    expect(readGraph(header(`,"ext":{"xaif":"${'x'.repeat(100_001)}"}`)).ok).toBe(true)
  })

  it('keeps fields it does not know on every level', () => {
    const result = readGraph(version1)
    expect(result.ok && result.value).toMatchObject({
      futureField: ['kept', { as: 'found' }],
      sections: { s2: { color: 'teal' } },
      sources: { trial2024: { custom: { kept: true } } },
      nodes: { c1: { excerpts: [{}, { page: '4' }] } },
      relations: { r13: { later: { deep: [1, 2.5, { x: null }] } } },
      layout: { zoomless: false, pinned: { k1: { by: 'someone' } } },
    })
  })
})

describe('repairs', () => {
  it.each(readdirSync(new URL('broken/', fixtures)))(
    '%s opens only with an offered repair, which validates',
    (name) => {
      const error = errorOf(broken(name))
      if (error.kind !== 'invalid' && error.kind !== 'cutOff') throw new Error(error.kind)
      const repaired = error.repair!
      expect(repaired.dropped.length).toBeGreaterThan(0)
      expect(validate(repaired.graph)).toEqual([])
      const again = readGraph(writeGraph(repaired.graph))
      expect(again.ok).toBe(true)
    },
  )

  function repairOf(name: string) {
    const { repair, problems } = invalid(broken(name))
    return { graph: repair!.graph, dropped: repair!.dropped.map(sentenceOf), problems }
  }

  it('drop a relation with any of its ends, and the relations on it', () => {
    const { graph, dropped } = repairOf('dangling-ends.json')
    expect(Object.keys(graph.relations)).toEqual(['r1'])
    expect(graph.nodes['e1']).toEqual({ kind: 'evidence', text: 'Freight times fell.' })
    expect(dropped).toEqual([
      'nodes.c1.section: there is no section "s9"; it would be dropped',
      'nodes.e1.excerpts.0.source: there is no source "paper"; the excerpt would be dropped',
      'relations.r2.from.1: there is no node "e2"; the relation would be dropped',
      'relations.r8.to: there is no node or relation "r77"; the relation would be dropped',
      'layout.pinned.c9: there is no node "c9"; the entry would be dropped',
      'layout.collapsed.1: there is no node "c9"; the entry would be dropped',
      'relations.r9: it points at "r8", which would be dropped; the relation would be dropped',
      'relations.r10: it points at "r9", which would be dropped; the relation would be dropped',
    ])
  })

  it('keep answers without the nodes they name wrongly, and the other places of what is muted', () => {
    const { graph, dropped } = repairOf('dangling-answers.json')
    expect(graph.nodes['p1']).toEqual({
      kind: 'recommendation',
      text: 'Build the road.',
      scheme: 'positive-consequences',
      questions: { likely: { answer: 'fine' } },
      criteria: { equity: { answer: 'problem' } },
    })
    expect(graph.relations['r1']?.questions).toEqual({ true: { answer: 'fine', text: 'Counted twice.' } })
    expect(graph.relations['r1']).not.toHaveProperty('roles')
    expect(graph.evaluation).toEqual({ ratings: { low: 0.3 } })
    expect(graph.muted).toEqual({ orphan: { at: ['k1', 'r1'] } })
    expect(dropped).toEqual([
      'nodes.p1.criteria.values.answer: is missing; the answer would be dropped',
      'relations.r1.questions.typical.answer: "maybe" is not in the vocabulary; the answer would be dropped',
      'evaluation.ratings.high: must lie between 0.01 and 0.99; it would be dropped',
      'evaluation.ratings.certain: is not in the vocabulary; it would be dropped',
      'muted.off-topic: must be an object, not true; it would be dropped',
      'nodes.p1.questions.likely.by: there is no node "c9"; the entry would be dropped',
      'nodes.p1.criteria.equity.by: there is no node "k9"; the entry would be dropped',
      'relations.r1.roles.case: "p1" is no premise of this relation; the entry would be dropped',
      'relations.r1.questions.true.by: there is no node "r1"; the entry would be dropped',
      'muted.orphan.at.1: there is no node or relation "k9"; the entry would be dropped',
      'muted.orphan.at.2: "k1" is already listed; it would be named once',
    ])
  })

  it('name the remedy for words and numbers outside of their range', () => {
    const { problems } = repairOf('dangling-answers.json')
    const sentences = problems.map(sentenceOf)
    expect(sentences).toContain('nodes.p1.criteria.values.answer: is missing; add it: fine or problem')
    expect(sentences).toContain(
      'evaluation.ratings.certain: is not in the vocabulary; use high, moderate, low, very-low or unrated, or take it out',
    )
  })

  it('turn a node of an unknown kind into a claim and drop what has no word', () => {
    const { graph } = repairOf('unknown-kinds.json')
    expect(graph.nodes['c1']).toEqual({ kind: 'claim', text: 'Roads lower trade costs.' })
    expect(graph.nodes['e1']).toEqual({ kind: 'evidence', text: 'Freight times fell.' })
    expect(graph.relations).toEqual({
      r1: { kind: 'supports', from: ['e1'], to: 'c1' },
      r5: { kind: 'restates', from: ['e1'], to: 'c1' },
      'r5-2': { kind: 'restates', from: ['c1'], to: 'c1' },
    })
  })

  it('keep the last of two records with one id and rename a relation that has the id of a node', () => {
    const { graph, dropped } = repairOf('duplicate-ids.json')
    expect(dropped[1]).toBe(
      'nodes.c1: the name stands twice, again in line 10; only the last one would be kept',
    )
    expect(graph.nodes['c1']?.text).toBe('The second c1.')
    expect(Object.keys(graph.relations)).toEqual(['r1', 'r2-2'])
    expect(graph.layout?.collapsed).toEqual(['c1'])
  })

  it('drop names that could reach a prototype, and give legal ids to the rest', () => {
    const { graph, problems } = repairOf('reserved-keys.json')
    expect(problems.filter(({ rule }) => rule === 'reserved-key').map(({ place }) => place)).toEqual([
      '__proto__',
      'sources.constructor',
      'sections.__proto__',
      'nodes.c1.ext.aif.__proto__',
      'nodes.__proto__',
      'relations.prototype',
    ])
    expect(Object.keys(graph.nodes)).toEqual(['c1', 'toString-2', 'two-words'])
    expect(graph.relations).toEqual({ r1: { kind: 'supports', from: ['toString-2', 'two-words'], to: 'c1' } })
    expect(graph.layout).toEqual({ pinned: { 'two-words': { x: 1, y: 2 } }, collapsed: ['toString-2'] })
    expect(graph.nodes['c1']?.ext).toEqual({ aif: { kept: 1 } })
    expect({}).not.toHaveProperty('polluted')
  })

  it('drop circles of relations with what points into them', () => {
    const { graph, dropped } = repairOf('cyclic-targets.json')
    expect(Object.keys(graph.relations)).toEqual(['r6'])
    expect(dropped).toHaveLength(5)
  })

  it('read numbers as texts and leave out what has the wrong type', () => {
    const { graph } = repairOf('wrong-types.json')
    expect(graph.title).toBe('42')
    expect(graph.nodes['c1']).toEqual({ kind: 'claim', text: '2025', section: 's2' })
    expect(graph.nodes['c4']).toMatchObject({ kind: 'claim', text: 'No kind.', tags: ['a', 'b'] })
    expect(graph.relations).toEqual({ r5: { kind: 'supports', from: ['c1'], to: 'c4' } })
    expect(graph.layout).toEqual({ pinned: { c5: { x: 1, y: 2 } }, collapsed: ['c1'] })
  })

  it('write down the order of ids that are all digits, where it would be lost', () => {
    const { graph } = repairOf('digit-ids.json')
    expect([graph.nodes['c1']?.order, graph.nodes['20']?.order, graph.nodes['3']?.order]).toEqual([
      'a0',
      'a1',
      'a2',
    ])
    expect(readGraph(broken('digit-ids.json').replace('"20": {', '"20": { "order": "b",')).ok).toBe(false)
  })

  it('offer what is there of a file that was cut off', () => {
    const error = errorOf(broken('truncated.json'))
    expect(explain(error)).toMatch(
      /^The file ends too early, at line 188, column 28, as if it had been cut off/,
    )
    if (error.kind !== 'cutOff') throw new Error(error.kind)
    expect(Object.keys(error.repair!.graph.nodes)).toHaveLength(14)
    expect(Object.keys(error.repair!.graph.relations)).toEqual(['r1', 'r2', 'r3'])
    expect(error.repair!.dropped[0]).toEqual({
      place: 'line 188',
      message: 'the file ends here; what should follow would be missing',
    })
  })

  it('are found for every length at which the fixture is cut off', () => {
    for (let length = 1; length < version1.trimEnd().length; length += 7) {
      const error = errorOf(version1.slice(0, length))
      expect([length, error.kind]).toEqual([length, 'cutOff'])
      const repaired = 'repair' in error ? error.repair.graph : emptyGraph()
      expect(validate(repaired)).toEqual([])
    }
  })

  it('list 150,000 problems, which are more than a call may have arguments', () => {
    const gone = Array.from({ length: 150_000 }, (_, index) => `"x${index}"`)
    const { problems, repair } = invalid(header(`,"layout":{"collapsed":[${gone.join()}]}`))
    expect(problems).toHaveLength(150_000)
    expect(repair?.dropped).toHaveLength(150_000)
  })

  it('give different ids to 20,000 nodes whose ids hold no legal character', () => {
    const ids = Array.from({ length: 20_000 }, (_, index) => `"${String.fromCodePoint(0x4e00 + index)}"`)
    const nodes = ids.map((id) => `${id}:{"kind":"claim","text":${id}}`)
    const { repair } = invalid(header('').replace('"nodes":{}', `"nodes":{${nodes.join()}}`))
    expect(Object.keys(repair?.graph.nodes ?? {}).slice(0, 3)).toEqual(['id', 'id-2', 'id-3'])
    expect(Object.keys(repair?.graph.nodes ?? {})).toHaveLength(20_000)
  })

  it('finish for a chain of 20,000 relations that hangs on nothing', () => {
    const links = Array.from(
      { length: 20_000 },
      (_, index) => `x${index} = k attacks ${index === 0 ? 'c9' : `x${index - 1}`}`,
    )
    const graph = parseGraph(links.join(';'))
    const { c9: _, ...nodes } = graph.nodes
    const { repair } = invalid(writeGraph({ ...graph, nodes }))
    expect(repair?.graph.relations).toEqual({})
    expect(repair?.dropped).toHaveLength(20_000)
  })
})

describe('scanning', () => {
  it('takes exactly what JSON.parse takes', () => {
    const pieces = fc.array(
      fc.constantFrom(
        '{',
        '}',
        '[',
        ']',
        ',',
        ':',
        '"a"',
        '"\\u00e9"',
        '"\\x"',
        '1',
        '-0',
        '01',
        '1.',
        '1e5',
        '.5',
        'true',
        'nul',
        'null',
        ' ',
        '\n',
        '\t',
        '/**/',
        '"',
        '\u00a0',
        "'a'",
      ),
      { maxLength: 9 },
    )
    fc.assert(
      fc.property(
        fc.oneof(
          pieces.map((list) => list.join('')),
          fc.json(),
        ),
        (text) => {
          const result = readGraph(text)
          const isJson = result.ok || !['notJson', 'cutOff'].includes(result.error.kind)
          expect(isJson).toBe(canParse(text))
        },
      ),
      { numRuns: 3000 },
    )
  })
})

function canParse(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
