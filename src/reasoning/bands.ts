/**
 * Numbers as steps of a scale, without words: which band a recommendation's balance or a claim's strength
 * falls into, and which standard of proof it meets. Where a number lies within 1e-9 of a border it counts as
 * lying on it, so that sums that are equal on paper never fall on different sides.
 */
import type { Assessment } from './evaluation.ts'

/** How far apart two results must be before they count as different. */
export const tolerance = 1e-9

/** Where a recommendation stands between its reasons and the objections to it, from best to worst. */
export const recommendationBands = [
  'well-supported',
  'leans-in-favour',
  'evenly-contested',
  'not-argued',
  'objections-outweigh',
  'strongly-opposed',
] as const

export type RecommendationBand = (typeof recommendationBands)[number]

/** How strong a statement is, from nothing to everything. */
export const claimBands = [
  'no-support',
  'objections-outweigh',
  'very-weak',
  'weak',
  'moderate',
  'strong',
  'very-strong',
] as const

export type ClaimBand = (typeof claimBands)[number]

/** How sure one must be, from lenient to strict; who meets a strict one meets the lenient ones too. */
export const proofStandards = ['preponderance', 'clear-and-convincing', 'beyond-reasonable-doubt'] as const

export type ProofStandard = (typeof proofStandards)[number]

/** B = S − A, from −1 to 1: what is left of the reasons once the objections are counted. */
export function balanceOf({ support, objection }: Pick<Assessment, 'support' | 'objection'>): number {
  return support - objection
}

/** The band of a recommendation, by its balance; a border belongs to the band nearer to "well supported". */
export function recommendationBand({
  support,
  objection,
}: Pick<Assessment, 'support' | 'objection'>): RecommendationBand {
  if (support <= tolerance && objection <= tolerance) return 'not-argued'
  const balance = balanceOf({ support, objection })
  if (reaches(balance, 0.6)) return 'well-supported'
  if (reaches(balance, 0.2)) return 'leans-in-favour'
  if (reaches(balance, -0.2)) return 'evenly-contested'
  if (reaches(balance, -0.6)) return 'objections-outweigh'
  return 'strongly-opposed'
}

/**
 * The band of a claim, or of another statement that is no recommendation, by its strength. A claim at 0 has
 * either no support at all or objections that outweigh it. What counts without support, such as evidence
 * (`primaFacie`), is at 0 only because of objections.
 */
export function claimBand(
  { strength, support, objection }: Pick<Assessment, 'strength' | 'support' | 'objection'>,
  primaFacie = false,
): ClaimBand {
  if (strength <= tolerance) {
    const outweighed = support > tolerance && reaches(objection, support)
    return outweighed || (primaFacie && objection > tolerance) ? 'objections-outweigh' : 'no-support'
  }
  if (reaches(strength, 0.8)) return 'very-strong'
  if (reaches(strength, 0.6)) return 'strong'
  if (reaches(strength, 0.4)) return 'moderate'
  if (reaches(strength, 0.2)) return 'weak'
  return 'very-weak'
}

/**
 * The strictest standard of proof that support S and objection A meet, if any: preponderance S > A; clear and
 * convincing S > .4 and S − A > .3; beyond reasonable doubt also A < .2 (Gordon, Prakken and Walton 2007,
 * Carneades).
 */
export function proofStandard({
  support,
  objection,
}: Pick<Assessment, 'support' | 'objection'>): ProofStandard | undefined {
  if (!exceeds(support, objection)) return undefined
  if (!exceeds(support, 0.4) || !exceeds(support - objection, 0.3)) return 'preponderance'
  return exceeds(0.2, objection) ? 'beyond-reasonable-doubt' : 'clear-and-convincing'
}

function reaches(value: number, border: number): boolean {
  return value >= border - tolerance
}

function exceeds(value: number, border: number): boolean {
  return value > border + tolerance
}
