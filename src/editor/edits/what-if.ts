/** Applying what was only supposed: the what-if session becomes one step of the document. */
import { hasElement, nodeAt } from '../../model/graph.ts'
import type { ElementId, NodeId } from '../../model/graph.ts'
import type { Rating } from '../../model/kinds.ts'
import { Refusal } from '../../model/refusal.ts'
import { doubtClosure } from '../../reasoning/doubt.ts'
import type { CommandContext } from '../command.ts'
import { removeElements } from '../remove.ts'
import type { Transaction } from '../state.ts'
import { assign } from './node.ts'

/** What is supposed in a what-if session, in the words of EvaluationOptions. */
export interface Suppositions {
  readonly doubted: readonly ElementId[]
  /** Supposed ratings; `undefined` as a value means "not rated". */
  readonly ratings: Readonly<Record<NodeId, Rating | undefined>>
}

/**
 * Does to the document what was supposed: removes what was doubted with every relation that went with it,
 * also those of which another premise is left, and sets the ratings. Afterwards the document evaluates as
 * it did in the session. Suppositions about what is no longer there are ignored.
 */
export function applySuppositions(
  { state: { graph } }: CommandContext,
  { doubted, ratings }: Suppositions,
): Transaction | Refusal {
  const removed = [...new Set(doubted)].filter((id) => hasElement(graph, id))
  const rated = Object.entries(ratings).filter(([id, rating]) => {
    const node = nodeAt(graph, id)
    return node && node.rating !== rating && !removed.includes(id)
  })
  if (removed.length + rated.length === 0) {
    return new Refusal('Nothing is supposed: doubt a statement or suppose another rating first.')
  }
  const statements = removed.filter((id) => nodeAt(graph, id)).length
  const relations = removed.length - statements
  const parts = [
    ...(statements > 0 ? [`remove ${count(statements, 'statement')}`] : []),
    ...(relations > 0 ? [`remove ${count(relations, 'relation')}`] : []),
    ...(rated.length > 0 ? [`change ${count(rated.length, 'rating')}`] : []),
  ]
  return {
    label: `Apply what-if: ${parts.join(', ')}`,
    change: (draft) => {
      for (const [id, rating] of rated) {
        const node = draft.nodes[id]
        if (node) assign(node, 'rating', rating)
      }
      removeElements(draft, [...doubtClosure(graph, removed)])
    },
    entry: null,
  }
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`
}
