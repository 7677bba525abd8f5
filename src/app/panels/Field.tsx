/** The fields of the inspector: a label, an input, and a value that is written as it is typed. */
import { useEffect, useId, useRef, useState } from 'react'
import { defaultLimits } from '../../formats/json/limits.ts'
import type { InspectorField } from '../../editor/command.ts'
import { useApp, useApplication } from '../app-state.ts'

interface TextFieldProps {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly multiline?: boolean
  readonly placeholder?: string
  readonly hint?: string
  /** The name under which a command can ask for the focus. */
  readonly field?: InspectorField
  readonly list?: string
}

export function TextField({
  label,
  value,
  onChange,
  multiline,
  placeholder,
  hint,
  field,
  list,
}: TextFieldProps) {
  const id = useId()
  const element = useRef<HTMLInputElement & HTMLTextAreaElement>(null)
  useFieldFocus(element, field)
  const application = useApplication()
  const shared = {
    maxLength: defaultLimits.text,
    onBlur: application.endBurst,
    id,
    ref: element,
    value,
    placeholder,
    dir: 'auto',
    'aria-describedby': hint ? `${id}-hint` : undefined,
    onChange: (event: { target: { value: string } }) => onChange(event.target.value),
  }
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {multiline ? (
        <textarea className="textarea" {...shared} />
      ) : (
        <input className="input" list={list} {...shared} />
      )}
      {hint && (
        <span className="hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
    </div>
  )
}

interface ChoiceFieldProps<T extends string> {
  readonly label: string
  readonly value: T | ''
  readonly options: readonly (readonly [value: T | '', label: string])[]
  readonly onChange: (value: T | '') => void
}

export function ChoiceField<T extends string>({ label, value, options, onChange }: ChoiceFieldProps<T>) {
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        className="select"
        value={value}
        onChange={(event) => onChange(event.target.value as T | '')}
      >
        {options.map(([option, words]) => (
          <option key={option} value={option}>
            {words}
          </option>
        ))}
      </select>
    </div>
  )
}

interface SwitchFieldProps {
  readonly label: string
  readonly hint?: string
  readonly on: boolean
  readonly onChange: (on: boolean) => void
}

/** Something that is on or off, with what that means below it where it needs saying. */
export function SwitchField({ label, hint, on, onChange }: SwitchFieldProps) {
  const id = useId()
  return (
    <>
      <label className="switch-row">
        <input
          type="checkbox"
          checked={on}
          aria-describedby={hint ? id : undefined}
          onChange={(event) => onChange(event.target.checked)}
        />
        {label}
      </label>
      {hint && (
        <p className="hint" id={id}>
          {hint}
        </p>
      )}
    </>
  )
}

/** A list of words, written with commas; what is half typed stays as typed until the field is left. */
export function TagsField({
  value,
  onChange,
}: {
  readonly value: readonly string[]
  readonly onChange: (tags: readonly string[]) => void
}) {
  const [typed, setTyped] = useState<string | undefined>(undefined)
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>Tags</label>
      <input
        id={id}
        className="input"
        placeholder="trade, finance"
        value={typed ?? value.join(', ')}
        onChange={(event) => {
          setTyped(event.target.value)
          onChange(event.target.value.split(','))
        }}
        onBlur={() => setTyped(undefined)}
      />
    </div>
  )
}

/** Focuses the field when a command asks for it; once, so that the next thing selected does not take the keys. */
export function useFieldFocus(
  element: { readonly current: HTMLElement | null },
  field: InspectorField | undefined,
): void {
  const application = useApplication()
  const asked = useApp((state) => state.inspectorField)
  useEffect(() => {
    const target = element.current
    if (field === undefined || asked?.field !== field || !target) return
    target.focus()
    application.set({ inspectorField: undefined })
  }, [application, asked, field, element])
}
