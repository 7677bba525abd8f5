/**
 * The part of a graph that is evaluated, as numbers in typed arrays: what every algorithm in this folder
 * works on. Items are the nodes and then the relations, each ascending by id (by UTF-16 code unit), so that
 * products are always taken in the same order. Doubted elements and what goes with them are not in it.
 */
import type { ArgumentGraph, ElementId } from '../model/graph.ts'
import type { EvaluationOptions } from './evaluation.ts'

export interface Network {
  readonly graph: ArgumentGraph
  /** Id of each item. */
  readonly ids: readonly ElementId[]
  readonly indexOf: ReadonlyMap<ElementId, number>
  /** Items below this are nodes, the others relations. */
  readonly nodeCount: number
  /** Base score τ of each item (S10). */
  readonly base: Float64Array
  /** 1 for items that hold unless attacked, 0 for those that need a reason: claims and recommendations (S1). */
  readonly primaFacie: Uint8Array
  /** By item; for relations +1 support or −1 attack, for nodes 0. */
  readonly sign: Int8Array
  /** By item; for relations the item they bear on, for nodes −1. */
  readonly target: Int32Array
  /** Premises of item i are premises[premisesStart[i] … premisesStart[i + 1]); none for nodes. */
  readonly premisesStart: Int32Array
  readonly premises: Int32Array
  /** Relations into item i (as items, ascending) are into[intoStart[i] … intoStart[i + 1]). */
  readonly intoStart: Int32Array
  readonly into: Int32Array
  /** Relations that have node i as a premise are outOf[outOfStart[i] … outOfStart[i + 1]). */
  readonly outOfStart: Int32Array
  readonly outOf: Int32Array
  /** The doubted elements and the relations that go with them. */
  readonly leftOut: ReadonlySet<ElementId>
}

/** The network of a graph. Time O((V + E) log (V + E)). */
export function networkOf(_graph: ArgumentGraph, _options: EvaluationOptions = {}): Network {
  throw new Error('not written yet')
}
