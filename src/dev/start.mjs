// @ts-check
/**
 * `npm start`: installs what is missing, builds when a source has changed, serves the editor on
 * localhost, says where, and opens a browser where there is a screen. Ctrl+C ends it.
 * PORT or `--port N` chooses the port (the next free one is taken if it is in use); `--no-open` keeps
 * the browser closed. Uses Node alone until everything is installed.
 */
import { spawn } from 'node:child_process'
import { parseArgs } from 'node:util'
import { ensureBuilt } from './build.mjs'
import { ensureInstalled } from './install.mjs'
import { root } from './root.mjs'
import { serve } from './serve.mjs'

const usualPort = 4780

try {
  await start()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}

async function start() {
  const { values } = parseArgs({
    options: { port: { type: 'string' }, 'no-open': { type: 'boolean', default: false } },
  })
  const port = readPort(values.port ?? process.env['PORT'])
  ensureInstalled()
  ensureBuilt()
  const server = await serve(`${root}/dist`, port)
  console.log(`Counterpoint is running at ${server.url}`)
  if (!values['no-open'] && hasScreen()) openBrowser(server.url)
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.once(signal, () => {
      server.close().then(
        () => process.exit(0),
        () => process.exit(1),
      )
    })
  }
}

/**
 * @param {string | undefined} text
 * @returns {number}
 */
function readPort(text) {
  if (text === undefined || text === '') return usualPort
  const port = Number(text)
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port
  throw new Error(`The port "${text}" is not a number from 0 to 65535.`)
}

/** @returns {boolean} whether somebody sits in front of this machine */
function hasScreen() {
  const { env } = process
  if (env['CI'] || env['BROWSER'] === 'none') return false
  const hasDisplay = Boolean(env['DISPLAY'] || env['WAYLAND_DISPLAY'])
  if (env['SSH_CONNECTION'] || env['SSH_TTY']) return hasDisplay
  return hasDisplay || process.platform === 'darwin' || process.platform === 'win32'
}

/**
 * Opens the address in the system's browser; where that fails, the printed address has to do.
 * @param {string} url
 */
function openBrowser(url) {
  const [program, argv] =
    process.platform === 'darwin'
      ? ['open', [url]]
      : process.platform === 'win32'
        ? ['cmd', ['/c', 'start', '', url]]
        : ['xdg-open', [url]]
  const child = spawn(program, argv, { stdio: 'ignore', detached: true })
  child.on('error', () => {}) // no such program here
  child.unref()
}
