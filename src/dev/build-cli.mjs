// @ts-check
/**
 * Builds the command line program into `dist-cli`: one small file that starts at once, and one for each
 * command and format that is loaded when needed. Everything is in it apart from the packages that hold
 * machine code or fonts, which are the program's only dependencies when it is installed.
 * `node src/dev/build-cli.mjs` builds always; `ensureCliBuilt` only when a source has changed.
 */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { root } from './root.mjs'

/** Everything the program is made of. */
const sources = ['src/model', 'src/reasoning', 'src/scene', 'src/formats', 'src/cli', 'package.json']

const target = join(root, 'dist-cli')
const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js')

/** Builds unless `dist-cli` was built from these very sources. Throws when the build fails. */
export function ensureCliBuilt() {
  if (isBuiltFrom(fingerprint())) return
  if (!existsSync(vite)) {
    throw new Error(
      'The packages that build the program are not installed: run "npm ci" in its folder first.',
    )
  }
  console.error('Building the command line program…')
  buildCli()
}

function buildCli() {
  const before = fingerprint()
  const workshop = join(root, 'node_modules', '.counterpoint', `build-cli-${process.pid}`)
  const next = join(workshop, 'next')
  mkdirSync(workshop, { recursive: true })
  try {
    const { status } = spawnSync(
      process.execPath,
      [
        vite,
        'build',
        '--config',
        'vite.cli.config.ts',
        '--outDir',
        next,
        '--emptyOutDir',
        '--logLevel',
        'error',
      ],
      // Standard output is the program's own.
      { cwd: root, stdio: ['ignore', 2, 2] },
    )
    if (status !== 0) throw new Error('The build failed: see above.')
    writeFileSync(join(next, '.built-from'), before)
    try {
      if (existsSync(target)) renameSync(target, join(workshop, 'old'))
      renameSync(next, target)
    } catch (error) {
      // Another call may have built the same in the meantime.
      if (!isBuiltFrom(before)) throw error
    }
  } finally {
    rmSync(workshop, { recursive: true, force: true })
  }
}

/**
 * @param {string} print
 * @returns {boolean} whether `dist-cli` was built from sources of this fingerprint
 */
function isBuiltFrom(print) {
  const stamp = join(target, '.built-from')
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === print
}

/**
 * A hash over names, sizes and times of all sources: quick, since every call in a clone asks for it.
 * @returns {string}
 */
function fingerprint() {
  const hash = createHash('sha256')
  for (const name of sources) {
    for (const line of stateOf(name)) hash.update(`${line}\n`)
  }
  return hash.digest('hex')
}

/**
 * @param {string} name a file or a folder, from the project's top folder
 * @returns {string[]} a line for each file
 */
function stateOf(name) {
  const path = join(root, name)
  const stats = statSync(path)
  if (!stats.isDirectory()) return [`${name} ${stats.size} ${stats.mtimeMs}`]
  return readdirSync(path)
    .sort()
    .flatMap((each) => stateOf(`${name}/${each}`))
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    buildCli()
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  }
}
