/** The help, made from the declarations: of the program, and of each command. */
import type { Command, Example, Option } from './command.ts'
import { helpOption } from './read-arguments.ts'

/** Lines are broken here, so that they can be read in the narrowest usual terminal. */
const width = 80

/** What `counterpoint --help` prints. */
export function helpOfProgram(commands: readonly Command[]): string {
  return text([
    'Counterpoint: reads, checks, converts and draws policy argument graphs.',
    '',
    'Usage: counterpoint COMMAND [OPTION…] [INPUT…]',
    '',
    'Commands:',
    ...columns(commands.map(({ name, summary }): [string, string] => [name, summary])),
    '',
    'Options:',
    ...columns([
      ['-h, --help', 'Show this help; "counterpoint COMMAND --help" shows that of a command'],
      ['-V, --version', 'Show the version'],
    ]),
    '',
    ...paragraph(
      'The input "-" is standard input; several inputs may be files and folders; in folders, .txt and .md are read only with --from. Formats are told by extension, the input’s by its content too. Messages go to standard error, one a line: file:place: message. Exit status: 0 done, 1 the input has errors, 2 wrong usage.',
    ),
    '',
    'Examples:',
    ...examplesOf(commands.flatMap((command) => command.examples.slice(0, 1))),
  ])
}

/** What `counterpoint COMMAND --help` prints. */
export function helpOfCommand(command: Command): string {
  const { name, operands, summary, details, options, examples } = command
  return text([
    `Usage: counterpoint ${[name, '[OPTION…]', operands].filter(Boolean).join(' ')}`,
    '',
    ...paragraph(summary),
    ...details.flatMap((each) => ['', ...paragraph(each)]),
    '',
    'Options:',
    ...columns([...options, helpOption].map((option) => [written(option), hintOf(option)])),
    '',
    'Examples:',
    ...examplesOf(examples),
  ])
}

function written({ name, short, value }: Option): string {
  return `${short === undefined ? '    ' : `-${short}, `}--${name}${value === undefined ? '' : ` ${value}`}`
}

function hintOf({ hint, many }: Option): string {
  return many ? `${hint}; may be repeated` : hint
}

function examplesOf(examples: readonly Example[]): string[] {
  return examples.flatMap(({ call, does }) => [`  ${call}`, ...indented(broken(does, width - 6), 6)])
}

/** Two columns; the second is broken into lines below each other. */
function columns(rows: readonly (readonly [string, string])[]): string[] {
  const first = Math.max(...rows.map(([name]) => name.length)) + 4
  return rows.flatMap(([name, words]) => {
    const [line = '', ...more] = broken(words, width - first)
    return [`  ${name}`.padEnd(first) + line, ...indented(more, first)]
  })
}

function paragraph(words: string): string[] {
  return broken(words, width)
}

function indented(lines: readonly string[], by: number): string[] {
  return lines.map((line) => `${' '.repeat(by)}${line}`)
}

function broken(words: string, most: number): string[] {
  const lines: string[] = []
  for (const word of words.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + 1 + word.length <= most)
      lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}

function text(lines: readonly string[]): string {
  return `${lines.join('\n')}\n`
}
