/** Duplicating statements: copies stand beside their originals and bear on the same things. */
import { answersRenamed, answersWithout, withAnswers } from '../../model/answers.ts'
import { relationAt, type NodeId, type RelationId } from '../../model/graph.ts'
import { refusalToConnect } from '../../model/connections.ts'
import { countOfElements } from '../../model/naming.ts'
import { Refusal } from '../../model/refusal.ts'
import { rolesRenamed, withRoles } from '../../model/roles.ts'
import { relationsInto, structureOf } from '../../model/structure.ts'
import type { CommandContext } from '../command.ts'
import type { Transaction } from '../state.ts'
import { branchOf } from '../visible.ts'
import { fragmentOf, withEnds } from './fragment.ts'
import { insertion, type Insertion } from './insert.ts'
import { placeEach, writeKeys } from './ordering.ts'
import { freeId, selectedNodes } from './selection.ts'

/** Duplicates the selected nodes with the relations among them. */
export function duplicateSelection(context: CommandContext): Transaction | Refusal {
  const nodes = selectedNodes(context)
  return nodes instanceof Refusal ? nodes : duplicate(context, withEnds(context.state.graph, nodes))
}

/** Duplicates the selected nodes with everything that hangs under them. */
export function duplicateBranch(context: CommandContext): Transaction | Refusal {
  const nodes = selectedNodes(context)
  return nodes instanceof Refusal ? nodes : duplicate(context, branchOf(context.state.graph, nodes))
}

function duplicate(context: CommandContext, nodes: readonly NodeId[]): Transaction {
  const { graph } = context.state
  const copied = insertion(context, fragmentOf(graph, nodes))
  const { parentRelation } = structureOf(graph)
  const parents = new Set(nodes.flatMap((id) => parentRelation.get(id) ?? []))
  const outside = [...parents].filter((id) => !copied.ids.has(id))
  const links = linksToTargets(context, outside, copied)
  return {
    label: `Duplicate ${countOfElements(graph, nodes)}`,
    change: (draft) => {
      copied.change(draft)
      links(draft)
    },
    selection: nodes.map((id) => copied.ids.get(id) ?? id),
    entry: null,
  }
}

/**
 * Connects copies like their originals: where all premises of a relation were copied, by a relation of
 * their own after it; where only some were, as further premises of the same relation. A critical question
 * that a node which was not copied answers or raises is open for the copy.
 */
function linksToTargets(
  context: CommandContext,
  relations: readonly RelationId[],
  copied: Insertion,
): NonNullable<Transaction['change']> {
  const { graph } = context.state
  const copies = relations.flatMap((id) => {
    const relation = relationAt(graph, id)
    const from = relation?.from.flatMap((premise) => copied.ids.get(premise) ?? []) ?? []
    return relation ? [{ id, relation, from }] : []
  })
  const isWhole = ({ relation, from }: (typeof copies)[number]): boolean =>
    from.length === relation.from.length && !refusalToConnect(copied.graph, { ...relation, from })
  const whole = copies.filter(isWhole)
  const partial = copies.filter(({ relation, from }) => from.length < relation.from.length)
  const targets = [...new Set(whole.map(({ relation }) => relation.to))].map((to) => {
    const into = relationsInto(graph, to)
    const placed = whole
      .filter(({ relation }) => relation.to === to)
      .map((copy) => ({ ...copy, newId: freeId(context), index: into.indexOf(copy.id) + 1 }))
      .sort((a, b) => a.index - b.index)
    return {
      placed,
      ...placeEach(
        graph.relations,
        into,
        placed.map(({ index }) => index),
      ),
    }
  })
  return (draft) => {
    for (const { id, from } of partial) draft.relations[id]?.from.push(...from)
    for (const { placed, keys, rekeyed } of targets) {
      writeKeys(draft.relations, rekeyed)
      for (const [at, { newId, relation, from }] of placed.entries()) {
        const left = answersWithout(relation.questions, (node) => !copied.ids.has(node))
        const answered = withAnswers(relation, 'questions', answersRenamed(left, copied.ids))
        const record = withRoles(answered, rolesRenamed(relation.roles, copied.ids))
        draft.relations[newId] = { ...record, from, order: keys[at] ?? '' }
      }
    }
  }
}
