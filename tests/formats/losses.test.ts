import { describe, expect, it } from 'vitest'
import { explainLosses } from '../../src/formats/conversion.ts'
import { featureNames, lossesOf, lossOf } from '../../src/formats/losses.ts'
import { emptyGraph, type ArgumentGraph } from '../../src/model/graph.ts'
import { graph } from '../support/graph-builder.ts'

const full: ArgumentGraph = {
  ...graph`c1 supports p1; e1, a1 support c1; k1 attacks r2; e2 supports r2; p1 addresses i1; c2 restates c1; n1; e1 supports k1`,
  description: 'd',
  evaluation: { ratings: { high: 0.9, low: 0.3 } },
  muted: { orphan: { everywhere: true } },
  sources: { s: { type: 'report', ext: { zotero: 1 } } },
  sections: { s1: { title: 'A', note: 'n' }, s2: { title: 'B' } },
  layout: { direction: 'up', pinned: { c1: { x: 0, y: 0 } }, collapsed: ['c1', 'p1'], folded: ['s1'] },
}

function counted(argument: ArgumentGraph): Record<string, number> {
  return Object.fromEntries(
    featureNames.flatMap((feature) => lossesOf(argument, [feature]).map(({ count }) => [feature, count])),
  )
}

describe('lossesOf', () => {
  it('counts what a graph holds, feature by feature', () => {
    expect(counted(full)).toEqual({
      undercuts: 1,
      backings: 1,
      linked: 1,
      supports: 4,
      attacks: 1,
      addresses: 1,
      restatements: 1,
      secondParents: 1,
      issues: 1,
      notes: 1,
      kinds: 9,
      sources: 1,
      sections: 2,
      remarks: 1,
      description: 1,
      scores: 2,
      muted: 1,
      pins: 1,
      collapsed: 3,
      layout: 1,
      extensions: 1,
    })
  })

  it('counts what single records carry', () => {
    const rich: ArgumentGraph = {
      ...emptyGraph(),
      nodes: {
        c1: {
          kind: 'claim',
          text: '',
          rating: 'low',
          note: 'n',
          tags: ['a', 'b'],
          criteria: { equity: { answer: 'fine' } },
          excerpts: [{ source: 's' }, { source: 's' }],
          'x-new': 1,
        },
      },
      relations: {
        r1: {
          kind: 'supports',
          from: ['c1'],
          to: 'c1',
          warrant: 'w',
          weight: 'weak',
          scheme: 'example',
          roles: { case: 'c1' },
          questions: { typical: { answer: 'fine' } },
          note: 'n',
          ext: {},
        },
      },
    }
    expect(counted(rich)).toMatchObject({
      warrants: 1,
      weights: 1,
      ratings: 1,
      schemes: 1,
      roles: 1,
      questions: 1,
      criteria: 1,
      excerpts: 2,
      remarks: 2,
      tags: 2,
      extensions: 1,
      unknownFields: 1,
    })
  })

  it('names nothing for an empty document', () => {
    expect(lossesOf(emptyGraph(), featureNames)).toEqual([])
  })

  it('lists in one order, whatever the order asked for, and makes a sentence', () => {
    const losses = lossesOf(full, ['sections', 'undercuts'])
    expect(explainLosses(losses, 'Mermaid')).toBe('1 undercut and 2 sections have no place in Mermaid.')
    expect(lossOf(0, 'hat', 'hats')).toEqual([])
  })
})
