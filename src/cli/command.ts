/**
 * What a command of the program is: one declaration, from which the help, the reading of arguments and the
 * messages about wrong ones follow. Declarations load nothing heavy before they run.
 */
import type { Surroundings } from './surroundings.ts'

/** 0: done. 1: the input has errors. 2: wrong usage. */
export type ExitStatus = 0 | 1 | 2

export interface Option {
  /** Without the dashes. */
  readonly name: string
  readonly short?: string
  /** What stands for its value in the help: "FILE". Absent for a switch. */
  readonly value?: string
  /** May be given several times. */
  readonly many?: true
  readonly hint: string
}

export interface Example {
  readonly call: string
  readonly does: string
}

export interface Command {
  readonly name: string
  /** What stands for its operands in the help: "FILE…". */
  readonly operands: string
  /** One line. */
  readonly summary: string
  /** Further paragraphs for its own help. */
  readonly details: readonly string[]
  readonly options: readonly Option[]
  readonly examples: readonly Example[]
  /** Throws UsageError for arguments that make no sense. */
  readonly run: (call: Call, surroundings: Surroundings) => Promise<ExitStatus>
}

/** The arguments of a call, read by the command's options. */
export interface Call {
  readonly operands: readonly string[]
  /** Whether a switch is given. */
  readonly has: (option: string) => boolean
  /** The value given last, or undefined. */
  readonly value: (option: string) => string | undefined
  readonly values: (option: string) => readonly string[]
}

/** The program was called wrongly; the message is a sentence with a remedy. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

/** What is said of an error that no input and no argument should be able to cause. */
export const ownMistake = 'This is a mistake in the program itself; please report it.'

/** Options that several commands share. */
export const sharedOptions = {
  output: {
    name: 'output',
    short: 'o',
    value: 'FILE',
    hint: 'Write here instead of to standard output; a folder for several inputs',
  },
  from: { name: 'from', value: 'FORMAT', hint: 'Format of the input; found out unless given' },
  json: { name: 'json', hint: 'Machine-readable, for scripts' },
} as const satisfies Record<string, Option>
