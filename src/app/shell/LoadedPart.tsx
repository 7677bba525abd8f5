/**
 * A part of the window whose code is fetched when it is first shown, or when its loader sees fit. Shown
 * anew after a failure, it is fetched anew: a lazy component alone would remember the failure for as long
 * as the page lives.
 */
import { lazy, Suspense, useState, type ComponentType, type ReactNode } from 'react'

interface LoadedPartProps<P extends object> {
  readonly load: () => Promise<{ readonly default: ComponentType<P> }>
  readonly props: P
  /** What stands there until the code has come; nothing unless given. */
  readonly until?: ReactNode
}

export function LoadedPart<P extends object>({ load, props, until }: LoadedPartProps<P>) {
  const [Part] = useState(() => lazy(load) as ComponentType<P>)
  return (
    <Suspense fallback={until}>
      <Part {...props} />
    </Suspense>
  )
}
