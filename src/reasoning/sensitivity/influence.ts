/**
 * What can influence what, and in which direction: walks from a topic back over the relations into it, their
 * premises, the relations on those relations, and so on.
 */
import type { Network } from '../network.ts'

/**
 * By item: 1 for the topics and all that can influence one of them.
 * @param ignored by item: 1 for relations that are not counted; all count unless given.
 */
export function influencesOn(network: Network, topics: readonly number[], ignored?: Uint8Array): Uint8Array {
  const found = new Uint8Array(network.ids.length)
  walkBack(
    network,
    topics,
    (relation) => (ignored?.[relation] === 1 ? undefined : 0),
    (item) => {
      if (found[item] === 1) return false
      found[item] = 1
      return true
    },
  )
  return found
}

/**
 * By item: whether a path to a topic has an even number of attacks, and whether one has an odd number. A path
 * that enters a relation goes on to its target.
 */
export function paritiesOn(
  network: Network,
  topics: readonly number[],
  ignored?: Uint8Array,
): { readonly even: Uint8Array; readonly odd: Uint8Array } {
  const seen = [new Uint8Array(network.ids.length), new Uint8Array(network.ids.length)] as const
  walkBack(
    network,
    topics,
    (relation) => (ignored?.[relation] === 1 ? undefined : network.sign[relation] === 1 ? 0 : 1),
    (item, parity) => {
      const marks = seen[parity]
      if (marks[item] === 1) return false
      marks[item] = 1
      return true
    },
  )
  return { even: seen[0], odd: seen[1] }
}

/** By item: 1 if more of it can only help the topic, −1 if it can only hurt, 0 if it does both or neither. */
export function directionsOn(network: Network, topic: number, ignored: Uint8Array): Int8Array {
  const { even, odd } = paritiesOn(network, [topic], ignored)
  return Int8Array.from(network.ids, (_, item) => (even[item] ?? 0) - (odd[item] ?? 0))
}

/** The items that can influence a topic, the nearest first: what matters most tends to be near. */
export function nearestFirst(network: Network, topics: readonly number[]): readonly number[] {
  const { into, intoStart, premises, premisesStart } = network
  const found = new Set(topics)
  // A set is walked in the order of adding, and what is added meanwhile is walked too.
  for (const item of found) {
    for (let at = intoStart[item] ?? 0; at < (intoStart[item + 1] ?? 0); at += 1) {
      const relation = into[at] ?? 0
      found.add(relation)
      const last = premisesStart[relation + 1] ?? 0
      for (let way = premisesStart[relation] ?? 0; way < last; way += 1) found.add(premises[way] ?? 0)
    }
  }
  return [...found]
}

type Parity = 0 | 1

/**
 * Visits items with the number of attacks on the way from a topic, even or odd.
 * @param parityOf what a relation adds to it; undefined for relations that are not followed
 * @param enter whether to go on from here: false if it was here before
 */
function walkBack(
  { into, intoStart, premises, premisesStart }: Network,
  topics: readonly number[],
  parityOf: (relation: number) => Parity | undefined,
  enter: (item: number, parity: Parity) => boolean,
): void {
  const stacks: readonly [number[], number[]] = [[], []]
  const visit = (item: number, parity: Parity) => {
    if (enter(item, parity)) stacks[parity].push(item)
  }
  const leave = (item: number, parity: Parity) => {
    for (let at = intoStart[item] ?? 0; at < (intoStart[item + 1] ?? 0); at += 1) {
      const relation = into[at] ?? 0
      const added = parityOf(relation)
      if (added === undefined) continue
      const next = added === 0 ? parity : parity === 0 ? 1 : 0
      visit(relation, next)
      const last = premisesStart[relation + 1] ?? 0
      for (let way = premisesStart[relation] ?? 0; way < last; way += 1) visit(premises[way] ?? 0, next)
    }
  }
  for (const topic of topics) visit(topic, 0)
  while (stacks[0].length > 0 || stacks[1].length > 0) {
    for (const parity of [0, 1] as const) {
      for (let item = stacks[parity].pop(); item !== undefined; item = stacks[parity].pop())
        leave(item, parity)
    }
  }
}
