// @ts-check
/**
 * Installs the project's dependencies when they are missing or not the ones of package-lock.json, and
 * does nothing otherwise. Uses Node alone, since it runs before anything is installed.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './root.mjs'

/** The oldest Node the project runs on. */
const oldestNode = { major: 20, minor: 19 }

/**
 * Makes `node_modules` match package-lock.json. Throws, with what to do, when it cannot.
 * @param {(line: string) => void} [say] told when an install begins
 */
export function ensureInstalled(say = console.log) {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major < oldestNode.major || (major === oldestNode.major && minor < oldestNode.minor)) {
    throw new Error(
      `Counterpoint needs Node.js ${oldestNode.major}.${oldestNode.minor} or newer; this is ${process.version}.`,
    )
  }
  if (isInstalled()) return
  say('Installing what is missing (only the first time)…')
  const npm = process.env['npm_execpath']
  const argv = ['ci', '--include=dev', '--no-audit', '--no-fund', '--no-progress', '--loglevel=error']
  const viaNode = npm !== undefined && /npm-cli\.c?js$/.test(npm)
  const { status } = spawnSync(viaNode ? process.execPath : 'npm', viaNode ? [npm, ...argv] : argv, {
    cwd: root,
    stdio: 'inherit',
    shell: !viaNode && process.platform === 'win32',
  })
  if (status !== 0) {
    throw new Error('Installing failed: see above. It needs a way to the npm registry; then try again.')
  }
  mkdirSync(join(root, 'node_modules', '.counterpoint'), { recursive: true })
  writeFileSync(stampFile(), runtime())
}

/**
 * Whether every package of the lock file is there in its version, and was installed for this Node on
 * this system: npm leaves its own record of what it has installed, which is compared here.
 * @returns {boolean}
 */
function isInstalled() {
  const stamp = stampFile()
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') !== runtime()) return false
  const record = join(root, 'node_modules', '.package-lock.json')
  if (!existsSync(record)) return false
  const wanted = packagesOf(join(root, 'package-lock.json'))
  const present = packagesOf(record)
  return Object.entries(wanted).every(
    ([path, entry]) =>
      path === '' ||
      (present[path]
        ? present[path].version === entry.version && existsSync(join(root, path, 'package.json'))
        : entry.optional === true), // made for another system
  )
}

/**
 * @param {string} file a lock file of npm
 * @returns {Record<string, { readonly version?: string, readonly optional?: boolean }>}
 */
function packagesOf(file) {
  /** @type {{ readonly packages?: ReturnType<typeof packagesOf> }} */
  const lock = JSON.parse(readFileSync(file, 'utf8'))
  return lock.packages ?? {}
}

/** @returns {string} */
function stampFile() {
  return join(root, 'node_modules', '.counterpoint', 'installed-for')
}

/** @returns {string} */
function runtime() {
  return `${process.version} ${process.platform} ${process.arch}\n`
}
