/** Time as a parameter: the timers of this layer run on the browser's clock, those of its tests on theirs. */

export interface Clock {
  /** Milliseconds since 1970. */
  readonly now: () => number
  /** Runs once, that many milliseconds from now; the answer calls it off. */
  readonly after: (milliseconds: number, run: () => void) => () => void
}

/** The browser's clock. */
export const systemClock: Clock = {
  now: () => Date.now(),
  after: (milliseconds, run) => {
    const timer = setTimeout(run, milliseconds)
    return () => clearTimeout(timer)
  },
}
