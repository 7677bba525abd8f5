/** Work in slices: all of it, in order, never long at a time. */
import { describe, expect, it } from 'vitest'
import { createSlices, sliceMs } from '../../../src/app/browser/in-slices.ts'

/** Idle time that comes when the test says so; every step takes 3 ms. */
function setUp() {
  let time = 0
  const waiting: (() => void)[] = []
  const done: string[] = []
  const give = createSlices({ now: () => time, whenIdle: (run) => waiting.push(run) })
  return {
    done,
    waiting,
    idle: () => waiting.shift()?.(),
    give: (name: string, count: number) => {
      function* steps(): Generator<undefined, void> {
        for (let step = 1; step <= count; step += 1) {
          time += 3
          done.push(`${name}${step}`)
          yield
        }
      }
      give(steps())
    },
  }
}

describe('work in slices', () => {
  it('begins when there is time, and leaves off when a slice is over', () => {
    const { done, give, idle, waiting } = setUp()
    give('a', 7)
    expect(done).toEqual([])
    idle()
    expect(done).toHaveLength(Math.ceil(sliceMs / 3))
    while (waiting.length > 0) idle()
    expect(done).toEqual(['a1', 'a2', 'a3', 'a4', 'a5', 'a6', 'a7'])
  })

  it('gives way to newer work', () => {
    const { done, give, idle, waiting } = setUp()
    give('a', 7)
    idle()
    give('b', 2)
    expect(waiting).toHaveLength(1)
    while (waiting.length > 0) idle()
    expect(done).toEqual(['a1', 'a2', 'a3', 'b1', 'b2'])
  })

  it('asks for no time when there is nothing to do', () => {
    const { give, idle, waiting } = setUp()
    give('a', 1)
    idle()
    expect(waiting).toEqual([])
  })
})
