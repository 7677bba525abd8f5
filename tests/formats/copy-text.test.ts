import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readOutline, type OutlineItem } from '../../src/editor/edits/outline-text.ts'
import { asMarkdown, asText } from '../../src/formats/copy-text.ts'
import { oneLine } from '../../src/formats/plain-text.ts'
import { emptyGraph, type ArgumentGraph } from '../../src/model/graph.ts'
import { structureOf } from '../../src/model/structure.ts'
import { arbitraryGraph } from '../support/arbitrary-graph.ts'
import { graph } from '../support/graph-builder.ts'

const debate = graph`e1, a1 support c1; k1 attacks r1; c1 supports p1; k2 attacks p1; p1 addresses i1`

describe('asText', () => {
  it('writes an outline with signs', () => {
    expect(asText(debate, { part: 'all' })).toBe(
      [
        'i1',
        '  + p1',
        '    + c1',
        '      + e1',
        '      & a1',
        '        - (on this step) k1',
        '    - k2',
        '',
      ].join('\n'),
    )
  })

  it('writes a branch, a selection, or a single statement as just its text', () => {
    expect(asText(debate, { part: 'branch', node: 'c1' })).toBe(
      'c1\n  + e1\n  & a1\n    - (on this step) k1\n',
    )
    expect(asText(debate, { part: 'selection', ids: ['p1', 'k2'] })).toBe('p1\n  - k2\n')
    const text = ' Two\nlines '
    expect(asText({ ...emptyGraph(), nodes: { c1: { kind: 'claim', text } } }, { part: 'all' })).toBe(
      'Two\nlines',
    )
    expect(asText(emptyGraph(), { part: 'all' })).toBe('')
  })

  it('starts a branch with its own statement, also in a circle', () => {
    const circle = graph`c1 supports c2; c2 supports c3; c3 supports c1`
    expect(asText(circle, { part: 'branch', node: 'c2' })).toBe('c2\n  + c1\n    + c3\n      + c2\n')
  })

  it('comes back as the same statements with the same bearings', () => {
    const plainTrees = arbitraryGraph({
      shapes: ['tree'],
      relationTargets: false,
      maxNodes: 15,
      minNodes: 2,
    }).map(argued)
    fc.assert(
      fc.property(plainTrees, (argument) => {
        expect(readOutline(asText(argument, { part: 'all' })).map(plainItem)).toEqual(expected(argument))
      }),
    )
  })
})

describe('asMarkdown', () => {
  it('writes a nested list with the kinds and bearings in words', () => {
    const argument: ArgumentGraph = {
      ...debate,
      sources: { s: { type: 'report', author: [{ family: 'Lee' }], issued: { 'date-parts': [[2020]] } } },
      nodes: {
        ...debate.nodes,
        e1: {
          kind: 'evidence',
          text: '*fell*',
          rating: 'high',
          excerpts: [{ source: 's', locator: 'p. 3' }],
        },
      },
    }
    expect(asMarkdown(argument, { part: 'all' })).toBe(
      [
        '- **Issue:** i1',
        '  - *answered by* recommendation: p1',
        '    - *supported by* claim: c1',
        '      - *supported by* evidence of high certainty: \\*fell\\* (Lee 2020, p. 3)',
        '      - *together with* assumption: a1',
        '        - *this step is contested by* counterpoint: k1',
        '    - *contested by* counterpoint: k2',
        '',
      ].join('\n'),
    )
  })
})

interface PlainItem {
  readonly text: string
  readonly bearing: string
  readonly linked: boolean
  readonly children: readonly PlainItem[]
}

function plainItem({ text, bearing, linked, children }: OutlineItem): PlainItem {
  return { text, bearing, linked, children: children.map(plainItem) }
}

/** Only supports and attacks: outlines know no others. */
function argued(argument: ArgumentGraph): ArgumentGraph {
  const relations = Object.entries(argument.relations).filter(
    ([, { kind }]) => kind === 'supports' || kind === 'attacks',
  )
  return { ...argument, relations: Object.fromEntries(relations) }
}

function expected(argument: ArgumentGraph): PlainItem[] {
  const { roots, into, premises } = structureOf(argument)
  const item = (id: string, bearing: string, linked: boolean): PlainItem => ({
    text: oneLine(argument.nodes[id]?.text ?? '') || '…',
    bearing,
    linked,
    children: (into.get(id) ?? []).flatMap((relation) =>
      (premises.get(relation) ?? []).map((premise, index) =>
        item(premise, argument.relations[relation]?.kind ?? '', index > 0),
      ),
    ),
  })
  return roots.map((id) => item(id, 'supports', false))
}
