/**
 * What a scheme is: a usual way of arguing, the premises it needs and the questions a critic would ask of
 * it. The idea is Walton, Reed and Macagno's (Argumentation Schemes, 2008), that a question aims at a
 * premise, the inference or the conclusion is Carneades' (Gordon, Prakken and Walton 2007); which schemes
 * and questions there are follows the needs of policy papers, and all wording is our own.
 */
import type { NodeKind } from '../../model/kinds.ts'

/** One usual way of arguing. */
export interface Scheme {
  /** Lower case, as in the middle of a sentence: "expert opinion". */
  readonly label: string
  readonly group: SchemeGroup
  /** One sentence that says how such an argument goes. */
  readonly hint: string
  /** What the argument needs, by a name that is stable and unique within the scheme; what is usually said comes first. */
  readonly premises: Readonly<Record<string, SchemePremise>>
  /** The form of what follows. */
  readonly conclusion: string
  /** The questions, by an id that is stable and unique within the scheme: files name them. */
  readonly questions: Readonly<Record<string, CriticalQuestion>>
}

/** A statement that arguments of a scheme rest on, said or unsaid. */
export interface SchemePremise {
  /** Lower case: "the goal". */
  readonly label: string
  /** A sentence with gaps ("…") in which an offered node starts. */
  readonly template: string
  /** What kind of node an offered one is: what is silently taken for granted is an assumption. */
  readonly kind: NodeKind
}

export interface CriticalQuestion {
  /** One plain sentence to the reader. */
  readonly question: string
  /** What the answer "that is a problem" does on the map: the usual effect first, then the others offered. */
  readonly effects: readonly [QuestionEffect, ...QuestionEffect[]]
  /**
   * Who has to speak first. "asked": whoever argues this way owes an answer as soon as the question is
   * asked. "raised": the argument may be trusted until somebody says what the problem is.
   */
  readonly burden: 'asked' | 'raised'
}

/**
 * Where a counterpoint goes: against a premise, against the step from premises to conclusion, against the
 * conclusion; or a rival is set beside the conclusion.
 */
export type QuestionEffect =
  | { readonly effect: 'premise'; readonly premise: string }
  | { readonly effect: 'inference' }
  | { readonly effect: 'conclusion' }
  | { readonly effect: 'rival' }

export type EffectName = QuestionEffect['effect']

/** Headings under which schemes are offered. */
export const schemeGroups = {
  action: 'What to do',
  source: 'Who says so',
  case: 'Like cases',
  cause: 'Causes and signs',
  rule: 'Rules and words',
} as const satisfies Record<string, string>

export type SchemeGroup = keyof typeof schemeGroups

export const inference = { effect: 'inference' } as const
export const conclusion = { effect: 'conclusion' } as const
export const rival = { effect: 'rival' } as const

/** The effect on one premise of the scheme. */
export function premise<const Name extends string>(name: Name) {
  return { effect: 'premise', premise: name } as const
}
