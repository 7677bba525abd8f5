/** `npm test` counts what its runners report, and takes silence for failure. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { countCheck, countPlaywright, countVitest } from '../../src/dev/counts.mjs'

let folder: string
let report: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'counterpoint-'))
  report = join(folder, 'report.json')
})

afterEach(() => rmSync(folder, { recursive: true }))

function write(content: unknown): void {
  writeFileSync(report, JSON.stringify(content))
}

describe('countCheck', () => {
  it('counts a check as one test', () => {
    expect(countCheck(0)).toEqual({ passed: 1, failed: 0, skipped: [] })
    expect(countCheck(2)).toEqual({ passed: 0, failed: 1, skipped: [] })
  })
})

describe('countVitest', () => {
  const file = (status: string, ...tests: string[]) => ({
    status,
    name: 'a.test.ts',
    assertionResults: tests.map((test, index) => ({ status: test, fullName: `test ${index}` })),
  })

  it('counts passed, failed and skipped tests over all files', () => {
    write({ testResults: [file('passed', 'passed', 'pending'), file('failed', 'passed', 'failed')] })
    expect(countVitest(report, 1)).toEqual({ passed: 2, failed: 1, skipped: ['test 1'] })
  })

  it('counts a file that cannot be loaded as a failure', () => {
    write({ testResults: [file('failed'), file('passed', 'passed')] })
    expect(countVitest(report, 1)).toMatchObject({ passed: 1, failed: 1 })
  })

  it('counts a crash as a failure even when every test passed', () => {
    write({ testResults: [file('passed', 'passed')] })
    expect(countVitest(report, 1)).toMatchObject({
      passed: 1,
      failed: 1,
      trouble: expect.any(String) as string,
    })
  })

  it('counts a run without tests as a failure', () => {
    write({ testResults: [] })
    expect(countVitest(report, 0)).toMatchObject({ passed: 0, failed: 1 })
  })

  it.each([
    ['no report', undefined],
    ['half a report', '{"testResults": ['],
  ])('counts %s as a failure', (_name, content) => {
    if (content !== undefined) writeFileSync(report, content)
    expect(countVitest(report, 0)).toMatchObject({ passed: 0, failed: 1 })
  })
})

describe('countPlaywright', () => {
  const spec = (title: string, ...statuses: string[]) => ({
    title,
    tests: statuses.map((status) => ({ status, projectName: 'desktop' })),
  })

  it('counts every spec at any depth, once for each project', () => {
    write({
      suites: [
        { specs: [spec('a', 'expected', 'expected')], suites: [{ specs: [spec('b', 'unexpected')] }] },
        { specs: [spec('c', 'skipped')] },
      ],
    })
    expect(countPlaywright(report, 1)).toEqual({ passed: 2, failed: 1, skipped: ['c (desktop)'] })
  })

  it('takes a test that needed a second try for failed', () => {
    write({ suites: [{ specs: [spec('a', 'flaky')] }] })
    expect(countPlaywright(report, 0)).toMatchObject({ passed: 0, failed: 1 })
  })

  it('counts a run that never reached a test as a failure', () => {
    write({ suites: [], errors: [{ message: 'the build failed' }] })
    expect(countPlaywright(report, 1)).toMatchObject({ passed: 0, failed: 1 })
  })
})
