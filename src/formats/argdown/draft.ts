/** Relations of the graph while their ends are still being found. */
import type { ElementId, NodeId, RelationId } from '../../model/graph.ts'
import type { Weight } from '../../model/kinds.ts'

/** A relation of the graph to be; its target may be one too. */
export interface Draft {
  readonly kind: 'supports' | 'attacks'
  readonly from: readonly NodeId[]
  to: NodeId | Draft
  readonly line: number
  /** How it is found in a list of ids: the argument's title in angle brackets; lines have signatures. */
  readonly title?: string | undefined
  /** What its id should be like. */
  readonly wish?: string | undefined
  readonly scheme?: string | undefined
  readonly weight?: Weight | undefined
  readonly warrant?: string | undefined
  readonly note?: string | undefined
  readonly ext?: Readonly<Record<string, unknown>>
  /** The other half of a symmetric relation. */
  pair?: { readonly type: string; readonly first: Draft }
  /** An undercut of a statement or argument, whose own inference is meant if it has exactly one. */
  readonly isUndercut?: boolean
}

/** The ids of drafts, by which their targets are written. */
export type RelationIds = ReadonlyMap<Draft, RelationId>

/** The id of a draft's target. */
export function targetId({ to }: Draft, ids: RelationIds): ElementId {
  return typeof to === 'string' ? to : (ids.get(to) ?? '')
}
