/**
 * Folding sections into boxes and opening them again; the document stores only which are folded. A box is no
 * statement: it cannot be selected, so what is in it is never acted on unseen.
 */
import type { Draft } from 'immer'
import type { ArgumentGraph, SectionId } from '../../model/graph.ts'
import { nodeAt } from '../../model/graph.ts'
import { inOrder } from '../../model/order.ts'
import { Refusal } from '../../model/refusal.ts'
import type { CommandContext } from '../command.ts'
import type { Transaction } from '../state.ts'
import { hiddenNodes } from '../visible.ts'
import { changeLayout } from './layout.ts'
import { selectedNodes } from './selection.ts'

/** Whether a section is drawn as one box. */
export function isFolded(graph: ArgumentGraph, section: SectionId): boolean {
  return graph.layout?.folded?.includes(section) ?? false
}

/** Folds a section, or unfolds it. */
export function toggleFold({ state }: CommandContext, section: SectionId): Transaction | Refusal {
  const { graph } = state
  if (!Object.hasOwn(graph.sections, section)) {
    return new Refusal('This section is no longer there: choose another one.')
  }
  if (isFolded(graph, section)) {
    return { label: 'Unfold section', change: (draft) => unfold(draft, [section]) }
  }
  if (!sectionsWithNodes(graph).includes(section)) {
    return new Refusal('There are no statements in this section: put some in it first.')
  }
  return folding(state, [section], 'Fold section')
}

/** Folds the sections of the selected statements. */
export function foldSelected(context: CommandContext): Transaction | Refusal {
  const nodes = selectedNodes(context)
  if (nodes instanceof Refusal) return nodes
  const { state } = context
  const sections = new Set(nodes.flatMap((id) => nodeAt(state.graph, id)?.section ?? []))
  if (sections.size === 0) {
    return new Refusal('This statement is in no section: choose one for it in the inspector first.')
  }
  return folding(
    state,
    [...sections],
    sections.size === 1 ? 'Fold section' : `Fold ${sections.size} sections`,
  )
}

/** Folds every section that has statements. */
export function foldAll({ state }: CommandContext): Transaction | Refusal {
  const open = sectionsWithNodes(state.graph).filter((id) => !isFolded(state.graph, id))
  return open.length === 0
    ? new Refusal('There is no section left to fold: put statements into sections first.')
    : folding(state, open, 'Fold all sections')
}

/** Unfolds every section. */
export function unfoldAll({ state: { graph } }: CommandContext): Transaction | Refusal {
  const folded = graph.layout?.folded ?? []
  return folded.length === 0
    ? new Refusal('No section is folded: fold one from its title on the map first.')
    : { label: 'Unfold all sections', change: (draft) => unfold(draft, folded) }
}

/** Marks sections as open within a recipe. */
export function unfold(draft: Draft<ArgumentGraph>, sections: readonly SectionId[]): void {
  if (!draft.layout?.folded?.some((id) => sections.includes(id))) return
  changeLayout(draft, (layout) => {
    layout.folded = layout.folded?.filter((id) => !sections.includes(id)) ?? []
  })
}

function folding(
  { graph, selection }: CommandContext['state'],
  sections: readonly SectionId[],
  label: string,
): Transaction {
  const folded = [...new Set([...(graph.layout?.folded ?? []), ...sections])]
  const hidden = hiddenNodes({ ...graph, layout: { ...graph.layout, folded } })
  return {
    label,
    change: (draft) => changeLayout(draft, (layout) => (layout.folded = folded)),
    // What is hidden must not stay selected, or the next key would act on it unseen.
    selection: selection.filter((id) => !hidden.has(id)),
  }
}

function sectionsWithNodes(graph: ArgumentGraph): SectionId[] {
  const used = new Set(Object.values(graph.nodes).map(({ section }) => section))
  return inOrder(graph.sections).filter((id) => used.has(id))
}
