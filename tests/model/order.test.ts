import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareKeys, inOrder, keysBetween } from '../../src/model/order.ts'

/** Two keys that stand in order, either of them perhaps an open end. */
const gap = fc
  .tuple(fc.nat({ max: 59 }), fc.nat({ max: 59 }))
  .filter(([first, second]) => first !== second)
  .map(([first, second]) => {
    const keys = keysBetween(undefined, undefined, 60)
    return { before: keys[Math.min(first, second)], after: keys[Math.max(first, second)] }
  })
const openGap = fc.oneof(
  gap,
  gap.map(({ before }) => ({ before, after: undefined })),
  gap.map(({ after }) => ({ before: undefined, after })),
  fc.constant({ before: undefined, after: undefined }),
)

describe('author’s order', () => {
  it('goes by the keys; records without one come first, as they stand', () => {
    const records = { c: { order: 'a2' }, b: {}, a: { order: 'a1' }, d: {} }
    expect(inOrder(records)).toEqual(['b', 'd', 'a', 'c'])
  })

  it('can be asked about some of the records, each as often as it is named', () => {
    const records = { c: { order: 'a2' }, b: {}, a: { order: 'a1' } }
    expect(inOrder(records, ['c', 'a', 'c'])).toEqual(['a', 'c', 'c'])
    expect(inOrder(records, ['c', 'unknown'])).toEqual(['unknown', 'c'])
    expect(inOrder(records, [])).toEqual([])
  })

  it('keeps the order of the list among equal keys', () => {
    const records = { a: { order: 'a1' }, b: { order: 'a1' }, c: { order: 'a0' } }
    expect(inOrder(records, ['b', 'a', 'c'])).toEqual(['c', 'b', 'a'])
  })

  it('leaves the list that it is given alone', () => {
    const ids = Object.freeze(['b', 'a'])
    expect(inOrder({ a: { order: 'a0' }, b: { order: 'a1' } }, ids)).toEqual(['a', 'b'])
    expect(ids).toEqual(['b', 'a'])
  })

  it('compares keys by their characters, as every program does, not by language', () => {
    expect(compareKeys('Zz', 'a0')).toBe(-1)
    expect(compareKeys('a1', 'a0')).toBe(1)
    expect(compareKeys('a0', 'a0')).toBe(0)
    expect(compareKeys(undefined, 'A')).toBe(-1)
    expect(compareKeys(undefined, undefined)).toBe(0)
  })
})

describe('new keys', () => {
  it('ascend strictly between the two ends', () => {
    fc.assert(
      fc.property(openGap, fc.integer({ min: 0, max: 40 }), ({ before, after }, count) => {
        const keys = keysBetween(before, after, count)
        expect(keys).toHaveLength(count)
        const all = [
          ...(before === undefined ? [] : [before]),
          ...keys,
          ...(after === undefined ? [] : [after]),
        ]
        for (const [index, key] of all.entries()) {
          expect(compareKeys(all[index - 1], key)).toBe(-1)
        }
      }),
    )
  })

  it('always fit once more, before and behind every key', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { maxLength: 200, size: 'max' }), (steps) => {
        let [before, after] = keysBetween(undefined, undefined, 2)
        for (const isBefore of steps) {
          const [key] = keysBetween(before, after, 1)
          expect(compareKeys(before, key)).toBe(-1)
          expect(compareKeys(key, after)).toBe(-1)
          if (isBefore) after = key
          else before = key
        }
      }),
      { numRuns: 50 },
    )
  })

  it('take an absent key of a record for an open end, also as the empty string', () => {
    expect(keysBetween('', 'a1', 2)).toEqual(keysBetween(undefined, 'a1', 2))
    expect(keysBetween('a1', '', 2)).toEqual(keysBetween('a1', undefined, 2))
  })

  it('cannot be made where the ends are equal or the wrong way round', () => {
    expect(() => keysBetween('a1', 'a1', 1)).toThrow(RangeError)
    expect(() => keysBetween('a1', 'a0', 1)).toThrow(RangeError)
    expect(() => keysBetween('b00', 'a5', 3)).toThrow(RangeError)
  })

  it('cannot be made beside words that are no keys', () => {
    expect(() => keysBetween('first', undefined, 1)).toThrow(/invalid order key/)
  })
})
