/** Rules about what carries an argument: support, evidence, assumptions. */
import { nodeAt, relationAt } from '../../model/graph.ts'
import { tolerance } from '../bands.ts'
import { componentsOf, dependenciesOf } from '../components.ts'
import { named, say } from '../why/sentence.ts'
import type { Finding } from './finding.ts'
import {
  finding,
  itemOf,
  nodeOf,
  nodesOfKind,
  reachedBySupport,
  relationOf,
  relationsAt,
  relationsFrom,
  type Look,
} from './look.ts'

const addSupport = { label: 'Add support', command: 'add.child' } as const

/** A claim without incoming support. */
export function unsupportedClaims(look: Look): Finding[] {
  return nodesOfKind(look, 'claim')
    .filter((id) => relationsAt(look, id, 'supports').length === 0)
    .map((id) =>
      finding(
        'unsupported-claim',
        [id],
        say`Nothing supports ${named(look.graph, id)}, so it counts for nothing yet: add a reason.`,
        addSupport,
      ),
    )
}

/** A claim with support, but without a support path from evidence or an assumption. */
export function ungroundedClaims(look: Look): Finding[] {
  const grounds = [...nodesOfKind(look, 'evidence'), ...nodesOfKind(look, 'assumption')]
  const grounded = reachedBySupport(
    look,
    grounds.map((id) => itemOf(look, id)),
  )
  return nodesOfKind(look, 'claim')
    .filter((id) => relationsAt(look, id, 'supports').length > 0 && grounded[itemOf(look, id)] === 0)
    .map((id) =>
      finding(
        'ungrounded-claim',
        [id],
        say`The reasons for ${named(look.graph, id)} go back to no evidence and no assumption: add what they rest on.`,
        addSupport,
      ),
    )
}

/** A recommendation without a support path from evidence; milder where an assumption has one. */
export function recommendationsWithoutEvidence(look: Look): Finding[] {
  const reachedFrom = (kind: 'evidence' | 'assumption') =>
    reachedBySupport(
      look,
      nodesOfKind(look, kind).map((id) => itemOf(look, id)),
    )
  const byEvidence = reachedFrom('evidence')
  const byAssumption = reachedFrom('assumption')
  return look.recommendations
    .filter((id) => byEvidence[itemOf(look, id)] === 0)
    .map((id) =>
      byAssumption[itemOf(look, id)] === 1
        ? finding(
            'rests-on-assumptions',
            [id],
            say`${named(look.graph, id)} rests on assumptions alone: look for evidence.`,
            addSupport,
          )
        : finding(
            'rec-without-evidence',
            [id],
            say`No evidence leads to ${named(look.graph, id)}: add some to one of its reasons.`,
            addSupport,
          ),
    )
}

/** Evidence supports a recommendation with nothing that says why: no other premise, no warrant. */
export function evidenceJumps(look: Look): Finding[] {
  return look.relations.flatMap((id) => {
    const { kind, from, to, warrant } = relationOf(look, id)
    const onlyEvidence = from.every((premise) => nodeOf(look, premise).kind === 'evidence')
    const toRecommendation = look.graph.nodes[to]?.kind === 'recommendation'
    if (kind !== 'supports' || !toRecommendation || !onlyEvidence || warrant?.trim()) return []
    return [
      finding(
        'evidence-jump',
        [id],
        say`Nothing says why ${named(look.graph, from[0] ?? '')} makes a case for ${named(look.graph, to)}: write the warrant, or put a claim between them.`,
        { label: 'Write the warrant', command: 'relation.warrant' },
      ),
    ]
  })
}

/**
 * A recommendation among the premises of a relation to evidence, or supporting a claim that has a path to it: a
 * claim that it supports has one if and only if both are in one circle.
 */
export function wishfulThinking(look: Look): Finding[] {
  const { network, graph } = look
  const { of } = componentsOf(dependenciesOf(network))
  return look.relations.flatMap((id) => {
    const { kind, from, to } = relationOf(look, id)
    const target = nodeAt(graph, to)?.kind
    if (target !== 'evidence' && (target !== 'claim' || kind !== 'supports')) return []
    const wish = from.find(
      (premise) =>
        nodeOf(look, premise).kind === 'recommendation' &&
        (target === 'evidence' || of[itemOf(look, premise)] === of[itemOf(look, to)]),
    )
    if (wish === undefined) return []
    return [
      finding(
        'wishful',
        [id, wish, to],
        say`${named(graph, wish)} is used as a ground for ${named(graph, to)}: what should be done does not show what is the case. Turn the step round, or delete it.`,
        { label: 'Delete the step', command: 'edit.delete', select: [id] },
      ),
    ]
  })
}

/** A claim at 0 that has support and supports something. */
export function defeatedButCited(look: Look): Finding[] {
  return nodesOfKind(look, 'claim').flatMap((id) => {
    const found = look.evaluation.of(id)
    if (
      !found ||
      found.strength > tolerance ||
      found.support <= tolerance ||
      look.evaluation.unsettled.has(id)
    )
      return []
    const used = relationsFrom(look, id).find((each) => relationAt(look.graph, each)?.kind === 'supports')
    if (used === undefined) return []
    const { to } = relationOf(look, used)
    return [
      finding(
        'defeated-but-cited',
        [id],
        say`Objections outweigh the reasons for ${named(look.graph, id)}, which is still given as a reason for ${named(look.graph, to)}: answer them, or drop the step.`,
      ),
    ]
  })
}
