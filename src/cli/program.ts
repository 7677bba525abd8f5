/**
 * The program: finds the command, reads its arguments, runs it, and makes sentences of what goes wrong.
 * Promises: never throws; 2 for wrong usage, and then nothing has been written.
 */
import { ownMistake, UsageError, type ExitStatus } from './command.ts'
import { commands } from './commands.ts'
import { helpOfCommand, helpOfProgram } from './help.ts'
import { sayLine } from './messages.ts'
import { suggestion } from './nearest.ts'
import { readArguments } from './read-arguments.ts'
import type { Surroundings } from './surroundings.ts'

/** Runs the program with the words that follow its name. */
export async function runProgram(words: readonly string[], surroundings: Surroundings): Promise<ExitStatus> {
  try {
    return await run(words, surroundings)
  } catch (error) {
    if (error instanceof UsageError) {
      await sayLine(surroundings.messages, `counterpoint: ${error.message}`)
      return 2
    }
    const reason = error instanceof Error ? (error.stack ?? error.message) : String(error)
    await surroundings.messages.write(`counterpoint: ${ownMistake}\n${reason}\n`)
    return 1
  }
}

async function run(words: readonly string[], surroundings: Surroundings): Promise<ExitStatus> {
  const { output, messages, version } = surroundings
  const [first, ...rest] = words
  if (first === undefined) {
    await messages.write(helpOfProgram(commands))
    return 2
  }
  if (first === '--version' || first === '-V') {
    await output.write(`${version}\n`)
    return 0
  }
  const asksHelp = first === '--help' || first === '-h' || first === 'help'
  const name = asksHelp ? rest.find((word) => !word.startsWith('-')) : first
  if (name === undefined) {
    await output.write(helpOfProgram(commands))
    return 0
  }
  const command = commands.find((each) => each.name === name)
  if (!command) {
    const names = commands.map((each) => each.name)
    const what = name.startsWith('-') ? 'option' : 'command'
    throw new UsageError(
      `there is no ${what} "${name}".${suggestion(name, [...names, '--help', '--version'])} The commands are ${names.join(', ')}.`,
    )
  }
  if (asksHelp || rest.includes('--help') || rest.includes('-h')) {
    await output.write(helpOfCommand(command))
    return 0
  }
  return command.run(readArguments(command, rest), surroundings)
}
