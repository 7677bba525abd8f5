/**
 * All problems of an argument, errors first, each rule's in the order of the file. Doubted elements are as if
 * they were not there. What the document mutes is told apart, so that it can be shown and reported again; no two
 * findings of a rule have the same first place, so muting one mutes no other. Time O(V + E) for each rule, but for what cuts both ways (that for each
 * recommendation), double counting (that for every 32 pieces of evidence) and single points (see there).
 */
import type { ArgumentGraph } from '../../model/graph.ts'
import { isMuted } from '../../model/muted.ts'
import type { Evaluation } from '../evaluation.ts'
import type { Sensitivity } from '../sensitivity/sensitivity.ts'
import { circularSupport, contestedLoops, unstable } from './circles.ts'
import {
  cutsBothWays,
  duplicateRelations,
  selfAttacks,
  supportsAndAttacks,
  unansweredCounterpoints,
  unbackedCounterpoints,
  uncontested,
} from './contest.ts'
import {
  dependsOnRule,
  doubleCounting,
  pivotalEvidence,
  singlePointsOfFailure,
  unrated,
  withoutSource,
} from './evidence.ts'
import type { Finding } from './finding.ts'
import { lookAt, type Look } from './look.ts'
import { missingCriteria, offTopic, openCriticalQuestions, orphans } from './place.ts'
import { findingRuleNames, type FindingRule } from './rules.ts'
import {
  defeatedButCited,
  evidenceJumps,
  recommendationsWithoutEvidence,
  unsupportedClaims,
  ungroundedClaims,
  wishfulThinking,
} from './support.ts'

const searches: readonly ((look: Look) => Finding[])[] = [
  unsupportedClaims,
  ungroundedClaims,
  recommendationsWithoutEvidence,
  circularSupport,
  contestedLoops,
  selfAttacks,
  supportsAndAttacks,
  cutsBothWays,
  duplicateRelations,
  orphans,
  offTopic,
  withoutSource,
  unrated,
  evidenceJumps,
  wishfulThinking,
  singlePointsOfFailure,
  pivotalEvidence,
  doubleCounting,
  uncontested,
  unansweredCounterpoints,
  unbackedCounterpoints,
  defeatedButCited,
  openCriticalQuestions,
  missingCriteria,
  dependsOnRule,
  unstable,
]

export interface Problems {
  /** What is reported. */
  readonly findings: readonly Finding[]
  /** What would be, if the document did not mute it. */
  readonly muted: readonly Finding[]
}

/** Finds all problems; those that need the sensitivity only when it is given. */
export function findProblems(evaluation: Evaluation, sensitivity?: Sensitivity): Problems {
  const work = problemsOf(evaluation, sensitivity)
  for (;;) {
    const step = work.next()
    if (step.done) return step.value
  }
}

/** The same in steps, one for each rule, so that it can be done in slices. */
export function* problemsOf(evaluation: Evaluation, sensitivity?: Sensitivity): Generator<void, Problems> {
  const look = lookAt(evaluation, sensitivity)
  const found: Finding[] = []
  for (const search of searches) {
    for (const finding of search(look)) found.push(finding)
    yield
  }
  const all = inReadingOrder(evaluation.graph, found)
  const isMutedHere = ({ rule, at }: Finding) => isMuted(evaluation.graph, rule, at.slice(0, 1))
  return { findings: all.filter((each) => !isMutedHere(each)), muted: all.filter(isMutedHere) }
}

/** Rules that find something only once the sensitivity is known. */
export const lateRules: ReadonlySet<FindingRule> = new Set(['pivotal-evidence', 'verdict-depends-on-rule'])

function inReadingOrder({ nodes, relations }: ArgumentGraph, findings: readonly Finding[]): Finding[] {
  const rules = new Map(findingRuleNames.map((rule, place) => [rule, place]))
  const places = new Map([...Object.keys(nodes), ...Object.keys(relations)].map((id, place) => [id, place]))
  const placeOf = ({ at: [first = ''] }: Finding) => places.get(first) ?? -1
  return findings.toSorted(
    (a, b) => (rules.get(a.rule) ?? 0) - (rules.get(b.rule) ?? 0) || placeOf(a) - placeOf(b),
  )
}
