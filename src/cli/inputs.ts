/**
 * The inputs of a call: files, standard input, and everything readable in folders. What is not there is a
 * finding like any other, so that it does not keep the rest from being done.
 */
import { UsageError } from './command.ts'
import { sayFindings, wholeFile, type FileFinding } from './findings.ts'
import type { Surroundings } from './surroundings.ts'
import { byExtension, readableFormats, type Target } from './targets.ts'

export interface Input {
  /** As in messages: the path as given, "-" for standard input. */
  readonly file: string
  /** The path below the folder it was found in, else the file's own name: what an output is named after. */
  readonly name: string
}

export interface Inputs {
  readonly found: readonly Input[]
  /** Operands that are not there, or hold nothing that could be read. */
  readonly missing: readonly FileFinding[]
  /** Whether more than one file may come of it, so that outputs need a folder. */
  readonly areMany: boolean
}

/** What is read when standard input has no better name. */
const inputName = 'standard-input'

/** The inputs named by operands. Throws UsageError where there are none, or standard input is to be read twice. */
export async function inputsOf(
  operands: readonly string[],
  { files }: Surroundings,
  from?: Pick<Target, 'id' | 'extensions'>,
): Promise<Inputs> {
  if (operands.length === 0) {
    throw new UsageError('an input is missing: name a file, a folder, or - for standard input.')
  }
  if (operands.filter((each) => each === '-').length > 1) {
    throw new UsageError('standard input can be read only once; give - once.')
  }
  const found: Input[] = []
  const missing: FileFinding[] = []
  let areMany = operands.length > 1
  for (const operand of operands) {
    if (operand === '-') {
      found.push({ file: '-', name: inputName })
      continue
    }
    const kind = await files.kindOf(operand)
    if (kind === 'folder') {
      areMany = true
      const names = (await files.list(operand)).filter((name) => isReadable(name, from))
      if (names.length === 0) {
        missing.push(notThere(operand, 'There is no file in this folder that can be read.'))
      }
      for (const name of names) found.push({ file: joined(operand, name), name })
    } else if (kind === undefined) {
      missing.push(notThere(operand, 'There is no such file or folder.'))
    } else {
      found.push({ file: operand, name: lastPart(operand) })
    }
  }
  return { found, missing, areMany }
}

/** Says which inputs are missing. */
export function sayMissing({ missing }: Inputs, surroundings: Surroundings): Promise<void> {
  return sayFindings(missing, surroundings)
}

/** The one input of a command that takes no more. Throws UsageError. */
export function singleInput(operands: readonly string[]): Input {
  const [first, second] = operands
  if (first === undefined) throw new UsageError('an input is missing: name a file, or - for standard input.')
  if (second !== undefined) throw new UsageError(`this takes one input, and "${second}" is a second one.`)
  return first === '-' ? { file: '-', name: inputName } : { file: first, name: lastPart(first) }
}

function notThere(file: string, message: string): FileFinding {
  return { file, severity: 'error', rule: 'cannot-read', place: wholeFile, message }
}

/**
 * In folders, only what looks like a map by its name: no schema, which only describes one, and no plain text,
 * which may be anything, unless its format is named.
 */
function isReadable(name: string, from: Pick<Target, 'extensions'> | undefined): boolean {
  if (name.toLowerCase().endsWith('.schema.json')) return false
  if (from) return byExtension(name, [from]) !== undefined
  return !/\.(?:txt|md)$/i.test(name) && byExtension(name, readableFormats) !== undefined
}

function joined(folder: string, name: string): string {
  return /[/\\]$/.test(folder) ? folder + name : `${folder}/${name}`
}

function lastPart(path: string): string {
  return path.split(/[/\\]/).at(-1) ?? path
}
