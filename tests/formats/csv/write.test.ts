import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { csvOf } from '../../../src/formats/csv/table.ts'
import { writeNodesCsv, writeRelationsCsv } from '../../../src/formats/csv/write.ts'
import { emptyGraph, type ArgumentGraph } from '../../../src/model/graph.ts'
import { inOrder } from '../../../src/model/order.ts'
import { arbitraryGraph } from '../../support/arbitrary-graph.ts'
import { graph } from '../../support/graph-builder.ts'
import { arbitraryHostileText } from '../../support/hostile-texts.ts'

/** A reader by RFC 4180 that knows nothing of how the file was written. */
function parseCsv(text: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  let rest = text
  while (rest !== '') {
    const quoted = /^"((?:[^"]|"")*)"(,|\r\n)/.exec(rest)
    const bare = /^([^",\r\n]*)(,|\r\n)/.exec(rest)
    const found = quoted ?? bare
    if (!found) throw new Error(`no cell at ${JSON.stringify(rest.slice(0, 20))}`)
    const [all, cell = '', end] = found
    row.push(quoted ? cell.replaceAll('""', '"') : cell)
    rest = rest.slice(all.length)
    if (end === ',') continue
    rows.push(row)
    row = []
  }
  return rows
}

async function tableOf(
  write: typeof writeNodesCsv,
  argument: ArgumentGraph,
): Promise<Record<string, string>[]> {
  const { content } = await write(argument)
  const [names = [], ...rows] = parseCsv(String(content).slice(1))
  return rows.map((row) => Object.fromEntries(names.map((name, index) => [name, row[index] ?? ''])))
}

describe('csvOf', () => {
  it('starts with a byte order mark and ends lines with CRLF', () => {
    expect(
      csvOf([
        ['a', 'b"c'],
        ['d,e', ' f'],
      ]),
    ).toBe('\uFEFFa,"b""c"\r\n"d,e"," f"\r\n')
  })

  it('puts an apostrophe before what a spreadsheet would compute', () => {
    expect(csvOf([['=1+1', '+1', '-1', '@A1', '\t=1', '＝1', 'a=1', "'x"]])).toBe(
      "\uFEFF'=1+1,'+1,'-1,'@A1,'\t=1,'＝1,a=1,'x\r\n",
    )
  })

  it('gives every text back', () => {
    fc.assert(
      fc.property(fc.array(arbitraryHostileText, { minLength: 1, maxLength: 4 }), (row) => {
        const [cells = []] = parseCsv(csvOf([row]).slice(1))
        expect(cells.map((cell) => cell.replace(/^'(?=[=+\-@\t\r\n＝＋－＠])/, ''))).toEqual(row)
        expect(cells.filter((cell) => /^[=+\-@\t\r\n]/.test(cell))).toEqual([])
      }),
    )
  })
})

describe('writeNodesCsv', () => {
  it('has a row for each statement in author’s order, with its sources as they are cited', async () => {
    const argument: ArgumentGraph = {
      ...emptyGraph(),
      sources: {
        s: { type: 'report', title: 'T', author: [{ family: 'Lee' }], issued: { 'date-parts': [[2020]] } },
      },
      sections: { s1: { title: 'Costs' } },
      nodes: {
        c2: { kind: 'claim', text: 'later', order: 'a1' },
        e1: {
          kind: 'evidence',
          text: 'first',
          order: 'a0',
          section: 's1',
          rating: 'low',
          excerpts: [{ source: 's', locator: '12' }],
          tags: ['a;b'],
        },
      },
    }
    expect(await tableOf(writeNodesCsv, argument)).toMatchObject([
      {
        id: 'e1',
        kind: 'evidence',
        text: 'first',
        section: 'Costs',
        rating: 'low',
        sources: 'Lee 2020, 12',
        excerpts: '[{"source":"s","locator":"12"}]',
        tags: '["a;b"]',
      },
      { id: 'c2', kind: 'claim', text: 'later', section: '', excerpts: '' },
    ])
  })

  it('counts what neither table has a place for', async () => {
    const { losses, notes } = await writeNodesCsv({
      ...graph`e1 supports c1`,
      sections: { a: { title: 'A' }, b: { title: 'B' } },
      layout: { pinned: { c1: { x: 1, y: 1 } } },
    })
    expect(losses.map(({ count, one }) => `${count} ${one}`)).toEqual([
      '1 pinned position',
      '1 order of the sections',
    ])
    expect(notes).toEqual([
      'This table has the statements; the relations between them are in a table of their own.',
    ])
  })
})

describe('writeRelationsCsv', () => {
  it('has a row for each relation, with the ids of its premises and what kind of thing it points at', async () => {
    const rows = await tableOf(writeRelationsCsv, graph`e1, a1 support c1; k1 attacks r1`)
    expect(rows).toMatchObject([
      { id: 'r1', kind: 'supports', from: 'e1 a1', to: 'c1', to_is: 'node' },
      { id: 'r2', kind: 'attacks', from: 'k1', to: 'r1', to_is: 'relation' },
    ])
  })

  it('together with the other table holds every id, kind, text and end of any map', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryGraph({ maxNodes: 12 }), async (argument) => {
        const nodes = await tableOf(writeNodesCsv, argument)
        const relations = await tableOf(writeRelationsCsv, argument)
        expect(nodes.map(({ id, kind }) => [id, kind])).toEqual(
          inOrder(argument.nodes).map((id) => [id, argument.nodes[id]?.kind]),
        )
        expect(nodes.map(({ text = '' }) => text.replace(/^'/, ''))).toEqual(
          inOrder(argument.nodes).map((id) => argument.nodes[id]?.text.replace(/^'/, '')),
        )
        expect(relations.map(({ from = '', to }) => [from.split(' ').sort(), to])).toEqual(
          inOrder(argument.relations).map((id) => [
            [...new Set(argument.relations[id]?.from)].sort(),
            argument.relations[id]?.to,
          ]),
        )
      }),
    )
  })
})
