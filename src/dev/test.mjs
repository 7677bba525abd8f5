// @ts-check
/**
 * `npm test`: installs what is missing, then runs every check and every test, all of them even when
 * one fails. The last line is "N passed, N failed" over all; the exit status is 0 only if none failed.
 * `npm test -- unit e2e` runs only the steps named. With one step, further words go to its runner:
 * `npm test -- e2e start.spec.ts`. Uses Node alone until everything is installed.
 */
import { spawn } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { ensureBrowser } from './browser.mjs'
import { countCheck, countPlaywright, countVitest } from './counts.mjs'
import { ensureInstalled } from './install.mjs'
import { root } from './root.mjs'

/** Where the runners leave their reports, relative to the project; one folder for each run. */
const reports = `node_modules/.counterpoint/reports-${process.pid}`

/**
 * @typedef {object} Step
 * @property {string} command as in package.json's scripts, plus what the report needs
 * @property {(status: number) => import('./counts.mjs').Counts} count
 * @property {() => Promise<NodeJS.ProcessEnv>} [prepare] answers what to add to the environment
 */

const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))

/** @type {Readonly<Record<string, Step>>} */
const steps = {
  types: { command: scripts.types, count: countCheck },
  lint: { command: scripts.lint, count: countCheck },
  format: { command: scripts.format, count: countCheck },
  unused: { command: scripts.unused, count: countCheck },
  unit: {
    command: `${scripts.unit} --reporter=default --reporter=json --outputFile.json=${reports}/unit.json`,
    count: (status) => countVitest(join(root, reports, 'unit.json'), status),
  },
  build: { command: scripts.build, count: countCheck },
  e2e: {
    command: 'playwright test --reporter=list,json',
    prepare: async () => ({
      COUNTERPOINT_BROWSER: await ensureBrowser(),
      PLAYWRIGHT_JSON_OUTPUT_FILE: join(root, reports, 'e2e.json'),
    }),
    count: (status) => countPlaywright(join(root, reports, 'e2e.json'), status),
  },
}

process.exitCode = await main(process.argv.slice(2))

/**
 * @param {readonly string[]} words
 * @returns {Promise<number>} exit status
 */
async function main(words) {
  const named = words.filter((word) => Object.hasOwn(steps, word))
  const rest = words.filter((word) => !Object.hasOwn(steps, word))
  if (rest.length > 0 && named.length !== 1) {
    console.error(`Unknown: ${rest.join(' ')}. The steps are ${Object.keys(steps).join(', ')}.`)
    return 2
  }
  try {
    ensureInstalled()
  } catch (error) {
    console.error(messageOf(error))
    console.log('0 passed, 1 failed')
    return 1
  }
  mkdirSync(join(root, reports), { recursive: true })
  try {
    return await runAll(named.length > 0 ? named : Object.keys(steps), rest)
  } finally {
    rmSync(join(root, reports), { recursive: true, force: true })
  }
}

/**
 * @param {readonly string[]} names
 * @param {readonly string[]} rest words for the runner
 * @returns {Promise<number>} exit status
 */
async function runAll(names, rest) {
  const lines = []
  const skipped = []
  let passed = 0
  let failed = 0
  for (const name of names) {
    const step = steps[name]
    if (!step) continue
    console.log(`\n── ${name} ──`)
    const begun = performance.now()
    const counts = await run(step, rest)
    const seconds = ((performance.now() - begun) / 1000).toFixed(1)
    passed += counts.passed
    failed += counts.failed
    skipped.push(...counts.skipped)
    lines.push(
      `${name.padEnd(8)}${String(counts.passed).padStart(5)} passed${String(counts.failed).padStart(5)} failed` +
        `${seconds.padStart(8)} s${counts.trouble ? `   ${name} ${counts.trouble}` : ''}`,
    )
  }
  console.log(`\n${lines.join('\n')}`)
  if (skipped.length > 0) console.log(`Skipped: ${skipped.join('; ')}`)
  console.log(`${passed} passed, ${failed} failed`)
  return failed === 0 ? 0 : 1
}

/**
 * Runs one step with its output passed straight through.
 * @param {Step} step
 * @param {readonly string[]} rest
 * @returns {Promise<import('./counts.mjs').Counts>}
 */
async function run(step, rest) {
  let more = {}
  try {
    more = (await step.prepare?.()) ?? {}
  } catch (error) {
    console.error(messageOf(error))
    return { passed: 0, failed: 1, skipped: [], trouble: 'could not begin: see above' }
  }
  const programs = join(root, 'node_modules', '.bin')
  const child = spawn([step.command, ...rest.map((word) => JSON.stringify(word))].join(' '), {
    cwd: root,
    shell: true,
    stdio: 'inherit',
    env: { ...process.env, ...more, PATH: `${programs}${delimiter}${process.env['PATH'] ?? ''}` },
  })
  const status = await new Promise((resolve) => {
    child.on('error', () => resolve(1))
    child.on('close', (code) => resolve(code ?? 1))
  })
  return step.count(status)
}

/** @param {unknown} error @returns {string} */
function messageOf(error) {
  return error instanceof Error ? error.message : String(error)
}
