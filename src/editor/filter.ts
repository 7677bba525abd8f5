/** Which statements a filter lets stand out; the map dims the others and hides none. */
import { nodeAt, type ArgumentGraph, type ElementId, type SectionId } from '../model/graph.ts'
import type { NodeKind } from '../model/kinds.ts'

/** Empty lists restrict nothing. The section '' means "in no section". */
export interface Filter {
  readonly kinds: readonly NodeKind[]
  readonly sections: readonly SectionId[]
}

/** Whether the node stands out; kinds and sections must both fit. */
export function matchesFilter(graph: ArgumentGraph, id: ElementId, { kinds, sections }: Filter): boolean {
  const node = nodeAt(graph, id)
  if (!node) return false
  return (
    (kinds.length === 0 || kinds.includes(node.kind)) &&
    (sections.length === 0 || sections.includes(node.section ?? ''))
  )
}
