/** The page's own address, whose fragment (what follows #) can hold a map and never reaches a server. */
export interface PageAddress {
  /** The fragment with its #, "" without one. */
  readonly fragment: () => string
  /** The address with another fragment. */
  readonly with: (fragment: string) => string
  /** Takes the fragment out of the address bar, without a step in the history. */
  readonly clear: () => void
  /** Told when the fragment is changed by hand or by a link. */
  readonly onChange: (run: () => void) => void
}

/** Whether a fragment looks like one that holds a map; whether it does is for formats/share-link.ts to say. */
export function mayHoldMap(fragment: string): boolean {
  return /^#v\d+=/.test(fragment)
}

/** The address of this window. */
export function pageAddress(window: Window): PageAddress {
  const { location, history } = window
  const plain = () => location.href.split('#', 1)[0] ?? location.href
  return {
    fragment: () => location.hash,
    with: (fragment) => plain() + fragment,
    clear: () => history.replaceState(history.state, '', plain()),
    onChange: (run) => window.addEventListener('hashchange', run),
  }
}
