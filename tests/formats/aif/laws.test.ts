import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readAif } from '../../../src/formats/aif/read.ts'
import { writeAif } from '../../../src/formats/aif/write.ts'
import { completionOffer } from '../../../src/formats/aif/complete-steps.ts'
import { mergeOffer } from '../../../src/formats/aif/merge-restatements.ts'
import type { Imported } from '../../../src/formats/conversion.ts'
import { writeGraph } from '../../../src/formats/json/write.ts'
import { assumptionsOffer } from '../../../src/formats/offers.ts'
import { emptyGraph, type ArgumentGraph, type Relation } from '../../../src/model/graph.ts'
import { validate } from '../../../src/model/validate.ts'
import { arbitraryGraph } from '../../support/arbitrary-graph.ts'

async function textOf(graph: ArgumentGraph): Promise<string> {
  return String((await writeAif(graph)).content)
}

async function read(text: string): Promise<Imported> {
  const result = await readAif(text)
  if (!result.ok) throw new Error(result.error.message)
  return result.value
}

/** Ties as copying records makes them: anywhere, so that they need not fit. */
const arbitraryTied = fc
  .tuple(arbitraryGraph(), fc.array(fc.nat({ max: 5 }), { minLength: 1, maxLength: 8 }))
  .map(([graph, rolls]): ArgumentGraph => {
    const ties = [
      { group: 'r1' },
      { pair: 'r1' },
      { group: 'n1' },
      { nodeID: 'n1' },
      { edge: 3 },
      { edges: [1, 2] },
    ]
    const relations = Object.entries(graph.relations).map(([id, relation], index): [string, Relation] => {
      const aif = ties[rolls[index % rolls.length] ?? 0] ?? {}
      return [id, index % 3 === 0 ? relation : { ...relation, ext: { aif } }]
    })
    return { ...graph, relations: Object.fromEntries(relations) }
  })

describe('AIF out and in again', () => {
  it('gives the same document, byte for byte', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryGraph(), async (graph) => {
        const { graph: again, notes } = await read(await textOf(graph))
        expect(again).toEqual(graph)
        expect(writeGraph(again)).toBe(writeGraph(graph))
        expect(notes.filter(({ place }) => place !== undefined)).toEqual([])
      }),
      { numRuns: 500 },
    )
  })

  it('gives the same document where records are tied that do not belong together', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryTied, async (graph) => {
        expect(writeGraph((await read(await textOf(graph))).graph)).toBe(writeGraph(graph))
      }),
      { numRuns: 150 },
    )
  })

  it('gives the same document again and again', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryGraph(), async (graph) => {
        const text = await textOf(graph)
        expect(await textOf((await read(text)).graph)).toBe(text)
      }),
      { numRuns: 50 },
    )
  })

  it('loses nothing but what was kept about the one statement that was edited elsewhere, and says so', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryGraph({ minNodes: 2 }), fc.nat(), async (graph, pick) => {
        const json = JSON.parse(await textOf(graph)) as {
          nodes: { nodeID: string; type: string; text: string }[]
        }
        const statements = json.nodes.filter(({ type }) => type === 'I')
        fc.pre(statements.length > 0)
        const edited = statements[pick % statements.length]
        if (edited) edited.text += ' Edited.'
        const { graph: again, notes } = await read(JSON.stringify(json))
        expect(validate(again)).toEqual([])
        const id = edited?.nodeID ?? ''
        expect(again.nodes[id]?.text).toBe(edited?.text)
        const others = ({ nodes }: ArgumentGraph): unknown =>
          Object.fromEntries(Object.entries(nodes).filter(([one]) => one !== id))
        expect(others(again)).toEqual(others(graph))
        // What answers an issue must be a recommendation, which AIF does not say.
        const steps = ({ relations }: ArgumentGraph): unknown =>
          Object.fromEntries(Object.entries(relations).filter(([, { kind }]) => kind !== 'addresses'))
        expect(steps(again)).toEqual(steps(graph))
        expect(notes.filter(({ place }) => place?.startsWith('nodes.')).length).toBeLessThanOrEqual(1)
      }),
      { numRuns: 150 },
    )
  })

  it('keeps a valid document that can be written through every offer', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryGraph(), async (graph) => {
        for (const { apply } of [
          ...mergeOffer(graph),
          ...assumptionsOffer(graph),
          ...completionOffer(graph),
        ]) {
          const offered = apply(graph)
          expect(validate(offered)).toEqual([])
          expect(writeGraph((await read(await textOf(offered))).graph)).toBe(writeGraph(offered))
        }
      }),
      { numRuns: 100 },
    )
  })

  it('offers nothing again to whoever wrote the file here', async () => {
    const graph: ArgumentGraph = {
      ...emptyGraph('Lanes'),
      nodes: { a: { kind: 'claim', text: 'Delay fell.' }, b: { kind: 'claim', text: 'Keep the lanes.' } },
      relations: { r: { kind: 'supports', from: ['a'], to: 'b' } },
    }
    expect((await read(await textOf(graph))).offers).toEqual([])
  })
})
