/**
 * What the schemes of a document ask and what has been found so far: the critical questions of relations
 * and recommendations, the premises that a scheme needs and nobody has stated, the decision criteria of
 * recommendations, and where on the map a problem would have to be raised. Derived from the graph alone;
 * schemes that are not in the table ask nothing, and answers to questions that no scheme asks are left alone.
 */
import { nodeAt, relationAt } from '../model/graph.ts'
import type {
  Answer,
  ArgumentGraph,
  ArgumentNode,
  ElementId,
  NodeId,
  Relation,
  RelationId,
} from '../model/graph.ts'
import { relationKinds, type NodeKind } from '../model/kinds.ts'
import { relationsOutOf } from '../model/structure.ts'
import { criterionNames, decisionCriteria, type CriterionName } from './decision-criteria.ts'
import { schemeOf } from './schemes.ts'
import type { CriticalQuestion, QuestionEffect, Scheme, SchemePremise } from './schemes/scheme.ts'

/** What became of a question: nobody has answered it, it was found to be no problem, or a counterpoint raises it. */
export type Found =
  | { readonly state: 'open' }
  | { readonly state: 'answered'; readonly by?: NodeId; readonly text?: string }
  | { readonly state: 'raised'; readonly by: NodeId; readonly text?: string }

/** A critical question as it concerns one relation or recommendation. */
export type AskedQuestion = CriticalQuestion &
  Found & {
    /** The relation or recommendation that is questioned. */
    readonly on: ElementId
    readonly id: string
  }

/** A decision criterion as it concerns one recommendation. */
export type AskedCriterion = Found & {
  readonly on: NodeId
  readonly name: CriterionName
  readonly label: string
  readonly question: string
  readonly hint: string
}

/** A premise that the scheme of a relation needs and no node states. */
export interface MissingPremise extends SchemePremise {
  readonly id: string
}

/** Where and how a problem is raised on the map. */
export interface Raising {
  /** What the new statement is. */
  readonly kind: NodeKind
  /** How it bears on `to`: against it, or for it where the argument in question is itself an objection. */
  readonly relation: 'supports' | 'attacks'
  readonly to: ElementId
  /** Issues that a rival recommendation answers as well. */
  readonly issues: readonly NodeId[]
}

/**
 * The scheme of a relation that is an inference, or of a recommendation. Undefined where there is none, for
 * schemes that are not in the table, and for elements that have no use for one.
 */
export function schemeAt(graph: ArgumentGraph, id: ElementId): Scheme | undefined {
  const node = nodeAt(graph, id)
  if (node) return node.kind === 'recommendation' ? schemeOf(node.scheme) : undefined
  const relation = relationAt(graph, id)
  return relation && relationKinds[relation.kind].evaluated ? schemeOf(relation.scheme) : undefined
}

/** The questions that the scheme of a relation or recommendation asks, in the order of the scheme; none without a known scheme. */
export function questionsOf(graph: ArgumentGraph, id: ElementId): readonly AskedQuestion[] {
  const scheme = schemeAt(graph, id)
  if (!scheme) return []
  const record = nodeAt(graph, id) ?? relationAt(graph, id)
  if (!record?.questions) return record ? unanswered(record, scheme, id) : []
  const answers = record.questions
  return asOpen(scheme, id).map((asked) => ({ ...asked, ...foundIn(graph, answers, asked.id) }))
}

/** Most questions of a large map are open, and stay the same while their record does. */
const openOf = new WeakMap<ArgumentNode | Relation, readonly AskedQuestion[]>()

function unanswered(
  record: ArgumentNode | Relation,
  scheme: Scheme,
  on: ElementId,
): readonly AskedQuestion[] {
  const known = openOf.get(record)
  // One record can stand under two ids, as a copy does.
  if (known?.[0]?.on === on) return known
  const asked = asOpen(scheme, on)
  openOf.set(record, asked)
  return asked
}

function asOpen(scheme: Scheme, on: ElementId): readonly AskedQuestion[] {
  return Object.entries(scheme.questions).map(([id, { question, effects, burden }]): AskedQuestion => ({
    on,
    id,
    question,
    effects,
    burden,
    state: 'open',
  }))
}

/**
 * All open questions of a graph: recommendations first, then relations, each in the order of the file. Those
 * with the burden "asked" weaken an argument by being open; the others are merely not looked into yet.
 */
export function openQuestions(graph: ArgumentGraph): readonly AskedQuestion[] {
  return [...Object.keys(graph.nodes), ...Object.keys(graph.relations)].flatMap((id) =>
    questionsOf(graph, id).filter(({ state }) => state === 'open'),
  )
}

/**
 * Which node states which premise of the relation's scheme. What the document records (`roles`) comes first;
 * the remaining premises of the relation are taken for the remaining premises of the scheme in the order of
 * both. Empty without a known scheme.
 */
export function rolesOf(graph: ArgumentGraph, id: RelationId): ReadonlyMap<string, NodeId> {
  const relation = relationAt(graph, id)
  const scheme = relation && schemeAt(graph, id)
  const roles = new Map<string, NodeId>()
  if (!scheme) return roles
  const names = Object.keys(scheme.premises)
  for (const name of names) {
    const node = recordedRole(relation, name)
    if (node !== undefined) roles.set(name, node)
  }
  const taken = new Set(roles.values())
  const rest = relation.from.filter((node) => !taken.has(node))
  const free = names.filter((name) => !roles.has(name))
  for (const [index, name] of free.entries()) {
    const node = rest[index]
    if (node !== undefined) roles.set(name, node)
  }
  return new Map(names.flatMap((name) => (roles.has(name) ? [[name, roles.get(name) ?? '']] : [])))
}

/** The premises of a relation's scheme that no node states, by `rolesOf`; none without a known scheme. */
export function missingPremises(graph: ArgumentGraph, id: RelationId): readonly MissingPremise[] {
  const scheme = relationAt(graph, id) && schemeAt(graph, id)
  if (!scheme) return []
  const roles = rolesOf(graph, id)
  return Object.entries(scheme.premises).flatMap(([name, entry]) =>
    roles.has(name) ? [] : [{ ...entry, id: name }],
  )
}

/**
 * Where a problem of this kind is raised for a relation or recommendation; undefined for anything else. A
 * premise that no node states is a part of the step, so the step is attacked. A recommendation with a scheme
 * of its own has no step to aim at: it is attacked itself. Against an objection's conclusion speaks a reason
 * for what it objects to. A rival to a recommendation is another one for the same issues that speaks against
 * it; to anything else it is a counterpoint.
 */
export function raisingOf(graph: ArgumentGraph, on: ElementId, aim: QuestionEffect): Raising | undefined {
  const relation = relationAt(graph, on)
  if (!relation) {
    if (nodeAt(graph, on)?.kind !== 'recommendation') return undefined
    return aim.effect === 'rival' ? rivalOf(graph, on) : against(on)
  }
  switch (aim.effect) {
    case 'premise':
      return against(rolesOf(graph, on).get(aim.premise) ?? on)
    case 'inference':
      return against(on)
    case 'conclusion':
      return againstConclusion(relation)
    case 'rival':
      return relation.kind === 'supports' && nodeAt(graph, relation.to)?.kind === 'recommendation'
        ? rivalOf(graph, relation.to)
        : againstConclusion(relation)
  }
}

/** The decision criteria for a recommendation, in the order of the framework; none for anything else. */
export function criteriaOf(graph: ArgumentGraph, id: NodeId): readonly AskedCriterion[] {
  const node = nodeAt(graph, id)
  if (node?.kind !== 'recommendation') return []
  return criterionNames.map((name) => ({
    ...decisionCriteria[name],
    ...foundIn(graph, node.criteria, name),
    on: id,
    name,
  }))
}

function foundIn(
  graph: ArgumentGraph,
  answers: Readonly<Record<string, Answer>> | undefined,
  name: string,
): Found {
  const answer = answers && Object.hasOwn(answers, name) ? answers[name] : undefined
  if (!answer) return { state: 'open' }
  const by = answer.by !== undefined && nodeAt(graph, answer.by) ? answer.by : undefined
  const text = answer.text ? { text: answer.text } : {}
  if (answer.answer === 'fine') return { state: 'answered', ...(by === undefined ? {} : { by }), ...text }
  // A problem is what a counterpoint says; one that nobody states is not raised.
  return by === undefined ? { state: 'open' } : { state: 'raised', by, ...text }
}

function recordedRole({ roles, from }: Relation, name: string): NodeId | undefined {
  const node = roles && Object.hasOwn(roles, name) ? roles[name] : undefined
  return node !== undefined && from.includes(node) ? node : undefined
}

function against(to: ElementId): Raising {
  return { kind: 'counterpoint', relation: 'attacks', to, issues: [] }
}

function againstConclusion({ kind, to }: Relation): Raising {
  return kind === 'attacks' ? { kind: 'claim', relation: 'supports', to, issues: [] } : against(to)
}

function rivalOf(graph: ArgumentGraph, to: NodeId): Raising {
  const issues = relationsOutOf(graph, to).flatMap((id) => {
    const relation = relationAt(graph, id)
    return relation?.kind === 'addresses' ? [relation.to] : []
  })
  return { kind: 'recommendation', relation: 'attacks', to, issues: [...new Set(issues)] }
}
