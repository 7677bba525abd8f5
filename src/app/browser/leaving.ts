/**
 * What happens when the page is about to be left. The browser asks first while the document has changes
 * that are in no file: the copy kept in the browser is for accidents, and does not follow the user to
 * another machine. And whatever is unkept is kept at the last moment.
 */

export interface LeaveGuard {
  /** Whether leaving now would leave changes that are in no file. */
  readonly set: (changed: boolean) => void
}

/** Asks before this window is left, while there is reason to. */
export function createLeaveGuard(window: EventTarget): LeaveGuard {
  let isGuarding = false
  const ask = (event: Event) => event.preventDefault()
  return {
    set: (changed) => {
      if (changed === isGuarding) return
      isGuarding = changed
      // Only while needed: pages that listen are left out of the cache that makes going back instant.
      if (changed) window.addEventListener('beforeunload', ask)
      else window.removeEventListener('beforeunload', ask)
    },
  }
}

/** The parts of `window` that tell of leaving. */
interface LeavingWindow extends EventTarget {
  readonly document: EventTarget & { readonly visibilityState: DocumentVisibilityState }
}

/** Runs this whenever the page may be gone a moment later: hidden, closed or left. */
export function onLeaving(window: LeavingWindow, run: () => void): void {
  // A tab that is closed on a phone may never hear of being left; one that was hidden has been told before.
  window.document.addEventListener('visibilitychange', () => {
    if (window.document.visibilityState === 'hidden') run()
  })
  // The earliest of all, and with the guard's question there is time even for a large document.
  window.addEventListener('beforeunload', run)
  window.addEventListener('pagehide', run)
}
