import { describe, expect, it } from 'vitest'
import { resetRatingScores, setRatingScore } from '../../../src/editor/edits/evaluation-settings.ts'
import { mute, unmute } from '../../../src/editor/edits/muting.ts'
import { ratingScoresOf } from '../../../src/reasoning/base-scores.ts'
import { graph } from '../../support/graph-builder.ts'
import { TestEditor } from '../../support/test-editor.ts'

describe('muting', () => {
  it('concerns places or the whole document, and leaves nothing behind', () => {
    const base = graph`c1; c2`
    const editor = new TestEditor(base)
    editor.dispatch(mute(editor.context, 'orphan', ['c1']))
    editor.dispatch(mute(editor.context, 'orphan', ['c2', 'c1']))
    expect(editor.graph.muted).toEqual({ orphan: { at: ['c1', 'c2'] } })
    editor.dispatch(unmute(editor.context, 'orphan', ['c1']))
    expect(editor.graph.muted).toEqual({ orphan: { at: ['c2'] } })
    editor.dispatch(unmute(editor.context, 'orphan', ['c2']))
    expect(editor.graph).toEqual(base)
    editor.dispatch(mute(editor.context, 'off-topic'))
    expect(editor.graph.muted).toEqual({ 'off-topic': { everywhere: true } })
    editor.dispatch(unmute(editor.context, 'off-topic'))
    expect(editor.graph).toEqual(base)
  })

  it('is refused where nothing is, and lifted at one place only where it is not muted everywhere', () => {
    const editor = new TestEditor(graph`c1`)
    editor.dispatch(mute(editor.context, 'orphan', ['c9']))
    expect(editor.refusal).toContain('choose another one')
    editor.dispatch(mute(editor.context, 'orphan'))
    editor.dispatch(unmute(editor.context, 'orphan', ['c1']))
    expect(editor.refusal).toContain('let it speak everywhere first')
  })

  it('forgets what is deleted', () => {
    const base = graph`e1 supports c1; c2`
    const muted = { orphan: { at: ['c2', 'r1'] }, 'off-topic': { at: ['c2'] } }
    const editor = new TestEditor({ ...base, muted }).select('c2').press('Delete')
    expect(editor.graph.muted).toEqual({ orphan: { at: ['r1'] } })
    editor.select('e1').press('Delete')
    expect(editor.graph).not.toHaveProperty('muted')
  })

  it('forgets relations that are merged into another', () => {
    const base = graph`e1 supports c1; e2 supports c1`
    const editor = new TestEditor({ ...base, muted: { orphan: { at: ['r2'] } } })
    editor.select('r1', 'r2').run('relation.merge')
    expect(editor.sentences).toEqual(['e1 + e2 supports c1'])
    expect(editor.graph).not.toHaveProperty('muted')
  })
})

describe('the number of a rating', () => {
  it('counts instead of the usual one, until it is taken out; dragging it is one step', () => {
    const base = graph`e1`
    const editor = new TestEditor(base)
    for (const score of [0.82, 0.85, 0.9]) editor.dispatch(setRatingScore(editor.context, 'high', score))
    editor.dispatch(setRatingScore(editor.context, 'unrated', 0.25))
    expect(ratingScoresOf(editor.graph)).toMatchObject({ high: 0.9, moderate: 0.6, unrated: 0.25 })
    expect(editor.state.past.map(({ label }) => label)).toEqual([
      'Count “high” as 82 out of 100',
      'Count “not rated” as 25 out of 100',
    ])
    editor.dispatch(setRatingScore(editor.context, 'high', undefined))
    editor.dispatch(setRatingScore(editor.context, 'unrated', 0.4))
    expect(editor.graph).toEqual(base)
  })

  it('lies between 1 and 99 out of 100', () => {
    const editor = new TestEditor(graph`e1`)
    for (const score of [0, 1, -1, Number.NaN, Infinity]) {
      editor.dispatch(setRatingScore(editor.context, 'high', score))
      expect(editor.refusal).toContain('from 1 to 99')
    }
    expect(editor.dispatch(setRatingScore(editor.context, 'high', 0.99))).toBe(true)
  })
  it('is the usual one for all of them again after a reset, in one step', () => {
    const base = graph`e1`
    const editor = new TestEditor(base)
    expect(editor.dispatch(resetRatingScores(editor.context))).toBe(false)
    expect(editor.refusal).toContain('change one of the numbers first')
    editor.dispatch(setRatingScore(editor.context, 'high', 0.9))
    editor.dispatch(setRatingScore(editor.context, 'low', 0.3))
    editor.dispatch(resetRatingScores(editor.context))
    expect(editor.graph).toEqual(base)
    expect(editor.state.past).toHaveLength(3)
  })
})
