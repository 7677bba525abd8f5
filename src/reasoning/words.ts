/**
 * What the numbers and standings are called, for people who have never read about argumentation: every word
 * of the evaluation is here, so that panels, reports and the command line say the same. Nothing is called
 * probable: a score says only what follows from the map.
 */
import type { ArgumentGraph, ElementId } from '../model/graph.ts'
import { ratingScale, type Rating } from '../model/kinds.ts'
import { capitalise } from '../model/naming.ts'
import {
  balanceOf,
  recommendationBand,
  type ClaimBand,
  type ProofStandard,
  type RecommendationBand,
} from './bands.ts'
import type { Assessment, Standing } from './evaluation.ts'
import { named, say, type Sentence } from './why/sentence.ts'

type Weighed = Pick<Assessment, 'support' | 'objection'>

/** Standings in words, from good to bad. */
export const standingWords = {
  holds: {
    label: 'holds',
    meaning: 'Every objection on the map is answered.',
  },
  unresolved: {
    label: 'unresolved',
    meaning: 'Objections and answers block each other.',
  },
  falls: {
    label: 'does not hold',
    meaning: 'It has an unanswered objection, or no reason for it holds.',
  },
} as const satisfies Record<Standing, { label: string; meaning: string }>

/** What every number on the screen has to be read with. */
export const scoreMeaning = 'Score out of 100, computed only from what is on this map.'

/** What is said instead of a number where there is none (S14). */
export const unsettledMeaning = 'Its score does not settle: statements influence each other in circles.'

/** Said where the map was too large for everything to be tried (see `Sensitivity.complete`). */
export const incompleteMeaning =
  'This map is too large for everything to be tried: more may matter than is named here.'

/** The balance of a recommendation in words. */
export const recommendationWords = {
  'well-supported': 'well supported',
  'leans-in-favour': 'leans in favour',
  'evenly-contested': 'evenly contested',
  'not-argued': 'not argued yet',
  'objections-outweigh': 'objections outweigh support',
  'strongly-opposed': 'strongly opposed',
} as const satisfies Record<RecommendationBand, string>

/** The strength of a claim, and of all else that is no recommendation, in words. */
export const claimWords = {
  'no-support': 'no support yet',
  'objections-outweigh': 'objections outweigh support',
  'very-weak': 'very weak',
  weak: 'weak',
  moderate: 'moderate',
  strong: 'strong',
  'very-strong': 'very strong',
} as const satisfies Record<ClaimBand, string>

/** How sure one must be: what each standard demands. */
export const proofStandardWords = {
  preponderance: {
    label: 'more for it than against it',
    meaning: 'The reasons outweigh the objections.',
  },
  'clear-and-convincing': {
    label: 'clear and convincing',
    meaning: 'The reasons come to more than 40 and exceed the objections by more than 30.',
  },
  'beyond-reasonable-doubt': {
    label: 'beyond reasonable doubt',
    meaning:
      'The reasons come to more than 40 and exceed the objections by more than 30, and the objections stay below 20.',
  },
} as const satisfies Record<ProofStandard, { label: string; meaning: string }>

/** Which standard of proof is met, as a sentence. */
export function proofStandardSentence(standard: ProofStandard | undefined): string {
  if (standard === undefined) {
    return 'Meets no standard of proof: the reasons do not outweigh the objections.'
  }
  const { label, meaning } = proofStandardWords[standard]
  return `Meets the standard “${label}”. ${meaning}`
}

/** A number from 0 to 1 as whole points out of 100. */
export function points(value: number): number {
  // Half a point that is missing only by rounding errors counts.
  return Math.floor(value * 100 + 0.5 + 1e-7)
}

/** A balance from −1 to 1 as "+64", "−12" (with a true minus sign) or "0". */
export function signedPoints(balance: number): string {
  const size = points(Math.abs(balance))
  if (size === 0) return '0'
  return balance > 0 ? `+${size}` : `−${size}`
}

/** The balance of support and objection: "+64". */
export function balancePoints(weighed: Weighed): string {
  return signedPoints(balanceOf(weighed))
}

/** Why a recommendation does not hold: an objection to it stands, its reasons do not hold, or it has none. */
export type FallCause = 'objection' | 'reasons' | 'nothing'

/** How a verdict is to be felt: what it is drawn as. */
export type VerdictTone = 'good' | 'thin' | 'open' | 'challenged' | 'bad' | 'none'

export interface Verdict {
  readonly tone: VerdictTone
  /** In a few words, without a full stop: "Holds: well supported". */
  readonly words: string
  /** One sentence on what that means. */
  readonly meaning: string
}

/** The verdict on a recommendation, from whether it stands and how much speaks for it. */
export function verdictOf(
  standing: Standing,
  band: RecommendationBand,
  cause: FallCause = band === 'not-argued' ? 'nothing' : 'objection',
): Verdict {
  const word = recommendationWords[band]
  const favoured = band === 'well-supported' || band === 'leans-in-favour'
  switch (standing) {
    case 'holds':
      return favoured
        ? { tone: 'good', words: `Holds: ${word}`, meaning: holdsMeaning(band) }
        : {
            tone: 'thin',
            words: 'Answered, but thin',
            meaning: 'Every objection on the map is answered, but little speaks for it on balance.',
          }
    case 'unresolved':
      return {
        tone: 'open',
        words: `Unresolved: ${word}`,
        meaning: 'Objections and answers block each other, so nothing follows yet.',
      }
    case 'falls':
      if (band === 'not-argued') {
        return {
          tone: 'none',
          words: 'Not argued yet',
          meaning: 'Nothing on the map that counts speaks for or against it.',
        }
      }
      return favoured
        ? {
            tone: 'challenged',
            words: `${capitalise(word)}, but ${causeWords[cause]}`,
            meaning: causeMeanings[cause],
          }
        : { tone: 'bad', words: `Does not hold: ${word}`, meaning: causeMeanings[cause] }
  }
}

function holdsMeaning(band: RecommendationBand): string {
  return band === 'well-supported'
    ? 'Every objection on the map is answered, and what speaks for it is strong.'
    : 'Every objection on the map is answered, and on balance more speaks for it than against it.'
}

const causeWords = {
  objection: 'has an unanswered objection',
  reasons: 'its reasons do not hold',
  nothing: 'no reason is given',
} as const satisfies Record<FallCause, string>

const causeMeanings = {
  objection: 'An objection to it is not answered on the map.',
  reasons: 'None of the reasons given for it holds.',
  nothing: 'No reason is given for it on the map.',
} as const satisfies Record<FallCause, string>

/** "Without “Harbour survey”, this recommendation drops from +64 to +41 (now ‘leans in favour’)." */
export function withoutSentence(
  graph: ArgumentGraph,
  id: ElementId,
  { before, after }: { readonly before: Weighed; readonly after: Weighed },
): Sentence {
  const from = balancePoints(before)
  const to = balancePoints(after)
  const band = recommendationWords[recommendationBand(after)]
  const same = recommendationBand(before) === recommendationBand(after)
  if (from === to) {
    return same
      ? say`Without ${named(graph, id)}, this recommendation stays at ${from}.`
      : say`Without ${named(graph, id)}, this recommendation stays at ${from}, but is now ‘${band}’.`
  }
  const verb = balanceOf(after) < balanceOf(before) ? 'drops' : 'rises'
  return say`Without ${named(graph, id)}, this recommendation ${verb} from ${from} to ${to} (${same ? 'still' : 'now'} ‘${band}’).`
}

/** "If “Costs are underrated” were answered it would rise to +82." */
export function answeredSentence(graph: ArgumentGraph, objection: ElementId, after: Weighed): Sentence {
  return say`If ${named(graph, objection)} were answered it would rise to ${balancePoints(after)}.`
}

/** "This verdict, ‘well supported’, stands as long as “Harbour survey” is at least low." */
export function thresholdSentence(
  graph: ArgumentGraph,
  id: ElementId,
  { band, least }: { readonly band: RecommendationBand; readonly least: Rating },
): Sentence {
  return say`This verdict, ‘${recommendationWords[band]}’, stands as long as ${named(graph, id)} is at least ${ratingScale[least].label}.`
}

/** "However “Harbour survey” is rated, this verdict stays ‘well supported’." */
export function anyRatingSentence(graph: ArgumentGraph, id: ElementId, band: RecommendationBand): Sentence {
  return say`However ${named(graph, id)} is rated, this verdict stays ‘${recommendationWords[band]}’.`
}
