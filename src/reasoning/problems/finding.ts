/**
 * One problem of an argument (not of a file: those are in model/problem.ts): which rule, how bad, where,
 * in a sentence, and where possible what to do about it, as a command of the editor.
 */
import type { ElementId } from '../../model/graph.ts'
import type { FindingRule } from './rules.ts'

export type Severity = 'error' | 'warning' | 'info'

export interface Finding {
  readonly rule: FindingRule
  readonly severity: Severity
  /** The places, the one to go to first; empty for what concerns the whole map. */
  readonly at: readonly ElementId[]
  /** What is wrong here, a whole sentence that names the statements. */
  readonly sentence: string
  readonly fix?: Fix
}

/** A way out: select this, then run that command. */
export interface Fix {
  /** What the button says: "Add support". */
  readonly label: string
  /** Id of a command of the editor. */
  readonly command: string
  /** What is selected before; the places unless given. */
  readonly select?: readonly ElementId[]
}
