/** What the browser and the system around it are set to: questions to `window`, asked in one place. */

/** Media queries whose answers may change while the page is open. */
export const mediaQueries = {
  dark: '(prefers-color-scheme: dark)',
  reducedMotion: '(prefers-reduced-motion: reduce)',
  moreContrast: '(prefers-contrast: more)',
  forcedColors: '(forced-colors: active)',
} as const

export type MediaQuery = keyof typeof mediaQueries

/** The part of `window` that answers media queries. */
interface MediaWindow {
  matchMedia(query: string): Pick<MediaQueryList, 'matches' | 'addEventListener' | 'removeEventListener'>
}

/** Whether the query holds now. */
export function matchesMedia(window: MediaWindow, query: MediaQuery): boolean {
  return window.matchMedia(mediaQueries[query]).matches
}

/** Tells each change of the answer; returns the function that ends this. */
export function watchMedia(
  window: MediaWindow,
  query: MediaQuery,
  onChange: (matches: boolean) => void,
): () => void {
  const list = window.matchMedia(mediaQueries[query])
  const tell = () => onChange(list.matches)
  list.addEventListener('change', tell)
  return () => list.removeEventListener('change', tell)
}

/** Whether the shortcuts' main key is ⌘ and not Ctrl: Apple's systems. */
export function isApple(navigator: { readonly platform: string }): boolean {
  return /^(Mac|iP(hone|ad|od))/.test(navigator.platform)
}
