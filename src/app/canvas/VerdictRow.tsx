/** The row of a statement that says how it stands: a sign and a word, and how much speaks for and against it. */
import type { NodeId } from '../../model/graph.ts'
import { scoreMeaning, standingWords } from '../../reasoning/words.ts'
import { Icon } from '../icons.tsx'
import { standingSigns } from '../standing-signs.ts'
import { useDoubted, useStanding } from './use-standing.ts'

const unsettledMeaning = 'Its score does not settle: statements influence each other in circles.'

/** Name of the row by which the statement is described to assistive technology. */
export function verdictId(id: NodeId): string {
  return `verdict-${id}`
}

/** The same for the mark of doubt. */
export function doubtId(id: NodeId): string {
  return `doubt-${id}`
}

export function VerdictRow({ id }: { readonly id: NodeId }) {
  const shown = useStanding(id)
  const doubted = useDoubted(id)
  if (doubted !== undefined || !shown) return <div className="statement-verdict" />
  const { standing, before, settled, support, objection } = shown
  return (
    <div
      id={verdictId(id)}
      className="statement-verdict"
      data-standing={standing}
      data-changed={before !== undefined || undefined}
      title={`${standingWords[standing].meaning} ${settled ? `Support ${support}, objection ${objection}. ${scoreMeaning}` : unsettledMeaning}`}
    >
      <Icon name={standingSigns[standing]} size={13} />
      <span className="standing">
        {before !== undefined && (
          <>
            <s>{standingWords[before].label}</s>
            {' → '}
          </>
        )}
        {standingWords[standing].label}
      </span>
      {settled ? (
        <span
          className="weighing"
          role="img"
          aria-label={`Support ${support} of 100, objection ${objection} of 100, computed only from what is on this map`}
        >
          <span className="support" style={{ width: `${support}%` }} />
          <span className="objection" style={{ width: `${objection}%` }} />
        </span>
      ) : (
        <span className="unsettled">no steady score</span>
      )}
    </div>
  )
}

/** In a what-if session: this is left out for the time being. */
export function DoubtMark({ id }: { readonly id: NodeId }) {
  const doubted = useDoubted(id)
  return doubted === 'doubted' ? (
    <span id={doubtId(id)} className="doubt-mark">
      doubted
    </span>
  ) : null
}
