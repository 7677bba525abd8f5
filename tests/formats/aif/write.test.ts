import { describe, expect, it } from 'vitest'
import { readAif } from '../../../src/formats/aif/read.ts'
import { writeAif } from '../../../src/formats/aif/write.ts'
import { explainLosses } from '../../../src/formats/conversion.ts'
import { openBytes } from '../../../src/formats/open.ts'
import { emptyGraph, type ArgumentGraph } from '../../../src/model/graph.ts'

const graph: ArgumentGraph = {
  ...emptyGraph('Lanes'),
  nodes: {
    lanes: { kind: 'recommendation', text: 'Keep the lanes.' },
    again: { kind: 'claim', text: 'Lanes should stay.' },
    delay: { kind: 'evidence', text: 'Delay fell.', rating: 'high' },
    mind: { kind: 'assumption', text: 'Riders mind delay.', rating: 'low' },
    odd: { kind: 'counterpoint', text: 'The trial ran in summer.' },
    how: { kind: 'issue', text: 'What about the lanes?' },
    todo: { kind: 'note', text: 'Ask the riders.' },
    also: { kind: 'note', text: 'Ask the shops.' },
  },
  relations: {
    s: { kind: 'supports', from: ['delay', 'mind'], to: 'lanes', scheme: 'lack-of-evidence', weight: 'weak' },
    u: { kind: 'attacks', from: ['odd'], to: 's' },
    m: { kind: 'restates', from: ['again'], to: 'lanes' },
    a: { kind: 'addresses', from: ['lanes'], to: 'how' },
  },
}

type Json = Readonly<Record<string, unknown>>

async function written(of: ArgumentGraph): Promise<Json & { nodes: Json[]; edges: Json[] }> {
  return JSON.parse(String((await writeAif(of)).content)) as Json & { nodes: Json[]; edges: Json[] }
}

describe('writeAif', () => {
  it('writes a node for each statement and each relation, under their ids', async () => {
    const { nodes, locutions } = await written(graph)
    expect(nodes.map(({ nodeID, type }) => `${String(nodeID)} ${String(type)}`)).toEqual([
      'lanes I',
      'again I',
      'delay I',
      'mind I',
      'odd I',
      's RA',
      'u CA',
      'm MA',
    ])
    expect(nodes.find(({ nodeID }) => nodeID === 's')).toMatchObject({ text: 'RA', scheme: 'Ignorance' })
    expect(locutions).toEqual([])
  })

  it('writes arrows along the inference, and ends at the node of the step that is attacked', async () => {
    const { edges } = await written(graph)
    expect(edges.map(({ fromID, toID }) => `${String(fromID)} ${String(toID)}`)).toEqual([
      'delay s',
      'mind s',
      's lanes',
      'odd u',
      'u s',
      'again m',
      'm lanes',
    ])
    expect(new Set(edges.map(({ edgeID }) => edgeID)).size).toBe(edges.length)
  })

  it('counts what other readers do not find', async () => {
    const { losses, notes } = await writeAif(graph)
    expect(explainLosses(losses, 'AIF JSON')).toBe(
      '1 answer to an issue, 1 issue, 2 notes, 3 kinds of statements, 1 title, 1 weight and 2 ratings have no place in AIF JSON.',
    )
    expect(notes).toEqual(['Counterpoint itself reads everything back from this file.'])
  })

  it('has nothing of ours in a file that says everything', async () => {
    const plain: ArgumentGraph = {
      ...emptyGraph(),
      nodes: { a: { kind: 'claim', text: 'Delay fell.' }, b: { kind: 'claim', text: 'Keep the lanes.' } },
      relations: { r: { kind: 'supports', from: ['a'], to: 'b' } },
    }
    expect(Object.keys(await written(plain))).toEqual(['nodes', 'edges', 'locutions'])
  })

  it('has each record on a line of its own, so that a changed word changes one line', async () => {
    const before = String((await writeAif(graph)).content).split('\n')
    const lanes = { kind: 'recommendation', text: 'Keep all lanes.' } as const
    const after = String((await writeAif({ ...graph, nodes: { ...graph.nodes, lanes } })).content).split('\n')
    const changed = after.filter((line, index) => line !== before[index])
    // And the fingerprint that the kind was written beside.
    expect(changed.map((line) => line.trim().slice(0, 17))).toEqual([
      '{"nodeID":"lanes"',
      '"lanes": {"beside',
    ])
  })

  it('says what was dropped where a text was edited elsewhere', async () => {
    const text = String((await writeAif(graph)).content).replace('"Delay fell."', '"Delay rose."')
    const result = await readAif(text)
    expect(result.ok && result.value.graph.nodes['delay']).toEqual({ kind: 'claim', text: 'Delay rose.' })
    expect(result.ok && result.value.graph.nodes['mind']).toEqual(graph.nodes['mind'])
    expect(result.ok && result.value.notes).toEqual([
      {
        place: 'nodes.delay',
        message:
          'What Counterpoint had kept about this statement (kind, rating) is left out, because the statement itself was changed elsewhere; add it again where it still holds.',
      },
    ])
  })

  it('is found to be AIF by its content', async () => {
    const bytes = new TextEncoder().encode(String((await writeAif(graph)).content))
    expect(await openBytes(bytes)).toMatchObject({ formatId: 'aif', graph })
  })
})
