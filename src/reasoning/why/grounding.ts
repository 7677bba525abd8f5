/**
 * In which order everything that holds or falls can be shown from what comes before it, so that an answer never
 * rests on itself: of several reasons that hold the earliest is the one to give. The well-founded model (S7) is
 * built up this way; what is left over has only reasons that go round in a circle.
 */
import type { ElementId } from '../../model/graph.ts'
import type { Evaluation } from '../evaluation.ts'
import { networkOf, type Network } from '../network.ts'

export interface Grounding {
  /** When an element is shown to hold or to fall; Infinity for what is unresolved or takes no part. */
  readonly orderOf: (id: ElementId) => number
  /** Whether it falls because its reasons go round in a circle and rest on nothing. */
  readonly isCircular: (id: ElementId) => boolean
}

const known = new WeakMap<Evaluation, Grounding>()

/** The order for an evaluation; worked out once. Time O(V + E) for each round of circles, of which there are few. */
export function groundingOf(evaluation: Evaluation): Grounding {
  const found = known.get(evaluation)
  if (found) return found
  const network = networkOf(evaluation.graph, evaluation.options)
  const { order, circular } = showInOrder(network, evaluation)
  const grounding: Grounding = {
    orderOf: (id) => {
      const item = network.indexOf.get(id)
      const place = item === undefined ? -1 : (order[item] ?? -1)
      return place < 0 ? Infinity : place
    },
    isCircular: (id) => circular[network.indexOf.get(id) ?? -1] === 1,
  }
  known.set(evaluation, grounding)
  return grounding
}

function showInOrder(network: Network, evaluation: Evaluation): { order: Int32Array; circular: Uint8Array } {
  const { ids, nodeCount, primaFacie, sign, target, premisesStart } = network
  const count = ids.length
  const standings = ids.map((id) => evaluation.of(id)?.standing)
  const order = new Int32Array(count).fill(-1)
  const circular = new Uint8Array(count)
  /** By relation: parts not yet shown to hold; and whether one was shown to fall. */
  const missing = new Int32Array(count)
  const blocked = new Uint8Array(count)
  /** By item: attacks and supports not yet shown to come to nothing; whether it has a reason. */
  const attacks = new Int32Array(count)
  const supports = new Int32Array(count)
  const reasoned = Uint8Array.from(primaFacie)
  const queue: number[] = []
  for (let relation = nodeCount; relation < count; relation += 1) {
    missing[relation] = 1 + (premisesStart[relation + 1] ?? 0) - (premisesStart[relation] ?? 0)
    const to = target[relation] ?? 0
    const open = sign[relation] === 1 ? supports : attacks
    open[to] = (open[to] ?? 0) + 1
  }
  const show = (item: number) => {
    if (order[item] !== -1) return
    order[item] = queue.length
    queue.push(item)
  }
  const check = (item: number) => {
    if (standings[item] === 'holds') {
      if (attacks[item] === 0 && reasoned[item] === 1) show(item)
    } else if (standings[item] === 'falls' && primaFacie[item] === 0 && supports[item] === 0) show(item)
  }
  const tell = (item: number, relation: number) => {
    const to = target[relation] ?? 0
    if (standings[item] === 'falls') {
      if (blocked[relation] === 1) return
      blocked[relation] = 1
      const open = sign[relation] === 1 ? supports : attacks
      open[to] = (open[to] ?? 0) - 1
      check(to)
      return
    }
    missing[relation] = (missing[relation] ?? 0) - 1
    if (missing[relation] !== 0) return
    if (sign[relation] === 1) {
      reasoned[to] = 1
      check(to)
    } else if (standings[to] === 'falls') show(to)
  }
  for (let item = 0; item < count; item += 1) check(item)
  for (let place = 0; ; place += 1) {
    if (place === queue.length) {
      const adrift = unreachable(network, blocked).filter(
        (item) => standings[item] === 'falls' && order[item] === -1,
      )
      if (adrift.length === 0) break
      for (const item of adrift) {
        circular[item] = 1
        show(item)
      }
    }
    const item = queue[place] ?? 0
    if (item >= nodeCount) tell(item, item)
    else for (const relation of stepsFrom(network, item)) tell(item, relation)
  }
  return { order, circular }
}

/**
 * Items that could not hold even if every objection that is still open came to nothing.
 * @param blocked by relation: 1 if a part of it is shown to fall; all that follows from that is in it
 */
function unreachable(network: Network, blocked: Uint8Array): number[] {
  const { ids, nodeCount, primaFacie, sign, target, premisesStart } = network
  const missing = new Int32Array(ids.length)
  const possible = new Uint8Array(ids.length)
  const waiting: number[] = []
  const reach = (item: number) => {
    if (possible[item] === 1) return
    possible[item] = 1
    waiting.push(item)
  }
  for (let item = 0; item < ids.length; item += 1) {
    missing[item] = 1 + (premisesStart[item + 1] ?? 0) - (premisesStart[item] ?? 0)
    if (primaFacie[item] === 1) reach(item)
  }
  for (let item = waiting.pop(); item !== undefined; item = waiting.pop()) {
    const steps = item >= nodeCount ? [item] : stepsFrom(network, item)
    for (const relation of steps) {
      missing[relation] = (missing[relation] ?? 0) - 1
      if (missing[relation] === 0 && sign[relation] === 1 && blocked[relation] === 0)
        reach(target[relation] ?? 0)
    }
  }
  return [...ids.keys()].filter((item) => possible[item] === 0)
}

function stepsFrom({ outOf, outOfStart }: Network, node: number): Int32Array {
  return outOf.subarray(outOfStart[node] ?? 0, outOfStart[node + 1] ?? 0)
}
