/** Rules about evidence: where it comes from, how certain it is, how much hangs on it. */
import type { NodeId } from '../../model/graph.ts'
import { singlePoints } from '../sensitivity/single-points.ts'
import { listed, named, say } from '../why/sentence.ts'
import type { Finding } from './finding.ts'
import { finding, idOf, itemOf, nodeOf, nodesOfKind, reachedBySupport, type Look } from './look.ts'

/** Evidence without an excerpt and without an address in text or note. */
export function withoutSource(look: Look): Finding[] {
  return nodesOfKind(look, 'evidence')
    .filter((id) => {
      const { excerpts = [], text, note = '' } = nodeOf(look, id)
      return excerpts.length === 0 && !/https?:\/\/\S/.test(`${text} ${note}`)
    })
    .map((id) =>
      finding(
        'evidence-without-source',
        [id],
        say`${named(look.graph, id)} names no source: nobody can check it.`,
        { label: 'Add a source', command: 'node.source' },
      ),
    )
}

/** Evidence without a rating, also none that is supposed. */
export function unrated(look: Look): Finding[] {
  const { supposedRatings } = look.evaluation.options
  return nodesOfKind(look, 'evidence')
    .filter((id) => (supposedRatings?.[id] ?? nodeOf(look, id).rating) === undefined)
    .map((id) =>
      finding('evidence-unrated', [id], say`How certain ${named(look.graph, id)} is has not been said.`, {
        label: 'Rate it moderate',
        command: 'node.rate.moderate',
      }),
    )
}

/** What all support of a recommendation that comes from evidence passes through. */
export function singlePointsOfFailure(look: Look): Finding[] {
  const found = new Map<NodeId, { role: 'evidence' | 'bottleneck'; recommendations: NodeId[] }>()
  for (const [recommendation, points] of singlePoints(look.network) ?? []) {
    for (const { node, role } of points) {
      const known = found.get(node)
      if (known) known.recommendations.push(recommendation)
      else found.set(node, { role, recommendations: [recommendation] })
    }
  }
  return [...found].map(([id, { role, recommendations }]) =>
    finding(
      'single-point-of-failure',
      [id],
      role === 'evidence'
        ? say`All evidence for ${listed(look.graph, recommendations)} comes down to ${named(look.graph, id)}.`
        : say`All support for ${listed(look.graph, recommendations)} passes through ${named(look.graph, id)}.`,
    ),
  )
}

/** Evidence without which a recommendation has another band; found once sensitivity is known. */
export function pivotalEvidence(look: Look): Finding[] {
  const found = new Map<NodeId, NodeId[]>()
  for (const { id, pivotal } of look.sensitivity?.topics ?? []) {
    for (const element of pivotal) {
      if (look.graph.nodes[element]?.kind !== 'evidence') continue
      found.set(element, [...(found.get(element) ?? []), id])
    }
  }
  return [...found].map(([id, recommendations]) =>
    finding(
      'pivotal-evidence',
      [id],
      say`Without ${named(look.graph, id)}, the verdict on ${listed(look.graph, recommendations)} would be another one.`,
    ),
  )
}

/** Pieces of evidence that are followed; each takes a search of the map. */
const followed = 500

/** Two supports of one statement, each with a premise that the same evidence reaches over supports. */
export function doubleCounting(look: Look): Finding[] {
  const { network } = look
  return nodesOfKind(look, 'evidence')
    .slice(0, followed)
    .flatMap((evidence) => {
      const reached = reachedBySupport(look, [itemOf(look, evidence)])
      const counts = new Map<number, number>()
      for (let relation = network.nodeCount; relation < network.ids.length; relation += 1) {
        const to = network.target[relation] ?? -1
        if (network.sign[relation] !== 1 || to < 0 || to >= network.nodeCount) continue
        const start = network.premisesStart[relation] ?? 0
        const end = network.premisesStart[relation + 1] ?? 0
        const isReached = network.premises.subarray(start, end).some((premise) => reached[premise] === 1)
        if (isReached) counts.set(to, (counts.get(to) ?? 0) + 1)
      }
      return [...counts]
        .filter(([, count]) => count > 1)
        .map(([to]) =>
          finding(
            'double-counting',
            [idOf(look, to), evidence],
            say`${named(look.graph, evidence)} stands behind several reasons for ${named(look.graph, idOf(look, to))}, and counts each time.`,
          ),
        )
    })
}

/** Other rules of scoring put the recommendations into another order; found once sensitivity is known. */
export function dependsOnRule(look: Look): Finding[] {
  if (!look.sensitivity || look.sensitivity.secondOpinion.agree) return []
  return [
    finding(
      'verdict-depends-on-rule',
      look.recommendations,
      say`Other ways of scoring put the ${String(look.recommendations.length)} recommendations into another order.`,
    ),
  ]
}
