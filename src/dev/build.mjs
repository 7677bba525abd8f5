// @ts-check
/**
 * Builds the editor for production into `dist`, always (`npm run build`) or only when a source has
 * changed since the last build (`ensureBuilt`). The new build replaces the old one in one step, so
 * nobody ever sees half of it, and a build that fails leaves the old one in place.
 */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { root } from './root.mjs'

/** Everything the build reads; src/dev/policy.mjs and its like are under src. */
const sources = ['src', 'graphs', 'index.html', 'vite.config.ts', 'tsconfig.json', 'package-lock.json']

/**
 * Builds unless `dist` was built from these very sources. Throws when the build fails.
 * @param {(line: string) => void} [say] told when a build begins
 */
export function ensureBuilt(say = console.log) {
  const stamp = join(root, 'dist', '.built-from')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint()) return
  say('Building the editor…')
  build()
}

function build() {
  const before = fingerprint()
  const workshop = join(root, 'node_modules', '.counterpoint', `build-${process.pid}`)
  const next = join(workshop, 'next')
  const target = join(root, 'dist')
  mkdirSync(workshop, { recursive: true })
  try {
    const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js')
    const { status } = spawnSync(
      process.execPath,
      [vite, 'build', '--outDir', next, '--emptyOutDir', '--logLevel', 'warn'],
      { cwd: root, stdio: 'inherit' },
    )
    if (status !== 0) throw new Error('The build failed: see above.')
    writeFileSync(join(next, '.built-from'), before)
    if (existsSync(target)) renameSync(target, join(workshop, 'old'))
    renameSync(next, target)
  } finally {
    rmSync(workshop, { recursive: true, force: true })
  }
}

/**
 * A hash over names and contents of all sources.
 * @returns {string}
 */
function fingerprint() {
  const hash = createHash('sha256')
  for (const name of sources) {
    for (const file of filesIn(join(root, name))) {
      const content = readFileSync(file)
      hash.update(`${file.slice(root.length)} ${content.length}\n`).update(content)
    }
  }
  return hash.digest('hex')
}

/**
 * @param {string} path a file or a folder
 * @returns {string[]} the file, or all files below the folder, in a stable order
 */
function filesIn(path) {
  if (!existsSync(path)) return []
  if (!statSync(path).isDirectory()) return [path]
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesIn(join(path, name)))
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    build()
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  }
}
