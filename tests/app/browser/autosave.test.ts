/** Autosave on a clock and a store under the test's control: when it writes, and what failures do. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  createAutosave,
  deadlineMs,
  maxRetryMs,
  quietMs,
  retryMs,
  stallMs,
} from '../../../src/app/browser/autosave.ts'
import type { KeptWork } from '../../../src/app/browser/kept-work.ts'
import type { StorageError } from '../../../src/app/browser/storage-error.ts'
import { createFakeClock } from './fake-clock.ts'
import { createFakeStore } from './fake-store.ts'

/** An editor whose document is a counter, autosaved; `told` is what the user would be told, in order. */
function setUp() {
  const clock = createFakeClock()
  const store = createFakeStore(clock)
  const told: (number | StorageError['kind'])[] = []
  let id = 'first'
  let text = 0
  let persisted = 0
  const autosave = createAutosave({
    store,
    clock,
    read: () => ({ id, text: String(text), title: 'Map', changed: true }),
    onSaved: (work) => told.push(Number(work.text)),
    onError: (error) => told.push(error.kind),
    persist: async () => {
      persisted += 1
    },
  })
  return {
    clock,
    store,
    told,
    autosave,
    edit: () => {
      text += 1
      autosave.changed()
    },
    switchTo: (next: string) => {
      id = next
      text += 1
      autosave.changed()
    },
    text: () => text,
    id: () => id,
    persisted: () => persisted,
    /** The number in the store, 0 when nothing is kept. */
    kept: () => Number((store.values.get(`work/${id}`) as KeptWork | undefined)?.text ?? 0),
  }
}

describe('changed', () => {
  it('keeps the work once the edits pause', async () => {
    const { clock, edit, kept, told } = setUp()
    edit()
    await clock.advance(quietMs - 1)
    expect(kept()).toBe(0)
    await clock.advance(1)
    expect(kept()).toBe(1)
    expect(told).toEqual([1])
    expect(clock.waiting()).toBe(0)
  })

  it('keeps the work by the deadline when the edits never pause', async () => {
    const { clock, edit, kept } = setUp()
    for (let edits = 0; edits * 50 < deadlineMs; edits += 1) {
      edit()
      await clock.advance(50)
    }
    expect(kept()).toBe(deadlineMs / 50)
  })

  it('waits for a pause again after each write', async () => {
    const { clock, edit, told } = setUp()
    edit()
    await clock.advance(5_000)
    edit()
    await clock.advance(quietMs - 1)
    expect(told).toEqual([1])
    await clock.advance(1)
    expect(told).toEqual([1, 2])
  })

  it('keeps edits made during a write with the next one', async () => {
    const { autosave, clock, store, edit, kept, told } = setUp()
    store.latency = 300
    edit()
    void autosave.flush()
    edit()
    edit()
    void autosave.flush()
    await clock.advance(600)
    expect(told).toEqual([1, 3])
    expect(kept()).toBe(3)
    expect(store.mostAtOnce).toBe(1)
  })

  it('removes the work that other work takes the place of, in one step', async () => {
    const { clock, store, edit, switchTo } = setUp()
    edit()
    await clock.advance(1_000)
    switchTo('second')
    await clock.advance(1_000)
    expect([...store.values.keys()]).toEqual(['work/second'])
  })

  it('keeps the earlier work until the new work is safe', async () => {
    const { clock, store, edit, switchTo } = setUp()
    edit()
    await clock.advance(1_000)
    store.failures.push('QuotaExceededError')
    switchTo('second')
    await clock.advance(quietMs)
    expect([...store.values.keys()]).toEqual(['work/first'])
  })

  it('asks the browser once not to clear the storage, when the first work is kept', async () => {
    const { clock, edit, persisted } = setUp()
    expect(persisted()).toBe(0)
    edit()
    await clock.advance(1_000)
    edit()
    await clock.advance(1_000)
    expect(persisted()).toBe(1)
  })
})

describe('resume', () => {
  it('lets restored work go when other work takes its place', async () => {
    const { autosave, clock, store, switchTo } = setUp()
    store.values.set('work/restored', { id: 'restored' })
    autosave.resume('restored')
    switchTo('second')
    await clock.advance(1_000)
    expect([...store.values.keys()]).toEqual(['work/second'])
  })

  it('leaves work alone that was not restored', async () => {
    const { clock, store, switchTo } = setUp()
    store.values.set('work/declined', { id: 'declined' })
    switchTo('second')
    await clock.advance(1_000)
    expect([...store.values.keys()]).toEqual(['work/declined', 'work/second'])
  })
})

describe('flush', () => {
  it('keeps the work without waiting for a pause', async () => {
    const { autosave, clock, edit, kept } = setUp()
    edit()
    await Promise.all([autosave.flush(), clock.advance(0)])
    expect(kept()).toBe(1)
  })

  it('hands the work to the store in the same turn, for a page that is being left', () => {
    const { autosave, store, edit } = setUp()
    edit()
    void autosave.flush()
    expect(store.mostAtOnce).toBe(1)
  })

  it('does nothing when nothing has changed', async () => {
    const { autosave, store } = setUp()
    await autosave.flush()
    expect(store.mostAtOnce).toBe(0)
  })
})

describe('a write that fails', () => {
  it('is reported, and tried again until it succeeds', async () => {
    const { clock, store, edit, kept, told } = setUp()
    store.failures.push('QuotaExceededError', 'UnknownError')
    edit()
    await clock.advance(quietMs)
    expect(told).toEqual(['full'])
    await clock.advance(retryMs)
    expect(told).toEqual(['full', 'failed'])
    await clock.advance(2 * retryMs)
    expect(told).toEqual(['full', 'failed', 1])
    expect(kept()).toBe(1)
    expect(clock.waiting()).toBe(0)
  })

  it('counts afresh once a write has succeeded', async () => {
    const { clock, store, edit, told } = setUp()
    store.failures.push('UnknownError', 'UnknownError')
    edit()
    await clock.advance(10_000)
    store.failures.push('UnknownError')
    edit()
    await clock.advance(quietMs + retryMs)
    expect(told).toEqual(['failed', 'failed', 1, 'failed', 2])
  })

  it('is not repeated with each key pressed', async () => {
    const { clock, store, edit, told } = setUp()
    store.failures.push(...Array<string>(100).fill('QuotaExceededError'))
    for (let edits = 0; edits < 100; edits += 1) {
      edit()
      await clock.advance(100)
    }
    expect(told.length).toBeLessThanOrEqual(5)
  })

  it('is tried again at once when the page is about to be left', async () => {
    const { autosave, clock, store, edit, told } = setUp()
    store.failures.push('UnknownError')
    edit()
    await clock.advance(quietMs)
    await Promise.all([autosave.flush(), clock.advance(0)])
    expect(told).toEqual(['failed', 1])
  })

  it('is noticed when the store lost it without a word', async () => {
    const { clock, store, edit, told } = setUp()
    store.losses = 1
    edit()
    await clock.advance(quietMs)
    expect(told).toEqual(['notKept'])
    await clock.advance(retryMs)
    expect(told).toEqual(['notKept', 1])
  })

  it('is noticed when the store never answers', async () => {
    const { clock, store, edit, told } = setUp()
    store.latency = Infinity
    edit()
    await clock.advance(quietMs + stallMs)
    expect(told).toEqual(['stalled'])
    edit()
    await clock.advance(10_000)
    expect(store.mostAtOnce).toBe(1)
  })

  it('may be our own: an error while the text is made is reported too', async () => {
    const clock = createFakeClock()
    const errors: StorageError[] = []
    const autosave = createAutosave({
      store: createFakeStore(),
      clock,
      read: () => {
        throw new Error('no text')
      },
      onError: (error) => errors.push(error),
    })
    autosave.changed()
    await autosave.flush()
    expect(errors).toEqual([{ kind: 'failed', detail: 'no text' }])
  })
})

type Step = (world: ReturnType<typeof setUp>) => void | Promise<void>

const steps = fc.array(
  fc.oneof(
    { weight: 5, arbitrary: fc.constant<Step>(({ edit }) => edit()) },
    {
      weight: 5,
      arbitrary: fc.nat(1_500).map(
        (time): Step =>
          ({ clock }) =>
            clock.advance(time),
      ),
    },
    { weight: 2, arbitrary: fc.constant<Step>(({ autosave }) => void autosave.flush()) },
    {
      weight: 1,
      arbitrary: fc.nat(2 * stallMs).map(
        (latency): Step =>
          ({ store }) =>
            void (store.latency = latency),
      ),
    },
    {
      weight: 1,
      arbitrary: fc
        .array(fc.constantFrom('QuotaExceededError', 'UnknownError', 'AbortError'), { maxLength: 6 })
        .map(
          (names): Step =>
            ({ store }) =>
              void store.failures.push(...names),
        ),
    },
    {
      weight: 1,
      arbitrary: fc.nat(3).map(
        (losses): Step =>
          ({ store }) =>
            void (store.losses += losses),
      ),
    },
    {
      weight: 1,
      arbitrary: fc.constantFrom('first', 'second', 'third').map(
        (id): Step =>
          ({ switchTo }) =>
            switchTo(id),
      ),
    },
  ),
  { maxLength: 40, size: 'max' },
)

describe('autosave', () => {
  it('ends with the newest work kept and reported, whatever edits, time and failures came before', async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (run) => {
        const world = setUp()
        for (const step of run) await step(world)
        const { clock, store, told, text, id, kept } = world
        // Failures still planned take their turn too: each costs at most one wait and one slow write.
        const trouble = store.failures.length + store.losses + 2
        await clock.advance(trouble * (maxRetryMs + store.latency))
        expect(store.mostAtOnce).toBeLessThanOrEqual(1)
        expect(clock.waiting()).toBe(0)
        if (text() === 0) return
        expect(told.at(-1)).toBe(text())
        expect(kept()).toBe(text())
        expect([...store.values.keys()]).toEqual([`work/${id()}`])
      }),
      { numRuns: 1_000 },
    )
  })

  it('has kept every edit that is a second old, whenever the page dies', async () => {
    const gap = fc.oneof(fc.nat(120), fc.nat(1_200))
    await fc.assert(
      fc.asyncProperty(fc.array(gap, { maxLength: 40, size: 'max' }), fc.nat(1_500), async (gaps, last) => {
        const { clock, store, edit, kept } = setUp()
        store.latency = 100
        const times: number[] = []
        for (const milliseconds of [...gaps, last]) {
          times.push(clock.now())
          edit()
          await clock.advance(milliseconds)
          const aSecondOld = times.filter((time) => time <= clock.now() - 1_000).length
          expect(kept()).toBeGreaterThanOrEqual(aSecondOld)
        }
      }),
      { numRuns: 300 },
    )
  })
})
