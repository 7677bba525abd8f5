/**
 * The editor's state as one immutable value and `apply`, its only writer.
 * Document: saved and undone. Session (selection, text entry): not undone, but undo brings the
 * selection of its moment back. What is merely hovered or dragged lives in the canvas, not here.
 *
 * History keeps snapshots, which share everything that did not change, so nothing has to be inverted.
 * Consecutive transactions with one merge key are one step; another selection, another text entry or
 * `endBurst` ends the run. A transaction that changes nothing leaves no step, and a run that ends where
 * it began takes its step back. A fresh statement left empty, or cancelled, was never there: closing its
 * text entry restores the state from before, redo steps included.
 */
import { produce, type Draft } from 'immer'
import { hasElement, nodeAt, type ArgumentGraph, type ElementId, type NodeId } from '../model/graph.ts'
import { nodeKinds } from '../model/kinds.ts'
import { removeElements } from './remove.ts'
import { isSameValue } from './same-value.ts'

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
  /**
   * Opens text entry on a node; `null` closes it and keeps the text; "cancel" closes it and takes back
   * what was typed. Absent leaves it as it is.
   */
  readonly entry?: TextEntry | null | 'cancel'
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
  /** The state in which the open text entry was opened; `null` while nothing is typed. */
  readonly beforeEntry: EditorState | null
  readonly past: readonly Step[]
  readonly future: readonly Step[]
  /** The graph as last saved or opened: the document is changed when it is another value. */
  readonly saved: ArgumentGraph
}

/** Steps of undo that are kept. */
export const historyDepth = 200

/** A state showing this graph, with nothing selected, nothing to undo and nothing unsaved. */
export function createState(graph: ArgumentGraph): EditorState {
  return { graph, selection: [], entry: null, beforeEntry: null, past: [], future: [], saved: graph }
}

/** The merge key under which all typing in one node's text is one step of undo. */
export function textKey(node: NodeId): string {
  return `text:${node}`
}

/**
 * Runs a transaction: the only way in which document, selection and text entry change. Answers the very
 * same state when nothing changes. The selection keeps only what exists; text entry closes when its node
 * has gone.
 */
export function apply(state: EditorState, transaction: Transaction): EditorState {
  const start = isLeavingEntry(state, transaction)
    ? closeEntry(state, {
        cancel: transaction.entry === 'cancel',
        keepFresh: transaction.change !== undefined,
      })
    : state
  const graph = changedGraph(start.graph, transaction.change)
  const recorded = graph === start.graph ? start : record(start, graph, transaction)
  return withSession(start, recorded, transaction)
}

/** Takes the last step back. The selection of its moment returns and text entry closes. */
export function undo(state: EditorState): EditorState {
  const start = closeEntry(state)
  // Closing an empty fresh statement already took back what the user did last.
  if (start.graph !== state.graph) return start
  const step = start.past.at(-1)
  if (!step) return start
  return {
    ...start,
    graph: step.graph,
    selection: existing(step.graph, step.selection),
    past: start.past.slice(0, -1),
    future: [...start.future, { label: step.label, graph: start.graph, selection: start.selection }],
  }
}

/** Does again what was last undone. */
export function redo(state: EditorState): EditorState {
  const start = closeEntry(state)
  const step = start.future.at(-1)
  if (!step) return start
  return {
    ...start,
    graph: step.graph,
    selection: existing(step.graph, step.selection),
    past: [...start.past, { label: step.label, graph: start.graph, selection: start.selection }],
    future: start.future.slice(0, -1),
  }
}

/** Shows another document: history, selection and text entry start afresh, and it counts as saved. */
export function open(state: EditorState, graph: ArgumentGraph): EditorState {
  return { ...state, ...createState(graph) }
}

/** Notes that this graph has reached its file; by then the user may have gone on editing. */
export function markSaved(state: EditorState, graph: ArgumentGraph = state.graph): EditorState {
  return state.saved === graph ? state : { ...state, saved: graph }
}

/** Whether the document differs from what was last saved or opened. */
export function isChanged(state: EditorState): boolean {
  return state.graph !== state.saved
}

/** The name of what undo would take back, if anything. */
export function undoLabel(state: EditorState): string | undefined {
  return state.past.at(-1)?.label
}

/** The name of what redo would do again, if anything. */
export function redoLabel(state: EditorState): string | undefined {
  return state.future.at(-1)?.label
}

/** Ends a burst of edits: the next transaction is a step of its own whatever its merge key. */
export function endBurst(state: EditorState): EditorState {
  const top = state.past.at(-1)
  if (top?.mergeKey === undefined) return state
  return { ...state, past: [...state.past.slice(0, -1), { ...top, mergeKey: undefined }] }
}

/**
 * Closes text entry. An empty fresh statement goes (unless `keepFresh`: a transaction that builds on it
 * is under way), and with `cancel` whatever was typed is taken back.
 */
export function closeEntry(
  state: EditorState,
  { cancel = false, keepFresh = false }: { cancel?: boolean; keepFresh?: boolean } = {},
): EditorState {
  const { entry, beforeEntry: before } = state
  if (!entry || !before) return state
  const closed = endBurst({ ...state, entry: null, beforeEntry: null })
  const node = nodeAt(state.graph, entry.node)
  if (!node || (!cancel && (keepFresh || !entry.fresh || node.text.trim() !== ''))) return closed
  if (state.graph === before.graph) return closed
  const top = state.past.at(-1)
  if (top?.graph === before.graph && top.mergeKey === textKey(entry.node)) return before
  // Something else was edited during the entry: that must stay, so only this statement is set right.
  const text = nodeAt(before.graph, entry.node)?.text ?? ''
  return apply(
    closed,
    entry.fresh
      ? {
          label: `Remove empty ${nodeKinds[node.kind].label}`,
          change: (graph) => removeElements(graph, [entry.node]),
        }
      : {
          label: 'Take typing back',
          change: (graph) => {
            const draft = graph.nodes[entry.node]
            if (draft) draft.text = text
          },
        },
  )
}

function isLeavingEntry(state: EditorState, transaction: Transaction): boolean {
  if (!state.entry || transaction.entry === undefined) return false
  return !isEntry(transaction.entry) || transaction.entry.node !== state.entry.node
}

function isEntry(entry: Transaction['entry']): entry is TextEntry {
  return typeof entry === 'object' && entry !== null
}

function changedGraph(graph: ArgumentGraph, change: Transaction['change']): ArgumentGraph {
  if (!change) return graph
  const changed = produce(graph, (draft) => {
    change(draft)
  })
  return isSameValue(changed, graph) ? graph : changed
}

/** The state with a new graph and its step of undo, joined with the step before where the keys agree. */
function record(state: EditorState, graph: ArgumentGraph, { label, mergeKey }: Transaction): EditorState {
  const top = state.past.at(-1)
  if (mergeKey === undefined || top?.mergeKey !== mergeKey) {
    const step = { label, graph: state.graph, selection: state.selection, mergeKey }
    return { ...state, graph, past: [...state.past, step].slice(-historyDepth), future: [] }
  }
  return isSameValue(graph, top.graph)
    ? { ...state, graph: top.graph, past: state.past.slice(0, -1), future: [] }
    : { ...state, graph, future: [] }
}

/** Sets selection and text entry as asked; `start` is the state from before the edit. */
function withSession(start: EditorState, state: EditorState, transaction: Transaction): EditorState {
  const selection = existing(state.graph, transaction.selection ?? state.selection)
  const asked =
    transaction.entry === undefined ? state.entry : isEntry(transaction.entry) ? transaction.entry : null
  const entry = asked && nodeAt(state.graph, asked.node) ? asked : null
  const stays = entry !== null && entry.node === state.entry?.node
  const sameSelection = isSameValue(selection, state.selection)
  if (sameSelection && (stays || entry === state.entry)) return state
  // While a text is typed, clicks elsewhere must not cut its step in two.
  const base = stays || transaction.change !== undefined ? state : endBurst(state)
  return {
    ...base,
    selection: sameSelection ? state.selection : selection,
    entry: stays ? state.entry : entry,
    beforeEntry: stays ? state.beforeEntry : entry && endBurst(start),
  }
}

function existing(graph: ArgumentGraph, selection: Selection): Selection {
  return selection.every((id) => hasElement(graph, id))
    ? selection
    : selection.filter((id) => hasElement(graph, id))
}
