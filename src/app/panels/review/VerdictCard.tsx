/**
 * The verdict on one recommendation (or, on a map that recommends nothing, on a claim at its top): in plain
 * words, with the bars, why, and what would change it. Under a supposition each number shows what it was.
 */
import { nodeAt, type ArgumentGraph, type ElementId, type NodeId } from '../../../model/graph.ts'
import { recommendationBand } from '../../../reasoning/bands.ts'
import type { Assessment, Evaluation } from '../../../reasoning/evaluation.ts'
import { fallCauseOf } from '../../../reasoning/why/explain.ts'
import { whatWouldChangeIt, type Change } from '../../../reasoning/why/change.ts'
import { balancePoints, verdictOf } from '../../../reasoning/words.ts'
import { quoteElement } from '../../../model/naming.ts'
import { useApp, useApplication } from '../../app-state.ts'
import { Icon } from '../../icons.tsx'
import { Bars, BeforeAfter } from './Bars.tsx'
import { Disclosure } from './Disclosure.tsx'
import { Why } from './HowItStands.tsx'
import { SupposedRating } from './SupposedRating.tsx'
import { StandingMark } from './StandingMark.tsx'
import { StatementLink } from './StatementLink.tsx'
import { Told } from './Told.tsx'

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
  const changed = supposed !== undefined && !isSame(own, found)
  const isRecommendation = nodeAt(now.graph, id)?.kind === 'recommendation'
  const verdict = isRecommendation
    ? verdictOf(found.standing, recommendationBand(found), fallCauseOf(now, id))
    : undefined
  return (
    <li className="verdict" data-changed={changed || undefined}>
      <StatementLink id={id} />
      <p className="standing-line">
        <StandingMark standing={found.standing} before={before?.standing} />
      </p>
      {verdict && (
        <p className="verdict-words">
          <strong>{verdict.words}.</strong> {verdict.meaning}
        </p>
      )}
      <Bars now={found} before={before} />
      {isRecommendation && (
        <p className="balance">
          Balance{' '}
          {before && balancePoints(before) !== balancePoints(found) ? (
            <BeforeAfter before={balancePoints(before)} after={balancePoints(found)} />
          ) : (
            <strong>{balancePoints(found)}</strong>
          )}
        </p>
      )}
      <Why evaluation={now} id={id} />
      {isRecommendation && <WhatMatters id={id} standing={own.standing} graph={evaluation.graph} />}
    </li>
  )
}

interface WhatMattersProps {
  readonly id: NodeId
  readonly standing: Assessment['standing']
  readonly graph: ArgumentGraph
}

/** What would change the verdict; worked out a moment after the verdict itself. */
function WhatMatters({ id, standing, graph }: WhatMattersProps) {
  const sensitivity = useApp((state) => state.analysis?.sensitivity)
  const isCurrent = useApp((state) => state.analysis?.sensitivityGraph === state.analysis?.graph)
  const changes = sensitivity && whatWouldChangeIt(graph, sensitivity, { id, standing })
  return (
    <Disclosure title="What matters most" about={`for ${quoteElement(graph, id, 40)}`}>
      {!isCurrent && (
        <p className="review-note" role="status">
          Working it out…
        </p>
      )}
      {changes && (
        <>
          {changes.evidence && (
            <p className="fact">
              The piece of evidence that matters most: <ChangeLine change={changes.evidence} rating />
            </p>
          )}
          <ul className="effects">
            {changes.matters
              .filter(({ doubt }) => doubt !== changes.evidence?.doubt)
              .map((change) => (
                <li key={change.doubt} className="effect">
                  <ChangeLine change={change} />
                </li>
              ))}
            {changes.answers
              .filter(({ doubt }) => !changes.matters.some((other) => other.doubt === doubt))
              .map((change) => (
                <li key={change.doubt} className="effect">
                  <ChangeLine change={change} />
                </li>
              ))}
          </ul>
          <ul className="reasons">
            {[...changes.singlePoints, ...changes.thresholds, ...(changes.range ? [changes.range] : [])].map(
              (sentence, index) => (
                <li key={index}>
                  <Told sentence={sentence} />
                </li>
              ),
            )}
          </ul>
        </>
      )}
    </Disclosure>
  )
}

/** One effect with the means to see it: doubting the statement, or supposing another rating of it. */
function ChangeLine({ change, rating = false }: { readonly change: Change; readonly rating?: boolean }) {
  return (
    <>
      <span>
        <Told sentence={change.sentence} />
      </span>
      {change.doubt !== undefined && (
        <span className="effect-tools">
          <DoubtButton id={change.doubt} />
          {rating && <SupposedRating id={change.doubt} />}
        </span>
      )}
    </>
  )
}

function DoubtButton({ id }: { readonly id: ElementId }) {
  const application = useApplication()
  const graph = useApp((state) => state.editor.graph)
  const doubted = useApp((state) => state.supposition?.doubted.includes(id) === true)
  return (
    <button
      type="button"
      className="button small"
      aria-pressed={doubted}
      onClick={() => {
        application.select([id])
        application.run('evaluate.doubt')
      }}
    >
      <Icon name="CircleSlash" size={14} />
      Doubt<span className="visually-hidden"> {quoteElement(graph, id, 60)}</span>
    </button>
  )
}

function isSame(a: Assessment, b: Assessment): boolean {
  return a.standing === b.standing && a.support === b.support && a.objection === b.objection
}
