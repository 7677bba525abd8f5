/** What the debate mode says at each kind of step: the question, and what the two answers are called. */
import { nodeAt, type ArgumentGraph } from '../../model/graph.ts'
import { nodeKinds } from '../../model/kinds.ts'
import { capitalise } from '../../model/naming.ts'
import { questionAt, type DebateStep } from '../../editor/debate-steps.ts'
import { schemeAt } from '../../reasoning/critical-questions.ts'

export interface StepWords {
  /** What kind of step it is, in a few words: "Critical question: expert opinion". */
  readonly kind: string
  readonly question: string
  /** What helps to answer, as a sentence. */
  readonly hint?: string | undefined
  /** The answer that leaves the argument as it is. */
  readonly fine: string
  /** The answer that adds something to the map, its key, and what is then to be typed. */
  readonly problem: string
  readonly problemKey: 'P' | 'A'
  readonly prompt: string
}

/** The words for a step as the document is now. */
export function wordsOf(graph: ArgumentGraph, step: DebateStep): StepWords {
  switch (step.kind) {
    case 'uncontested': {
      const { label } = nodeKinds[nodeAt(graph, step.at)?.kind ?? 'recommendation']
      return {
        kind: `Uncontested ${label}`,
        question: 'What speaks against this?',
        hint: `Nobody has objected to this ${label}, to its reasons or to a step between them.`,
        fine: 'Fine: nothing does',
        problem: 'Something does',
        problemKey: 'P',
        prompt: 'What speaks against it?',
      }
    }
    case 'question': {
      const scheme = schemeAt(graph, step.at)
      const asked = questionAt(graph, step)
      return {
        kind: capitalise(scheme ? `${scheme.label}: a critical question` : 'a critical question'),
        question: asked?.question ?? '',
        hint: asked?.burden === 'asked' ? 'Whoever argues like this owes an answer.' : undefined,
        fine: 'Fine',
        problem: 'That is a problem',
        problemKey: 'P',
        prompt: 'What is the problem?',
      }
    }
    case 'counterpoint':
      return {
        kind: 'Unanswered counterpoint',
        question: 'Is there an answer to this?',
        fine: 'Fair point: it stands',
        problem: 'Answer it',
        problemKey: 'A',
        prompt: 'What is the answer?',
      }
  }
}
