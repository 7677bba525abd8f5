/**
 * Which circular supports are not counted once something is left out (S9, S10). Leaving out can only raise ranks
 * and break circles, so only supports that lie in a circle now can change, and only if something is left out on
 * a line of support that leads into that circle.
 */
import { supportsBetweenNodes } from '../circular.ts'
import { componentsOf } from '../components.ts'
import type { Network } from '../network.ts'

export interface Recut {
  /** Whether leaving out this relation can change what is counted. */
  readonly matters: (relation: number) => boolean
  /** The supports that can be cut at all. */
  readonly candidates: readonly number[]
}

/** Prepares a network for the question; where no support lies in a circle nothing ever matters. */
export function createRecut(network: Network): Recut {
  const { nodeCount, sign, target } = network
  const components = componentsOf(supportsBetweenNodes(network))
  const inCircle = (node: number) => components.cyclic[components.of[node] ?? 0] === 1
  const leadsIn = new Uint8Array(nodeCount)
  const stack: number[] = []
  const candidates: number[] = []
  const enter = (node: number) => {
    if (leadsIn[node] === 1) return
    leadsIn[node] = 1
    stack.push(node)
  }
  for (let node = 0; node < nodeCount; node += 1) if (inCircle(node)) enter(node)
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    const end = network.intoStart[node + 1] ?? 0
    for (let place = network.intoStart[node] ?? 0; place < end; place += 1) {
      const relation = network.into[place] ?? 0
      if (sign[relation] !== 1) continue
      if (inCircle(node)) candidates.push(relation)
      const last = network.premisesStart[relation + 1] ?? 0
      for (let at = network.premisesStart[relation] ?? 0; at < last; at += 1) enter(network.premises[at] ?? 0)
    }
  }
  return {
    matters: (relation) => {
      const to = target[relation] ?? -1
      return sign[relation] === 1 && to < nodeCount && leadsIn[to] === 1
    },
    candidates,
  }
}
