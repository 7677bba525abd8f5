import { describe, expect, it } from 'vitest'
import { clipFrom } from '../../../src/editor/edits/fragment.ts'
import { reconnect, removePremise } from '../../../src/editor/edits/connect.ts'
import type { ArgumentGraph } from '../../../src/model/graph.ts'
import { Refusal } from '../../../src/model/refusal.ts'
import { validate } from '../../../src/model/validate.ts'
import { graph, withNodes } from '../../support/graph-builder.ts'
import { openGraph } from '../../support/read-graph.ts'
import { TestEditor } from '../../support/test-editor.ts'

/** r1 rests on c1 and c2; e1 answers one of its questions, k1 raises another; p1 has a criterion raised by k1. */
const questions = {
  goal: { answer: 'fine', by: 'e1', text: 'Agreed in 2015.' },
  achieves: { answer: 'fine', by: 'e1' },
  feasible: { answer: 'problem', by: 'k1' },
} as const
const plain = graph`c1, c2 support p1; e1 supports c1; k1 attacks r1`
const base: ArgumentGraph = {
  ...withNodes(plain, { p1: { criteria: { equity: { answer: 'problem', by: 'k1' } } } }),
  relations: {
    ...plain.relations,
    r1: {
      ...plain.relations['r1']!,
      scheme: 'practical-reasoning',
      roles: { goal: 'c1', means: 'c2' },
      questions,
    },
  },
}

describe('answers', () => {
  it('lose what is deleted: a sentence stays, the rest is asked again', () => {
    const editor = new TestEditor(base).select('e1').press('Delete')
    expect(editor.graph.relations['r1']?.questions).toEqual({
      goal: { answer: 'fine', text: 'Agreed in 2015.' },
      feasible: { answer: 'problem', by: 'k1' },
    })
    editor.select('k1').press('Delete')
    expect(editor.graph.nodes['p1']).not.toHaveProperty('criteria')
    expect(Object.keys(editor.graph.relations['r1']?.questions ?? {})).toEqual(['goal'])
    editor.run('edit.undo').run('edit.undo')
    expect(editor.graph).toBe(base)
  })

  it('are copied with the nodes they name, which get new ids', async () => {
    const editor = new TestEditor(base).select('p1', 'c1', 'c2', 'e1', 'k1').press('$mod+c')
    await editor.settle()
    editor.select().press('$mod+v')
    await editor.settle()
    const copies = editor.selection
    const copy = Object.values(editor.graph.relations).find(
      ({ scheme, to }) => scheme !== undefined && to !== 'p1',
    )
    expect(Object.values(copy?.questions ?? {}).every(({ by }) => copies.includes(by ?? ''))).toBe(true)
    expect(copy?.roles).toEqual({ goal: copy?.from[0], means: copy?.from[1] })
    expect(editor.graph.nodes[copy?.to ?? '']?.criteria?.['equity']?.by).not.toBe('k1')
    expect(validate(editor.graph)).toEqual([])
  })

  it('that rest on what is left behind are not copied', () => {
    const clip = clipFrom(new TestEditor(base).select('r1').context)
    if (clip instanceof Refusal) throw new Error(clip.reason)
    const fragment = openGraph(clip.json)
    expect(fragment.relations['r1']?.questions).toEqual({ goal: { answer: 'fine', text: 'Agreed in 2015.' } })
    expect(fragment.relations['r1']?.roles).toEqual({ goal: 'c1', means: 'c2' })
    expect(fragment.nodes['p1']).not.toHaveProperty('criteria')
  })

  it('of a duplicated step name copies, or are asked again', () => {
    const editor = new TestEditor(base).select('c1', 'c2', 'e1').press('$mod+d')
    const copy = Object.entries(editor.graph.relations).find(
      ([id, { to, scheme }]) => to === 'p1' && scheme !== undefined && id !== 'r1',
    )?.[1]
    expect(editor.graph.relations['r1']?.questions).toEqual(questions)
    expect(Object.keys(copy?.questions ?? {})).toEqual(['goal', 'achieves'])
    expect(copy?.questions?.['achieves']?.by).not.toBe('e1')
    expect(copy?.roles).toEqual({ goal: copy?.from[0], means: copy?.from[1] })
    expect(validate(editor.graph)).toEqual([])
  })

  it('stay with both halves of a split step, and a merged one has those of the same scheme', () => {
    const editor = new TestEditor(base).select('r1').run('relation.split')
    const halves = editor.selection
    expect(halves.map((id) => editor.graph.relations[id]?.questions)).toEqual([questions, questions])
    expect(halves.map((id) => editor.graph.relations[id]?.roles)).toEqual([{ goal: 'c1' }, { means: 'c2' }])
    const [first = '', second = ''] = halves
    const relations = { ...editor.graph.relations }
    relations[first] = { ...relations[first]!, questions: { goal: { answer: 'fine' } } }
    const merged = new TestEditor({ ...editor.graph, relations }).select(first, second).run('relation.merge')
    expect(merged.graph.relations[first]?.questions).toEqual({ ...questions, goal: { answer: 'fine' } })
    expect(validate(merged.graph)).toEqual([])
  })
})

describe('roles', () => {
  it('go with a premise that is taken out, follow one that is moved, and end when a relation is turned', () => {
    const editor = new TestEditor({ ...base, nodes: { ...base.nodes, c3: { kind: 'claim', text: 'c3' } } })
    editor.dispatch(reconnect(editor.context, 'r1', { premise: 'c1', by: 'c3' }))
    expect(editor.graph.relations['r1']?.roles).toEqual({ goal: 'c3', means: 'c2' })
    editor.dispatch(removePremise(editor.context, 'r1', 'c2'))
    expect(editor.graph.relations['r1']?.roles).toEqual({ goal: 'c3' })
    editor.select('r1').run('relation.reverse')
    expect(editor.graph.relations['r1']).not.toHaveProperty('roles')
    expect(validate(editor.graph)).toEqual([])
  })
})
