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
  const families = walk.flatMap((parent) => familiesUnder(network, parent))
  for (const isOwn of [true, false]) {
    for (const family of families) {
      for (const [left, right] of pairsOf(family)) {
        if (isOwn === (left.isOwn && right.isOwn)) order.tryPair(left.vertex, right.vertex)
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

interface Member {
  readonly vertex: number
  /** Whether the vertex hangs here in the tree. */
  readonly isOwn: boolean
}

/**
 * Siblings under a vertex: what its links come from, and the statements alone, those behind its junctions
 * included. A statement with several relations to it counts where it comes first. The premises of a
 * relation and what supports or attacks that relation are two families.
 */
function familiesUnder(network: Network, parent: number): Member[][] {
  const { vertices, links, into, parentLink } = network
  const blocks: number[] = []
  const statements = new Set<number>()
  for (const source of sourcesInto(parent, false)) {
    const isJunction = vertices[source]?.isJunction === true
    if (isJunction || !statements.has(source)) blocks.push(source)
    for (const statement of isJunction ? sourcesInto(source, true) : [source]) statements.add(statement)
  }
  const premises = sourcesInto(parent, true).map((vertex): Member => ({
    vertex,
    isOwn: links[parentLink[vertex] ?? -1]?.target === parent,
  }))
  const members = (list: Iterable<number>) =>
    [...list].map((vertex): Member => ({ vertex, isOwn: elementAbove(network, vertex) === parent }))
  return [members(blocks), members(statements), premises]
    .map((family) => family.filter(({ vertex }) => vertex !== parent))
    .filter(({ length }) => length > 1)

  function sourcesInto(vertex: number, arePremises: boolean): number[] {
    return (into[vertex] ?? []).flatMap((index) => {
      const link = links[index]
      return link && (link.part === 'premise') === arePremises ? [link.source] : []
    })
  }
}

/** What the relation by which a vertex hangs in the tree points at: the junction of that one passed by. */
function elementAbove({ links, parentLink }: Network, vertex: number): number | undefined {
  const link = links[parentLink[vertex] ?? -1]
  return link?.part === 'premise' ? links[parentLink[link.target] ?? -1]?.target : link?.target
}

function* pairsOf<T>(family: readonly T[]): Generator<readonly [T, T]> {
  for (const [index, left] of family.entries()) {
    const last = family.length > largeFamily ? index + 2 : family.length
    for (const right of family.slice(index + 1, last)) yield [left, right]
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
