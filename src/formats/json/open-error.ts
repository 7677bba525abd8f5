/**
 * Why a file cannot be opened as it is: a closed list of kinds, each with what a person needs to know.
 * `explain` is the one place where they become sentences. Where the file can be mended, the error
 * carries the repaired graph together with the list of everything that would be dropped or changed;
 * nothing is mended unless the user takes that offer.
 */
import type { ArgumentGraph } from '../../model/graph.ts'
import { sentenceOf, type Problem } from '../../model/problem.ts'

/** A graph that is valid, and everything that distinguishes it from the file. */
export interface Repair {
  readonly graph: ArgumentGraph
  readonly dropped: readonly Dropped[]
}

/** One thing that a repair would drop or change: where, and what is wrong and would happen. */
export interface Dropped {
  readonly place: string
  readonly message: string
}

/** A place in the text of a file; both count from 1, columns in UTF-16 units as text editors do. */
export interface TextPlace {
  readonly line: number
  readonly column: number
}

export type OpenError =
  /** More bytes than are ever parsed. */
  | { readonly kind: 'tooLarge'; readonly limit: number }
  /** Not JSON: what stands at the place instead of what was expected there. */
  | ({ readonly kind: 'notJson'; readonly message: string } & TextPlace)
  /** JSON up to its end, which comes too early. */
  | ({ readonly kind: 'cutOff'; readonly repair?: Repair } & TextPlace)
  /** Nested deeper than any argument graph. */
  | ({ readonly kind: 'tooDeep'; readonly limit: number } & TextPlace)
  /** JSON, but something else: what tells it apart. */
  | { readonly kind: 'notAGraph'; readonly message: string }
  /** From a later version of the format than this program knows. */
  | { readonly kind: 'tooNew'; readonly version: number; readonly known: number }
  /** An argument graph with things in it that are wrong: at least one problem. */
  | { readonly kind: 'invalid'; readonly problems: readonly Problem[]; readonly repair?: Repair }

/** What is wrong and what can be done, in one or two sentences. */
export function explain(error: OpenError): string {
  switch (error.kind) {
    case 'tooLarge':
      return `The file is larger than ${Math.floor(error.limit / 2 ** 20)} MB, the most that can be opened; split the map into several files.`
    case 'notJson':
      return `The file is not JSON: ${placeInText(error)}, ${error.message}. Correct that place in a text editor, or choose another file.`
    case 'cutOff':
      return `The file ends too early, at ${placeInText(error)}, as if it had been cut off; get a complete copy of it.`
    case 'tooDeep':
      return `The file is nested more than ${error.limit} levels deep at ${placeInText(error)}, so it cannot be an argument graph; choose another file.`
    case 'notAGraph':
      return `The file is JSON, but not an argument graph: ${error.message}. Choose a file that was saved by Counterpoint.`
    case 'tooNew':
      return `The file has format version ${error.version}, and this program reads versions up to ${error.known}; open it with a newer version of Counterpoint.`
    case 'invalid':
      return explainProblems(error.problems)
  }
}

/** The first problem as a sentence, and how many more there are. */
export function explainProblems(problems: readonly Problem[]): string {
  const [first, ...others] = problems
  if (!first) return 'The file breaks a rule of the format.'
  const more =
    others.length === 0
      ? ''
      : ` There ${others.length === 1 ? 'is 1 more problem' : `are ${others.length} more problems`}.`
  return `${sentenceOf(first)}.${more}`
}

function placeInText({ line, column }: TextPlace): string {
  return `line ${line}, column ${column}`
}
