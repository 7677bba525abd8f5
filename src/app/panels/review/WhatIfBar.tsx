/** Above the map while something is supposed: visibly for the time being, what is supposed, and what changes by it. */
import { useLayoutEffect, useRef } from 'react'
import type { NodeId } from '../../../model/graph.ts'
import type { Evaluation } from '../../../reasoning/evaluation.ts'
import { balancePoints } from '../../../reasoning/words.ts'
import { useApp, useApplication } from '../../app-state.ts'
import { Icon } from '../../icons.tsx'
import { StandingMark } from './StandingMark.tsx'
import { InlineLink } from './StatementLink.tsx'
import { SupposedWords, WhatIfTools } from './Supposed.tsx'
import { Balance } from './VerdictCard.tsx'
import { ratedIds } from './verdict-cards.ts'

/** Changed verdicts named at most; the review panel has them all. */
const named = 3

export function WhatIfBar() {
  const supposition = useApp((state) => state.supposition)
  const supposed = useApp((state) => state.supposed)
  const evaluation = useApp((state) => state.analysis?.evaluation)
  const bar = useRef<HTMLElement>(null)
  const application = useApplication()
  useLayoutEffect(() => {
    const { current } = bar
    // The session ends with the button that ended it, so the map has the keys again.
    return () => {
      if (current?.contains(document.activeElement)) application.canvas()?.focus()
    }
  }, [application])
  if (!supposition) return null
  return (
    <section ref={bar} className="what-if-bar" aria-label="What-if session">
      <span className="what-if-name">
        <Icon name="CircleSlash" />
        What if
      </span>
      <div className="what-if-words" role="status">
        <p>
          <SupposedWords supposition={supposition} />? The document stays as it is.
        </p>
        {evaluation && supposed && <ChangedVerdicts evaluation={evaluation} supposed={supposed} />}
      </div>
      <WhatIfTools />
    </section>
  )
}

interface ChangedVerdictsProps {
  readonly evaluation: Evaluation
  readonly supposed: Evaluation
}

function ChangedVerdicts({ evaluation, supposed }: ChangedVerdictsProps) {
  const { ids, recommended } = ratedIds(evaluation.graph)
  const changed = ids.filter((id) => isOther(id, evaluation, supposed))
  if (changed.length === 0) {
    return <p>{recommended ? 'No recommendation' : 'No claim at the top'} would stand otherwise.</p>
  }
  return (
    <ul>
      {changed.slice(0, named).map((id) => {
        const [before, after] = [evaluation.of(id), supposed.of(id)]
        return (
          <li key={id} className="standing-line">
            <InlineLink id={id} length={60} />
            {after && before && <StandingMark standing={after.standing} before={before.standing} />}
            {after && recommended && <Balance now={after} before={before} />}
            {!after && 'left out'}
          </li>
        )
      })}
      {changed.length > named && <li>and {changed.length - named} more: see the verdicts</li>}
    </ul>
  )
}

/** Whether another standing or another balance would be shown. */
function isOther(id: NodeId, evaluation: Evaluation, supposed: Evaluation): boolean {
  const [before, after] = [evaluation.of(id), supposed.of(id)]
  if (!before || !after) return before !== after
  return before.standing !== after.standing || balancePoints(before) !== balancePoints(after)
}
