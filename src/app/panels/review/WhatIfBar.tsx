/** Above the map while something is supposed: visibly for the time being, with what changes by it. */
import { nodeAt } from '../../../model/graph.ts'
import { useApp } from '../../app-state.ts'
import { CommandButton } from '../../shell/CommandButton.tsx'
import { Icon } from '../../icons.tsx'
import { StandingMark } from './StandingMark.tsx'
import { InlineLink } from './StatementLink.tsx'

export function WhatIfBar() {
  const supposition = useApp((state) => state.supposition)
  const supposed = useApp((state) => state.supposed)
  const evaluation = useApp((state) => state.analysis?.evaluation)
  if (!supposition) return null
  const count = supposition.doubted.length + Object.keys(supposition.ratings).length
  const changes =
    evaluation && supposed
      ? Object.keys(evaluation.graph.nodes).flatMap((id) => {
          const [before, after] = [evaluation.of(id)?.standing, supposed.of(id)?.standing]
          const isTold = nodeAt(evaluation.graph, id)?.kind === 'recommendation'
          return isTold && before && after && before !== after ? [{ id, before, after }] : []
        })
      : []
  return (
    <section className="what-if-bar" aria-label="What-if session" role="status">
      <span className="what-if-name">
        <Icon name="CircleSlash" />
        What if
      </span>
      <div className="what-if-words">
        {count === 1 ? 'One thing is supposed' : `${count} things are supposed`}; the document stays as it is.
        {changes.length === 0 && supposed !== undefined && ' No recommendation would stand otherwise.'}
        <ul>
          {changes.map(({ id, before, after }) => (
            <li key={id} className="standing-line">
              <InlineLink id={id} length={60} />
              <StandingMark standing={after} before={before} />
            </li>
          ))}
        </ul>
      </div>
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
