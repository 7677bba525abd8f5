import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ArgumentGraph, NodeId } from '../../../src/model/graph.ts'
import { networkOf } from '../../../src/reasoning/network.ts'
import { singlePoints } from '../../../src/reasoning/sensitivity/single-points.ts'
import { arbitraryGraph } from '../../support/arbitrary-graph.ts'
import { graph, parseGraph } from '../../support/graph-builder.ts'

const pointsOf = (map: ArgumentGraph, recommendation: NodeId) =>
  singlePoints(networkOf(map))
    ?.get(recommendation)
    ?.map(({ node }) => node)

describe('singlePoints', () => {
  it('names every step of a chain, and tells evidence from what it must pass through', () => {
    expect(singlePoints(networkOf(graph`e1 supports c1; c1 supports c2; c2 supports p1`))?.get('p1')).toEqual(
      [
        { node: 'c1', role: 'bottleneck' },
        { node: 'c2', role: 'bottleneck' },
        { node: 'e1', role: 'evidence' },
      ],
    )
  })

  it('names none where two lines of support share nothing', () => {
    expect(pointsOf(graph`e1 supports c1; c1 supports p1; e2 supports c2; c2 supports p1`, 'p1')).toEqual([])
  })

  it('names the claim in which all lines meet', () => {
    expect(pointsOf(graph`e1 supports c1; e2 supports c1; c1 supports p1`, 'p1')).toEqual(['c1'])
  })

  it('names all premises of a linked step, also an assumption that no evidence reaches', () => {
    expect(pointsOf(graph`e1, a1 supports c1; c1 supports p1`, 'p1')).toEqual(['a1', 'c1', 'e1'])
  })

  it('does not count a line of support that no evidence reaches as a way round', () => {
    expect(pointsOf(graph`e1 supports c1; c1 supports p1; a1 supports p1`, 'p1')).toEqual(['c1', 'e1'])
  })

  it('does not look at attacks or at what backs a relation', () => {
    expect(pointsOf(graph`e1 supports p1; e2 supports p1; k1 attacks p1; c1 supports r1`, 'p1')).toEqual([])
  })

  it('leaves out a recommendation without evidence, or with evidence only in a circle', () => {
    expect(pointsOf(graph`a1 supports p1`, 'p1')).toBeUndefined()
    expect(pointsOf(graph`e1, c2 supports c1; c1 supports c2; c1 supports p1`, 'p1')).toBeUndefined()
  })

  it('passes through circles of support', () => {
    expect(pointsOf(graph`e1 supports c1; c1 supports c2; c2 supports c1; c2 supports p1`, 'p1')).toEqual([
      'c1',
      'c2',
      'e1',
    ])
  })

  it('handles a chain of ten thousand statements', () => {
    const steps = Array.from({ length: 10_000 }, (_, step) => `c${step} supports c${step + 1}`)
    const chain = parseGraph(['e1 supports c0', ...steps, 'c10000 supports p1'].join(';'))
    expect(pointsOf(chain, 'p1')).toHaveLength(10_002)
  })

  it('names exactly those without which no grounded line of support is left', () => {
    fc.assert(
      fc.property(arbitraryGraph({ maxNodes: 14, details: false, relationTargets: false }), (map) => {
        const found = singlePoints(networkOf(map))
        for (const [id, { kind }] of Object.entries(map.nodes)) {
          if (kind !== 'recommendation') continue
          const expected = isGrounded(map, id, undefined)
            ? Object.keys(map.nodes)
                .filter((other) => other !== id && !isGrounded(map, id, other))
                .sort()
            : undefined
          expect(found?.get(id)?.map(({ node }) => node)).toEqual(expected)
        }
      }),
      { numRuns: 500 },
    )
  })
})

/** Whether evidence still supports a statement without another, found by deriving step by step. */
function isGrounded(map: ArgumentGraph, id: NodeId, without: NodeId | undefined): boolean {
  const supports = Object.values(map.relations).filter(
    ({ kind, to }) => kind === 'supports' && Object.hasOwn(map.nodes, to),
  )
  const evidence = Object.keys(map.nodes).filter((node) => map.nodes[node]?.kind === 'evidence')
  const reached = new Set(evidence)
  for (let size = -1; size !== reached.size;) {
    size = reached.size
    for (const { from, to } of supports) if (from.some((premise) => reached.has(premise))) reached.add(to)
  }
  const left = new Set(evidence.filter((node) => node !== without))
  for (let size = -1; size !== left.size;) {
    size = left.size
    for (const { from, to } of supports) {
      const counts = from.some((premise) => reached.has(premise))
      const holds = from.every((premise) => (reached.has(premise) ? left.has(premise) : premise !== without))
      if (counts && holds && to !== without) left.add(to)
    }
  }
  return left.has(id)
}
