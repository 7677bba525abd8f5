/**
 * What a what-if session supposes, step by step: pure functions from one supposition to the next. Nothing
 * supposed is no session, so that a session ends by itself when the last supposition is taken back.
 */
import { nodeAt, type ArgumentGraph, type ElementId, type NodeId } from '../model/graph.ts'
import type { Rating } from '../model/kinds.ts'
import type { Suppositions } from './edits/what-if.ts'

/** Doubts all of these, or trusts them again where all are doubted. */
export function withDoubts(
  supposition: Suppositions | undefined,
  ids: readonly ElementId[],
): Suppositions | undefined {
  const { doubted = [], ratings = {} } = supposition ?? {}
  const next = areDoubted(supposition, ids)
    ? doubted.filter((id) => !ids.includes(id))
    : [...doubted, ...ids.filter((id) => !doubted.includes(id))]
  return unlessOver({ doubted: next, ratings })
}

/** Whether all of these are doubted; at least one. */
export function areDoubted(supposition: Suppositions | undefined, ids: readonly ElementId[]): boolean {
  return ids.length > 0 && ids.every((id) => supposition?.doubted.includes(id))
}

/**
 * Supposes a rating of these nodes, or takes it back where all are supposed to have it. The rating that the
 * document gives is none to suppose.
 */
export function withRating(
  graph: ArgumentGraph,
  supposition: Suppositions | undefined,
  supposed: SupposedRating,
): Suppositions | undefined {
  const { doubted = [], ratings = {} } = supposition ?? {}
  const { ids, rating } = supposed
  const others = Object.entries(ratings).filter(([id]) => !ids.includes(id))
  const changed = areRated(supposition, supposed)
    ? []
    : ids
        .filter((id) => nodeAt(graph, id)?.rating !== rating)
        .map((id): [NodeId, Rating | undefined] => [id, rating])
  return unlessOver({ doubted, ratings: Object.fromEntries([...others, ...changed]) })
}

/** Whether all of these nodes are supposed to have the rating; at least one. */
export function areRated(supposition: Suppositions | undefined, { ids, rating }: SupposedRating): boolean {
  const ratings = supposition?.ratings ?? {}
  return ids.length > 0 && ids.every((id) => Object.hasOwn(ratings, id) && ratings[id] === rating)
}

export interface SupposedRating {
  readonly ids: readonly NodeId[]
  /** Undefined for "not rated". */
  readonly rating: Rating | undefined
}

function unlessOver(supposition: Suppositions): Suppositions | undefined {
  const { doubted, ratings } = supposition
  return doubted.length === 0 && Object.keys(ratings).length === 0 ? undefined : supposition
}
