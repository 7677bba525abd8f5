/** The one output of a command that has no more: to standard output, or where `-o` says. */
import type { Call, ExitStatus } from './command.ts'
import { say } from './messages.ts'
import { FileError, type Surroundings } from './surroundings.ts'
import { UsageError } from './command.ts'

/** Writes it; 1, with a message, where it cannot be written. Throws UsageError where it would replace the input. */
export async function writeOutput(
  call: Call,
  content: string,
  { output, files, messages }: Surroundings,
): Promise<ExitStatus> {
  const path = call.value('output')
  if (path === undefined || path === '-') {
    await output.write(content)
    return 0
  }
  const [input] = call.operands
  if (input !== undefined && input !== '-') {
    if ((await files.identityOf(input)) === (await files.identityOf(path))) {
      throw new UsageError('the output would replace the input; name another file with -o.')
    }
  }
  try {
    await files.write(path, content)
    return 0
  } catch (error) {
    if (!(error instanceof FileError)) throw error
    await say(messages, { file: path, message: error.message })
    return 1
  }
}
