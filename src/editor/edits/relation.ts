/** What can be changed about relations themselves: kind, weight, warrant, direction, and what is linked. */
import type { Draft } from 'immer'
import { answersJoined } from '../../model/answers.ts'
import { nodeAt, relationAt } from '../../model/graph.ts'
import type { ArgumentGraph, Relation, RelationId } from '../../model/graph.ts'
import { refusalToConnect } from '../../model/connections.ts'
import { relationKinds, weights, type RelationKind, type Weight } from '../../model/kinds.ts'
import { Refusal } from '../../model/refusal.ts'
import { rolesWithin, setRoles, withRoles } from '../../model/roles.ts'
import { relationsInto, relationsOutOf } from '../../model/structure.ts'
import type { CommandContext } from '../command.ts'
import { removeElements } from '../remove.ts'
import type { Transaction } from '../state.ts'
import { placeRelations, writeKeys } from './ordering.ts'
import { freeId, primaryRelation, selectedRelations } from './selection.ts'

/** Changes what relations say: supports, attacks, addresses or restates. */
export function setRelationKind(
  context: CommandContext,
  kind: RelationKind,
  ids = selectedRelations(context),
): Transaction | Refusal {
  if (ids instanceof Refusal) return ids
  const { graph } = context.state
  const changed = ids.filter((id) => relationAt(graph, id)?.kind !== kind)
  for (const id of changed) {
    const relation = relationAt(graph, id)
    const refusal = relation && refusalToConnect(graph, { ...relation, kind, ignoring: id })
    if (refusal) return refusal
  }
  const onto = relationKinds[kind].evaluated
    ? []
    : changed.filter((id) => relationsInto(graph, id).length > 0)
  if (onto.length > 0) {
    return new Refusal(
      `Something speaks for or against this step, which a relation that ${relationKinds[kind].label} cannot carry: delete or move that first.`,
    )
  }
  return {
    label: `Change relation to “${relationKinds[kind].label}”`,
    change: (draft) => eachRelation(draft, changed, (relation) => (relation.kind = kind)),
  }
}

/** Sets how directly the premises bear on the target; strong is what an absent weight means. */
export function setWeight(
  context: CommandContext,
  weight: Weight,
  ids = selectedRelations(context),
): Transaction | Refusal {
  if (ids instanceof Refusal) return ids
  return {
    label: `Set weight to ${weights[weight].label}`,
    change: (draft) =>
      eachRelation(draft, ids, (relation) => {
        if ((relation.weight ?? 'strong') === weight) return
        if (weight === 'strong') delete relation.weight
        else relation.weight = weight
      }),
  }
}

/** Sets the warrant: why the premises bear on the target. An empty one is removed. */
export function setWarrant(_context: CommandContext, id: RelationId, warrant: string): Transaction {
  return {
    label: 'Edit warrant',
    change: (draft) =>
      eachRelation(draft, [id], (relation) => {
        if (warrant === '') delete relation.warrant
        else relation.warrant = warrant
      }),
    mergeKey: `warrant:${id}`,
  }
}

/** Turns a relation round: what was the premise becomes the conclusion. */
export function reverse(context: CommandContext, id = primaryRelation(context)): Transaction | Refusal {
  if (id instanceof Refusal) return id
  const { graph } = context.state
  const relation = relationAt(graph, id)
  const [premise, second] = relation?.from ?? []
  if (!relation || premise === undefined)
    return new Refusal('This relation is no longer there: select another one.')
  if (second !== undefined) {
    return new Refusal('Several premises cannot become one conclusion: split them first, then reverse each.')
  }
  if (!nodeAt(graph, relation.to)) {
    return new Refusal('An inference cannot become a premise: change the target to a statement first.')
  }
  const ends = { kind: relation.kind, from: [relation.to], to: premise }
  const refusal = refusalToConnect(graph, { ...ends, ignoring: id })
  if (refusal) return refusal
  const { keys, rekeyed } = placeRelations(graph, premise)
  return {
    label: 'Reverse relation',
    change: (draft) => {
      writeKeys(draft.relations, rekeyed)
      eachRelation(draft, [id], (turned) => {
        turned.from = [...ends.from]
        turned.to = ends.to
        delete turned.roles
        const [order] = keys
        if (order !== undefined) turned.order = order
      })
    },
  }
}

/**
 * Splits linked premises into independent reasons. The relation keeps its first premise; each other one
 * gets a relation of its own with the same weight, scheme, warrant and notes, and whatever spoke for or against
 * the step now does so for each of the new ones as well.
 */
export function splitPremises(context: CommandContext, id = primaryRelation(context)): Transaction | Refusal {
  if (id instanceof Refusal) return id
  const { graph } = context.state
  const relation = relationAt(graph, id)
  if (!relation || relation.from.length < 2) {
    return new Refusal('There is one premise only, so there is nothing to split: add a premise with A first.')
  }
  const [first = '', ...others] = relation.from
  for (const premise of relation.from) {
    const refusal = refusalToConnect(graph, {
      kind: relation.kind,
      from: [premise],
      to: relation.to,
      ignoring: id,
    })
    if (refusal) return refusal
  }
  const index = relationsInto(graph, relation.to).indexOf(id) + 1
  const { keys, rekeyed } = placeRelations(graph, relation.to, others.length, index)
  const copies = others.map((premise, at) => {
    const order = keys[at]
    const from = [premise]
    const single = {
      ...withRoles(relation, rolesWithin(relation.roles, from)),
      from,
      ...(order === undefined ? {} : { order }),
    }
    return [...copyWithRelationsOnIt(context, id, single)]
  })
  return {
    label: 'Split premises',
    change: (draft) => {
      writeKeys(draft.relations, rekeyed)
      eachRelation(draft, [id], (kept) => {
        kept.from = [first]
        setRoles(kept, rolesWithin(relation.roles, [first]))
      })
      // Drafts are writable and copies are not; immer takes them in as they are.
      for (const [copyId, copy] of copies.flat()) draft.relations[copyId] = copy as Draft<Relation>
    },
    selection: [id, ...copies.flatMap(([top]) => top?.[0] ?? [])],
  }
}

/**
 * Merges relations of one kind into one target into a single step that needs all their premises. The
 * first keeps its id, weight, scheme and place; differing warrants and notes are joined, and so are the
 * answers to the questions of that scheme; what spoke for or against any of them now does so for the step.
 */
export function mergeRelations(context: CommandContext): Transaction | Refusal {
  const { graph } = context.state
  const ids = relationsToMerge(context)
  if (ids instanceof Refusal) return ids
  const [kept = '', ...others] = ids
  const records = ids.flatMap((id) => relationAt(graph, id) ?? [])
  const [first] = records
  if (!first) return new Refusal('These relations are no longer there: select others.')
  const from = [...new Set(records.flatMap((relation) => relation.from))]
  // Asked in a graph without the others: their premises are not yet taken there.
  const alone = { ...graph, relations: without(graph.relations, others) }
  const refusal = refusalToConnect(alone, { kind: first.kind, from, to: first.to, ignoring: kept })
  if (refusal) return refusal
  return {
    label: `Merge ${ids.length} reasons into one step`,
    change: (draft) => {
      eachRelation(draft, [kept], (relation) => {
        relation.from = from
        joinTexts(relation, 'warrant', records)
        joinTexts(relation, 'note', records)
        const answers = answersJoined(
          records.map(({ scheme, questions }) => (scheme === first.scheme ? questions : undefined)),
        )
        if (answers) relation.questions = answers
      })
      for (const id of others) {
        for (const onto of relationsInto(graph, id))
          eachRelation(draft, [onto], (relation) => (relation.to = kept))
      }
      removeElements(draft, others)
    },
    selection: [kept],
  }
}

/** Relations with a kind and a target in common, as selected or as the selected nodes have them. */
function relationsToMerge({ state }: CommandContext): readonly RelationId[] | Refusal {
  const { graph, selection } = state
  const wayOut = 'select two or more reasons for the same statement, then merge them.'
  if (selection.length < 2) return new Refusal(`One reason cannot be merged: ${wayOut}`)
  const choices = selection.map((id) => (relationAt(graph, id) ? [id] : relationsOutOf(graph, id)))
  for (const candidate of choices[0] ?? []) {
    const example = relationAt(graph, candidate)
    const matching = choices.map((ids) =>
      ids.find((id) => {
        const relation = relationAt(graph, id)
        return relation?.kind === example?.kind && relation?.to === example?.to
      }),
    )
    const found = [...new Set(matching)].filter((id) => id !== undefined)
    if (found.length > 1 && !matching.includes(undefined)) return found
  }
  return new Refusal(`These do not bear on the same statement in the same way: ${wayOut}`)
}

/**
 * Copies under new ids of everything that points at a relation, and of that relation as `record`; the
 * latter comes first.
 */
function copyWithRelationsOnIt(
  context: CommandContext,
  id: RelationId,
  record: Relation,
  copies = new Map<RelationId, Relation>(),
): Map<RelationId, Relation> {
  const { graph } = context.state
  const copyId = freeId(context)
  copies.set(copyId, record)
  for (const onto of relationsInto(graph, id)) {
    const relation = relationAt(graph, onto)
    if (relation) copyWithRelationsOnIt(context, onto, { ...relation, to: copyId }, copies)
  }
  return copies
}

function joinTexts(relation: Draft<Relation>, field: 'warrant' | 'note', records: readonly Relation[]): void {
  const texts = [...new Set(records.flatMap((record) => record[field] ?? []))]
  if (texts.length > 0) relation[field] = texts.join('\n')
}

function eachRelation(
  draft: Draft<ArgumentGraph>,
  ids: readonly RelationId[],
  change: (relation: Draft<Relation>) => void,
): void {
  for (const id of ids) {
    const relation = draft.relations[id]
    if (relation) change(relation)
  }
}

function without<T>(records: Readonly<Record<string, T>>, ids: readonly string[]): Record<string, T> {
  return Object.fromEntries(Object.entries(records).filter(([id]) => !ids.includes(id)))
}
