import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ArgumentGraph } from '../../src/model/graph.ts'
import { isLegalId, legalIdLike } from '../../src/model/ids.ts'
import { sentenceOf } from '../../src/model/problem.ts'
import { validate } from '../../src/model/validate.ts'
import { arbitraryGraph } from '../support/arbitrary-graph.ts'
import { graph, parseGraph } from '../support/graph-builder.ts'

function found(broken: ArgumentGraph): string[] {
  return validate(broken).map(({ rule, place }) => `${rule} ${place}`)
}

const base = graph`e1 supports c1; k1 attacks r1; n1; i1; p1 addresses i1`

describe('validate', () => {
  it('finds nothing wrong with any valid graph', () => {
    fc.assert(
      fc.property(arbitraryGraph({ maxNodes: 40 }), (any) => {
        expect(validate(any)).toEqual([])
      }),
      { numRuns: 300 },
    )
  })

  it('names the place of a dangling end and what can be done', () => {
    const { r2, ...rest } = base.relations
    const broken = {
      ...base,
      relations: { ...rest, r8: { ...r2!, to: 'r77' }, r9: { ...r2!, from: ['k1', 'k9'] } },
    }
    expect(validate(broken).map(sentenceOf)).toEqual([
      'relations.r8.to: there is no node or relation "r77"; point it at one that exists, or delete the relation',
      'relations.r9.from.1: there is no node "k9"; name one that exists, or delete the relation',
    ])
  })

  it('does not take names on Object.prototype for records', () => {
    const relations = { r1: { kind: 'supports' as const, from: ['toString'], to: 'constructor' } }
    expect(found({ ...base, relations })).toEqual([
      'unknown-premise relations.r1.from.0',
      'unknown-target relations.r1.to',
    ])
  })

  it('refuses kinds that may not be connected', () => {
    expect(found(graph`n1 supports c1; c1 supports i1; c1 addresses i1; p1 addresses c1`)).toEqual([
      'wrong-premise relations.r1.from.0',
      'wrong-target relations.r2.to',
      'wrong-premise relations.r3.from.0',
      'wrong-target relations.r4.to',
    ])
    expect(
      found(graph`p1 addresses i1; k1 attacks r1; e1 supports c1; c2 restates r3; c2, c3 restate c1`),
    ).toEqual([
      'wrong-target relations.r2.to',
      'wrong-target relations.r4.to',
      'too-many-premises relations.r5.from',
    ])
  })

  it('accepts a relation from a node to itself and a second relation that says the same', () => {
    expect(found(graph`c1 attacks c1; e1 supports c1; e1 supports c1; e1, c1 support c1`)).toEqual([])
  })

  it('refuses a relation as premise and a premise that is named twice', () => {
    expect(found(graph`e1 supports c1; r1 supports c1; e1, e1 support c1`)).toEqual([
      'unknown-premise relations.r2.from.0',
      'repeated-id relations.r3.from.1',
    ])
  })

  it('reports each circle of relation targets once', () => {
    const broken = graph`k1 attacks r2; k2 attacks r1; k3 attacks r3; k4 attacks r1; e1 supports c1; k5 attacks r5`
    const problems = validate(broken)
    expect(problems.map(({ place }) => place)).toEqual(['relations.r1.to', 'relations.r3.to'])
    expect(problems[0]?.message).toBe(
      'relations point at each other in a circle (r1 → r2 → r1); point one of them at a node',
    )
  })

  it('refuses an id that a node and a relation share', () => {
    const broken = { ...base, nodes: { ...base.nodes, r2: base.nodes['c1']! } }
    expect(found(broken)).toEqual(['shared-id relations.r2'])
  })

  it('refuses ids that are not short words or are reserved', () => {
    const node = base.nodes['c1']!
    for (const id of [
      '',
      'two words',
      'é',
      '-x',
      'a/b',
      'x'.repeat(129),
      'constructor',
      'toString',
      'hasOwnProperty',
    ]) {
      expect(found({ ...base, nodes: { ...base.nodes, [id]: node } })).toEqual([`illegal-id nodes.${id}`])
    }
    const pollution = JSON.parse('{"__proto__":{"title":"x"}}') as ArgumentGraph['sections']
    expect(found({ ...base, sections: pollution })).toEqual(['illegal-id sections.__proto__'])
    expect(
      found({ ...base, sources: { 'a.b:c-1': { type: 'report' }, '1_67': { type: 'report' } } }),
    ).toEqual([])
  })

  it('refuses sections, sources and layout entries that name nothing', () => {
    const broken = {
      ...base,
      nodes: {
        ...base.nodes,
        c1: { ...base.nodes['c1']!, section: 's9', excerpts: [{ source: 'valueOf' }] },
      },
      layout: { pinned: { c9: { x: 0, y: 0 } }, collapsed: ['c1', 'r1', 'c1'] },
    }
    expect(found(broken)).toEqual([
      'unknown-section nodes.c1.section',
      'unknown-source nodes.c1.excerpts.0.source',
      'unknown-node layout.pinned.c9',
      'unknown-node layout.collapsed.1',
      'repeated-id layout.collapsed.2',
    ])
  })

  it('refuses answers, roles and muted places that name nothing', () => {
    const fine = { answer: 'fine' as const }
    const broken: ArgumentGraph = {
      ...base,
      nodes: {
        ...base.nodes,
        p1: {
          ...base.nodes['p1']!,
          questions: { likely: { ...fine, by: 'e1' }, good: { ...fine, by: 'r1' } },
          criteria: { equity: { ...fine, by: 'toString' }, values: fine },
        },
      },
      relations: {
        ...base.relations,
        r1: {
          ...base.relations['r1']!,
          roles: { case: 'e1', other: 'k1' },
          questions: { true: { ...fine, by: 'e9' } },
        },
      },
      muted: { orphan: { at: ['r1', 'e1', 'e9', 'r1'] }, 'off-topic': { everywhere: true } },
    }
    expect(found(broken)).toEqual([
      'unknown-node nodes.p1.questions.good.by',
      'unknown-node nodes.p1.criteria.equity.by',
      'unknown-role relations.r1.roles.other',
      'unknown-node relations.r1.questions.true.by',
      'unknown-element muted.orphan.at.2',
      'repeated-id muted.orphan.at.3',
    ])
  })

  it('walks a chain of 50,000 relations on relations', () => {
    const links = Array.from({ length: 50_000 }, (_, index) => `k attacks r${index + 1}`)
    expect(validate(parseGraph(['e supports c', ...links].join(';')))).toEqual([])
    const circle = links.map((_, index) => `k attacks r${((index + 1) % 50_000) + 1}`)
    expect(found(parseGraph(circle.join(';')))).toEqual(['cyclic-target relations.r1.to'])
  })
})

describe('legalIdLike', () => {
  it('gives a legal id that is free, like the wish', () => {
    expect(legalIdLike('c1', () => false)).toBe('c1')
    expect(legalIdLike('two words', () => false)).toBe('two-words')
    expect(legalIdLike('http://zotero.org/1', (id) => id === 'http:-zotero.org-1')).toBe(
      'http:-zotero.org-1-2',
    )
    expect(legalIdLike('toString', () => false)).toBe('toString-2')
    expect(legalIdLike('道路', () => false)).toBe('id')
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (wish) => {
        expect(isLegalId(legalIdLike(wish, () => false))).toBe(true)
      }),
    )
  })
})
