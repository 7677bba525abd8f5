import { describe, expect, it } from 'vitest'
import { objectionTargets } from '../../src/editor/objection-targets.ts'
import type { ArgumentGraph, ElementId } from '../../src/model/graph.ts'
import { questionsOf } from '../../src/reasoning/critical-questions.ts'
import { graph } from '../support/graph-builder.ts'

/** The places that a question of this relation or recommendation offers, in words. */
function wordsFor(base: ArgumentGraph, on: ElementId, scheme: string, question: string): string[] {
  const { nodes, relations } = base
  const changed = {
    ...base,
    nodes: nodes[on] ? { ...nodes, [on]: { ...nodes[on], scheme } } : nodes,
    relations: relations[on] ? { ...relations, [on]: { ...relations[on], scheme } } : relations,
  }
  const asked = questionsOf(changed, on).find(({ id }) => id === question)
  if (!asked) throw new Error(`"${scheme}" does not ask "${question}"`)
  return objectionTargets(changed, asked).map(({ words }) => words)
}

describe('objectionTargets', () => {
  it('names the premise by the words of its statement', () => {
    expect(wordsFor(graph`e1, a1 supports c1`, 'r1', 'expert-opinion', 'genuine')).toEqual([
      'against the premise “a1”',
    ])
  })

  it('says that a premise nobody states is objected to as a part of the step', () => {
    expect(wordsFor(graph`e1 supports c1`, 'r1', 'expert-opinion', 'genuine')).toEqual([
      'against the step: nobody states that it is an expert of this field',
    ])
  })

  it('offers every place of a question that has several', () => {
    expect(wordsFor(graph`e1 supports c1`, 'r1', 'popular-opinion', 'really')).toEqual([
      'against the premise “e1”',
      'against the step',
    ])
  })

  it('offers a place once that two ways end at', () => {
    expect(wordsFor(graph`a1 supports p1`, 'r1', 'positive-consequences', 'likely')).toHaveLength(2)
    expect(wordsFor(graph`p1:recommendation`, 'p1', 'positive-consequences', 'likely')).toEqual([
      'against the recommendation “p1”',
    ])
  })

  it('names the conclusion, and a rival to a recommendation', () => {
    const base = graph`c1 supports p1`
    expect(wordsFor(base, 'r1', 'practical-reasoning', 'side-effects')).toEqual([
      'against the conclusion “p1”',
    ])
    expect(wordsFor(base, 'r1', 'practical-reasoning', 'alternative')).toEqual([
      'as a rival recommendation to “p1”',
    ])
    expect(wordsFor(base, 'p1', 'practical-reasoning', 'alternative')).toEqual([
      'as a rival recommendation to “p1”',
    ])
  })

  it('speaks for what an objection is raised to, where the conclusion of the objection is in question', () => {
    expect(wordsFor(graph`k1 attacks p1`, 'r1', 'negative-consequences', 'offset')).toEqual([
      'in favour of “p1”',
    ])
  })
})
