/** Evaluating a large argument: as a whole, and after one edit, beside the plain way of doing it. */
import type { ArgumentGraph, ArgumentNode, Relation } from '../../src/model/graph.ts'
import { changesBetween } from '../../src/model/changes.ts'
import type { Evaluation } from '../../src/reasoning/evaluation.ts'
import { evaluate, evaluateAfter } from '../../src/reasoning/evaluate.ts'
import { sampleGraph } from '../support/sample-graph.ts'
import { medianTime, milliseconds } from './measure.ts'

/** 10,000 nodes and 15,000 relations. */
function largeGraph(): ArgumentGraph {
  const base = sampleGraph(10_000)
  const relations: Record<string, Relation> = { ...base.relations }
  const nodes = Object.keys(base.nodes)
  // More reasons from later statements to earlier ones, so that no circle comes about.
  for (let index = 0; Object.keys(relations).length < 15_000; index += 1) {
    const from = nodes[nodes.length - 1 - index] ?? ''
    const to = nodes[(index * 7919) % (nodes.length - 1 - index)] ?? ''
    relations[`x${index}`] = { kind: index % 3 === 0 ? 'attacks' : 'supports', from: [from], to }
    if (index > 9000) break
  }
  return { ...base, relations }
}

export function bench() {
  const graph = largeGraph()
  const before = evaluate(graph)
  const doubted = [Object.keys(graph.relations)[7000] ?? '']
  const rows = [
    { what: 'Whole evaluation: standing and strength', bound: '50 ms', run: () => evaluate({ ...graph }) },
    ...edits(graph).map(([name, after]) => ({
      what: `After one edit: ${name}`,
      bound: '5 ms',
      run: changed(before, graph, after),
    })),
    {
      what: 'With a relation doubted',
      bound: '',
      run: () => evaluateAfter(before, graph, { options: { doubted } }),
    },
    {
      what: 'The plain way: every strength again until nothing changes',
      bound: '',
      run: () => plainly(graph),
    },
  ]
  const size = `${Object.keys(graph.nodes).length.toLocaleString('en-GB')} statements, ${Object.keys(graph.relations).length.toLocaleString('en-GB')} relations`
  return Promise.resolve({
    title: `Evaluating an argument (${size})`,
    note: 'The plain way computes strengths only, from records, in rounds over everything.',
    rows: rows.map(({ what, bound, run }) => ({
      Evaluation: what,
      Time: milliseconds(medianTime(run)),
      Bound: bound,
    })),
  })
}

/** What the worker does after an edit: it is told what the edit changed. */
function changed(before: Evaluation, graph: ArgumentGraph, after: ArgumentGraph): () => Evaluation {
  const changes = changesBetween(graph, after)
  return () => evaluateAfter(before, after, { changes })
}

function edits(graph: ArgumentGraph): [string, ArgumentGraph][] {
  const nodes = Object.keys(graph.nodes)
  const rated = nodes.findLast((id) => graph.nodes[id]?.kind === 'evidence') ?? ''
  const relation = Object.keys(graph.relations)[5000] ?? ''
  const withNode = (id: string, node: ArgumentNode): ArgumentGraph => ({
    ...graph,
    nodes: { ...graph.nodes, [id]: node },
  })
  const node = graph.nodes[rated] ?? { kind: 'evidence', text: '' }
  const weighed = graph.relations[relation] ?? { kind: 'supports', from: [rated], to: nodes[0] ?? '' }
  const { [relation]: _, ...fewer } = graph.relations
  return [
    ['a rating', withNode(rated, { ...node, rating: node.rating === 'high' ? 'low' : 'high' })],
    ['a weight', { ...graph, relations: { ...graph.relations, [relation]: { ...weighed, weight: 'weak' } } }],
    ['a text', withNode(rated, { ...node, text: `${node.text}!` })],
    ['a kind', withNode(rated, { ...node, kind: 'assumption' })],
    ['a new statement alone', withNode('added', { kind: 'claim', text: 'New.' })],
    [
      'a new reason',
      {
        ...withNode('added', { kind: 'evidence', text: 'New.' }),
        relations: {
          ...graph.relations,
          added1: { kind: 'supports', from: ['added'], to: nodes[4000] ?? '' },
        },
      },
    ],
    ['a deleted relation', { ...graph, relations: fewer }],
    ['a deleted statement with its relations', withoutNode(graph, nodes[6000] ?? '')],
  ]
}

function withoutNode(graph: ArgumentGraph, id: string): ArgumentGraph {
  const { [id]: _, ...nodes } = graph.nodes
  const gone = new Set([id])
  // Relations on relations follow those they are on, which are earlier in the file.
  const kept = Object.entries(graph.relations).filter(([each, { from, to }]) => {
    if (!gone.has(to) && !from.some((premise) => gone.has(premise))) return true
    gone.add(each)
    return false
  })
  return { ...graph, nodes, relations: Object.fromEntries(kept) }
}

/** Strengths by the formula over records, in rounds until nothing changes: what one writes first. */
function plainly(graph: ArgumentGraph): Map<string, number> {
  const weights = { strong: 1, partial: 0.7, weak: 0.4 }
  const ratings = { high: 0.8, moderate: 0.6, low: 0.4, 'very-low': 0.2 }
  const values = new Map<string, number>()
  const into = new Map<string, string[]>()
  const base = (id: string) => {
    const node = graph.nodes[id]
    if (!node) return weights[graph.relations[id]?.weight ?? 'strong']
    if (node.kind === 'claim') return 0
    return node.kind === 'recommendation' ? 0.5 : node.rating ? ratings[node.rating] : 0.4
  }
  for (const [id, { to }] of Object.entries(graph.relations)) into.set(to, [...(into.get(to) ?? []), id])
  const ids = [...Object.keys(graph.nodes), ...Object.keys(graph.relations)]
  for (const id of ids) values.set(id, base(id))
  for (let round = 0, largest = 1; largest > 1e-12 && round < 500; round += 1) {
    largest = 0
    for (const id of ids) {
      let [support, objection] = [1, 1]
      for (const relation of into.get(id) ?? []) {
        const record = graph.relations[relation]
        if (!record) continue
        const least = Math.min(...record.from.map((premise) => values.get(premise) ?? 0))
        const carried = 1 - (values.get(relation) ?? 0) * least
        if (record.kind === 'supports') support *= carried
        else if (record.kind === 'attacks') objection *= carried
      }
      const balance = objection - support
      const start = base(id)
      const value = balance >= 0 ? start + (1 - start) * balance : start + start * balance
      largest = Math.max(largest, Math.abs(value - (values.get(id) ?? 0)))
      values.set(id, value)
    }
  }
  return values
}
