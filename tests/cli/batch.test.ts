/** Many inputs in one call: a bad one does not stop the rest, nothing is written over, progress is for people. */
import { existsSync, symlinkSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { nodeFiles } from '../../src/cli/node/files.ts'
import { graph } from '../support/graph-builder.ts'
import { Workplace } from './workplace.ts'

let place: Workplace
beforeEach(() => {
  place = new Workplace()
})
afterEach(() => place.remove())

const document = graph`e1 supports c1`

describe('a folder', () => {
  it('is converted with its folders, and a bad file does not stop the rest', async () => {
    for (let index = 0; index < 20; index += 1) place.put(`maps/m${index}.json`, document)
    place.put('maps/deep/er/m.json', document)
    place.put('maps/a-bad.json', '{ "format": "counterpoint", "version": 1')
    const { status, output, messages } = await place.run([
      'convert',
      place.at('maps'),
      '--to',
      'dot',
      '-o',
      place.at('out'),
    ])
    expect(status).toBe(1)
    expect(output).toBe('')
    expect(messages.filter((each) => !each.includes('no place in'))).toEqual([
      expect.stringMatching(/^maps\/a-bad\.json:line 1, column \d+: The file ends too early/),
      '21 of 22 converted, 1 failed.',
    ])
    expect(place.read('out/deep/er/m.dot')).toContain('digraph')
    for (let index = 0; index < 20; index += 1) expect(place.read(`out/m${index}.dot`)).toContain('digraph')
    expect(existsSync(place.at('out/a-bad.dot'))).toBe(false)
  })

  it('is exported, and a part that one map has not is said of that one', async () => {
    place.put('maps/with.json', graph`e1 supports c2`)
    place.put('maps/without.json', document)
    const words = ['export', place.at('maps'), '--to', 'svg', '--branch', 'c2', '-o', place.at('out')]
    const { status, messages } = await place.run(words)
    expect(status).toBe(1)
    expect(messages).toEqual([
      'maps/without.json: there is no node "c2" on this map. Did you mean "c1"?',
      '1 of 2 exported, 1 failed.',
    ])
    expect(place.read('out/with.svg')).toContain('<svg')
  })

  it('is not written over by its own outputs', async () => {
    const before = place.put('maps/a.json', document)
    const { status, messages } = await place.run([
      'convert',
      place.at('maps'),
      '--to',
      'json',
      '-o',
      place.at('maps'),
    ])
    expect(status).toBe(1)
    expect(messages[0]).toBe('maps/a.json: the output would replace the input; name another file with -o.')
    expect(existsSync(before)).toBe(true)
  })

  it('may be given through a link', async () => {
    place.put('maps/a.json', document)
    symlinkSync(place.at('maps'), place.at('link'))
    const { status, messages } = await place.run([
      'convert',
      place.at('maps'),
      '--to',
      'json',
      '-o',
      place.at('link'),
    ])
    expect(status).toBe(1)
    expect(messages[0]).toContain('would replace the input')
  })
})

describe('a mistake of the program itself', () => {
  const read = (path: string) => {
    if (path.endsWith('b.json')) throw new TypeError('x is not a function')
    return nodeFiles.read(path)
  }

  it.each(['convert --to dot', 'export --to svg', 'check'])(
    'with one file does not stop %s',
    async (call) => {
      for (const name of ['a', 'b', 'c']) place.put(`maps/${name}.json`, document)
      const words = [
        ...call.split(' '),
        place.at('maps'),
        ...(call === 'check' ? [] : ['-o', place.at('out')]),
      ]
      const { status, messages } = await place.run(words, { files: { read } })
      expect(status).toBe(1)
      expect(messages).toContain(
        'maps/b.json: This is a mistake in the program itself; please report it. x is not a function',
      )
      expect(messages.at(-1)).toMatch(/^2 of 3 \w+, 1 failed\.$|^3 checked, 1 with errors\.$/)
    },
  )

  it('with the only file is said with where it happened', async () => {
    const { status, messages } = await place.run(['check', place.put('b.json', document)], {
      files: { read },
    })
    expect(status).toBe(1)
    expect(messages[0]).toMatch(/^counterpoint: This is a mistake in the program itself/)
    expect(messages[1]).toBe('TypeError: x is not a function')
  })
})

describe('several inputs', () => {
  it('never share an output', async () => {
    const one = place.put('one/map.json', document)
    const two = place.put('two/map.json', document)
    const { status, messages } = await place.run(['convert', one, two, '--to', 'dot', '-o', place.at('out')])
    expect(status).toBe(1)
    expect(messages.filter((each) => !each.includes('no place in'))).toEqual([
      'two/map.json: the output "out/map.dot" would replace that of one/map.json; rename one of the two, or write to another folder.',
      '1 of 2 converted, 1 failed.',
    ])
  })

  it('are never an output of each other', async () => {
    const one = place.put('one/map.json', document)
    const two = place.put('two/map.json', document)
    const { messages } = await place.run(['convert', one, two, '--to', 'json', '-o', place.at('two')])
    expect(messages).toContain(
      'one/map.json: the output "two/map.json" would replace another input; rename one of the two, or write to another folder.',
    )
    expect(messages).toContain('two/map.json: the output would replace the input; name another file with -o.')
  })
})

describe('progress', () => {
  const words = () => ['convert', place.at('maps'), '--to', 'opml', '-o', place.at('out')]
  const clear = '\r\u001b[K'

  beforeEach(() => {
    for (const name of ['a', 'c']) place.put(`maps/${name}.json`, document)
    place.put('maps/b.json', '[]')
  })

  it('is one line on a terminal, gone at the end, with messages above it', async () => {
    const { raw } = await place.run(words(), { terminals: ['messages'] })
    expect(raw).toContain(`${clear}1 of 3 …`)
    expect(raw).toContain(`${clear}${place.at('maps/b.json')}: `)
    expect(raw.endsWith(`3 of 3 …${clear}2 of 3 converted, 1 failed.\n`)).toBe(true)
  })

  it('is not for files and pipes', async () => {
    const { raw, messages } = await place.run(words())
    expect(raw).not.toContain('\u001b')
    expect(raw).not.toContain('…')
    expect(messages.at(-1)).toBe('2 of 3 converted, 1 failed.')
  })

  it('is not shown for a single file', async () => {
    const { raw } = await place.run(['convert', place.at('maps/a.json'), '--to', 'dot'], {
      terminals: ['messages'],
    })
    expect(raw).not.toContain('\u001b')
  })
})
