/**
 * The verdict on one recommendation (or, on a map that recommends nothing, on a claim at its top): in plain
 * words, with the bars, why, and what would change it. Under a supposition each number shows what it was.
 */
import { nodeAt, type NodeId } from '../../../model/graph.ts'
import { recommendationBand } from '../../../reasoning/bands.ts'
import type { Assessment, Evaluation } from '../../../reasoning/evaluation.ts'
import { fallCauseOf } from '../../../reasoning/why/explain.ts'
import { balancePoints, unsettledMeaning, verdictOf } from '../../../reasoning/words.ts'
import { Bars, BeforeAfter } from './Bars.tsx'
import { strengthWords, Why } from './HowItStands.tsx'
import { StandingMark } from './StandingMark.tsx'
import { StatementLink } from './StatementLink.tsx'
import { WhatMatters } from './WhatMatters.tsx'

interface VerdictCardProps {
  readonly id: NodeId
  readonly evaluation: Evaluation
  readonly supposed: Evaluation | undefined
}

export function VerdictCard({ id, evaluation, supposed }: VerdictCardProps) {
  const own = evaluation.of(id)
  const now = supposed ?? evaluation
  const found = now.of(id)
  if (!own) return null
  if (!found) {
    return (
      <li className="verdict" data-changed>
        <StatementLink id={id} />
        <p className="verdict-words">Left out while it is doubted.</p>
      </li>
    )
  }
  const before = supposed && own
  const isRecommendation = nodeAt(now.graph, id)?.kind === 'recommendation'
  const isSettled = !now.unsettled.has(id)
  return (
    <li className="verdict" data-changed={(before && !isSame(before, found)) || undefined}>
      <StatementLink id={id} />
      <p className="standing-line">
        <StandingMark standing={found.standing} before={before?.standing} />
        {isSettled && isRecommendation && <Balance now={found} before={before} />}
      </p>
      {!isSettled && <p className="verdict-words">{unsettledMeaning}</p>}
      {isSettled && isRecommendation && <Words id={id} evaluation={now} found={found} />}
      {isSettled && !isRecommendation && <p className="verdict-words">{strengthWords(now, id, found)}</p>}
      {isSettled && <Bars now={found} before={before} />}
      <div>
        <Why evaluation={now} id={id} />
        {isRecommendation && <WhatMatters id={id} standing={own.standing} graph={evaluation.graph} />}
      </div>
    </li>
  )
}

interface WordsProps {
  readonly id: NodeId
  readonly evaluation: Evaluation
  readonly found: Assessment
}

function Words({ id, evaluation, found }: WordsProps) {
  const verdict = verdictOf(found.standing, recommendationBand(found), fallCauseOf(evaluation, id))
  return (
    <p className="verdict-words">
      <strong>{verdict.words}.</strong> {verdict.meaning}
    </p>
  )
}

interface BalanceProps {
  readonly now: Assessment
  /** What it was without the supposition, where there is one. */
  readonly before: Assessment | undefined
}

/** Support less objection, as one signed number. */
export function Balance({ now, before }: BalanceProps) {
  const points = balancePoints(now)
  const then = before && balancePoints(before)
  return (
    <span className="balance">
      Balance{' '}
      {then === undefined || then === points ? (
        <strong>{points}</strong>
      ) : (
        <BeforeAfter before={then} after={points} />
      )}
    </span>
  )
}

function isSame(a: Assessment, b: Assessment): boolean {
  return a.standing === b.standing && a.support === b.support && a.objection === b.objection
}
