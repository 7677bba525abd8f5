/**
 * What would change the verdict on a recommendation: the statements that matter most, each with the means to try
 * it (doubt it, suppose another certainty), what everything hangs on, and how far ratings could move it. Worked
 * out a moment after the verdict itself.
 */
import type { ArgumentGraph, NodeId } from '../../../model/graph.ts'
import { quoteElement } from '../../../model/naming.ts'
import type { Standing } from '../../../reasoning/evaluation.ts'
import { whatWouldChangeIt, type Change } from '../../../reasoning/why/change.ts'
import { incompleteMeaning } from '../../../reasoning/words.ts'
import { useApp } from '../../app-state.ts'
import { Disclosure } from './Disclosure.tsx'
import { DoubtButton } from './DoubtButton.tsx'
import { SupposedRating } from './SupposedRating.tsx'
import { Told } from './Told.tsx'

interface WhatMattersProps {
  readonly id: NodeId
  /** How it stands without any supposition. */
  readonly standing: Standing
  readonly graph: ArgumentGraph
}

export function WhatMatters({ id, standing, graph }: WhatMattersProps) {
  return (
    <Disclosure title="What matters most" about={`for ${quoteElement(graph, id, 40)}`}>
      <Changes id={id} standing={standing} graph={graph} />
    </Disclosure>
  )
}

function Changes({ id, standing, graph }: WhatMattersProps) {
  const sensitivity = useApp((state) => state.analysis?.sensitivity)
  const isCurrent = useApp((state) => state.analysis?.sensitivityGraph === state.analysis?.graph)
  const supposing = useApp((state) => state.supposition !== undefined)
  const changes = sensitivity && whatWouldChangeIt(graph, sensitivity, { id, standing })
  const evidence = changes?.evidence
  const effects = changes ? withoutRepeats([...changes.matters, ...changes.answers], evidence) : []
  const sentences = changes
    ? [...changes.singlePoints, ...changes.thresholds, ...(changes.range ? [changes.range] : [])]
    : []
  return (
    <>
      {!isCurrent && (
        <p className="review-note" role="status">
          Working it out…
        </p>
      )}
      {supposing && <p className="review-note">Said of the map as it is, without what is supposed.</p>}
      {evidence && (
        <div className="effect first">
          <p>
            The piece of evidence that matters most: <Told sentence={evidence.sentence} />
          </p>
          <EffectTools change={evidence} />
        </div>
      )}
      <ul className="effects" aria-label="What else matters">
        {effects.map((change) => (
          <li key={change.doubt} className="effect">
            <p>
              <Told sentence={change.sentence} />
            </p>
            <EffectTools change={change} />
          </li>
        ))}
      </ul>
      <ul className="reasons" aria-label="What it hangs on">
        {sentences.map((sentence, index) => (
          <li key={index}>
            <Told sentence={sentence} />
          </li>
        ))}
      </ul>
      {isCurrent && changes && effects.length + sentences.length === 0 && !evidence && (
        <p className="review-note">Nothing on the map bears on it yet.</p>
      )}
      {sensitivity?.complete === false && <p className="review-note">{incompleteMeaning}</p>}
    </>
  )
}

/** The means to see one effect happen. */
function EffectTools({ change: { doubt: id } }: { readonly change: Change }) {
  const graph = useApp((state) => state.editor.graph)
  if (id === undefined) return null
  return (
    <div className="effect-tools">
      <DoubtButton id={id}>
        Doubt<span className="visually-hidden"> {quoteElement(graph, id, 60)}</span>
      </DoubtButton>
      <SupposedRating id={id} />
    </div>
  )
}

/** What matters is told once, also where it is the first piece of evidence or an objection to be answered. */
function withoutRepeats(changes: readonly Change[], first: Change | undefined): readonly Change[] {
  const told = new Set(first ? [first.doubt] : [])
  return changes.filter(({ doubt }) => {
    const isNew = !told.has(doubt)
    told.add(doubt)
    return isNew
  })
}
