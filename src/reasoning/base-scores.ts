/**
 * Base scores τ: what an item is worth before any reason or objection is weighed (S4, S5). A claim starts at
 * nothing, since whoever asserts has to show it; evidence, assumptions and counterpoints start at the number
 * of their rating; a recommendation starts in the middle; a relation starts at its weight.
 */
import { nodeAt, type ArgumentGraph, type ArgumentNode, type NodeId, type Relation } from '../model/graph.ts'
import { weights, type NodeKind, type Rating } from '../model/kinds.ts'
import type { EvaluationOptions } from './evaluation.ts'

/** What a rating stands for unless the document says otherwise; all off 0 and 1, so that nothing saturates. */
export const ratingScores = {
  high: 0.8,
  moderate: 0.6,
  low: 0.4,
  'very-low': 0.2,
  unrated: 0.4,
} as const satisfies Record<Rating | 'unrated', number>

/** A number for each rating and for "not rated". */
export type RatingScores = Readonly<Record<Rating | 'unrated', number>>

/** The numbers of a document: its own where it has any. */
export function ratingScoresOf(graph: ArgumentGraph): RatingScores {
  return { ...ratingScores, ...graph.evaluation?.ratings }
}

/** The rating that counts: the supposed one where one is supposed; undefined means "not rated". */
export function ratingOf(
  id: NodeId,
  node: ArgumentNode,
  { supposedRatings }: EvaluationOptions,
): Rating | undefined {
  return supposedRatings && Object.hasOwn(supposedRatings, id) ? supposedRatings[id] : node.rating
}

/** Whether ratings count for this kind of node. */
export function isRated(kind: NodeKind): boolean {
  return kind === 'evidence' || kind === 'assumption' || kind === 'counterpoint'
}

/** Whether nodes of this kind hold unless attacked (S6). Claims and recommendations need a reason. */
export function isPrimaFacie(kind: NodeKind): boolean {
  return isRated(kind)
}

/** Whether the options ask for another rule than the default one (S11). */
export function isSecondOpinion({ rule = 'df-quad' }: EvaluationOptions): boolean {
  return rule !== 'df-quad'
}

/** τ of a node by rating and kind. Under a second opinion a claim takes .5 (S11), as some rules never leave 0. */
export function nodeBase(
  kind: NodeKind,
  rating: Rating | undefined,
  scores: RatingScores,
  second: boolean,
): number {
  if (isRated(kind)) return scores[rating ?? 'unrated']
  if (kind === 'recommendation') return 0.5
  return second ? 0.5 : 0
}

/** τ of a relation: its weight; absent means strong. */
export function relationBase(relation: Relation): number {
  return weights[relation.weight ?? 'strong'].value
}

/** τ that a node of a graph has, or undefined if there is none: for tables and sliders. */
export function baseScoreOf(
  graph: ArgumentGraph,
  id: NodeId,
  options: EvaluationOptions = {},
): number | undefined {
  const node = nodeAt(graph, id)
  if (!node) return undefined
  return nodeBase(node.kind, ratingOf(id, node, options), ratingScoresOf(graph), isSecondOpinion(options))
}
