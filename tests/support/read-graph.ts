/** Reading in tests: the graph itself, or a failure that says why the file did not open. */
import { explain } from '../../src/formats/json/open-error.ts'
import { readGraph } from '../../src/formats/json/read.ts'
import type { ArgumentGraph } from '../../src/model/graph.ts'

/** The graph in a text that must open. @throws with the reason if it does not. */
export function openGraph(text: string): ArgumentGraph {
  const result = readGraph(text)
  if (!result.ok) throw new Error(explain(result.error))
  return result.value
}
