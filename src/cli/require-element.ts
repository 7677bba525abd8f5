/** Ids on the command line are of nodes and relations of the map that is read. */
import { hasElement, type ArgumentGraph } from '../model/graph.ts'
import { UsageError } from './command.ts'
import { suggestion } from './nearest.ts'

/** Throws UsageError unless there is such a node or relation. */
export function requireElement(graph: ArgumentGraph, id: string): void {
  if (hasElement(graph, id)) return
  throw unknownId('node or relation', id, [...Object.keys(graph.nodes), ...Object.keys(graph.relations)])
}

/** There is no such thing on the map, and perhaps one called nearly so. */
export function unknownId(what: string, id: string, ids: readonly string[]): UsageError {
  return new UsageError(`there is no ${what} "${id}" on this map.${suggestion(id, ids)}`)
}
