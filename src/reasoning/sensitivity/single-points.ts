/**
 * Single points of failure: the statements on which every line of support from evidence to a recommendation
 * depends, whatever the numbers. D(x) is what x cannot do without:
 * D(e) = {e} for evidence; D(x) = {x} ∪ ⋂ ⋃ D(p) over the supports of x that evidence reaches and their
 * premises p, with D(p) = {p} for a premise that no evidence reaches. The greatest such sets are meant. With
 * single premises they are the dominators from a virtual source before all evidence (Lengauer, Tarjan 1979).
 * Time O(n (V + E) / 32) without cycles, memory n² / 8 bytes, where n is how many statements carry evidence
 * to a recommendation; with cycles the sweep is repeated until nothing changes.
 */
import { nodeAt, type NodeId } from '../../model/graph.ts'
import type { Network } from '../network.ts'

/** Above this many statements that carry evidence the answer would take more than 28 MB: then there is none. */
const singlePointLimit = 15_000

export interface SinglePoint {
  readonly node: NodeId
  /** Evidence without which nothing is left, or a statement that all the evidence must pass through. */
  readonly role: 'evidence' | 'bottleneck'
}

/**
 * For each recommendation that rests on evidence its single points, ascending by id; without itself, empty if
 * there are none. Recommendations that evidence does not reach, or reaches only in circles, are not in the map.
 * Undefined above `singlePointLimit`.
 */
export function singlePoints(network: Network): ReadonlyMap<NodeId, readonly SinglePoint[]> | undefined {
  const carriers = carriersOf(network)
  if (carriers.order.length > singlePointLimit) return undefined
  const { needed, words, column } = neededSets(network, carriers)
  const found = new Map<NodeId, readonly SinglePoint[]>()
  const has = (row: number, bit: number) => ((needed[row * words + (bit >>> 5)] ?? 0) >>> (bit & 31)) & 1
  for (const node of carriers.order) {
    if (!carriers.isRecommendation[node]) continue
    const row = column[node] ?? 0
    if (has(row, 0)) continue
    const points: SinglePoint[] = []
    for (let other = 0; other < network.nodeCount; other += 1) {
      const bit = column[other] ?? 0
      if (bit === 0 || other === node || !has(row, bit)) continue
      points.push({
        node: idOf(network, other),
        role: carriers.isEvidence[other] ? 'evidence' : 'bottleneck',
      })
    }
    found.set(idOf(network, node), points)
  }
  return found
}

interface Carriers {
  /** Nodes that evidence reaches over supports and that reach a recommendation so; premises mostly come first. */
  readonly order: readonly number[]
  readonly carries: Uint8Array
  readonly isEvidence: Uint8Array
  readonly isRecommendation: Uint8Array
}

function carriersOf(network: Network): Carriers {
  const { nodeCount, graph } = network
  const isEvidence = new Uint8Array(nodeCount)
  const isRecommendation = new Uint8Array(nodeCount)
  for (let node = 0; node < nodeCount; node += 1) {
    const kind = nodeAt(graph, idOf(network, node))?.kind
    if (kind === 'evidence') isEvidence[node] = 1
    if (kind === 'recommendation') isRecommendation[node] = 1
  }
  const reached = reversedPostorder(network, isEvidence)
  const carries = new Uint8Array(nodeCount)
  const stack: number[] = []
  const mark = (node: number) => {
    if (carries[node] || !reached.has(node)) return
    carries[node] = 1
    stack.push(node)
  }
  for (const node of reached) if (isRecommendation[node]) mark(node)
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    for (const relation of supportsInto(network, node))
      for (const premise of premisesOf(network, relation)) mark(premise)
  }
  return { order: [...reached].filter((node) => carries[node]), carries, isEvidence, isRecommendation }
}

/** What can be reached from the marked nodes over supports, each node before what it supports unless in a circle. */
function reversedPostorder(network: Network, from: Uint8Array): ReadonlySet<number> {
  const seen = new Uint8Array(network.nodeCount)
  const finished: number[] = []
  const stack: number[] = []
  const position = new Int32Array(network.nodeCount)
  const enter = (node: number) => {
    if (seen[node]) return
    seen[node] = 1
    position[node] = network.outOfStart[node] ?? 0
    stack.push(node)
  }
  for (let start = 0; start < network.nodeCount; start += 1) {
    if (from[start]) enter(start)
    for (let node = stack.at(-1); node !== undefined; node = stack.at(-1)) {
      const next = position[node] ?? 0
      if (next < (network.outOfStart[node + 1] ?? 0)) {
        position[node] = next + 1
        const relation = network.outOf[next] ?? 0
        if (isNodeSupport(network, relation)) enter(network.target[relation] ?? 0)
      } else {
        finished.push(node)
        stack.pop()
      }
    }
  }
  return new Set(finished.reverse())
}

interface NeededSets {
  /** A row of bits for each column that is a carrier; bit 0 stays set where support goes only in circles. */
  readonly needed: Uint32Array
  readonly words: number
  /** By node its row and bit, 0 for what has none. */
  readonly column: Int32Array
}

function neededSets(network: Network, { order, carries, isEvidence }: Carriers): NeededSets {
  const column = new Int32Array(network.nodeCount)
  let columns = 1
  for (const node of order) column[node] = columns++
  const rows = columns
  for (const node of order) {
    for (const relation of supportsInto(network, node)) {
      if (!premisesOf(network, relation).some((premise) => carries[premise])) continue
      for (const premise of premisesOf(network, relation)) if (!column[premise]) column[premise] = columns++
    }
  }
  const words = (columns + 31) >>> 5
  const needed = new Uint32Array(rows * words).fill(0xffffffff)
  const meet = new Uint32Array(words)
  const join = new Uint32Array(words)
  for (let changed = true; changed;) {
    changed = false
    for (const node of order) {
      const row = column[node] ?? 0
      if (isEvidence[node]) meet.fill(0)
      else {
        meet.fill(0xffffffff)
        for (const relation of supportsInto(network, node)) {
          const premises = premisesOf(network, relation)
          if (!premises.some((premise) => carries[premise])) continue
          join.fill(0)
          for (const premise of premises) {
            const from = column[premise] ?? 0
            if (!carries[premise]) setBit(join, from)
            else joinRow(join, needed, from * words)
          }
          for (let word = 0; word < words; word += 1) meet[word] = (meet[word] ?? 0) & (join[word] ?? 0)
        }
      }
      setBit(meet, row)
      for (let word = 0, at = row * words; word < words; word += 1, at += 1) {
        const value = meet[word] ?? 0
        if (needed[at] === value) continue
        needed[at] = value
        changed = true
      }
    }
  }
  return { needed, words, column }
}

function joinRow(bits: Uint32Array, rows: Uint32Array, start: number): void {
  for (let word = 0; word < bits.length; word += 1) {
    bits[word] = (bits[word] ?? 0) | (rows[start + word] ?? 0)
  }
}

function setBit(bits: Uint32Array, bit: number): void {
  bits[bit >>> 5] = (bits[bit >>> 5] ?? 0) | (1 << (bit & 31))
}

function idOf({ ids }: Network, node: number): NodeId {
  return ids[node] ?? ''
}

function isNodeSupport({ sign, target, nodeCount }: Network, relation: number): boolean {
  return sign[relation] === 1 && (target[relation] ?? nodeCount) < nodeCount
}

function supportsInto({ into, intoStart, sign }: Network, node: number): Int32Array {
  return into.subarray(intoStart[node], intoStart[node + 1]).filter((relation) => sign[relation] === 1)
}

function premisesOf({ premises, premisesStart }: Network, relation: number): Int32Array {
  return premises.subarray(premisesStart[relation], premisesStart[relation + 1])
}
