/**
 * One step of the debate: what it is about, one question, and the answers as buttons with their keys. An answer that
 * needs words opens a field for them; Enter gives the answer, Escape goes back to the question.
 */
import { useEffect, useId, useRef, useState, type KeyboardEvent, type RefObject } from 'react'
import { defaultLimits } from '../../formats/json/limits.ts'
import { questionAt, type DebateStep } from '../../editor/debate-steps.ts'
import { objectionTargets, type ObjectionTarget } from '../../editor/objection-targets.ts'
import type { EffectName } from '../../reasoning/schemes/scheme.ts'
import { useApp } from '../app-state.ts'
import { Icon, type IconName } from '../icons.tsx'
import { Inference } from './Inference.tsx'
import { wordsOf } from './step-words.ts'

/** What is being answered: nothing yet, "fine" with a sentence, a problem whose place is chosen, or one that is typed. */
export type Answering =
  | { readonly doing: 'nothing' }
  | { readonly doing: 'fine' }
  | { readonly doing: 'target' }
  | { readonly doing: 'problem'; readonly target?: ObjectionTarget | undefined }

interface StepProps {
  readonly step: DebateStep
  readonly answering: Answering
  readonly onAnswering: (answering: Answering) => void
  readonly onFine: (text: string) => void
  readonly onProblem: (text: string, effect: EffectName | undefined) => void
  readonly onSkip: () => void
  /** Absent at the first step. */
  readonly onBack: (() => void) | undefined
}

export function Step({ step, answering, onAnswering, onFine, onProblem, onSkip, onBack }: StepProps) {
  const graph = useApp((state) => state.editor.graph)
  const singleKeys = useApp((state) => state.singleKeys)
  const words = wordsOf(graph, step)
  const asked = questionAt(graph, step)
  const targets = asked ? objectionTargets(graph, asked) : []
  const id = useId()
  const back = () => onAnswering({ doing: 'nothing' })
  const key = (letter: string) => (singleKeys ? letter : undefined)
  return (
    <div className="debate-step">
      <Inference id={step.at} />
      <div className="debate-ask" role="group" aria-labelledby={id}>
        <p className="debate-kind">{words.kind}</p>
        <h3 className="debate-question" id={id}>
          {words.question}
        </h3>
        {words.hint !== undefined && <p className="debate-hint">{words.hint}</p>}
        {asked && asked.state !== 'open' && <p className="debate-hint">{alreadyWords(asked.state)}</p>}
        {answering.doing === 'nothing' && (
          <div className="debate-answers">
            <Answer
              icon="Check"
              keys={key('F')}
              onClick={() => (asked ? onAnswering({ doing: 'fine' }) : onFine(''))}
            >
              {words.fine}
            </Answer>
            <Answer
              icon="ShieldAlert"
              keys={key(words.problemKey)}
              onClick={() => onAnswering(startOfProblem(targets))}
            >
              {words.problem}
            </Answer>
            <span className="debate-moves">
              {onBack && (
                <Answer icon="ArrowLeft" keys="←" quiet onClick={onBack}>
                  Back
                </Answer>
              )}
              <Answer icon="ArrowRight" keys={key('S') ?? '→'} quiet onClick={onSkip}>
                Skip
              </Answer>
            </span>
          </div>
        )}
        {answering.doing === 'target' && (
          <Targets
            targets={targets}
            singleKeys={singleKeys}
            onPick={(target) => onAnswering({ doing: 'problem', target })}
            onBack={back}
          />
        )}
        {answering.doing === 'fine' && (
          <WordsForm
            label="Why is it fine?"
            placeholder="One sentence, if you like"
            action="Record"
            onGive={onFine}
            onBack={back}
          />
        )}
        {answering.doing === 'problem' && (
          <WordsForm
            label={words.prompt}
            hint={
              answering.target === undefined ? undefined : `It is added to the map ${answering.target.words}.`
            }
            placeholder="One plain sentence"
            action="Add to the map"
            needed
            onGive={(text) => onProblem(text, answering.target?.effect)}
            onBack={back}
          />
        )}
      </div>
    </div>
  )
}

/** How a problem begins: where there are several places for it, one is chosen first. */
export function startOfProblem(targets: readonly ObjectionTarget[]): Answering {
  return targets.length > 1 ? { doing: 'target' } : { doing: 'problem', target: targets[0] }
}

function alreadyWords(state: 'answered' | 'raised'): string {
  return state === 'answered'
    ? 'It has been answered: another answer replaces that.'
    : 'It has been raised: a counterpoint on the map says so.'
}

interface AnswerProps {
  readonly icon: IconName
  readonly keys: string | undefined
  readonly quiet?: boolean
  readonly onClick: () => void
  readonly children: string
}

function Answer({ icon, keys, quiet, onClick, children }: AnswerProps) {
  return (
    <button type="button" className={quiet ? 'button quiet large' : 'button large'} onClick={onClick}>
      <Icon name={icon} size={18} />
      {children}
      {keys !== undefined && <kbd aria-hidden="true">{keys}</kbd>}
    </button>
  )
}

interface TargetsProps {
  readonly targets: readonly ObjectionTarget[]
  readonly singleKeys: boolean
  readonly onPick: (target: ObjectionTarget) => void
  readonly onBack: () => void
}

function Targets({ targets, singleKeys, onPick, onBack }: TargetsProps) {
  const list = useRef<HTMLDivElement>(null)
  useFirst(list, 'button')
  return (
    <div className="debate-form" ref={list}>
      <p className="debate-label">The counterpoint goes</p>
      <div className="debate-targets">
        {targets.map((target, index) => (
          <button
            key={target.words}
            type="button"
            className="button large target"
            onClick={() => onPick(target)}
          >
            {target.words}
            {singleKeys && <kbd aria-hidden="true">{index + 1}</kbd>}
          </button>
        ))}
        <button type="button" className="button quiet large" onClick={onBack}>
          Back to the question
        </button>
      </div>
    </div>
  )
}

interface WordsFormProps {
  readonly label: string
  readonly hint?: string | undefined
  readonly placeholder: string
  readonly action: string
  /** Whether it takes words to answer. */
  readonly needed?: boolean
  readonly onGive: (text: string) => void
  readonly onBack: () => void
}

function WordsForm({ label, hint, placeholder, action, needed, onGive, onBack }: WordsFormProps) {
  const [text, setText] = useState('')
  const form = useRef<HTMLFormElement>(null)
  const id = useId()
  useFirst(form, 'textarea')
  const give = () => {
    if (!needed || text.trim() !== '') onGive(text.trim())
    else form.current?.querySelector('textarea')?.focus()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter' && !event.shiftKey) give()
    else if (event.key === 'Escape') onBack()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <form
      ref={form}
      className="debate-form"
      onSubmit={(event) => {
        event.preventDefault()
        give()
      }}
    >
      <label className="debate-label" htmlFor={id}>
        {label}
      </label>
      <textarea
        id={id}
        className="textarea"
        rows={2}
        dir="auto"
        maxLength={defaultLimits.text}
        placeholder={placeholder}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={onKeyDown}
      />
      {hint !== undefined && (
        <span className="debate-hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
      <div className="debate-answers">
        <button
          type="submit"
          className="button primary large"
          aria-disabled={(needed && text.trim() === '') || undefined}
        >
          {action}
          <kbd aria-hidden="true">Enter</kbd>
        </button>
        <button type="button" className="button quiet large" onClick={onBack}>
          Back to the question
          <kbd aria-hidden="true">Esc</kbd>
        </button>
      </div>
    </form>
  )
}

/** Gives the keys to the first such control when the part appears. */
function useFirst(part: RefObject<HTMLElement | null>, selector: string): void {
  useEffect(() => {
    part.current?.querySelector<HTMLElement>(selector)?.focus()
  }, [part, selector])
}
