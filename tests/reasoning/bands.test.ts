import { describe, expect, it } from 'vitest'
import {
  balanceOf,
  claimBand,
  claimBands,
  proofStandard,
  recommendationBand,
  recommendationBands,
} from '../../src/reasoning/bands.ts'

const weighed = (support: number, objection: number) => ({ support, objection })
const claim = (strength: number, support = strength, objection = 0) => ({ strength, support, objection })

describe('recommendationBand', () => {
  it.each([
    [weighed(1, 0), 'well-supported'],
    [weighed(0.6, 0), 'well-supported'],
    [weighed(0.59, 0), 'leans-in-favour'],
    [weighed(0.2, 0), 'leans-in-favour'],
    [weighed(0.19, 0), 'evenly-contested'],
    [weighed(0.4, 0.4), 'evenly-contested'],
    [weighed(0, 0.2), 'evenly-contested'],
    [weighed(0, 0.21), 'objections-outweigh'],
    [weighed(0, 0.6), 'objections-outweigh'],
    [weighed(0, 0.61), 'strongly-opposed'],
    [weighed(0, 1), 'strongly-opposed'],
    [weighed(0, 0), 'not-argued'],
  ] as const)('%j is %s', (sides, band) => {
    expect(recommendationBand(sides)).toBe(band)
  })

  it('takes a balance that only rounding keeps from a border as lying on it', () => {
    expect(0.9 - 0.3).not.toBe(0.6)
    expect(recommendationBand(weighed(0.7, 0.1))).toBe('well-supported')
    expect(recommendationBand(weighed(0.9, 0.7))).toBe('leans-in-favour')
    expect(recommendationBand(weighed(0.1, 0.3))).toBe('evenly-contested')
    expect(recommendationBand(weighed(0.1, 0.7))).toBe('objections-outweigh')
  })

  it('keeps what is argued to a draw apart from what is not argued', () => {
    expect(balanceOf(weighed(0.5, 0.5))).toBe(0)
    expect(recommendationBand(weighed(0.5, 0.5))).not.toBe(recommendationBand(weighed(0, 0)))
  })

  it('never rises as the balance falls', () => {
    const bands = Array.from({ length: 201 }, (_, step) => {
      const balance = (100 - step) / 100
      return recommendationBands.indexOf(
        recommendationBand(weighed(Math.max(balance, 0), Math.max(-balance, 0))),
      )
    }).filter((band) => recommendationBands[band] !== 'not-argued')
    expect(bands).toEqual(bands.toSorted((a, b) => a - b))
    expect(new Set(bands).size).toBe(recommendationBands.length - 1)
  })
})

describe('claimBand', () => {
  it.each([
    [claim(0), 'no-support'],
    [claim(0, 0, 0.5), 'no-support'],
    [claim(0, 0.4, 0.4), 'objections-outweigh'],
    [claim(0, 0.4, 0.9), 'objections-outweigh'],
    [claim(0.1), 'very-weak'],
    [claim(0.2), 'weak'],
    [claim(0.4), 'moderate'],
    [claim(0.6), 'strong'],
    [claim(0.8), 'very-strong'],
    [claim(1), 'very-strong'],
  ] as const)('%j is %s', (assessment, band) => {
    expect(claimBand(assessment)).toBe(band)
  })

  it('takes a strength that only rounding keeps from a border as lying on it', () => {
    expect(1 - 0.4 - 0.2).toBeLessThan(0.4 + 1e-12)
    expect(claimBand(claim(0.8 - 1e-12))).toBe('very-strong')
    expect(claimBand(claim(1e-12))).toBe('no-support')
  })

  it('blames objections where evidence is at nothing, as evidence needs no support', () => {
    expect(claimBand(claim(0, 0, 1), true)).toBe('objections-outweigh')
    expect(claimBand(claim(0, 0, 1))).toBe('no-support')
  })

  it('never falls as the strength rises', () => {
    const bands = Array.from({ length: 101 }, (_, step) => claimBands.indexOf(claimBand(claim(step / 100))))
    expect(bands).toEqual(bands.toSorted((a, b) => a - b))
  })
})

describe('proofStandard', () => {
  it.each([
    [weighed(0.3, 0.3), undefined],
    [weighed(0.2, 0.5), undefined],
    [weighed(0.3, 0.1), 'preponderance'],
    [weighed(0.9, 0.7), 'preponderance'],
    [weighed(0.4, 0), 'preponderance'],
    [weighed(0.6, 0.3), 'preponderance'],
    [weighed(0.8, 0.3), 'clear-and-convincing'],
    [weighed(0.8, 0.2), 'clear-and-convincing'],
    [weighed(0.8, 0.1), 'beyond-reasonable-doubt'],
  ] as const)('%j meets %s', (sides, standard) => {
    expect(proofStandard(sides)).toBe(standard)
  })
})
