import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ratingNames } from '../../src/model/kinds.ts'
import {
  claimBand,
  proofStandard,
  recommendationBand,
  recommendationBands,
} from '../../src/reasoning/bands.ts'
import { standingNames } from '../../src/reasoning/standing-values.ts'
import { textOf } from '../../src/reasoning/why/sentence.ts'
import {
  answeredSentence,
  anyRatingSentence,
  balancePoints,
  claimWords,
  points,
  proofStandardSentence,
  proofStandardWords,
  recommendationWords,
  scoreMeaning,
  signedPoints,
  standingWords,
  thresholdSentence,
  verdictOf,
  withoutSentence,
} from '../../src/reasoning/words.ts'
import { graph, withNodes } from '../support/graph-builder.ts'

const map = withNodes(graph`e1 supports p1; k1 attacks p1`, {
  e1: { text: 'Harbour survey' },
  k1: { text: 'Costs are underrated' },
})
const unit = fc.double({ min: 0, max: 1, noNaN: true })
const weighed = fc.record({ support: unit, objection: unit })
const causes = ['objection', 'reasons', 'nothing'] as const

describe('numbers', () => {
  it('are whole points, balances with a sign and a true minus', () => {
    expect([0, 0.005, 0.644, 0.645, 1].map(points)).toEqual([0, 1, 64, 65, 100])
    expect([0.64, -0.12, 0, 0.004, -0.004, 1, -1].map(signedPoints)).toEqual([
      '+64',
      '−12',
      '0',
      '0',
      '0',
      '+100',
      '−100',
    ])
    expect(balancePoints({ support: 0.2, objection: 0.5 })).toBe('−30')
  })

  it('round a half up also where binary fractions fall short of it', () => {
    expect(points(0.1 + 0.2 + 0.005)).toBe(31)
    expect(points(0.285)).toBe(29)
  })
})

describe('verdicts', () => {
  it('join standing and balance in plain words', () => {
    expect(verdictOf('holds', 'well-supported')).toMatchObject({
      tone: 'good',
      words: 'Holds: well supported',
    })
    expect(verdictOf('holds', 'evenly-contested')).toMatchObject({
      tone: 'thin',
      words: 'Answered, but thin',
    })
    expect(verdictOf('unresolved', 'leans-in-favour').tone).toBe('open')
    expect(verdictOf('falls', 'well-supported')).toMatchObject({
      tone: 'challenged',
      words: 'Well supported, but has an unanswered objection',
    })
    expect(verdictOf('falls', 'leans-in-favour', 'reasons').words).toBe(
      'Leans in favour, but its reasons do not hold',
    )
    expect(verdictOf('falls', 'strongly-opposed')).toMatchObject({
      tone: 'bad',
      words: 'Does not hold: strongly opposed',
    })
    expect(verdictOf('falls', 'not-argued')).toMatchObject({ tone: 'none', words: 'Not argued yet' })
  })

  it('call an unanswered objection one only where it is the cause', () => {
    for (const band of recommendationBands) {
      const { words, meaning } = verdictOf('falls', band, 'reasons')
      expect(`${words} ${meaning}`).not.toContain('objection to it')
      expect(words).not.toContain('unanswered')
    }
  })
})

describe('sentences', () => {
  it('say what leaving something out does', () => {
    const before = { support: 0.8, objection: 0.16 }
    const without = (after: { support: number; objection: number }) =>
      textOf(withoutSentence(map, 'e1', { before, after }))
    expect(without({ support: 0.57, objection: 0.16 })).toBe(
      'Without “Harbour survey”, this recommendation drops from +64 to +41 (now ‘leans in favour’).',
    )
    expect(without({ support: 0.9, objection: 0.16 })).toBe(
      'Without “Harbour survey”, this recommendation rises from +64 to +74 (still ‘well supported’).',
    )
    expect(without(before)).toBe('Without “Harbour survey”, this recommendation stays at +64.')
  })

  it('say what an answer or another rating does', () => {
    expect(textOf(answeredSentence(map, 'k1', { support: 0.82, objection: 0 }))).toBe(
      'If “Costs are underrated” were answered it would rise to +82.',
    )
    expect(textOf(thresholdSentence(map, 'e1', { band: 'well-supported', least: 'low' }))).toBe(
      'This verdict, ‘well supported’, stands as long as “Harbour survey” is at least low.',
    )
    expect(textOf(anyRatingSentence(map, 'e1', 'evenly-contested'))).toBe(
      'However “Harbour survey” is rated, this verdict stays ‘evenly contested’.',
    )
  })

  it('point at the statements they name', () => {
    expect(
      answeredSentence(map, 'k1', { support: 1, objection: 0 }).flatMap(({ element }) => element ?? []),
    ).toEqual(['k1'])
  })

  it('say which standard of proof is met', () => {
    expect(proofStandardSentence(undefined)).toBe(
      'Meets no standard of proof: the reasons do not outweigh the objections.',
    )
    expect(proofStandardSentence(proofStandard({ support: 0.9, objection: 0.3 }))).toContain(
      '“clear and convincing”',
    )
  })

  it('say with every number that it is computed from the map, and never speak of chance', () => {
    expect(scoreMeaning).toBe('Score out of 100, computed only from what is on this map.')
    fc.assert(
      fc.property(
        weighed,
        weighed,
        unit,
        fc.constantFrom(...standingNames),
        fc.constantFrom(...causes),
        fc.constantFrom(...ratingNames),
        (before, after, strength, standing, cause, least) => {
          const band = recommendationBand(before)
          const { words, meaning } = verdictOf(standing, band, cause)
          const all = [
            scoreMeaning,
            words,
            meaning,
            standingWords[standing].label,
            standingWords[standing].meaning,
            recommendationWords[band],
            claimWords[claimBand({ ...before, strength })],
            proofStandardSentence(proofStandard(before)),
            ...Object.values(proofStandardWords).map((each) => each.meaning),
            textOf(withoutSentence(map, 'e1', { before, after })),
            textOf(answeredSentence(map, 'k1', after)),
            textOf(thresholdSentence(map, 'e1', { band, least })),
            textOf(anyRatingSentence(map, 'e1', band)),
          ]
          expect(all.filter((text) => /[Pp]robab|[Ll]ikel|[Cc]hance|undefined|NaN|-\d/.test(text))).toEqual(
            [],
          )
          expect(all.filter((text) => text.trim() === '')).toEqual([])
        },
      ),
    )
  })
})
