/**
 * What leaving out each node and each relation does to each recommendation, by following changes, beside the
 * plain way: evaluating the map anew without each of them. The plain way is measured on some elements and
 * multiplied, as it would take minutes.
 */
import { emptyGraph, type ArgumentGraph, type ArgumentNode, type Relation } from '../../src/model/graph.ts'
import type { NodeKind } from '../../src/model/kinds.ts'
import { evaluate } from '../../src/reasoning/evaluate.ts'
import { networkOf } from '../../src/reasoning/network.ts'
import { removals } from '../../src/reasoning/sensitivity/removal.ts'
import { sensitivityOf } from '../../src/reasoning/sensitivity/sensitivity.ts'
import { solve } from '../../src/reasoning/solution.ts'
import { randomNumbers, sampleGraph } from '../support/sample-graph.ts'
import { median, milliseconds } from './measure.ts'

/** Elements on which the plain way is measured. */
const sampled = 20

/** One row a map. */
export function bench() {
  const maps: readonly [string, ArgumentGraph, string][] = [
    ['Tree', treeLike(10_000), '250 ms'],
    ['Acyclic, two relations a node', acyclic(10_000, 20_000), ''],
    ['Like a real argument', sampleGraph(10_000), ''],
    ['With a circle of support near the top', withCircle(treeLike(10_000)), ''],
    ['Circles everywhere', cyclic(1000, 1500), ''],
  ]
  return Promise.resolve({
    title: 'Removal effects of every node and relation on every recommendation',
    note: `"Anew" is the plain way: evaluating without one element, the median of ${sampled}, times the number of elements (extrapolated). "Everything" is all of the sensitivity: also second opinions, and on maps of at most 4,000 elements pairs, thresholds, ranges and standings.`,
    rows: maps.map(([name, graph, bound]) => row(name, graph, bound)),
  })
}

function row(name: string, graph: ArgumentGraph, bound: string) {
  const ids = [...Object.keys(graph.nodes), ...Object.keys(graph.relations)]
  const solution = solve(networkOf(graph))
  const topics = [...solution.network.ids.keys()].filter(
    (item) => graph.nodes[solution.network.ids[item] ?? '']?.kind === 'recommendation',
  )
  const following = timed(3, () => exhaust(removals(solution, topics)))
  const evaluation = evaluate(graph)
  const everything = timed(1, () => exhaust(sensitivityOf(evaluation)))
  const step = Math.floor(ids.length / sampled)
  const anew = median(
    Array.from({ length: sampled }, (_, index) =>
      timed(1, () => evaluate(graph, { doubted: [ids[index * step] ?? ''] })),
    ),
  )
  return {
    Map: name,
    Nodes: Object.keys(graph.nodes).length.toLocaleString('en-GB'),
    Relations: Object.keys(graph.relations).length.toLocaleString('en-GB'),
    Recommendations: topics.length,
    'All removals': milliseconds(following),
    Bound: bound,
    Anew: milliseconds(anew * ids.length),
    Everything: milliseconds(everything),
  }
}

/** Goes to the end of the work and leaves what it answers. */
function exhaust(work: Iterator<unknown>): void {
  while (work.next().done !== true);
}

function timed(runs: number, run: () => unknown): number {
  return median(
    Array.from({ length: runs }, () => {
      const begun = performance.now()
      run()
      return performance.now() - begun
    }),
  )
}

/** Three recommendations, and every other statement a reason for or against one before it, three to each. */
function treeLike(size: number): ArgumentGraph {
  const random = randomNumbers(1)
  const relations: Record<string, Relation> = {}
  for (let index = 3; index < size; index += 1) {
    relations[`r${index}`] = relation(random, index, Math.floor((index - 3) / 3))
  }
  return { ...emptyGraph('Tree'), nodes: statements(random, size), relations }
}

/** Relations from any statement to any before it. */
function acyclic(size: number, relationCount: number): ArgumentGraph {
  const random = randomNumbers(2)
  const relations: Record<string, Relation> = {}
  for (let index = 0; index < relationCount; index += 1) {
    const from = 1 + Math.floor(random() * (size - 1))
    relations[`r${index}`] = relation(random, from, Math.floor(random() * from))
  }
  return { ...emptyGraph('Acyclic'), nodes: statements(random, size), relations }
}

/** Relations from any statement to any other. */
function cyclic(size: number, relationCount: number): ArgumentGraph {
  const random = randomNumbers(3)
  const relations: Record<string, Relation> = {}
  for (let index = 0; index < relationCount; index += 1) {
    relations[`r${index}`] = relation(random, Math.floor(random() * size), Math.floor(random() * size))
  }
  return { ...emptyGraph('Cyclic'), nodes: statements(random, size), relations }
}

/** Two claims under the first recommendation that support each other. */
function withCircle(graph: ArgumentGraph): ArgumentGraph {
  return {
    ...graph,
    nodes: { ...graph.nodes, c1: { kind: 'claim', text: 'One' }, c2: { kind: 'claim', text: 'Other' } },
    relations: {
      ...graph.relations,
      x1: { kind: 'supports', from: ['c1'], to: 'c2' },
      x2: { kind: 'supports', from: ['c2'], to: 'c1' },
      x3: { kind: 'supports', from: ['c1'], to: 'n0' },
      x4: { kind: 'supports', from: ['n3'], to: 'c2' },
    },
  }
}

function statements(random: () => number, size: number): Record<string, ArgumentNode> {
  const kinds: readonly NodeKind[] = ['claim', 'claim', 'claim', 'evidence', 'evidence', 'counterpoint']
  return Object.fromEntries(
    Array.from({ length: size }, (_, index): [string, ArgumentNode] => [
      `n${index}`,
      {
        kind: index < 3 ? 'recommendation' : (kinds[Math.floor(random() * kinds.length)] ?? 'claim'),
        text: `Statement ${index}`,
      },
    ]),
  )
}

function relation(random: () => number, from: number, to: number): Relation {
  return { kind: random() < 0.25 ? 'attacks' : 'supports', from: [`n${from}`], to: `n${to}` }
}
