import { Graphviz } from '@hpcc-js/wasm-graphviz'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { writeDot } from '../../../src/formats/dot/write.ts'
import { legalText, wrapText } from '../../../src/formats/plain-text.ts'
import { emptyGraph, type ArgumentGraph } from '../../../src/model/graph.ts'
import { arbitraryGraph } from '../../support/arbitrary-graph.ts'
import { graph } from '../../support/graph-builder.ts'
import { arbitraryHostileText } from '../../support/hostile-texts.ts'

interface Drawn {
  readonly label?: string
  readonly objects?: readonly {
    readonly name: string
    readonly label?: string
    readonly nodes?: readonly number[]
  }[]
  readonly edges?: readonly {
    readonly tail: number
    readonly head: number
    readonly label?: string
    readonly style?: string
  }[]
}

let graphviz: Graphviz

beforeAll(async () => {
  graphviz = await Graphviz.load()
})

/** What Graphviz reads in the file, in its own JSON. */
async function drawn(argument: ArgumentGraph): Promise<Drawn> {
  const { content } = await writeDot(argument)
  return JSON.parse(graphviz.layout(String(content), 'dot_json', 'nop')) as Drawn
}

const debate = graph`e1, a1 support c1; k1 attacks r1; c1 supports p1; p1 addresses i1`

describe('writeDot', () => {
  it('draws every statement, a junction for what has several premises, and every line', async () => {
    const { objects = [], edges = [] } = await drawn(debate)
    const name = (index: number) => objects[index]?.name
    expect(objects.map((object) => object.name).sort()).toEqual(['a1', 'c1', 'e1', 'i1', 'k1', 'p1', 'r1'])
    expect(edges.map(({ tail, head, label = '' }) => [name(tail), name(head), label.trim()])).toEqual([
      ['e1', 'r1', ''],
      ['a1', 'r1', ''],
      ['r1', 'c1', '+ supports'],
      ['k1', 'r1', '− attacks'],
      ['c1', 'p1', '+ supports'],
      ['p1', 'i1', '→ addresses'],
    ])
  })

  it('tells supports and objections apart without colour', async () => {
    const { edges = [] } = await drawn(debate)
    expect(edges.map(({ style }) => style === 'dashed')).toEqual([false, false, false, true, false, false])
  })

  it('puts sections into frames and follows the direction of the map', async () => {
    const { content } = await writeDot({
      ...debate,
      sections: { s1: { title: 'A "part"' } },
      nodes: { ...debate.nodes, c1: { kind: 'claim', text: 'c1', section: 's1' } },
      layout: { direction: 'right' },
    })
    expect(content).toContain('subgraph cluster_1 {\n    label="A \\"part\\""')
    expect(content).toContain('rankdir=RL')
  })

  it('counts warrants, ratings and sources as lost', async () => {
    const { losses } = await writeDot({
      ...emptyGraph(),
      sources: { s: { type: 'report' } },
      nodes: { c1: { kind: 'claim', text: '', rating: 'low', excerpts: [{ source: 's' }] } },
      relations: { r1: { kind: 'supports', from: ['c1'], to: 'c1', warrant: 'w' } },
    })
    expect(losses.map(({ count, one }) => `${count} ${one}`)).toEqual([
      '1 warrant',
      '1 rating',
      '1 source',
      '1 excerpt',
    ])
  })

  it('shows every text as it is', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryHostileText, async (text) => {
        const argument = { ...emptyGraph(text), nodes: { end: { kind: 'claim', text } } } as const
        const { objects = [] } = await drawn(argument)
        // Graphviz keeps escapes in its JSON; these are the ones that its labels have.
        const shown = (objects[0]?.label ?? '').replaceAll(/\\(.)/g, (_, sign: string) =>
          sign === 'n' ? '\n' : sign,
        )
        const expected = ['CLAIM', ...wrapText(text, 36)].map((line) => legalText(line)).join('\n')
        expect(shown.replaceAll('&amp;', '&')).toBe(expected)
      }),
      { numRuns: 200 },
    )
  })

  it('is read by Graphviz for any map', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryGraph({ maxNodes: 12 }), async (argument) => {
        const { objects = [] } = await drawn(argument)
        const names = new Set(objects.map(({ name }) => name))
        expect(Object.keys(argument.nodes).every((id) => names.has(id))).toBe(true)
      }),
      { numRuns: 60 },
    )
  })
})
