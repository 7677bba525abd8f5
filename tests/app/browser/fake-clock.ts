/** A clock that stands still until a test moves it, and runs what is due on the way. */
import type { Clock } from '../../../src/app/browser/clock.ts'

export interface FakeClock extends Clock {
  /** Moves time on, running each timer at its moment and letting promises settle in between. */
  readonly advance: (milliseconds: number) => Promise<void>
  /** Timers that are still to run. */
  readonly waiting: () => number
}

export function createFakeClock(start = 1_700_000_000_000): FakeClock {
  let now = start
  let timers: { readonly at: number; readonly run: () => void }[] = []
  return {
    now: () => now,
    after: (milliseconds, run) => {
      const timer = { at: now + milliseconds, run }
      timers.push(timer)
      return () => {
        timers = timers.filter((each) => each !== timer)
      }
    },
    advance: async (milliseconds) => {
      const end = now + milliseconds
      await settle()
      for (;;) {
        const [next] = timers.filter(({ at }) => at <= end).sort((first, second) => first.at - second.at)
        if (!next) break
        timers = timers.filter((each) => each !== next)
        now = next.at
        next.run()
        await settle()
      }
      now = end
    },
    waiting: () => timers.length,
  }
}

/** Lets every promise that can settle do so. */
function settle(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}
