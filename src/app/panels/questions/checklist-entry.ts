/** One line of a checklist, whether it is a critical question or a decision criterion: what is asked and what can be done. */
import type { NodeId } from '../../../model/graph.ts'
import type { Refusal } from '../../../model/refusal.ts'
import type { GivenAnswer } from '../../../editor/edits/questions.ts'
import type { Transaction } from '../../../editor/state.ts'
import type { CommandContext } from '../../../editor/command.ts'
import type { Found } from '../../../reasoning/critical-questions.ts'

export type ChecklistEntry = Found & {
  readonly id: string
  readonly question: string
  /** A heading before the question, where there is one. */
  readonly label?: string | undefined
  /** What else helps to answer it. */
  readonly hint?: string | undefined
  /** Where a counterpoint can go; at least one. */
  readonly targets: readonly ChecklistTarget[]
  /** Nodes that can be picked as the answer. */
  readonly pickable: () => readonly NodeId[]
  readonly answer: (context: CommandContext, given: GivenAnswer) => Transaction | Refusal
  readonly reopen: (context: CommandContext) => Transaction | Refusal
}

export interface ChecklistTarget {
  readonly words: string
  readonly raise: (context: CommandContext) => Transaction | Refusal
}

/** The states in a word and an icon: never in colour alone. */
export const foundWords = {
  open: { label: 'Open', icon: 'CircleDashed' },
  answered: { label: 'Answered', icon: 'CircleCheck' },
  raised: { label: 'Raised', icon: 'ShieldAlert' },
} as const satisfies Record<Found['state'], { label: string; icon: string }>
