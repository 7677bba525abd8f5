/**
 * Which kinds may connect to which, read from the tables in kinds.ts, and why something may not.
 * The editor asks `refusalToConnect` before it draws or changes a relation; validation takes the same
 * sentences for relations in files. Every refusal is one sentence that also names a legal alternative.
 * Two rules hold for the editor only, since a file that breaks them still has a meaning: no relation
 * from an element to itself, and no second relation that says the same.
 */
import { nodeAt, relationAt } from './graph.ts'
import type { ArgumentGraph, ElementId, NodeId, Relation, RelationId } from './graph.ts'
import {
  nodeKindNames,
  nodeKinds,
  relationKindNames,
  relationKinds,
  type NodeKind,
  type RelationKind,
} from './kinds.ts'
import { capitalise, quoteElement } from './naming.ts'
import { Refusal } from './refusal.ts'

/** A relation that somebody would like to have. */
export interface WishedRelation {
  readonly kind: RelationKind
  readonly from: readonly NodeId[]
  readonly to: ElementId
  /** The relation that would become this one: it is neither its own duplicate nor a legal target. */
  readonly ignoring?: RelationId | undefined
}

/** Why the relation cannot be made, or undefined if it can. Constant time but for the relations into its target. */
export function refusalToConnect(graph: ArgumentGraph, wish: WishedRelation): Refusal | undefined {
  const reason = reasonAgainst(graph, wish)
  return reason === undefined ? undefined : new Refusal(reason)
}

/** The kinds of relation that could be drawn from one element to another, in menu order. */
export function legalKinds(graph: ArgumentGraph, from: ElementId, to: ElementId): RelationKind[] {
  return relationKindNames.filter((kind) => reasonAgainst(graph, { kind, from: [from], to }) === undefined)
}

/** Why a node of this kind cannot be a premise of such a relation, or undefined if it can. */
export function reasonAgainstPremise(kind: RelationKind, premise: NodeKind): string | undefined {
  const { from, infinitive } = relationKinds[kind]
  if (includes(from, premise)) return undefined
  return includes(from, 'claim') && !nodeKinds[premise].evaluated
    ? `${capitalise(withArticle(premise))} cannot ${infinitive} anything, because ${nodeKinds[premise].plural} are not evaluated; turn it into a claim first.`
    : `Only ${listKinds(from)} can ${infinitive} something; turn the ${nodeKinds[premise].label} into ${listKinds(from)} first.`
}

/**
 * Why a node of this kind cannot be the target of such a relation, or undefined if it can. The kinds of the
 * premises decide which alternative is named.
 */
export function reasonAgainstTarget(
  kind: RelationKind,
  premises: readonly NodeKind[],
  target: NodeKind,
): string | undefined {
  const { to, participle } = relationKinds[kind]
  if (includes(to, target)) return undefined
  const others = relationKindNames.filter(
    (other) =>
      includes(relationKinds[other].to, target) &&
      premises.every((premise) => includes(relationKinds[other].from, premise)) &&
      (premises.length === 1 || relationKinds[other].linked),
  )
  const wayOut =
    others.length > 0
      ? `let it ${list(others.map((other) => relationKinds[other].infinitive))} the ${nodeKinds[target].label} instead`
      : includes(to, 'claim')
        ? 'turn it into a claim first'
        : `turn the ${nodeKinds[target].label} into ${listKinds(to)} first`
  return includes(to, 'claim') && !nodeKinds[target].evaluated
    ? `${capitalise(withArticle(target))} cannot be ${participle}, because ${nodeKinds[target].plural} are not evaluated; ${wayOut}.`
    : `Only ${listKinds(to)} can be ${participle}; ${wayOut}.`
}

/** Why a relation of one kind cannot point at a relation of another, or undefined if it can. */
export function reasonAgainstRelationTarget(kind: RelationKind, target: RelationKind): string | undefined {
  const { toRelation, participle, to } = relationKinds[kind]
  if (!toRelation) {
    return `A relation cannot be ${participle}, only ${to.length > 2 ? 'a statement' : listKinds(to)} can; support or attack the relation instead.`
  }
  if (relationKinds[target].evaluated) return undefined
  return `A relation that ${relationKinds[target].label} cannot be ${participle}, because it is not evaluated; choose the statement at one of its ends instead.`
}

/** Why a relation of this kind cannot have so many premises, or undefined if it can. */
export function reasonAgainstLinking(kind: RelationKind, premises: number): string | undefined {
  if (premises === 0) return 'A relation needs a premise; choose the statement from which it starts.'
  if (premises === 1 || relationKinds[kind].linked) return undefined
  const linked = list(relationKindNames.filter((name) => relationKinds[name].linked))
  return `Only a relation that ${linked} can have several premises; let each statement ${relationKinds[kind].infinitive} the target by itself.`
}

function reasonAgainst(graph: ArgumentGraph, wish: WishedRelation): string | undefined {
  return (
    reasonAgainstEnds(graph, wish) ?? reasonAgainstKinds(graph, wish) ?? reasonAgainstRepeating(graph, wish)
  )
}

function reasonAgainstEnds(
  graph: ArgumentGraph,
  { kind, from, to, ignoring }: WishedRelation,
): string | undefined {
  if (from.some((premise) => relationAt(graph, premise) && !nodeAt(graph, premise))) {
    return 'A relation cannot be a premise; start from one of its statements instead.'
  }
  if (![...from, to].every((end) => nodeAt(graph, end) || relationAt(graph, end))) {
    return 'This statement is no longer on the map; choose one that is.'
  }
  const repeated = from.find((premise, index) => from.indexOf(premise) !== index)
  if (repeated !== undefined) {
    return `${quoteElement(graph, repeated)} is already a premise of this relation; choose another statement.`
  }
  if (from.includes(to)) {
    return `A statement cannot ${relationKinds[kind].infinitive} itself; choose another statement, or add a new one.`
  }
  return ignoring !== undefined && leadsTo(graph, to, ignoring)
    ? 'This would make relations point at each other in a circle; choose a statement as the target instead.'
    : undefined
}

function reasonAgainstKinds(graph: ArgumentGraph, { kind, from, to }: WishedRelation): string | undefined {
  const kinds = from.flatMap((premise) => nodeAt(graph, premise)?.kind ?? [])
  for (const premise of kinds) {
    const reason = reasonAgainstPremise(kind, premise)
    if (reason !== undefined) return reason
  }
  const node = nodeAt(graph, to)
  const relation = relationAt(graph, to)
  const reason = node
    ? reasonAgainstTarget(kind, kinds, node.kind)
    : relation && reasonAgainstRelationTarget(kind, relation.kind)
  return reason ?? reasonAgainstLinking(kind, from.length)
}

function reasonAgainstRepeating(
  graph: ArgumentGraph,
  { kind, from, to, ignoring }: WishedRelation,
): string | undefined {
  const twin = relationsByTarget(graph)
    .get(to)
    ?.some((id) => {
      const relation = relationAt(graph, id)
      return id !== ignoring && relation?.kind === kind && hasPremises(relation, from)
    })
  if (!twin) return undefined
  const premises = from.length === 1 ? quoteElement(graph, from[0] ?? '') : 'The same statements'
  const verb = from.length === 1 ? relationKinds[kind].label : `together ${relationKinds[kind].infinitive}`
  return `${premises} already ${verb} this; change that relation, or choose another target.`
}

function hasPremises(relation: Relation, premises: readonly NodeId[]): boolean {
  return (
    relation.from.length === premises.length && premises.every((premise) => relation.from.includes(premise))
  )
}

/** Whether the chain of relation targets that starts with `start` comes to `end`. */
function leadsTo(graph: ArgumentGraph, start: ElementId, end: RelationId): boolean {
  const seen = new Set<ElementId>()
  for (let at: ElementId | undefined = start; at !== undefined && !seen.has(at);) {
    if (at === end) return true
    seen.add(at)
    at = nodeAt(graph, at) ? undefined : relationAt(graph, at)?.to
  }
  return false
}

/** Kept by the relations, not by the graph, so that asking about a node that is only wished for costs nothing. */
const targetIndexes = new WeakMap<ArgumentGraph['relations'], ReadonlyMap<ElementId, readonly RelationId[]>>()

function relationsByTarget({ relations }: ArgumentGraph): ReadonlyMap<ElementId, readonly RelationId[]> {
  const known = targetIndexes.get(relations)
  if (known) return known
  const index = new Map<ElementId, RelationId[]>()
  for (const [id, { to }] of Object.entries(relations)) {
    const group = index.get(to)
    if (group) group.push(id)
    else index.set(to, [id])
  }
  targetIndexes.set(relations, index)
  return index
}

function includes(kinds: readonly NodeKind[], kind: NodeKind): boolean {
  return kinds.includes(kind)
}

/** "a recommendation", "a claim or an issue", all of them in menu order. */
function listKinds(kinds: readonly NodeKind[]): string {
  return list(nodeKindNames.filter((kind) => includes(kinds, kind)).map(withArticle))
}

function list(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1) ?? ''}`
}

function withArticle(kind: NodeKind): string {
  const { label } = nodeKinds[kind]
  return `${/^[aeiou]/.test(label) ? 'an' : 'a'} ${label}`
}
