// @ts-check
/**
 * Finds a Chromium for the end-to-end tests and the browser benchmarks, and installs one where there
 * is none. It promises that the browser it names really starts: a file that is there but lacks its
 * system libraries counts as missing.
 */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { root } from './root.mjs'

/**
 * Arguments for every start: quiet (no request of the browser's own), the same picture with and
 * without a graphics card, and able to run as root, as containers do.
 */
export const browserArguments = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-gpu',
  '--font-render-hinting=none',
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
]

/** Names under which Linux distributions install Chromium and Chrome. */
const commands = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome']

/**
 * The browser to use: the one named by COUNTERPOINT_BROWSER, Playwright's own, or the system's.
 * Only looks for files; see `ensureBrowser` for one that is known to start.
 * @returns {Promise<string | undefined>} path of the program
 */
export async function findBrowser() {
  return (await candidates())[0]
}

/**
 * A browser that starts, installed first if there is none.
 * @param {(line: string) => void} [say] told what is being installed
 * @returns {Promise<string>} path of the program; throws with every attempt named when none works
 */
export async function ensureBrowser(say = console.log) {
  const present = await firstThatStarts()
  if (present) return present
  const failures = []
  for (const way of waysToInstall(await ownBrowser())) {
    say(`No browser for the end-to-end tests: trying ${way.name}`)
    const failure = way.run()
    const found = await firstThatStarts()
    if (found) return found
    failures.push(`- ${way.name}: ${failure ?? 'installed a browser that does not start'}`)
  }
  throw new Error(
    `No Chromium or Chrome could be found or installed.\n${failures.join('\n')}\n` +
      'Install one and name it: COUNTERPOINT_BROWSER=/path/to/chrome npm test',
  )
}

/** @returns {Promise<string[]>} programs that are there, best first */
async function candidates() {
  const named = process.env['COUNTERPOINT_BROWSER']
  if (named && !existsSync(named)) {
    throw new Error(`COUNTERPOINT_BROWSER names "${named}", but there is no such file.`)
  }
  const places = [
    ...(named ? [named] : []),
    await ownBrowser(),
    ...(process.env['PATH'] ?? '')
      .split(delimiter)
      .flatMap((folder) => commands.map((command) => join(folder, command))),
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    ...['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((name) => {
      const folder = process.env[name]
      return folder ? [join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe')] : []
    }),
  ]
  return [...new Set(places)].filter((place) => existsSync(place))
}

/** @returns {Promise<string>} where Playwright keeps its own browser, whether or not it is there */
async function ownBrowser() {
  const { chromium } = await import('@playwright/test')
  return chromium.executablePath()
}

/** @returns {Promise<string | undefined>} */
async function firstThatStarts() {
  const { chromium } = await import('@playwright/test')
  for (const executablePath of await candidates()) {
    try {
      const browser = await chromium.launch({ executablePath, args: browserArguments, timeout: 30_000 })
      await browser.close()
      return executablePath
    } catch {
      // Present but broken, as a snap stub or a program without its libraries is: try the next one.
    }
  }
  return undefined
}

/**
 * @typedef {{ readonly name: string, readonly run: () => string | undefined }} WayToInstall
 * @param {string} downloaded where the download leaves its browser
 * @returns {WayToInstall[]} each `run` answers why it failed, or undefined
 */
function waysToInstall(downloaded) {
  /** @param {string[]} words @returns {WayToInstall} */
  const way = (...words) => ({ name: words.join(' '), run: () => command(words) })
  const download = way('npx', 'playwright', 'install', 'chromium')
  if (process.platform !== 'linux') return [download]
  const asRoot = process.getuid?.() === 0 ? [] : ['sudo', '-n']
  return [
    download,
    {
      name: 'npx playwright install-deps chromium',
      run: () =>
        existsSync(downloaded)
          ? command(['npx', 'playwright', 'install-deps', 'chromium'])
          : 'there is no downloaded browser that could lack anything',
    },
    {
      name: 'apt-get install chromium',
      run: () =>
        command([...asRoot, 'apt-get', 'update']) ??
        command([...asRoot, 'apt-get', 'install', '-y', '--no-install-recommends', 'chromium']),
    },
    way(...asRoot, 'apk', 'add', 'chromium'),
    way(...asRoot, 'dnf', 'install', '-y', 'chromium'),
  ]
}

/**
 * @param {readonly string[]} words program and arguments
 * @returns {string | undefined} why it failed
 */
function command([program = '', ...argv]) {
  const { error, status, signal } = spawnSync(program, argv, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
    timeout: 10 * 60_000,
    // A machine that cannot reach the download answers soon, so that the next way gets its turn.
    env: {
      ...process.env,
      PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '15000',
      DEBIAN_FRONTEND: 'noninteractive',
    },
  })
  if (error) return 'code' in error && error.code === 'ENOENT' ? 'not available here' : error.message
  return status === 0 ? undefined : `ended with ${signal ?? `status ${status}`}`
}
