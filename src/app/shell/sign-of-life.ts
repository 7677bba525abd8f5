/**
 * Much of the window is needed only once somebody does something: menus, tooltips, dialogs. Their code is
 * fetched at the first sign of life, which comes before the first click or key means anything, so that the
 * map is there sooner and nobody waits for a menu.
 */

const signs = ['pointermove', 'pointerdown', 'keydown', 'focusin'] as const

let first: Promise<void> | undefined

/** Resolves when the pointer first moves, a key is first pressed or something is focused; then at once. */
export function signOfLife(): Promise<void> {
  first ??= new Promise((resolve) => {
    const come = () => {
      for (const sign of signs) removeEventListener(sign, come, { capture: true })
      resolve()
    }
    for (const sign of signs) addEventListener(sign, come, { capture: true })
  })
  return first
}
