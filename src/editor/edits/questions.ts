/**
 * Answering what the critical questions of a scheme and the decision criteria ask. "Fine" is recorded on the
 * relation or recommendation; "that is a problem" makes the counterpoint as well, already connected to what
 * the question aims at (see raisingOf), and records it: one step of undo. A question whose counterpoint goes,
 * or is cancelled while it is typed, is open again.
 */
import type { Draft } from 'immer'
import { nodeAt } from '../../model/graph.ts'
import type { Answer, Answers, ArgumentGraph, ElementId, NodeId } from '../../model/graph.ts'
import { refusalToConnect } from '../../model/connections.ts'
import { shorten } from '../../model/naming.ts'
import { Refusal } from '../../model/refusal.ts'
import { criteriaOf, questionsOf, raisingOf, type Raising } from '../../reasoning/critical-questions.ts'
import type { CriterionName } from '../../reasoning/decision-criteria.ts'
import type { EffectName, QuestionEffect } from '../../reasoning/schemes/scheme.ts'
import type { CommandContext } from '../command.ts'
import type { Transaction } from '../state.ts'
import { addConnected, orderOf, withNode } from './add.ts'
import { placeRelations, writeKeys } from './ordering.ts'
import { freeId } from './selection.ts'

/** An answer as given in a checklist: nothing wrong, or a problem that a statement on the map already raises. */
export type GivenAnswer =
  | { readonly answer: 'fine'; readonly text?: string; readonly by?: NodeId }
  | { readonly answer: 'problem'; readonly text?: string; readonly by: NodeId }

/** How a problem is raised. */
export interface RaiseOptions {
  /** One of the effects that the question offers; the first one unless given. */
  readonly effect?: EffectName
  /** What the counterpoint says; text entry opens on it unless given. */
  readonly text?: string
}

/** Answers a critical question of a relation or recommendation. */
export function answerQuestion(
  context: CommandContext,
  id: ElementId,
  question: string,
  answer: GivenAnswer,
): Transaction | Refusal {
  const { graph } = context.state
  const asked = questionsOf(graph, id).find((each) => each.id === question)
  return asked ? answered(graph, { id, field: 'questions', name: question }, answer) : noQuestion()
}

/** Takes the answer to a critical question back; a counterpoint that raised it stays on the map. */
export function reopenQuestion(_context: CommandContext, id: ElementId, question: string): Transaction {
  return reopened({ id, field: 'questions', name: question })
}

/** Says that a critical question points at a problem: adds the counterpoint where it belongs. */
export function raiseQuestion(
  context: CommandContext,
  id: ElementId,
  question: string,
  { effect, text }: RaiseOptions = {},
): Transaction | Refusal {
  const asked = questionsOf(context.state.graph, id).find((each) => each.id === question)
  if (!asked) return noQuestion()
  const aim = effect === undefined ? asked.effects[0] : asked.effects.find((each) => each.effect === effect)
  if (!aim) return new Refusal('This question does not aim at that: choose one of the ways it offers.')
  return raised(context, { id, field: 'questions', name: question }, { aim, text })
}

/** Answers a decision criterion of a recommendation. */
export function answerCriterion(
  context: CommandContext,
  id: NodeId,
  criterion: CriterionName,
  answer: GivenAnswer,
): Transaction | Refusal {
  const { graph } = context.state
  return criteriaOf(graph, id).length > 0
    ? answered(graph, { id, field: 'criteria', name: criterion }, answer)
    : noRecommendation()
}

/** Takes the answer to a decision criterion back; a counterpoint that raised it stays on the map. */
export function reopenCriterion(_context: CommandContext, id: NodeId, criterion: CriterionName): Transaction {
  return reopened({ id, field: 'criteria', name: criterion })
}

/** Says that a decision criterion speaks against a recommendation: adds the counterpoint. */
export function raiseCriterion(
  context: CommandContext,
  id: NodeId,
  criterion: CriterionName,
  { text }: Pick<RaiseOptions, 'text'> = {},
): Transaction | Refusal {
  if (criteriaOf(context.state.graph, id).length === 0) return noRecommendation()
  return raised(context, { id, field: 'criteria', name: criterion }, { aim: { effect: 'conclusion' }, text })
}

/** Where an answer stands in the document. */
interface AnswerPlace {
  readonly id: ElementId
  readonly field: 'questions' | 'criteria'
  readonly name: string
}

function answered(graph: ArgumentGraph, place: AnswerPlace, given: GivenAnswer): Transaction | Refusal {
  const { answer, by, text = '' } = given
  if (by !== undefined && !nodeAt(graph, by)) {
    return new Refusal('The statement that answers this is no longer there: choose another one.')
  }
  const record = { answer, ...(by === undefined ? {} : { by }), ...(text.trim() === '' ? {} : { text }) }
  return {
    label: answer === 'fine' ? 'Answer question: no problem' : 'Answer question: a problem',
    change: (draft) => write(draft, place, record),
    // An answer is typed into a field: all of that is one step.
    mergeKey: `answer:${place.id}:${place.field}:${place.name}`,
  }
}

function reopened(place: AnswerPlace): Transaction {
  return { label: 'Ask question again', change: (draft) => write(draft, place, undefined) }
}

function raised(
  context: CommandContext,
  place: AnswerPlace,
  { aim, text = '' }: { readonly aim: QuestionEffect; readonly text: string | undefined },
): Transaction | Refusal {
  const { graph } = context.state
  const raising = raisingOf(graph, place.id, aim)
  if (!raising) return noQuestion()
  const node = freeId(context)
  const { kind, relation, to } = raising
  const added = addConnected(context, { target: to, kind, relation, id: node })
  if (added instanceof Refusal) return added
  const addresses = answersToIssues(context, node, raising)
  const isTyped = text.trim() === ''
  const { mergeKey, ...rest } = added
  return {
    ...rest,
    ...(isTyped && mergeKey !== undefined ? { mergeKey } : {}),
    label: isTyped ? `Raise ${kind}` : `Raise ${kind} “${shorten(text, 30)}”`,
    change: (draft) => {
      added.change?.(draft)
      addresses(draft)
      const made = draft.nodes[node]
      if (made && !isTyped) made.text = text
      write(draft, place, { answer: 'problem', by: node })
    },
    entry: isTyped ? { node, fresh: true } : null,
  }
}

/** A rival answers the same issues as what it rivals. */
function answersToIssues(
  context: CommandContext,
  rival: NodeId,
  { kind, issues }: Raising,
): (draft: Draft<ArgumentGraph>) => void {
  const { graph } = context.state
  const after = withNode(graph, rival, kind)
  const links = issues
    .filter((to) => !refusalToConnect(after, { kind: 'addresses', from: [rival], to }))
    .map((to) => ({ to, id: freeId(context), ...placeRelations(graph, to) }))
  return (draft) => {
    for (const { to, id, keys, rekeyed } of links) {
      writeKeys(draft.relations, rekeyed)
      draft.relations[id] = { kind: 'addresses', from: [rival], to, ...orderOf(keys[0]) }
    }
  }
}

/** Records an answer, or removes it; a record without answers has no field for them. */
function write(
  draft: Draft<ArgumentGraph>,
  { id, field, name }: AnswerPlace,
  answer: Answer | undefined,
): void {
  const record: { questions?: Answers; criteria?: Answers } | undefined =
    draft.nodes[id] ?? draft.relations[id]
  if (!record) return
  const { [name]: _, ...others } = record[field] ?? {}
  if (answer) record[field] = { ...record[field], [name]: answer }
  else if (Object.keys(others).length > 0) record[field] = others
  else delete record[field]
}

function noQuestion(): Refusal {
  return new Refusal(
    'This question is no longer asked here: give the relation or recommendation a scheme first.',
  )
}

function noRecommendation(): Refusal {
  return new Refusal('Only a recommendation is judged by these criteria: select one first.')
}
