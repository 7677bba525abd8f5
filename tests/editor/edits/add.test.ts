import { describe, expect, it } from 'vitest'
import { relationsInto, structureOf } from '../../../src/model/structure.ts'
import { graph, withNodes } from '../../support/graph-builder.ts'
import { TestEditor } from '../../support/test-editor.ts'

const added = (editor: TestEditor) => {
  const id = editor.entry?.node ?? ''
  return { id, node: editor.graph.nodes[id], relation: Object.values(editor.graph.relations).at(-1) }
}

describe('adding support', () => {
  it.each([
    ['p1', 'claim', 'supports'],
    ['c1', 'claim', 'supports'],
    ['e1', 'claim', 'supports'],
    ['k1', 'claim', 'supports'],
    ['a1', 'claim', 'supports'],
    ['i1', 'recommendation', 'addresses'],
  ])('to %s gives a %s that %s it', (target, kind, relation) => {
    const editor = new TestEditor(graph`p1; c1; e1; k1; a1; i1`).select(target).press('Tab')
    const { id, node, relation: made } = added(editor)
    expect(node?.kind).toBe(kind)
    expect(made).toMatchObject({ kind: relation, from: [id], to: target })
    expect(editor.selection).toEqual([id])
    expect(editor.entry).toEqual({ node: id, fresh: true })
  })

  it('to a relation backs the inference', () => {
    const editor = new TestEditor(graph`c1 supports c2`).select('r1').press('Tab')
    expect(added(editor).relation).toMatchObject({ kind: 'supports', to: 'r1' })
  })

  it('comes after the reasons that are there', () => {
    const editor = new TestEditor(graph`c1 supports c0; c2 supports c0`).select('c0').press('Tab').type('new')
    expect(editor.sentences).toHaveLength(3)
    expect(relationsInto(editor.graph, 'c0').at(-1)).toBe(Object.keys(editor.graph.relations).at(-1))
  })

  it('expands the branch it goes into', () => {
    const base = graph`c1 supports c0`
    const editor = new TestEditor({ ...base, layout: { collapsed: ['c0'] } }).select('c0').press('Tab')
    expect(editor.graph.layout).toBeUndefined()
  })

  it('puts the new statement into the section of what it is about', () => {
    const base = { ...graph`c1 supports c0`, sections: { s1: { title: 'One' } } }
    const editor = new TestEditor(withNodes(base, { c0: { section: 's1' } })).select('r1').press('Tab')
    expect(added(editor).node?.section).toBe('s1')
  })

  it('to a note is refused with a way out', () => {
    const editor = new TestEditor(graph`n1`).select('n1').press('Tab')
    expect(editor.refusal).toContain('turn it into a claim first')
    expect(editor.state.past).toEqual([])
  })

  it('is refused where nothing is selected', () => {
    expect(new TestEditor(graph`c1`).press('Tab').refusal).toContain('Select a statement first')
    expect(new TestEditor().press('Tab').refusal).toContain('press Enter to add the first statement')
  })
})

describe('adding a counterpoint', () => {
  it('attacks the statement', () => {
    const editor = new TestEditor(graph`c1`).select('c1').press('c')
    expect(added(editor).node?.kind).toBe('counterpoint')
    expect(added(editor).relation).toMatchObject({ kind: 'attacks', to: 'c1' })
  })

  it('undercuts the inference when a relation is selected', () => {
    const editor = new TestEditor(graph`c1 supports c2`).select('r1').press('c').type('Not so')
    expect(editor.sentences.at(-1)).toBe('Not so attacks r1')
  })

  it('to an issue is refused with a way out', () => {
    expect(new TestEditor(graph`i1`).select('i1').press('c').refusal).toMatch(/issue.*(turn|let)/)
  })

  it('against what is not evaluated is refused with a way out', () => {
    const editor = new TestEditor(graph`p1 addresses i1`).select('r1').press('c')
    expect(editor.refusal).toContain('choose the statement at one of its ends instead')
  })
})

describe('adding a sibling', () => {
  it('has the same kind and bearing, right after the selected one', () => {
    const editor = new TestEditor(graph`k1 attacks c0; e2 supports c0; e3 supports c0`)
      .select('k1')
      .press('Enter')
    const { id, node, relation } = added(editor)
    expect(node?.kind).toBe('counterpoint')
    expect(relation).toMatchObject({ kind: 'attacks', from: [id], to: 'c0' })
    const order = relationsInto(editor.graph, 'c0').map((each) => editor.graph.relations[each]?.from[0])
    expect(order).toEqual(['k1', id, 'e2', 'e3'])
  })

  it('of a root is another root of its kind, right after it', () => {
    const editor = new TestEditor(graph`p1; p2; i3`).select('p1').press('Enter')
    const { id, node } = added(editor)
    expect(node?.kind).toBe('recommendation')
    expect(structureOf(editor.graph).roots).toEqual(['p1', id, 'p2', 'i3'])
  })

  it('of a linked premise is an independent reason', () => {
    const editor = new TestEditor(graph`a1, a2 support c0`).select('a2').press('Enter').type('Also')
    expect(editor.sentences).toEqual(['a1 + a2 supports c0', 'Also supports c0'])
  })

  it('of a relation is another relation of its kind', () => {
    const editor = new TestEditor(graph`k1 attacks c0`).select('r1').press('Enter').type('Too')
    expect(editor.sentences.at(-1)).toBe('Too attacks c0')
  })

  it('of nothing is the first statement, a claim', () => {
    const editor = new TestEditor().press('Enter')
    expect(added(editor).node?.kind).toBe('claim')
    expect(structureOf(editor.graph).roots).toEqual([added(editor).id])
  })
})

describe('adding a linked premise', () => {
  it('adds an assumption to the selected step', () => {
    const editor = new TestEditor(graph`c1 supports c0`).select('r1').press('a').type('Hidden')
    expect(editor.sentences).toEqual(['c1 + Hidden supports c0'])
    expect(added(editor).node?.kind).toBe('assumption')
    expect(editor.state.past).toHaveLength(1)
  })

  it('adds to the step of a selected statement to its conclusion', () => {
    const editor = new TestEditor(graph`c1 supports c0`).select('c1').press('a').type('Hidden')
    expect(editor.sentences).toEqual(['c1 + Hidden supports c0'])
  })

  it('disappears with its place in the step when cancelled', () => {
    const editor = new TestEditor(graph`c1 supports c0`).select('r1').press('a').press('Escape')
    expect(editor.sentences).toEqual(['c1 supports c0'])
  })

  it('is refused where premises cannot be linked, and where there is no step', () => {
    const editor = new TestEditor(graph`p1 addresses i1; c9`)
    expect(editor.select('r1').press('a').refusal).toBeDefined()
    expect(editor.select('c9').press('a').refusal).toContain('press L to connect it')
    expect(editor.select().press('a').refusal).toContain('Select a relation first')
  })
})

describe('adding unconnected statements', () => {
  it('gives any kind, after all others', () => {
    const editor = new TestEditor(graph`c1`).run('add.root.issue').type('What now?')
    expect(added(editor).node).toMatchObject({ kind: 'issue', text: 'What now?' })
    expect(structureOf(editor.graph).roots.at(-1)).toBe(added(editor).id)
    expect(editor.state.past.at(-1)?.label).toBe('Add issue')
  })
})
