import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { emptyGraph, type ArgumentGraph } from '../../src/model/graph.ts'
import { evaluate } from '../../src/reasoning/evaluate.ts'
import type { Standing } from '../../src/reasoning/evaluation.ts'
import { networkOf } from '../../src/reasoning/network.ts'
import { arbitraryGraph } from '../support/arbitrary-graph.ts'
import { graph, parseGraph } from '../support/graph-builder.ts'

/**
 * The alternating fixpoint of the rules of S7 over the whole map at once, by ids (Van Gelder 1993): what holds
 * for certain, and what may hold, in turn.
 */
function alternating(of: ArgumentGraph): Map<string, Standing> {
  const { ids, primaFacie } = networkOf(of)
  const items = new Map(ids.map((id, item) => [id, primaFacie[item] === 1]))
  const steps = Object.entries(of.relations).filter(([id]) => items.has(id))
  const into = (kind: string, to: string) => steps.filter(([, step]) => step.kind === kind && step.to === to)
  const consequences = (blocking: ReadonlySet<string>): ReadonlySet<string> => {
    const derived = new Set<string>()
    const isTaken = ([id, { from }]: (typeof steps)[number], by: ReadonlySet<string>) =>
      [id, ...from].every((part) => by.has(part))
    for (let before = -1; before !== derived.size;) {
      before = derived.size
      for (const [id, holdsAtOnce] of items) {
        if (into('attacks', id).some((step) => isTaken(step, blocking))) continue
        if (holdsAtOnce || into('supports', id).some((step) => isTaken(step, derived))) derived.add(id)
      }
    }
    return derived
  }
  let certain: ReadonlySet<string> = new Set()
  for (;;) {
    const possible = consequences(certain)
    const next = consequences(possible)
    if (next.size === certain.size) {
      return new Map(
        ids.map((id) => [id, certain.has(id) ? 'holds' : possible.has(id) ? 'unresolved' : 'falls']),
      )
    }
    certain = next
  }
}

function standings(of: ArgumentGraph): Record<string, Standing | undefined> {
  const evaluation = evaluate(of)
  return Object.fromEntries(Object.keys(of.nodes).map((id) => [id, evaluation.of(id)?.standing]))
}

describe('standing', () => {
  it('[S7] is the well-founded model, found over the whole map at once', () => {
    const dense = arbitraryGraph({ minNodes: 4, maxNodes: 12, shapes: ['cyclic'], details: false })
    fc.assert(
      fc.property(fc.oneof(dense, arbitraryGraph({ maxNodes: 20, details: false })), (any) => {
        const evaluation = evaluate(any)
        const expected = alternating(any)
        for (const [id, standing] of expected) expect(evaluation.of(id)?.standing, id).toBe(standing)
      }),
      { numRuns: 400 },
    )
  })

  it('[S7] lets a circle of supports fall once its last reason from outside has fallen', () => {
    const loop = graph`e1 supports c1; c1 supports c2; c2 supports c1; k1 attacks e1; c2 attacks k2; k2 attacks k3; k3 attacks k2`
    expect(standings(loop)).toEqual({
      e1: 'falls',
      c1: 'falls',
      c2: 'falls',
      k1: 'holds',
      k2: 'unresolved',
      k3: 'unresolved',
    })
  })

  it('[S7] drops a circle of supports inside a larger circle and goes on from there', () => {
    // c1 and c2 only support each other, so k1 is not attacked, so e1 falls and e2 holds.
    const nested = graph`c1 supports c2; c2 supports c1; c1 attacks k1; k1 attacks e1; e1 attacks e2; e2, c1 support c2`
    expect(standings(nested)).toEqual({ c1: 'falls', c2: 'falls', k1: 'holds', e1: 'falls', e2: 'holds' })
  })

  it('[S7] lets an undercut step carry nothing, and a rebutted undercut carry again', () => {
    const undercut = 'r1 = e1 supports c1; r2 = k1 attacks r1'
    expect(standings(parseGraph(undercut))).toEqual({ e1: 'holds', c1: 'falls', k1: 'holds' })
    expect(standings(parseGraph(`${undercut}; k2 attacks k1`))['c1']).toBe('holds')
    expect(standings(parseGraph(`${undercut}; k2 attacks r2`))['c1']).toBe('holds')
  })

  it('[S7] leaves what attacks itself unresolved', () => {
    expect(standings(graph`k1 attacks k1; k1 attacks e1`)).toEqual({ k1: 'unresolved', e1: 'unresolved' })
  })

  it('[S7] counts relations that target each other, as only a broken file has them', () => {
    const evaluation = evaluate(graph`r1 = k1 attacks r2; r2 = k2 attacks r1`)
    expect([evaluation.of('r1')?.standing, evaluation.of('r2')?.standing]).toEqual([
      'unresolved',
      'unresolved',
    ])
    const own = evaluate(graph`r1 = k1 attacks r1`)
    expect(own.of('r1')?.standing).toBe('unresolved')
    expect(own.unsettled.size).toBe(0)
  })

  it('[S7] follows a chain of attacks that runs through one circle of 20,000', () => {
    // The last attacks the first, which an attacker from outside has brought down: everything follows from that.
    const size = 20_000
    const nodes = Object.fromEntries(
      Array.from({ length: size }, (_, at) => [`k${at}`, { kind: 'counterpoint', text: '' } as const]),
    )
    const relations = Object.fromEntries(
      Array.from({ length: size }, (_, at) => [
        `r${at}`,
        { kind: 'attacks', from: [`k${at}`], to: `k${(at + 1) % size}` } as const,
      ]),
    )
    const evaluation = evaluate({
      ...emptyGraph(),
      nodes: { ...nodes, e: { kind: 'evidence', text: '' } },
      relations: { ...relations, first: { kind: 'attacks', from: ['e'], to: 'k0' } },
    })
    expect(['k0', 'k1', 'k2', 'k19999'].map((id) => evaluation.of(id)?.standing)).toEqual([
      'falls',
      'holds',
      'falls',
      'holds',
    ])
  })
})
