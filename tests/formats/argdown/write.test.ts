import { shortcodes } from '@argdown/core'
import { describe, expect, it } from 'vitest'
import { escapeText } from '../../../src/formats/argdown/escape.ts'
import { readArgdown } from '../../../src/formats/argdown/read.ts'
import { writeArgdown } from '../../../src/formats/argdown/write.ts'
import type { Imported } from '../../../src/formats/conversion.ts'
import { emptyGraph, type ArgumentGraph, type Relation } from '../../../src/model/graph.ts'
import { graph, parseGraph, withNodes } from '../../support/graph-builder.ts'
import { coreModel } from './core-model.ts'

async function textOf(document: ArgumentGraph): Promise<string> {
  return String((await writeArgdown(document)).content)
}

/** The text below the front matter. */
async function bodyOf(document: ArgumentGraph): Promise<string> {
  return (await textOf(document)).replace(/^===\n[^]*?\n===\n\n/, '')
}

async function read(text: string): Promise<Imported> {
  const result = await readArgdown(text)
  if (!result.ok) throw new Error(result.error.message)
  return result.value
}

describe('the text', () => {
  it('has headings, simple reasons as nested lines, and everything else as arguments with numbered premises', async () => {
    const base = graph`e1, a1 supports p1; k1 attacks p1; e2 supports k1; k2 attacks r1; c2 supports r1`
    const document: ArgumentGraph = {
      ...withNodes(base, {
        p1: { text: 'Keep the bus lanes.', section: 's1' },
        e1: { text: 'Delay fell by 2.5 percent.', section: 's1' },
        a1: { text: 'Delay is what riders mind_most.', section: 's1' },
        k1: { text: 'Shops lose parking.', section: 's1', tags: ['shops', 'two words'] },
        e2: { text: 'See https://example.org.', section: 's2' },
        k2: { text: 'The trial ran in summer.', section: 's1' },
        c2: { text: 'Three other cities found the same.', section: 's1' },
      }),
      sections: { s1: { title: 'Costs' }, s2: { title: 'Sources #1' } },
      relations: {
        ...base.relations,
        r1: { kind: 'supports', from: ['e1', 'a1'], to: 'p1', scheme: 'practical-reasoning', weight: 'weak' },
      },
    }
    expect(await bodyOf(document)).toBe(String.raw`# Costs

[p1]: Keep the bus lanes. #recommendation
  - [k1]: Shops lose parking. #shops #(two words)
    + [e2]

<r1>

(1) [e1]: Delay fell by 2.5 percent. #evidence
(2) [a1]: Delay is what riders mind\_most. #assumption
--
practical reasoning {weight: weak}
--
(3) [p1]

<r1>
  <_ [k2]: The trial ran in summer.
  + [c2]: Three other cities found the same.

# Sources \#1

[e2]: See https:\//example.org. #evidence
`)
  })

  it('lets a statement stand in for several premises of an objection, and for those of a relation on a relation', async () => {
    const document = graph`c1 supports c2; k1, k2 attacks c2; k3, k4 attacks r1; e1, e2 supports r2`
    const text = await textOf(document)
    const core = coreModel(text)
    expect(core.errors).toEqual([])
    expect(core.statements.filter(({ tags }) => tags.includes('stand-in'))).toHaveLength(3)
    expect(core.relations.map(({ type }) => type).sort()).toEqual(['attack', 'support', 'undercut'])
    expect((await read(text)).graph).toEqual(document)
  })

  it('shows the kinds of issues and notes, and keeps answers to issues beside it', async () => {
    const document = graph`p1 addresses i1; n1`
    expect(await bodyOf(document)).toBe('[i1]: i1 #issue\n\n[p1]: p1 #recommendation\n\n[n1]: n1 #note\n')
    expect((await read(await textOf(document))).graph).toEqual(document)
  })

  it('keeps the order of siblings', async () => {
    const document = graph`e1 supports c1; e2 supports c1; k1 attacks c1`
    const orders: Readonly<Record<string, string>> = { r1: 'a2', r2: 'a0', r3: 'a1' }
    const relations = Object.fromEntries(
      Object.entries(document.relations).map(([id, relation]): [string, Relation] => [
        id,
        { ...relation, order: orders[id] ?? '' },
      ]),
    )
    expect(await bodyOf({ ...document, relations })).toBe(
      '[c1]: c1\n  + [e2]: e2 #evidence\n  - [k1]: k1\n  + [e1]: e1 #evidence\n',
    )
  })

  it('nests a dozen lines deep and begins anew below, however long the chain', async () => {
    const document = parseGraph(Array.from({ length: 700 }, (_, i) => `c${i + 1} supports c${i}`).join('\n'))
    const text = await textOf(document)
    expect(Math.max(...text.split('\n').map((line) => line.search(/\S/)))).toBeLessThanOrEqual(26)
    expect((await read(text)).graph).toEqual(document)
  })

  it('keeps the titles, sketches, contradictions and settings that a file had', async () => {
    const original = `===
title: "Lanes"
author: "A. B."
color: {"colorScheme":"colorbrewer-category9"}
===

[Bus lanes]: Keep them.
  - <Parking>: Shops lose it.
  >< [No lanes]: Remove them.
`
    const text = (await textOf((await read(original)).graph)).replace(/^counterpoint: [^]*?\n {2}\}\n/m, '')
    expect(text).toBe(original)
  })

  it('of an empty map has only front matter, and comes back as one', async () => {
    const document = emptyGraph('Nothing yet')
    expect(await textOf(document)).toBe('===\ntitle: "Nothing yet"\n===\n\n')
    expect((await read(await textOf(document))).graph).toEqual(document)
  })
})

describe('words with marks', () => {
  it.each([
    'See https://example.org/a_b//c and *this* [x](y) <b> {z} #5 @[a] /* no */ a\\b.',
    'At 10:30:15 :+1: .~. .A. ..and.. e.g. i.e. U.A.E. www.example.org',
    '=== no === front == matter ====',
    '- a + b -> c >< d _> e <_ f -- g ---',
    '(1) 1. # heading (2)',
    '@include(file)',
    '道路降低。 الطرق {x} 👩‍👩‍👧 #字',
  ])('are the same words for the library: %s', async (words) => {
    const document = withNodes(graph`c1`, { c1: { text: words } })
    const text = await textOf(document)
    expect(coreModel(text).texts).toEqual([words])
    expect(text).not.toContain('counterpoint')
    expect((await read(text)).graph).toEqual(document)
  })

  it('in tags that could end a title are kept beside the text', async () => {
    const document = withNodes(graph`c1`, { c1: { text: '', tags: [']:', '>:', 'two words'] } })
    const text = await textOf(document)
    expect(coreModel(text).statements).toEqual([{ title: 'c1', tags: ['two words'] }])
    expect((await read(text)).graph).toEqual(document)
  })

  it('between dots or colons are never taken for short codes', () => {
    const codes = Object.keys(shortcodes)
    expect(codes.length).toBeGreaterThan(50)
    expect(codes.filter((code) => !escapeText(`a ${code} b`).includes('\\'))).toEqual([])
  })

  it('stay free of backslashes where nothing would be misread', () => {
    const plain = 'Costs (2019: 3.5 m) fell, e.g. by 5 % - or more; “so what?” and/or A+B = C > D.'
    expect(escapeText(plain)).toBe(plain)
  })
})

describe('what Argdown has no place for', () => {
  const document: ArgumentGraph = {
    ...withNodes(graph`e1 supports c1; p1 addresses i1`, {
      e1: { text: 'One line.\nAnd another.', rating: 'high', excerpts: [{ source: 'report', locator: '3' }] },
      c1: { note: 'A remark with === and } in it.' },
    }),
    sources: { report: { type: 'report', title: '===' } },
    layout: { pinned: { c1: { x: 1, y: 2 } } },
  }

  it('is counted, and said to come back', async () => {
    const { losses, notes } = await writeArgdown(document)
    expect(losses.map(({ count, one }) => `${count} ${one}`)).toEqual([
      '1 answer to an issue',
      '1 rating',
      '1 source',
      '1 excerpt',
      '1 pinned position',
      '1 remark',
      '1 text of several lines',
    ])
    expect(notes).toHaveLength(1)
    expect(await writeArgdown(graph`e1 supports c1`)).toMatchObject({ losses: [], notes: [] })
  })

  it('is left out and reported where the text beside it was edited elsewhere, and all else comes back', async () => {
    const text = (await textOf(document)).replace('[e1]: One line. And another.', '[e1]: Another line.')
    const { graph: edited, notes } = await read(text)
    expect(edited.nodes['e1']).toMatchObject({ kind: 'evidence', text: 'Another line.' })
    expect(edited.nodes['c1']).toEqual(document.nodes['c1'])
    expect(edited.sources).toEqual(document.sources)
    expect(notes.map(({ place }) => place)).toContain('nodes.e1')
  })

  it('stays with what is still there when a relation is turned and a statement is added', async () => {
    const text = (await textOf(document)).replace('  + [e1]', '  + [new]: Added elsewhere.\n  - [e1]')
    const { graph: edited } = await read(text)
    expect(edited.nodes['new']?.text).toBe('Added elsewhere.')
    expect(Object.values(edited.relations).map(({ kind, from }) => `${from.join()} ${kind}`)).toEqual([
      'new supports',
      'e1 attacks',
      'p1 addresses',
    ])
    expect(edited.nodes['c1']?.note).toBe('A remark with === and } in it.')
  })

  it('is written on few lines at the top, as YAML that other programs read', async () => {
    const text = await textOf(document)
    expect(text.slice(0, text.indexOf('\n===\n')).split('\n').length).toBeLessThan(15)
    expect(coreModel(text).frontMatter).toMatchObject({
      counterpoint: { nodes: { c1: { set: { note: 'A remark with === and } in it.' } } } },
    })
  })
})
