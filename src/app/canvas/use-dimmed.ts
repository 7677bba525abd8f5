/** Which elements stand back: what a search, a filter, the highlighted lineage or the debate leaves out. */
import { useMemo } from 'react'
import type { ElementId } from '../../model/graph.ts'
import { searchGraph } from '../../editor/search.ts'
import { matchesFilter } from '../../editor/filter.ts'
import { elementsAbove, elementsBelow } from '../../editor/lineage.ts'
import { useApp } from '../app-state.ts'

const none: ReadonlySet<ElementId> = new Set()
const nothing: readonly ElementId[] = []

export function useDimmed(): ReadonlySet<ElementId> {
  const graph = useApp((state) => state.editor.graph)
  const query = useApp((state) => state.search?.query ?? '')
  const filter = useApp((state) => state.filter)
  const traced = useApp((state) => (state.lineage ? state.editor.selection : nothing))
  const spotlight = useApp((state) => state.spotlight)
  return useMemo(() => {
    const filtering = filter.kinds.length > 0 || filter.sections.length > 0
    if (query.trim() === '' && !filtering && traced.length + spotlight.length === 0) return none
    const found =
      query.trim() === '' ? undefined : new Set(searchGraph(graph, query).map((match) => match.id))
    const lineage =
      traced.length === 0
        ? undefined
        : new Set(traced.flatMap((id) => [...elementsAbove(graph, id), ...elementsBelow(graph, id)]))
    return new Set(
      Object.keys(graph.nodes).filter(
        (id) =>
          (found !== undefined && !found.has(id)) ||
          (filtering && !matchesFilter(graph, id, filter)) ||
          (lineage !== undefined && !lineage.has(id)) ||
          (spotlight.length > 0 && !spotlight.includes(id)),
      ),
    )
  }, [graph, query, filter, traced, spotlight])
}
