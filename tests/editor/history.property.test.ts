/** Criterion 15 of the design: whatever is done in whatever order, documents stay valid and undo is exact. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ArgumentGraph } from '../../src/model/graph.ts'
import { commands } from '../../src/editor/commands.ts'
import type { CommandContext } from '../../src/editor/command.ts'
import { addSection, moveSection, removeSection, setTitle } from '../../src/editor/edits/document.ts'
import {
  addExcerpt,
  changeExcerpt,
  removeExcerpt,
  setNote,
  setSection,
  setTags,
} from '../../src/editor/edits/node.ts'
import { setRatingScore } from '../../src/editor/edits/evaluation-settings.ts'
import { mute, unmute } from '../../src/editor/edits/muting.ts'
import {
  answerQuestion,
  raiseCriterion,
  raiseQuestion,
  reopenQuestion,
} from '../../src/editor/edits/questions.ts'
import { addMissingPremises, setRole, setScheme } from '../../src/editor/edits/scheme.ts'
import { applySuppositions } from '../../src/editor/edits/what-if.ts'
import { setWarrant } from '../../src/editor/edits/relation.ts'
import { addSource, removeSource, sourceIdFor } from '../../src/editor/edits/sources.ts'
import { addPremise, changeTarget, connect, reconnect } from '../../src/editor/edits/connect.ts'
import { importInto } from '../../src/editor/edits/paste.ts'
import { historyDepth, type Transaction } from '../../src/editor/state.ts'
import type { Refusal } from '../../src/model/refusal.ts'
import { relationKindNames } from '../../src/model/kinds.ts'
import { writeGraph } from '../../src/formats/json/write.ts'
import { validate } from '../../src/model/validate.ts'
import { arbitraryGraph } from '../support/arbitrary-graph.ts'
import { TestEditor } from '../support/test-editor.ts'

type Action =
  | { readonly does: 'run'; readonly id: string }
  | { readonly does: 'select'; readonly picks: readonly number[] }
  | { readonly does: 'add'; readonly id: string; readonly text: string }
  | { readonly does: 'detail'; readonly how: number; readonly on: number }
  | { readonly does: 'paste'; readonly text: string }
  | { readonly does: 'join'; readonly how: number; readonly from: number; readonly to: number }
  | { readonly does: 'import' }

/** What the inspector changes, each on some element. */
const details: readonly ((context: CommandContext, id: string) => Transaction | Refusal)[] = [
  (context, id) => setNote(context, id, 'A note'),
  (context, id) => setNote(context, id, ''),
  (context, id) => setTags(context, id, ['one', ' two ', '']),
  (context, id) => setWarrant(context, id, 'Because'),
  (context, id) => addSection(context, 'Part', [id]),
  (context, id) => setSection(context, Object.keys(context.state.graph.sections).at(-1), [id]),
  (context) => moveSection(context, Object.keys(context.state.graph.sections)[0] ?? '', 1),
  (context) => removeSection(context, Object.keys(context.state.graph.sections)[0] ?? ''),
  (context) =>
    addSource(context, sourceIdFor(context.state.graph, 'New one'), { type: 'book', title: 'New' }),
  (context) => removeSource(context, Object.keys(context.state.graph.sources)[0] ?? ''),
  (context, id) =>
    addExcerpt(context, id, { source: Object.keys(context.state.graph.sources)[0] ?? '', locator: '3' }),
  (context, id) => changeExcerpt(context, id, 0, { locator: '' }),
  (context, id) => removeExcerpt(context, id, 0),
  () => setTitle('Another title'),
  (context, id) => setScheme(context, 'example', [id]),
  (context, id) => setScheme(context, undefined, [id]),
  (context, id) => addMissingPremises(context, id),
  (context, id) => setRole(context, id, 'case', context.state.graph.relations[id]?.from[0]),
  (context, id) => raiseQuestion(context, id, 'true', { text: 'Is it?' }),
  (context, id) =>
    answerQuestion(context, id, 'typical', {
      answer: 'fine',
      by: Object.keys(context.state.graph.nodes)[0] ?? '',
    }),
  (context, id) => reopenQuestion(context, id, 'true'),
  (context, id) => raiseCriterion(context, id, 'equity'),
  (context, id) => mute(context, 'orphan', [id]),
  (context, id) => unmute(context, 'orphan', [id]),
  (context) => setRatingScore(context, 'low', 0.3),
  (context, id) => applySuppositions(context, { doubted: [id], ratings: {} }),
]

const ids = commands.map((command) => command.id)
const pick = fc.nat({ max: 10_000 })
const action: fc.Arbitrary<Action> = fc.oneof(
  { weight: 12, arbitrary: fc.record({ does: fc.constant('run'), id: fc.constantFrom(...ids) }) },
  // What builds up the map comes more often than one in a hundred, or nothing would grow.
  {
    weight: 8,
    arbitrary: fc.record({
      does: fc.constant('add'),
      id: fc.constantFrom(
        'add.child',
        'add.sibling',
        'add.counterpoint',
        'add.premise',
        'typing.child',
        'typing.sibling',
        'typing.counterpoint',
        'node.edit',
      ),
      text: fc.string({ maxLength: 3 }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      does: fc.constant('run'),
      id: fc.constantFrom('relation.merge', 'relation.split', 'edit.delete-keep-children', 'go.step'),
    }),
  },
  { weight: 7, arbitrary: fc.record({ does: fc.constant('detail'), how: pick, on: pick }) },
  {
    weight: 3,
    arbitrary: fc.record({ does: fc.constant('run'), id: fc.constantFrom('edit.undo', 'edit.redo') }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      does: fc.constant('select'),
      picks: fc.array(pick, { minLength: 1, maxLength: 4 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      does: fc.constant('paste'),
      text: fc.constantFrom('A\n  + B\n  & C\n  - D', '- one\n- two', 'Con: no', '{"format":"other"}'),
    }),
  },
  { weight: 4, arbitrary: fc.record({ does: fc.constant('join'), how: pick, from: pick, to: pick }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('import') }) },
)

function perform(editor: TestEditor, act: Action, imported: ArgumentGraph): void {
  const { graph } = editor
  const elements = [...Object.keys(graph.nodes), ...Object.keys(graph.relations)]
  const element = (number: number): string => elements[number % Math.max(1, elements.length)] ?? ''
  switch (act.does) {
    case 'run':
      editor.run(act.id)
      return
    case 'select':
      editor.select(...act.picks.map(element))
      return
    case 'add':
      editor.run(act.id)
      if (editor.entry) editor.type(act.text)
      return
    case 'detail': {
      const change = details[act.how % details.length]
      if (change) editor.dispatch(change(editor.context, element(act.on)))
      return
    }
    case 'paste':
      editor.paste(act.text)
      return
    case 'join': {
      const [from, to] = [element(act.from), element(act.to)]
      const kind = relationKindNames[act.how % relationKindNames.length] ?? 'supports'
      const ways = [
        () => connect(editor.context, { kind, from: [from], to }),
        () => addPremise(editor.context, to, from),
        () => changeTarget(editor.context, from, to),
        () => reconnect(editor.context, to, { premise: graph.relations[to]?.from[0] ?? '', by: from }),
      ]
      const way = ways[act.how % ways.length]
      if (way) editor.dispatch(way())
      return
    }
    case 'import':
      // A small document once in a while; else the map outgrows what a test can look at.
      if (elements.length < 60) editor.dispatch(importInto(editor.context, imported))
  }
}

describe('any sequence of commands', () => {
  it('keeps the document valid, undoes to the first bytes and redoes to the last', async () => {
    let steps = 0
    await fc.assert(
      fc.asyncProperty(
        arbitraryGraph({ maxNodes: 12 }),
        arbitraryGraph({ maxNodes: 4 }),
        fc.array(action, { minLength: 50, maxLength: 50 }),
        async (start, imported, actions) => {
          const editor = new TestEditor(start)
          const first = writeGraph(start)
          for (const act of actions) {
            const before = editor.state
            perform(editor, act, imported)
            if (act.does === 'run' && act.id === 'edit.cut') await editor.settle()
            if (editor.graph !== before.graph) steps += 1
            const problems = editor.graph === before.graph ? [] : validate(editor.graph)
            expect(problems).toEqual([])
            expect(
              editor.selection.every((id) => id in editor.graph.nodes || id in editor.graph.relations),
            ).toBe(true)
            expect(editor.entry === null || editor.entry.node in editor.graph.nodes).toBe(true)
          }
          editor.dispatch({ label: 'Close', entry: null })
          const last = writeGraph(editor.graph)
          const undoable = editor.state.past.length
          expect(undoable).toBeLessThanOrEqual(historyDepth)
          for (let count = 0; count < undoable; count += 1) editor.run('edit.undo')
          expect(writeGraph(editor.graph)).toBe(first)
          expect(editor.state.past).toEqual([])
          for (let count = 0; count < undoable; count += 1) editor.run('edit.redo')
          expect(writeGraph(editor.graph)).toBe(last)
        },
      ),
      { numRuns: 1500 },
    )
    // The sequences must do something for the property to mean anything.
    expect(steps).toBeGreaterThan(15_000)
  }, 120_000)
})
