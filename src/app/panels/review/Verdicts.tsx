/** Every recommendation with its verdict, what is supposed for the time being, and how far to trust the order. */
import { useMemo, useState } from 'react'
import { secondOpinionSentence } from '../../../reasoning/why/change.ts'
import { scoreMeaning } from '../../../reasoning/words.ts'
import { useApp } from '../../app-state.ts'
import { Supposed } from './Supposed.tsx'
import { Told } from './Told.tsx'
import { VerdictCard } from './VerdictCard.tsx'
import { ratedIds } from './verdict-cards.ts'

/** Cards shown before "Show all". */
const shownAtFirst = 40

export function Verdicts() {
  const analysis = useApp((state) => state.analysis)
  const supposed = useApp((state) => state.supposed)
  const [all, setAll] = useState(false)
  const evaluation = analysis?.evaluation
  const rated = useMemo(() => evaluation && ratedIds(evaluation.graph), [evaluation])
  if (!evaluation || !rated) {
    return (
      <p className="review-note" role="status">
        Working it out…
      </p>
    )
  }
  const { ids, recommended } = rated
  const shown = all ? ids : ids.slice(0, shownAtFirst)
  const opinion = analysis.sensitivity && secondOpinionSentence(evaluation.graph, analysis.sensitivity)
  return (
    <>
      <Supposed />
      {ids.length === 0 && (
        <p className="review-note">There is nothing to judge yet: add a recommendation or a claim.</p>
      )}
      {ids.length > 0 && !recommended && (
        <p className="review-note">
          Nothing is recommended on this map, so these are the claims at its top. Turn what should be done
          into recommendations to have verdicts on them.
        </p>
      )}
      <ul className="verdict-list" aria-label={recommended ? 'Recommendations' : 'Claims at the top'}>
        {shown.map((id) => (
          <VerdictCard key={id} id={id} evaluation={evaluation} supposed={supposed} />
        ))}
      </ul>
      {shown.length < ids.length && (
        <button type="button" className="button small" onClick={() => setAll(true)}>
          Show all {ids.length}
        </button>
      )}
      {opinion && (
        <p className="review-note">
          <Told sentence={opinion} />
        </p>
      )}
      <p className="review-foot">{scoreMeaning}</p>
    </>
  )
}
