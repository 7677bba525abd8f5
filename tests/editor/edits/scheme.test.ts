import { describe, expect, it } from 'vitest'
import { addMissingPremises, setRole, setScheme } from '../../../src/editor/edits/scheme.ts'
import { missingPremises, rolesOf } from '../../../src/reasoning/critical-questions.ts'
import { graph } from '../../support/graph-builder.ts'
import { TestEditor } from '../../support/test-editor.ts'

describe('setting a scheme', () => {
  it('concerns the selection: relations, recommendations, and the step from other statements', () => {
    const editor = new TestEditor(graph`c1 supports p1; e1 supports c1; k1 attacks r2`)
    editor.select('r1', 'p1', 'e1')
    editor.dispatch(setScheme(editor.context, 'example'))
    expect(editor.graph.relations['r1']?.scheme).toBe('example')
    expect(editor.graph.relations['r2']?.scheme).toBe('example')
    expect(editor.graph.nodes['p1']?.scheme).toBe('example')
    expect(editor.state.past.at(-1)?.label).toBe('Set scheme to “example”')
    editor.dispatch(setScheme(editor.context, undefined))
    expect(editor.graph.relations['r1']).not.toHaveProperty('scheme')
    expect(editor.state.past.at(-1)?.label).toBe('Remove scheme')
  })

  it('drops the answers and roles of another scheme and says so, and keeps those of the same', () => {
    const base = graph`e1 supports c1`
    const answered = {
      ...base,
      relations: {
        r1: {
          ...base.relations['r1']!,
          scheme: 'example',
          roles: { case: 'e1' },
          questions: { true: { answer: 'fine' as const }, enough: { answer: 'fine' as const } },
        },
      },
    }
    const editor = new TestEditor(answered)
    editor.dispatch(setScheme(editor.context, 'example', ['r1']))
    expect(editor.graph).toBe(answered)
    editor.dispatch(setScheme(editor.context, 'sign', ['r1']))
    expect(editor.graph.relations['r1']).toEqual({ ...base.relations['r1'], scheme: 'sign' })
    expect(editor.state.past.at(-1)?.label).toBe('Set scheme to “sign or indicator” and drop 2 answers')
  })

  it('is refused for what is no inference, for unknown schemes, and without a selection', () => {
    const editor = new TestEditor(graph`p1 addresses i1; c1`)
    editor.dispatch(setScheme(editor.context, 'example', ['r1']))
    expect(editor.refusal).toContain('Only supports, objections and recommendations')
    editor.dispatch(setScheme(editor.context, 'example', ['c1']))
    expect(editor.refusal).toContain('Only supports, objections and recommendations')
    editor.dispatch(setScheme(editor.context, 'toString', ['p1']))
    expect(editor.refusal).toContain('choose one from the list')
    editor.dispatch(setScheme(editor.context, 'example'))
    expect(editor.refusal).toContain('Select a statement first')
    editor.select('c1').dispatch(setScheme(editor.context, 'example'))
    expect(editor.refusal).toContain('press L to connect it')
  })
})

describe('adding missing premises', () => {
  it('states them as linked premises with the words of the scheme, and types the first', () => {
    const editor = new TestEditor(graph`c1 supports p1`)
    editor.dispatch(setScheme(editor.context, 'value-based-practical-reasoning', ['r1']))
    editor.dispatch(addMissingPremises(editor.context, 'r1'))
    expect(editor.sentences).toEqual([
      'c1 + Reaching … promotes this value. + Doing this brings … about. supports p1',
    ])
    expect(editor.graph.nodes['x1']?.kind).toBe('assumption')
    expect(editor.graph.relations['r1']?.roles).toEqual({ goal: 'x1', means: 'x2' })
    expect(editor.entry).toEqual({ node: 'x1', fresh: true })
    expect(missingPremises(editor.graph, 'r1')).toEqual([])
    editor.type(' Growth.')
    expect(editor.state.past.map(({ label }) => label)).toEqual([
      'Set scheme to “practical reasoning from a value”',
      'Add 2 missing premises',
    ])
    editor.press('Escape')
    expect(editor.sentences).toEqual(['c1 supports p1'])
  })

  it('adds only those asked for', () => {
    const editor = new TestEditor(graph`c1 supports p1`)
    editor.dispatch(setScheme(editor.context, 'value-based-practical-reasoning', ['r1']))
    editor.dispatch(addMissingPremises(editor.context, 'r1', ['means']))
    expect(editor.state.past.at(-1)?.label).toBe('Add premise: the means')
    expect(missingPremises(editor.graph, 'r1').map(({ id }) => id)).toEqual(['goal'])
    expect([...rolesOf(editor.graph, 'r1')]).toEqual([
      ['value', 'c1'],
      ['means', 'x1'],
    ])
  })

  it('is refused without a scheme, when nothing is missing, and for what is gone', () => {
    const editor = new TestEditor(graph`e1 supports c1`)
    editor.dispatch(addMissingPremises(editor.context, 'r1'))
    expect(editor.refusal).toContain('give the relation a scheme first')
    editor.dispatch(setScheme(editor.context, 'example', ['r1']))
    editor.dispatch(addMissingPremises(editor.context, 'r1'))
    expect(editor.refusal).toContain('Every premise of this scheme is stated')
    editor.dispatch(addMissingPremises(editor.context, 'r9'))
    expect(editor.refusal).toContain('select another one')
  })
})

describe('the role of a premise', () => {
  it('is said and left open again; one statement has one role', () => {
    const editor = new TestEditor(graph`c1, c2 support p1`)
    editor.dispatch(setScheme(editor.context, 'practical-reasoning', ['r1']))
    editor.dispatch(setRole(editor.context, 'r1', 'goal', 'c2'))
    expect([...rolesOf(editor.graph, 'r1')]).toEqual([
      ['goal', 'c2'],
      ['means', 'c1'],
    ])
    editor.dispatch(setRole(editor.context, 'r1', 'means', 'c2'))
    expect(editor.graph.relations['r1']?.roles).toEqual({ means: 'c2' })
    editor.dispatch(setRole(editor.context, 'r1', 'means', undefined))
    expect(editor.graph.relations['r1']).not.toHaveProperty('roles')
  })

  it('is refused to statements that are no premise, and for premises the scheme does not need', () => {
    const editor = new TestEditor(graph`c1 supports p1; c2`)
    editor.dispatch(setScheme(editor.context, 'practical-reasoning', ['r1']))
    editor.dispatch(setRole(editor.context, 'r1', 'goal', 'c2'))
    expect(editor.refusal).toContain('add it to the premises first')
    editor.dispatch(setRole(editor.context, 'r1', 'case', 'c1'))
    expect(editor.refusal).toContain('choose another scheme')
  })

  it('goes with the premise and follows it when the line is moved', () => {
    const base = graph`c1, c2 support p1; c3`
    const roles = { goal: 'c1', means: 'c2' }
    const schemed = {
      ...base,
      relations: { r1: { ...base.relations['r1']!, scheme: 'practical-reasoning', roles } },
    }
    const editor = new TestEditor(schemed).select('c1').press('Delete')
    expect(editor.graph.relations['r1']?.roles).toEqual({ means: 'c2' })
    editor.select('c2').press('Delete')
    expect(editor.graph.relations).toEqual({})
  })
})
