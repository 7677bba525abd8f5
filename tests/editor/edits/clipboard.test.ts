import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { importInto, maxPastedLines } from '../../../src/editor/edits/paste.ts'
import { withEnds } from '../../../src/editor/edits/fragment.ts'
import { writeGraph } from '../../../src/formats/json/write.ts'
import { structureOf } from '../../../src/model/structure.ts'
import { arbitraryGraph } from '../../support/arbitrary-graph.ts'
import { graph, withNodes } from '../../support/graph-builder.ts'
import { openGraph } from '../../support/read-graph.ts'
import { TestEditor } from '../../support/test-editor.ts'

const cited = withNodes(
  {
    ...graph`c1 supports c0; k1 attacks r1; c2 supports c1`,
    sources: { paper: { type: 'report', title: 'Paper' }, other: { type: 'book' } },
    sections: { s1: { title: 'One' }, s2: { title: 'Two' } },
  },
  { c1: { section: 's1', excerpts: [{ source: 'paper', locator: '3' }], ext: { aif: { nodeID: 7 } } } },
)

describe('copying', () => {
  it('takes the relations among what is selected, with the sources and sections used', () => {
    const editor = new TestEditor(cited).select('c1', 'c0', 'k1').press('$mod+c')
    const copied = openGraph(editor.clipboard.json)
    expect(Object.keys(copied.nodes)).toEqual(['c1', 'c0', 'k1'])
    expect(Object.keys(copied.relations)).toEqual(['r1', 'r2'])
    expect(Object.keys(copied.sources)).toEqual(['paper'])
    expect(Object.keys(copied.sections)).toEqual(['s1'])
    expect(editor.state.past).toEqual([])
  })

  it('takes a selected relation with its ends, and a collapsed statement with its branch', () => {
    expect(withEnds(cited, ['r2'])).toEqual(['k1', 'c1', 'c0'])
    expect(withEnds({ ...cited, layout: { collapsed: ['c1'] } }, ['c1'])).toEqual(['c1', 'c2'])
  })

  it('gives other programs an indented outline', () => {
    const editor = new TestEditor(graph`a1, a2 support c0; k1 attacks r1; e1 supports k1; p1 addresses i1`)
    editor.press('$mod+a', '$mod+c')
    expect(editor.clipboard.text).toBe(
      ['c0', '  + a1', '  & a2', '    - (on this step) k1', '      + e1', 'i1', '  → p1', ''].join('\n'),
    )
  })

  it('of nothing is refused', () => {
    const editor = new TestEditor(cited).press('$mod+c')
    expect(editor.refusal).toContain('Select a statement first')
    expect(editor.asked).toEqual([])
  })
})

describe('cutting', () => {
  it('copies, then deletes in one step', async () => {
    const editor = new TestEditor(cited).select('c1', 'c2').press('$mod+x')
    await editor.settle()
    expect(Object.keys(openGraph(editor.clipboard.json).nodes)).toEqual(['c1', 'c2'])
    expect(Object.keys(editor.graph.nodes)).toEqual(['c0', 'k1'])
    expect(editor.state.past).toHaveLength(1)
  })

  it('keeps what is selected until the clipboard has it', async () => {
    const editor = new TestEditor(cited).select('c1').press('$mod+x')
    expect(editor.graph).toBe(cited)
    await editor.settle()
    expect(editor.graph).not.toBe(cited)
  })

  it('deletes nothing when the clipboard could not be written', async () => {
    const editor = new TestEditor(cited).select('c1')
    editor.clipboardFails = true
    await editor.press('$mod+x').settle()
    expect(editor.graph).toBe(cited)
  })

  it('takes the hidden branch of a collapsed statement away with it', async () => {
    const editor = new TestEditor({ ...cited, layout: { collapsed: ['c0'] } }).select('c0').press('$mod+x')
    await editor.settle()
    expect(editor.graph.nodes).toEqual({})
    expect(Object.keys(openGraph(editor.clipboard.json).nodes)).toHaveLength(4)
  })
})

describe('pasting what was copied', () => {
  it('makes a copy with new ids, in one step, selected', async () => {
    const editor = await new TestEditor(cited).press('$mod+a', '$mod+c').select().press('$mod+v').settle()
    expect(Object.keys(editor.graph.nodes)).toHaveLength(8)
    expect(editor.sentences.slice(3).map((sentence) => sentence.replace(/x\d+/, 'R'))).toEqual([
      'c1 supports c0',
      'k1 attacks R',
      'c2 supports c1',
    ])
    expect(editor.selection).toHaveLength(4)
    expect(editor.state.past.map((step) => step.label)).toEqual(['Paste 4 statements'])
    expect(editor.graph.sources).toBe(cited.sources)
  })

  it('keeps everything on the records', () => {
    const editor = new TestEditor(cited).select('c1').press('$mod+c').select().press('$mod+v')
    const copy = editor.graph.nodes[editor.selection[0] ?? '']
    expect(copy).toMatchObject({
      section: 's1',
      excerpts: [{ source: 'paper', locator: '3' }],
      ext: { aif: { nodeID: 7 } },
    })
  })

  it('hangs it under what is selected, an objection as an objection', () => {
    const editor = new TestEditor(graph`c9; k1; c1`)
      .select('k1', 'c1')
      .press('$mod+c')
      .select('c9')
      .press('$mod+v')
    expect(editor.sentences).toEqual(['k1 attacks c9', 'c1 supports c9'])
  })

  it('leaves apart what may not hang there', () => {
    const editor = new TestEditor(graph`c9; i1`).select('i1').press('$mod+c').select('c9').press('$mod+v')
    expect(editor.sentences).toEqual([])
    expect(Object.keys(editor.graph.nodes)).toHaveLength(3)
  })

  it('answers an issue with a recommendation', () => {
    const editor = new TestEditor(graph`p1; i1`).select('p1').press('$mod+c').select('i1').press('$mod+v')
    expect(editor.sentences).toEqual(['p1 addresses i1'])
  })

  it('undercuts an inference with an objection', () => {
    const editor = new TestEditor(graph`c1 supports c0; k1`)
      .select('k1')
      .press('$mod+c')
      .select('r1')
      .press('$mod+v')
    expect(editor.sentences).toEqual(['c1 supports c0', 'k1 attacks r1'])
  })

  it('gives a source another id where the id means another source here', () => {
    const here = { ...graph`c9`, sources: { paper: { type: 'book', title: 'Another' } } }
    const editor = new TestEditor(here).paste(writeGraph(cited))
    expect(editor.graph.sources).toEqual({
      paper: { type: 'book', title: 'Another' },
      'paper-2': { type: 'report', title: 'Paper' },
      other: { type: 'book' },
    })
    const copy = Object.values(editor.graph.nodes).find((node) => node.excerpts)
    expect(copy?.excerpts).toEqual([{ source: 'paper-2', locator: '3' }])
  })

  it('any document pasted into an empty one is the same but for ids', () => {
    fc.assert(
      fc.property(arbitraryGraph({ maxNodes: 12 }), (base) => {
        fc.pre(Object.keys(base.nodes).length > 0)
        const editor = new TestEditor().paste(writeGraph(base))
        expect(editor.refusal).toBeUndefined()
        const texts = (nodes: readonly string[], of: typeof base) => nodes.map((id) => of.nodes[id]?.text)
        expect(texts(structureOf(editor.graph).roots, editor.graph)).toEqual(
          texts(structureOf(base).roots, base),
        )
        expect(editor.sentences.length).toBe(Object.keys(base.relations).length)
        expect(openGraph(writeGraph(editor.graph))).toEqual(editor.graph)
      }),
      { numRuns: 200 },
    )
  })
})

describe('pasting text', () => {
  it('makes a statement of each line and reasons of deeper ones', () => {
    const editor = new TestEditor().paste(
      'Build the road\n\tFreight gets cheaper\n\t\tA study says so\n\tVillages\n\nOther',
    )
    expect([...editor.sentences].sort()).toEqual([
      'A study says so supports Freight gets cheaper',
      'Freight gets cheaper supports Build the road',
      'Villages supports Build the road',
    ])
    expect(structureOf(editor.graph).roots.map((id) => editor.graph.nodes[id]?.text)).toEqual([
      'Build the road',
      'Other',
    ])
    expect(editor.state.past).toHaveLength(1)
  })

  it.each([
    ['+ For\n- Against', ['For supports c0', 'Against attacks c0']],
    ['Pro: For\nCon: Against', ['For supports c0', 'Against attacks c0']],
    [
      '- con: Against\n1. Numbered\n* Star',
      ['Against attacks c0', 'Numbered supports c0', 'Star supports c0'],
    ],
    ['- one\n- two', ['one supports c0', 'two supports c0']],
    ['A\r\n  − no', ['A supports c0', 'no attacks A']],
  ])('reads %j as what it says', (text, sentences) => {
    const editor = new TestEditor(graph`c0`).select('c0').paste(text)
    expect([...editor.sentences].sort()).toEqual([...sentences].sort())
  })

  it('links lines that are needed together', () => {
    const editor = new TestEditor().paste('C\n  + one\n  & two\n  - three')
    expect(editor.sentences).toEqual(['one + two supports C', 'three attacks C'])
  })

  it('reads the outline that copying gives', () => {
    const source = new TestEditor(graph`a1, a2 support c0; k1 attacks c0; e1 supports k1`).press(
      '$mod+a',
      '$mod+c',
    )
    const editor = new TestEditor().paste(source.clipboard.text)
    expect([...editor.sentences].sort()).toEqual([...source.sentences].sort())
  })

  it('makes counterpoints of objections and claims of the rest', () => {
    const editor = new TestEditor().paste('A\n  - B\n    + C')
    expect(Object.values(editor.graph.nodes).map((node) => node.kind)).toEqual([
      'claim',
      'counterpoint',
      'claim',
    ])
  })

  it('takes braces that are no JSON for text', () => {
    const editor = new TestEditor().paste('{sic} they said')
    expect(Object.values(editor.texts)).toEqual(['{sic} they said'])
  })

  it('refuses what cannot be meant, with a way out', () => {
    const editor = new TestEditor()
    expect(editor.paste(' \n ').refusal).toContain('copy statements or lines of text first')
    expect(editor.paste('{"name":"package"}').refusal).toContain('format')
    expect(editor.paste(writeGraph(graph``)).refusal).toContain('copy a selection first')
    expect(editor.paste('x\n'.repeat(maxPastedLines + 1)).refusal).toContain('paste it in parts')
    expect(editor.paste('x'.repeat(100_001)).refusal).toContain('break it into several')
    const damaged = writeGraph(graph`c1 supports c0`).replace('"to": "c0"', '"to": "c9"')
    expect(editor.paste(damaged).refusal).toContain('relations.r1.to')
    expect(editor.state.past).toEqual([])
  })
})

describe('importing a document', () => {
  it('is one step, under its own name', () => {
    const editor = new TestEditor(graph`c9`).select('c9')
    editor.dispatch(importInto(editor.context, { ...cited, title: 'Roads' }))
    expect(editor.state.past.map((step) => step.label)).toEqual(['Import “Roads”'])
    expect(structureOf(editor.graph).roots).toHaveLength(2)
    editor.run('edit.undo')
    expect(Object.keys(editor.graph.nodes)).toEqual(['c9'])
  })
})

describe('duplicating', () => {
  it('puts the copy beside its original, bearing on the same', () => {
    const editor = new TestEditor(graph`c1 supports c0; c2 supports c0; c3 supports c1`)
      .select('c1')
      .press('$mod+d')
    expect(editor.sentences).toEqual(['c1 supports c0', 'c2 supports c0', 'c3 supports c1', 'c1 supports c0'])
    const below = structureOf(editor.graph)
      .into.get('c0')
      ?.map((id) => editor.graph.relations[id]?.from[0])
    expect(below).toEqual(['c1', editor.selection[0], 'c2'])
    expect(editor.state.past.map((step) => step.label)).toEqual(['Duplicate claim'])
  })

  it('takes the branch along when asked', () => {
    const editor = new TestEditor(graph`c1 supports c0; c3 supports c1; k1 attacks r2`)
      .select('c1')
      .press('Shift+d')
    expect(Object.keys(editor.graph.nodes)).toHaveLength(7)
    expect(Object.keys(editor.graph.relations)).toHaveLength(6)
  })

  it('of one linked premise is another premise of the same step', () => {
    const editor = new TestEditor(graph`a1, a2 support c0`).select('a1').press('$mod+d')
    expect(editor.sentences).toEqual(['a1 + a2 + a1 supports c0'])
  })

  it('of all linked premises is another step', () => {
    const editor = new TestEditor(graph`a1, a2 support c0`).select('a1', 'a2').press('$mod+d')
    expect(editor.sentences).toEqual(['a1 + a2 supports c0', 'a1 + a2 supports c0'])
  })

  it('of a root is a root', () => {
    const editor = new TestEditor(graph`c1 supports c0`).select('c0').press('$mod+d')
    expect(structureOf(editor.graph).roots).toEqual(['c0', editor.selection[0]])
  })
})
