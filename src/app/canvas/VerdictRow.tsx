/** The row of a statement that says how it stands: a sign and a word, and how much speaks for and against it. */
import type { NodeId } from '../../model/graph.ts'
import { scoreMeaning, standingWords } from '../../reasoning/words.ts'
import { Icon } from '../icons.tsx'
import { standingSigns } from '../standing-signs.ts'
import { useDoubted, useStanding } from './use-standing.ts'

export function VerdictRow({ id }: { readonly id: NodeId }) {
  const shown = useStanding(id)
  const doubted = useDoubted(id)
  if (doubted !== undefined || !shown) return <div className="statement-verdict" />
  const { standing, before, support, objection } = shown
  return (
    <div
      className="statement-verdict"
      data-standing={standing}
      data-changed={before !== undefined || undefined}
      title={`${standingWords[standing].meaning} Support ${support}, objection ${objection}. ${scoreMeaning}`}
    >
      <Icon name={standingSigns[standing]} size={13} />
      <span className="standing">
        {before !== undefined && (
          <>
            <s>{standingWords[before].label}</s>{' '}
          </>
        )}
        {standingWords[standing].label}
      </span>
      <span
        className="weighing"
        role="img"
        aria-label={`Support ${support} of 100, objection ${objection} of 100`}
      >
        <span className="support" style={{ width: `${support}%` }} />
        <span className="objection" style={{ width: `${objection}%` }} />
      </span>
    </div>
  )
}

/** In a what-if session: this is left out for the time being. */
export function DoubtMark({ id }: { readonly id: NodeId }) {
  const doubted = useDoubted(id)
  return doubted === 'doubted' ? <span className="doubt-mark">doubted</span> : null
}
