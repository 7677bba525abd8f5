/** Rules about evidence: where it comes from, how certain it is, how much hangs on it. */
import type { NodeId } from '../../model/graph.ts'
import { ratingOf } from '../base-scores.ts'
import { componentsOf } from '../components.ts'
import { supportsBetweenNodes } from '../circular.ts'
import { singlePoints } from '../sensitivity/single-points.ts'
import { listed, named, say } from '../why/sentence.ts'
import type { Finding } from './finding.ts'
import { finding, idOf, itemOf, nodeOf, nodesOfKind, type Look } from './look.ts'

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
        say`${named(look.graph, id)} names no source, so nobody can check it: say where it stands.`,
        { label: 'Add a source', command: 'node.source' },
      ),
    )
}

/** Evidence without a rating, also none that is supposed. */
export function unrated(look: Look): Finding[] {
  return nodesOfKind(look, 'evidence')
    .filter((id) => ratingOf(id, nodeOf(look, id), look.evaluation.options) === undefined)
    .map((id) =>
      finding(
        'evidence-unrated',
        [id],
        say`How certain ${named(look.graph, id)} is has not been said: rate it.`,
        {
          label: 'Rate it moderate',
          command: 'node.rate.moderate',
        },
      ),
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
      [id, ...recommendations],
      role === 'evidence'
        ? say`All evidence for ${listed(look.graph, recommendations)} comes down to ${named(look.graph, id)}: look for some that does not need it.`
        : say`All support for ${listed(look.graph, recommendations)} passes through ${named(look.graph, id)}: look for some that does not need it.`,
      { label: 'Add other support', command: 'add.child', select: recommendations.slice(0, 1) },
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
      [id, ...recommendations],
      say`Without ${named(look.graph, id)}, the verdict on ${listed(look.graph, recommendations)} would be another one: make sure of it.`,
    ),
  )
}

/**
 * Two supports of one statement, each with a premise that the same evidence reaches over supports. Supports that
 * are not counted, because they only lead back, do not count twice either. Time O(V + E) for every 32 pieces of
 * evidence: each is one bit of a word that is handed on.
 */
export function doubleCounting(look: Look): Finding[] {
  const { network, evaluation } = look
  const circles = componentsOf(supportsBetweenNodes(network))
  const evidence = nodesOfKind(look, 'evidence')
  const supports = Array.from({ length: network.nodeCount }, (): number[] => [])
  for (let step = network.nodeCount; step < network.ids.length; step += 1) {
    const to = network.target[step] ?? -1
    if (network.sign[step] === 1 && to >= 0 && to < network.nodeCount) supports[to]?.push(step)
  }
  const doubled = new Map<NodeId, NodeId[]>()
  for (let first = 0; first < evidence.length; first += 32) {
    const followed = evidence.slice(first, first + 32)
    const bits = new Int32Array(network.nodeCount)
    for (const [place, id] of followed.entries()) bits[itemOf(look, id)] = 1 << place
    const bitsOf = (step: number) => {
      let found = 0
      const end = network.premisesStart[step + 1] ?? 0
      for (let at = network.premisesStart[step] ?? 0; at < end; at += 1) {
        found |= bits[network.premises[at] ?? 0] ?? 0
      }
      return found
    }
    // Premises come first; members of a circle all reach each other.
    for (let circle = 0; circle < circles.count; circle += 1) {
      const members = circles.members.subarray(circles.start[circle] ?? 0, circles.start[circle + 1] ?? 0)
      let found = 0
      for (const node of members) {
        found |= bits[node] ?? 0
        for (const step of supports[node] ?? []) found |= bitsOf(step)
      }
      for (const node of members) bits[node] = found
    }
    for (const id of look.nodes) {
      let once = 0
      let twice = 0
      for (const step of supports[itemOf(look, id)] ?? []) {
        if (evaluation.circular.has(idOf(look, step))) continue
        const found = bitsOf(step)
        twice |= once & found
        once |= found
      }
      if (twice === 0) continue
      const several = followed.filter((_, place) => (twice & (1 << place)) !== 0)
      doubled.set(id, [...(doubled.get(id) ?? []), ...several])
    }
  }
  return [...doubled].map(([id, several]) =>
    finding(
      'double-counting',
      [id, ...several],
      say`${listed(look.graph, several)} ${several.length === 1 ? 'stands' : 'each stand'} behind several reasons for ${named(look.graph, id)}, and ${several.length === 1 ? 'counts' : 'count'} each time: link the reasons into one step, or drop one.`,
    ),
  )
}

/** Other rules of scoring put the recommendations into another order; found once sensitivity is known. */
export function dependsOnRule(look: Look): Finding[] {
  if (!look.sensitivity || look.sensitivity.secondOpinion.agree) return []
  return [
    finding(
      'verdict-depends-on-rule',
      look.recommendations,
      say`Other ways of scoring put the ${String(look.recommendations.length)} recommendations into another order: do not rely on it.`,
    ),
  ]
}
