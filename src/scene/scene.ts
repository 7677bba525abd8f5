/**
 * The scene: an argument graph as boxes and paths, measured and laid out, ready to be drawn on
 * screen, in SVG or on paper. All numbers are px; x and y are the top left corner; y grows downwards.
 */
import type { Direction } from '../model/kinds.ts'
import type { ElementId, NodeId, RelationId, SectionId } from '../model/graph.ts'

export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** The text of a node as measured: these lines, in this order, are what every drawing shows. */
export interface MeasuredText {
  readonly lines: readonly string[]
  /** Width of the widest line, px. */
  readonly width: number
}

/** A visible node, or a folded section in the place of all its nodes. */
export interface NodeBox extends Box {
  readonly id: NodeId
  /** Present for a folded section; then the id is no node's (see model/fold.ts) and `balance` says how it stands. */
  readonly section?: SectionId
  /** The balance of a folded section as it is drawn: "9 claims, 2 open objections". */
  readonly balance?: string
  readonly text: MeasuredText
  /** Whether the user has pinned it: then x and y are the document's own. */
  readonly pinned: boolean
  /** Present where a row is kept for standing, support and objection. */
  readonly verdict?: true
  /** Present when the node's branch is collapsed: what is hidden below it. */
  readonly hidden?: HiddenCount
}

/** What a collapsed branch hides. For and against count by the number of attacks on the way: even is for. */
export interface HiddenCount {
  readonly nodes: number
  readonly for: number
  readonly against: number
}

/** The small mark in which linked premises join, or at which a relation is itself supported or attacked. */
export interface Junction extends Box {
  readonly id: RelationId
}

/**
 * One drawn line. A relation with a junction has one path from each premise to its junction
 * (part "premise") and one from the junction to its target (part "conclusion"); a plain one has a
 * single "whole" path. Only whole and conclusion paths carry an arrowhead and the sign.
 */
export interface ScenePath {
  /** Unique among paths: the relation's id, and the premise's where there are several. */
  readonly key: string
  readonly id: RelationId
  readonly part: 'whole' | 'premise' | 'conclusion'
  /** Id of the box the path leaves: a node, or the relation itself for its conclusion path. */
  readonly from: ElementId
  /** Id of the box the path enters: a node, the relation itself for a premise path, or a target relation. */
  readonly to: ElementId
  /** At least two points, from border to border; corners are rounded when drawn. */
  readonly points: readonly (readonly [x: number, y: number])[]
  /** Where the sign (+, −) is drawn: a point on the path that covers no box. */
  readonly sign?: readonly [x: number, y: number]
}

/** The tinted area behind the nodes of one section. */
export interface SectionFrame extends Box {
  readonly id: SectionId
  readonly title: string
}

export interface Scene {
  readonly direction: Direction
  /** The smallest box around everything drawn. */
  readonly bounds: Box
  readonly nodes: readonly NodeBox[]
  readonly junctions: readonly Junction[]
  readonly paths: readonly ScenePath[]
  /** Empty unless sections are switched on in the document's layout. */
  readonly frames: readonly SectionFrame[]
}
