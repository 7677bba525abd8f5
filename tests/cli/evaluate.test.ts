/** `counterpoint evaluate`: what the evaluation says, in the shape that scripts rely on, and as a table. */
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { evaluate } from '../../src/reasoning/evaluate.ts'
import { scoringRuleNames } from '../../src/reasoning/rules.ts'
import { schemaText } from '../../src/formats/json/schema-document.ts'
import { arbitraryGraph } from '../support/arbitrary-graph.ts'
import { graph } from '../support/graph-builder.ts'
import { Workplace } from './workplace.ts'

const place = new Workplace()
afterAll(() => place.remove())

interface Assessments {
  nodes: Record<string, { standing: string; strength: number; support: number; objection: number }>
  relations: Assessments['nodes']
}

const document = graph`e1 supports c1; k1 attacks c1; c1 supports p1`
const path = place.put('map.json', document)

async function evaluated(...words: string[]): Promise<Assessments> {
  const { status, output, messages } = await place.run(['evaluate', path, '--json', ...words])
  expect(messages).toEqual([])
  expect(status).toBe(0)
  return JSON.parse(output) as Assessments
}

describe('evaluate --json', () => {
  it('has standing and unrounded numbers of each node and relation', async () => {
    const { nodes, relations, ...rest } = await evaluated()
    expect(rest).toEqual({})
    expect(Object.keys(nodes)).toEqual(Object.keys(document.nodes))
    expect(Object.keys(relations)).toEqual(Object.keys(document.relations))
    const evaluation = evaluate(document)
    for (const [id, found] of Object.entries({ ...nodes, ...relations })) {
      expect(Object.keys(found)).toEqual(['standing', 'strength', 'support', 'objection'])
      expect(found).toEqual({ ...evaluation.of(id) })
    }
    expect(nodes['c1']?.standing).toBe('falls')
  })

  it('agrees with the evaluation of any document', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryGraph(), async (any) => {
        const { output } = await place.run(['evaluate', place.put('any.json', any), '--json'])
        const { nodes, relations } = JSON.parse(output) as Assessments
        const { of } = evaluate(any)
        for (const id of Object.keys(any.nodes)) expect(nodes[id]).toEqual(of(id) && { ...of(id) })
        for (const id of Object.keys(any.relations)) expect(relations[id]).toEqual(of(id) && { ...of(id) })
      }),
      { numRuns: 50 },
    )
  })

  it.each(scoringRuleNames)('scores by the rule %s', async (rule) => {
    const { nodes } = await evaluated('--rule', rule)
    expect(nodes['c1']?.strength).toBe(evaluate(document, { rule }).of('c1')?.strength)
  })

  it('leaves out what is doubted, with what hangs on it, as often as asked', async () => {
    const { nodes, relations } = await evaluated('--doubt', 'k1', '--doubt=e1')
    expect(Object.keys(nodes)).toEqual(Object.keys(document.nodes).filter((id) => id !== 'k1' && id !== 'e1'))
    expect(Object.keys(relations)).toHaveLength(1)
    expect(nodes['c1']).toEqual({ ...evaluate(document, { doubted: ['k1', 'e1'] }).of('c1') })
  })

  it('has no entry for what takes no part', async () => {
    const input = JSON.stringify({
      ...document,
      nodes: { ...document.nodes, q1: { kind: 'issue', text: 'What now?' } },
    })
    const { output } = await place.run(['evaluate', '-', '--json'], { input })
    expect((JSON.parse(output) as Assessments).nodes).not.toHaveProperty('q1')
  })
})

describe('evaluate', () => {
  it('refuses to doubt what is not there', async () => {
    const { status, output, messages } = await place.run(['evaluate', path, '--doubt', 'c11'])
    expect(status).toBe(2)
    expect(output).toBe('')
    expect(messages).toEqual([
      'counterpoint: there is no node or relation "c11" on this map. Did you mean "c1"?',
    ])
  })

  it('prints a table to be read', async () => {
    const { status, output } = await place.run(['evaluate', path])
    expect(status).toBe(0)
    const lines = output.trimEnd().split('\n')
    expect(lines[0]).toMatch(/^id +standing +score +for +against$/)
    expect(lines).toHaveLength(
      1 + Object.keys(document.nodes).length + Object.keys(document.relations).length,
    )
    expect(lines.find((line) => line.startsWith('c1 '))).toMatch(/^c1 +does not hold +\d+ +\d+ +\d+ +claim: /)
  })
})

describe('schema', () => {
  it('prints the schema that is published', async () => {
    expect(await place.run(['schema'])).toMatchObject({ status: 0, output: schemaText(), messages: [] })
  })
})
