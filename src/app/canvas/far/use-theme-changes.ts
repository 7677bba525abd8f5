/** Pictures are drawn in the colours of the theme: this tells when there are others. */
import { useEffect, useState } from 'react'

/** A number that changes whenever the page's theme does. */
export function useThemeChanges(): number {
  const [changes, setChanges] = useState(0)
  useEffect(() => {
    const observer = new MutationObserver(() => setChanges((count) => count + 1))
    observer.observe(document.documentElement, { attributeFilter: ['data-theme', 'class', 'style'] })
    return () => observer.disconnect()
  }, [])
  return changes
}
