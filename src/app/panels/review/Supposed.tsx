/** What is supposed in the what-if session; each supposition can be taken back by itself. */
import { nodeAt, type ElementId, type NodeId } from '../../../model/graph.ts'
import { ratingScale, type Rating } from '../../../model/kinds.ts'
import { quoteElement } from '../../../model/naming.ts'
import type { Suppositions } from '../../../editor/edits/what-if.ts'
import { useApp } from '../../app-state.ts'
import { CommandButton } from '../../shell/CommandButton.tsx'
import { Icon } from '../../icons.tsx'
import { InlineLink } from './StatementLink.tsx'
import { useSuppose } from './use-suppose.ts'

export function Supposed() {
  const { doubt, rate } = useSuppose()
  const supposition = useApp((state) => state.supposition)
  if (!supposition) {
    return (
      <p className="review-note">
        Doubt a statement, below or with <kbd>X</kbd> on the map, to see what would change. The document stays
        as it is.
      </p>
    )
  }
  return (
    <section className="what-if" aria-label="What if">
      <h3>What if…</h3>
      <ul className="supposed-list">
        {supposition.doubted.map((id) => (
          <li key={id}>
            <span>
              <DoubtWords id={id} />
            </span>
            <TakeBack id={id} onClick={() => doubt(id)} />
          </li>
        ))}
        {Object.entries(supposition.ratings).map(([id, rating]) => (
          <li key={id}>
            <span>
              <RatingWords id={id} rating={rating} />
            </span>
            <TakeBack id={id} onClick={() => rate(id, rating)} />
          </li>
        ))}
      </ul>
      <WhatIfTools />
    </section>
  )
}

/** What is supposed in one phrase, to be read after "What if"; more than two things are counted. */
export function SupposedWords({ supposition: { doubted, ratings } }: { readonly supposition: Suppositions }) {
  const rated = Object.entries(ratings)
  const count = doubted.length + rated.length
  if (count > 2) return `${count} things were otherwise`
  const parts = [
    ...doubted.map((id) => <DoubtWords key={id} id={id} length={60} />),
    ...rated.map(([id, rating]) => <RatingWords key={id} id={id} rating={rating} length={60} />),
  ]
  return (
    <>
      {parts[0]}
      {parts[1] && ' and '}
      {parts[1]}
    </>
  )
}

interface WordsProps {
  readonly id: ElementId
  readonly length?: number
}

function DoubtWords({ id, length = 90 }: WordsProps) {
  return (
    <>
      <InlineLink id={id} length={length} /> were doubted
    </>
  )
}

interface RatingWordsProps extends WordsProps {
  readonly id: NodeId
  readonly rating: Rating | undefined
}

function RatingWords({ id, rating, length = 90 }: RatingWordsProps) {
  const now = useApp((state) => nodeAt(state.editor.graph, id)?.rating)
  return (
    <>
      the certainty of <InlineLink id={id} length={length} /> were {ratingScale[rating ?? 'unrated'].label}{' '}
      (now {ratingScale[now ?? 'unrated'].label})
    </>
  )
}

/** The two ways to end a session. */
export function WhatIfTools() {
  return (
    <div className="what-if-tools">
      <CommandButton id="evaluate.what-if.apply" className="button small">
        Apply
      </CommandButton>
      <CommandButton id="evaluate.what-if.discard" className="button small">
        Discard
      </CommandButton>
    </div>
  )
}

function TakeBack({ id, onClick }: { readonly id: ElementId; readonly onClick: () => void }) {
  const graph = useApp((state) => state.editor.graph)
  return (
    <button
      type="button"
      className="icon-button"
      aria-label={`Take back what is supposed of ${quoteElement(graph, id, 40)}`}
      onClick={onClick}
    >
      <Icon name="X" size={14} />
    </button>
  )
}
