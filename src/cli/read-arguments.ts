/** The words of a call, read by a command's options; whatever does not fit is a sentence with the word meant. */
import { parseArgs } from 'node:util'
import { UsageError, type Call, type Command, type Option } from './command.ts'
import { suggestion } from './nearest.ts'

/** Every command has it. */
export const helpOption: Option = { name: 'help', short: 'h', hint: 'Show this help' }

/** Reads what follows the command's name. Throws UsageError. */
export function readArguments({ name: command, options }: Command, words: readonly string[]): Call {
  const known = [...options, helpOption]
  const { tokens } = parseArgs({
    args: [...words],
    options: Object.fromEntries(
      known.map(({ name, short, value }) => [
        name,
        { type: value === undefined ? 'boolean' : 'string', ...(short === undefined ? {} : { short }) },
      ]),
    ),
    // Its own messages suggest nothing and name no remedy.
    strict: false,
    tokens: true,
  })
  const operands: string[] = []
  const given = new Map<string, string[]>()
  for (const token of tokens) {
    if (token.kind === 'positional') operands.push(token.value)
    if (token.kind !== 'option') continue
    const option = known.find(({ name }) => name === token.name)
    const written = token.rawName
    if (!option) {
      const names = known.map(({ name }) => `--${name}`)
      throw new UsageError(
        `${command} has no option ${written}.${suggestion(written, names)} See "counterpoint ${command} --help".`,
      )
    }
    const before = given.get(option.name) ?? []
    if (before.length > 0 && option.value !== undefined && !option.many) {
      throw new UsageError(`${written} is given twice; give it once.`)
    }
    given.set(option.name, [...before, valueOf(option, token.value, token.inlineValue, written)])
  }
  return {
    operands,
    has: (option) => given.has(option),
    value: (option) => given.get(option)?.at(-1),
    values: (option) => given.get(option) ?? [],
  }
}

function valueOf(
  option: Option,
  value: string | undefined,
  isInline: boolean | undefined,
  written: string,
): string {
  if (option.value === undefined) {
    if (value !== undefined) throw new UsageError(`${written} is a switch and takes no value.`)
    return ''
  }
  // "-" alone is standard input or output.
  const isForgotten = value === undefined || (!isInline && value.startsWith('-') && value.length > 1)
  if (isForgotten || value === '') {
    throw new UsageError(`${written} needs a value: ${written} ${option.value}.`)
  }
  return value
}

/** A value that must be one of these words. Undefined where it is not given. */
export function choiceOf<T extends string>(call: Call, option: string, words: readonly T[]): T | undefined {
  const value = call.value(option)
  if (value === undefined) return undefined
  const found = words.find((word) => word === value)
  if (found === undefined) {
    throw new UsageError(`--${option} ${value} is none of ${words.join(', ')}.${suggestion(value, words)}`)
  }
  return found
}
