/**
 * The critical questions of a relation or a recommendation, in the inspector: its scheme, the premises that are
 * missing, and the checklist. Which questions there are and what is known about them comes from the reasoning.
 */
import { useMemo, useRef } from 'react'
import { nodeAt, relationAt, type ArgumentGraph, type ElementId } from '../../../model/graph.ts'
import { nodeKinds } from '../../../model/kinds.ts'
import { answerQuestion, raiseQuestion, reopenQuestion } from '../../../editor/edits/questions.ts'
import { objectionTargets } from '../../../editor/objection-targets.ts'
import {
  questionsOf,
  schemeAt,
  type AskedQuestion,
  type Found,
} from '../../../reasoning/critical-questions.ts'
import { useApp, useApplication } from '../../app-state.ts'
import { useFieldFocus } from '../Field.tsx'
import { Checklist, ChecklistProgress } from './Checklist.tsx'
import type { ChecklistEntry } from './checklist-entry.ts'
import { SchemeField, SchemePremises } from './SchemeField.tsx'

export function Questions({ id }: { readonly id: ElementId }) {
  const application = useApplication()
  const graph = useApp((state) => state.editor.graph)
  const section = useRef<HTMLElement>(null)
  const start = useMemo(
    () => ({
      get current() {
        return (
          section.current?.querySelector<HTMLElement>('[data-fine]') ??
          section.current?.querySelector<HTMLElement>('select') ??
          null
        )
      },
    }),
    [],
  )
  useFieldFocus(start, 'questions')
  const relation = relationAt(graph, id)
  const record = relation ?? nodeAt(graph, id)
  const scheme = schemeAt(graph, id)
  const asked = questionsOf(graph, id)
  const entries = asked.map((each) =>
    entryOf(graph, each, () => pickableFor(application.context().state.graph, id)),
  )
  return (
    <section ref={section} className="side-body-group questions" aria-label="Critical questions">
      <h3>Critical questions</h3>
      <SchemeField id={id} scheme={record?.scheme} answers={Object.keys(record?.questions ?? {}).length} />
      {relation && scheme && <SchemePremises id={id} scheme={scheme} />}
      {entries.length > 0 && (
        <>
          <ChecklistProgress entries={entries} words={answeredWords(entries)} />
          <Checklist name="Critical questions" entries={entries} />
        </>
      )}
    </section>
  )
}

function entryOf(
  graph: ArgumentGraph,
  asked: AskedQuestion,
  pickable: ChecklistEntry['pickable'],
): ChecklistEntry {
  const { on, id, question, burden } = asked
  return {
    ...found(asked),
    id,
    question,
    hint: burden === 'asked' ? 'Whoever argues like this owes an answer.' : undefined,
    targets: objectionTargets(graph, asked).map(({ effect, words }) => ({
      words,
      raise: (context) => raiseQuestion(context, on, id, { effect }),
    })),
    pickable,
    answer: (context, given) => answerQuestion(context, on, id, given),
    reopen: (context) => reopenQuestion(context, on, id),
  }
}

/** "3 of 6 answered", and how many a counterpoint raises. */
function answeredWords(entries: readonly Found[]): string {
  const answered = entries.filter(({ state }) => state === 'answered').length
  const raised = entries.filter(({ state }) => state === 'raised').length
  return `${answered} of ${entries.length} answered${raised === 0 ? '' : `, ${raised} raised`}`
}

/** Only what became of a question, without what else is known of it. */
export function found(each: Found): Found {
  switch (each.state) {
    case 'open':
      return { state: 'open' }
    case 'answered':
    case 'raised': {
      const { state, by, text } = each
      const rest = text === undefined ? {} : { text }
      return state === 'raised'
        ? { state, by, ...rest }
        : { state, ...(by === undefined ? {} : { by }), ...rest }
    }
  }
}

/** The statements that can answer a question about an element: all that are argued, but not itself. */
export function pickableFor(graph: ArgumentGraph, id: ElementId): string[] {
  return Object.keys(graph.nodes).filter((each) => {
    const node = nodeAt(graph, each)
    return node !== undefined && each !== id && nodeKinds[node.kind].evaluated
  })
}
