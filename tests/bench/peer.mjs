// @ts-check
/**
 * Another layout engine in a process of its own, so that it can be stopped when it takes too long. Reads
 * `{ engine, boxes, lines }` from standard input and prints what it took and how large the map became. Loading
 * the engine and a first small map are not counted.
 */
import { text } from 'node:stream/consumers'

/**
 * @typedef {{ id: string, width: number, height: number }} Box
 * @typedef {{ from: string, to: string }} Line
 * @typedef {{ width?: number, height?: number }} Size
 * @typedef {{ width: number, height: number, lines?: number[][][] }} Result
 * @typedef {(boxes: readonly Box[], lines: readonly Line[]) => Promise<Result> | Result} Engine
 */

/** @type {Record<string, () => Promise<Engine>>} */
const engines = { dagre, elk, graphviz }

const request = /** @type {{ engine: string, boxes: Box[], lines: Line[] }} */ (
  JSON.parse(await text(process.stdin))
)
const { engine: name, boxes, lines } = request
const load = engines[name]
if (!load) throw new Error(`there is no engine "${name}"`)
const engine = await load()
await engine(boxes.slice(0, 2), [])
const begun = performance.now()
const result = await engine(boxes, lines)
process.stdout.write(JSON.stringify({ time: performance.now() - begun, ...result }))

/** @returns {Promise<Engine>} dagre with its defaults: network simplex */
async function dagre() {
  const { Graph, layout } = await import('@dagrejs/dagre')
  return (boxes, lines) => {
    const graph = new Graph({ multigraph: true })
    graph.setGraph({})
    for (const { id, width, height } of boxes) graph.setNode(id, { width, height })
    for (const [index, { from, to }] of lines.entries()) graph.setEdge(to, from, {}, String(index))
    layout(graph)
    const { width = 0, height = 0 } = /** @type {Size} */ (graph.graph())
    const points = graph.edges().map((edge) => {
      const label = /** @type {{ points?: { x: number, y: number }[] }} */ (graph.edge(edge))
      return (label.points ?? []).map(({ x, y }) => [x, y])
    })
    return { width, height, lines: points }
  }
}

/** @returns {Promise<Engine>} ELK layered with its defaults, running down */
async function elk() {
  const { default: Elk } = await import('elkjs/lib/elk.bundled.js')
  const engine = new Elk()
  return async (boxes, lines) => {
    const map = await engine.layout({
      id: 'map',
      layoutOptions: { 'elk.algorithm': 'layered', 'elk.direction': 'DOWN' },
      children: boxes.map((box) => ({ ...box })),
      edges: lines.map(({ from, to }, index) => ({ id: `line ${index}`, sources: [to], targets: [from] })),
    })
    const { width = 0, height = 0 } = /** @type {Size} */ (map)
    return { width, height }
  }
}

/** @returns {Promise<Engine>} dot of Graphviz, as WebAssembly; its inches are 72 px here */
async function graphviz() {
  const { Graphviz } = await import('@hpcc-js/wasm-graphviz')
  const engine = await Graphviz.load()
  return (boxes, lines) => {
    const nodes = boxes.map(
      ({ id, width, height }) =>
        `"${id}" [shape=box, fixedsize=true, label="", width=${width / 72}, height=${height / 72}]`,
    )
    const edges = lines.map(({ from, to }) => `"${to}" -> "${from}"`)
    const plain = engine.layout(`digraph { ${[...nodes, ...edges].join('\n')} }`, 'plain', 'dot')
    const [, , width = 0, height = 0] = plain.slice(0, 100).split(/\s/).map(Number)
    return { width: width * 72, height: height * 72 }
  }
}
