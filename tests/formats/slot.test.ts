import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readGraph } from '../../src/formats/json/read.ts'
import { writeGraph } from '../../src/formats/json/write.ts'
import { applySlot, slotFor } from '../../src/formats/slot.ts'
import { emptyGraph, type ArgumentGraph, type ArgumentNode, type Relation } from '../../src/model/graph.ts'
import { validate } from '../../src/model/validate.ts'
import { arbitraryGraph } from '../support/arbitrary-graph.ts'

/** As it comes out of a file. */
const throughJson = (value: unknown): unknown =>
  value === undefined ? undefined : JSON.parse(JSON.stringify(value))

/** What some format might show of a graph: some nodes with some fields, the relations between them. */
const arbitraryVisible = fc
  .tuple(arbitraryGraph(), fc.array(fc.nat({ max: 9 }), { minLength: 50, maxLength: 150 }))
  .map(([graph, rolls]): [ArgumentGraph, ArgumentGraph] => {
    let next = 0
    const roll = (): number => rolls[(next += 1) % rolls.length] ?? 0
    const nodes = new Map<string, ArgumentNode>()
    for (const [id, node] of Object.entries(graph.nodes)) {
      const isPlain = node.kind !== 'issue' && node.kind !== 'note'
      if (!isPlain || roll() === 0) continue
      const text = roll() === 1 ? node.text.trim() : node.text
      const { section: _, excerpts: _1, questions: _2, criteria: _3, ...free } = node
      nodes.set(id, { ...(roll() < 3 ? free : {}), kind: roll() < 5 ? 'claim' : node.kind, text })
    }
    const relations = new Map<string, Relation>()
    for (const [id, { kind, from, to }] of Object.entries(graph.relations)) {
      const isBetween = from.every((premise) => nodes.has(premise)) && (nodes.has(to) || relations.has(to))
      if (isBetween && kind !== 'addresses' && roll() > 0) {
        relations.set(id, { kind, from, to, ext: { file: { line: roll() } } })
      }
    }
    if (roll() < 2) nodes.set('stand-in', { kind: 'claim', text: 'Only the format has this.' })
    const shuffled = [...nodes].sort(() => (roll() < 5 ? -1 : 1))
    return [
      graph,
      {
        ...emptyGraph(roll() < 5 ? graph.title : 'From a file'),
        ext: { file: { name: 'map.txt' }, other: roll() },
        nodes: Object.fromEntries(shuffled),
        relations: Object.fromEntries(relations),
      },
    ]
  })
  .filter(([, visible]) => validate(visible).length === 0)

const graph: ArgumentGraph = {
  ...emptyGraph('Lanes'),
  sources: { trial: { type: 'report', title: 'Trial' } },
  sections: { costs: { title: 'Costs' } },
  nodes: {
    lanes: { kind: 'recommendation', text: 'Keep the lanes.', section: 'costs' },
    delay: { kind: 'evidence', text: 'Delay fell.', rating: 'high', excerpts: [{ source: 'trial' }] },
    odd: {
      kind: 'counterpoint',
      text: 'The trial ran in summer.',
      questions: { typical: { answer: 'fine', by: 'delay' } },
    },
    how: { kind: 'issue', text: 'What about the lanes?' },
  },
  relations: {
    r1: { kind: 'supports', from: ['delay'], to: 'lanes', weight: 'partial' },
    r2: { kind: 'attacks', from: ['odd'], to: 'r1' },
    r3: { kind: 'addresses', from: ['lanes'], to: 'how' },
  },
  layout: {
    direction: 'left',
    pinned: { delay: { x: 1, y: 2 }, lanes: { x: 3, y: 4 } },
    collapsed: ['delay'],
  },
  muted: { orphan: { at: ['how', 'delay'] } },
}

const visible: ArgumentGraph = {
  ...emptyGraph('Lanes'),
  nodes: {
    lanes: { kind: 'claim', text: 'Keep the lanes.' },
    delay: { kind: 'claim', text: 'Delay fell.' },
    odd: { kind: 'claim', text: 'The trial ran in summer.' },
  },
  relations: {
    r1: { kind: 'supports', from: ['delay'], to: 'lanes' },
    r2: { kind: 'attacks', from: ['odd'], to: 'r1' },
  },
}

const slot = slotFor(graph, visible)

function withNode(id: string, node: ArgumentNode): ArgumentGraph {
  return { ...visible, nodes: { ...visible.nodes, [id]: node } }
}

describe('applySlot', () => {
  it('gives back the graph, byte for byte, whatever part of it is visible', () => {
    fc.assert(
      fc.property(arbitraryVisible, ([wanted, seen]) => {
        const { graph: result, notes } = applySlot(seen, throughJson(slotFor(wanted, seen)))
        expect(writeGraph(result)).toBe(writeGraph(wanted))
        expect(notes).toEqual([])
      }),
      { numRuns: 500 },
    )
  })

  it('gives back a graph of which nothing is visible, and one of which everything is', () => {
    fc.assert(
      fc.property(arbitraryGraph(), (wanted) => {
        const hidden = applySlot(emptyGraph(), throughJson(slotFor(wanted, emptyGraph()))).graph
        expect(writeGraph(hidden)).toBe(writeGraph(wanted))
        expect(slotFor(wanted, wanted)).toBeUndefined()
        expect(applySlot(wanted, undefined).graph).toBe(wanted)
      }),
    )
  })

  it('says nothing twice: what is visible is not in the slot', () => {
    expect(JSON.stringify(slot)).not.toContain('Delay fell.')
    expect(JSON.stringify(slot)).not.toContain('"supports"')
  })

  it('leaves out only the entry of a statement whose text was changed elsewhere, and says so', () => {
    const { graph: result, notes } = applySlot(
      withNode('delay', { kind: 'claim', text: 'Delay rose.' }),
      slot,
    )
    expect(result).toEqual({
      ...graph,
      nodes: { ...graph.nodes, delay: { kind: 'claim', text: 'Delay rose.' } },
    })
    expect(notes).toEqual([
      {
        place: 'nodes.delay',
        message:
          'What Counterpoint had kept about this statement (kind, rating, excerpts) is left out, because the statement itself was changed elsewhere; add it again where it still holds.',
      },
    ])
  })

  it('takes a title that was changed elsewhere, and keeps the rest of the document', () => {
    const renamed = { ...visible, title: 'Bus lanes' }
    const { graph: result, notes } = applySlot(renamed, slotFor({ ...graph, title: 'Old' }, visible))
    expect(result).toEqual({ ...graph, title: 'Bus lanes' })
    expect(notes.map(({ place }) => place)).toEqual(['title'])
  })

  it('leaves out relations whose ends were deleted elsewhere, pins and muted places with them', () => {
    const { lanes, odd } = visible.nodes
    const fewer = {
      ...visible,
      nodes: { lanes: lanes ?? odd, odd: odd ?? lanes },
      relations: {},
    } as ArgumentGraph
    const whole = slotFor(graph, { ...visible, relations: {} })
    const { graph: result, notes } = applySlot(fewer, whole)
    expect(Object.keys(result.nodes)).toEqual(['lanes', 'odd', 'how'])
    expect(Object.keys(result.relations)).toEqual(['r3'])
    expect(result.layout).toEqual({ direction: 'left', pinned: { lanes: { x: 3, y: 4 } }, collapsed: [] })
    expect(result.muted).toEqual({ orphan: { at: ['how'] } })
    expect(result.nodes['odd']).toEqual({ kind: 'counterpoint', text: 'The trial ran in summer.' })
    expect(validate(result)).toEqual([])
    expect(notes.map(({ place }) => place).toSorted((a, b) => (a ?? '').localeCompare(b ?? ''))).toEqual([
      'layout.collapsed.0',
      'layout.pinned.delay',
      'muted.orphan.at.1',
      'nodes.delay',
      'nodes.odd.questions',
      'relations.r1',
      'relations.r2',
    ])
  })

  it('leaves out a kind that a relation added elsewhere does not allow', () => {
    const noted = slotFor(
      {
        ...graph,
        nodes: { ...graph.nodes, odd: { kind: 'note', text: 'The trial ran in summer.' } },
        relations: {},
      },
      { ...visible, relations: {} },
    )
    const { graph: result, notes } = applySlot(visible, noted)
    expect(result.nodes['odd']?.kind).toBe('claim')
    expect(result.relations).toEqual(visible.relations)
    expect(notes.map(({ place }) => place)).toContain('nodes.odd')
  })

  it('keeps a record of the file whose id a hidden record had', () => {
    const { graph: result, notes } = applySlot(withNode('how', { kind: 'claim', text: 'New.' }), slot)
    expect(result.nodes['how']).toEqual({ kind: 'claim', text: 'New.' })
    expect(notes.map(({ place }) => place)).toEqual(['nodes.how', 'relations.r3'])
  })

  it('survives a chain of a hundred thousand hidden relations that hang on one that is gone', () => {
    const relations = Array.from({ length: 90_000 }, (_, index): [string, unknown] => [
      `c${index}`,
      { whole: { kind: 'attacks', from: ['lanes'], to: index === 0 ? 'gone' : `c${index - 1}` } },
    ])
    const { graph: result, notes } = applySlot(visible, {
      version: 1,
      relations: Object.fromEntries(relations),
    })
    expect(result.relations).toEqual(visible.relations)
    expect(notes).toHaveLength(90_000)
  })

  it('gives a valid graph whatever stands in the slot', () => {
    const entry = fc.oneof(
      fc.record({ whole: fc.jsonValue() }),
      fc.record({ gone: fc.constant(true), beside: fc.string() }),
      fc.record({ set: fc.jsonValue(), without: fc.jsonValue(), beside: fc.string(), ext: fc.jsonValue() }),
      fc.jsonValue(),
    )
    const table = fc.oneof(
      fc.dictionary(fc.constantFrom('lanes', 'delay', 'r1', '__proto__', 'x', 'how'), entry),
      fc.jsonValue(),
    )
    const part = fc.record(
      {
        document: fc.oneof(entry, fc.jsonValue()),
        nodes: table,
        relations: table,
        sources: table,
        sections: table,
        order: fc.oneof(table, fc.jsonValue()),
      },
      { requiredKeys: [] },
    )
    fc.assert(
      fc.property(
        fc.oneof(
          part.map((some) => ({ version: 1, ...some })),
          fc.jsonValue(),
        ),
        (hostile) => {
          const { graph: result } = applySlot(visible, hostile)
          expect(readGraph(writeGraph(result)).ok).toBe(true)
        },
      ),
      { numRuns: 1000 },
    )
  })

  it('gives a valid graph where a slot was written beside another graph', () => {
    fc.assert(
      fc.property(arbitraryVisible, arbitraryVisible, ([wanted, seen], [, other]) => {
        const { graph: result } = applySlot(other, throughJson(slotFor(wanted, seen)))
        expect(validate(result)).toEqual([])
        for (const [id, { text }] of Object.entries(other.nodes)) {
          expect(result.nodes[id]?.text ?? text).toBe(text)
        }
      }),
      { numRuns: 300 },
    )
  })

  it.each([
    ['a newer version', { version: 2 }, /newer version/],
    ['no object', 'x', /not written by Counterpoint/],
    [
      'names that JavaScript reserves',
      JSON.parse('{"version":1,"nodes":{"lanes":{"whole":{"ext":{"__proto__":1}}}}}'),
      /cannot be read/,
    ],
    ['tables in the document', { version: 1, document: { set: { nodes: {} } } }, /cannot be read/],
  ])('leaves out a slot with %s, and says so', (_, hostile, message) => {
    const { graph: result, notes } = applySlot(visible, hostile)
    expect(result).toEqual(visible)
    expect(notes.map((note) => note.message).join()).toMatch(message)
  })
})
