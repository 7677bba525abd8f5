/**
 * The rules that follow paths, against their definitions read out slowly: sets of pairs, closed by repeating
 * until nothing new turns up. Also what holds for all findings together.
 */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nodeAt, type ArgumentGraph, type ElementId } from '../../../src/model/graph.ts'
import { evaluate } from '../../../src/reasoning/evaluate.ts'
import { findProblems } from '../../../src/reasoning/problems/find-problems.ts'
import type { Finding } from '../../../src/reasoning/problems/finding.ts'
import type { FindingRule } from '../../../src/reasoning/problems/rules.ts'
import { arbitraryGraph } from '../../support/arbitrary-graph.ts'
import { parseGraph } from '../../support/graph-builder.ts'
import { arbitraryArgument } from '../sensitivity/arbitrary-argument.ts'

const anyArgument = fc.boolean().chain((cyclic) => arbitraryArgument(9, cyclic))

function found(graph: ArgumentGraph, rule: FindingRule): readonly Finding[] {
  return findProblems(evaluate(graph)).findings.filter((each) => each.rule === rule)
}

const firstPlaces = (graph: ArgumentGraph, rule: FindingRule) =>
  found(graph, rule).map(({ at }) => at[0] ?? '')

const kindOf = (graph: ArgumentGraph, id: ElementId) => nodeAt(graph, id)?.kind
const nodesOf = (graph: ArgumentGraph, kind: string) =>
  Object.keys(graph.nodes).filter((id) => kindOf(graph, id) === kind)

/** Each way from an element to another, once for each parity of the attacks on it: "c1 p1 odd". */
function ways(graph: ArgumentGraph): ReadonlySet<string> {
  const steps = Object.entries(graph.relations).flatMap(([id, { from, to, kind }]) =>
    [id, ...from].map((start) => ({ start, to, odd: kind === 'attacks' })),
  )
  const closed = new Set(
    [...Object.keys(graph.nodes), ...Object.keys(graph.relations)].map((id) => `${id} ${id} even`),
  )
  for (let size = -1; size !== closed.size;) {
    size = closed.size
    for (const way of closed) {
      const [start = '', at = '', parity] = way.split(' ')
      for (const step of steps) {
        if (step.start === at)
          closed.add(`${start} ${step.to} ${(parity === 'odd') === step.odd ? 'even' : 'odd'}`)
      }
    }
  }
  return closed
}

/** Pairs of nodes of which the first supports the second at once, through others, or by being it: "e1 c1". */
function supportPaths(graph: ArgumentGraph): ReadonlySet<string> {
  const closed = new Set(Object.keys(graph.nodes).map((id) => `${id} ${id}`))
  for (let size = -1; size !== closed.size;) {
    size = closed.size
    for (const { from, to, kind } of Object.values(graph.relations)) {
      if (kind !== 'supports' || !nodeAt(graph, to)) continue
      for (const path of closed) {
        const [start = '', end = ''] = path.split(' ')
        if (from.includes(end)) closed.add(`${start} ${to}`)
      }
    }
  }
  return closed
}

function leads(all: ReadonlySet<string>, from: ElementId, to: ElementId): boolean {
  return all.has(`${from} ${to} even`) || all.has(`${from} ${to} odd`)
}

describe('findProblems follows paths as they are defined:', () => {
  it('off-topic names each connected node that leads to no recommendation, once', () => {
    fc.assert(
      fc.property(anyArgument, (graph) => {
        const all = ways(graph)
        const goals = nodesOf(graph, 'recommendation')
        const connected = new Set(
          Object.entries(graph.relations).flatMap(([, { from, to }]) => [...from, to]),
        )
        const astray = Object.keys(graph.nodes).filter(
          (id) => connected.has(id) && !goals.some((goal) => leads(all, id, goal)),
        )
        expect(
          found(graph, 'off-topic')
            .flatMap(({ at }) => at)
            .toSorted(),
        ).toEqual(astray.toSorted())
      }),
    )
  })

  it('cuts-both-ways names each node with ways of both parities', () => {
    fc.assert(
      fc.property(anyArgument, (graph) => {
        const all = ways(graph)
        const goals = nodesOf(graph, 'recommendation')
        const both = Object.keys(graph.nodes).filter((id) =>
          goals.some((goal) => all.has(`${id} ${goal} even`) && all.has(`${id} ${goal} odd`)),
        )
        expect(firstPlaces(graph, 'cuts-both-ways').toSorted()).toEqual(both.toSorted())
      }),
    )
  })

  it('uncontested-rec names each recommendation that no attack leads to', () => {
    fc.assert(
      fc.property(anyArgument, (graph) => {
        const all = ways(graph)
        const attacks = Object.keys(graph.relations).filter((id) => graph.relations[id]?.kind === 'attacks')
        const quiet = nodesOf(graph, 'recommendation').filter(
          (id) => !attacks.some((each) => leads(all, each, id)),
        )
        expect(firstPlaces(graph, 'uncontested-rec')).toEqual(quiet)
      }),
    )
  })

  it('unanswered-counterpoint names each that nothing attacks where it begins to speak against a recommendation', () => {
    fc.assert(
      fc.property(anyArgument, (graph) => {
        const all = ways(graph)
        const goals = nodesOf(graph, 'recommendation')
        const attacked = new Set(
          Object.values(graph.relations).flatMap(({ kind, to }) => (kind === 'attacks' ? [to] : [])),
        )
        const unanswered = nodesOf(graph, 'counterpoint').filter((id) => {
          const begins = Object.entries(graph.relations).filter(
            ([step, { from }]) => from.includes(id) && goals.some((goal) => all.has(`${step} ${goal} odd`)),
          )
          return (
            begins.length > 0 && ![id, ...begins.map(([step]) => step)].some((each) => attacked.has(each))
          )
        })
        expect(firstPlaces(graph, 'unanswered-counterpoint')).toEqual(unanswered)
      }),
    )
  })

  it('ungrounded-claim and rec-without-evidence name what no ground supports', () => {
    fc.assert(
      fc.property(anyArgument, (graph) => {
        const paths = supportPaths(graph)
        const isReached = (id: string, ...kinds: string[]) =>
          kinds.some((kind) => nodesOf(graph, kind).some((ground) => paths.has(`${ground} ${id}`)))
        const supported = new Set(
          Object.values(graph.relations).flatMap(({ kind, to }) => (kind === 'supports' ? [to] : [])),
        )
        const airy = nodesOf(graph, 'claim').filter(
          (id) => supported.has(id) && !isReached(id, 'evidence', 'assumption'),
        )
        expect(firstPlaces(graph, 'ungrounded-claim')).toEqual(airy)
        const bare = nodesOf(graph, 'recommendation').filter((id) => !isReached(id, 'evidence'))
        const assumed = bare.filter((id) => isReached(id, 'assumption'))
        expect(firstPlaces(graph, 'rests-on-assumptions')).toEqual(assumed)
        expect(firstPlaces(graph, 'rec-without-evidence')).toEqual(bare.filter((id) => !assumed.includes(id)))
      }),
    )
  })

  it('double-counting names each node with two counted supports that one piece of evidence reaches', () => {
    fc.assert(
      fc.property(anyArgument, (graph) => {
        const paths = supportPaths(graph)
        const { circular } = evaluate(graph)
        const doubled = Object.keys(graph.nodes).flatMap((id) =>
          nodesOf(graph, 'evidence').flatMap((ground) => {
            const reached = Object.entries(graph.relations).filter(
              ([step, { kind, from, to }]) =>
                kind === 'supports' &&
                to === id &&
                !circular.has(step) &&
                from.some((premise) => paths.has(`${ground} ${premise}`)),
            )
            return reached.length > 1 ? [`${id} ${ground}`] : []
          }),
        )
        const told = found(graph, 'double-counting').flatMap(({ at: [id = '', ...grounds] }) =>
          grounds.map((ground) => `${id} ${ground}`),
        )
        expect(told.toSorted()).toEqual(doubled.toSorted())
      }),
    )
  })

  it('wishful names each step from a recommendation to evidence, or in support of a claim that leads to it', () => {
    fc.assert(
      fc.property(anyArgument, (graph) => {
        const all = ways(graph)
        const wishful = Object.keys(graph.relations).filter((id) => {
          const { kind, from, to } = graph.relations[id] ?? { kind: 'supports', from: [], to: '' }
          const goals = from.filter((each) => kindOf(graph, each) === 'recommendation')
          if (kindOf(graph, to) === 'evidence') return goals.length > 0
          return (
            kind === 'supports' && kindOf(graph, to) === 'claim' && goals.some((goal) => leads(all, to, goal))
          )
        })
        expect(firstPlaces(graph, 'wishful')).toEqual(wishful)
      }),
    )
  })

  it('double-counting follows more than 32 pieces of evidence', () => {
    const ids = Array.from({ length: 70 }, (_, index) => `e${index}`)
    const text = ids.flatMap((id) => [`${id} supports c1`, `${id} supports c2`]).join('; ')
    const [finding] = found(parseGraph(`${text}; c1 supports c3; c2 supports c3`), 'double-counting')
    expect(finding?.at).toEqual(['c3', ...ids])
  })
})

describe('every finding', () => {
  it('can be muted at its first place, which silences it and nothing else', () => {
    fc.assert(
      fc.property(arbitraryGraph({ maxNodes: 15 }), fc.nat(), (graph, pick) => {
        const base = { ...graph, muted: {} }
        const before = findProblems(evaluate(base)).findings
        const one = before[pick % Math.max(1, before.length)]
        fc.pre(one !== undefined)
        const after = findProblems(evaluate({ ...base, muted: { [one.rule]: { at: one.at.slice(0, 1) } } }))
        expect(after.findings).toEqual(before.filter((each) => each !== one))
        expect(after.muted).toEqual([one])
      }),
    )
  })

  it('is the same however the elements are called', () => {
    fc.assert(
      fc.property(anyArgument, (graph) => {
        const renamed = (id: ElementId) => `z${id.split('').toReversed().join('')}`
        const rename = <T>(records: Readonly<Record<string, T>>, change: (record: T) => T) =>
          Object.fromEntries(Object.entries(records).map(([id, record]) => [renamed(id), change(record)]))
        const other = {
          ...graph,
          nodes: rename(graph.nodes, (node) => node),
          relations: rename(graph.relations, (relation) => ({
            ...relation,
            from: relation.from.map(renamed),
            to: renamed(relation.to),
          })),
        }
        const told = (of: ArgumentGraph, name: (id: ElementId) => ElementId) =>
          findProblems(evaluate(of)).findings.map(
            ({ rule, at }) => `${rule} ${at.map(name).toSorted().join(' ')}`,
          )
        expect(told(graph, renamed).toSorted()).toEqual(told(other, (id) => id).toSorted())
      }),
    )
  })
})
