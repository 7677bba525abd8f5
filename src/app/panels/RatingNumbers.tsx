/** What each rating counts as, out of 100, for those who want to weigh it differently; closed until it is wanted. */
import { useId, useState } from 'react'
import { ratingScale, type RatingOrNone } from '../../model/kinds.ts'
import { capitalise } from '../../model/naming.ts'
import { Refusal } from '../../model/refusal.ts'
import {
  resetRatingScores,
  setRatingScore,
  ratingScoreRange,
} from '../../editor/edits/evaluation-settings.ts'
import { ratingScores, ratingScoresOf } from '../../reasoning/base-scores.ts'
import { useApp, useApplication } from '../app-state.ts'
import { Icon } from '../icons.tsx'
import { Disclosure } from './review/Disclosure.tsx'

const names = Object.keys(ratingScale) as readonly RatingOrNone[]

export function RatingNumbers() {
  const application = useApplication()
  const graph = useApp((state) => state.editor.graph)
  const scores = ratingScoresOf(graph)
  const refused = resetRatingScores(application.context()) instanceof Refusal
  return (
    <section aria-label="Numbers for ratings">
      <Disclosure heading title="Numbers for ratings">
        <p className="fact">
          What a statement counts as before anything is said for or against it, out of 100. The usual numbers
          are a convention, not a measurement.
        </p>
        <ul className="rating-numbers">
          {names.map((name) => (
            <RatingNumber key={name} name={name} score={scores[name]} />
          ))}
        </ul>
        <button
          type="button"
          className="button"
          aria-disabled={refused || undefined}
          onClick={() => application.dispatch(resetRatingScores(application.context()))}
        >
          <Icon name="Undo2" />
          Reset to the usual numbers
        </button>
      </Disclosure>
    </section>
  )
}

function RatingNumber({ name, score }: { readonly name: RatingOrNone; readonly score: number }) {
  const application = useApplication()
  const [typed, setTyped] = useState<string | undefined>(undefined)
  const id = useId()
  const shown = typed ?? String(points(score))
  const isLegal = typed === undefined || toScore(typed) !== undefined
  const { min, max } = ratingScoreRange
  return (
    <li>
      <label htmlFor={id}>{capitalise(ratingScale[name].label)}</label>
      <input
        id={id}
        className="input"
        type="number"
        inputMode="decimal"
        min={points(min)}
        max={points(max)}
        step={1}
        value={shown}
        aria-invalid={isLegal ? undefined : true}
        aria-describedby={`${id}-usual`}
        onChange={(event) => {
          setTyped(event.target.value)
          const next = toScore(event.target.value)
          if (next !== undefined) application.dispatch(setRatingScore(application.context(), name, next))
        }}
        onBlur={() => {
          setTyped(undefined)
          application.endBurst()
        }}
      />
      <span className="hint" id={`${id}-usual`}>
        {isLegal ? `usually ${points(ratingScores[name])}` : `from ${points(min)} to ${points(max)}`}
      </span>
    </li>
  )
}

/** As it is shown: 0.4 is 40. */
function points(score: number): number {
  return Number((score * 100).toFixed(2))
}

/** What was typed as a score; undefined for what is none yet. */
function toScore(typed: string): number | undefined {
  const score = Number(typed) / 100
  return typed.trim() !== '' && score >= ratingScoreRange.min && score <= ratingScoreRange.max
    ? score
    : undefined
}
