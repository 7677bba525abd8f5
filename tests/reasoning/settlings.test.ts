import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { emptyGraph, type ArgumentGraph, type ElementId } from '../../src/model/graph.ts'
import { networkOf } from '../../src/reasoning/network.ts'
import { settlingsOf, type Settling } from '../../src/reasoning/settlings.ts'
import { solve, type Solution } from '../../src/reasoning/solution.ts'
import { settleStandings } from '../../src/reasoning/standing.ts'
import { holds, standingNames, unresolved } from '../../src/reasoning/standing-values.ts'
import { graph, parseGraph } from '../support/graph-builder.ts'
import { graphOfCase, oracleCases } from '../support/oracle-cases.ts'

function settlings(of: ArgumentGraph, id: ElementId): readonly Settling[] | undefined {
  return settlingsOf(solve(networkOf(of)), id)
}

/** What holds in each way, as words. */
function holding(ways: readonly Settling[] | undefined): string[] | undefined {
  return ways
    ?.map((way) => [...way].flatMap(([id, standing]) => (standing === 'holds' ? [id] : [])).join(' '))
    .sort()
}

/**
 * Preferred extensions of a whole map: circle after circle is settled and what follows is worked out
 * (Baroni, Giacomin, Guida 2005 show that this finds all of them).
 */
function extensions(solution: Solution, from = 0): string[] {
  const { network, components, standings } = solution
  for (let component = from; component < components.count; component += 1) {
    const [start, end] = [components.start[component] ?? 0, components.start[component + 1] ?? 0]
    const member = [...components.members.subarray(start, end)].find((item) => standings[item] === unresolved)
    const ways = member === undefined ? undefined : settlingsOf(solution, network.ids[member] ?? '')
    if (!ways) continue
    return ways.flatMap((way) => {
      const settled = standings.slice()
      for (const [id, standing] of way)
        settled[network.indexOf.get(id) ?? -1] = standingNames.indexOf(standing)
      // Later components only: the circle itself has been settled.
      const later = new Uint8Array(components.count).fill(1, component + 1)
      settleStandings(network, components, settled, later)
      return extensions({ ...solution, standings: settled }, component + 1)
    })
  }
  const nodes = network.ids.slice(0, network.nodeCount)
  return [nodes.filter((_, item) => standings[item] === holds).join(' ')]
}

describe('settlingsOf', () => {
  it('[S8] gives both ways to settle two statements that attack each other', () => {
    const way = settlings(graph`k1 attacks k2; k2 attacks k1`, 'k1')
    expect(way?.map((each) => Object.fromEntries(each))).toEqual([
      { k1: 'holds', k2: 'falls' },
      { k1: 'falls', k2: 'holds' },
    ])
  })

  it('[S8] leaves an odd circle as it is', () => {
    const ways = settlings(graph`k1 attacks k2; k2 attacks k3; k3 attacks k1`, 'k1')
    expect(ways?.map((each) => Object.fromEntries(each))).toEqual([
      { k1: 'unresolved', k2: 'unresolved', k3: 'unresolved' },
    ])
  })

  it('[S8] lets a claim in the circle hold only with its reason', () => {
    const through = settlings(graph`e1 supports c1; c1 attacks k1; k1 attacks e1`, 'k1')
    expect(holding(through)).toEqual(['c1 e1', 'k1'])
    const direct = settlings(graph`e1 supports c1; c1 attacks k1; k1 attacks c1`, 'k1')
    expect(holding(direct)).toEqual(['c1', 'k1'])
  })

  it('[S8] has undercut relations in the circle', () => {
    const ways = settlings(graph`r1 = e1 supports c1; r2 = k1 attacks r1; c1 attacks k1`, 'k1')
    expect(holding(ways)).toEqual(['c1 r1', 'k1'])
  })

  it('[S8] says nothing of what is settled, or waits for something before it', () => {
    const waiting = graph`k1 attacks k2; k2 attacks k1; k2 attacks e1; e2 supports c1`
    expect(settlings(waiting, 'e1')).toBeUndefined()
    expect(settlings(waiting, 'e2')).toBeUndefined()
    expect(settlings(waiting, 'nothing')).toBeUndefined()
  })

  it('[S8] says nothing of circles of more than twenty nodes', () => {
    const circle = (size: number) =>
      parseGraph(Array.from({ length: size }, (_, at) => `k${at} attacks k${(at + 1) % size}`).join('; '))
    expect(settlings(circle(20), 'k0')).toHaveLength(2)
    expect(settlings(circle(22), 'k0')).toBeUndefined()
  })

  it('[S8] is done at once where there are very many ways', () => {
    // Nine pairs that attack each other, tied into one circle by another.
    const pairs = Array.from(
      { length: 9 },
      (_, at) => `a${at} attacks b${at}:assumption; b${at} attacks a${at}`,
    )
    const tie = Array.from({ length: 9 }, (_, at) => `a${at} attacks k; k attacks a${at}`)
    expect(settlings(parseGraph([...pairs, ...tie].join('; ')), 'k')?.length).toBe(2 ** 9)
  })

  it('[S8] without supports finds the preferred extensions (Dung 1995)', () => {
    const attacks = fc.array(fc.tuple(fc.nat(6), fc.nat(6)), { maxLength: 16 })
    fc.assert(
      fc.property(attacks, (pairs) => {
        const nodes = Object.fromEntries(
          Array.from({ length: 7 }, (_, at) => [`a${at}`, { kind: 'assumption', text: '' } as const]),
        )
        const relations = Object.fromEntries(
          pairs.map(([from, to], at) => [
            `r${at}`,
            { kind: 'attacks', from: [`a${from}`], to: `a${to}` } as const,
          ]),
        )
        const found = extensions(solve(networkOf({ ...emptyGraph(), nodes, relations })))
        expect(found.sort()).toEqual(preferredByDefinition(7, pairs))
      }),
      { numRuns: 300 },
    )
  })

  for (const { id, nodes, relations, extensions: expected } of oracleCases()?.standing ?? []) {
    const preferred = expected?.preferred
    if (!preferred) continue
    it(`[S8] ${id}`, () => {
      const found = extensions(solve(networkOf(graphOfCase(nodes, relations))))
      expect(found.sort()).toEqual(preferred.map((set) => set.toSorted().join(' ')).sort())
    })
  }

  it('[S8] finds the published extensions of frameworks of attacks', () => {
    const found = (text: string) => extensions(solve(networkOf(parseGraph(text)))).sort()
    const pairOfCircles =
      'a1 attacks a2; a2 attacks a3; a3 attacks a2; a2 attacks a4; a4 attacks a5; a5 attacks a1'
    expect(found(pairOfCircles)).toEqual(['a1 a3 a4', 'a2 a5'])
    const stacked = 'a1 attacks a2; a1 attacks a3; a2 attacks a1; a2 attacks a3; a3 attacks a4; a4 attacks a3'
    expect(found(stacked)).toEqual(['a1 a4', 'a2 a4'])
    const oddBelowEven =
      'a1 attacks a2; a3 attacks a2; a3 attacks a4; a4 attacks a3; a4 attacks a5; a5 attacks a7; a6 attacks a5; a7 attacks a6'
    expect(found(oddBelowEven)).toEqual(['a1 a3', 'a1 a4 a7'])
  })
})

/** Every largest set without inner attacks that attacks whatever attacks it, by trying all sets. */
function preferredByDefinition(count: number, attacks: readonly (readonly [number, number])[]): string[] {
  const has = (set: number, at: number) => ((set >> at) & 1) === 1
  const isAdmissible = (set: number) =>
    attacks.every(([from, to]) => !has(set, to) || !has(set, from)) &&
    attacks.every(([from, to]) => !has(set, to) || attacks.some(([by, on]) => on === from && has(set, by)))
  const sets = Array.from({ length: 2 ** count }, (_, set) => set).filter(isAdmissible)
  const largest = sets.filter((set) => !sets.some((other) => other !== set && (set & ~other) === 0))
  return largest
    .map((set) =>
      Array.from({ length: count }, (_, at) => `a${at}`)
        .filter((_, at) => has(set, at))
        .join(' '),
    )
    .sort()
}
