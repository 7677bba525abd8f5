/** Rules about what carries an argument: support, evidence, assumptions. */
import { relationAt } from '../../model/graph.ts'
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
            say`${named(look.graph, id)} rests on assumptions alone: no evidence leads to it.`,
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
        say`Nothing says why ${named(look.graph, from[0] ?? '')} makes a case for ${named(look.graph, to)}.`,
        { label: 'Write the warrant', command: 'relation.warrant' },
      ),
    ]
  })
}

/** A recommendation among the premises of a relation to evidence, or supporting a claim that it rests on. */
export function wishfulThinking(look: Look): Finding[] {
  return look.recommendations.flatMap((id) => {
    const below = restsOn(look, id)
    return relationsFrom(look, id)
      .filter((relation) => {
        const { kind, to } = relationOf(look, relation)
        const target = look.graph.nodes[to]
        if (target?.kind === 'evidence') return true
        return kind === 'supports' && target?.kind === 'claim' && below.has(to)
      })
      .map((relation) => {
        const { to } = relationOf(look, relation)
        return finding(
          'wishful',
          [relation],
          say`${named(look.graph, id)} is used as a ground for ${named(look.graph, to)}: what should be done does not show what is the case.`,
          { label: 'Delete the step', command: 'edit.delete' },
        )
      })
  })
}

/** A claim at 0 that has support and supports something. */
export function defeatedButCited(look: Look): Finding[] {
  return nodesOfKind(look, 'claim').flatMap((id) => {
    const found = look.evaluation.of(id)
    if (!found || found.strength !== 0 || found.support <= 0 || look.evaluation.unsettled.has(id)) return []
    const used = relationsFrom(look, id).find((each) => relationAt(look.graph, each)?.kind === 'supports')
    if (used === undefined) return []
    const { to } = relationOf(look, used)
    return [
      finding(
        'defeated-but-cited',
        [id],
        say`Objections outweigh the reasons for ${named(look.graph, id)}, which is still given as a reason for ${named(look.graph, to)}.`,
      ),
    ]
  })
}

/** Everything with a directed path to an element, itself not included unless in a circle. */
function restsOn(look: Look, start: string): Set<string> {
  const found = new Set<string>()
  const waiting = [start]
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    for (const relation of relationsAt(look, at)) {
      for (const next of [relation, ...relationOf(look, relation).from]) {
        if (found.has(next)) continue
        found.add(next)
        waiting.push(next)
      }
    }
  }
  return found
}
