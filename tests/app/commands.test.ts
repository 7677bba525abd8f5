import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { commands } from '../../src/editor/commands.ts'
import { createState } from '../../src/editor/state.ts'
import { emptyGraph, type ArgumentGraph } from '../../src/model/graph.ts'
import { validate } from '../../src/model/validate.ts'
import { openGraph } from '../support/read-graph.ts'
import { sampleGraph } from '../support/sample-graph.ts'
import { fakeCanvas, fakeGlobals, startApplication } from './fake-browser.ts'

const paper = openGraph(readFileSync('graphs/belt-and-road.json', 'utf8'))
const node = Object.keys(paper.nodes)[5] ?? ''
const relation = Object.keys(paper.relations)[5] ?? ''

const situations: readonly {
  readonly name: string
  readonly graph: ArgumentGraph
  readonly selection?: readonly string[]
  readonly typing?: boolean
}[] = [
  { name: 'an empty map', graph: emptyGraph() },
  { name: 'nothing selected', graph: paper },
  { name: 'a statement selected', graph: paper, selection: [node] },
  { name: 'a relation selected', graph: paper, selection: [relation] },
  { name: 'a statement being typed', graph: paper, selection: [node], typing: true },
  { name: 'everything selected', graph: sampleGraph(40), selection: Object.keys(sampleGraph(40).nodes) },
]

beforeEach(() => {
  vi.stubGlobal('requestAnimationFrame', fakeGlobals.requestAnimationFrame)
})
afterEach(() => {
  vi.unstubAllGlobals()
})

describe.each(situations)('with $name', ({ graph, selection = [], typing = false }) => {
  it.each(commands.map((command) => command.id))('%s runs and leaves a valid document', async (id) => {
    const { application, browser } = startApplication()
    application.mountCanvas(fakeCanvas().port)
    application.set({ editor: createState(graph) })
    application.select(selection)
    if (typing) application.run('node.edit')
    application.run(id)
    await browser.clock.advance(1000)
    const { editor, notices } = application.store.getState()
    expect(validate(editor.graph)).toEqual([])
    for (const { text } of notices) expect(text).toMatch(/^.+[.!?]$/)
    while (application.store.getState().editor.past.length > 0) application.undo()
    expect(application.store.getState().editor.graph).toEqual(graph)
  })
})
