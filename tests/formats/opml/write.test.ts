import { XMLParser, XMLValidator } from 'fast-xml-parser'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { writeOpml } from '../../../src/formats/opml/write.ts'
import { legalText, oneLine } from '../../../src/formats/plain-text.ts'
import { emptyGraph, type ArgumentGraph } from '../../../src/model/graph.ts'
import { arbitraryGraph } from '../../support/arbitrary-graph.ts'
import { graph } from '../../support/graph-builder.ts'
import { arbitraryHostileText } from '../../support/hostile-texts.ts'

interface Outline {
  readonly text: string
  readonly outline?: readonly Outline[]
  readonly counterpoint_id?: string
  readonly counterpoint_ref?: string
  readonly counterpoint_relation_id?: string
}

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseAttributeValue: false,
  parseTagValue: false,
  trimValues: false,
  htmlEntities: true,
  maxNestedTags: 1000,
  isArray: (name) => name === 'outline',
})

async function outlineOf(argument: ArgumentGraph): Promise<readonly Outline[]> {
  const { content } = await writeOpml(argument)
  expect(XMLValidator.validate(String(content))).toBe(true)
  const { opml } = parser.parse(String(content)) as { opml: { body: { outline?: Outline[] } } }
  return opml.body.outline ?? []
}

function all(outlines: readonly Outline[]): Outline[] {
  return outlines.flatMap((each) => [each, ...all(each.outline ?? [])])
}

describe('writeOpml', () => {
  it('puts what bears on a statement below it, with a sign', async () => {
    const [root] = await outlineOf(graph`e1 supports c1; k1 attacks c1`)
    expect(root).toMatchObject({
      text: 'c1',
      counterpoint_kind: 'claim',
      outline: [
        { text: '+ e1', counterpoint_relation: 'supports' },
        { text: '- k1', counterpoint_relation: 'attacks' },
      ],
    })
  })

  it('puts an undercut under a line for the relation', async () => {
    const [root] = await outlineOf(graph`e1, a1 support c1; k1 attacks r1`)
    expect(root?.outline).toMatchObject([
      {
        text: '+ Support: “e1” together with “a1” for “c1”',
        outline: [{ text: 'e1' }, { text: 'a1' }, { text: '- k1' }],
      },
    ])
  })

  it('repeats a statement with a second conclusion as a reference', async () => {
    const [first, second] = await outlineOf(graph`e1 supports c1; e1 supports c2; e2 supports e1`)
    expect(first).toMatchObject({ outline: [{ counterpoint_id: 'e1', outline: [{ text: '+ e2' }] }] })
    expect(second?.outline).toMatchObject([{ text: '+ e1', counterpoint_ref: 'e1' }])
    expect(second?.outline?.[0]).not.toHaveProperty('outline')
  })

  it('says what attributes cannot carry', async () => {
    const { losses } = await writeOpml({
      ...emptyGraph(),
      description: 'd',
      sources: { s: { type: 'report' } },
    })
    expect(losses.map(({ one }) => one)).toEqual(['source', 'description of the document'])
  })

  it('is well formed for any map, each statement once, each relation once', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryGraph({ maxNodes: 15 }), async (argument) => {
        const outlines = all(await outlineOf(argument))
        const ids = outlines.flatMap(({ counterpoint_id: id }) => id ?? [])
        expect(ids.toSorted()).toEqual(Object.keys(argument.nodes).toSorted())
        const relations = outlines.flatMap(({ counterpoint_relation_id: id }) => id ?? [])
        expect(relations.toSorted()).toEqual(Object.keys(argument.relations).toSorted())
      }),
      { numRuns: 60 },
    )
  })

  it('keeps every text', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryHostileText, async (text) => {
        const [root] = await outlineOf({ ...emptyGraph(), nodes: { c1: { kind: 'claim', text } } })
        expect(root?.text).toBe(legalText(oneLine(text)) || '…')
      }),
    )
  })
})
