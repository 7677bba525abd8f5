import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readGraph } from '../../../src/formats/json/read.ts'
import { hasElement, type ArgumentGraph } from '../../../src/model/graph.ts'
import { evaluate } from '../../../src/reasoning/evaluate.ts'
import { sensitivityOf, type Sensitivity } from '../../../src/reasoning/sensitivity/sensitivity.ts'
import { whatWouldChangeIt } from '../../../src/reasoning/why/change.ts'
import { explainStanding, type Explanation } from '../../../src/reasoning/why/explain.ts'
import { blockingCircle } from '../../../src/reasoning/why/blocking.ts'
import { groundingOf } from '../../../src/reasoning/why/grounding.ts'
import { textOf, type Sentence } from '../../../src/reasoning/why/sentence.ts'
import { explainStrength } from '../../../src/reasoning/why/weigh.ts'
import { arbitraryGraph } from '../../support/arbitrary-graph.ts'
import { parseGraph } from '../../support/graph-builder.ts'
import { arbitraryArgument } from '../sensitivity/arbitrary-argument.ts'

function told(explanation: Explanation | undefined, depth = 0): string[] {
  if (!explanation) return []
  const own = `${'  '.repeat(depth)}${textOf(explanation.sentence)}`
  return [own, ...explanation.because.flatMap((each) => told(each, depth + 1))]
}

const why = (text: string, id: string) => told(explainStanding(evaluate(parseGraph(text)), id))
const strength = (text: string, id: string) => explainStrength(evaluate(parseGraph(text)), id).map(textOf)

function debated(): ArgumentGraph {
  const result = readGraph(readFileSync('graphs/belt-and-road-debated.json', 'utf8'))
  if (!result.ok) throw new Error('the graph cannot be read')
  return result.value
}

function sensitivity(graph: ArgumentGraph): Sensitivity {
  const work = sensitivityOf(evaluate(graph))
  for (;;) {
    const step = work.next()
    if (step.done) return step.value
  }
}

describe('explainStanding', () => {
  it('names the reason of what holds and what answers each objection', () => {
    expect(why('e1 supports c1; k1 attacks c1; k2 attacks k1', 'c1')).toEqual([
      '“c1” holds: “e1” supports it, and the objection “k1” is answered.',
      '  “k1” does not hold: “k2” speaks against it, and nothing that holds answers that.',
      '    “k2” holds: a counterpoint counts until something speaks against it, and nothing on the map speaks against it.',
    ])
  })

  it('names the unanswered objection of what falls', () => {
    expect(why('e1 supports c1; k1 attacks c1; k2 attacks c1', 'c1')[0]).toBe(
      '“c1” does not hold: “k1” speaks against it, and nothing that holds answers that. So does another objection.',
    )
  })

  it('tells missing reasons from failing ones', () => {
    expect(why('c1 attacks c2', 'c2')).toEqual(['“c2” does not hold: nothing on the map supports it.'])
    expect(why('c1 supports c2', 'c2')).toEqual([
      '“c2” does not hold: its only reason fails, because “c1” does not hold.',
      '  “c1” does not hold: nothing on the map supports it.',
    ])
  })

  it('says when the step is what fails, and explains steps', () => {
    const lines = why('e1 supports c1; k1 attacks r1', 'c1')
    expect(lines[0]).toBe(
      '“c1” does not hold: its only reason fails, because the step from “e1” to “c1” does not hold.',
    )
    expect(lines[1]).toContain('“k1” speaks against it')
  })

  it('shows what blocks each other, and ends', () => {
    const lines = why('e1 supports c1; k1 attacks c1; k2 attacks k1; k1 attacks k2', 'c1')
    expect(lines).toEqual([
      '“c1” is unresolved: “k1” speaks against it, and whether that stands is open.',
      '  “k1” is unresolved: it and “k2” block each other, and nothing else decides.',
    ])
    expect(why('k1 attacks k2; k2 attacks k3; k3 attacks k1', 'k1')).toEqual([
      '“k1” is unresolved: it stands in a circle with “k3” and “k2”, in which objections block each other, and nothing else decides.',
    ])
    expect(why('k1 attacks k1', 'k1')).toEqual(['“k1” is unresolved: it speaks against itself.'])
    expect(why('c1 supports c2; e1 supports c1; k1 attacks c1; k2 attacks k1; k1 attacks k2', 'c2')[0]).toBe(
      '“c2” is unresolved: it hangs on “c1”, which is unresolved.',
    )
  })

  it('does not take a circle of reasons for the cause of what is open', () => {
    const lines = why(
      'c1 supports c2; c2 supports c1; c3 supports c1; e1 supports c3; k1 attacks c3; k1 attacks k2; k2 attacks k1',
      'c2',
    )
    expect(lines[0]).toBe('“c2” is unresolved: it hangs on “c1”, which is unresolved.')
    expect(lines.at(-1)).toContain('block each other')
  })

  it('answers with what is settled first, so that nothing answers for itself', () => {
    expect(why('e1 supports c1; k1 attacks c1; c1 attacks k1; k2 attacks k1', 'c1')).toEqual([
      '“c1” holds: “e1” supports it, and the objection “k1” is answered.',
      '  “k1” does not hold: “k2” speaks against it, and nothing that holds answers that. So does another objection.',
      '    “k2” holds: a counterpoint counts until something speaks against it, and nothing on the map speaks against it.',
    ])
    expect(why('c2 supports c1; e1 supports c1; c1 supports c2', 'c1')[0]).toBe(
      '“c1” holds: “e1” supports it, and nothing on the map speaks against it.',
    )
  })

  it('says that reasons which only support each other rest on nothing', () => {
    const circle = 'does not hold: what supports it goes round in a circle and rests on nothing else.'
    expect(why('c1 supports c2; c2 supports c1; c2 supports c3', 'c3')).toEqual([`“c3” ${circle}`])
    expect(why('c1 supports c2; c2 supports c1; k1 attacks c2', 'c1')[1]).toContain('“k1” speaks against it')
  })

  it('says how many answers it leaves out', () => {
    expect(
      why(
        'e1, e2, e3, e4, e5 support c1; c2 attacks e1; c3 attacks e2; c4 attacks e3; c5 attacks e4; c6 attacks e5',
        'c1',
      ).at(-1),
    ).toBe('  And 2 more like this.')
  })

  it('rests every answer on what is settled before it', () => {
    fc.assert(
      fc.property(arbitraryArgument(12, true), (graph) => {
        const evaluation = evaluate(graph)
        const { orderOf } = groundingOf(evaluation)
        const ids = [...Object.keys(graph.nodes), ...Object.keys(graph.relations)]
        const isOpen = (id: string) => evaluation.of(id)?.standing === 'unresolved'
        expect(ids.filter((id) => orderOf(id) === Infinity)).toEqual(ids.filter(isOpen))
        const outOfOrder = ({ about, because }: Explanation): string[] =>
          because.flatMap((next) => [
            ...(next.about !== about && orderOf(next.about) >= orderOf(about) ? [next.about] : []),
            ...outOfOrder(next),
          ])
        const settled = ids.filter((id) => !isOpen(id)).flatMap((id) => explainStanding(evaluation, id) ?? [])
        expect(settled.flatMap(outOfOrder)).toEqual([])
      }),
      { numRuns: 300 },
    )
  })

  it('names a circle of objections wherever something is unresolved', () => {
    fc.assert(
      fc.property(arbitraryArgument(10, true), (graph) => {
        const evaluation = evaluate(graph)
        const look = { evaluation, graph }
        const open = Object.keys(graph.nodes).filter((id) => evaluation.of(id)?.standing === 'unresolved')
        const elements = [...open, ...Object.keys(graph.relations)]
        expect(elements.some((id) => blockingCircle(look, id) !== undefined)).toBe(
          elements.some((id) => evaluation.of(id)?.standing === 'unresolved'),
        )
      }),
      { numRuns: 300 },
    )
  })

  it('has whole sentences about what is there, for any document, without words of chance', () => {
    fc.assert(
      fc.property(arbitraryGraph({ maxNodes: 20 }), (graph) => {
        const evaluation = evaluate(graph)
        const ids = [...Object.keys(graph.nodes), ...Object.keys(graph.relations)]
        for (const id of ids) {
          const explanation = explainStanding(evaluation, id)
          expect(explanation !== undefined).toBe(evaluation.of(id) !== undefined)
          const parts: Sentence[] = [...explainStrength(evaluation, id)]
          const collect = (each: Explanation) => {
            parts.push(each.sentence)
            for (const next of each.because) collect(next)
          }
          if (explanation) collect(explanation)
          for (const sentence of parts) {
            const words = sentence
              .filter(({ element }) => element === undefined)
              .map(({ text }) => text)
              .join('')
            expect(textOf(sentence)).toMatch(/\.$/)
            expect(words).not.toMatch(/probab|likely|undefined|NaN/)
            expect(sentence.every(({ element }) => element === undefined || hasElement(graph, element))).toBe(
              true,
            )
          }
        }
      }),
      { numRuns: 60 },
    )
  })

  it('is short for a chain of 6,000', () => {
    const chain = Array.from({ length: 6000 }, (_, index) => `c${index + 1} supports c${index}`).join('; ')
    expect(why(chain, 'c0').length).toBeLessThan(10)
  })
})

describe('explainStrength', () => {
  it('says where a score starts and what it comes to', () => {
    expect(strength('e1 supports c1', 'c1')).toEqual([
      'Its score is 40 out of 100: what supports it comes to 40, what speaks against it to 0.',
      'Its only reason is “e1” (40).',
    ])
    expect(strength('e1 supports c1', 'e1')).toEqual([
      'It counts 40 out of 100, since its certainty is not rated.',
    ])
    expect(strength('c1 attacks c2', 'c1')).toEqual([
      'Its score is 0: a claim starts at nothing, and nothing is given for it.',
    ])
  })

  it('names the weakest of linked premises and what is not counted', () => {
    expect(strength('e1, c1 support p1; k1 attacks p1', 'p1')).toContain('Its only objection is “k1” (40).')
    expect(strength('e1, a1 support c1; k1 attacks a1', 'c1').join(' ')).toContain(
      'held back by its weakest premise “a1”',
    )
    expect(strength('e1 supports p1; k1 attacks p1', 'p1').at(-1)).toBe(
      'As long as the objections count that much, no further reasons can bring it above +60.',
    )
    expect(strength('e1 supports c1; c1 supports c2; c2 supports c1', 'c1')).toContain(
      'One reason is not counted, because it only leads back to where it starts.',
    )
  })
})

describe('the second recommendation of the debated paper', () => {
  const graph = debated()
  const evaluation = evaluate(graph)

  it('falls, and the reason is told down to the counterpoint behind it', () => {
    const lines = told(explainStanding(evaluation, 'rec2'))
    expect(lines[0]).toContain('does not hold')
    const about = new Set<string>()
    const collect = (each: Explanation) => {
      about.add(each.about)
      for (const next of each.because) collect(next)
    }
    const explanation = explainStanding(evaluation, 'rec2')
    if (explanation) collect(explanation)
    expect([...about]).toEqual(expect.arrayContaining(['rec2', 'k7']))
  })

  it('has the piece of evidence that matters most', () => {
    const changes = whatWouldChangeIt(graph, sensitivity(graph), { id: 'rec2', standing: 'falls' })
    expect(changes?.evidence?.doubt).toBe('e25')
    expect(textOf(changes?.evidence?.sentence ?? [])).toMatch(
      /^Without “.*”, this recommendation rises from −\d+ to [+−]\d+ \((now|still) ‘.*’\)\.( Then it would hold\.)?$/,
    )
  })
})
