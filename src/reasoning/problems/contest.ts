/** Rules about objections: what nobody has objected to, what nobody has answered, what speaks both ways. */
import type { NodeId } from '../../model/graph.ts'
import { influencesOn, paritiesOn } from '../sensitivity/influence.ts'
import { listed, named, say } from '../why/sentence.ts'
import type { Finding } from './finding.ts'
import {
  finding,
  itemOf,
  nodesOfKind,
  nodeOf,
  relationOf,
  relationsAt,
  relationsFrom,
  type Look,
} from './look.ts'

/** A relation that attacks and whose target is one of its premises. */
export function selfAttacks(look: Look): Finding[] {
  return look.relations.flatMap((id) => {
    const { kind, from, to } = relationOf(look, id)
    if (kind !== 'attacks' || !from.includes(to)) return []
    return [
      finding('self-attack', [id], say`${named(look.graph, to)} is given as an objection to itself.`, {
        label: 'Choose another target',
        command: 'relation.change-target',
      }),
    ]
  })
}

/** A support and an attack with a premise and the target in common. */
export function supportsAndAttacks(look: Look): Finding[] {
  const attacks = new Map<string, string>()
  for (const id of look.relations) {
    const { kind, from, to } = relationOf(look, id)
    if (kind === 'attacks') for (const premise of from) attacks.set(`${premise} ${to}`, id)
  }
  return look.relations.flatMap((id) => {
    const { kind, from, to } = relationOf(look, id)
    if (kind !== 'supports') return []
    const premise = from.find((each) => attacks.has(`${each} ${to}`))
    if (premise === undefined) return []
    return [
      finding(
        'supports-and-attacks',
        [id, attacks.get(`${premise} ${to}`) ?? id],
        say`${named(look.graph, premise)} is given both for and against ${named(look.graph, to)}.`,
      ),
    ]
  })
}

/** Two relations of one kind with the same premises and the same target. */
export function duplicateRelations(look: Look): Finding[] {
  const first = new Map<string, string>()
  return look.relations.flatMap((id) => {
    const { kind, from, to } = relationOf(look, id)
    const key = `${kind} ${to} ${[...from].sort().join(' ')}`
    const same = first.get(key)
    if (same === undefined) {
      first.set(key, id)
      return []
    }
    return [
      finding(
        'duplicate-relation',
        [id, same],
        say`${listed(look.graph, from)} ${kind === 'supports' ? 'supports' : 'attacks'} ${named(look.graph, to)} twice.`,
        { label: 'Delete one of them', command: 'edit.delete', select: [id] },
      ),
    ]
  })
}

/** A node with an even and an odd number of attacks on its ways to one recommendation. */
export function cutsBothWays(look: Look): Finding[] {
  const found = new Map<NodeId, NodeId[]>()
  for (const recommendation of look.recommendations) {
    const { even, odd } = paritiesOn(look.network, [itemOf(look, recommendation)])
    for (const id of look.nodes) {
      const item = itemOf(look, id)
      if (even[item] === 1 && odd[item] === 1) found.set(id, [...(found.get(id) ?? []), recommendation])
    }
  }
  return [...found].map(([id, recommendations]) =>
    finding(
      'cuts-both-ways',
      [id],
      say`${named(look.graph, id)} helps ${listed(look.graph, recommendations)} on one way and hurts on another.`,
    ),
  )
}

/** A recommendation without any attack on what bears on it. */
export function uncontested(look: Look): Finding[] {
  const attacks = look.relations.filter((id) => relationOf(look, id).kind === 'attacks')
  return look.recommendations
    .filter((id) => {
      const cone = influencesOn(look.network, [itemOf(look, id)])
      return !attacks.some((attack) => cone[itemOf(look, attack)] === 1)
    })
    .map((id) =>
      finding(
        'uncontested-rec',
        [id],
        say`Nobody has objected to ${named(look.graph, id)} or to anything it rests on.`,
        { label: 'Add a counterpoint', command: 'add.counterpoint' },
      ),
    )
}

/**
 * A counterpoint with an odd path to a recommendation, where neither it nor a relation with which such a path
 * begins is attacked.
 */
export function unansweredCounterpoints(look: Look): Finding[] {
  const { network, graph } = look
  const { even, odd } = paritiesOn(
    network,
    look.recommendations.map((id) => itemOf(look, id)),
  )
  return nodesOfKind(look, 'counterpoint').flatMap((id) => {
    if (odd[itemOf(look, id)] !== 1) return []
    const begins = relationsFrom(look, id).filter((relation) => {
      const { kind, to } = relationOf(look, relation)
      const target = itemOf(look, to)
      return (kind === 'attacks' ? even : odd)[target] === 1
    })
    const isAnswered = [id, ...begins].some((each) => relationsAt(look, each, 'attacks').length > 0)
    const [begin] = begins
    if (isAnswered || begin === undefined) return []
    return [
      finding(
        'unanswered-counterpoint',
        [id],
        say`Nothing on the map answers ${named(graph, id)}, which speaks against ${named(graph, relationOf(look, begin).to)}.`,
        { label: 'Answer it', command: 'add.counterpoint' },
      ),
    ]
  })
}

/** A counterpoint without rating and support. */
export function unbackedCounterpoints(look: Look): Finding[] {
  return nodesOfKind(look, 'counterpoint')
    .filter((id) => nodeOf(look, id).rating === undefined && relationsAt(look, id, 'supports').length === 0)
    .map((id) =>
      finding('unbacked-counterpoint', [id], say`${named(look.graph, id)} is neither rated nor supported.`, {
        label: 'Add support',
        command: 'add.child',
      }),
    )
}
