/** The decision criteria as a second checklist for a recommendation, closed until it is wanted. */
import type { NodeId } from '../../../model/graph.ts'
import { nodeAt } from '../../../model/graph.ts'
import { capitalise, quoteElement } from '../../../model/naming.ts'
import { answerCriterion, raiseCriterion, reopenCriterion } from '../../../editor/edits/questions.ts'
import { criteriaOf } from '../../../reasoning/critical-questions.ts'
import { useApp, useApplication } from '../../app-state.ts'
import { Disclosure } from '../review/Disclosure.tsx'
import { Checklist, ChecklistProgress } from './Checklist.tsx'
import type { ChecklistEntry } from './checklist-entry.ts'
import { found, pickableFor } from './Questions.tsx'

export function Criteria({ id }: { readonly id: NodeId }) {
  const application = useApplication()
  const graph = useApp((state) => state.editor.graph)
  if (!nodeAt(graph, id)) return null
  const entries = criteriaOf(graph, id).map((asked): ChecklistEntry => ({
    ...found(asked),
    id: asked.name,
    label: capitalise(asked.label),
    question: asked.question,
    hint: asked.hint,
    targets: [
      {
        words: `against the recommendation ${quoteElement(graph, id, 60)}`,
        raise: (context) => raiseCriterion(context, id, asked.name),
      },
    ],
    pickable: () => pickableFor(application.context().state.graph, id),
    answer: (context, given) => answerCriterion(context, id, asked.name, given),
    reopen: (context) => reopenCriterion(context, id, asked.name),
  }))
  const considered = entries.filter(({ state }) => state !== 'open').length
  return (
    <section className="questions" aria-label="Decision criteria">
      <Disclosure
        heading
        title={
          <span className="criteria-title">
            <span>Decision criteria</span>
            <span className="count">
              {considered} of {entries.length} considered
            </span>
          </span>
        }
      >
        <p className="fact">
          What a decision should look at before it is taken (GRADE Evidence to Decision). Each is either fine
          or speaks against the recommendation.
        </p>
        <ChecklistProgress entries={entries} />
        <Checklist name="Decision criteria" entries={entries} />
      </Disclosure>
    </section>
  )
}
