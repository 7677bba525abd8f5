/** What is wrong with a file or with the argument in it, in the one form that `check --json` prints. */
import { say } from './messages.ts'
import type { Surroundings } from './surroundings.ts'

/** One entry of `check --json`. The shape is an interface that scripts rely on. */
export interface FileFinding {
  readonly file: string
  readonly severity: 'error' | 'warning' | 'info'
  readonly rule: string
  readonly place: string
  readonly message: string
}

/** The place of a finding that concerns a file as a whole. */
export const wholeFile = 'document'

/** Findings as messages; the place of a whole file goes without saying, and so does that an error is one. */
export async function sayFindings(
  findings: readonly FileFinding[],
  { messages }: Pick<Surroundings, 'messages'>,
): Promise<void> {
  for (const { file, place, severity, rule, message } of findings) {
    const words = severity === 'error' ? message : `${severity}: ${message} [${rule}]`
    await say(messages, { file, message: words, ...(place === wholeFile ? {} : { place }) })
  }
}
