/**
 * One job for each input, one after the other, so that memory stays flat. What goes wrong with one input is
 * said and does not stop the rest; nothing that is an input is ever written over.
 */
import { ownMistake, UsageError, type ExitStatus } from './command.ts'
import { pathOf } from './destination.ts'
import type { Input, Inputs } from './inputs.ts'
import { oneLine, say, sayLine } from './messages.ts'
import { createProgress, grouped } from './progress.ts'
import { FileError, type Surroundings } from './surroundings.ts'
import type { Destination } from './targets.ts'

/** What a job makes of an input. */
export interface Output {
  /** Tells several of one input apart: "", "-a1". */
  readonly suffix: string
  readonly extension: string
  readonly content: string | Uint8Array
}

/** Why there is no output for an input; the message is a sentence. */
export class NoOutput extends Error {
  override readonly name = 'NoOutput'
}

export interface Batch {
  readonly inputs: Inputs
  readonly destination: Destination
  /** "converted", for the summary. */
  readonly done: string
  /**
   * The outputs of an input; undefined where it cannot be used, which has been said. Rejects with NoOutput
   * where none can be made.
   */
  readonly make: (input: Input, surroundings: Surroundings) => Promise<readonly Output[] | undefined>
}

/** Runs a batch; 1 where anything was wrong with any input. */
export async function runBatch(batch: Batch, outer: Surroundings): Promise<ExitStatus> {
  const { found, missing, areMany } = batch.inputs
  const progress = createProgress(outer.messages, found.length, outer.now)
  const surroundings = { ...outer, messages: progress.messages }
  const taken = new Map<string, string>()
  for (const { file } of found) {
    if (file !== '-') taken.set(await outer.files.identityOf(file), file)
  }
  let failed = missing.length
  for (const input of found) {
    if (!(await runOne(batch, input, { surroundings, taken }))) failed += 1
    await progress.step()
  }
  await progress.end()
  if (areMany) await sayLine(outer.messages, summary(found.length + missing.length, failed, batch.done))
  return failed === 0 ? 0 : 1
}

interface Run {
  readonly surroundings: Surroundings
  /** Files that must not be written (again), with the input that each is or is written for. */
  readonly taken: Map<string, string>
}

async function runOne(batch: Batch, input: Input, { surroundings, taken }: Run): Promise<boolean> {
  try {
    const outputs = await batch.make(input, surroundings)
    if (!outputs) return false
    const placed = []
    for (const output of outputs) {
      const path = pathOf(batch.destination, input, output)
      if (path !== undefined) await claim(path, input, { surroundings, taken })
      placed.push({ path, content: output.content })
    }
    if (batch.destination.kind === 'output' && placed.length > 1) {
      throw new NoOutput(
        `This comes in ${placed.length} files; name one with -o, and the others get names like it.`,
      )
    }
    for (const { path, content } of placed) {
      if (path === undefined) await surroundings.output.write(content)
      else await writeTo(path, content, input, { surroundings, taken })
    }
    return true
  } catch (error) {
    const isOfInput = error instanceof NoOutput || error instanceof FileError
    if (!isOfInput && !batch.inputs.areMany) throw error
    await say(surroundings.messages, { file: input.file, message: sentenceOf(error) })
    return false
  }
}

async function writeTo(
  path: string,
  content: Output['content'],
  input: Input,
  { surroundings: { files }, taken }: Run,
): Promise<void> {
  await files.write(path, content)
  // What has been written is another file than what was there before.
  taken.set(await files.identityOf(path), input.file)
}

/** Refuses to write what is an input, or what another input has been written to. */
async function claim(path: string, input: Input, { surroundings, taken }: Run): Promise<void> {
  const identity = await surroundings.files.identityOf(path)
  const other = taken.get(identity)
  if (other === undefined) {
    taken.set(identity, input.file)
    return
  }
  const name = oneLine(path)
  throw new UsageError(
    other === input.file
      ? 'the output would replace the input; name another file with -o.'
      : `the output "${name}" would replace ${(await isInput(other, identity, surroundings)) ? 'another input' : `that of ${other}`}; rename one of the two, or write to another folder.`,
  )
}

async function isInput(other: string, identity: string, { files }: Surroundings): Promise<boolean> {
  return other !== '-' && (await files.identityOf(other)) === identity
}

/** Where there are many inputs, even a mistake of the program's own with one of them does not stop the rest. */
function sentenceOf(error: unknown): string {
  const isForPeople = error instanceof NoOutput || error instanceof FileError || error instanceof UsageError
  if (isForPeople) return error.message
  return `${ownMistake} ${error instanceof Error ? error.message : String(error)}`
}

function summary(total: number, failed: number, done: string): string {
  return `${grouped(total - failed)} of ${grouped(total)} ${done}${failed === 0 ? '' : `, ${grouped(failed)} failed`}.`
}
