import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createState } from '../../src/editor/state.ts'
import { writeGraph } from '../../src/formats/json/write.ts'
import { graph } from '../support/graph-builder.ts'
import { editorOf, noticesOf } from './desk.ts'
import { fakeGlobals, startApplication } from './fake-browser.ts'

beforeEach(() => {
  vi.stubGlobal('requestAnimationFrame', fakeGlobals.requestAnimationFrame)
})
afterEach(() => {
  vi.unstubAllGlobals()
})

const base = graph`e1 supports c1; c1 supports p1; k1 attacks c1`

async function evaluated() {
  const started = startApplication()
  started.application.set({ editor: createState(base) })
  await started.browser.clock.advance(100)
  return started
}

const standingOf = (application: Awaited<ReturnType<typeof evaluated>>['application'], id: string) =>
  application.store.getState().analysis?.evaluation.of(id)?.standing

describe('the analysis', () => {
  it('begins once the map is shown, not before', async () => {
    const { application, browser } = startApplication()
    browser.layouts.held = true
    application.set({ editor: createState(base) })
    await browser.clock.advance(1000)
    expect(browser.analyses.asked).toEqual([])
    browser.layouts.answer()
    await browser.clock.advance(100)
    expect(browser.analyses.asked).toEqual([base])
    expect(standingOf(application, 'c1')).toBe('falls')
  })

  it('follows every edit, and keeps the answer before until the next has come', async () => {
    const { application, browser } = await evaluated()
    browser.analyses.held = true
    application.dispatch({ label: 'Edit', change: (draft) => void delete draft.relations['r3'] })
    expect(browser.analyses.asked.at(-1)).toBe(editorOf(application).graph)
    expect(standingOf(application, 'c1')).toBe('falls')
    browser.analyses.answer()
    expect(standingOf(application, 'c1')).toBe('holds')
  })

  it('asks nothing when only the selection changes', async () => {
    const { application, browser } = await evaluated()
    application.select(['c1'])
    expect(browser.analyses.asked).toHaveLength(1)
  })

  it('asks nothing when statements are moved or the title is changed, and is of the document as it is', async () => {
    const { application, browser } = await evaluated()
    const analysis = () => application.store.getState().analysis
    application.dispatch({ label: 'Title', change: (draft) => void (draft.title = 'Other') })
    expect(analysis()?.graph).toBe(editorOf(application).graph)
    browser.analyses.held = true
    application.type('c1', 'Other words.')
    application.dispatch({ label: 'Turn', change: (draft) => void (draft.layout = { direction: 'up' }) })
    expect(browser.analyses.asked).toHaveLength(2)
    expect(analysis()?.graph).not.toBe(editorOf(application).graph)
    browser.analyses.answer()
    expect(analysis()?.graph).toBe(editorOf(application).graph)
    application.dispatch({
      label: 'Mute',
      change: (draft) => void (draft.muted = { orphan: { everywhere: true } }),
    })
    expect(browser.analyses.asked).toHaveLength(3)
  })

  it('shows nothing of the document before when another one is opened', async () => {
    const { application, browser } = await evaluated()
    browser.analyses.held = true
    application.documents.openText(writeGraph(graph`e1 supports c1`), 'Pasted document')
    expect(application.store.getState().analysis).toBeUndefined()
    browser.analyses.answer()
    expect(standingOf(application, 'c1')).toBe('holds')
  })

  it('tells when it fails, and goes on with the next edit', async () => {
    const { application, browser } = await evaluated()
    browser.analyses.fail('too much of it.')
    expect(noticesOf(application)).toContain('The argument could not be evaluated: too much of it.')
  })
})

describe('a what-if session', () => {
  it('shows what follows and leaves the document alone', async () => {
    const { application } = await evaluated()
    application.select(['k1'])
    application.run('evaluate.doubt')
    const { supposed, supposition } = application.store.getState()
    expect(supposition).toEqual({ doubted: ['k1'], ratings: {} })
    expect(supposed?.of('c1')?.standing).toBe('holds')
    expect(standingOf(application, 'c1')).toBe('falls')
    expect(editorOf(application).graph).toBe(base)
    expect(editorOf(application).past).toEqual([])
  })

  it('ends when what is doubted is trusted again, discarded, or another document opened', async () => {
    for (const end of ['evaluate.doubt', 'evaluate.what-if.discard', 'open'] as const) {
      const { application } = await evaluated()
      application.select(['k1'])
      application.run('evaluate.doubt')
      if (end === 'open') application.documents.openText(writeGraph(base), 'Pasted document')
      else application.run(end)
      expect(application.store.getState()).toMatchObject({ supposition: undefined, supposed: undefined })
    }
  })

  it('supposes other ratings of what is rated, and takes them back', async () => {
    const { application } = await evaluated()
    const supposed = () => application.store.getState().supposition?.ratings
    application.select(['e1', 'c1'])
    application.run('evaluate.suppose.high')
    expect(supposed()).toEqual({ e1: 'high' })
    expect(application.store.getState().supposed?.of('c1')?.support).toBeCloseTo(0.8)
    application.run('evaluate.suppose.unrated')
    expect(supposed()).toBeUndefined()
    for (const [id, reason] of [
      ['e1', 'That is its rating already: suppose another one.'],
      ['c1', 'This carries no rating: select evidence, an assumption or a counterpoint instead.'],
      ['r1', 'Only relations are selected: select a statement, with an arrow key or a click.'],
    ] as const) {
      application.select([id])
      application.run('evaluate.suppose.unrated')
      expect(noticesOf(application).at(-1)).toBe(reason)
    }
    expect(editorOf(application).graph).toBe(base)
  })

  it('becomes one step of the document when it is applied', async () => {
    const { application } = await evaluated()
    application.select(['k1'])
    application.run('evaluate.doubt')
    application.services.suppose({ doubted: ['k1'], ratings: { e1: 'high' } })
    application.run('evaluate.what-if.apply')
    expect(editorOf(application).past.map(({ label }) => label)).toEqual([
      'Apply what-if: remove 1 statement, change 1 rating',
    ])
    expect(application.store.getState().supposition).toBeUndefined()
    expect(editorOf(application).graph.nodes).toEqual({
      ...base.nodes,
      k1: undefined,
      e1: { ...base.nodes['e1'], rating: 'high' },
    })
  })

  it('goes on through edits without what they remove', async () => {
    const { application, browser } = await evaluated()
    application.services.suppose({ doubted: ['k1', 'r2'], ratings: { e1: 'low' } })
    application.dispatch({ label: 'Edit', change: (draft) => void delete draft.relations['r2'] })
    expect(application.store.getState().supposition).toEqual({ doubted: ['k1'], ratings: { e1: 'low' } })
    application.select(['k1', 'e1'])
    browser.analyses.held = true
    application.run('edit.delete')
    expect(application.store.getState()).toMatchObject({ supposition: undefined, supposed: undefined })
  })
})

describe('the review panel', () => {
  it('takes the place of the inspector where there is no room for both', () => {
    const { application } = startApplication({ hasRoomForTwo: false })
    application.run('evaluate.verdicts')
    expect(application.store.getState()).toMatchObject({ review: 'verdicts', inspector: false })
    application.run('evaluate.problems')
    expect(application.store.getState().review).toBe('problems')
    application.run('view.inspector')
    expect(application.store.getState()).toMatchObject({ review: undefined, inspector: true })
  })
})
