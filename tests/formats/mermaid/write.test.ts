import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { writeMermaid } from '../../../src/formats/mermaid/write.ts'
import { legalText } from '../../../src/formats/plain-text.ts'
import { emptyGraph, type ArgumentGraph } from '../../../src/model/graph.ts'
import { arbitraryGraph } from '../../support/arbitrary-graph.ts'
import { graph } from '../../support/graph-builder.ts'
import { arbitraryHostileText } from '../../support/hostile-texts.ts'
import { sampleGraph } from '../../support/sample-graph.ts'

async function linesOf(argument: ArgumentGraph): Promise<string[]> {
  const { content } = await writeMermaid(argument)
  return String(content)
    .split('\n')
    .map((line) => line.trim())
}

/** What Mermaid makes of a label: entities become characters, breaks become lines. */
function decoded(label: string): string {
  return label
    .replaceAll('<br/>', '\n')
    .replaceAll(/#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)))
    .replaceAll('\u2060', '')
}

/** The text as a label shows it: without empty lines and blanks that HTML folds. */
function shown(text: string): string {
  return legalText(text)
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map((line) => line.replaceAll(/\s+/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n')
}

const statementLine = /^n\d+(?:\[\/|\[\[|\(\[|\{\{|\[|\(|>)"(.*)"(?:\/\]|\]\]|\]\)|\}\}|\]|\)):::[a-z]+$/

describe('writeMermaid', () => {
  it('draws every statement, junctions, and lines that differ in style and words', async () => {
    const lines = await linesOf(
      graph`e1, a1 support c1; k1 attacks r1; c1 supports p1; p1 addresses i1; c2 restates c1`,
    )
    expect(lines.filter((line) => /^[nr]\d+ [-=]/.test(line))).toEqual([
      'n1 --- r1',
      'n2 --- r1',
      'r1 -->|"#43; supports"| n3',
      'n4 -.->|"− attacks"| r1',
      'n3 -->|"#43; supports"| n5',
      'n5 ==>|"→ addresses"| n6',
      'n7 ---|"#61; restates"| n3',
    ])
    expect(lines).toContain('n1[/"Evidence<br/>e1"/]:::evidence')
    expect(lines).toContain('r1((" "))')
  })

  it('never uses an id of the document', async () => {
    const lines = await linesOf({ ...emptyGraph(), nodes: { end: { kind: 'claim', text: 'x' } } })
    expect(lines).toContain('n1["Claim<br/>x"]:::claim')
  })

  it('puts sections into subgraphs', async () => {
    const lines = await linesOf({
      ...emptyGraph(),
      sections: { s1: { title: 'end' }, s2: { title: 'empty' } },
      nodes: { c1: { kind: 'claim', text: 'x', section: 's1' } },
    })
    expect(lines.filter((line) => line.startsWith('subgraph'))).toEqual(['subgraph s1 ["end"]'])
  })

  it('shows every text as it is, and only letters, digits, prose and entities stand in the file', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryHostileText, async (text) => {
        const lines = await linesOf({ ...emptyGraph(), nodes: { c1: { kind: 'claim', text } } })
        const labels = lines.flatMap((line) => statementLine.exec(line)?.[1] ?? [])
        expect(labels).toHaveLength(1)
        const [label = ''] = labels
        expect(decoded(label)).toBe(shown(`Claim\n${text}`))
        expect(label.replaceAll('<br/>', '').replaceAll(/#\d+;/g, '')).not.toMatch(
          /["#&<>`\\%$*_[\]{}|~^@=+;/]/,
        )
      }),
      { numRuns: 500 },
    )
  })

  it('keeps titles inside of the front matter', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryHostileText, async (title) => {
        const lines = await linesOf(emptyGraph(`x${title}`))
        expect(lines[0]).toBe('---')
        expect(lines[2]).toBe('---')
        expect(lines[1]).not.toMatch(/<\w/)
        expect(JSON.parse((lines[1] ?? '').slice('title: '.length))).toBe(
          legalText(`x${title}`).replaceAll(/\s+/g, ' ').trim(),
        )
      }),
    )
  })

  it('names every end of every line', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryGraph({ maxNodes: 12 }), async (argument) => {
        const lines = await linesOf(argument)
        const boxes = new Set(lines.flatMap((line) => /^([nr]\d+)[[({>]/.exec(line)?.[1] ?? []))
        const ends = lines.flatMap((line) => {
          const [, from, to] = /^([nr]\d+) [-=].* ([nr]\d+)$/.exec(line) ?? []
          return from === undefined || to === undefined ? [] : [from, to]
        })
        expect(ends.filter((end) => !boxes.has(end))).toEqual([])
        expect(boxes.size).toBeGreaterThanOrEqual(Object.keys(argument.nodes).length)
      }),
    )
  })

  it('says when Mermaid refuses the size', async () => {
    expect((await writeMermaid(sampleGraph(40))).notes).toEqual([])
    const [note = ''] = (await writeMermaid(sampleGraph(600))).notes
    expect(note).toMatch(/^With its usual settings Mermaid refuses a diagram of this size: \d+ lines/)
    expect(note).toContain('maxEdges')
  })
})
