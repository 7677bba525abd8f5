/**
 * Giving relations and recommendations a scheme, and stating the premises that the scheme needs. Another
 * scheme asks other questions, so the answers to those of the former one go, and the label says how many.
 */
import { nodeAt, relationAt } from '../../model/graph.ts'
import type { ArgumentGraph, ElementId, NodeId, RelationId } from '../../model/graph.ts'
import { refusalToConnect } from '../../model/connections.ts'
import { relationKinds } from '../../model/kinds.ts'
import { Refusal } from '../../model/refusal.ts'
import { setRoles } from '../../model/roles.ts'
import { structureOf } from '../../model/structure.ts'
import { missingPremises, schemeAt, type MissingPremise } from '../../reasoning/critical-questions.ts'
import { labelOfScheme, schemeOf } from '../../reasoning/schemes.ts'
import type { CommandContext } from '../command.ts'
import { textKey, type Transaction } from '../state.ts'
import { ancestorsOf } from '../visible.ts'
import { orderOf, sectionOf, withNode } from './add.ts'
import { expand } from './collapse.ts'
import { placeNodesLast, writeKeys } from './ordering.ts'
import { freeId, nothingSelected, primaryRelation } from './selection.ts'

/**
 * Gives relations and recommendations a scheme of the table; `undefined` takes it away. Unless ids are given
 * it concerns what is selected: relations, recommendations, and of other statements the step to their conclusion.
 */
export function setScheme(
  context: CommandContext,
  scheme: string | undefined,
  ids: readonly ElementId[] | Refusal = selectedInferences(context),
): Transaction | Refusal {
  if (ids instanceof Refusal) return ids
  const { graph } = context.state
  if (scheme !== undefined && !schemeOf(scheme)) {
    return new Refusal(`There is no scheme “${scheme}”: choose one from the list.`)
  }
  if (!ids.every((id) => hasUseForScheme(graph, id))) {
    return new Refusal(
      'Only supports, objections and recommendations have a scheme: select one of these first.',
    )
  }
  const records = ids.map((id) => ({ id, record: nodeAt(graph, id) ?? relationAt(graph, id) }))
  const changed = records.filter(({ record }) => record?.scheme !== scheme)
  const lost = changed.flatMap(({ record }) => Object.keys(record?.questions ?? {})).length
  const also = lost === 0 ? '' : lost === 1 ? ' and drop 1 answer' : ` and drop ${lost} answers`
  return {
    label: `${scheme === undefined ? 'Remove scheme' : `Set scheme to “${labelOfScheme(scheme)}”`}${also}`,
    change: (draft) => {
      for (const { id } of changed) {
        const record = draft.nodes[id] ?? draft.relations[id]
        if (!record) continue
        delete record.questions
        delete record['roles']
        if (scheme === undefined) delete record.scheme
        else record.scheme = scheme
      }
    },
  }
}

/**
 * States premises that the scheme of a relation needs and no node states: all of them, or those named. Each
 * becomes a linked premise whose text is the template of the scheme; text entry opens on the first.
 */
export function addMissingPremises(
  context: CommandContext,
  relationId: RelationId | Refusal = primaryRelation(context),
  premises?: readonly string[],
): Transaction | Refusal {
  if (relationId instanceof Refusal) return relationId
  const { graph } = context.state
  const relation = relationAt(graph, relationId)
  if (!relation) return new Refusal('This relation is no longer there: select another one.')
  if (!schemeAt(graph, relationId)) {
    return new Refusal('What is missing depends on the kind of inference: give the relation a scheme first.')
  }
  const added = missingPremises(graph, relationId)
    .filter(({ id }) => premises?.includes(id) ?? true)
    .map((premise) => ({ premise, node: freeId(context) }))
  const [first] = added
  if (!first) return new Refusal('Every premise of this scheme is stated: add a further one with A.')
  const after = added.reduce((before, { premise, node }) => withNode(before, node, premise.kind), graph)
  const from = [...relation.from, ...added.map(({ node }) => node)]
  const refusal = refusalToConnect(after, {
    kind: relation.kind,
    from,
    to: relation.to,
    ignoring: relationId,
  })
  if (refusal) return refusal
  const { keys, rekeyed } = placeNodesLast(graph, added.length)
  const section = sectionOf(graph, relation.to)
  return {
    label: labelOfAdding(added.map(({ premise }) => premise)),
    change: (draft) => {
      writeKeys(draft.nodes, rekeyed)
      for (const [index, { premise, node }] of added.entries()) {
        draft.nodes[node] = {
          kind: premise.kind,
          text: premise.template,
          ...orderOf(keys[index]),
          ...(section === undefined ? {} : { section }),
        }
      }
      const extended = draft.relations[relationId]
      if (!extended) return
      extended.from = from
      const roles = Object.fromEntries(added.map(({ premise, node }) => [premise.id, node]))
      extended.roles = { ...extended.roles, ...roles }
      const hiding = ancestorsOf(graph, relation.to)
      expand(draft, nodeAt(graph, relation.to) ? [relation.to, ...hiding] : hiding)
    },
    selection: [first.node],
    entry: { node: first.node, fresh: true },
    mergeKey: textKey(first.node),
  }
}

/** Says which premise of its scheme a premise of a relation is; `undefined` leaves that open again. */
export function setRole(
  { state: { graph } }: CommandContext,
  relationId: RelationId,
  premise: string,
  node: NodeId | undefined,
): Transaction | Refusal {
  const relation = relationAt(graph, relationId)
  if (!relation) return new Refusal('This relation is no longer there: select another one.')
  const scheme = schemeAt(graph, relationId)
  const entry = scheme && Object.hasOwn(scheme.premises, premise) ? scheme.premises[premise] : undefined
  if (!entry) return new Refusal('The scheme of this relation needs no such premise: choose another scheme.')
  if (node !== undefined && !relation.from.includes(node)) {
    return new Refusal('This statement is no premise of the relation: add it to the premises first.')
  }
  const others = Object.entries(relation.roles ?? {}).filter(
    ([name, there]) => name !== premise && there !== node,
  )
  const roles = node === undefined ? others : [...others, [premise, node] as const]
  return {
    label: node === undefined ? `Leave open what is ${entry.label}` : `Say what is ${entry.label}`,
    change: (draft) => {
      const changed = draft.relations[relationId]
      if (changed) setRoles(changed, roles.length === 0 ? undefined : Object.fromEntries(roles))
    },
  }
}

/** What of the selection can have a scheme: at least one element. */
function selectedInferences({ state: { graph, selection } }: CommandContext): readonly ElementId[] | Refusal {
  const { parentRelation } = structureOf(graph)
  const ids = selection.flatMap((id) => {
    const node = nodeAt(graph, id)
    return node && node.kind !== 'recommendation' ? (parentRelation.get(id) ?? []) : id
  })
  if (ids.length > 0) return [...new Set(ids)]
  return selection.length === 0
    ? nothingSelected(graph)
    : new Refusal('This statement is not connected to a conclusion yet: press L to connect it.')
}

function hasUseForScheme(graph: ArgumentGraph, id: ElementId): boolean {
  const relation = relationAt(graph, id)
  return relation ? relationKinds[relation.kind].evaluated : nodeAt(graph, id)?.kind === 'recommendation'
}

function labelOfAdding(premises: readonly MissingPremise[]): string {
  const [first] = premises
  return premises.length === 1 && first
    ? `Add premise: ${first.label}`
    : `Add ${premises.length} missing premises`
}
