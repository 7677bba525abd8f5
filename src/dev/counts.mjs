// @ts-check
/**
 * What the test runners' own reports say, in one shape. A runner that crashed, wrote no report or
 * found nothing to test counts as one failure: silence is never success.
 */
import { existsSync, readFileSync } from 'node:fs'

/**
 * @typedef {object} Counts
 * @property {number} passed
 * @property {number} failed
 * @property {readonly string[]} skipped names of tests that did not run
 * @property {string} [trouble] why the runner itself counts as a failure
 */

/**
 * A check without parts, such as the type check: it is one test.
 * @param {number} status exit status
 * @returns {Counts}
 */
export function countCheck(status) {
  return status === 0 ? { passed: 1, failed: 0, skipped: [] } : { passed: 0, failed: 1, skipped: [] }
}

/**
 * @typedef {{ readonly status: string, readonly fullName: string }} VitestTest
 * @typedef {{ readonly status: string, readonly name: string, readonly assertionResults: readonly VitestTest[] }} VitestFile
 */

/**
 * Counts Vitest's JSON report. A test file that cannot be loaded is a failure too.
 * @param {string} reportFile
 * @param {number} status exit status of Vitest
 * @returns {Counts}
 */
export function countVitest(reportFile, status) {
  /** @type {{ readonly testResults: readonly VitestFile[] } | undefined} */
  const report = readReport(reportFile)
  if (!report) return crashed('wrote no report')
  const tests = report.testResults.flatMap((file) => file.assertionResults)
  const brokenFiles = report.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  )
  return judge(
    {
      passed: tests.filter((test) => test.status === 'passed').length,
      failed: tests.filter((test) => test.status === 'failed').length + brokenFiles.length,
      skipped: tests
        .filter((test) => test.status !== 'passed' && test.status !== 'failed')
        .map((test) => test.fullName),
    },
    status,
  )
}

/**
 * @typedef {{ readonly status: string, readonly projectName: string }} PlaywrightRun
 * @typedef {{ readonly title: string, readonly tests: readonly PlaywrightRun[] }} PlaywrightSpec
 * @typedef {object} PlaywrightSuite
 * @property {readonly PlaywrightSpec[]} [specs]
 * @property {readonly PlaywrightSuite[]} [suites]
 */

/**
 * Counts Playwright's JSON report. A test that passed only on a second try is a failure.
 * @param {string} reportFile
 * @param {number} status exit status of Playwright
 * @returns {Counts}
 */
export function countPlaywright(reportFile, status) {
  /** @type {PlaywrightSuite | undefined} */
  const report = readReport(reportFile)
  if (!report) return crashed('wrote no report')
  const runs = specsOf(report).flatMap((spec) =>
    spec.tests.map((run) => ({ status: run.status, name: `${spec.title} (${run.projectName})` })),
  )
  return judge(
    {
      passed: runs.filter((run) => run.status === 'expected').length,
      failed: runs.filter((run) => run.status === 'unexpected' || run.status === 'flaky').length,
      skipped: runs.filter((run) => run.status === 'skipped').map((run) => run.name),
    },
    status,
  )
}

/**
 * @param {PlaywrightSuite} suite
 * @returns {readonly PlaywrightSpec[]}
 */
function specsOf(suite) {
  return [...(suite.specs ?? []), ...(suite.suites ?? []).flatMap(specsOf)]
}

/**
 * @param {Counts} counts as the report has them
 * @param {number} status
 * @returns {Counts}
 */
function judge(counts, status) {
  if (status !== 0 && counts.failed === 0) {
    return { ...counts, failed: 1, trouble: `ended with status ${status} although no test failed` }
  }
  if (counts.passed + counts.failed === 0) return { ...counts, ...crashed('ran no test') }
  return counts
}

/**
 * @param {string} trouble
 * @returns {Counts}
 */
function crashed(trouble) {
  return { passed: 0, failed: 1, skipped: [], trouble }
}

/** @param {string} file */
function readReport(file) {
  if (!existsSync(file)) return undefined
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return undefined // cut off while it was written: as good as none
  }
}
