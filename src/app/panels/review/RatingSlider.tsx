/**
 * How sure a piece of evidence is, as a slider from "Not rated" to "High". Each step is supposed at once and
 * weighed anew; the document is not touched.
 */
import { useId } from 'react'
import { ratingNames, ratingScale, type Rating } from '../../../model/kinds.ts'
import { capitalise } from '../../../model/naming.ts'

interface RatingSliderProps {
  /** What is rated, in words, for the slider's name. */
  readonly of: string
  readonly value: Rating | undefined
  /** The document's rating, named beside the slider while another one is supposed. */
  readonly documentValue: Rating | undefined
  readonly onChange: (rating: Rating | undefined) => void
}

/** From "Not rated" upwards. */
const steps: readonly (Rating | undefined)[] = [undefined, ...ratingNames.toReversed()]

export function RatingSlider({ of, value, documentValue, onChange }: RatingSliderProps) {
  const id = useId()
  return (
    <div className="rating-slider" data-supposed={value !== documentValue || undefined}>
      <label className="visually-hidden" htmlFor={id}>
        Certainty of {of}
      </label>
      <input
        id={id}
        type="range"
        min={0}
        max={steps.length - 1}
        step={1}
        value={steps.indexOf(value)}
        aria-valuetext={ratingWord(value)}
        onChange={(event) => onChange(steps[Number(event.target.value)])}
      />
      <span className="rating-word" aria-hidden="true">
        Certainty: {ratingScale[value ?? 'unrated'].label}
        {value !== documentValue && (
          <span className="before"> (now {ratingScale[documentValue ?? 'unrated'].label})</span>
        )}
      </span>
    </div>
  )
}

/** "Very low", "Not rated". */
function ratingWord(rating: Rating | undefined): string {
  return capitalise(ratingScale[rating ?? 'unrated'].label)
}
