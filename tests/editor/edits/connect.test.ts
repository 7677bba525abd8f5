import { describe, expect, it } from 'vitest'
import {
  addPremise,
  changeTarget,
  connect,
  reconnect,
  removePremise,
} from '../../../src/editor/edits/connect.ts'
import { relationsInto } from '../../../src/model/structure.ts'
import { graph } from '../../support/graph-builder.ts'
import { TestEditor } from '../../support/test-editor.ts'

describe('connect', () => {
  it.each([
    ['supports', 'c1', 'c2'],
    ['attacks', 'k1', 'r1'],
    ['addresses', 'p1', 'i1'],
    ['restates', 'c1', 'c3'],
  ] as const)('makes a relation that %s, from %s to %s', (kind, from, to) => {
    const editor = new TestEditor(graph`c3 supports c2; c1; k1; p1; i1`)
    editor.dispatch(connect(editor.context, { kind, from: [from], to }))
    expect(editor.refusal).toBeUndefined()
    expect(editor.sentences.at(-1)).toBe(`${from} ${kind} ${to}`)
    expect(editor.state.past).toHaveLength(1)
  })

  it('connects several statements as independent reasons, in their order, in one step', () => {
    const editor = new TestEditor(graph`c1; c2; c3; c4 supports c0`)
    editor.dispatch(connect(editor.context, { kind: 'attacks', from: ['c2', 'c1'], to: 'c0' }))
    const into = relationsInto(editor.graph, 'c0').map((id) => editor.graph.relations[id]?.from)
    expect(into).toEqual([['c4'], ['c2'], ['c1']])
    expect(editor.state.past.map((step) => step.label)).toEqual(['Connect 2 statements: attacks'])
  })

  it('refuses what the kinds do not allow, repetitions and relations as premises', () => {
    const editor = new TestEditor(graph`c1 supports c2; i1`)
    const refuse = (from: readonly string[], to: string) => {
      editor.dispatch(connect(editor.context, { kind: 'supports', from, to }))
      return editor.refusal
    }
    expect(refuse(['c1'], 'i1')).toContain('issue')
    expect(refuse(['c1'], 'c2')).toContain('already supports')
    expect(refuse(['c1'], 'c1')).toContain('itself')
    expect(refuse(['r1'], 'c1')).toContain('select the statement it starts from')
    expect(refuse([], 'c1')).toContain('Select the statement to connect first')
    expect(editor.state.past).toEqual([])
  })

  it('the connect commands ask the surroundings for the other end', () => {
    const editor = new TestEditor(graph`p1 addresses i1; c1 supports p1`).select('p1').press('l', 'Shift+l')
    editor.run('relation.connect-address').run('relation.connect-restate')
    editor.select('r2').press('t').run('relation.add-premise')
    expect(editor.asked).toEqual([
      'connectTo support',
      'connectTo attack',
      'connectTo address',
      'connectTo restate',
      'connectTo change-target',
      'connectTo add-premise',
    ])
  })

  it('the connect commands refuse at once what no other end could make right', () => {
    const editor = new TestEditor(graph`c1; n1`)
    expect(editor.select('c1').run('relation.connect-address').refusal).toContain(
      'select a recommendation instead',
    )
    expect(editor.select('n1').press('l').refusal).toContain('note')
    expect(editor.select('c1').press('t').refusal).toContain('press L to connect it')
    expect(editor.asked).toEqual([])
  })
})

describe('changing ends', () => {
  it('moves a relation to another target, after the reasons there', () => {
    const editor = new TestEditor(graph`c1 supports c0; c2 supports c9`)
    editor.dispatch(changeTarget(editor.context, 'r1', 'c9'))
    expect(relationsInto(editor.graph, 'c9')).toEqual(['r2', 'r1'])
    expect(relationsInto(editor.graph, 'c0')).toEqual([])
  })

  it('can make an objection undercut an inference', () => {
    const editor = new TestEditor(graph`c1 supports c0; k1 attacks c0`)
    editor.dispatch(changeTarget(editor.context, 'r2', 'r1'))
    expect(editor.sentences).toEqual(['c1 supports c0', 'k1 attacks r1'])
  })

  it('refuses a target that would make relations point at each other in a circle', () => {
    const editor = new TestEditor(graph`c1 supports c0; k1 attacks r1`)
    editor.dispatch(changeTarget(editor.context, 'r1', 'r2'))
    expect(editor.refusal).toContain('circle')
  })

  it('replaces one premise by another statement', () => {
    const editor = new TestEditor(graph`a1, a2 support c0; c3`)
    editor.dispatch(reconnect(editor.context, 'r1', { premise: 'a1', by: 'c3' }))
    expect(editor.sentences).toEqual(['c3 + a2 supports c0'])
  })

  it('moves the target end as well', () => {
    const editor = new TestEditor(graph`c1 supports c0; c3`)
    editor.dispatch(reconnect(editor.context, 'r1', { target: 'c3' }))
    expect(editor.sentences).toEqual(['c1 supports c3'])
  })

  it('does nothing when an end is put back where it was', () => {
    const editor = new TestEditor(graph`c1 supports c0`)
    editor.dispatch(reconnect(editor.context, 'r1', { target: 'c0' }))
    editor.dispatch(reconnect(editor.context, 'r1', { premise: 'c1', by: 'c1' }))
    expect(editor.state.past).toEqual([])
    expect(editor.refusal).toBeUndefined()
  })

  it('refuses to move the start of a line where premises join, and illegal ends', () => {
    const editor = new TestEditor(graph`a1, a2 support c0; i1`)
    editor.dispatch(reconnect(editor.context, 'r1', { premise: 'r1', by: 'c0' }))
    expect(editor.refusal).toContain('drag the line of one premise')
    editor.dispatch(reconnect(editor.context, 'r1', { premise: 'a1', by: 'a2' }))
    expect(editor.refusal).toContain('already a premise')
    editor.dispatch(reconnect(editor.context, 'r1', { premise: 'a1', by: 'i1' }))
    expect(editor.refusal).toContain('issue')
    editor.dispatch(changeTarget(editor.context, 'gone', 'c0'))
    expect(editor.refusal).toContain('no longer there')
  })
})

describe('linked premises', () => {
  it('an existing statement can be added and taken out', () => {
    const editor = new TestEditor(graph`c1 supports c0; c2`)
    editor.dispatch(addPremise(editor.context, 'r1', 'c2'))
    expect(editor.sentences).toEqual(['c1 + c2 supports c0'])
    editor.dispatch(removePremise(editor.context, 'r1', 'c1'))
    expect(editor.sentences).toEqual(['c2 supports c0'])
  })

  it('the conclusion, a premise twice and the only premise are refused', () => {
    const editor = new TestEditor(graph`c1 supports c0`)
    editor.dispatch(addPremise(editor.context, 'r1', 'c0'))
    expect(editor.refusal).toContain('itself')
    editor.dispatch(addPremise(editor.context, 'r1', 'c1'))
    expect(editor.refusal).toContain('already a premise')
    editor.dispatch(removePremise(editor.context, 'r1', 'c1'))
    expect(editor.refusal).toContain('delete the relation instead')
  })
})
