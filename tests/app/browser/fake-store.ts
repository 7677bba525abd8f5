/** A key-value store in memory that takes its time, fails, forgets and garbles as a test says. */
import type { Clock } from '../../../src/app/browser/clock.ts'
import type { KeyValueStore } from '../../../src/app/browser/key-value-store.ts'

export interface FakeStore extends KeyValueStore {
  readonly values: Map<string, unknown>
  /** How long a write takes, in ms; Infinity for never. */
  latency: number
  /** Names of the errors that the next writes reject with. */
  readonly failures: string[]
  /** How many of the next writes lose what they were given without a word. */
  losses: number
  /** The most writes that were ever under way at once. */
  mostAtOnce: number
}

/** With a clock writes take `latency`; without one they are done at once. */
export function createFakeStore(clock?: Clock): FakeStore {
  let underWay = 0
  const store: FakeStore = {
    values: new Map(),
    latency: 0,
    failures: [],
    losses: 0,
    mostAtOnce: 0,
    read: (key) => Promise.resolve(store.values.get(key)),
    list: (prefix) =>
      Promise.resolve(
        [...store.values]
          .filter(([key]) => key.startsWith(prefix))
          .sort(([first], [second]) => (first < second ? -1 : 1))
          .map(([, value]) => value),
      ),
    write: async ({ put = [], remove = [] }) => {
      underWay += 1
      store.mostAtOnce = Math.max(store.mostAtOnce, underWay)
      const failure = store.failures.shift()
      const isLost = store.losses > 0
      if (isLost) store.losses -= 1
      const { latency } = store
      if (clock)
        await new Promise<void>((resolve) => void (latency < Infinity && clock.after(latency, resolve)))
      underWay -= 1
      if (failure !== undefined) throw new DOMException(`the store was told to fail`, failure)
      if (isLost) return
      for (const key of remove) store.values.delete(key)
      for (const [key, value] of put) store.values.set(key, value)
    },
  }
  return store
}
