/**
 * The editor's state as one immutable value and `apply`, its only writer.
 * Document: saved and undone. Session (selection, text entry): not undone, but undo brings the
 * selection of its moment back. What is merely hovered or dragged lives in the canvas, not here.
 */
import type { Draft } from 'immer'
import type { ArgumentGraph, ElementId, NodeId } from '../model/graph.ts'

/** Ids of the selected nodes and relations; the last one is where keyboard commands act. */
export type Selection = readonly ElementId[]

/** A node whose text is being typed on the canvas. */
export interface TextEntry {
  readonly node: NodeId
  /** The node was made by the command that opened the entry: leaving it empty removes it again. */
  readonly fresh: boolean
}

/** Described work: nothing happens until `apply` runs it. */
export interface Transaction {
  /** What undo and redo call it: "Delete 3 claims". */
  readonly label: string
  /** The edit as an immer recipe; absent when only the selection or text entry changes. */
  readonly change?: (graph: Draft<ArgumentGraph>) => void
  readonly selection?: Selection
  /** Opens text entry on a node; `null` closes it. Absent leaves it as it is. */
  readonly entry?: TextEntry | null
  /** Consecutive transactions with the same key are one step of undo (a drag, a burst of typing). */
  readonly mergeKey?: string
}

/** A step of undo: the document and selection before it, and its name. */
interface Step {
  readonly label: string
  readonly graph: ArgumentGraph
  readonly selection: Selection
  readonly mergeKey?: string | undefined
}

export interface EditorState {
  readonly graph: ArgumentGraph
  readonly selection: Selection
  readonly entry: TextEntry | null
  readonly past: readonly Step[]
  readonly future: readonly Step[]
  /** The graph as last saved or opened: the document is changed when it is another value. */
  readonly saved: ArgumentGraph
}

/** Steps of undo that are kept. */
export const historyDepth = 200
