/** What is supposed in the what-if session; each supposition can be taken back by itself. */
import { nodeAt } from '../../../model/graph.ts'
import { useApp, useApplication } from '../../app-state.ts'
import { CommandButton } from '../../shell/CommandButton.tsx'
import { Icon } from '../../icons.tsx'
import { ratingWord } from './RatingSlider.tsx'
import { InlineLink } from './StatementLink.tsx'

export function Supposed() {
  const application = useApplication()
  const supposition = useApp((state) => state.supposition)
  const graph = useApp((state) => state.editor.graph)
  if (!supposition) {
    return (
      <p className="review-note">
        Doubt a statement, below or with <kbd>X</kbd> on the map, to see what would change. The document stays
        as it is.
      </p>
    )
  }
  const { doubted, ratings } = supposition
  const suppose = (next: typeof supposition) => {
    const isOver = next.doubted.length === 0 && Object.keys(next.ratings).length === 0
    application.services.suppose(isOver ? undefined : next)
  }
  const withoutRating = (id: string) =>
    Object.fromEntries(Object.entries(ratings).filter(([each]) => each !== id))
  return (
    <section className="what-if" data-on aria-label="What if">
      <h3>What if…</h3>
      <ul className="supposed-list">
        {doubted.map((id) => (
          <li key={id}>
            <span>
              <InlineLink id={id} /> were doubted
            </span>
            <TakeBack onClick={() => suppose({ doubted: doubted.filter((each) => each !== id), ratings })} />
          </li>
        ))}
        {Object.entries(ratings).map(([id, rating]) => (
          <li key={id}>
            <span>
              the certainty of <InlineLink id={id} /> were {ratingWord(rating).toLowerCase()} (now{' '}
              {ratingWord(nodeAt(graph, id)?.rating).toLowerCase()})
            </span>
            <TakeBack onClick={() => suppose({ doubted, ratings: withoutRating(id) })} />
          </li>
        ))}
      </ul>
      <div className="what-if-tools">
        <CommandButton id="evaluate.what-if.apply" className="button small">
          Apply
        </CommandButton>
        <CommandButton id="evaluate.what-if.discard" className="button small">
          Discard
        </CommandButton>
      </div>
    </section>
  )
}

function TakeBack({ onClick }: { readonly onClick: () => void }) {
  return (
    <button type="button" className="icon-button" aria-label="Take this supposition back" onClick={onClick}>
      <Icon name="X" size={14} />
    </button>
  )
}
