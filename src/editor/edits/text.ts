/**
 * Typing a node's text. What is typed goes straight into the document, so nothing typed can be lost; a
 * whole text entry is one step of undo, and for a new node it is the step that added it.
 */
import { nodeAt, type NodeId } from '../../model/graph.ts'
import { nodeKinds } from '../../model/kinds.ts'
import { Refusal } from '../../model/refusal.ts'
import type { CommandContext } from '../command.ts'
import { textKey, type Transaction } from '../state.ts'
import { addChild, addCounterpoint, addSibling } from './add.ts'
import { primaryNode } from './selection.ts'

/** Opens text entry on the selected node. */
export function editText(context: CommandContext): Transaction | Refusal {
  const id = primaryNode(context)
  if (id instanceof Refusal) return id
  return { label: 'Edit text', selection: [id], entry: { node: id, fresh: false } }
}

/** Sets a node's text; all typing into one node in a row is one step. */
export function setText({ state }: CommandContext, id: NodeId, text: string): Transaction {
  const node = nodeAt(state.graph, id)
  return {
    label: `Edit ${node ? nodeKinds[node.kind].label : 'text'}`,
    change: (graph) => {
      const draft = graph.nodes[id]
      if (draft) draft.text = text
    },
    mergeKey: textKey(id),
  }
}

/** Closes text entry and keeps what was typed; a new node without text disappears. */
export function keepText({ state }: CommandContext): Transaction | Refusal {
  return state.entry ? { label: 'Keep text', entry: null } : nothingTyped()
}

/** Closes text entry and takes back what was typed; a new node disappears. */
export function cancelText({ state }: CommandContext): Transaction | Refusal {
  return state.entry ? { label: 'Cancel text', entry: 'cancel' } : nothingTyped()
}

/** While typing: keeps the text and adds a reason for it. */
export function keepAndAddChild(context: CommandContext): Transaction | Refusal {
  const node = typedNode(context)
  return node instanceof Refusal ? node : addChild(context, node)
}

/** While typing: keeps the text and adds a sibling. */
export function keepAndAddSibling(context: CommandContext): Transaction | Refusal {
  const node = typedNode(context)
  return node instanceof Refusal ? node : addSibling(context, node)
}

/** While typing: keeps the text and adds a counterpoint to it. */
export function keepAndAddCounterpoint(context: CommandContext): Transaction | Refusal {
  const node = typedNode(context)
  return node instanceof Refusal ? node : addCounterpoint(context, node)
}

/** The node being typed, which must say something before others can hang on it. */
function typedNode({ state: { entry, graph } }: CommandContext): NodeId | Refusal {
  if (!entry) return nothingTyped()
  const isEmpty = (nodeAt(graph, entry.node)?.text ?? '').trim() === ''
  return isEmpty ? new Refusal('Type this statement first, or press Escape to drop it.') : entry.node
}

function nothingTyped(): Refusal {
  return new Refusal('Nothing is being typed: select a statement and press F2 to edit its text.')
}
