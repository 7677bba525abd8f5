/**
 * A part of the window whose code is fetched when it is first shown. Shown anew after a failure, it is
 * fetched anew: a lazy component alone would remember the failure for as long as the page lives.
 */
import { lazy, Suspense, useState, type ComponentType } from 'react'

interface LoadedPartProps<P extends object> {
  readonly load: () => Promise<{ readonly default: ComponentType<P> }>
  readonly props: P
}

export function LoadedPart<P extends object>({ load, props }: LoadedPartProps<P>) {
  const [Part] = useState(() => lazy(load) as ComponentType<P>)
  return (
    <Suspense>
      <Part {...props} />
    </Suspense>
  )
}
