/**
 * The command line program as it is built: how long it takes to start, beside Node alone in the same run, and
 * to convert and draw a folder of 1,000 maps.
 */
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureCliBuilt } from '../../src/dev/build-cli.mjs'
import { root } from '../../src/dev/root.mjs'
import { writeGraph } from '../../src/formats/json/write.ts'
import { sampleGraph } from '../support/sample-graph.ts'
import { median, milliseconds } from './measure.ts'

const starts = 15
const maps = 1000
const nodesOfMap = 80

/** Times of whole processes, from call to end. */
export function bench() {
  ensureCliBuilt()
  const program = join(root, 'dist-cli', 'counterpoint.mjs')
  const folder = mkdtempSync(join(tmpdir(), 'counterpoint-bench-'))
  try {
    mkdirSync(join(folder, 'maps'))
    const text = writeGraph(sampleGraph(nodesOfMap))
    for (let index = 0; index < maps; index += 1) {
      // Each has texts of its own, so that nothing remembered of one map helps with the next.
      const own = text.replaceAll(/("text": ")/g, `$1${index} `)
      writeFileSync(join(folder, 'maps', `${index}.json`), own)
    }
    const batch = (...words: string[]) => [program, ...words, join(folder, 'maps'), '-o', join(folder, 'out')]
    return {
      title: 'The command line program',
      rows: [
        row('Node.js alone: `node -e 0`', medianOf(['-e', '0'])),
        row('`counterpoint --help`', medianOf([program, '--help'])),
        row(
          'The same in a clone, where sources are looked at first',
          medianOf([join(root, 'src/cli/counterpoint.mjs'), '--help']),
        ),
        row(
          '`counterpoint export` of the paper’s graph to SVG',
          medianOf([program, 'export', join(root, 'graphs/belt-and-road.json'), '--to', 'svg']),
        ),
        row('1,000 maps of 80 nodes to DOT', timeOf(batch('convert', '--to', 'dot'))),
        row('1,000 maps of 80 nodes to SVG', timeOf(batch('export', '--to', 'svg'))),
      ],
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function row(call: string, time: number) {
  return { Call: call, Time: milliseconds(time) }
}

function medianOf(words: readonly string[]): number {
  return median(Array.from({ length: starts }, () => timeOf(words)))
}

function timeOf(words: readonly string[]): number {
  const begun = performance.now()
  const { status, stderr } = spawnSync(process.execPath, words, { maxBuffer: 2 ** 28 })
  if (status !== 0) throw new Error(`"${words.join(' ')}" failed: ${stderr.toString()}`)
  return performance.now() - begun
}
