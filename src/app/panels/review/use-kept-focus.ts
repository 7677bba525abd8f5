/**
 * Keeps the keys in a panel whose controls take themselves away (a problem that is muted, a supposition that is
 * taken back): the like control of the entry that moves up has them next, or else the open tab. What goes may go
 * much later than it was pressed, once everything has been worked out anew.
 */
import { useEffect, type RefObject } from 'react'

interface Place {
  readonly element: HTMLElement
  readonly list: Element | undefined
  readonly index: number
}

export function useKeptFocus(panel: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const root = panel.current
    if (!root) return
    let last: Place | undefined
    const note = ({ target }: FocusEvent) => {
      last = target instanceof HTMLElement && root.contains(target) ? placeOf(target) : undefined
    }
    const observer = new MutationObserver(() => {
      if (!last || last.element.isConnected || document.activeElement !== document.body) return
      const next = likeIn(last) ?? root.querySelector<HTMLElement>('[role=tab][aria-selected=true]')
      last = undefined
      next?.focus()
    })
    document.addEventListener('focusin', note)
    observer.observe(root, { childList: true, subtree: true })
    return () => {
      document.removeEventListener('focusin', note)
      observer.disconnect()
    }
  }, [panel])
}

function placeOf(element: HTMLElement): Place {
  const item = element.closest('li')
  const list = item?.parentElement ?? undefined
  return { element, list, index: list && item ? [...list.children].indexOf(item) : -1 }
}

/** The control of the same kind in the entry that has taken the place of the one that is gone. */
function likeIn({ element, list, index }: Place): HTMLElement | undefined {
  if (!list?.isConnected) return undefined
  const item = list.children[Math.min(index, list.children.length - 1)]
  const controls = [...(item?.querySelectorAll<HTMLElement>('a, button') ?? [])]
  return controls.find(({ className }) => className === element.className) ?? controls[0]
}
