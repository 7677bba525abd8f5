import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ElementId } from '../../src/model/graph.ts'
import { relationKindNames } from '../../src/model/kinds.ts'
import {
  capitalise,
  countOfElements,
  nameOfElement,
  nameOfNode,
  nameOfRelation,
  quoteElement,
  shorten,
  verbOf,
} from '../../src/model/naming.ts'
import { arbitraryGraph } from '../support/arbitrary-graph.ts'
import { graph, withNodes } from '../support/graph-builder.ts'

describe('a shortened text', () => {
  it('is the text itself, in one line, when it fits', () => {
    expect(shorten('Roads lower\n  trade costs. ')).toBe('Roads lower trade costs.')
    expect(shorten('x'.repeat(60))).toBe('x'.repeat(60))
  })

  it('ends at a word where there is one, with an ellipsis', () => {
    expect(shorten('Roads lower trade costs.', 20)).toBe('Roads lower trade…')
    expect(shorten('Donaudampfschifffahrtsgesellschaft', 10)).toBe('Donaudamp…')
    expect(shorten('A Donaudampfschifffahrtsgesellschaft', 10)).toBe('A Donauda…')
  })

  it('cuts no character in two', () => {
    expect(shorten('🚢'.repeat(10), 4)).toBe('🚢🚢🚢…')
  })

  it('never has more characters than asked for, nor a space at either end', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 200 }),
        fc.integer({ min: 1, max: 80 }),
        (text, length) => {
          const short = shorten(text, length)
          expect([...short].length).toBeLessThanOrEqual(length)
          expect(short).toBe(short.trim())
          expect(short === '').toBe(text.trim() === '')
        },
      ),
    )
  })
})

describe('names', () => {
  const base = withNodes(
    graph`c1 supports c0; k1 attacks r1; p1 addresses i1; c2 restates c0; e1, e2, e3, e4 support c0; k2 attacks r2`,
    { c0: { text: 'Roads lower trade costs.' }, c1: { text: ' Freight times fell. ' }, p1: { text: '' } },
  )

  it('say the kind and the whole text of a statement', () => {
    expect(nameOfNode(base, 'c1')).toBe('Claim: Freight times fell.')
    expect(nameOfNode(base, 'p1')).toBe('Recommendation: no text yet')
    expect(nameOfElement(base, 'c0')).toBe('Claim: Roads lower trade costs.')
  })

  it('say what a relation does to what', () => {
    expect(nameOfRelation(base, 'r1')).toBe('Support: “Freight times fell.” for “Roads lower trade costs.”')
    expect(nameOfElement(base, 'r3')).toBe('Answer: “no text yet” to “i1”')
    expect(nameOfElement(base, 'r4')).toBe('Restatement: “c2” says the same as “Roads lower trade costs.”')
  })

  it('name an inference by its ends, and an inference about it no deeper', () => {
    expect(nameOfRelation(base, 'r2')).toBe(
      'Objection: “k1” against the step from “Freight times fell.” to “Roads lower trade costs.”',
    )
    expect(nameOfRelation(base, 'r6')).toBe('Objection: “k2” against the step from “k1” to another step')
  })

  it('count linked premises from the fourth on', () => {
    expect(nameOfRelation(base, 'r5')).toBe(
      'Support: “e1”, “e2” and 2 more together for “Roads lower trade costs.”',
    )
    expect(nameOfRelation(graph`e1, e2, e3 support c1`, 'r1')).toBe(
      'Support: “e1” together with “e2” together with “e3” for “c1”',
    )
  })

  it('are there for what is not', () => {
    expect(nameOfNode(base, 'c9')).toBe('Unknown statement')
    expect(nameOfElement(base, 'toString')).toBe('Unknown relation')
    expect(quoteElement(base, 'c9')).toBe('something that is not on the map')
  })

  it('are never empty and never fail, whatever the graph', () => {
    fc.assert(
      fc.property(arbitraryGraph({ maxNodes: 20, details: false }), fc.string(), (any, other) => {
        const ids: ElementId[] = [...Object.keys(any.nodes), ...Object.keys(any.relations), other]
        for (const id of ids) {
          expect(nameOfElement(any, id)).toMatch(/^\p{Lu}\p{Ll}+(: .| \p{Ll})/u)
          expect(quoteElement(any, id)).toMatch(/^(“.+”|the step from “.+”.* to .+|something .+)$/s)
        }
        expect(countOfElements(any, ids)).not.toBe('')
      }),
      { numRuns: 200 },
    )
  })

  it('end even where relations point at each other in a circle', () => {
    const circle = graph`r1 = k1 attacks r2; r2 = k2 attacks r1`
    expect(nameOfRelation(circle, 'r1')).toBe('Objection: “k1” against the step from “k2” to another step')
  })
})

describe('counts of elements', () => {
  const base = graph`c1 supports c0; k1 attacks r1; e1 supports c1; e2 supports c1`

  it.each([
    [['c1'], 'claim'],
    [['c0', 'c1'], '2 claims'],
    [['e1', 'e2'], '2 pieces of evidence'],
    [['c1', 'k1'], '2 statements'],
    [['r1'], 'relation'],
    [['c1', 'r1', 'r2'], 'claim and 2 relations'],
    [[], 'nothing'],
    [['c9'], 'nothing'],
  ])('call %j “%s”', (ids, name) => {
    expect(countOfElements(base, ids)).toBe(name)
  })
})

describe('words', () => {
  it('begin with a capital where a sentence does, in any script', () => {
    expect(capitalise('claim')).toBe('Claim')
    expect(capitalise('über')).toBe('Über')
    expect(capitalise('🚢 ships')).toBe('🚢 ships')
    expect(capitalise('')).toBe('')
  })

  it('have a verb for every kind of relation', () => {
    const verbs = relationKindNames.map(verbOf)
    expect(new Set(verbs).size).toBe(relationKindNames.length)
    expect(verbs).toContain('supports')
  })
})
