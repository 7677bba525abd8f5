/**
 * Work that may wait, done a little at a time while the page has nothing else to do: no slice keeps a key or
 * a frame waiting. Promises: the steps run in their order, each once, and newer work of the same kind takes
 * the place of what is left of the older.
 */

/** Longest time of a slice, in ms, unless a single step takes longer. */
export const sliceMs = 8

/** Where the time comes from; `requestIdleCallback` in browsers that have it. */
interface IdleTime {
  /** ms since some start. */
  readonly now: () => number
  /** Runs once, when there is time. */
  readonly whenIdle: (run: () => void) => void
}

/** The page's own idle time. Safari has no idle callbacks: there a slice runs after what waits already. */
const idleTime: IdleTime = {
  now: () => performance.now(),
  whenIdle: (run) => {
    if (typeof requestIdleCallback === 'function') requestIdleCallback(() => run(), { timeout: 1000 })
    else setTimeout(run, 16)
  },
}

/** A place for one piece of work at a time; what it is given replaces what is not done yet. */
export function createSlices(time: IdleTime = idleTime): (steps: Iterator<undefined, void>) => void {
  let left: Iterator<undefined, void> | undefined
  let isWaiting = false
  const slice = () => {
    isWaiting = false
    const end = time.now() + sliceMs
    while (left && time.now() < end) if (left.next().done) left = undefined
    wait()
  }
  const wait = () => {
    if (!left || isWaiting) return
    isWaiting = true
    time.whenIdle(slice)
  }
  return (steps) => {
    left = steps
    wait()
  }
}
