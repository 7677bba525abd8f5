/** One field and a list that narrows while typing: the palette and every "connect to…" are this. */
import { Autocomplete } from '@base-ui/react/autocomplete'
import { useRef, type ReactNode } from 'react'
import { flushSync } from 'react-dom'
import { useApplication } from '../app-state.ts'
import { Icon } from '../icons.tsx'
import { AppDialog } from './AppDialog.tsx'

export interface PickItem {
  readonly id: string
  /** What is searched, and what a screen reader says. */
  readonly words: string
  readonly content: ReactNode
  /** Why it cannot be picked now. */
  readonly refused?: string | undefined
}

interface PickDialogProps {
  readonly title: string
  readonly placeholder: string
  readonly items: readonly PickItem[]
  readonly empty: string
  readonly onPick: (id: string) => void
  /** What has the keys again afterwards; the map unless given. */
  readonly returnTo?: HTMLElement | undefined
}

export function PickDialog({ title, placeholder, items, empty, onPick, returnTo }: PickDialogProps) {
  const application = useApplication()
  const field = useRef<HTMLInputElement>(null)
  return (
    <AppDialog title={title} bare firstField={field} returnTo={returnTo}>
      <Autocomplete.Root
        open
        inline
        items={items}
        autoHighlight="always"
        keepHighlight
        itemToStringValue={(item: PickItem) => item.words}
        filter={(item: PickItem, query: string) => matches(item.words, query)}
      >
        <div className="pick-field">
          <Icon name="Search" size={18} />
          <Autocomplete.Input
            ref={field}
            className="pick-input"
            aria-label={title}
            placeholder={placeholder}
          />
          <kbd>Esc</kbd>
        </div>
        <Autocomplete.Empty className="pick-empty">{empty}</Autocomplete.Empty>
        <Autocomplete.List className="pick-list" aria-label={title}>
          {(item: PickItem) => (
            <Autocomplete.Item
              key={item.id}
              value={item}
              className="pick-item"
              aria-disabled={item.refused === undefined ? undefined : true}
              onClick={() => {
                if (item.refused !== undefined) {
                  application.announce(item.refused)
                  return
                }
                // The dialog gives the focus back to the map first, so that what the command focuses keeps it.
                flushSync(() => application.show(undefined))
                queueMicrotask(() => onPick(item.id))
              }}
            >
              {item.content}
            </Autocomplete.Item>
          )}
        </Autocomplete.List>
      </Autocomplete.Root>
    </AppDialog>
  )
}

/** Every word of the query begins a word of the text or stands inside it, case and accents aside. */
function matches(text: string, query: string): boolean {
  const folded = fold(text)
  return fold(query)
    .split(/\s+/)
    .every((word) => folded.includes(word))
}

function fold(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{Diacritic}/gu, '')
    .toLocaleLowerCase()
}
