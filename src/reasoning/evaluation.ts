/**
 * What an evaluation answers: for each node and relation that takes part, its standing (three words, no
 * numbers) and its strength (0 to 1, shown as 0 to 100). Two lenses, never one number; both say only what
 * follows from the map, and neither is a probability. SPEC.md has the rules by number.
 */
import type { ArgumentGraph, ElementId, RelationId } from '../model/graph.ts'
import type { Rating } from '../model/kinds.ts'

/** Whether something stands given everything on the map: in, undecided, out in Dung's words (1995). */
export type Standing = 'holds' | 'unresolved' | 'falls'

/** How reasons and objections are joined into a strength; see rules.ts. */
export type ScoringRule = 'df-quad' | 'quadratic-energy' | 'euler' | 'mlp'

/** What is found about one node or relation. Numbers are from 0 to 1, unrounded. */
export interface Assessment {
  readonly standing: Standing
  readonly strength: number
  /** S: all reasons for it taken together. */
  readonly support: number
  /** A: all objections to it taken together. */
  readonly objection: number
}

export interface EvaluationOptions {
  /** DF-QuAD unless given. */
  readonly rule?: ScoringRule
  /** Nodes and relations left out as if they were not on the map, with every relation they carry. */
  readonly doubted?: readonly ElementId[]
  /** Ratings supposed instead of the document's; `undefined` as a value means "not rated". */
  readonly supposedRatings?: Readonly<Record<string, Rating | undefined>>
}

/** The answer for one graph, a plain value that is never out of date: graphs are immutable. */
export interface Evaluation {
  readonly graph: ArgumentGraph
  readonly options: EvaluationOptions
  /** Undefined for what takes no part: issues, notes, what is doubted or goes with it, unknown ids. */
  readonly of: (id: ElementId) => Assessment | undefined
  /** Supports that are not counted because they only lead back to where they start. */
  readonly circular: ReadonlySet<RelationId>
  /** Elements of components for which no stable strengths were found: their numbers mean nothing. */
  readonly unsettled: ReadonlySet<ElementId>
  /** The doubted elements and the relations that go with them. */
  readonly leftOut: ReadonlySet<ElementId>
}
