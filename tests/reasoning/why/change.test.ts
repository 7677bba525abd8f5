import { describe, expect, it } from 'vitest'
import type { ArgumentGraph } from '../../../src/model/graph.ts'
import { evaluate } from '../../../src/reasoning/evaluate.ts'
import { sensitivityOf, type Sensitivity } from '../../../src/reasoning/sensitivity/sensitivity.ts'
import { secondOpinionSentence, whatWouldChangeIt } from '../../../src/reasoning/why/change.ts'
import { textOf } from '../../../src/reasoning/why/sentence.ts'
import { parseGraph, withNodes } from '../../support/graph-builder.ts'

function sensitivity(graph: ArgumentGraph): Sensitivity {
  const work = sensitivityOf(evaluate(graph))
  for (;;) {
    const step = work.next()
    if (step.done) return step.value
  }
}

function changes(graph: ArgumentGraph, of = sensitivity(graph)) {
  const standing = evaluate(graph).of('p1')?.standing ?? 'falls'
  const found = whatWouldChangeIt(graph, of, { id: 'p1', standing })
  return {
    matters: found?.matters.map(({ sentence }) => textOf(sentence)),
    evidence: found?.evidence?.doubt,
    answers: found?.answers.map(({ sentence }) => textOf(sentence)),
    singlePoints: found?.singlePoints.map(textOf),
    thresholds: found?.thresholds.map(textOf),
    range: found?.range && textOf(found.range),
  }
}

describe('whatWouldChangeIt', () => {
  it('names what carries a recommendation, the evidence first that matters most, and when its verdict turns', () => {
    const graph = withNodes(parseGraph('e1 supports c1; c1 supports p1; e2 supports c1'), {
      e1: { rating: 'high' },
      e2: { rating: 'low' },
    })
    expect(changes(graph)).toEqual({
      matters: [
        'Without “c1”, this recommendation drops from +88 to 0 (now ‘not argued yet’). Then it would not hold.',
        'Without “e1”, this recommendation drops from +88 to +40 (now ‘leans in favour’).',
        'Without “e2”, this recommendation drops from +88 to +80 (still ‘well supported’).',
      ],
      evidence: 'e1',
      answers: [],
      singlePoints: ['All its support passes through “c1”.'],
      thresholds: [
        'This verdict, ‘well supported’, stands as long as “e1” is at least low.',
        'However “e2” is rated, this verdict stays ‘well supported’.',
      ],
      range:
        'If all ratings were one grade worse for it, its balance would be +68; one grade better, +92 (now +88).',
    })
  })

  it('tells what an answer to an objection would do', () => {
    const graph = withNodes(parseGraph('e1 supports p1; k1 attacks p1'), {
      e1: { rating: 'high' },
      k1: { rating: 'moderate' },
    })
    expect(changes(graph).answers).toEqual([
      'If “k1” were answered it would rise to +80. Then it would hold.',
    ])
    expect(changes(graph).singlePoints).toEqual(['All its evidence comes down to “e1”.'])
  })

  it('leaves out what an analysis of an older document names and is gone, and answers nothing for the unknown', () => {
    const graph = parseGraph('e1 supports p1; e2 supports p1')
    const older = sensitivity(graph)
    const { e1: _, ...nodes } = graph.nodes
    const { r1: __, ...relations } = graph.relations
    const later = { ...graph, nodes, relations }
    expect(changes(later, older).matters).toEqual([
      'Without “e2”, this recommendation drops from +64 to +40 (now ‘leans in favour’).',
    ])
    expect(whatWouldChangeIt(graph, older, { id: 'p2', standing: 'falls' })).toBeUndefined()
  })
})

describe('secondOpinionSentence', () => {
  it('says whether the order of recommendations depends on the way of scoring', () => {
    const agree = parseGraph('e1 supports p1; k1 attacks p2; e2 supports p1')
    expect(textOf(secondOpinionSentence(agree, sensitivity(agree)) ?? [])).toBe(
      'Other ways of scoring put the recommendations into the same order: “p1” and “p2”.',
    )
    const single = parseGraph('e1 supports p1')
    expect(secondOpinionSentence(single, sensitivity(single))).toBeUndefined()
  })
})
