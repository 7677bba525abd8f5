import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createAgenda } from '../../../src/reasoning/sensitivity/agenda.ts'

describe('createAgenda', () => {
  it('takes every number once, ascending, with those that come in on the way', () => {
    const size = 500
    fc.assert(
      fc.property(
        fc.array(fc.nat({ max: size - 1 }), { maxLength: 60 }),
        fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 5 }),
        (first, steps) => {
          const agenda = createAgenda(size)
          for (const round of [1, 2]) {
            const taken: number[] = []
            const expected = new Set(first)
            for (const number of first) agenda.add(number)
            agenda.run((number) => {
              taken.push(number)
              const next = number + (steps[number % steps.length] ?? 1)
              if (next >= size) return
              agenda.add(next)
              expected.add(next)
            })
            expect(taken, `round ${round}`).toEqual([...expected].sort((a, b) => a - b))
          }
        },
      ),
    )
  })
})
