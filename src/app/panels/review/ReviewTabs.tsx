/**
 * The two tabs of the review panel by the pattern of the ARIA Authoring Practices: one tab stop, arrow keys,
 * Home and End go from tab to tab and show it at once.
 */
import { useEffect, useRef, type KeyboardEvent } from 'react'
import type { ReviewTab } from '../../app-state.ts'

interface ReviewTabsProps {
  readonly open: ReviewTab
  readonly labels: Readonly<Record<ReviewTab, string>>
  readonly onOpen: (tab: ReviewTab) => void
}

const tabs: readonly ReviewTab[] = ['verdicts', 'problems']

/** Ids that join a tab with its panel. */
export const tabId = (tab: ReviewTab) => `review-tab-${tab}`
export const panelId = (tab: ReviewTab) => `review-${tab}`

export function ReviewTabs({ open, labels, onOpen }: ReviewTabsProps) {
  const list = useRef<HTMLDivElement>(null)
  // The panel opens because somebody asked for it: reading and keys go on here.
  useEffect(() => {
    list.current?.querySelector<HTMLElement>('[aria-selected=true]')?.focus()
  }, [open])
  const onKeyDown = (event: KeyboardEvent) => {
    const to = neighbour(open, event.key)
    if (to === undefined) return
    event.preventDefault()
    onOpen(to)
  }
  return (
    <div
      ref={list}
      className="review-tabs"
      role="tablist"
      aria-label="Review"
      tabIndex={-1}
      onKeyDown={onKeyDown}
    >
      {tabs.map((tab) => (
        <button
          key={tab}
          type="button"
          role="tab"
          id={tabId(tab)}
          className="review-tab"
          aria-selected={tab === open}
          aria-controls={tab === open ? panelId(tab) : undefined}
          tabIndex={tab === open ? 0 : -1}
          onClick={() => onOpen(tab)}
        >
          {labels[tab]}
        </button>
      ))}
    </div>
  )
}

function neighbour(open: ReviewTab, key: string): ReviewTab | undefined {
  const at = tabs.indexOf(open)
  switch (key) {
    case 'ArrowRight':
      return tabs[(at + 1) % tabs.length]
    case 'ArrowLeft':
      return tabs[(at + tabs.length - 1) % tabs.length]
    case 'Home':
      return tabs[0]
    case 'End':
      return tabs.at(-1)
    default:
      return undefined
  }
}
