/**
 * How sure a statement is, as a slider of five steps from "Not rated" to "High". What is dragged or stepped through in
 * one go is one step of undo, and everything that follows from it is worked out while it is dragged.
 */
import { useId } from 'react'
import type { NodeId } from '../../model/graph.ts'
import { nodeKinds, ratingNames, ratingScale, type NodeKind, type Rating } from '../../model/kinds.ts'
import { capitalise } from '../../model/naming.ts'
import { Refusal } from '../../model/refusal.ts'
import { isRated } from '../../reasoning/base-scores.ts'
import { setRating } from '../../editor/edits/node.ts'
import { useApplication } from '../app-state.ts'

interface CertaintyFieldProps {
  readonly id: NodeId
  readonly kind: NodeKind
  readonly rating: Rating | undefined
}

/** From "Not rated" upwards. */
const steps: readonly (Rating | undefined)[] = [undefined, ...ratingNames.toReversed()]

export function CertaintyField({ id, kind, rating }: CertaintyFieldProps) {
  const application = useApplication()
  const field = useId()
  const { label, hint } = ratingScale[rating ?? 'unrated']
  const change = (to: Rating | undefined) => {
    const outcome = setRating(application.context(), to, [id])
    // What is dragged past on the way to a rating is not worth a name.
    application.dispatch(
      outcome instanceof Refusal
        ? outcome
        : { ...outcome, label: 'Change certainty', mergeKey: `rating:${id}` },
    )
  }
  return (
    <div className="field certainty">
      <label htmlFor={field}>Certainty</label>
      <input
        id={field}
        type="range"
        className="certainty-range"
        min={0}
        max={steps.length - 1}
        step={1}
        value={steps.indexOf(rating)}
        aria-valuetext={capitalise(label)}
        aria-describedby={`${field}-hint`}
        onChange={(event) => change(steps[Number(event.target.value)])}
        onPointerUp={application.endBurst}
        onBlur={application.endBurst}
      />
      <div className="certainty-scale" aria-hidden="true">
        {steps.map((each) => (
          <span key={each ?? ''} data-now={each === rating || undefined}>
            {capitalise(ratingScale[each ?? 'unrated'].label)}
          </span>
        ))}
      </div>
      <span className="hint" id={`${field}-hint`}>
        {hint}
        {!isRated(kind) && ` A ${nodeKinds[kind].label} counts by its reasons, whatever its rating.`}
      </span>
    </div>
  )
}
