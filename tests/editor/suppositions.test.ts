import { describe, expect, it } from 'vitest'
import { areDoubted, areRated, withDoubts, withRating } from '../../src/editor/suppositions.ts'
import { graph } from '../support/graph-builder.ts'

const plain = graph`e1, a1 support c1; k1 attacks c1`
const base = {
  ...plain,
  nodes: { ...plain.nodes, e1: { kind: 'evidence', text: 'e1', rating: 'low' } as const },
}

describe('withDoubts', () => {
  it('doubts, and trusts again where all are doubted', () => {
    const one = withDoubts(undefined, ['e1'])
    expect(one).toEqual({ doubted: ['e1'], ratings: {} })
    const two = withDoubts(one, ['e1', 'r1'])
    expect(two).toEqual({ doubted: ['e1', 'r1'], ratings: {} })
    expect(withDoubts(two, ['e1'])).toEqual({ doubted: ['r1'], ratings: {} })
  })

  it('ends the session with the last doubt, unless ratings are supposed too', () => {
    expect(withDoubts({ doubted: ['e1'], ratings: {} }, ['e1'])).toBeUndefined()
    expect(withDoubts({ doubted: ['e1'], ratings: { k1: 'low' } }, ['e1'])).toEqual({
      doubted: [],
      ratings: { k1: 'low' },
    })
  })
})

describe('withRating', () => {
  it('supposes a rating, "not rated" included, beside what is supposed already', () => {
    const high = withRating(base, undefined, { ids: ['e1', 'k1'], rating: 'high' })
    expect(high).toEqual({ doubted: [], ratings: { e1: 'high', k1: 'high' } })
    expect(withRating(base, high, { ids: ['e1'], rating: undefined })).toEqual({
      doubted: [],
      ratings: { k1: 'high', e1: undefined },
    })
  })

  it('supposes nothing where the document says the same', () => {
    expect(withRating(base, undefined, { ids: ['e1'], rating: 'low' })).toBeUndefined()
    const high = { doubted: ['k1'], ratings: { e1: 'high' } } as const
    expect(withRating(base, high, { ids: ['e1'], rating: 'low' })).toEqual({ doubted: ['k1'], ratings: {} })
  })

  it('takes back what is supposed already', () => {
    const high = { doubted: [], ratings: { e1: 'high', k1: 'low' } } as const
    expect(withRating(base, high, { ids: ['e1'], rating: 'high' })).toEqual({
      doubted: [],
      ratings: { k1: 'low' },
    })
  })
})

describe('areDoubted and areRated', () => {
  it('are true of all that is asked about, and of nothing never', () => {
    const supposition = { doubted: ['e1', 'r1'], ratings: { e1: undefined, k1: 'low' } } as const
    expect(areDoubted(supposition, ['e1', 'r1'])).toBe(true)
    expect(areDoubted(supposition, ['e1', 'k1'])).toBe(false)
    expect(areDoubted(supposition, [])).toBe(false)
    expect(areRated(supposition, { ids: ['e1'], rating: undefined })).toBe(true)
    expect(areRated(supposition, { ids: ['a1'], rating: undefined })).toBe(false)
    expect(areRated(supposition, { ids: ['e1', 'k1'], rating: 'low' })).toBe(false)
  })
})
