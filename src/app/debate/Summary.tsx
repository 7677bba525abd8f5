/** The end of a debate: what was answered, raised and skipped, what that did to the verdicts, and what is left. */
import { useMemo } from 'react'
import { relationAt, type ArgumentGraph } from '../../model/graph.ts'
import { quoteElement } from '../../model/naming.ts'
import { stepsByOutcome, type Debate, type DebateOutcome } from '../../editor/debate.ts'
import { debateSteps, type DebateStep } from '../../editor/debate-steps.ts'
import { scoreMeaning } from '../../reasoning/words.ts'
import { useApp } from '../app-state.ts'
import { Icon, type IconName } from '../icons.tsx'
import { wordsOf } from './step-words.ts'
import { verdictChanges } from './verdict-changes.ts'

interface SummaryProps {
  readonly debate: Debate
  /** The document when the debate began. */
  readonly begun: ArgumentGraph
  readonly onGo: (step: DebateStep) => void
  readonly onAgain: () => void
  readonly onBack: (() => void) | undefined
  readonly onEnd: () => void
}

export function Summary({ debate, begun, onGo, onAgain, onBack, onEnd }: SummaryProps) {
  const graph = useApp((state) => state.editor.graph)
  const evaluationShown = useApp((state) => state.evaluationShown)
  const left = useMemo(() => debateSteps(graph).length, [graph])
  const by = stepsByOutcome(graph, debate)
  const isEmpty = debate.steps.length === 0
  return (
    <div className="debate-summary">
      <h3 className="debate-question">{headingOf(isEmpty, by.open.length)}</h3>
      {isEmpty && (
        <p className="debate-hint">
          Every recommendation has met an objection, every counterpoint is answered and no critical question
          is open. Give steps a scheme to have more questions asked: select one and press Q.
        </p>
      )}
      {!isEmpty && (
        <div className="debate-outcomes">
          {outcomes.map((outcome) =>
            by[outcome].length === 0 && outcome === 'open' ? null : (
              <Outcome key={outcome} outcome={outcome} steps={by[outcome]} onGo={onGo} />
            ),
          )}
        </div>
      )}
      {evaluationShown && !isEmpty && <VerdictsThen begun={begun} />}
      <div className="debate-answers">
        <button type="button" className="button primary large" onClick={onEnd}>
          End the debate
          <kbd aria-hidden="true">Esc</kbd>
        </button>
        {left > 0 && (
          <button type="button" className="button large" onClick={onAgain}>
            {left === 1 ? 'Go on: 1 question is open' : `Go on: ${left} questions are open`}
          </button>
        )}
        {onBack && (
          <button type="button" className="button quiet large" onClick={onBack}>
            <Icon name="ArrowLeft" size={18} />
            Back
            <kbd aria-hidden="true">←</kbd>
          </button>
        )}
      </div>
    </div>
  )
}

function headingOf(isEmpty: boolean, open: number): string {
  if (isEmpty) return 'There is nothing to debate'
  return open === 0 ? 'That was everything' : 'So far'
}

const outcomes: readonly DebateOutcome[] = ['answered', 'raised', 'skipped', 'open']

const outcomeWords = {
  answered: { label: 'Answered', icon: 'CircleCheck' },
  raised: { label: 'Raised', icon: 'ShieldAlert' },
  skipped: { label: 'Skipped', icon: 'ArrowRight' },
  open: { label: 'Still open', icon: 'CircleDashed' },
} as const satisfies Record<DebateOutcome, { label: string; icon: IconName }>

/** Steps of one outcome that are listed at most. */
const listed = 8

/** What a step is about, in a few words: "for “Build the corridor.”" */
function aboutWords(graph: ArgumentGraph, { at }: DebateStep): string {
  const relation = relationAt(graph, at)
  if (!relation) return quoteElement(graph, at, 60)
  return `${relation.kind === 'attacks' ? 'against' : 'for'} ${quoteElement(graph, relation.to, 60)}`
}

interface OutcomeProps {
  readonly outcome: DebateOutcome
  readonly steps: readonly DebateStep[]
  readonly onGo: (step: DebateStep) => void
}

function Outcome({ outcome, steps, onGo }: OutcomeProps) {
  const graph = useApp((state) => state.editor.graph)
  const { label, icon } = outcomeWords[outcome]
  return (
    <section className="debate-outcome" data-outcome={outcome} aria-label={label}>
      <h4>
        <Icon name={icon} size={18} />
        {label}: {steps.length}
      </h4>
      <ul>
        {steps.slice(0, listed).map((step) => (
          <li key={step.key}>
            <button type="button" className="link-button" onClick={() => onGo(step)}>
              {wordsOf(graph, step).question}
            </button>{' '}
            <span className="debate-about">{aboutWords(graph, step)}</span>
          </li>
        ))}
        {steps.length > listed && <li className="debate-about">and {steps.length - listed} more</li>}
      </ul>
    </section>
  )
}

function VerdictsThen({ begun }: { readonly begun: ArgumentGraph }) {
  const graph = useApp((state) => state.editor.graph)
  const changes = useMemo(() => verdictChanges(begun, graph), [begun, graph])
  const changed = changes.filter(({ before, after }) => before !== after)
  const same = changes.length - changed.length
  if (changes.length === 0) return null
  return (
    <section className="debate-verdicts" aria-label="What changed in the verdicts">
      <h4>What changed in the verdicts</h4>
      <ul>
        {changed.map(({ id, before, after }) => (
          <li key={id}>
            <span>{quoteElement(graph, id, 90)}</span>
            <span className="debate-verdict">
              {before !== undefined && (
                <>
                  <span className="before">{before}</span>
                  <Icon name="ArrowRight" size={16} />
                  <span className="visually-hidden"> is now </span>
                </>
              )}
              <strong>{after}</strong>
            </span>
          </li>
        ))}
        {same > 0 && (
          <li className="debate-about">
            {same === 1 ? '1 verdict stays as it was.' : `${same} verdicts stay as they were.`}
          </li>
        )}
      </ul>
      <p className="debate-hint">{scoreMeaning}</p>
    </section>
  )
}
