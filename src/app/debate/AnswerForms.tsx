/**
 * What an answer in the debate may still take: the choice of a place, and a field for words. Enter gives the answer,
 * Escape goes back to the question.
 */
import { useEffect, useId, useRef, useState, type KeyboardEvent, type RefObject } from 'react'
import { defaultLimits } from '../../formats/json/limits.ts'
import type { ObjectionTarget } from '../../editor/objection-targets.ts'

interface TargetsProps {
  readonly targets: readonly ObjectionTarget[]
  readonly singleKeys: boolean
  readonly onPick: (target: ObjectionTarget) => void
  readonly onBack: () => void
}

/** The places for a counterpoint to choose from. */
export function Targets({ targets, singleKeys, onPick, onBack }: TargetsProps) {
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

/** A field for what is said in answer. */
export function WordsForm({ label, hint, placeholder, action, needed, onGive, onBack }: WordsFormProps) {
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
