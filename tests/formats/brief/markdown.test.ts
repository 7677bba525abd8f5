import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { briefOf } from '../../../src/formats/brief/brief.ts'
import { escapeMarkdown, lineOf, writeMarkdown } from '../../../src/formats/brief/markdown.ts'
import { legalText } from '../../../src/formats/plain-text.ts'
import { emptyGraph, type ArgumentGraph } from '../../../src/model/graph.ts'
import { evaluate } from '../../../src/reasoning/evaluate.ts'
import { arbitraryGraph } from '../../support/arbitrary-graph.ts'
import { graph } from '../../support/graph-builder.ts'
import { arbitraryHostileText } from '../../support/hostile-texts.ts'

function markdownOf(argument: ArgumentGraph): string {
  return writeMarkdown(briefOf(evaluate(argument)))
}

/** Backslash escapes taken away, as CommonMark 2.4 does: before ASCII punctuation only. */
function unescaped(text: string): string {
  return text.replaceAll(/\\([!-/:-@[-`{-~])/g, '$1')
}

describe('escapeMarkdown', () => {
  it('gives a line from which every text comes back', () => {
    fc.assert(
      fc.property(arbitraryHostileText, (text) => {
        expect(unescaped(escapeMarkdown(text))).toBe(legalText(text).replaceAll(/\s+/g, ' '))
      }),
    )
  })

  it('leaves no sign of markup without a backslash', () => {
    fc.assert(
      fc.property(arbitraryHostileText, (text) => {
        const bare = escapeMarkdown(text).replaceAll(/\\[!-/:-@[-`{-~]/g, '')
        expect(bare).not.toMatch(/[\\`*_[\]<>&~|$#]|:\/\/|www\./i)
      }),
    )
  })
})

describe('lineOf', () => {
  it('starts no block, whatever the text starts with', () => {
    const starts = [
      '1. one',
      '12) twelve',
      '- dash',
      '+ plus',
      '# head',
      '=== x',
      '> quote',
      '    code',
      '```',
      '***',
    ]
    expect(starts.map((text) => lineOf([{ text }]))).toEqual([
      '1\\. one',
      '12\\) twelve',
      '\\- dash',
      '\\+ plus',
      '\\# head',
      '\\=== x',
      '\\> quote',
      'code',
      '\\`\\`\\`',
      '\\*\\*\\*',
    ])
  })

  it('writes addresses between angle brackets', () => {
    const link = 'https://example.org/a_(b)'
    expect(lineOf([{ text: 'See ' }, { text: link, link }])).toBe(`See <${link}>`)
    expect(lineOf([{ text: '[here]', link: 'https://example.org/a b' }])).toBe(
      '[\\[here\\]](<https://example.org/a%20b>)',
    )
  })
})

describe('writeMarkdown', () => {
  it('sets title, headings, lists and sources', () => {
    const text = markdownOf({
      ...graph`e1 supports p1`,
      title: 'A *map*',
      description: 'Two\n\nparagraphs',
      sources: { s: { type: 'report', title: 'T', URL: 'https://example.org/' } },
    })
    expect(text.split('\n\n').slice(0, 4)).toEqual(['# A \\*map\\*', 'Two', 'paragraphs', '## Summary'])
    expect(text).toContain('\n- e1. *(Evidence, certainty not rated.)*\n')
    expect(text).toContain('\n1. T (n.d.). <https://example.org/>\n')
    expect(text.endsWith('\n')).toBe(true)
  })

  it('shows the picture after the summary, with words for those who cannot see it', () => {
    const brief = briefOf(evaluate({ ...graph`e1 supports p1`, title: 'T' }))
    const text = writeMarkdown(brief, { picture: 'my map (1).svg' })
    expect(text).toContain('![Map of the argument: T](<my%20map%20(1).svg>)')
    expect(writeMarkdown(brief)).not.toContain('![')
  })

  it('has no line that a statement turned into a block of its own', () => {
    fc.assert(
      fc.property(arbitraryHostileText, (text) => {
        const argument = {
          ...emptyGraph(text),
          nodes: { p1: { kind: 'recommendation', text, note: text } },
        } as const
        const lines = markdownOf(argument).split('\n')
        // Blocks are ours: headings, list items and paragraphs, each on one line.
        expect(lines.filter((line) => /^(?:>|\||~~~|```|<|\t| {4}|=+$|-+$)/.test(line))).toEqual([])
        const headings = lines.filter((line) => line.startsWith('#'))
        expect(headings).toHaveLength(5)
      }),
    )
  })

  it('is the same for the same map', () => {
    fc.assert(
      fc.property(arbitraryGraph({ maxNodes: 12 }), (argument) => {
        expect(markdownOf(argument)).toBe(markdownOf({ ...argument }))
      }),
      { numRuns: 30 },
    )
  })
})
