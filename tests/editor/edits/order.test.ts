import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { placeEach, placeKeys } from '../../../src/editor/edits/ordering.ts'
import type { ArgumentGraph } from '../../../src/model/graph.ts'
import { inOrder } from '../../../src/model/order.ts'
import { relationsInto, structureOf } from '../../../src/model/structure.ts'
import { graph, withNodes } from '../../support/graph-builder.ts'
import { TestEditor } from '../../support/test-editor.ts'

const premisesInto = (of: ArgumentGraph, target: string) =>
  relationsInto(of, target).flatMap((id) => structureOf(of).premises.get(id) ?? [])

/** Order keys as files may hold them: none, good ones, repeated ones, and words that are no such keys. */
const orders = fc.array(fc.constantFrom(undefined, 'a0', 'a1', 'a2', 'a1V', 'Zz', '0', 'zz', 'b', ''), {
  maxLength: 8,
})

const recordsWith = (keys: readonly (string | undefined)[]) =>
  Object.fromEntries(keys.map((order, index) => [`r${index}`, order === undefined ? {} : { order }]))

describe('placing among siblings', () => {
  it('puts new records where they belong and keeps the others in order, whatever keys there were', () => {
    fc.assert(
      fc.property(orders, fc.nat(), fc.integer({ min: 1, max: 3 }), (keys, at, count) => {
        const records: Record<string, { order?: string }> = recordsWith(keys)
        const group = inOrder(records)
        const index = at % (group.length + 1)
        const placed = placeKeys(records, group, index, count)
        for (const [id, order] of placed.rekeyed) records[id] = { order }
        for (const [number, order] of placed.keys.entries()) records[`new${number}`] = { order }
        const fresh = placed.keys.map((_, number) => `new${number}`)
        expect(inOrder(records)).toEqual([...group.slice(0, index), ...fresh, ...group.slice(index)])
      }),
    )
  })

  it('places several at places of their own', () => {
    fc.assert(
      fc.property(orders, fc.array(fc.nat(), { minLength: 1, maxLength: 4 }), (keys, picks) => {
        const records: Record<string, { order?: string }> = recordsWith(keys)
        const group = inOrder(records)
        const indexes = picks.map((pick) => pick % (group.length + 1)).sort((a, b) => a - b)
        const placed = placeEach(records, group, indexes)
        for (const [id, order] of placed.rekeyed) records[id] = { order }
        for (const [number, order] of placed.keys.entries()) records[`new${number}`] = { order }
        const expected: string[] = []
        for (let index = 0; index <= group.length; index += 1) {
          indexes.forEach((each, number) => each === index && expected.push(`new${number}`))
          if (group[index] !== undefined) expected.push(group[index] ?? '')
        }
        expect(inOrder(records)).toEqual(expected)
      }),
    )
  })

  it('leaves the keys of the others alone where there is room', () => {
    const records = { a: { order: 'a0' }, b: { order: 'a1' } }
    expect(placeKeys(records, ['a', 'b'], 1).rekeyed.size).toBe(0)
    expect(placeKeys(records, ['a', 'b'], 2).rekeyed.size).toBe(0)
    expect(placeKeys({ a: {}, b: {} }, ['a', 'b'], 2).rekeyed.size).toBe(0)
  })
})

describe('moving among siblings', () => {
  const base = graph`c1 supports c0; k2 attacks c0; c3 supports c0`

  it('goes one place earlier or later, attacks among supports', () => {
    const editor = new TestEditor(base).select('c3').press('Alt+ArrowLeft')
    expect(premisesInto(editor.graph, 'c0')).toEqual(['c1', 'c3', 'k2'])
    editor.press('Alt+ArrowUp')
    expect(premisesInto(editor.graph, 'c0')).toEqual(['c3', 'c1', 'k2'])
    editor.press('Alt+ArrowRight', 'Alt+ArrowDown')
    expect(premisesInto(editor.graph, 'c0')).toEqual(['c1', 'k2', 'c3'])
    expect(editor.state.past.map((step) => step.label)).toEqual([
      'Move earlier',
      'Move earlier',
      'Move later',
      'Move later',
    ])
  })

  it('works on a selected relation as well', () => {
    const editor = new TestEditor(base).select('r1').press('Alt+ArrowRight')
    expect(premisesInto(editor.graph, 'c0')).toEqual(['k2', 'c1', 'c3'])
  })

  it('is refused at the ends', () => {
    const editor = new TestEditor(base)
    expect(editor.select('c1').press('Alt+ArrowLeft').refusal).toContain('already comes first')
    expect(editor.select('c3').press('Alt+ArrowRight').refusal).toContain('already comes last')
    expect(new TestEditor(base).press('Alt+ArrowLeft').refusal).toContain('Select a statement first')
  })

  it('orders roots', () => {
    const editor = new TestEditor(graph`p1; p2; p3`).select('p3').press('Alt+ArrowLeft', 'Alt+ArrowLeft')
    expect(structureOf(editor.graph).roots).toEqual(['p3', 'p1', 'p2'])
  })

  it('orders linked premises, and at their end the whole step', () => {
    const editor = new TestEditor(graph`c9 supports c0; a1, a2 support c0`)
      .select('a2')
      .press('Alt+ArrowLeft')
    expect(premisesInto(editor.graph, 'c0')).toEqual(['c9', 'a2', 'a1'])
    editor.press('Alt+ArrowLeft')
    expect(premisesInto(editor.graph, 'c0')).toEqual(['a2', 'a1', 'c9'])
  })

  it('keeps the order in other steps that share the premises', () => {
    const base = graph`a1, a2, a3 support c0; a1, a3, a4 support c9`
    const editor = new TestEditor(base).select('a3').press('Alt+ArrowLeft')
    expect(premisesInto(editor.graph, 'c0')).toEqual(['a1', 'a3', 'a2'])
    expect(premisesInto(editor.graph, 'c9')).toEqual(['a1', 'a3', 'a4'])
  })

  it('touches only the record that moves when all have keys', () => {
    const keyed = withNodes(graph`p1; p2; p3`, {
      p1: { order: 'a0' },
      p2: { order: 'a1' },
      p3: { order: 'a2' },
    })
    const editor = new TestEditor(keyed).select('p3').press('Alt+ArrowLeft')
    expect(editor.graph.nodes['p1']).toBe(keyed.nodes['p1'])
    expect(editor.graph.nodes['p2']).toBe(keyed.nodes['p2'])
    expect(structureOf(editor.graph).roots).toEqual(['p1', 'p3', 'p2'])
  })
})
