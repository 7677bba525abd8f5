/**
 * One order of all vertices from left to right that keeps the author's order among siblings. In a map
 * that is no tree, two parents may ask for opposite orders of the same two statements: then the parent
 * under which they hang wins, then whichever comes first in the map. What is kept is kept as a list of
 * pairs, which later steps hold to.
 */
import type { Network } from './network.ts'

export interface SiblingOrder {
  /** Per vertex: its place in the order. */
  readonly place: Int32Array
  /** Pairs [left, right] of siblings; the pairs that follow from these are not repeated. */
  readonly pairs: readonly (readonly [left: number, right: number])[]
}

/** Above this many siblings only neighbours are compared: their pairs would be millions. */
const largeFamily = 24

/** The order of a network's vertices. */
export function orderSiblings(network: Network): SiblingOrder {
  const walk = walkDown(network)
  const order = new GrowingOrder(walk)
  for (const isOwn of [true, false]) {
    for (const parent of walk) {
      for (const family of familiesUnder(network, parent)) {
        for (const [left, right] of pairsOf(family)) {
          if (isOwn === (hangsUnder(network, left, parent) && hangsUnder(network, right, parent)))
            order.tryPair(left, right)
        }
      }
    }
  }
  return { place: branchesTogether(network, walk, order), pairs: order.pairs }
}

/** All vertices, each after what it hangs under, branches in author's order. */
function walkDown({ vertices, links, into, parentLink, roots }: Network): number[] {
  const order: number[] = []
  const waiting = [...roots].reverse()
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    order.push(at)
    for (const link of [...(into[at] ?? [])].reverse()) {
      const source = links[link]?.source ?? at
      if (parentLink[source] === link) waiting.push(source)
    }
  }
  if (order.length !== vertices.length) throw new Error('a vertex hangs under no root')
  return order
}

/**
 * Siblings under a vertex: what its links come from, and the statements alone, those behind its junctions
 * included. A statement with several relations to it counts where it comes first.
 */
function familiesUnder({ vertices, links, into }: Network, parent: number): number[][] {
  const blocks: number[] = []
  const statements = new Set<number>()
  for (const vertex of sourcesOf({ links, into }, parent)) {
    if (vertices[vertex]?.isJunction) {
      blocks.push(vertex)
      for (const premise of premisesOf({ links, into }, vertex))
        if (premise !== parent) statements.add(premise)
    } else if (!statements.has(vertex)) {
      blocks.push(vertex)
      statements.add(vertex)
    }
  }
  return [blocks, [...statements]]
}

function sourcesOf({ links, into }: Pick<Network, 'links' | 'into'>, vertex: number): number[] {
  const sources = (into[vertex] ?? []).map((link) => links[link]?.source ?? vertex)
  return [...new Set(sources)].filter((source) => source !== vertex)
}

function premisesOf({ links, into }: Pick<Network, 'links' | 'into'>, junction: number): number[] {
  return (into[junction] ?? []).flatMap((link) => {
    const found = links[link]
    return found?.part === 'premise' ? [found.source] : []
  })
}

/** Whether a vertex hangs under another in the tree, directly or by a junction. */
function hangsUnder({ vertices, links, parentLink }: Network, vertex: number, parent: number): boolean {
  const above = links[parentLink[vertex] ?? -1]?.target
  if (above === parent) return true
  return above !== undefined && vertices[above]?.isJunction === true
    ? links[parentLink[above] ?? -1]?.target === parent
    : false
}

function* pairsOf(family: readonly number[]): Generator<readonly [number, number]> {
  for (const [index, left] of family.entries()) {
    const last = family.length > largeFamily ? Math.min(index + 2, family.length) : family.length
    for (let other = index + 1; other < last; other += 1) yield [left, family[other] ?? left]
  }
}

/**
 * An order that takes pairs one by one and changes as little as it must; a pair that contradicts those
 * already taken is left out (Pearce and Kelly, "A dynamic topological sort algorithm", 2006).
 */
class GrowingOrder {
  readonly pairs: (readonly [number, number])[] = []
  readonly place: Int32Array
  readonly after: number[][]
  readonly before: number[][]

  constructor(start: readonly number[]) {
    this.place = new Int32Array(start.length)
    for (const [index, vertex] of start.entries()) this.place[vertex] = index
    this.after = start.map(() => [])
    this.before = start.map(() => [])
  }

  tryPair(left: number, right: number): void {
    if (left === right) return
    if (this.at(left) > this.at(right) && !this.moveBehind(left, right)) return
    this.after[left]?.push(right)
    this.before[right]?.push(left)
    this.pairs.push([left, right])
  }

  /** Makes room so that `right` comes after `left`; false if `left` has to come after `right`. */
  private moveBehind(left: number, right: number): boolean {
    const behind = this.reach(right, this.after, (vertex) => this.at(vertex) <= this.at(left))
    if (behind.includes(left)) return false
    const ahead = this.reach(left, this.before, (vertex) => this.at(vertex) >= this.at(right))
    const byPlace = (a: number, b: number) => this.at(a) - this.at(b)
    const moved = [...ahead.sort(byPlace), ...behind.sort(byPlace)]
    const places = moved.map((vertex) => this.at(vertex)).sort((a, b) => a - b)
    for (const [index, vertex] of moved.entries()) this.place[vertex] = places[index] ?? 0
    return true
  }

  private reach(start: number, next: readonly number[][], isInside: (vertex: number) => boolean): number[] {
    const seen = new Set([start])
    for (const vertex of seen) {
      for (const other of next[vertex] ?? []) if (isInside(other)) seen.add(other)
    }
    return [...seen]
  }

  private at(vertex: number): number {
    return this.place[vertex] ?? 0
  }
}

/**
 * The final order: walks the tree again, and a vertex that must wait for another one takes its whole
 * branch along, so that branches are not torn apart more than the pairs demand.
 */
function branchesTogether(
  { links, into, parentLink }: Network,
  walk: readonly number[],
  order: GrowingOrder,
): Int32Array {
  const place = new Int32Array(walk.length).fill(-1)
  const missing = order.before.map((list) => list.length)
  const isDue = new Uint8Array(walk.length)
  const rest = [...walk].sort((a, b) => (order.place[a] ?? 0) - (order.place[b] ?? 0))
  let count = 0
  const visit = (start: number) => {
    const waiting = [start]
    for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
      isDue[at] = 1
      if (place[at] !== -1 || missing[at] !== 0) continue
      place[at] = count
      count += 1
      const freed: number[] = []
      for (const other of order.after[at] ?? []) {
        missing[other] = (missing[other] ?? 0) - 1
        if (missing[other] === 0 && isDue[other] === 1) freed.push(other)
      }
      waiting.push(...freed.reverse())
      for (const link of [...(into[at] ?? [])].reverse()) {
        const source = links[link]?.source ?? at
        if (parentLink[source] === link) waiting.push(source)
      }
    }
  }
  for (const vertex of walk) if (isDue[vertex] === 0) visit(vertex)
  // What still waits does so for something in its own branch: now the pairs alone decide.
  for (const vertex of rest) if (place[vertex] === -1) visit(vertex)
  return place
}
