/**
 * The built program as its users start it: through pipes, in a clone by npx, and installed as a package with
 * nothing but what the package asks for.
 */
import { spawn, spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readFileSync, statSync, symlinkSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ensureCliBuilt } from '../../src/dev/build-cli.mjs'
import { root } from '../../src/dev/root.mjs'
import { openBytes } from '../../src/formats/open.ts'
import { openGraph } from '../support/read-graph.ts'
import { Workplace } from './workplace.ts'

const place = new Workplace()
afterAll(() => place.remove())
beforeAll(() => ensureCliBuilt())

const project = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  version: string
  bin: { counterpoint: string }
  files: string[]
  dependencies: Record<string, string>
}
const launcher = join(root, project.bin.counterpoint)
const built = join(root, 'dist-cli', 'counterpoint.mjs')
const map = join(root, 'graphs', 'toulmin.json')

/** Runs the program in a process of its own. */
function run(words: readonly string[], input: string | Buffer = '', program = built) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...words], {
    input,
    cwd: place.folder,
    maxBuffer: 2 ** 28,
  })
  return { status, output: stdout, messages: stderr.toString() }
}

describe('the program', () => {
  it('ends with the status that scripts rely on', () => {
    expect(run(['check', map]).status).toBe(0)
    const broken = run(['check', '-'], '{}')
    expect(broken.status).toBe(1)
    expect(broken.messages).toMatch(/^-: /)
    const wrong = run(['chek', map])
    expect(wrong.status).toBe(2)
    expect(wrong.messages).toContain('"check"')
  })

  it('knows its version', () => {
    expect(run(['--version'], '', launcher).output.toString()).toBe(`${project.version}\n`)
  })

  it('gives through pipes what it gives in files', () => {
    const svg = run(['export', '-', '--to', 'svg'], readFileSync(map))
    run(['export', map, '-o', 'map.svg'])
    expect(svg.messages).toBe('')
    expect(svg.output.equals(place.bytesOf('map.svg'))).toBe(true)
    const back = run(['convert', '-', '--to', 'counterpoint'], svg.output)
    expect(back.output.toString()).toBe(readFileSync(map, 'utf8'))
  })

  it('ends silently when nobody reads its output any more', async () => {
    const child = spawn(process.execPath, [
      built,
      'export',
      join(root, 'graphs/belt-and-road.json'),
      '--to',
      'svg',
    ])
    let messages = ''
    child.stderr.on('data', (chunk) => (messages += String(chunk)))
    child.stdout.once('data', () => child.stdout.destroy())
    const status = await new Promise((resolve) => child.on('close', resolve))
    expect(messages).toBe('')
    expect(status).toBe(0)
  })

  it('is ended by Ctrl+C as shells expect it', async () => {
    const child = spawn(process.execPath, [built, 'check', 'none.json', '-'])
    // Its first message tells that it is at work; then it waits for standard input.
    child.stderr.once('data', () => child.kill('SIGINT'))
    const status = await new Promise((resolve) => child.on('close', resolve))
    expect(status).toBe(130)
  })

  it('loads next to nothing to show its help', () => {
    const folder = join(root, 'dist-cli')
    const loaded = new Set([join(folder, 'counterpoint.mjs')])
    for (const file of loaded) {
      for (const [, name = ''] of readFileSync(file, 'utf8').matchAll(/(?:from|import)\s*"(\.[^"]+)"/g)) {
        loaded.add(join(dirname(file), name))
      }
    }
    const size = [...loaded].reduce((sum, file) => sum + statSync(file).size, 0)
    expect(size).toBeLessThan(40_000)
  })
})

describe('in a clone', () => {
  it('is what npx runs, without asking the registry', () => {
    const { status, stdout } = spawnSync('npx', ['--offline', 'counterpoint', '--version'], {
      cwd: join(root, 'graphs'),
      shell: process.platform === 'win32',
    })
    expect(stdout.toString()).toBe(`${project.version}\n`)
    expect(status).toBe(0)
  })
})

describe('installed as a package', () => {
  let program: string

  beforeAll(() => {
    const folder = join(place.folder, 'installed', 'node_modules')
    const own = join(folder, 'counterpoint')
    for (const name of ['package.json', ...project.files]) {
      mkdirSync(dirname(join(own, name)), { recursive: true })
      cpSync(join(root, name), join(own, name), { recursive: true })
    }
    for (const name of Object.keys(project.dependencies)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true })
      // A copy, since what a link leads to would find everything else of the clone beside it.
      cpSync(join(root, 'node_modules', name), join(folder, name), { recursive: true })
      if (name === '@napi-rs/canvas') linkCanvasParts(folder)
    }
    program = join(own, project.bin.counterpoint)
  })

  /** The canvas brings one package for each system. */
  function linkCanvasParts(folder: string): void {
    const { optionalDependencies = {} } = JSON.parse(
      readFileSync(join(root, 'node_modules/@napi-rs/canvas/package.json'), 'utf8'),
    ) as { optionalDependencies?: Record<string, string> }
    for (const name of Object.keys(optionalDependencies)) {
      const part = join(root, 'node_modules', name)
      if (existsSync(part)) symlinkSync(part, join(folder, name), 'junction')
    }
  }

  it.each([
    'check MAP',
    'layout MAP --json',
    'evaluate MAP --json',
    'schema',
    '--help',
    'export MAP --to svg',
    'export MAP --to svg --embed-fonts',
    'export MAP --to dot',
    'export MAP --to md',
    'convert MAP --to argdown',
  ])('says the same as in the clone: %s', (call) => {
    const words = call.split(' ').map((word) => (word === 'MAP' ? map : word))
    const here = run(words)
    const there = run(words, '', program)
    expect(there.messages).toBe(here.messages)
    expect(there.output.equals(here.output)).toBe(true)
    expect(there.status).toBe(0)
  })

  it('paints and packs without a browser', async () => {
    const png = run(['export', map, '--to', 'png'], '', program)
    expect(png).toMatchObject({ status: 0, messages: '' })
    expect(await openBytes(new Uint8Array(png.output))).toMatchObject({
      kind: 'own',
      graph: openGraph(readFileSync(map, 'utf8')),
    })
    const pdf = run(['export', map, '--to', 'pdf'], '', program)
    expect(pdf).toMatchObject({ status: 0, messages: '' })
    expect(pdf.output.subarray(0, 5).toString()).toBe('%PDF-')
    const docx = run(['export', map, '--to', 'docx'], '', program)
    expect(docx.status).toBe(0)
    expect(docx.output.subarray(0, 2).toString()).toBe('PK')
  })
})
