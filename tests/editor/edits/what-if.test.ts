import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applySuppositions } from '../../../src/editor/edits/what-if.ts'
import { ratingNames } from '../../../src/model/kinds.ts'
import { validate } from '../../../src/model/validate.ts'
import { evaluate } from '../../../src/reasoning/evaluate.ts'
import { arbitraryGraph } from '../../support/arbitrary-graph.ts'
import { graph, withNodes } from '../../support/graph-builder.ts'
import { TestEditor } from '../../support/test-editor.ts'

describe('applying a what-if session', () => {
  it('removes and rates in one step that says what it does', () => {
    const base = graph`e1, a1 support c1; e2 supports c1; k1 attacks r2; k2`
    const editor = new TestEditor(base)
    editor.dispatch(
      applySuppositions(editor.context, {
        doubted: ['a1', 'k2', 'r2', 'gone'],
        ratings: { e1: 'low', e2: undefined, k2: 'high' },
      }),
    )
    expect(editor.state.past.map(({ label }) => label)).toEqual([
      'Apply what-if: remove 2 statements, remove 1 relation, change 1 rating',
    ])
    expect(Object.keys(editor.graph.nodes)).toEqual(['e1', 'c1', 'e2', 'k1'])
    // The step needed both premises, so it is gone although one of them is left.
    expect(editor.graph.relations).toEqual({})
    expect(editor.graph.nodes['e1']?.rating).toBe('low')
    editor.run('edit.undo')
    expect(editor.graph).toBe(base)
  })

  it('can take a rating away', () => {
    const editor = new TestEditor(withNodes(graph`e1`, { e1: { rating: 'high' } }))
    editor.dispatch(applySuppositions(editor.context, { doubted: [], ratings: { e1: undefined } }))
    expect(editor.graph.nodes['e1']).not.toHaveProperty('rating')
    expect(editor.state.past.at(-1)?.label).toBe('Apply what-if: change 1 rating')
  })

  it('is refused where nothing is supposed', () => {
    const editor = new TestEditor(graph`e1`)
    editor.dispatch(applySuppositions(editor.context, { doubted: ['gone'], ratings: { e1: undefined } }))
    expect(editor.refusal).toContain('doubt a statement or suppose another rating first')
  })

  it('leaves a valid document that evaluates as it did in the session', () => {
    fc.assert(
      fc.property(
        arbitraryGraph({ minNodes: 1, maxNodes: 14 }),
        fc.array(fc.nat(), { maxLength: 3 }),
        fc.array(fc.tuple(fc.nat(), fc.constantFrom(...ratingNames, undefined)), { maxLength: 3 }),
        (any, doubts, rates) => {
          const nodes = Object.keys(any.nodes)
          const elements = [...nodes, ...Object.keys(any.relations)]
          const doubted = doubts.map((number) => elements[number % elements.length] ?? '')
          const ratings = Object.fromEntries(
            rates.map(([number, rating]) => [nodes[number % nodes.length] ?? '', rating]),
          )
          const supposed = evaluate(any, { doubted, supposedRatings: ratings })
          const editor = new TestEditor(any)
          editor.dispatch(applySuppositions(editor.context, { doubted, ratings }))
          expect(validate(editor.graph)).toEqual([])
          const applied = evaluate(editor.graph)
          for (const id of elements) expect(applied.of(id)).toEqual(supposed.of(id))
        },
      ),
      { numRuns: 300 },
    )
  })
})
