/**
 * Collapsing and expanding branches. A collapsed node hides the statements that hang under it; what the
 * document stores is only which nodes are collapsed.
 */
import type { Draft } from 'immer'
import type { ArgumentGraph, NodeId } from '../../model/graph.ts'
import { Refusal } from '../../model/refusal.ts'
import { structureOf } from '../../model/structure.ts'
import type { CommandContext } from '../command.ts'
import type { Transaction } from '../state.ts'
import { ancestorsOf, branchOf, treeBelow } from '../visible.ts'
import { changeLayout } from './layout.ts'
import { selectedNodes } from './selection.ts'

/** Whether a node's branch is collapsed. */
export function isCollapsed(graph: ArgumentGraph, id: NodeId): boolean {
  return graph.layout?.collapsed?.includes(id) ?? false
}

/** Whether anything hangs under the node, so that it can be collapsed. */
function hasBranch(graph: ArgumentGraph, id: NodeId): boolean {
  return treeBelow(graph).has(id)
}

/** Collapses the selected branches, or expands them when all of them are collapsed. */
export function toggleCollapse(context: CommandContext): Transaction | Refusal {
  const { graph } = context.state
  const nodes = selectedNodes(context)
  if (nodes instanceof Refusal) return nodes
  const tops = nodes.filter((id) => hasBranch(graph, id) || isCollapsed(graph, id))
  if (tops.length === 0) {
    return new Refusal('Nothing hangs under this statement: press Tab to add a reason first.')
  }
  if (tops.every((id) => isCollapsed(graph, id))) {
    return { label: 'Expand branch', change: (draft) => expand(draft, tops) }
  }
  return {
    label: 'Collapse branch',
    change: (draft) => collapse(draft, tops),
    // What is hidden must not stay selected, or the next key would act on it unseen.
    selection: nodes.filter((id) => !ancestorsOf(graph, id).some((above) => tops.includes(above))),
  }
}

/** Expands the selected nodes and everything below them. */
export function expandBranch(context: CommandContext): Transaction | Refusal {
  const { graph } = context.state
  const nodes = selectedNodes(context)
  if (nodes instanceof Refusal) return nodes
  const collapsed = branchOf(graph, nodes).filter((id) => isCollapsed(graph, id))
  if (collapsed.length === 0) {
    return new Refusal('Nothing is collapsed in this branch: press Space to collapse it.')
  }
  return { label: 'Expand whole branch', change: (draft) => expand(draft, collapsed) }
}

/** Expands every collapsed branch. */
export function expandAll({ state: { graph } }: CommandContext): Transaction | Refusal {
  const collapsed = graph.layout?.collapsed ?? []
  if (collapsed.length === 0) {
    return new Refusal('Nothing is collapsed: select a statement and press Space to collapse its branch.')
  }
  return { label: 'Expand all', change: (draft) => expand(draft, collapsed) }
}

/** Collapses every root with something under it, so that only the top of the map is left. */
export function collapseAll({ state: { graph, selection } }: CommandContext): Transaction | Refusal {
  const tops = structureOf(graph).roots.filter((id) => hasBranch(graph, id) && !isCollapsed(graph, id))
  if (tops.length === 0) {
    return new Refusal('There is no branch left to collapse: add reasons to a statement with Tab first.')
  }
  const roots = new Set(structureOf(graph).roots)
  const seen = selection.map((id) => ancestorsOf(graph, id).at(-1) ?? id)
  return {
    label: 'Collapse all',
    change: (draft) => collapse(draft, tops),
    selection: [...new Set(seen)].filter((id) => roots.has(id)),
  }
}

/** Marks nodes as expanded within a recipe. */
export function expand(draft: Draft<ArgumentGraph>, ids: readonly NodeId[]): void {
  if (!draft.layout?.collapsed?.some((id) => ids.includes(id))) return
  changeLayout(draft, (layout) => {
    layout.collapsed = layout.collapsed?.filter((id) => !ids.includes(id)) ?? []
  })
}

function collapse(draft: Draft<ArgumentGraph>, ids: readonly NodeId[]): void {
  changeLayout(draft, (layout) => {
    layout.collapsed = [...new Set([...(layout.collapsed ?? []), ...ids])]
  })
}
