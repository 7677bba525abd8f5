/**
 * One question of a checklist. "Fine" is recorded at once and may get a sentence or a statement of the map as its
 * reason; "That is a problem" puts a counterpoint where the question aims, or asks first where that may be several
 * places. Wherever a button goes away, the keys go to what has taken its place.
 */
import { useId, useRef, useState, type KeyboardEvent } from 'react'
import { flushSync } from 'react-dom'
import { defaultLimits } from '../../../formats/json/limits.ts'
import { useApplication } from '../../app-state.ts'
import { Icon } from '../../icons.tsx'
import { NodeLink } from './NodeLink.tsx'
import { foundWords, type ChecklistEntry } from './checklist-entry.ts'

export function ChecklistItem({ entry }: { readonly entry: ChecklistEntry }) {
  const { state, label, question, hint } = entry
  const application = useApplication()
  const [writing, setWriting] = useState(false)
  const item = useRef<HTMLLIElement>(null)
  const id = useId()
  const { icon, label: word } = foundWords[state]

  /** Does something and gives the keys to a control of this question. */
  const then = (act: () => void, focus: string) => {
    flushSync(act)
    item.current?.querySelector<HTMLElement>(focus)?.focus()
  }
  const pickAnswer = (returnTo: HTMLElement) =>
    application.show({
      name: 'pick-statement',
      request: {
        title: 'Answered by which statement?',
        from: entry.pickable(),
        returnTo,
        onPick: (by) =>
          application.dispatch(entry.answer(application.context(), { ...textOf(entry), answer: 'fine', by })),
      },
    })

  return (
    <li ref={item} className="question" data-state={state}>
      <span className="question-state">
        <Icon name={icon} size={15} />
        {word}
      </span>
      {label !== undefined && <strong className="question-label">{label}</strong>}
      <p className="question-words" id={id}>
        {question}
      </p>
      {hint !== undefined && state === 'open' && <p className="hint">{hint}</p>}
      <div className="question-answer" role="group" aria-labelledby={id}>
        {state === 'open' && (
          <OpenActions
            entry={entry}
            onFine={() =>
              then(() => {
                application.dispatch(entry.answer(application.context(), { answer: 'fine' }))
                setWriting(true)
              }, 'textarea')
            }
          />
        )}
        {state === 'answered' && (
          <>
            {writing ? (
              <Sentence
                entry={entry}
                onDone={(goOn) => {
                  application.endBurst()
                  flushSync(() => setWriting(false))
                  const own = item.current?.querySelector<HTMLElement>('[data-sentence]')
                  const next = goOn ? nextOpen(item.current) : undefined
                  const focus = next ?? own
                  focus?.focus()
                }}
                onLeave={() => {
                  application.endBurst()
                  setWriting(false)
                }}
              />
            ) : (
              entry.text !== undefined && <p className="question-text">{entry.text}</p>
            )}
            {entry.by !== undefined && <NodeLink id={entry.by} before="Answered by" />}
            <div className="question-actions">
              {!writing && (
                <button
                  type="button"
                  className="button small quiet"
                  data-sentence
                  onClick={() => then(() => setWriting(true), 'textarea')}
                >
                  {entry.text === undefined ? 'Add a sentence' : 'Change the sentence'}
                </button>
              )}
              <button
                type="button"
                className="button small quiet"
                // The sentence being typed closes when the focus leaves it: the button must not move away then.
                onPointerDown={(event) => event.preventDefault()}
                onClick={(event) => pickAnswer(event.currentTarget)}
              >
                Answered by…
              </button>
              <Reopen
                entry={entry}
                onDone={(act) => {
                  setWriting(false)
                  then(act, '[data-fine]')
                }}
              />
            </div>
          </>
        )}
        {state === 'raised' && (
          <>
            {entry.text !== undefined && <p className="question-text">{entry.text}</p>}
            <NodeLink id={entry.by} before="Raised by" />
            <div className="question-actions">
              <Reopen entry={entry} onDone={(act) => then(act, '[data-fine]')} />
            </div>
          </>
        )}
      </div>
    </li>
  )
}

function OpenActions({ entry, onFine }: { readonly entry: ChecklistEntry; readonly onFine: () => void }) {
  const application = useApplication()
  const [choosing, setChoosing] = useState(false)
  const [only] = entry.targets
  const several = entry.targets.length > 1
  return (
    <>
      <div className="question-actions">
        <button type="button" className="button small" data-fine onClick={onFine}>
          <Icon name="Check" size={14} />
          Fine
        </button>
        <button
          type="button"
          className="button small"
          aria-expanded={several ? choosing : undefined}
          data-tip={several || !only ? undefined : `Adds a counterpoint ${only.words}`}
          onClick={() => {
            if (several) setChoosing(!choosing)
            else if (only) application.dispatch(only.raise(application.context()))
          }}
        >
          <Icon name="ShieldAlert" size={14} />
          That is a problem
        </button>
      </div>
      {choosing && (
        <div className="question-targets">
          <span className="hint">Add a counterpoint</span>
          {entry.targets.map(({ words, raise }) => (
            <button
              key={words}
              type="button"
              className="button small target"
              onClick={() => application.dispatch(raise(application.context()))}
            >
              {words}
            </button>
          ))}
        </div>
      )}
    </>
  )
}

interface SentenceProps {
  readonly entry: ChecklistEntry
  /** Done by key: `goOn` to the next question, or stay with this one. */
  readonly onDone: (goOn: boolean) => void
  readonly onLeave: () => void
}

function Sentence({ entry, onDone, onLeave }: SentenceProps) {
  const application = useApplication()
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.shiftKey) return
    if (event.key !== 'Enter' && event.key !== 'Escape') return
    event.preventDefault()
    event.stopPropagation()
    onDone(event.key === 'Enter')
  }
  return (
    <textarea
      className="textarea"
      aria-label="Why this is no problem"
      placeholder="Why? One sentence, if you like"
      dir="auto"
      rows={2}
      maxLength={defaultLimits.text}
      value={textOf(entry).text ?? ''}
      onChange={(event) => {
        const by = entry.state === 'answered' && entry.by !== undefined ? { by: entry.by } : {}
        application.dispatch(
          entry.answer(application.context(), { answer: 'fine', text: event.target.value, ...by }),
        )
      }}
      onKeyDown={onKeyDown}
      onBlur={onLeave}
    />
  )
}

function Reopen({
  entry,
  onDone,
}: {
  readonly entry: ChecklistEntry
  readonly onDone: (act: () => void) => void
}) {
  const application = useApplication()
  return (
    <button
      type="button"
      className="button small quiet"
      onPointerDown={(event) => event.preventDefault()}
      onClick={() => onDone(() => application.dispatch(entry.reopen(application.context())))}
    >
      Ask again
    </button>
  )
}

function textOf(entry: ChecklistEntry): { readonly text?: string } {
  return entry.state !== 'open' && entry.text !== undefined ? { text: entry.text } : {}
}

/** "Fine" of the next question that is open, below this one or from the top. */
function nextOpen(item: HTMLElement | null): HTMLElement | undefined {
  const list = item?.parentElement
  if (!item || !list) return undefined
  const open = [...list.querySelectorAll<HTMLElement>('[data-fine]')]
  return (
    open.find((button) => item.compareDocumentPosition(button) & Node.DOCUMENT_POSITION_FOLLOWING) ?? open[0]
  )
}
