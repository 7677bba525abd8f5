import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hasElement, type ArgumentGraph, type Relation } from '../../src/model/graph.ts'
import {
  criteriaOf,
  missingPremises,
  openQuestions,
  questionsOf,
  raisingOf,
  rolesOf,
} from '../../src/reasoning/critical-questions.ts'
import { inference, premise, rival } from '../../src/reasoning/schemes/scheme.ts'
import { arbitraryGraph } from '../support/arbitrary-graph.ts'
import { graph, withNodes } from '../support/graph-builder.ts'

function withRelation(any: ArgumentGraph, id: string, more: Partial<Relation>): ArgumentGraph {
  return { ...any, relations: { ...any.relations, [id]: { ...any.relations[id]!, ...more } } }
}

describe('questionsOf', () => {
  const base = withRelation(graph`e1 supports c1; k1 attacks r1`, 'r1', {
    scheme: 'example',
    questions: {
      true: { answer: 'fine', text: 'Counted twice.' },
      typical: { answer: 'problem', by: 'k1' },
      enough: { answer: 'problem', text: 'Said by nobody on the map.' },
      'of-another-scheme': { answer: 'fine' },
    },
  })

  it('gives each question of the scheme its state', () => {
    const found = questionsOf(base, 'r1')
    expect(found.map(({ id, state }) => `${id} ${state}`)).toEqual([
      'true answered',
      'typical raised',
      'enough open',
      'special open',
    ])
    expect(found[0]).toMatchObject({
      on: 'r1',
      question: 'Is what is said about the examples true?',
      text: 'Counted twice.',
      burden: 'raised',
    })
    expect(found[1]).toMatchObject({ by: 'k1' })
  })

  it('takes an answer by a node that is not there for what is left of it', () => {
    const { k1: _, ...nodes } = base.nodes
    const states = questionsOf({ ...base, nodes }, 'r1').map(({ state }) => state)
    expect(states).toEqual(['answered', 'open', 'open', 'open'])
  })

  it('asks recommendations, but no other statements and no relations that are no inference', () => {
    const all = graph`p1 addresses i1; c1`
    const schemed = withRelation(
      withNodes(all, { p1: { scheme: 'fairness' }, c1: { scheme: 'fairness' } }),
      'r1',
      { scheme: 'fairness' },
    )
    expect(questionsOf(schemed, 'p1')).toHaveLength(3)
    expect(questionsOf(schemed, 'c1')).toEqual([])
    expect(questionsOf(schemed, 'r1')).toEqual([])
    expect(openQuestions(schemed).map(({ on }) => on)).toEqual(['p1', 'p1', 'p1'])
  })

  it('asks nothing without a scheme, with one from elsewhere, and about what is not there', () => {
    for (const scheme of ['Argument from Analogy', 'constructor', ''])
      expect(questionsOf(withRelation(base, 'r1', { scheme }), 'r1')).toEqual([])
    expect(questionsOf(base, 'r2')).toEqual([])
    expect(questionsOf(base, 'toString')).toEqual([])
  })
})

describe('premises of a scheme', () => {
  const base = withRelation(graph`c1, c2, c3 support p1`, 'r1', { scheme: 'value-based-practical-reasoning' })

  it('are taken in the order of both where the document does not say', () => {
    expect([...rolesOf(base, 'r1').values()]).toEqual(['c1', 'c2', 'c3'])
    expect(missingPremises(base, 'r1')).toEqual([])
  })

  it('go first by what the document says', () => {
    const said = withRelation(base, 'r1', { roles: { value: 'c3', 'of-another': 'c1' } })
    expect([...rolesOf(said, 'r1')]).toEqual([
      ['value', 'c3'],
      ['goal', 'c1'],
      ['means', 'c2'],
    ])
  })

  it('are missing where there are fewer premises than the scheme needs', () => {
    const one = withRelation(base, 'r1', { from: ['c1'], roles: { means: 'c1' } })
    expect(missingPremises(one, 'r1').map(({ id, label }) => `${id}: ${label}`)).toEqual([
      'value: the value',
      'goal: the goal',
    ])
    expect(missingPremises(withRelation(one, 'r1', { scheme: 'unheard-of' }), 'r1')).toEqual([])
  })

  it('may be fewer than the relation has', () => {
    const more = withRelation(base, 'r1', { scheme: 'example' })
    expect([...rolesOf(more, 'r1')]).toEqual([['case', 'c1']])
    expect(missingPremises(more, 'r1')).toEqual([])
  })
})

describe('raisingOf', () => {
  it('gives a rival the issues of what it rivals, each once', () => {
    const base = graph`p1 addresses i1; p1 addresses i2; p1 addresses i1; c1 supports p1`
    expect(raisingOf(base, 'r4', rival)).toEqual({
      kind: 'recommendation',
      relation: 'attacks',
      to: 'p1',
      issues: ['i1', 'i2'],
    })
    expect(raisingOf(base, 'p1', rival)?.issues).toEqual(['i1', 'i2'])
  })

  it('aims at the step where the premise is said by nobody, and at nothing for other statements', () => {
    const base = withRelation(graph`e1 supports c1`, 'r1', { scheme: 'sign' })
    expect(raisingOf(base, 'r1', premise('sign'))?.to).toBe('e1')
    expect(raisingOf(base, 'r1', premise('link'))?.to).toBe('r1')
    expect(raisingOf(base, 'c1', inference)).toBeUndefined()
    expect(raisingOf(base, 'r9', inference)).toBeUndefined()
  })
})

describe('criteriaOf', () => {
  it('gives each criterion of a recommendation its state, and none to other statements', () => {
    const base = withNodes(graph`k1 attacks p1`, {
      p1: { criteria: { values: { answer: 'fine', by: 'k1' }, equity: { answer: 'problem', by: 'k1' } } },
      k1: { criteria: { values: { answer: 'fine' } } },
    })
    const found = criteriaOf(base, 'p1')
    expect(found).toHaveLength(11)
    expect(found.find(({ name }) => name === 'values')).toMatchObject({
      state: 'answered',
      by: 'k1',
      label: 'values',
    })
    expect(found.find(({ name }) => name === 'equity')?.state).toBe('raised')
    expect(criteriaOf(base, 'k1')).toEqual([])
    expect(criteriaOf(base, 'gone')).toEqual([])
  })
})

describe('in any graph', () => {
  it('every question has a state and aims at something that is there', () => {
    let asked = 0
    fc.assert(
      fc.property(arbitraryGraph({ maxNodes: 15 }), (any) => {
        const elements = [...Object.keys(any.nodes), ...Object.keys(any.relations)]
        for (const id of elements) {
          const questions = questionsOf(any, id)
          asked += questions.length
          for (const question of questions) {
            expect(question.state !== 'raised' || hasElement(any, question.by)).toBe(true)
            const targets = question.effects.map((aim) => raisingOf(any, id, aim)?.to ?? '')
            expect(targets.every((target) => hasElement(any, target))).toBe(true)
          }
          const missing = new Set(missingPremises(any, id).map((each) => each.id))
          for (const name of rolesOf(any, id).keys()) expect(missing.has(name)).toBe(false)
        }
      }),
      { numRuns: 200 },
    )
    expect(asked).toBeGreaterThan(200)
  })
})
