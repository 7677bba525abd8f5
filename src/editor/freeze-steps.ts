/**
 * Freezing a document bit by bit. Immer freezes what an edit answers: for a document that has just been opened
 * that is every record of it, and the first letter typed would wait for that.
 */
import { freeze } from 'immer'
import type { ArgumentGraph } from '../model/graph.ts'

/** Freezes the statements and relations of a document, some of them at each step. */
export function* freezeSteps(graph: ArgumentGraph): Generator<undefined, void> {
  for (const records of [graph.nodes, graph.relations]) {
    for (const [index, record] of Object.values<object>(records).entries()) {
      freeze(record, true)
      if (index % 100 === 99) yield
    }
  }
}
