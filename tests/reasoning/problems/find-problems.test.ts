import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { commandById, dryRun } from '../../../src/editor/commands.ts'
import { readGraph } from '../../../src/formats/json/read.ts'
import { hasElement, type ArgumentGraph, type ArgumentNode, type Relation } from '../../../src/model/graph.ts'
import { Refusal } from '../../../src/model/refusal.ts'
import { evaluate } from '../../../src/reasoning/evaluate.ts'
import { findProblems } from '../../../src/reasoning/problems/find-problems.ts'
import { findingRuleNames, findingRules, type FindingRule } from '../../../src/reasoning/problems/rules.ts'
import { sensitivityOf, type Sensitivity } from '../../../src/reasoning/sensitivity/sensitivity.ts'
import { arbitraryGraph } from '../../support/arbitrary-graph.ts'
import { parseGraph } from '../../support/graph-builder.ts'
import { sampleGraph } from '../../support/sample-graph.ts'
import { TestEditor } from '../../support/test-editor.ts'

function sensitivity(graph: ArgumentGraph): Sensitivity {
  const work = sensitivityOf(evaluate(graph))
  for (;;) {
    const step = work.next()
    if (step.done) return step.value
  }
}

type Records = Readonly<Record<string, Partial<ArgumentNode> | Partial<Relation>>>

/** A graph from its short form, with more said about some of its records. */
function told(text: string, more: Records = {}): ArgumentGraph {
  const base = parseGraph(text)
  const withMore = <T>(records: Readonly<Record<string, T>>) =>
    Object.fromEntries(Object.entries(records).map(([id, record]) => [id, { ...record, ...more[id] }]))
  return { ...base, nodes: withMore(base.nodes), relations: withMore(base.relations) }
}

/** Where a rule finds something: the first place of each finding. */
function places(graph: ArgumentGraph, rule: FindingRule): string[] {
  return findProblems(evaluate(graph), sensitivity(graph))
    .findings.filter((each) => each.rule === rule)
    .map(({ at }) => at[0] ?? '')
}

function file(name: string): ArgumentGraph {
  const result = readGraph(readFileSync(`graphs/${name}.json`, 'utf8'))
  if (!result.ok) throw new Error(`${name} cannot be read`)
  return result.value
}

const paper = { excerpts: [{ source: 'paper' }] }

/** For each rule a graph in which it finds something, where, and one that only just gives it no cause. */
const cases: Record<FindingRule, { found: ArgumentGraph; at: string[]; near: ArgumentGraph }> = {
  'unsupported-claim': {
    found: told('c1 supports p1; c2 attacks c1'),
    at: ['c1', 'c2'],
    near: told('e1 supports c1; e2 supports c2; c2 attacks c1'),
  },
  'ungrounded-claim': {
    found: told('c2 supports c1; k1 supports c2'),
    at: ['c2', 'c1'],
    near: told('c2 supports c1; a1 supports c2'),
  },
  'rec-without-evidence': {
    found: told('c1 supports p1; k1 supports c1'),
    at: ['p1'],
    near: told('c1 supports p1; e1 supports c1'),
  },
  'rests-on-assumptions': {
    found: told('c1 supports p1; a1 supports c1'),
    at: ['p1'],
    near: told('c1, e1 support p1; a1 supports c1'),
  },
  'circular-support': {
    found: told('c1 supports c2; c2 supports c1'),
    at: ['c1'],
    near: told('c1 supports c2; c2 attacks c1'),
  },
  'contested-loop': {
    found: told('k1 attacks k2; k2 attacks k1'),
    at: ['k1'],
    near: told('k1 attacks k2; k2 supports k3'),
  },
  'self-attack': { found: told('c1 attacks c1'), at: ['r1'], near: told('c1 attacks c2') },
  'supports-and-attacks': {
    found: told('c1, e1 support c2; c1 attacks c2'),
    at: ['r1'],
    near: told('c1 supports c2; c1 attacks c3'),
  },
  'cuts-both-ways': {
    found: told('e1 supports p1; e1 supports k1; k1 attacks p1'),
    at: ['e1'],
    near: told('e1 supports p1; e1 supports k1; k1 attacks p2'),
  },
  'duplicate-relation': {
    found: told('c1, e1 support c2; e1, c1 support c2'),
    at: ['r2'],
    near: told('c1, e1 support c2; c1 supports c2; c1, e1 attack c2'),
  },
  orphan: { found: told('c1; c2 supports c3'), at: ['c1'], near: told('p1 addresses i1; n1') },
  'off-topic': {
    found: told('e1 supports p1; e2 supports c1'),
    at: ['c1'],
    near: told('e1 supports p1; e2 supports c1; c1 attacks r1'),
  },
  'evidence-without-source': {
    found: told('e1 supports c1; e2 supports c1', { e2: { text: 'see nothing' } }),
    at: ['e1', 'e2'],
    near: told('e1 supports c1; e2 supports c1', { e1: paper, e2: { note: 'https://example.org/study' } }),
  },
  'evidence-unrated': {
    found: told('e1 supports c1'),
    at: ['e1'],
    near: told('e1 supports c1', { e1: { rating: 'low' } }),
  },
  'evidence-jump': {
    found: told('e1 supports p1'),
    at: ['r1'],
    near: told('e1 supports p1; e2, c1 support p1; e3 attacks p1', { r1: { warrant: 'Because.' } }),
  },
  wishful: {
    found: told('p1 supports e1; e1 supports c1; c1 supports p2; p2 supports c1'),
    at: ['r1', 'r4'],
    near: told('c1 supports p1; p1 supports c2'),
  },
  'single-point-of-failure': {
    found: told('e1 supports c1; e2 supports c1; c1 supports p1'),
    at: ['c1'],
    near: told('e1 supports c1; c1 supports p1; e2 supports p1'),
  },
  'pivotal-evidence': {
    found: told('e1 supports p1', { e1: { rating: 'high' } }),
    at: ['e1'],
    near: told('e1 supports p1; e2 supports p1', { e1: { rating: 'high' }, e2: { rating: 'high' } }),
  },
  'double-counting': {
    found: told('e1 supports c1; e1 supports c2; c1 supports c3; c2 supports c3'),
    at: ['c3'],
    near: told('e1 supports c1; e1 supports c2; c1, c2 support c3'),
  },
  'uncontested-rec': {
    found: told('e1 supports p1; k1 attacks p2'),
    at: ['p1'],
    near: told('e1 supports p1; k1 attacks r1; k2 attacks p2'),
  },
  'unanswered-counterpoint': {
    found: told('k1 attacks p1; k2 attacks c1; c1 supports p1'),
    at: ['k1', 'k2'],
    near: told('k1 attacks p1; k2 attacks k1; k3 attacks r1'),
  },
  'unbacked-counterpoint': {
    found: told('k1 attacks c1'),
    at: ['k1'],
    near: told('k1 attacks c1; e1 supports k1; k2 attacks c1', { k2: { rating: 'low' } }),
  },
  'defeated-but-cited': {
    found: told('e1 supports c1; k1 attacks c1; c1 supports c2', { k1: { rating: 'high' } }),
    at: ['c1'],
    near: told('e1 supports c1; k1 attacks c1; c1 attacks c2', { k1: { rating: 'high' } }),
  },
  'open-critical-question': {
    found: told('e1 supports c1', { r1: { scheme: 'expert-opinion' } }),
    at: ['r1'],
    near: told('e1 supports c1', { r1: { scheme: 'a-scheme-of-somebody-else' } }),
  },
  'missing-etd': { found: told('e1 supports p1'), at: ['p1'], near: told('e1 supports c1') },
  'verdict-depends-on-rule': {
    // Two weak reasons against one strong one: products and sums disagree.
    found: told('e1 supports p1; e2 supports p2; e3 supports p2; e4 supports p2', {
      e1: { rating: 'high' },
      e2: { rating: 'low' },
      e3: { rating: 'low' },
      e4: { rating: 'low' },
    }),
    at: ['p1'],
    near: told('e1 supports p1; e2 supports p2', { e1: { rating: 'high' }, e2: { rating: 'low' } }),
  },
  unstable: { found: told('c1'), at: [], near: told('c1') },
}

describe('findProblems', () => {
  it.each(Object.entries(cases))(
    'finds %s where it is defined to be, and not where it only nearly is',
    (rule, each) => {
      expect(places(each.found, rule as FindingRule)).toEqual(each.at)
      expect(places(each.near, rule as FindingRule)).toEqual([])
    },
  )

  it('tells circles that can be settled from those that cannot', () => {
    const sentence = (text: string) =>
      findProblems(evaluate(told(text))).findings.find(({ rule }) => rule === 'contested-loop')?.sentence
    expect(sentence('k1 attacks k2; k2 attacks k1')).toBe(
      '“k1” and “k2” stand in a circle of objections that is even: there are two ways to settle it, and ' +
        'something else has to decide. There are 2 coherent ways to see it: “k1” holds; or “k2” holds.',
    )
    expect(sentence('k1 attacks k2; k2 attacks k3; k3 attacks k1')).toContain(
      'odd: it cannot be settled from within',
    )
    expect(sentence('k1 attacks k2; k2 attacks k3; k3 attacks k4; k4 supports k1')).toContain('odd')
    expect(sentence('e1 supports c1; c1 attacks r1')).toBe(
      '“c1” objects to itself, or to a step that it rests on: a circle that is odd. Check that this is meant.',
    )
  })

  it('lists the supports of a circle that are not counted, and offers to delete them', () => {
    const [circle] = findProblems(evaluate(told('e1 supports c1; c1 supports c2; c2 supports c1'))).findings
    expect(circle).toMatchObject({
      rule: 'circular-support',
      at: ['c1', 'c2', 'r3'],
      fix: { select: ['r3'] },
    })
    expect(places(told('c1 supports c1'), 'circular-support')).toEqual(['c1'])
  })

  it('finds a statement that backs the step by which it is supported', () => {
    expect(places(told('e1 supports c1; c1 supports r1'), 'circular-support')).toEqual(['r2'])
    expect(places(told('e1 supports c1; c1 supports c2; c2 supports r1'), 'circular-support')).toEqual(['r3'])
    expect(places(told('e1 supports c1; c2 supports r1; c1 supports c2'), 'circular-support')).toEqual(['r2'])
    expect(places(told('e1 supports c1; e2 supports r1'), 'circular-support')).toEqual([])
  })

  it('finds issues that nothing answers, and what loses its last connection to a doubt', () => {
    expect(places(told('i1; p1'), 'orphan')).toEqual(['i1', 'p1'])
    const doubted = findProblems(evaluate(told('e1 supports c1'), { doubted: ['r1'] })).findings
    expect(doubted.filter(({ rule }) => rule === 'orphan').map(({ at }) => at)).toEqual([['e1'], ['c1']])
  })

  it('finds two answers to one issue given twice, and premises named twice', () => {
    expect(places(told('p1 addresses i1; p1 addresses i1'), 'duplicate-relation')).toEqual(['r2'])
    expect(places(told('c1, c1 support c2; c1 supports c2'), 'duplicate-relation')).toEqual(['r2'])
  })

  it('asks for a rating where one is supposed to be missing', () => {
    const graph = told('e1 supports c1', { e1: { rating: 'high' } })
    const rules = findProblems(evaluate(graph, { supposedRatings: { e1: undefined } })).findings
    expect(rules.map(({ rule }) => rule)).toContain('evidence-unrated')
    expect(places(graph, 'evidence-unrated')).toEqual([])
  })

  it('reports scores that do not settle', () => {
    const graph = told('c1 supports c2')
    const evaluation = { ...evaluate(graph), unsettled: new Set(['c1', 'c2']) }
    const found = findProblems(evaluation).findings.filter(({ rule }) => rule === 'unstable')
    expect(found.map(({ at }) => at)).toEqual([['c1'], ['c2']])
  })

  it('looks at the map without what is doubted', () => {
    const graph = told('e1 supports c1; k1 attacks c1')
    const found = findProblems(evaluate(graph, { doubted: ['e1'] })).findings
    expect(found.filter(({ at }) => at.includes('e1') || at.includes('r1'))).toEqual([])
    expect(found.filter(({ rule }) => rule === 'unsupported-claim').map(({ at }) => at)).toEqual([['c1']])
  })

  it('does not report what the document mutes, and still knows it', () => {
    const graph = told('c1 supports p1; c2 supports p1')
    const at = findProblems(evaluate({ ...graph, muted: { 'unsupported-claim': { at: ['c2'] } } }))
    expect(at.findings.filter(({ rule }) => rule === 'unsupported-claim').map((each) => each.at)).toEqual([
      ['c1'],
    ])
    expect(at.muted.map((each) => each.at)).toEqual([['c2']])
    const everywhere = findProblems(
      evaluate({ ...graph, muted: { 'unsupported-claim': { everywhere: true } } }),
    )
    expect(everywhere.muted).toHaveLength(2)
  })

  it('names only what is there, in whole sentences, errors first, with ways out that can be taken', () => {
    fc.assert(
      fc.property(arbitraryGraph({ maxNodes: 25 }), (graph) => {
        const { findings, muted } = findProblems(evaluate(graph))
        const rank = findings.map(({ rule }) => findingRuleNames.indexOf(rule))
        expect(rank).toEqual(rank.toSorted((a, b) => a - b))
        for (const { at, sentence, fix } of [...findings, ...muted]) {
          expect(at.every((id) => hasElement(graph, id))).toBe(true)
          expect(sentence).toMatch(/^[\p{Lu}\p{N}“].*\.$/su)
          expect(sentence).not.toMatch(/probab|likely/i)
          if (!fix) continue
          const editor = new TestEditor(graph)
          editor.state = { ...editor.state, selection: fix.select ?? at.slice(0, 1) }
          const outcome = dryRun(commandById(fix.command), editor.context)
          expect(outcome instanceof Refusal ? outcome.reason : 'can be done').toBe('can be done')
        }
      }),
      { numRuns: 60 },
    )
  })

  it('has a heading, a severity and a paragraph with a remedy for every rule', () => {
    expect(findingRuleNames).toHaveLength(27)
    for (const { title, explanation } of Object.values(findingRules)) {
      expect(title).toMatch(/^[A-Z].*[^.]$/)
      expect(explanation.length).toBeGreaterThan(80)
    }
  })

  it('finishes on a map of 10,000 statements', () => {
    expect(findProblems(evaluate(sampleGraph(10_000))).findings.length).toBeGreaterThan(100)
  })
})

describe('the debated paper', () => {
  it('has its known weak points', () => {
    const graph = file('belt-and-road-debated')
    expect(places(graph, 'unsupported-claim')).toEqual(['c42'])
    expect(places(graph, 'unanswered-counterpoint')).toEqual(['k1', 'k4', 'k5', 'k9', 'k12', 'k16', 'k18'])
    expect(places(graph, 'pivotal-evidence')).toEqual(['e4', 'e7', 'e20', 'e21'])
    expect(places(graph, 'circular-support')).toEqual([])
    expect(places(graph, 'contested-loop')).toEqual(['c4'])
    expect(places(graph, 'defeated-but-cited')).toEqual(['c31'])
    expect(places(graph, 'cuts-both-ways')).toEqual([
      'c23',
      'e12',
      'e13',
      'c25',
      'e16',
      'e17',
      'e18',
      'e20',
      'k5',
    ])
    expect(places(graph, 'uncontested-rec')).toEqual([])
  })

  it('has had fewer of them before it was debated', () => {
    const graph = file('belt-and-road')
    expect(places(graph, 'unsupported-claim')).toEqual(['c42'])
    expect(places(graph, 'uncontested-rec')).toEqual(['rec2'])
    expect(places(graph, 'double-counting').toSorted()).toEqual(['c19', 'c2', 'c20', 'c4', 'rec1', 'rec3'])
    for (const rule of [
      'contested-loop',
      'unanswered-counterpoint',
      'defeated-but-cited',
      'off-topic',
    ] as const) {
      expect(places(graph, rule)).toEqual([])
    }
  })
})
