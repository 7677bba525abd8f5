/** Which elements stand back: what a search or a filter leaves out. */
import { useMemo } from 'react'
import type { ElementId } from '../../model/graph.ts'
import { searchGraph } from '../../editor/search.ts'
import { matchesFilter } from '../../editor/filter.ts'
import { useApp } from '../app-state.ts'

const none: ReadonlySet<ElementId> = new Set()

export function useDimmed(): ReadonlySet<ElementId> {
  const graph = useApp((state) => state.editor.graph)
  const query = useApp((state) => state.search?.query ?? '')
  const filter = useApp((state) => state.filter)
  return useMemo(() => {
    const filtering = filter.kinds.length > 0 || filter.sections.length > 0
    if (query.trim() === '' && !filtering) return none
    const found =
      query.trim() === '' ? undefined : new Set(searchGraph(graph, query).map((match) => match.id))
    return new Set(
      Object.keys(graph.nodes).filter(
        (id) => (found !== undefined && !found.has(id)) || (filtering && !matchesFilter(graph, id, filter)),
      ),
    )
  }, [graph, query, filter])
}
