/**
 * Laying out beside dagre with its defaults, ELK layered and Graphviz dot: the same measured boxes and the
 * same lines, junctions included, in the same run. Measuring text is given to all four. Each of the others
 * runs in a process of its own and is stopped after a minute at most.
 */
import { spawn } from 'node:child_process'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { layoutScene } from '../../src/scene/layout/layout.ts'
import { createInterMeasurer } from '../../src/scene/measure/inter-measurer.ts'
import type { Scene } from '../../src/scene/scene.ts'
import { crossingsOf, scaleOnPage } from '../support/legibility.ts'
import { sampleGraph } from '../support/sample-graph.ts'
import { median, milliseconds } from './measure.ts'

const sizes = [
  { size: 100, runs: 9, limit: 60_000 },
  { size: 1000, runs: 7, limit: 60_000 },
  { size: 5000, runs: 5, limit: 20_000 },
  { size: 10_000, runs: 5, limit: 0 },
]

const peers = ['dagre', 'elk', 'graphviz'] as const

/** One row a size. */
export async function bench() {
  const rows = []
  for (const { size, runs, limit } of sizes) {
    const graph = sampleGraph(size)
    const measurer = createInterMeasurer()
    const scene = layoutScene(graph, { measurer })
    const own = median(
      Array.from({ length: runs }, () => {
        const copy = structuredClone(graph)
        const begun = performance.now()
        layoutScene(copy, { measurer })
        return performance.now() - begun
      }),
    )
    const results: (Peer | undefined)[] = []
    for (const peer of peers) results.push(limit === 0 ? undefined : await ask(peer, scene, limit))
    const fastest = Math.min(...results.map((result) => result?.time ?? Infinity))
    const [dagre] = results
    rows.push({
      Nodes: size.toLocaleString('en-GB'),
      Counterpoint: milliseconds(own),
      ...Object.fromEntries(peers.map((peer, index) => [peer, told(results[index]?.time, limit)] as const)),
      'Best other : own': Number.isFinite(fastest)
        ? `${(fastest / own).toFixed(1)} : 1`
        : limit === 0
          ? ''
          : `over ${Math.floor(limit / own)} : 1`,
      'Text on A3, own : dagre': dagre
        ? `${(scaleOnPage(scene.bounds) / scaleOnPage(dagre)).toFixed(1)} : 1`
        : '',
      'Crossings, own : dagre': dagre?.lines
        ? `${crossingsOf(scene.paths.map(({ points }) => points))} : ${crossingsOf(dagre.lines)}`
        : '',
    })
  }
  return {
    title: 'Layout',
    note: 'Text is measured beforehand for all four. The others are stopped after the time given and not asked for 10,000 nodes; none of them keeps the order of siblings. Text on A3 is how large text is when the whole map fits the page.',
    rows,
  }
}

interface Peer {
  readonly time: number
  readonly width: number
  readonly height: number
  readonly lines?: [number, number][][]
}

function told(time: number | undefined, limit: number): string {
  return time !== undefined ? milliseconds(time) : limit === 0 ? '' : `over ${limit / 1000} s`
}

/** What another engine makes of the boxes and lines of a scene; nothing if it does not finish in time. */
async function ask(engine: string, scene: Scene, limit: number): Promise<Peer | undefined> {
  const child = spawn(
    process.execPath,
    ['--stack-size=4000', fileURLToPath(new URL('peer.mjs', import.meta.url))],
    {
      stdio: ['pipe', 'pipe', 'ignore'],
    },
  )
  const timer = setTimeout(() => child.kill('SIGKILL'), limit + 3000)
  const boxes = [...scene.nodes, ...scene.junctions].map(({ id, width, height }) => ({ id, width, height }))
  const lines = scene.paths.map(({ from, to }) => ({ from, to }))
  child.stdin.on('error', () => {
    // The engine gave up before it had read everything: it is told below that there is no answer.
  })
  child.stdin.end(JSON.stringify({ engine, boxes, lines }))
  const answer = await text(child.stdout)
  clearTimeout(timer)
  return answer === '' ? undefined : (JSON.parse(answer) as Peer)
}
