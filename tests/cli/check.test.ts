/** `counterpoint check`: findings in one form, exit status by errors alone, and every file looked at. */
import { afterAll, describe, expect, it } from 'vitest'
import { readFileSync, readdirSync } from 'node:fs'
import { graph } from '../support/graph-builder.ts'
import { Workplace } from './workplace.ts'

const place = new Workplace()
afterAll(() => place.remove())

const sound = place.put('sound.json', graph`e1 supports c1; c1 supports p1`)
const unsupported = place.put('unsupported.json', graph`c1 supports p1`)
const broken = place.put('broken.json', readFileSync('tests/fixtures/broken/dangling-ends.json', 'utf8'))

interface Finding {
  file: string
  severity: string
  rule: string
  place: string
  message: string
}

const findingsIn = (output: string) => JSON.parse(output) as Finding[]

describe('check', () => {
  it('says what is wrong with a file, where, and ends with 1', async () => {
    const { status, output, messages } = await place.run(['check', broken])
    expect(status).toBe(1)
    expect(output).toBe('')
    expect(messages.length).toBeGreaterThan(0)
    for (const message of messages) expect(message).toMatch(/^broken\.json:(relations|nodes|layout)\.\S+: \S/)
  })

  it('says what is wrong with an argument, with the rule, and ends with 0', async () => {
    const { status, messages } = await place.run(['check', unsupported])
    expect(status).toBe(0)
    expect(messages).toContainEqual(
      expect.stringMatching(/^unsupported\.json:nodes\.c1: warning: .* \[unsupported-claim\]$/),
    )
    expect(messages).toContainEqual(
      expect.stringMatching(/^unsupported\.json:nodes\.p1: warning: .* \[rec-without-evidence\]$/),
    )
  })

  it('leaves out what the document mutes', async () => {
    const muted = { ...graph`c1 supports p1`, muted: { 'unsupported-claim': { everywhere: true } } }
    const { messages } = await place.run(['check', place.put('muted.json', muted)])
    expect(messages).not.toContainEqual(expect.stringContaining('unsupported-claim'))
    expect(messages).toContainEqual(expect.stringContaining('rec-without-evidence'))
  })

  it('finds also what only shows when everything is left out in turn', async () => {
    const { output } = await place.run(['check', '--json', sound])
    expect(findingsIn(output).map(({ rule }) => rule)).toContain('pivotal-evidence')
  })

  it('reads standard input', async () => {
    const { status, messages } = await place.run(['check', '-'], { input: '{ "format": "counterpoint"' })
    expect(status).toBe(1)
    expect(messages).toEqual([expect.stringMatching(/^-:line 1, column \d+: The file ends too early/)])
  })

  it('checks every file though some are missing or broken, and sums up', async () => {
    const { status, messages } = await place.run(['check', place.at('none.json'), broken, unsupported])
    expect(status).toBe(1)
    expect(messages[0]).toBe('none.json: There is no such file or folder.')
    expect(messages).toContainEqual(expect.stringContaining('unsupported.json:nodes.c1'))
    expect(messages.at(-1)).toBe('3 checked, 2 with errors.')
  })

  it('looks into folders', async () => {
    place.put('folder/deep/a.json', graph`e1 supports c1`)
    place.put('folder/b.json', '[]')
    place.put('folder/notes.xyz', 'no map')
    place.put('folder/readme.md', '- no map')
    place.put('folder/.hidden.json', '[]')
    place.put('folder/node_modules/c.json', '[]')
    place.put('folder/map.schema.json', '{}')
    const { status, messages } = await place.run(['check', place.at('folder')])
    expect(status).toBe(1)
    expect(messages.filter((each) => !each.includes('deep/a.json'))).toEqual([
      expect.stringMatching(/^folder\/b\.json: /),
      '2 checked, 1 with errors.',
    ])
  })

  it('looks into folders for plain text only when its format is named', async () => {
    place.put('outlines/a.md', '- Keep the lanes.\n  - Delay fell.')
    place.put('outlines/b.json', '[]')
    const { status, messages } = await place.run(['check', '--from', 'outline', place.at('outlines')])
    expect(status).toBe(0)
    expect(messages.at(-1)).toBe('1 checked, none with errors.')
  })

  it('says that a folder has nothing to read', async () => {
    place.put('empty/readme.xyz', '')
    const { status, messages } = await place.run(['check', place.at('empty')])
    expect(status).toBe(1)
    expect(messages[0]).toBe('empty: There is no file in this folder that can be read.')
  })

  it('shows what a file holds as text, whatever it is', async () => {
    const hostile = { ...graph`c1 supports p1`, title: 'x' }
    const text = JSON.stringify({
      ...hostile,
      nodes: { ...hostile.nodes, c1: { kind: 'claim', text: 'a\u001b]0;owned\u0007\nb' } },
    })
    const { raw, messages } = await place.run(['check', place.put('hostile.json', text)])
    expect(raw).not.toContain('\u001b')
    expect(raw).not.toContain('\u0007')
    for (const message of messages) expect(message).toMatch(/^hostile\.json:/)
  })
})

describe('check --json', () => {
  it('prints an array with one entry for each finding over all files, and nothing else', async () => {
    const missing = place.at('none.json')
    const { status, output, messages } = await place.run(['check', '--json', unsupported, broken, missing])
    expect(status).toBe(1)
    expect(messages).toEqual([])
    const findings = findingsIn(output)
    expect(new Set(findings.map(({ file }) => file))).toEqual(new Set([missing, unsupported, broken]))
    for (const finding of findings) {
      expect(Object.keys(finding)).toEqual(['file', 'severity', 'rule', 'place', 'message'])
      expect(['error', 'warning', 'info']).toContain(finding.severity)
      expect(finding.place).not.toBe('')
    }
    expect(findings).toContainEqual(
      expect.objectContaining({ file: broken, severity: 'error', rule: 'unknown-target' }),
    )
    expect(findings).toContainEqual({
      file: missing,
      severity: 'error',
      rule: 'cannot-read',
      place: 'document',
      message: 'There is no such file or folder.',
    })
    expect(findings.filter(({ file }) => file === unsupported).map(({ severity }) => severity)).not.toContain(
      'error',
    )
  })

  it('is an empty array where nothing is to be found', async () => {
    const blank = place.put('blank.json', readFileSync('graphs/blank.json', 'utf8'))
    expect(await place.run(['check', '--json', blank])).toMatchObject({ status: 0, output: '[]\n' })
  })

  it.each([
    ['not-json', '{ "a": tru }', 'line 1, column 8'],
    ['cut-off', '{ "format": "counterpoint", ', 'line 1, column 29'],
    ['not-a-graph', '{ "a": 1 }', 'document'],
    ['too-new', '{ "format": "counterpoint", "version": 99 }', 'document'],
    ['no-document', '<svg xmlns="http://www.w3.org/2000/svg"></svg>', 'document'],
  ])('names the rule %s and the place', async (rule, input, where) => {
    const { status, output } = await place.run(['check', '--json', '-'], { input })
    expect(status).toBe(1)
    expect(findingsIn(output)).toEqual([
      { file: '-', severity: 'error', rule, place: where, message: expect.stringMatching(/\.$/) as string },
    ])
  })

  it.each(readdirSync('tests/fixtures/broken'))('finds errors in %s', async (name) => {
    const { status, output } = await place.run(['check', '--json', `tests/fixtures/broken/${name}`])
    expect(status).toBe(1)
    expect(findingsIn(output).every(({ severity }) => severity === 'error')).toBe(true)
  })
})
