import { describe, expect, it } from 'vitest'
import {
  beginDebate,
  currentStep,
  fineInDebate,
  followGraph,
  goToStep,
  nextStep,
  outcomeOf,
  previousStep,
  raiseInDebate,
  settleStep,
  skipStep,
  hasOutcome,
  stepsByOutcome,
  sumUp,
  type Debate,
} from '../../src/editor/debate.ts'
import { debatedStatements, debateSteps, type DebateStep } from '../../src/editor/debate-steps.ts'
import { answerQuestion } from '../../src/editor/edits/questions.ts'
import { undo } from '../../src/editor/state.ts'
import { Refusal } from '../../src/model/refusal.ts'
import type { ArgumentGraph, Relation } from '../../src/model/graph.ts'
import { graph, parseGraph } from '../support/graph-builder.ts'
import { TestEditor } from '../support/test-editor.ts'

/** The graph with other fields on some of its relations. */
function withRelations(
  base: ArgumentGraph,
  changes: Readonly<Record<string, Partial<Relation>>>,
): ArgumentGraph {
  const relations = { ...base.relations }
  for (const [id, change] of Object.entries(changes)) {
    const relation = relations[id]
    if (relation) relations[id] = { ...relation, ...change }
  }
  return { ...base, relations }
}

const keys = (steps: readonly DebateStep[]) => steps.map(({ key }) => key)

/** Two premises of an expert argument for a claim that supports a recommendation. */
const expert = withRelations(graph`e1, a1 supports c1; c1 supports p1`, { r1: { scheme: 'expert-opinion' } })
const expertQuestions = ['genuine', 'field', 'said', 'independent', 'others-agree', 'evidence']

/** An editor and a debate side by side, as the card on the screen has them. */
class Meeting {
  readonly editor: TestEditor
  debate: Debate

  constructor(start: ArgumentGraph) {
    this.editor = new TestEditor(start)
    this.debate = beginDebate(start)
  }

  get step(): DebateStep {
    const step = currentStep(this.debate)
    if (!step) throw new Error('the debate is over')
    return step
  }

  fine(text = ''): this {
    const outcome = fineInDebate(this.editor.context, this.step, text)
    if (outcome === undefined) this.debate = settleStep(this.editor.graph, this.debate)
    else {
      this.dispatch(outcome)
      this.debate = nextStep(this.editor.graph, this.debate)
    }
    return this
  }

  problem(text: string): this {
    this.dispatch(raiseInDebate(this.editor.context, this.step, { text }))
    this.debate = nextStep(this.editor.graph, this.debate)
    return this
  }

  skip(): this {
    this.debate = skipStep(this.editor.graph, this.debate)
    return this
  }

  undo(): this {
    const before = this.editor.graph
    this.editor.state = undo(this.editor.state)
    this.debate = followGraph(this.debate, before, this.editor.graph)
    return this
  }

  dispatch(outcome: Parameters<TestEditor['dispatch']>[0]): void {
    const before = this.editor.graph
    this.editor.dispatch(outcome)
    this.debate = followGraph(this.debate, before, this.editor.graph)
  }
}

describe('debatedStatements', () => {
  it('are the recommendations in the author’s order', () => {
    expect(debatedStatements(graph`c1 supports p2; c1 supports p1`)).toEqual(['p2', 'p1'])
  })

  it('are the topmost argued claims where nothing is recommended', () => {
    expect(debatedStatements(graph`e1 supports c1; c2; k1 attacks c1`)).toEqual(['c1'])
  })
})

describe('debateSteps', () => {
  it('asks about a recommendation that nothing speaks against, wherever in its grounds it might', () => {
    expect(keys(debateSteps(graph`c1 supports p1`))).toEqual(['uncontested p1'])
    for (const attack of [
      'k1 attacks p1',
      'k1 attacks c1',
      'k1 attacks r1',
      'k1 attacks r1; k2 attacks k1',
    ]) {
      expect(keys(debateSteps(parseGraph(`c1 supports p1; ${attack}`)))).not.toContain('uncontested p1')
    }
  })

  it('asks the open questions of steps, in the order of their scheme, and no answered ones', () => {
    const asked = withRelations(expert, { r1: { questions: { field: { answer: 'fine' } } } })
    expect(keys(debateSteps(expert))).toEqual([
      'uncontested p1',
      ...expertQuestions.map((question) => `question r1 ${question}`),
    ])
    expect(keys(debateSteps(asked))).not.toContain('question r1 field')
  })

  it('asks the questions of a recommendation’s own scheme', () => {
    const base = graph`c1 supports p1`
    const p1 = { kind: 'recommendation', text: 'Do it.', scheme: 'sunk-cost' } as const
    const steps = debateSteps({ ...base, nodes: { ...base.nodes, p1 } })
    expect(steps.filter(({ kind, at }) => kind === 'question' && at === 'p1')).toHaveLength(3)
  })

  it('asks for an answer to counterpoints that speak against a recommendation in the end', () => {
    const found = debateSteps(graph`c1 supports p1; k1 attacks c1; k2 attacks r1; k3 attacks k2`)
    expect(keys(found)).toEqual(['counterpoint k1'])
  })

  it('does not ask for an answer to what defends a recommendation', () => {
    const found = debateSteps(graph`c1 supports p1; k1 attacks p1; k2 attacks k1`)
    expect(keys(found)).toEqual([])
  })

  it('counts an attack on the step from a counterpoint as an answer to it', () => {
    expect(keys(debateSteps(graph`k1 attacks p1; c1 attacks r1`))).toEqual([])
  })

  it('goes through one recommendation with all its grounds before the next', () => {
    const found = debateSteps(graph`k1 attacks p1; c1 supports p2; k2 attacks p3`)
    expect(keys(found)).toEqual(['counterpoint k1', 'uncontested p2', 'counterpoint k2'])
  })

  it('asks last what belongs to no recommendation', () => {
    const apart = withRelations(graph`e1 supports c9; c1 supports p1`, { r1: { scheme: 'sign' } })
    expect(keys(debateSteps(apart))[0]).toBe('uncontested p1')
    expect(
      keys(debateSteps(apart))
        .slice(1)
        .every((key) => key.startsWith('question r1')),
    ).toBe(true)
    expect(debateSteps(apart).length).toBeGreaterThan(1)
  })

  it('asks everything once, also where grounds are shared or run in a circle', () => {
    const shared = withRelations(graph`e1 supports c1; c1 supports p1; c1 supports p2; c1 supports e1`, {
      r1: { scheme: 'sign' },
    })
    const found = keys(debateSteps(shared))
    expect(new Set(found).size).toBe(found.length)
  })

  it('walks a line of ten thousand steps', () => {
    const links = Array.from({ length: 10_000 }, (_, index) => `c${index + 2} supports c${index + 1}`)
    expect(debateSteps(parseGraph(`c1 supports p1; ${links.join(';')}`))).toHaveLength(1)
  })
})

describe('a debate', () => {
  it('records “fine” with its sentence and goes on', () => {
    const meeting = new Meeting(expert).skip().fine('She has published on it.')
    expect(meeting.editor.graph.relations['r1']?.questions).toEqual({
      genuine: { answer: 'fine', text: 'She has published on it.' },
    })
    expect(meeting.step.key).toBe('question r1 field')
  })

  it('makes each answer a step of undo of its own, and undo returns to its question', () => {
    const meeting = new Meeting(expert).skip().fine('She is.').fine().undo()
    expect(meeting.step.key).toBe('question r1 field')
    expect(meeting.editor.graph.relations['r1']?.questions).toEqual({
      genuine: { answer: 'fine', text: 'She is.' },
    })
    expect(meeting.undo().step.key).toBe('question r1 genuine')
    expect(meeting.editor.graph).toBe(expert)
  })

  it('adds a counterpoint that is connected to what the question aims at', () => {
    const meeting = new Meeting(expert).skip().problem('She is a historian.')
    expect(meeting.editor.sentences).toContain('She is a historian. attacks a1')
    expect(meeting.editor.entry).toBeNull()
    expect(meeting.editor.graph.relations['r1']?.questions?.['genuine']?.answer).toBe('problem')
  })

  it('adds what speaks against an uncontested recommendation, as one step of undo', () => {
    const meeting = new Meeting(graph`c1 supports p1`).problem('It costs too much.')
    expect(meeting.editor.sentences).toContain('It costs too much. attacks p1')
    expect(currentStep(meeting.debate)).toBeUndefined()
    expect(meeting.undo().editor.sentences).toEqual(['c1 supports p1'])
    expect(meeting.step.key).toBe('uncontested p1')
  })

  it('adds the answer to a counterpoint', () => {
    const meeting = new Meeting(graph`k1 attacks p1`).problem('Only at first.')
    expect(meeting.editor.sentences).toContain('Only at first. attacks k1')
    expect(stepsByOutcome(meeting.editor.graph, meeting.debate).answered).toHaveLength(1)
  })

  it('refuses to raise nothing', () => {
    const { editor, step } = new Meeting(graph`k1 attacks p1`)
    expect(raiseInDebate(editor.context, step, { text: '  ' })).toBeInstanceOf(Refusal)
  })

  it('keeps its number of steps while counterpoints are added', () => {
    const meeting = new Meeting(expert)
    const before = meeting.debate.steps.length
    meeting.problem('Nobody asked for it.').problem('She is a historian.').fine()
    expect(meeting.debate.steps).toHaveLength(before)
    expect(debateSteps(meeting.editor.graph).map(({ kind }) => kind)).toContain('counterpoint')
  })

  it('leaves out what was raised meanwhile and what was answered elsewhere', () => {
    const meeting = new Meeting(graph`c1 supports p1; c1 supports p2`)
    meeting.problem('Not so.')
    expect(meeting.step.key).toBe('uncontested p2')
    const other = new Meeting(graph`c1 supports p1; p1 supports p2`).problem('Not so.')
    // The second rests on the first, so it is contested too.
    expect(currentStep(other.debate)).toBeUndefined()

    const answered = new Meeting(expert)
    answered.dispatch(answerQuestion(answered.editor.context, 'r1', 'genuine', { answer: 'fine' }))
    expect(answered.skip().step.key).toBe('question r1 field')
  })

  it('drops the steps of what is deleted, and has them back when that is undone', () => {
    const meeting = new Meeting(expert).skip().skip()
    expect(meeting.step.key).toBe('question r1 field')
    meeting.editor.select('r1')
    const before = meeting.editor.graph
    meeting.editor.run('edit.delete')
    meeting.debate = followGraph(meeting.debate, before, meeting.editor.graph)
    expect(keys(meeting.debate.steps)).toEqual(['uncontested p1'])
    expect(currentStep(meeting.debate)).toBeUndefined()
    meeting.undo()
    expect(meeting.debate.steps).toHaveLength(7)
  })

  it('goes back to any step before, and forward only to open ones', () => {
    const meeting = new Meeting(expert).skip().fine().fine()
    meeting.debate = previousStep(previousStep(meeting.debate))
    expect(meeting.step.key).toBe('question r1 genuine')
    expect(meeting.skip().step.key).toBe('question r1 said')
    expect(outcomeOf(meeting.editor.graph, meeting.debate, meeting.debate.steps[1] ?? meeting.step)).toBe(
      'answered',
    )
    meeting.debate = { ...meeting.debate, at: 0 }
    expect(previousStep(meeting.debate).at).toBe(0)
  })

  it('concerns only the part of the map that is shown', () => {
    const base = graph`k1 attacks p1; c1 supports p2; k2 attacks p3`
    expect(keys(beginDebate(base, new Set(['p1', 'r1', 'k1'])).steps)).toEqual(['counterpoint k1'])
  })

  it('can be summed up before its end, and gone on with', () => {
    const meeting = new Meeting(expert)
    expect(hasOutcome(meeting.editor.graph, meeting.debate)).toBe(false)
    meeting.skip().fine()
    expect(hasOutcome(meeting.editor.graph, meeting.debate)).toBe(true)
    meeting.debate = sumUp(meeting.debate)
    expect(currentStep(meeting.debate)).toBeUndefined()
    expect(stepsByOutcome(meeting.editor.graph, meeting.debate).open).toHaveLength(5)
    meeting.debate = goToStep(meeting.debate, 'question r1 field')
    expect(meeting.step.key).toBe('question r1 field')
    expect(goToStep(meeting.debate, 'question r9 field')).toBe(meeting.debate)
  })

  it('sums up what was answered, raised and skipped', () => {
    const meeting = new Meeting(expert).fine().problem('She is a historian.').fine().skip()
    meeting.skip().skip().skip()
    expect(currentStep(meeting.debate)).toBeUndefined()
    const sum = stepsByOutcome(meeting.editor.graph, meeting.debate)
    // By then somebody objects to what the recommendation rests on, whatever was said before.
    expect(keys(sum.raised)).toEqual(['uncontested p1', 'question r1 genuine'])
    expect(keys(sum.answered)).toEqual(['question r1 field'])
    expect(sum.skipped).toHaveLength(4)
    expect(sum.open).toHaveLength(0)
  })
})
