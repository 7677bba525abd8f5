import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readAif, readXaif } from '../../../src/formats/aif/read.ts'
import { writeAif } from '../../../src/formats/aif/write.ts'
import type { Imported } from '../../../src/formats/conversion.ts'
import { readGraph } from '../../../src/formats/json/read.ts'
import { writeGraph } from '../../../src/formats/json/write.ts'
import { nodeAt, type ArgumentGraph } from '../../../src/model/graph.ts'
import { validate } from '../../../src/model/validate.ts'

const corpus = new URL('../../../../shared/corpus/', import.meta.url)

interface Counts {
  readonly statements: number
  readonly supports: number
  readonly attacks: number
  readonly linked: number
  readonly onRelation: number
  readonly restatements: number
  readonly incomplete: number
}

/** As counted by another program. */
const expected: readonly (readonly [
  file: string,
  ...counts: [number, number, number, number, number, number, number],
])[] = [
  ['aif-araucaria/nodeset658.json', 2, 1, 0, 0, 0, 0, 0],
  ['aif-araucaria/nodeset491.json', 7, 1, 0, 1, 0, 0, 0],
  ['aif-araucaria/nodeset137.json', 7, 2, 2, 2, 0, 0, 0],
  ['aif-araucaria/nodeset492.json', 10, 5, 0, 3, 0, 0, 0],
  ['aif-araucaria/nodeset270.json', 12, 5, 0, 4, 0, 0, 0],
  ['aif-araucaria/nodeset23.json', 14, 5, 0, 5, 0, 0, 0],
  ['aif-araucaria/nodeset531.json', 8, 13, 0, 0, 0, 0, 0],
  ['aif-araucaria/nodeset127.json', 6, 4, 1, 0, 0, 0, 0],
  ['aif-araucaria/nodeset543.json', 19, 5, 2, 5, 0, 0, 0],
  ['aif-araucaria/nodeset316.json', 19, 8, 0, 8, 0, 0, 0],
  ['aif-araucaria/nodeset198.json', 24, 13, 0, 9, 0, 0, 0],
  ['aif-araucaria/nodeset664.json', 26, 22, 3, 0, 0, 0, 0],
  ['aif-dialogue/qt30-nodeset23878.json', 8, 2, 0, 0, 0, 1, 0],
  ['aif-dialogue/qt30-nodeset19095.json', 9, 2, 1, 1, 0, 2, 0],
  ['aif-dialogue/qt30-nodeset25522.json', 12, 2, 0, 0, 0, 3, 3],
  ['aif-dialogue/us2016-nodeset10250.json', 32, 4, 2, 3, 0, 1, 0],
  // The other program counts one support more: its end is the inference that has no premise.
  ['aif-dialogue/us2016-nodeset9844.json', 39, 16, 6, 4, 0, 4, 1],
  ['aif-dialogue/us2016-nodeset10627.json', 47, 15, 14, 5, 0, 1, 0],
  ['ova/1633448358', 7, 2, 1, 0, 0, 2, 0],
  ['ova/28037.json', 15, 13, 7, 0, 0, 7, 0],
]

const files = existsSync(corpus) ? expected : []

function textOf(file: string): string {
  return readFileSync(new URL(file, corpus), 'utf8')
}

async function read(text: string): Promise<Imported> {
  const result = await readAif(text)
  if (!result.ok) throw new Error(result.error.message)
  return result.value
}

function countsOf(graph: ArgumentGraph, notes: Imported['notes']): Counts {
  const relations = Object.values(graph.relations)
  const steps = (kind: string): number => relations.filter((relation) => relation.kind === kind).length
  const groups = new Set(
    Object.entries(graph.relations).flatMap(([id, { from, ext }]) => {
      const aif = ext?.['aif'] as { group?: string } | undefined
      return from.length > 1 ? [aif?.group ?? id] : []
    }),
  )
  const lacking = (start: RegExp): number =>
    notes.filter(({ message }) => start.test(message) && message.includes('kept with the document')).length
  return {
    statements: Object.keys(graph.nodes).length,
    supports: steps('supports'),
    attacks: steps('attacks'),
    linked: groups.size,
    onRelation: relations.filter(({ to }) => !nodeAt(graph, to)).length,
    // All rephrases are counted together, complete or not.
    restatements: steps('restates') + lacking(/^The rephrase/),
    incomplete: lacking(/^The (?:inference|conflict)/),
  }
}

interface Records {
  readonly nodes: readonly Record<string, unknown>[]
  readonly edges: readonly Record<string, unknown>[]
}

function recordsIn(text: string): Records {
  const json = JSON.parse(text) as { AIF?: Records } & Records
  return json.AIF ?? json
}

function sorted(list: readonly string[]): string[] {
  return list.toSorted((a, b) => (a < b ? -1 : 1))
}

describe('the counts of another program', () => {
  it('name each file once', () => {
    expect(new Set(expected.map(([file]) => file)).size).toBe(expected.length)
  })
})

describe.each(files)('%s', (file, ...counts) => {
  it('has as many statements and relations as another program counts', async () => {
    const { graph, notes } = await read(textOf(file))
    const [statements, supports, attacks, linked, onRelation, restatements, incomplete] = counts
    expect(countsOf(graph, notes)).toEqual({
      statements,
      supports,
      attacks,
      linked,
      onRelation,
      restatements,
      incomplete,
    })
    expect(validate(graph)).toEqual([])
  })

  it('has the same nodes and edges when it is written again', async () => {
    const text = textOf(file)
    const written = await writeAif((await read(text)).graph)
    const [before, after] = [recordsIn(text), recordsIn(String(written.content))]
    const nodes = ({ nodes: list }: Records): string[] =>
      sorted(list.map(({ nodeID, text: words, type }) => JSON.stringify([String(nodeID), words, type])))
    const edges = ({ edges: list }: Records): string[] =>
      sorted(list.map(({ fromID, toID }) => JSON.stringify([String(fromID), String(toID)])))
    expect(nodes(after)).toEqual(nodes(before))
    expect(edges(after)).toEqual(edges(before))
  })

  it('is the same document when it is written and read again, and as our own file', async () => {
    const { graph } = await read(textOf(file))
    const again = await read(String((await writeAif(graph)).content))
    expect(writeGraph(again.graph)).toBe(writeGraph(graph))
    expect(readGraph(writeGraph(graph))).toEqual({ ok: true, value: graph })
  })

  it('stays valid whatever is offered, and keeps its dialogue', async () => {
    const { graph, offers } = await read(textOf(file))
    let all = graph
    for (const { apply } of offers) {
      expect(validate(apply(graph))).toEqual([])
      all = apply(all)
    }
    expect(validate(all)).toEqual([])
    const again = await read(String((await writeAif(all)).content))
    expect(writeGraph(again.graph)).toBe(writeGraph(all))
  })
})

describe.each(files.filter(([file]) => file.startsWith('aif-')))('%s', (file) => {
  it('keeps every field of its nodes, edges and locutions', async () => {
    const text = textOf(file)
    const written = String((await writeAif((await read(text)).graph)).content)
    const normal = ({ nodes, edges }: Records): string[] =>
      sorted(
        [...nodes, ...edges].map((record) =>
          JSON.stringify(Object.entries(record).toSorted(([a], [b]) => (a < b ? -1 : 1))),
        ),
      )
    expect(normal(recordsIn(written))).toEqual(normal(recordsIn(text)))
  })
})

describe.each(files.filter(([file]) => file === 'ova/28037.json'))('%s', (file) => {
  it('gives statements excerpts of the analysed text and offers their positions', async () => {
    const result = await readXaif(textOf(file))
    if (!result.ok) throw new Error(result.error.message)
    const { graph, offers, notes } = result.value
    const quoted = Object.values(graph.nodes).filter(({ excerpts }) => excerpts)
    expect(quoted).toHaveLength(12)
    expect(JSON.stringify(graph.sources)).not.toContain('<span')
    expect(notes.filter(({ place }) => place === 'text').map(({ message }) => message)).toEqual([
      expect.stringContaining('1 mark in the text'),
    ])
    expect(offers.map(({ id }) => id)).toEqual([
      'merge-restatements',
      'read-unsupported-as-assumptions',
      'pin-positions',
    ])
  })
})

describe.each(files.filter(([file]) => file.includes('9844')))('%s', (file) => {
  it('has every step on the map after completing the incomplete one', async () => {
    const { graph, offers } = await read(textOf(file))
    const whole = offers.find(({ id }) => id === 'complete-steps')?.apply(graph) ?? graph
    const relations = Object.values(whole.relations)
    expect(relations.filter(({ kind }) => kind === 'supports')).toHaveLength(18)
    expect(relations.filter(({ to }) => !nodeAt(whole, to))).toHaveLength(1)
    const again = await read(String((await writeAif(whole)).content))
    expect(again.offers.map(({ id }) => id)).not.toContain('complete-steps')
  })
})
