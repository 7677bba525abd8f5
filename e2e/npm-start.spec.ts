/** `npm start`, as a program: what it prints, what it serves, how it ends. */
import { spawn, type ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import { root } from '../src/dev/root.mjs'
import { expect, test } from './support/test.ts'

const program = join(root, 'src', 'dev', 'start.mjs')
const announcement = /^Counterpoint is running at (http:\/\/localhost:(\d+)\/)$/

let started: ChildProcess[] = []

test.afterEach(() => {
  for (const child of started) child.kill('SIGKILL')
  started = []
})

/** Starts it and answers once it has announced itself, with everything that it has printed. */
async function start(port: number) {
  const child = spawn(process.execPath, [program, '--no-open'], {
    env: { ...process.env, PORT: String(port) },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  started.push(child)
  let output = ''
  const ended = new Promise<number | null>((resolve) => child.once('close', (code) => resolve(code)))
  const announced = new Promise<void>((resolve) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (data: Buffer) => {
        output += data.toString()
        if (output.includes('localhost')) resolve()
      })
    }
  })
  await Promise.race([announced, ended])
  const [, url = '', taken = ''] = announcement.exec(output.trim()) ?? []
  return { child, ended, url, port: Number(taken), output: () => output }
}

test('npm start prints one line with an address that serves the editor, and Ctrl+C ends it', async ({
  page,
}) => {
  const { child, ended, url, output } = await start(0)
  expect(output().trim()).toMatch(announcement)
  const response = await page.request.get(url)
  expect(response.headers()['content-security-policy']).toContain("frame-ancestors 'none'")
  expect(await response.text()).toContain('<title>Counterpoint</title>')
  child.kill('SIGINT')
  expect(await ended).toBe(0)
  expect(output().trim().split('\n')).toHaveLength(1)
})

test('npm start takes the next free port when the wanted one is in use', async () => {
  const first = await start(0)
  const second = await start(first.port)
  expect(second.port).toBeGreaterThan(first.port)
  expect(second.url).not.toBe(first.url)
})

test('npm start refuses a port that is none', async () => {
  const { ended, output } = await start(70_000)
  expect(await ended).toBe(1)
  expect(output()).toContain('The port "70000" is not a number from 0 to 65535.')
})
