import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { clustersOf, explainMissing, visibleOf } from '../../../src/formats/fonts/clusters.ts'

describe('clustersOf', () => {
  it.each([
    ['abc', ['a', 'b', 'c']],
    ['e\u0301x', ['e\u0301', 'x']],
    ['👩‍🚀👍🏽', ['👩‍🚀', '👍🏽']],
    ['🇩🇪🇫🇷', ['🇩🇪', '🇫🇷']],
    ['1\ufe0f\u20e3', ['1\ufe0f\u20e3']],
    ['हिन्दी', ['हि', 'न्', 'दी']],
    ['', []],
  ])('cuts %j', (text, clusters) => {
    expect(clustersOf(text)).toEqual(clusters)
  })

  it('gives the text again when put together', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(clustersOf(text).join('')).toBe(text)
      }),
    )
  })
})

describe('visibleOf', () => {
  it('leaves out joiners, selectors and direction marks', () => {
    expect(visibleOf('a\u200d\ufe0f\u200fb\u00ad')).toEqual([0x61, 0x62])
  })
})

describe('explainMissing', () => {
  it('counts characters once and names their script', () => {
    expect(explainMissing(['ខ', 'ក', 'ខ', '\u{13000}'])).toEqual([
      '2 characters of Khmer ("ក", "ខ") are not in the fonts and are shown as boxes; the text itself is kept.',
      '1 character ("\u{13000}") is not in the fonts and is shown as a box; the text itself is kept.',
    ])
  })

  it('shows five and says that there are more', () => {
    expect(explainMissing(['ა', 'ბ', 'გ', 'დ', 'ე', 'ვ'])[0]).toContain('("ა", "ბ", "გ", "დ", "ე", …)')
  })

  it('says nothing when nothing is missing', () => {
    expect(explainMissing([])).toEqual([])
  })
})
