/**
 * Supports that only lead back to where they start, and so are not counted (S9, S10). What they claim to give
 * must come from somewhere: a support counts only if its premises are grounded before its conclusion.
 */
import { componentsOf, type Adjacency, type Components } from './components.ts'
import type { Network } from './network.ts'

const unranked = 0x7fff_ffff

/** By item: 1 for supports that are not counted. Time O(V + E). */
export function circularSupports(network: Network): Uint8Array {
  const { ids, nodeCount, target, sign, premises, premisesStart } = network
  const ignored = new Uint8Array(ids.length)
  const components = componentsOf(supportsBetweenNodes(network))
  if (!components.anyCyclic) return ignored
  const ranks = ranksOf(network)
  for (let relation = nodeCount; relation < ids.length; relation += 1) {
    const to = target[relation] ?? -1
    if (sign[relation] !== 1 || to < 0 || to >= nodeCount || !isInCircle(components, to)) continue
    const end = premisesStart[relation + 1] ?? 0
    for (let at = premisesStart[relation] ?? 0; at < end; at += 1) {
      const premise = premises[at] ?? 0
      if (components.of[premise] !== components.of[to]) continue
      if ((ranks[premise] ?? 0) >= (ranks[to] ?? 0)) ignored[relation] = 1
    }
  }
  return ignored
}

function isInCircle({ cyclic, of }: Components, item: number): boolean {
  return cyclic[of[item] ?? 0] === 1
}

/** From each node to the premises of its supports. */
export function supportsBetweenNodes(network: Network): Adjacency {
  const { nodeCount, sign, premises, premisesStart, into, intoStart } = network
  const edges = new Int32Array(premises.length)
  const start = new Int32Array(nodeCount + 1)
  let length = 0
  for (let node = 0; node < nodeCount; node += 1) {
    start[node] = length
    const end = intoStart[node + 1] ?? 0
    for (let place = intoStart[node] ?? 0; place < end; place += 1) {
      const relation = into[place] ?? 0
      if (sign[relation] !== 1) continue
      const last = premisesStart[relation + 1] ?? 0
      for (let at = premisesStart[relation] ?? 0; at < last; at += 1) {
        edges[length] = premises[at] ?? 0
        length += 1
      }
    }
  }
  start[nodeCount] = length
  return { start, edges: edges.subarray(0, length) }
}

/**
 * Ranks of nodes (S9), breadth first: a support counts once the last of its premises has a rank, which is then
 * the largest, as ranks are given in ascending order (Knuth 1977, with every step costing 1).
 */
function ranksOf(network: Network): Int32Array {
  const { nodeCount, rooted, sign, target, premisesStart, outOf, outOfStart } = network
  const ranks = new Int32Array(nodeCount).fill(unranked)
  const queue = new Int32Array(nodeCount)
  let length = 0
  for (let node = 0; node < nodeCount; node += 1) {
    if (rooted[node] !== 1) continue
    ranks[node] = 0
    queue[length] = node
    length += 1
  }
  const without = new Int32Array(network.ids.length)
  for (let place = 0; place < length; place += 1) {
    const node = queue[place] ?? 0
    const end = outOfStart[node + 1] ?? 0
    for (let at = outOfStart[node] ?? 0; at < end; at += 1) {
      const relation = outOf[at] ?? 0
      const to = target[relation] ?? -1
      if (sign[relation] !== 1 || to < 0 || to >= nodeCount || ranks[to] !== unranked) continue
      without[relation] = (without[relation] ?? 0) + 1
      if (without[relation] !== (premisesStart[relation + 1] ?? 0) - (premisesStart[relation] ?? 0)) continue
      ranks[to] = (ranks[node] ?? 0) + 1
      queue[length] = to
      length += 1
    }
  }
  return ranks
}
