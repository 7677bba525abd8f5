/**
 * Code that is fetched when a component first wants it and is at hand ever after, so that a part of a panel is
 * there at once the next time and nothing flashes. A failed fetch is thrown while rendering, for the boundary
 * around the panel to tell, and tried anew when the component is shown again.
 */
import { useEffect, useState } from 'react'

/** A hook that answers what `load` brings, or undefined until it has come. */
export function lateCode<T extends object>(load: () => Promise<T>): () => T | undefined {
  let come: T | undefined
  return () => {
    const [outcome, setOutcome] = useState<T | Error | undefined>(come)
    useEffect(() => {
      if (come) return undefined
      let wanted = true
      load().then(
        (code) => {
          come = code
          if (wanted) setOutcome(code)
        },
        (error: unknown) => {
          if (wanted) setOutcome(error instanceof Error ? error : new Error(String(error)))
        },
      )
      return () => {
        wanted = false
      }
    }, [])
    if (outcome instanceof Error) throw outcome
    return outcome
  }
}
