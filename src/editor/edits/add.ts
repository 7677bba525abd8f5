/**
 * Adding statements. Each new one is already connected, selected and in text entry, and typing its text
 * belongs to the same step of undo. Its kind follows from where it is added; a new one is put into the
 * section of what it speaks about, and a collapsed branch opens to show it.
 */
import { nodeAt, relationAt } from '../../model/graph.ts'
import type { ArgumentGraph, ArgumentNode, ElementId, NodeId, Relation } from '../../model/graph.ts'
import { nodeKinds, type NodeKind, type RelationKind } from '../../model/kinds.ts'
import { refusalToConnect } from '../../model/connections.ts'
import { Refusal } from '../../model/refusal.ts'
import { concludedNode, relationsInto, structureOf } from '../../model/structure.ts'
import type { CommandContext } from '../command.ts'
import { textKey, type Transaction } from '../state.ts'
import { expand } from './collapse.ts'
import { placeNodeBeside, placeNodesLast, placeRelations, writeKeys, type Placement } from './ordering.ts'
import { freeId, primary, primaryRelation } from './selection.ts'
import { ancestorsOf } from '../visible.ts'

/** Adds a reason for the target: a supporting statement, a backing of an inference, an answer to an issue. */
export function addChild(context: CommandContext, target = primary(context)): Transaction | Refusal {
  if (target instanceof Refusal) return target
  const answers = nodeAt(context.state.graph, target)?.kind === 'issue'
  return addConnected(context, {
    target,
    kind: answers ? 'recommendation' : 'claim',
    relation: answers ? 'addresses' : 'supports',
  })
}

/** Adds a counterpoint to a node, or to the inference that a relation is. */
export function addCounterpoint(context: CommandContext, target = primary(context)): Transaction | Refusal {
  if (target instanceof Refusal) return target
  return addConnected(context, { target, kind: 'counterpoint', relation: 'attacks' })
}

/**
 * Adds a sibling after the given element: a statement of the same kind with the same bearing on the same
 * target; after a root, or where nothing is selected, another root.
 */
export function addSibling(
  context: CommandContext,
  beside: ElementId | undefined = context.state.selection.at(-1),
): Transaction | Refusal {
  const { graph } = context.state
  if (beside === undefined) return addRoot(context, 'claim')
  const relationId = nodeAt(graph, beside) ? structureOf(graph).parentRelation.get(beside) : beside
  const relation = relationId === undefined ? undefined : relationAt(graph, relationId)
  const example = nodeAt(graph, beside) ?? nodeAt(graph, relation?.from[0] ?? '')
  if (!example) return new Refusal('What was selected is no longer there: select a statement first.')
  if (relationId === undefined || !relation) return addRoot(context, example.kind, beside)
  return addConnected(context, {
    target: relation.to,
    kind: example.kind,
    relation: relation.kind,
    index: relationsInto(graph, relation.to).indexOf(relationId) + 1,
  })
}

/** Adds an unconnected statement: after another root, or after everything. */
export function addRoot(context: CommandContext, kind: NodeKind, after?: NodeId): Transaction {
  const { graph } = context.state
  const section = after === undefined ? undefined : nodeAt(graph, after)?.section
  const place = () => (after === undefined ? placeNodesLast(graph) : placeNodeBeside(graph, after, 'after'))
  return addNode({ id: freeId(context), kind, section, place })
}

/**
 * Adds a premise that is needed together with those of a relation: an assumption, since what an inference
 * silently needs is taken for granted until somebody argues for it.
 */
export function addLinkedPremise(
  context: CommandContext,
  relationId = primaryRelation(context),
): Transaction | Refusal {
  if (relationId instanceof Refusal) return relationId
  const { graph } = context.state
  const relation = relationAt(graph, relationId)
  if (!relation) return new Refusal('This relation is no longer there: select another one.')
  const id = freeId(context)
  const kind = 'assumption'
  const refusal = refusalToConnect(withNode(graph, id, kind), {
    kind: relation.kind,
    from: [...relation.from, id],
    to: relation.to,
    ignoring: relationId,
  })
  if (refusal) return refusal
  const transaction = addNode({
    id,
    kind,
    section: sectionOf(graph, relation.to),
    place: () => placeNodesLast(graph),
  })
  return {
    ...transaction,
    change: (draft) => {
      transaction.change?.(draft)
      draft.relations[relationId]?.from.push(id)
    },
  }
}

/** A statement to be added together with the relation that connects it. */
export interface ConnectedStatement {
  readonly target: ElementId
  readonly kind: NodeKind
  readonly relation: RelationKind
  /** Where it stands among the relations into the target; absent for last. */
  readonly index?: number
  /** Its id, where that must be known before; absent for a free one. */
  readonly id?: NodeId
}

/** Adds a statement that bears on the target; refused where these kinds cannot be connected. */
export function addConnected(
  context: CommandContext,
  { target, kind, relation, index, id = freeId(context) }: ConnectedStatement,
): Transaction | Refusal {
  const { graph } = context.state
  const refusal = refusalToConnect(withNode(graph, id, kind), { kind: relation, from: [id], to: target })
  if (refusal) return refusal
  const relationId = freeId(context)
  const { keys, rekeyed } = placeRelations(graph, target, 1, index)
  const transaction = addNode({
    id,
    kind,
    section: sectionOf(graph, target),
    place: () => placeNodesLast(graph),
  })
  const hiding = nodeAt(graph, target) ? [target, ...ancestorsOf(graph, target)] : ancestorsOf(graph, target)
  return {
    ...transaction,
    change: (draft) => {
      transaction.change?.(draft)
      writeKeys(draft.relations, rekeyed)
      draft.relations[relationId] = { kind: relation, from: [id], to: target, ...orderOf(keys[0]) }
      expand(draft, hiding)
    },
  }
}

interface NewNode {
  readonly id: NodeId
  readonly kind: NodeKind
  readonly section: string | undefined
  /** Found only when it is added: looking through all statements is too much for merely asking. */
  readonly place: () => Placement
}

function addNode({ id, kind, section, place }: NewNode): Transaction {
  return {
    label: `Add ${nodeKinds[kind].label}`,
    change: (draft) => {
      const { keys, rekeyed } = place()
      writeKeys(draft.nodes, rekeyed)
      draft.nodes[id] = {
        kind,
        text: '',
        ...orderOf(keys[0]),
        ...(section === undefined ? {} : { section }),
      }
    },
    selection: [id],
    entry: { node: id, fresh: true },
    mergeKey: textKey(id),
  }
}

/** The order field for a key; none without a key. */
export function orderOf(key: string | undefined): Pick<Relation, 'order'> {
  return key === undefined ? {} : { order: key }
}

/** The section of a statement, or of what an inference concludes. */
export function sectionOf(graph: ArgumentGraph, id: ElementId): string | undefined {
  return nodeAt(graph, concludedNode(graph, id) ?? '')?.section
}

/** The graph with one more node, so that the rules of connecting can be asked before anything is done. */
export function withNode(graph: ArgumentGraph, id: NodeId, kind: NodeKind): ArgumentGraph {
  const node: ArgumentNode = { kind, text: '' }
  return { ...graph, nodes: { ...graph.nodes, [id]: node } }
}
