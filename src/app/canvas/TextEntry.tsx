/**
 * The text of a statement while it is typed, in place. Every key here acts on the text or ends the
 * entry; nothing reaches the map. Typing goes straight into the document (one step of undo), so
 * nothing typed can be lost.
 */
import { useLayoutEffect, useRef } from 'react'
import { defaultLimits } from '../../formats/json/limits.ts'
import { useApplication } from '../app-state.ts'

interface TextEntryProps {
  readonly id: string
  readonly text: string
  readonly placeholder: string
}

export function TextEntry({ id, text, placeholder }: TextEntryProps) {
  const application = useApplication()
  const area = useRef<HTMLTextAreaElement>(null)
  useLayoutEffect(() => {
    const element = area.current
    if (!element) return
    element.focus({ preventScroll: true })
    element.setSelectionRange(element.value.length, element.value.length)
  }, [id])
  useLayoutEffect(() => {
    const element = area.current
    if (!element) return
    element.style.height = '0'
    element.style.height = `${element.scrollHeight}px`
  }, [text])
  return (
    <textarea
      ref={area}
      className="statement-entry nodrag nopan nowheel"
      aria-label="Text of this statement"
      value={text}
      placeholder={placeholder}
      dir="auto"
      rows={1}
      maxLength={defaultLimits.text}
      spellCheck
      onChange={(event) => application.type(id, event.target.value)}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return
        if (application.runTypingKey(event.nativeEvent)) event.preventDefault()
      }}
      onBlur={() => application.endEntry(id)}
    />
  )
}
