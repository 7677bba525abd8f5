/**
 * The debate mode as plain data: where a walk through everything debatable has got to, and the edits that its
 * answers are. The list of steps is drawn up once, so that "4 of 12" stays true while counterpoints are added;
 * what becomes of a step is read from the document wherever the document says it, so that undo, and edits from
 * elsewhere, are followed. Steps whose element or question has gone fall out.
 */
import type { ArgumentGraph, ElementId } from '../model/graph.ts'
import { shorten } from '../model/naming.ts'
import { Refusal } from '../model/refusal.ts'
import type { EffectName } from '../reasoning/schemes/scheme.ts'
import type { CommandContext } from './command.ts'
import { debateSteps, foundAt, type DebateStep, type FoundInGraph } from './debate-steps.ts'
import { addConnected } from './edits/add.ts'
import { answerQuestion, raiseQuestion } from './edits/questions.ts'
import { freeId } from './edits/selection.ts'
import type { Transaction } from './state.ts'

/** What became of a step: nothing yet, it was found to be in order or answered, a problem was raised, it was left out. */
export type DebateOutcome = 'open' | 'answered' | 'raised' | 'skipped'

/** Where a debate has got to. */
export interface Debate {
  /** The steps that there still are. */
  readonly steps: readonly DebateStep[]
  /** All steps with which it began; what has gone comes back when its going is undone. */
  readonly begun: readonly DebateStep[]
  /** Index of the step that is talked about; the number of steps once all have been. */
  readonly at: number
  /** What was said without a trace in the document. */
  readonly said: Readonly<Record<string, 'answered' | 'skipped'>>
}

/** A debate of this graph at its first step; where only a part of the map is debated, of what is in it. */
export function beginDebate(graph: ArgumentGraph, part?: ReadonlySet<ElementId>): Debate {
  const steps = debateSteps(graph).filter(({ at }) => part?.has(at) ?? true)
  return { steps, begun: steps, at: 0, said: {} }
}

/** The step that is talked about; undefined once all have been. */
export function currentStep({ steps, at }: Debate): DebateStep | undefined {
  return steps[at]
}

/** What became of a step of this debate. */
export function outcomeOf(graph: ArgumentGraph, debate: Debate, step: DebateStep): DebateOutcome {
  const found = foundAt(graph, step)
  return found === 'answered' || found === 'raised' ? found : (debate.said[step.key] ?? 'open')
}

/**
 * The debate after the document has changed from one graph to another: steps that have gone fall out, and
 * where an answer was taken back it returns to the first such step. The very same debate if neither happened.
 */
export function followGraph(debate: Debate, before: ArgumentGraph, graph: ArgumentGraph): Debate {
  if (before === graph) return debate
  const steps = debate.begun.filter((step) => foundAt(graph, step) !== 'gone')
  const reopened = steps.findIndex(
    (step) => isSettled(foundAt(before, step)) && foundAt(graph, step) === 'open',
  )
  if (reopened >= 0) return { ...debate, steps, at: reopened }
  const isSame = steps.length === debate.steps.length && steps.every((step, at) => step === debate.steps[at])
  return isSame ? debate : { ...debate, steps, at: placeIn(steps, debate) }
}

/** Where a debate stands among other steps: at its own, or at the one that follows where that has gone. */
function placeIn(steps: readonly DebateStep[], debate: Debate): number {
  const step = currentStep(debate)
  if (!step) return steps.length
  const before = new Set(debate.begun.slice(0, debate.begun.indexOf(step)))
  return steps.filter((each) => before.has(each)).length
}

/** Goes on to the next step that is still open, leaving this one as it is; to the summary after the last. */
export function nextStep(graph: ArgumentGraph, debate: Debate): Debate {
  const next = debate.steps.findIndex(
    (step, index) => index > debate.at && outcomeOf(graph, debate, step) === 'open',
  )
  return { ...debate, at: next < 0 ? debate.steps.length : next }
}

/** Says that a step is in order, where the document has no place for it, and goes on. */
export function settleStep(graph: ArgumentGraph, debate: Debate): Debate {
  return nextStep(graph, said(debate, 'answered'))
}

/** Leaves a step out for now and goes on; one that was answered before stays answered. */
export function skipStep(graph: ArgumentGraph, debate: Debate): Debate {
  const step = currentStep(debate)
  const isOpen = step && outcomeOf(graph, debate, step) === 'open'
  return nextStep(graph, isOpen ? said(debate, 'skipped') : debate)
}

/** Goes back to the step before, whatever became of it; stays at the first. */
export function previousStep(debate: Debate): Debate {
  return { ...debate, at: Math.max(0, debate.at - 1) }
}

/** Ends the round before its last step: what was not reached stays open. */
export function sumUp(debate: Debate): Debate {
  return { ...debate, at: debate.steps.length }
}

/** Whether anything has become of any step since the debate began. */
export function hasOutcome(graph: ArgumentGraph, debate: Debate): boolean {
  return debate.steps.some((step) => outcomeOf(graph, debate, step) !== 'open')
}

/** Goes to a step of the list; the debate as it is if there is no such step. */
export function goToStep(debate: Debate, key: string): Debate {
  const at = debate.steps.findIndex((step) => step.key === key)
  return at < 0 ? debate : { ...debate, at }
}

/** The steps by what became of them, each in the order of the debate. */
export function stepsByOutcome(
  graph: ArgumentGraph,
  debate: Debate,
): Readonly<Record<DebateOutcome, readonly DebateStep[]>> {
  const by: Record<DebateOutcome, DebateStep[]> = { open: [], answered: [], raised: [], skipped: [] }
  for (const step of debate.steps) by[outcomeOf(graph, debate, step)].push(step)
  return by
}

/**
 * Answers "no problem" to the question of a step, with a sentence where there is one. Undefined for steps whose
 * answer leaves no trace in the document: for these there is `settleStep`.
 */
export function fineInDebate(
  context: CommandContext,
  step: DebateStep,
  text: string,
): Transaction | Refusal | undefined {
  if (step.kind !== 'question') return undefined
  const outcome = answerQuestion(context, step.at, step.question, { answer: 'fine', text })
  if (outcome instanceof Refusal) return outcome
  // Each answer of a debate is a step of undo of its own.
  const { mergeKey: _, ...rest } = outcome
  return rest
}

/**
 * Adds what was said against a step to the map, already connected: a counterpoint where the question aims, an
 * objection to an uncontested statement, an answer to a counterpoint. One step of undo; nothing is left to type.
 */
export function raiseInDebate(
  context: CommandContext,
  step: DebateStep,
  { text, effect }: { readonly text: string; readonly effect?: EffectName | undefined },
): Transaction | Refusal {
  if (text.trim() === '') return new Refusal('Nothing has been written yet: type what is to be said first.')
  if (step.kind === 'question') {
    return raiseQuestion(context, step.at, step.question, { text, ...(effect ? { effect } : {}) })
  }
  const id = freeId(context)
  const added = addConnected(context, { target: step.at, kind: 'counterpoint', relation: 'attacks', id })
  if (added instanceof Refusal) return added
  const { mergeKey: _, ...rest } = added
  const verb = step.kind === 'counterpoint' ? 'Answer counterpoint with' : 'Raise counterpoint'
  return {
    ...rest,
    label: `${verb} “${shorten(text, 30)}”`,
    change: (draft) => {
      added.change?.(draft)
      const made = draft.nodes[id]
      if (made) made.text = text
    },
    entry: null,
  }
}

function isSettled(found: FoundInGraph): boolean {
  return found === 'answered' || found === 'raised'
}

function said(debate: Debate, word: 'answered' | 'skipped'): Debate {
  const step = currentStep(debate)
  return step ? { ...debate, said: { ...debate.said, [step.key]: word } } : debate
}
