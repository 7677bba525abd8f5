/**
 * How the items of a network hang together, as flat lists: a list per item is a range of one array, so that
 * nothing is allocated for each item.
 */
import type { Relation } from '../model/graph.ts'
import type { ItemIndex } from './network.ts'

/**
 * Appends the premises of a relation as items, each once, ascending; false if one is not there or is no node.
 */
export function addPremises(
  premises: number[],
  { from }: Relation,
  { indexOf, nodeCount }: { indexOf: ItemIndex; nodeCount: number },
): boolean {
  const start = premises.length
  for (const id of from) {
    const item = indexOf.get(id)
    if (item === undefined || item >= nodeCount) return false
    premises.push(item)
  }
  if (from.length < 2) return true
  const items = [...new Set(premises.slice(start))].sort((a, b) => a - b)
  premises.length = start
  for (const item of items) premises.push(item)
  return true
}

/** The connections of a network in both directions, from its premises and targets. Time O(V + E). */
export function connect(given: {
  readonly count: number
  readonly nodeCount: number
  readonly target: Int32Array
  readonly premisesStart: Int32Array
  readonly premises: Int32Array
}) {
  const { count, nodeCount, target, premisesStart, premises } = given
  const intoStart = new Int32Array(count + 1)
  const outOfStart = new Int32Array(count + 1)
  for (let item = nodeCount; item < count; item += 1) {
    const to = target[item] ?? -1
    if (to >= 0) intoStart[to + 1] = (intoStart[to + 1] ?? 0) + 1
  }
  for (const premise of premises) outOfStart[premise + 1] = (outOfStart[premise + 1] ?? 0) + 1
  for (let item = 0; item < count; item += 1) {
    intoStart[item + 1] = (intoStart[item + 1] ?? 0) + (intoStart[item] ?? 0)
    outOfStart[item + 1] = (outOfStart[item + 1] ?? 0) + (outOfStart[item] ?? 0)
  }
  const into = new Int32Array(intoStart[count] ?? 0)
  const outOf = new Int32Array(premises.length)
  const nextInto = intoStart.slice(0, count)
  const nextOutOf = outOfStart.slice(0, count)
  // Relations are visited in ascending order, so both lists come out ascending.
  for (let item = nodeCount; item < count; item += 1) {
    const to = target[item] ?? -1
    if (to >= 0) {
      const place = nextInto[to] ?? 0
      into[place] = item
      nextInto[to] = place + 1
    }
    const end = premisesStart[item + 1] ?? 0
    for (let at = premisesStart[item] ?? 0; at < end; at += 1) {
      const premise = premises[at] ?? 0
      const place = nextOutOf[premise] ?? 0
      outOf[place] = item
      nextOutOf[premise] = place + 1
    }
  }
  return { premisesStart, premises, intoStart, into, outOfStart, outOf }
}
