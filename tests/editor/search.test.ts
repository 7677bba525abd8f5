import { describe, expect, it } from 'vitest'
import { matchesFilter } from '../../src/editor/filter.ts'
import { revealing, searchGraph } from '../../src/editor/search.ts'
import { graph, withNodes } from '../support/graph-builder.ts'
import { TestEditor } from '../support/test-editor.ts'

const base = graph`c1 supports c0; c2 supports c1; k1 attacks r1`
const searched = {
  ...withNodes(base, {
    c0: { text: 'Trade grows', note: 'see the World Bank' },
    c1: { text: 'Roads lower trade costs; trade follows', tags: ['infrastructure'] },
    c2: { text: 'Ça coûte', excerpts: [{ source: 'paper', locator: '3 ¶2', quote: 'so it was' }] },
    k1: { text: 'Debt   burdens' },
  }),
  sources: { paper: { type: 'report', title: 'The Belt' } },
  relations: { ...base.relations, r1: { ...base.relations['r1']!, warrant: 'Freight is most of the price' } },
}
const ids = (query: string) => searchGraph(searched, query).map((match) => match.id)

describe('searching', () => {
  it('finds words whatever their capitals, and says where', () => {
    expect(searchGraph(searched, 'TRADE')).toEqual([
      { id: 'c0', hits: [{ field: 'text', text: 'Trade grows', ranges: [[0, 5]] }] },
      {
        id: 'c1',
        hits: [
          {
            field: 'text',
            text: 'Roads lower trade costs; trade follows',
            ranges: [
              [12, 17],
              [25, 30],
            ],
          },
        ],
      },
    ])
  })

  it.each([
    ['world bank', 'c0', 'note'],
    ['infra', 'c1', 'tag'],
    ['¶2', 'c2', 'locator'],
    ['so it', 'c2', 'quote'],
    ['belt', 'c2', 'source'],
    ['freight', 'r1', 'warrant'],
  ])('finds %j in the %s of its %s', (query, id, field) => {
    expect(searchGraph(searched, query).map((match) => [match.id, match.hits[0]?.field])).toEqual([
      [id, field],
    ])
  })

  it('does not mind accents and blanks, and its ranges are those of the original', () => {
    expect(ids('coute')).toEqual(['c2'])
    expect(ids('debt burdens')).toEqual(['k1'])
    const [match] = searchGraph(searched, 'debt b')
    const [range] = match?.hits[0]?.ranges ?? []
    expect('Debt   burdens'.slice(...range!)).toBe('Debt   b')
    expect(searchGraph(withNodes(base, { c0: { text: 'Cafe\u0301s' } }), 'café')[0]?.hits[0]?.ranges).toEqual(
      [[0, 5]],
    )
  })

  it('finds characters beyond the basic plane and scripts without capitals', () => {
    const other = withNodes(base, { c0: { text: '👩‍🌾 道路降低贸易成本' } })
    const [match] = searchGraph(other, '贸易')
    expect('👩‍🌾 道路降低贸易成本'.slice(...(match?.hits[0]?.ranges[0] ?? [0, 0]))).toBe('贸易')
  })

  it('gives matches in the order in which the map is read', () => {
    const numbered = withNodes(graph`c1 supports c0; c2 supports c0; c3 supports c1`, {
      c0: { text: 'x' },
      c1: { text: 'x' },
      c2: { text: 'x' },
      c3: { text: 'x' },
    })
    expect(searchGraph(numbered, 'x').map((match) => match.id)).toEqual(['c0', 'c1', 'c3', 'c2'])
  })

  it('finds nothing for blanks, and in circles comes to an end', () => {
    expect(ids('  ')).toEqual([])
    expect(searchGraph(graph`c1 supports c2; c2 supports c1`, 'c').map((match) => match.id)).toHaveLength(2)
  })
})

describe('revealing what was found', () => {
  it('expands every branch around it and selects it, in one step', () => {
    const editor = new TestEditor({ ...searched, layout: { collapsed: ['c0', 'c1', 'c2'] } })
    editor.dispatch(revealing(editor.graph, 'c2'))
    expect(editor.graph.layout).toEqual({ collapsed: ['c2'] })
    expect(editor.selection).toEqual(['c2'])
    expect(editor.state.past).toHaveLength(1)
  })

  it('expands the way to a relation and to what is said about it', () => {
    const editor = new TestEditor({ ...searched, layout: { collapsed: ['c0'] } })
    editor.dispatch(revealing(editor.graph, 'r1'))
    expect(editor.graph.layout).toBeUndefined()
    editor.run('edit.undo').dispatch(revealing(editor.graph, 'k1'))
    expect(editor.graph.layout).toBeUndefined()
  })

  it('leaves no step where nothing was hidden', () => {
    const editor = new TestEditor(searched)
    editor.dispatch(revealing(editor.graph, 'c2'))
    expect(editor.state.past).toEqual([])
    expect(editor.selection).toEqual(['c2'])
  })
})

describe('filtering', () => {
  const sections = { s1: { title: 'One' } }
  const filtered = {
    ...withNodes(graph`c1; e1; k1`, { c1: { section: 's1' }, e1: { section: 's1' } }),
    sections,
  }
  const left = (filter: Parameters<typeof matchesFilter>[2]) =>
    ['c1', 'e1', 'k1', 'gone'].filter((id) => matchesFilter(filtered, id, filter))

  it('lets kinds and sections stand out, both together', () => {
    expect(left({ kinds: [], sections: [] })).toEqual(['c1', 'e1', 'k1'])
    expect(left({ kinds: ['claim', 'counterpoint'], sections: [] })).toEqual(['c1', 'k1'])
    expect(left({ kinds: [], sections: ['s1'] })).toEqual(['c1', 'e1'])
    expect(left({ kinds: ['evidence'], sections: ['s1'] })).toEqual(['e1'])
    expect(left({ kinds: [], sections: [''] })).toEqual(['k1'])
  })
})
