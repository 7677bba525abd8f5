/** Rules about objections: what nobody has objected to, what nobody has answered, what speaks both ways. */
import type { NodeId, RelationId } from '../../model/graph.ts'
import { relationKinds } from '../../model/kinds.ts'
import type { Network } from '../network.ts'
import { paritiesOn } from '../sensitivity/influence.ts'
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
      finding(
        'self-attack',
        [id],
        say`${named(look.graph, to)} is given as an objection to itself: choose another target.`,
        {
          label: 'Choose another target',
          command: 'relation.change-target',
        },
      ),
    ]
  })
}

/** A support and an attack with a premise and the target in common. */
export function supportsAndAttacks(look: Look): Finding[] {
  const attacks = new Map<string, RelationId>()
  for (const id of look.relations) {
    const { kind, from, to } = relationOf(look, id)
    if (kind === 'attacks') for (const premise of from) attacks.set(keyOf(premise, to), id)
  }
  return look.relations.flatMap((id) => {
    const { kind, from, to } = relationOf(look, id)
    if (kind !== 'supports') return []
    const premise = from.find((each) => attacks.has(keyOf(each, to)))
    if (premise === undefined) return []
    return [
      finding(
        'supports-and-attacks',
        [id, attacks.get(keyOf(premise, to)) ?? id, premise, to],
        say`${named(look.graph, premise)} is given both for and against ${named(look.graph, to)}: delete the slip, or split the statement.`,
      ),
    ]
  })
}

/** Two relations of one kind with the same premises and the same target, of any kind. */
export function duplicateRelations(look: Look): Finding[] {
  const first = new Map<string, RelationId>()
  const present = Object.keys(look.graph.relations).filter((id) => !look.evaluation.leftOut.has(id))
  return present.flatMap((id) => {
    const { kind, from, to } = relationOf(look, id)
    const key = keyOf(kind, to, ...[...new Set(from)].sort())
    const same = first.get(key)
    if (same === undefined) {
      first.set(key, id)
      return []
    }
    return [
      finding(
        'duplicate-relation',
        [id, same],
        say`${listed(look.graph, from)} ${from.length === 1 ? relationKinds[kind].label : relationKinds[kind].infinitive} ${named(look.graph, to)} twice: delete one of the two.`,
        { label: 'Delete one of them', command: 'edit.delete', select: [id] },
      ),
    ]
  })
}

/** Recommendations from which ways are followed back, each through the whole map. */
const followed = 200

/**
 * A node with an even and an odd number of attacks on its ways to one recommendation. Time O(V + E) for each of
 * the first 200 recommendations.
 */
export function cutsBothWays(look: Look): Finding[] {
  const found = new Map<NodeId, NodeId[]>()
  for (const recommendation of look.recommendations.slice(0, followed)) {
    const { even, odd } = paritiesOn(look.network, [itemOf(look, recommendation)])
    for (const id of look.nodes) {
      const item = itemOf(look, id)
      if (even[item] === 1 && odd[item] === 1) found.set(id, [...(found.get(id) ?? []), recommendation])
    }
  }
  return [...found].map(([id, recommendations]) =>
    finding(
      'cuts-both-ways',
      [id, ...recommendations],
      say`${named(look.graph, id)} helps ${listed(look.graph, recommendations)} on one way and hurts on another: check that both are meant.`,
    ),
  )
}

/** A recommendation without any attack on what bears on it. */
export function uncontested(look: Look): Finding[] {
  const contested = reachedByAttacks(look.network)
  return look.recommendations
    .filter((id) => contested[itemOf(look, id)] === 0)
    .map((id) =>
      finding(
        'uncontested-rec',
        [id],
        say`Nobody has objected to ${named(look.graph, id)} or to anything it rests on: ask what speaks against it.`,
        { label: 'Add a counterpoint', command: 'add.counterpoint' },
      ),
    )
}

/** By item: 1 for what an attack has a path to. */
function reachedByAttacks({ ids, nodeCount, sign, target, outOf, outOfStart }: Network): Uint8Array {
  const reached = new Uint8Array(ids.length)
  const waiting: number[] = []
  const reach = (item: number) => {
    if (item < 0 || reached[item] === 1) return
    reached[item] = 1
    waiting.push(item)
  }
  for (let step = nodeCount; step < ids.length; step += 1) if (sign[step] === -1) reach(target[step] ?? -1)
  for (let item = waiting.pop(); item !== undefined; item = waiting.pop()) {
    if (item >= nodeCount) reach(target[item] ?? -1)
    else {
      const end = outOfStart[item + 1] ?? 0
      for (let at = outOfStart[item] ?? 0; at < end; at += 1) reach(target[outOf[at] ?? 0] ?? -1)
    }
  }
  return reached
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
        say`Nothing on the map answers ${named(graph, id)}, which speaks against ${named(graph, relationOf(look, begin).to)}: answer it, or take it into account.`,
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
      finding(
        'unbacked-counterpoint',
        [id],
        say`${named(look.graph, id)} is neither rated nor supported: do one of the two.`,
        {
          label: 'Add support',
          command: 'add.child',
        },
      ),
    )
}

/** Ids as one key, whatever characters they have. */
function keyOf(...ids: readonly string[]): string {
  return JSON.stringify(ids)
}
