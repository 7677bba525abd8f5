/**
 * What depends on what, and the strongly connected components of that: the order in which everything is
 * computed, inputs first (S13). Both work on typed arrays without recursion, so that a chain of any length is
 * no deeper than a short one.
 */
import type { Network } from './network.ts'

/** A directed graph: the successors of i are edges[start[i] … start[i + 1]). */
export interface Adjacency {
  readonly start: Int32Array
  readonly edges: Int32Array
}

/** Strongly connected components, numbered so that successors come first. */
export interface Components {
  readonly count: number
  /** By item: its component. */
  readonly of: Int32Array
  /** Members of component c, ascending, are members[start[c] … start[c + 1]). */
  readonly start: Int32Array
  readonly members: Int32Array
  /** By component: 1 if it has two or more members, or one that is its own successor. */
  readonly cyclic: Uint8Array
  readonly anyCyclic: boolean
}

/**
 * What each item depends on: the relations into it and the premises of those.
 * @param ignored by item: 1 for relations that are not counted; all count unless given.
 */
export function dependenciesOf(network: Network, ignored?: Uint8Array): Adjacency {
  const { ids, nodeCount, target, premises, premisesStart, into, intoStart } = network
  const count = ids.length
  const edges = new Int32Array(count - nodeCount + premises.length)
  const start = new Int32Array(count + 1)
  let length = 0
  for (let item = 0; item < count; item += 1) {
    start[item] = length
    const end = intoStart[item + 1] ?? 0
    for (let place = intoStart[item] ?? 0; place < end; place += 1) {
      const relation = into[place] ?? 0
      if (ignored?.[relation] === 1 || target[relation] !== item) continue
      edges[length] = relation
      length += 1
      const last = premisesStart[relation + 1] ?? 0
      for (let at = premisesStart[relation] ?? 0; at < last; at += 1) {
        edges[length] = premises[at] ?? 0
        length += 1
      }
    }
  }
  start[count] = length
  return { start, edges: edges.subarray(0, length) }
}

/** The components of a directed graph in time O(V + E) (Tarjan 1972, with a stack of its own). */
export function componentsOf({ start, edges }: Adjacency): Components {
  const count = start.length - 1
  const of = new Int32Array(count).fill(-1)
  /** When an item was found, from 1; and the earliest found item that it leads back to. */
  const found = new Int32Array(count)
  const low = new Int32Array(count)
  const waiting = new Int32Array(count)
  const path = new Int32Array(count)
  const next = start.slice(0, count)
  let clock = 0
  let waitingCount = 0
  let components = 0
  for (let root = 0; root < count; root += 1) {
    if (found[root] !== 0) continue
    let depth = 0
    path[0] = root
    clock += 1
    found[root] = clock
    low[root] = clock
    waiting[waitingCount] = root
    waitingCount += 1
    while (depth >= 0) {
      const item = path[depth] ?? 0
      const edge = next[item] ?? 0
      if (edge < (start[item + 1] ?? 0)) {
        next[item] = edge + 1
        const successor = edges[edge] ?? 0
        if (found[successor] === 0) {
          clock += 1
          found[successor] = clock
          low[successor] = clock
          waiting[waitingCount] = successor
          waitingCount += 1
          depth += 1
          path[depth] = successor
        } else if (of[successor] === -1 && (found[successor] ?? 0) < (low[item] ?? 0)) {
          low[item] = found[successor] ?? 0
        }
        continue
      }
      if (low[item] === found[item]) {
        let member = -1
        while (member !== item) {
          waitingCount -= 1
          member = waiting[waitingCount] ?? 0
          of[member] = components
        }
        components += 1
      }
      depth -= 1
      const before = depth >= 0 ? (path[depth] ?? 0) : item
      if ((low[item] ?? 0) < (low[before] ?? 0)) low[before] = low[item] ?? 0
    }
  }
  return {
    count: components,
    of,
    ...membersOf(of, components),
    ...cyclesOf({ start, edges }, of, components),
  }
}

/** The members of each component, by counting sort. */
function membersOf(of: Int32Array, components: number): Pick<Components, 'start' | 'members'> {
  const start = new Int32Array(components + 1)
  for (const component of of) start[component + 1] = (start[component + 1] ?? 0) + 1
  for (let component = 0; component < components; component += 1) {
    start[component + 1] = (start[component + 1] ?? 0) + (start[component] ?? 0)
  }
  const next = start.slice(0, components)
  const members = new Int32Array(of.length)
  for (let item = 0; item < of.length; item += 1) {
    const component = of[item] ?? 0
    members[next[component] ?? 0] = item
    next[component] = (next[component] ?? 0) + 1
  }
  return { start, members }
}

/** An edge inside a component lies on a circle, be it from an item to itself. */
function cyclesOf({ start, edges }: Adjacency, of: Int32Array, components: number) {
  const cyclic = new Uint8Array(components)
  let anyCyclic = false
  for (let item = 0; item < of.length; item += 1) {
    const end = start[item + 1] ?? 0
    for (let edge = start[item] ?? 0; edge < end; edge += 1) {
      if (of[edges[edge] ?? 0] !== of[item]) continue
      cyclic[of[item] ?? 0] = 1
      anyCyclic = true
    }
  }
  return { cyclic, anyCyclic }
}
