import { describe, expect, it } from 'vitest'
import { setWarrant } from '../../../src/editor/edits/relation.ts'
import type { ArgumentGraph, Relation } from '../../../src/model/graph.ts'
import { relationsInto } from '../../../src/model/structure.ts'
import { graph } from '../../support/graph-builder.ts'
import { TestEditor } from '../../support/test-editor.ts'

const withRelations = (base: ArgumentGraph, more: Record<string, Partial<Relation>>): ArgumentGraph => ({
  ...base,
  relations: Object.fromEntries(
    Object.entries(base.relations).map(([id, relation]) => [id, { ...relation, ...more[id] }]),
  ),
})

describe('the kind of a relation', () => {
  it('changes for every selected one in one step', () => {
    const editor = new TestEditor(graph`c1 supports c0; c2 supports c0`)
      .select('r1', 'r2')
      .run('relation.kind.attacks')
    expect(editor.sentences).toEqual(['c1 attacks c0', 'c2 attacks c0'])
    expect(editor.state.past).toHaveLength(1)
  })

  it('changes for the step of a selected statement', () => {
    const editor = new TestEditor(graph`c1 supports c0`).select('c1').run('relation.kind.attacks')
    expect(editor.sentences).toEqual(['c1 attacks c0'])
  })

  it('is refused where the ends do not allow it', () => {
    const editor = new TestEditor(graph`c1 supports c0; k1 attacks r1`).select('r1')
    expect(editor.run('relation.kind.addresses').refusal).toContain('recommendation')
    expect(editor.run('relation.kind.restates').refusal).toContain('delete or move that first')
    expect(editor.select('r2').run('relation.kind.restates').refusal).toContain(
      'support or attack the relation instead',
    )
    expect(editor.state.past).toEqual([])
  })

  it('is refused where it would repeat another relation', () => {
    const editor = new TestEditor(graph`c1 supports c0; c1 attacks c0`)
      .select('r1')
      .run('relation.kind.attacks')
    expect(editor.refusal).toContain('already attacks')
  })
})

describe('weight and warrant', () => {
  it('strong is the absence of a weight', () => {
    const editor = new TestEditor(graph`c1 supports c0`).select('r1').run('relation.weight.weak')
    expect(editor.graph.relations['r1']?.weight).toBe('weak')
    editor.run('relation.weight.strong')
    expect(editor.graph.relations['r1']).not.toHaveProperty('weight')
  })

  it('a weight that says what holds anyway changes nothing', () => {
    const start = withRelations(graph`c1 supports c0; c2 supports c0`, { r1: { weight: 'strong' } })
    const editor = new TestEditor(start).select('r1', 'r2').run('relation.weight.strong')
    expect(editor.graph).toBe(start)
  })

  it('a warrant is typed in one step and removed when emptied', () => {
    const editor = new TestEditor(graph`c1 supports c0`)
    for (const text of ['B', 'Be', 'Because']) editor.dispatch(setWarrant(editor.context, 'r1', text))
    expect(editor.graph.relations['r1']?.warrant).toBe('Because')
    expect(editor.state.past).toHaveLength(1)
    editor.dispatch(setWarrant(editor.context, 'r1', ''))
    expect(editor.graph.relations['r1']).not.toHaveProperty('warrant')
  })
})

describe('reversing', () => {
  it('turns premise and conclusion round', () => {
    const editor = new TestEditor(graph`c1 attacks c0; c2 supports c1`).select('r1').run('relation.reverse')
    expect(editor.sentences).toEqual(['c0 attacks c1', 'c2 supports c1'])
    expect(relationsInto(editor.graph, 'c1')).toEqual(['r2', 'r1'])
  })

  it('is refused for linked premises, for inferences as targets, and where the kinds do not allow it', () => {
    const editor = new TestEditor(graph`a1, a2 support c0; k1 attacks r1; p1 addresses i1`)
    expect(editor.select('r1').run('relation.reverse').refusal).toContain('split them first')
    expect(editor.select('r2').run('relation.reverse').refusal).toContain(
      'change the target to a statement first',
    )
    expect(editor.select('r3').run('relation.reverse').refusal).toContain('recommendation')
  })
})

describe('splitting linked premises', () => {
  const linked = withRelations(
    graph`c9 supports c0; a1, a2, a3 support c0; c8 supports c0; k1 attacks r2; k2 attacks r4`,
    {
      r2: { weight: 'partial', warrant: 'Because' },
    },
  )

  it('gives independent reasons in place of the one, each like it', () => {
    const editor = new TestEditor(linked).select('r2').run('relation.split')
    const into = relationsInto(editor.graph, 'c0').map((id) => editor.graph.relations[id])
    expect(into.map((relation) => relation?.from)).toEqual([['c9'], ['a1'], ['a2'], ['a3'], ['c8']])
    for (const relation of into.slice(1, 4))
      expect(relation).toMatchObject({ weight: 'partial', warrant: 'Because' })
    expect(editor.selection).toHaveLength(3)
    expect(editor.state.past).toHaveLength(1)
  })

  it('lets what spoke against the step speak against each of the new ones', () => {
    const editor = new TestEditor(linked).select('r2').run('relation.split')
    const { relations } = editor.graph
    const ofPremise = (premise: string) =>
      Object.keys(relations).find((id) => relations[id]?.from.join() === premise) ?? ''
    for (const premise of ['a1', 'a2', 'a3']) {
      const [undercut = ''] = relationsInto(editor.graph, ofPremise(premise))
      expect(relations[undercut]).toMatchObject({ kind: 'attacks', from: ['k1'] })
      expect(relationsInto(editor.graph, undercut).map((id) => relations[id]?.from)).toEqual([['k2']])
    }
  })

  it('is refused where there is one premise', () => {
    const editor = new TestEditor(graph`c1 supports c0`).select('r1').run('relation.split')
    expect(editor.refusal).toContain('add a premise with A first')
  })

  it('is refused where one of the reasons is there already', () => {
    const editor = new TestEditor(graph`a1, a2 support c0; a2 supports c0`).select('r1').run('relation.split')
    expect(editor.refusal).toContain('already supports')
  })
})

describe('merging reasons', () => {
  it('makes one step that needs all premises', () => {
    const start = withRelations(graph`c1 supports c0; c2 supports c0; c3 supports c0; k1 attacks r3`, {
      r1: { warrant: 'One', weight: 'weak' },
      r3: { warrant: 'Two' },
    })
    const editor = new TestEditor(start).select('r1', 'r3').run('relation.merge')
    expect(editor.sentences).toEqual(['c1 + c3 supports c0', 'c2 supports c0', 'k1 attacks r1'])
    expect(editor.graph.relations['r1']).toMatchObject({ warrant: 'One\nTwo', weight: 'weak' })
    expect(editor.selection).toEqual(['r1'])
  })

  it('takes the relations that selected statements have in common', () => {
    const editor = new TestEditor(graph`c1 supports c9; c1 supports c0; c2 supports c0`).select('c1', 'c2')
    expect(editor.run('relation.merge').sentences).toEqual(['c1 supports c9', 'c1 + c2 supports c0'])
  })

  it('is undone by splitting, but for ids', () => {
    const editor = new TestEditor(graph`c1 supports c0; c2 supports c0`).select('r1', 'r2')
    editor.run('relation.merge').run('relation.split')
    expect(editor.sentences).toEqual(['c1 supports c0', 'c2 supports c0'])
  })

  it('is refused for one reason, for different targets and for different bearings', () => {
    const editor = new TestEditor(
      graph`c1 supports c0; c2 attacks c0; c3 supports c1; p1 addresses i1; p2 addresses i1`,
    )
    expect(editor.select('r1').run('relation.merge').refusal).toContain('select two or more reasons')
    expect(editor.select('r1', 'r2').run('relation.merge').refusal).toContain('in the same way')
    expect(editor.select('r1', 'r3').run('relation.merge').refusal).toContain('in the same way')
    expect(editor.select('r4', 'r5').run('relation.merge').refusal).toContain('several premises')
  })
})
