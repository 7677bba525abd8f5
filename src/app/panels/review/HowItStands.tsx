/**
 * How one statement or step stands: sign and word, the two bars, and why. Shown in the inspector and, for
 * recommendations, in the list of verdicts.
 */
import { nodeAt, type ElementId } from '../../../model/graph.ts'
import { claimBand, proofStandard } from '../../../reasoning/bands.ts'
import { isPrimaFacie } from '../../../reasoning/base-scores.ts'
import { quoteElement } from '../../../model/naming.ts'
import type { Assessment, Evaluation } from '../../../reasoning/evaluation.ts'
import { explainStanding } from '../../../reasoning/why/explain.ts'
import { explainStrength } from '../../../reasoning/why/weigh.ts'
import {
  claimWords,
  points,
  proofStandardSentence,
  scoreMeaning,
  unsettledMeaning,
} from '../../../reasoning/words.ts'
import { useApp } from '../../app-state.ts'
import { Bars } from './Bars.tsx'
import { Disclosure } from './Disclosure.tsx'
import { DoubtButton } from './DoubtButton.tsx'
import { StandingMark } from './StandingMark.tsx'
import { Reasons, Told } from './Told.tsx'

/** For the inspector: everything about the element, and the button to doubt it. Nothing for what takes no part. */
export function HowItStands({ id }: { readonly id: ElementId }) {
  const evaluation = useApp((state) => state.analysis?.evaluation)
  const supposed = useApp((state) => state.supposed)
  const shown = useApp((state) => state.evaluationShown)
  const own = evaluation?.of(id)
  if (!shown || !evaluation || !own) return null
  const now = supposed ?? evaluation
  const found = now.of(id)
  return (
    <section aria-label="How it stands" className="side-body-group">
      <h3>How it stands</h3>
      {found ? (
        <>
          <p className="standing-line">
            <StandingMark standing={found.standing} before={supposed && own.standing} />
            {!now.unsettled.has(id) && <span className="verdict-words">{strengthWords(now, id, found)}</span>}
          </p>
          {now.unsettled.has(id) ? (
            <p className="fact">{unsettledMeaning}</p>
          ) : (
            <Bars now={found} before={supposed && own} />
          )}
          <Why evaluation={now} id={id} />
        </>
      ) : (
        <p className="fact">Left out while it is doubted.</p>
      )}
      <DoubtButton id={id}>What if it were doubted?</DoubtButton>
      <p className="review-note">{scoreMeaning}</p>
    </section>
  )
}

interface WhyProps {
  readonly evaluation: Evaluation
  readonly id: ElementId
}

/** The chain of sentences behind a verdict; put together only when it is opened. */
export function Why({ evaluation, id }: WhyProps) {
  return (
    <Disclosure title="Why?" about={quoteElement(evaluation.graph, id, 40)}>
      <WhySentences evaluation={evaluation} id={id} />
    </Disclosure>
  )
}

function WhySentences({ evaluation, id }: WhyProps) {
  const standing = explainStanding(evaluation, id)
  const found = evaluation.of(id)
  if (!standing || !found) return null
  const isRecommendation = nodeAt(evaluation.graph, id)?.kind === 'recommendation'
  return (
    <>
      <Reasons of={[standing]} />
      <ul className="reasons" aria-label="How the score comes about">
        {explainStrength(evaluation, id).map((sentence, index) => (
          <li key={index}>
            <Told sentence={sentence} />
          </li>
        ))}
        {isRecommendation && <li>{proofStandardSentence(proofStandard(found))}</li>}
      </ul>
    </>
  )
}

/** How strong it is, in words and as a number; nothing for recommendations, whose balance is what counts. */
export function strengthWords({ graph }: Evaluation, id: ElementId, found: Assessment): string {
  const node = nodeAt(graph, id)
  if (node?.kind === 'recommendation') return ''
  const words = claimWords[claimBand(found, node === undefined || isPrimaFacie(node.kind))]
  return `${words} (${points(found.strength)} of 100)`
}
