import { XMLParser, XMLValidator } from 'fast-xml-parser'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  contentOf,
  graphOfContent,
  isOwnContent,
  type GraphmlContent,
  type GraphmlEdge,
  type GraphmlGroup,
  type GraphmlNode,
} from '../../../src/formats/graphml/own.ts'
import { writeGraphml } from '../../../src/formats/graphml/write.ts'
import { applySlot } from '../../../src/formats/slot.ts'
import { writeGraph } from '../../../src/formats/json/write.ts'
import { emptyGraph, type ArgumentGraph } from '../../../src/model/graph.ts'
import { validate } from '../../../src/model/validate.ts'
import { arbitraryGraph } from '../../support/arbitrary-graph.ts'
import { graph } from '../../support/graph-builder.ts'
import { arbitraryHostileText } from '../../support/hostile-texts.ts'

const parser = new XMLParser({
  ignoreAttributes: false,
  parseAttributeValue: false,
  parseTagValue: false,
  trimValues: false,
  htmlEntities: true,
  isArray: (name) => ['node', 'edge', 'data'].includes(name),
})

interface Element {
  readonly '@_id': string
  readonly '@_source': string
  readonly '@_target': string
  readonly '#text'?: string
  readonly '@_key': string
  readonly data?: readonly Element[]
  readonly node?: readonly Element[]
  readonly edge?: readonly Element[]
  readonly graph?: Element
}

/** What stands in a file, read with nothing but an XML parser. */
function read(xml: string): { content: GraphmlContent; slot: unknown } {
  expect(XMLValidator.validate(xml)).toBe(true)
  const { graphml } = parser.parse(xml) as { graphml: { graph: Element } }
  const map = graphml.graph
  const free: GraphmlNode[] = []
  const groups: GraphmlGroup[] = []
  for (const node of map.node ?? []) {
    const data = dataOf(node)
    const section = data.get('counterpoint_section')
    if (section === undefined) free.push({ id: node['@_id'], data })
    else {
      const nodes = (node.graph?.node ?? []).map((each) => ({ id: each['@_id'], data: dataOf(each) }))
      groups.push({ section: { id: section, title: data.get('text') ?? '' }, nodes })
    }
  }
  const edges = (map.edge ?? []).map((edge): GraphmlEdge => ({
    id: edge['@_id'],
    source: edge['@_source'],
    target: edge['@_target'],
    data: dataOf(edge),
  }))
  const own = dataOf(map)
  const slot = own.get('counterpoint')
  return {
    content: {
      title: own.get('title') ?? '',
      groups: [...groups, { section: undefined, nodes: free }],
      edges,
    },
    slot: slot === undefined ? undefined : JSON.parse(slot),
  }
}

function dataOf({ data = [] }: Element): Map<string, string> {
  return new Map(
    data.flatMap((each) =>
      ['box', 'line'].includes(each['@_key']) ? [] : [[each['@_key'], each['#text'] ?? ''] as const],
    ),
  )
}

async function thereAndBack(argument: ArgumentGraph): Promise<ArgumentGraph> {
  const { content } = await writeGraphml(argument)
  const { content: found, slot } = read(String(content))
  const { graph: visible, notes } = graphOfContent(found)
  expect(notes).toEqual([])
  const applied = applySlot(visible, slot)
  expect(applied.notes).toEqual([])
  return applied.graph
}

describe('writeGraphml', () => {
  it('has plain keys for kinds, texts and relations', async () => {
    const { content, losses } = await writeGraphml(graph`e1 supports c1`)
    expect(losses).toEqual([])
    const { content: found } = read(String(content))
    expect(found.groups[0]?.nodes.map(({ id, data }) => [id, data.get('kind'), data.get('text')])).toEqual([
      ['e1', 'evidence', 'e1'],
      ['c1', 'claim', 'c1'],
    ])
    expect(
      found.edges.map(({ id, source, target, data }) => [id, source, target, data.get('relation')]),
    ).toEqual([['r1', 'e1', 'c1', 'supports']])
  })

  it('has a junction where a relation has several premises or is a target', async () => {
    const { content } = await writeGraphml(graph`e1, a1 support c1; k1 attacks r1`)
    const { edges } = read(String(content)).content
    expect(
      edges.map(({ source, target, data }) => `${source} ${target} ${data.get('part') ?? 'whole'}`),
    ).toEqual(['e1 r1 premise', 'a1 r1 premise', 'r1 c1 conclusion', 'k1 r1 whole'])
  })

  it('loses nothing: any map comes back byte for byte', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryGraph({ maxNodes: 15 }), async (argument) => {
        expect(writeGraph(await thereAndBack(argument))).toBe(writeGraph(argument))
      }),
      { numRuns: 150 },
    )
  })

  it('keeps every text', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryHostileText, async (text) => {
        const argument = {
          ...emptyGraph(text),
          sections: { s1: { title: text } },
          nodes: { c1: { kind: 'claim', text, section: 's1', note: text } },
        } as const
        expect(await thereAndBack(argument)).toEqual(argument)
      }),
    )
  })
})

describe('graphOfContent', () => {
  it('gives a valid map whatever has been edited, and says what it leaves out', () => {
    const content = contentOf(graph`e1, a1 support c1; k1 attacks r1; k2 attacks r2; p1 addresses i1`)
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 30 }), fc.boolean(), (gone, isNode) => {
        const edited: GraphmlContent = isNode
          ? {
              ...content,
              groups: content.groups.map((group) => ({
                ...group,
                nodes: group.nodes.filter((_, index) => index !== gone),
              })),
            }
          : { ...content, edges: content.edges.filter((_, index) => index !== gone) }
        expect(validate(graphOfContent(edited).graph)).toEqual([])
      }),
    )
    const { graph: left, notes } = graphOfContent({ ...content, edges: content.edges.slice(3) })
    expect(Object.keys(left.relations)).toEqual(['r4'])
    expect(notes).toContain('The relation "r1" has no premise or no target, so it is left out.')
    expect(notes).toContain('The relation "r3" joins what cannot be joined that way, so it is left out.')
  })

  it('knows its own files', () => {
    expect(isOwnContent(contentOf(graph`e1 supports c1`))).toBe(true)
    expect(
      isOwnContent({
        title: '',
        groups: [{ section: undefined, nodes: [{ id: 'n0', data: new Map() }] }],
        edges: [],
      }),
    ).toBe(false)
  })
})
