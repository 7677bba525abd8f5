import { describe, expect, it } from 'vitest'
import {
  answerCriterion,
  answerQuestion,
  raiseCriterion,
  raiseQuestion,
  reopenCriterion,
  reopenQuestion,
  type RaiseOptions,
} from '../../../src/editor/edits/questions.ts'
import type { ArgumentGraph, Relation } from '../../../src/model/graph.ts'
import { criteriaOf, questionsOf } from '../../../src/reasoning/critical-questions.ts'
import { validate } from '../../../src/model/validate.ts'
import { graph } from '../../support/graph-builder.ts'
import { TestEditor } from '../../support/test-editor.ts'

/** p1 answers an issue and is argued for by practical reasoning from a goal (c1) and a means (c2). */
const base = withScheme(graph`p1 addresses i1; c1, c2 support p1; k1 attacks p1`, 'r2', {
  scheme: 'practical-reasoning',
})

function withScheme(any: ArgumentGraph, id: string, more: Partial<Relation>): ArgumentGraph {
  return { ...any, relations: { ...any.relations, [id]: { ...any.relations[id]!, ...more } } }
}

function stateOf(any: ArgumentGraph, id: string, question: string): string | undefined {
  return questionsOf(any, id).find((each) => each.id === question)?.state
}

/** What raising a question adds: the relations, with texts of nodes. */
function raisedBy(any: ArgumentGraph, id: string, question: string, options: RaiseOptions = {}): string[] {
  const editor = new TestEditor(any)
  const before = editor.sentences
  editor.dispatch(raiseQuestion(editor.context, id, question, { text: 'New', ...options }))
  expect(editor.refusal).toBeUndefined()
  expect(validate(editor.graph)).toEqual([])
  expect(stateOf(editor.graph, id, question)).toBe('raised')
  return editor.sentences.filter((sentence) => !before.includes(sentence))
}

describe('answering a question', () => {
  it('records a sentence or a node, and typing the sentence is one step', () => {
    const editor = new TestEditor(base)
    for (const text of ['Y', 'Ye', 'Yes.'])
      editor.dispatch(answerQuestion(editor.context, 'r2', 'feasible', { answer: 'fine', text }))
    editor.dispatch(answerQuestion(editor.context, 'r2', 'goal', { answer: 'fine', by: 'c2', text: ' ' }))
    expect(editor.graph.relations['r2']?.questions).toEqual({
      feasible: { answer: 'fine', text: 'Yes.' },
      goal: { answer: 'fine', by: 'c2' },
    })
    expect(editor.state.past.map(({ label }) => label)).toEqual([
      'Answer question: no problem',
      'Answer question: no problem',
    ])
  })

  it('can name a counterpoint that is on the map already', () => {
    const editor = new TestEditor(base)
    editor.dispatch(answerQuestion(editor.context, 'r2', 'side-effects', { answer: 'problem', by: 'k1' }))
    expect(stateOf(editor.graph, 'r2', 'side-effects')).toBe('raised')
  })

  it('is refused where nothing is asked, and by a statement that is not there', () => {
    const editor = new TestEditor(base)
    const fine = { answer: 'fine' } as const
    editor.dispatch(answerQuestion(editor.context, 'r2', 'typical', fine))
    expect(editor.refusal).toContain('give the relation or recommendation a scheme first')
    editor.dispatch(answerQuestion(editor.context, 'r3', 'goal', fine))
    expect(editor.refusal).toContain('no longer asked here')
    editor.dispatch(answerQuestion(editor.context, 'r2', 'goal', { ...fine, by: 'r3' }))
    expect(editor.refusal).toContain('choose another one')
    expect(editor.graph).toBe(base)
  })

  it('can be taken back, and nothing empty is left', () => {
    const editor = new TestEditor(base)
    editor.dispatch(answerQuestion(editor.context, 'r2', 'goal', { answer: 'fine' }))
    editor.dispatch(answerQuestion(editor.context, 'r2', 'feasible', { answer: 'fine' }))
    editor.dispatch(reopenQuestion(editor.context, 'r2', 'goal'))
    expect(Object.keys(editor.graph.relations['r2']?.questions ?? {})).toEqual(['feasible'])
    editor.dispatch(reopenQuestion(editor.context, 'r2', 'feasible'))
    expect(editor.graph.relations['r2']).not.toHaveProperty('questions')
  })
})

describe('raising a question', () => {
  it('attacks the premise it aims at, the step or the conclusion', () => {
    expect(raisedBy(base, 'r2', 'goal')).toEqual(['New attacks c1'])
    expect(raisedBy(base, 'r2', 'achieves')).toEqual(['New attacks c2'])
    expect(raisedBy(base, 'r2', 'feasible')).toEqual(['New attacks r2'])
    expect(raisedBy(base, 'r2', 'side-effects')).toEqual(['New attacks p1'])
  })

  it('takes the step where nobody has stated the premise', () => {
    const one = withScheme(graph`c1 supports p1`, 'r1', { scheme: 'practical-reasoning' })
    expect(raisedBy(one, 'r1', 'goal')).toEqual(['New attacks c1'])
    expect(raisedBy(one, 'r1', 'achieves')).toEqual(['New attacks r1'])
  })

  it('goes by the roles that the document records', () => {
    const said = withScheme(base, 'r2', { roles: { goal: 'c2' } })
    expect(raisedBy(said, 'r2', 'goal')).toEqual(['New attacks c2'])
    expect(raisedBy(said, 'r2', 'achieves')).toEqual(['New attacks c1'])
  })

  it('adds a rival recommendation for the same issue', () => {
    const editor = new TestEditor(base)
    editor.dispatch(raiseQuestion(editor.context, 'r2', 'alternative', { text: 'Improve the buses.' }))
    expect(editor.sentences.slice(3)).toEqual([
      'Improve the buses. attacks p1',
      'Improve the buses. addresses i1',
    ])
    const { by } = editor.graph.relations['r2']?.questions?.['alternative'] ?? {}
    expect(editor.graph.nodes[by ?? '']?.kind).toBe('recommendation')
  })

  it('adds a rival to a claim as a counterpoint, or an undercut where that is chosen', () => {
    const any = withScheme(graph`e1 supports c1`, 'r1', { scheme: 'best-explanation' })
    expect(raisedBy(any, 'r1', 'rivals')).toEqual(['New attacks c1'])
    expect(raisedBy(any, 'r1', 'rivals', { effect: 'inference' })).toEqual(['New attacks r1'])
  })

  it('speaks for the target where the argument in question is an objection to it', () => {
    const any = withScheme(graph`k1 attacks p1`, 'r1', { scheme: 'negative-consequences' })
    expect(raisedBy(any, 'r1', 'offset')).toEqual(['New supports p1'])
    expect(raisedBy(any, 'r1', 'avoidable')).toEqual(['New attacks r1'])
    expect(raisedBy(any, 'r1', 'likely')).toEqual(['New attacks k1'])
  })

  it('attacks a recommendation that has a scheme of its own', () => {
    const any = graph`p1 addresses i1`
    const schemed = { ...any, nodes: { ...any.nodes, p1: { ...any.nodes['p1']!, scheme: 'fairness' } } }
    for (const question of ['unequal', 'justified', 'compensated'])
      expect(raisedBy(schemed, 'p1', question)).toEqual(['New attacks p1'])
  })

  it('selects the new statement and opens text entry; typing it is the same step', () => {
    const editor = new TestEditor(base)
    editor.dispatch(raiseQuestion(editor.context, 'r2', 'feasible'))
    const [id = ''] = editor.selection
    expect(editor.entry).toEqual({ node: id, fresh: true })
    expect(editor.graph.nodes[id]?.kind).toBe('counterpoint')
    editor.type('No money.')
    editor.press('$mod+Enter')
    expect(editor.graph.relations['r2']?.questions).toEqual({ feasible: { answer: 'problem', by: id } })
    expect(editor.state.past.map(({ label }) => label)).toEqual(['Raise counterpoint'])
    editor.run('edit.undo')
    expect(editor.graph).toBe(base)
  })

  it('is taken back with its answer when the text is cancelled or left empty', () => {
    const editor = new TestEditor(base)
    editor.dispatch(raiseQuestion(editor.context, 'r2', 'feasible'))
    editor.type('No').press('Escape')
    expect(editor.graph).toBe(base)
    editor.dispatch(raiseQuestion(editor.context, 'r2', 'feasible'))
    editor.press('$mod+Enter')
    expect(editor.graph).toBe(base)
    expect(editor.state.past).toEqual([])
  })

  it('is open again when its counterpoint is deleted', () => {
    const editor = new TestEditor(base)
    editor.dispatch(raiseQuestion(editor.context, 'r2', 'feasible', { text: 'No money.' }))
    expect(editor.entry).toBeNull()
    expect(editor.state.past.at(-1)?.label).toBe('Raise counterpoint “No money.”')
    editor.press('Delete')
    expect(stateOf(editor.graph, 'r2', 'feasible')).toBe('open')
    expect(editor.graph).toEqual(base)
  })

  it('is refused in a way that the question does not offer', () => {
    const editor = new TestEditor(base)
    editor.dispatch(raiseQuestion(editor.context, 'r2', 'goal', { effect: 'rival' }))
    expect(editor.refusal).toContain('choose one of the ways it offers')
    editor.dispatch(raiseQuestion(editor.context, 'c1', 'goal'))
    expect(editor.refusal).toContain('no longer asked here')
  })
})

describe('decision criteria', () => {
  it('are answered, raised against the recommendation, and asked again', () => {
    const editor = new TestEditor(base)
    editor.dispatch(answerCriterion(editor.context, 'p1', 'values', { answer: 'fine', text: 'All agree.' }))
    editor.dispatch(raiseCriterion(editor.context, 'p1', 'equity', { text: 'The poor pay.' }))
    expect(editor.sentences.at(-1)).toBe('The poor pay. attacks p1')
    const considered = criteriaOf(editor.graph, 'p1').filter(({ state }) => state !== 'open')
    expect(considered.map(({ name, state }) => `${name} ${state}`)).toEqual([
      'values answered',
      'equity raised',
    ])
    editor.dispatch(reopenCriterion(editor.context, 'p1', 'values'))
    editor.dispatch(reopenCriterion(editor.context, 'p1', 'equity'))
    expect(editor.graph.nodes['p1']).not.toHaveProperty('criteria')
    expect(editor.sentences.at(-1)).toBe('The poor pay. attacks p1')
  })

  it('concern recommendations only', () => {
    const editor = new TestEditor(base)
    editor.dispatch(answerCriterion(editor.context, 'c1', 'values', { answer: 'fine' }))
    expect(editor.refusal).toContain('select one first')
    editor.dispatch(raiseCriterion(editor.context, 'r2', 'values'))
    expect(editor.refusal).toContain('select one first')
  })
})
