/** Help and wrong usage: the declarations are complete, and whoever writes a word wrongly is helped on. */
import { afterAll, describe, expect, it } from 'vitest'
import { commands } from '../../src/cli/commands.ts'
import { nearest } from '../../src/cli/nearest.ts'
import { readArguments } from '../../src/cli/read-arguments.ts'
import { documentTargets, exportTargets, formatToRead } from '../../src/cli/targets.ts'
import { Workplace } from './workplace.ts'

const place = new Workplace()
afterAll(() => place.remove())

describe('the list of commands', () => {
  it('has those of the interface, each once', () => {
    expect(commands.map(({ name }) => name)).toEqual([
      'check',
      'convert',
      'export',
      'layout',
      'evaluate',
      'schema',
    ])
  })

  it.each(commands)('$name has a summary, examples and options that differ', (command) => {
    expect(command.summary).toMatch(/^[A-Z].*[^.]$/)
    expect(command.examples.length).toBeGreaterThan(0)
    const names = command.options.flatMap(({ name, short }) => (short === undefined ? [name] : [name, short]))
    expect(new Set(names).size).toBe(names.length)
    for (const { hint } of command.options) expect(hint).toMatch(/\S/)
  })

  it.each(commands.flatMap(({ examples, ...command }) => examples.map(({ call }) => ({ call, command }))))(
    'understands its own example: $call',
    ({ call, command }) => {
      const [, own = ''] = /^counterpoint (.*?)(?: [|<>].*)?$/.exec(call) ?? []
      const [name, ...words] = own.split(' ')
      expect(name).toBe(command.name)
      const read = readArguments({ ...command, examples: [] }, words)
      const formatNames = exportTargets
        .concat(documentTargets)
        .flatMap(({ id, extensions }) => [id, ...extensions.map((each) => each.slice(1))])
      for (const to of read.values('to')) expect(formatNames).toContain(to)
      for (const from of read.values('from')) expect(formatToRead(from)?.id).toBe(from)
    },
  )
})

describe('help', () => {
  it('lists every command and fits into 80 columns', async () => {
    const { status, output, messages } = await place.run(['--help'])
    expect(status).toBe(0)
    expect(messages).toEqual([])
    for (const { name, summary } of commands) expect(output).toContain(`  ${name.padEnd(10)}${summary}`)
    expect(Math.max(...output.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80)
  })

  it.each(commands)('of $name has all options and examples, asked for in any way', async (command) => {
    const { status, output } = await place.run([command.name, '--help'])
    expect(status).toBe(0)
    for (const { name } of command.options) expect(output).toContain(`--${name}`)
    for (const { call } of command.examples) expect(output).toContain(`  ${call}\n`)
    expect(await place.run(['help', command.name])).toMatchObject({ status: 0, output })
    expect(await place.run([command.name, 'a.json', '-h'])).toMatchObject({ status: 0, output })
  })

  it('goes to standard error where no command is given, as wrong usage', async () => {
    const { status, output, raw } = await place.run([])
    expect(status).toBe(2)
    expect(output).toBe('')
    expect(raw).toBe((await place.run(['help'])).output)
  })
})

describe('--version', () => {
  it('prints the version alone', async () => {
    expect(await place.run(['--version'])).toMatchObject({ status: 0, output: '1.2.3\n', messages: [] })
    expect(await place.run(['-V'])).toMatchObject({ status: 0, output: '1.2.3\n' })
  })
})

describe('wrong usage', () => {
  it.each([
    ['an unknown command', ['exprot', 'a.json'], 'there is no command "exprot". Did you mean "export"?'],
    ['an unknown option of the program', ['--versoin'], 'Did you mean "--version"?'],
    ['an unknown option', ['export', 'a.json', '--them=dark'], 'no option --them. Did you mean "--theme"?'],
    ['an unknown short option', ['check', '-x', 'a.json'], 'check has no option -x.'],
    ['a value that is missing at the end', ['export', 'a.json', '-o'], '-o needs a value: -o FILE.'],
    [
      'a value that is another option',
      ['export', '--to', '--legend', 'a'],
      '--to needs a value: --to FORMAT.',
    ],
    ['a value that is empty', ['export', '--to=', 'a'], '--to needs a value'],
    ['a switch with a value', ['check', '--json=yes', 'a.json'], '--json is a switch and takes no value.'],
    ['an option given twice', ['export', 'a', '--to', 'svg', '--to', 'png'], '--to is given twice'],
    ['a missing input', ['check'], 'an input is missing'],
    ['a missing input of a command that takes one', ['layout'], 'an input is missing'],
    ['two inputs where one is taken', ['layout', 'a', 'b'], 'this takes one input, and "b" is a second one.'],
    ['an input of a command that takes none', ['schema', 'a'], 'schema takes no input.'],
    ['standard input twice', ['check', '-', '-'], 'standard input can be read only once'],
    ['an unknown format to read', ['check', '--from', 'counterpont', 'a'], 'Did you mean "counterpoint"?'],
    ['an unknown format to write', ['export', 'a', '--to', 'pngg'], '--to pngg is none of svg, png,'],
    ['an unknown rule', ['evaluate', 'a', '--rule', 'dfquad'], 'Did you mean "df-quad"?'],
  ])('is %s', async (_name, words, sentence) => {
    const { status, output, messages } = await place.run(words)
    expect(status).toBe(2)
    expect(output).toBe('')
    expect(messages).toEqual([expect.stringContaining(sentence)])
    expect(messages[0]).toMatch(/^counterpoint: /)
  })

  it('is said in one line whatever the words hold', async () => {
    const { messages } = await place.run(['a\n\u001b[31mb'])
    expect(messages).toEqual([expect.stringContaining('there is no command "a [31mb".')])
  })
})

describe('nearest', () => {
  it('takes a slip of the keys for what was meant', () => {
    expect(nearest('chekc', ['check', 'convert'])).toBe('check')
    expect(nearest('Evalute', ['evaluate', 'export'])).toBe('evaluate')
  })

  it('suggests nothing for another word', () => {
    expect(nearest('draw', ['check', 'convert'])).toBeUndefined()
    expect(nearest('', ['check'])).toBeUndefined()
    expect(nearest('x'.repeat(100_000), ['check'])).toBeUndefined()
  })
})
