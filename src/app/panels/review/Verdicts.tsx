/** Every recommendation with its verdict, what is supposed for the time being, and how far to trust the order. */
import { secondOpinionSentence } from '../../../reasoning/why/change.ts'
import { scoreMeaning } from '../../../reasoning/words.ts'
import { useApp } from '../../app-state.ts'
import { Supposed } from './Supposed.tsx'
import { Told } from './Told.tsx'
import { VerdictCard } from './VerdictCard.tsx'
import { ratedIds } from './verdict-cards.ts'

export function Verdicts() {
  const analysis = useApp((state) => state.analysis)
  const supposed = useApp((state) => state.supposed)
  if (!analysis) {
    return (
      <p className="review-note" role="status">
        Working it out…
      </p>
    )
  }
  const { evaluation, sensitivity } = analysis
  const { ids, recommended } = ratedIds(evaluation.graph)
  const opinion = sensitivity && secondOpinionSentence(evaluation.graph, sensitivity)
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
        {ids.map((id) => (
          <VerdictCard key={id} id={id} evaluation={evaluation} supposed={supposed} />
        ))}
      </ul>
      {opinion && (
        <p className="review-note">
          <Told sentence={opinion} />
        </p>
      )}
      <p className="review-foot">{scoreMeaning}</p>
    </>
  )
}
