import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { briefOf, type Brief } from '../../../src/formats/brief/brief.ts'
import type { Block, Runs } from '../../../src/formats/brief/blocks.ts'
import { oneLine } from '../../../src/formats/plain-text.ts'
import { emptyGraph, type ArgumentGraph } from '../../../src/model/graph.ts'
import { evaluate } from '../../../src/reasoning/evaluate.ts'
import { arbitraryGraph } from '../../support/arbitrary-graph.ts'
import { graph } from '../../support/graph-builder.ts'

/** The words of a brief, line by line: headings with #, list items with a dash for each level. */
function linesOf(argument: ArgumentGraph): string[] {
  return briefOf(evaluate(argument)).blocks.flatMap(linesOfBlock)
}

function linesOfBlock(block: Block): string[] {
  const text = (runs: Runs) => runs.map((run) => run.text).join('')
  switch (block.kind) {
    case 'heading':
      return [`${'#'.repeat(block.level)} ${text(block.runs)}`]
    case 'paragraph':
      return [text(block.runs)]
    case 'list':
      return block.items.map(({ level, runs }) => `${'-'.repeat(level + 1)} ${text(runs)}`)
    case 'references':
      return block.items.map((runs, index) => `[${index + 1}] ${text(runs)}`)
    case 'picture':
      return ['(picture)']
  }
}

/** The lines under a heading, up to the next one. */
function under(lines: readonly string[], heading: string): string[] {
  const start = lines.indexOf(heading)
  expect(lines).toContain(heading)
  const rest = lines.slice(start + 1)
  const end = rest.findIndex((line) => line.startsWith('#'))
  return end < 0 ? rest : rest.slice(0, end)
}

const debate = graph`e1 supports c1; c1 supports p1; k1 attacks c1; e2 attacks k1; k2 attacks r2; p1 addresses i1`

describe('briefOf', () => {
  it('sums up the question, the recommendations and how they fare', () => {
    expect(under(linesOf(debate), '# Summary')).toEqual([
      'The question is:',
      '- i1. It is answered by the recommendation.',
      'The map makes one recommendation. It does not hold.',
      '- p1. Does not hold: evenly contested.',
      '(picture)',
    ])
  })

  it('nests reasons with the certainty of evidence and names the counterpoints to them', () => {
    const rated: ArgumentGraph = {
      ...debate,
      nodes: { ...debate.nodes, e1: { kind: 'evidence', text: 'e1', rating: 'low' } },
    }
    expect(under(linesOf(rated), '### Reasons')).toEqual([
      '- c1. (The step is contested by counterpoint 1.1; the step does not hold; contested by counterpoint 1.2.)',
      '-- e1. (Evidence of low certainty.)',
    ])
  })

  it('lists counterpoints to reasons and steps with their answers and whether they stand', () => {
    expect(under(linesOf(debate), '### Counterpoints')).toEqual([
      '- 1.1 k2. Aimed at the step from “c1” to “p1”. It stands: nothing that holds answers it.',
      '- 1.2 k1. Aimed at “c1”. It is answered.',
      '-- Answer: e2. (Evidence, certainty not rated.)',
    ])
  })

  it('numbers several recommendations in author’s order', () => {
    const ordered: ArgumentGraph = {
      ...emptyGraph(),
      nodes: {
        p2: { kind: 'recommendation', text: 'Second', order: 'a1' },
        p1: { kind: 'recommendation', text: 'First', order: 'a0' },
      },
    }
    const headings = linesOf(ordered).filter((line) => line.startsWith('## '))
    expect(headings).toEqual(['## Recommendation 1: First.', '## Recommendation 2: Second.'])
    expect(linesOf(ordered)).toContain('- Recommendation 1: First. Not argued yet.')
  })

  it('sets a reason out once and refers to it afterwards', () => {
    const lines = linesOf(graph`c1 supports p1; c1 supports p2; e1 supports c1`)
    const first = lines.indexOf('- c1.')
    expect(lines[first + 1]).toBe('-- e1. (Evidence, certainty not rated.)')
    expect(lines).toContain('- c1. (See Recommendation 1.)')
    expect(lines.filter((line) => line.startsWith('-- e1'))).toHaveLength(1)
  })

  it('refers to counterpoints that were set out under an earlier recommendation', () => {
    const lines = linesOf(graph`c1 supports p1; c1 supports p2; k1 attacks c1`)
    expect(lines).toContain('Counterpoint 1.1 above bears on it as well.')
  })

  it('takes linked premises together and tells the warrant', () => {
    const linked = graph`e1, a1 support c1`
    const lines = linesOf({
      ...linked,
      relations: {
        r1: {
          ...linked.relations['r1'],
          kind: 'supports',
          from: ['e1', 'a1'],
          to: 'c1',
          warrant: 'so it is',
        },
      },
    })
    expect(under(lines, '### Reasons')).toEqual([
      '- Taken together:',
      '-- e1. (Evidence, certainty not rated.)',
      '-- a1. (Assumption, certainty not rated.)',
      '-- Why it bears on this: so it is.',
    ])
  })

  it('cites sources by number with the place, pages as pages', () => {
    const lines = linesOf({
      ...emptyGraph(),
      sources: {
        unused: { type: 'report', title: 'Unused' },
        b: { type: 'report', title: 'B' },
        a: { type: 'report', title: 'A', URL: 'https://example.org/a' },
      },
      nodes: {
        e1: {
          kind: 'evidence',
          text: 'Fact.',
          excerpts: [
            { source: 'a', locator: '12' },
            { source: 'a', locator: '30-31' },
            { source: 'b', locator: 'ch. 2', quote: 'as it  stands' },
            { source: 'b' },
          ],
        },
        p1: { kind: 'recommendation', text: 'Act' },
      },
      relations: { r1: { kind: 'supports', from: ['e1'], to: 'p1' } },
    })
    expect(lines).toContain('- Fact. [1, p. 12; pp. 30–31] [2, ch. 2] (Evidence, certainty not rated.)')
    expect(lines).toContain('-- In the source: “as it stands” [2]')
    expect(under(lines, '# Sources')).toEqual([
      '[1] A (n.d.). https://example.org/a',
      '[2] B (n.d.).',
      '[3] Unused (n.d.).',
    ])
  })

  it('makes chapters of main claims where nothing is recommended', () => {
    const lines = linesOf(graph`e1 supports c1; e2 supports c2`)
    expect(lines).toContain('The map makes two main claims. Two hold.')
    expect(lines).toContain('# Main claims')
    expect(lines).toContain('## Main claim 2: c2.')
  })

  it('tells what else is claimed, what is unresolved, what is assumed and what is left over', () => {
    const lines = linesOf(
      graph`c1 supports p1; e9 supports c9; a1 supports c1; k1 attacks k2; k2 attacks k1; c8; n1`,
    )
    expect(lines).toContain('# Beside the recommendations')
    expect(under(lines, '# What is unresolved')).toHaveLength(2)
    expect(under(lines, '# Assumptions')).toEqual([
      '- a1. (Assumption, certainty not rated.) It is needed for “c1”.',
    ])
    expect(under(lines, '# Also on the map')).toContain('- c8. (Does not hold.)')
    expect(under(lines, '# Remarks')).toEqual(['- n1.'])
  })

  it('asks the open critical questions and tells what was found', () => {
    const lines = linesOf({
      ...emptyGraph(),
      nodes: {
        e1: { kind: 'evidence', text: 'E' },
        p1: { kind: 'recommendation', text: 'P', criteria: { equity: { answer: 'problem', by: 'k1' } } },
        k1: { kind: 'counterpoint', text: 'K' },
      },
      relations: {
        r1: {
          kind: 'supports',
          from: ['e1'],
          to: 'p1',
          scheme: 'positive-consequences',
          questions: { 'side-effects': { answer: 'fine', text: 'none known' } },
        },
        r2: { kind: 'attacks', from: ['k1'], to: 'p1' },
      },
    })
    expect(lines.some((line) => /^- Equity: .* A problem was found: counterpoint 1\.1\.$/.test(line))).toBe(
      true,
    )
    expect(under(lines, '### Open questions')[0]).toMatch(
      /^- How likely .* \(On the step from “E” to “P”\.\)$/,
    )
    expect(lines.some((line) => line.startsWith('Not considered yet: priority of the problem'))).toBe(true)
  })

  it('is short for an empty map', () => {
    expect(linesOf(emptyGraph())).toEqual(['(picture)'])
  })

  it('counts what running text does not show', () => {
    const { losses } = briefOf(evaluate({ ...debate, layout: { pinned: { c1: { x: 0, y: 0 } } } }))
    expect(losses.map(({ one }) => one)).toEqual(['pinned position'])
  })
})

describe('a brief of any map', () => {
  const arbitraryBrief = arbitraryGraph({ maxNodes: 20 }).map((argument) => ({
    argument,
    brief: briefOf(evaluate(argument)),
  }))
  const textOf = (brief: Brief) => brief.blocks.flatMap(linesOfBlock).join('\n')

  it('tells every statement', () => {
    fc.assert(
      fc.property(arbitraryBrief, ({ argument, brief }) => {
        const text = textOf(brief)
        const untold = Object.values(argument.nodes).filter(
          ({ text: words }) => !text.includes(oneLine(words)),
        )
        expect(untold).toEqual([])
      }),
    )
  })

  it('gives every objection to an evaluated topic a number that is told once', () => {
    fc.assert(
      fc.property(arbitraryBrief, ({ brief }) => {
        const numbers = brief.blocks
          .flatMap((block) => (block.kind === 'list' ? block.items : []))
          .flatMap(({ runs: [first] }) =>
            first?.style === 'strong' && /^C?\d+\.\d+$/.test(first.text) ? [first.text] : [],
          )
        expect(numbers).toEqual([...new Set(numbers)])
        const referred = [...textOf(brief).matchAll(/contested by counterpoints? (C?\d+\.\d+)/g)].map(
          ([, number]) => number,
        )
        expect(referred.filter((number) => !numbers.includes(number ?? ''))).toEqual([])
      }),
    )
  })

  it('has lists that go down one level at a time and start at the top', () => {
    fc.assert(
      fc.property(arbitraryBrief, ({ brief }) => {
        for (const block of brief.blocks) {
          const levels = block.kind === 'list' ? block.items.map(({ level }) => level) : []
          expect(levels.filter((level, index) => level > (levels[index - 1] ?? -1) + 1)).toEqual([])
        }
      }),
    )
  })

  it('takes chains that are deeper than any call stack', () => {
    const length = 5000
    const nodes = Object.fromEntries(
      Array.from({ length }, (_, index) => [
        `c${index}`,
        { kind: 'claim', text: `Number ${index}.` } as const,
      ]),
    )
    const relations = Object.fromEntries(
      Array.from({ length: length - 1 }, (_, index) => [
        `r${index}`,
        { kind: 'supports', from: [`c${index + 1}`], to: `c${index}` } as const,
      ]),
    )
    const lines = linesOf({ ...emptyGraph(), nodes, relations })
    expect(lines.find((line) => line.includes(' Number 4000.'))).toBe(
      '-------- On “Number 3999”: Number 4000. (Does not hold.)',
    )
  })
})
