/** The document's layout record as edits change it: made when first needed, gone when it says nothing. */
import type { Draft } from 'immer'
import type { ArgumentGraph, Layout } from '../../model/graph.ts'

/** Runs `change` on the layout record of a draft and removes what is left empty, record included. */
export function changeLayout(graph: Draft<ArgumentGraph>, change: (layout: Draft<Layout>) => void): void {
  const layout = (graph.layout ??= {})
  change(layout)
  if (layout.pinned && Object.keys(layout.pinned).length === 0) delete layout.pinned
  if (layout.collapsed?.length === 0) delete layout.collapsed
  if (layout.folded?.length === 0) delete layout.folded
  if (Object.keys(layout).length === 0) delete graph.layout
}
