/**
 * Why something stands or falls, as sentences that name the statements: a small tree, each answer with the
 * reasons it rests on. It says what the rules of standing (SPEC.md) do, in words for people who have never read
 * about argumentation. Limited in depth and breadth, so that it can be read, and so that circles end.
 */
import { nodeAt, relationAt, type ArgumentGraph, type ElementId, type RelationId } from '../../model/graph.ts'
import { nodeKinds } from '../../model/kinds.ts'
import { structureOf } from '../../model/structure.ts'
import { isPrimaFacie } from '../base-scores.ts'
import type { Evaluation, Standing } from '../evaluation.ts'
import type { FallCause } from '../words.ts'
import { listed, named, say, type Sentence } from './sentence.ts'

/** One answer, and the answers it rests on. */
export interface Explanation {
  readonly about: ElementId
  readonly sentence: Sentence
  readonly because: readonly Explanation[]
}

/** Answers below answers, and answers side by side. */
const deepest = 5
const broadest = 3

/** Why an element stands as it does; undefined for what takes no part in the evaluation. */
export function explainStanding(evaluation: Evaluation, id: ElementId): Explanation | undefined {
  return evaluation.of(id) && explained({ evaluation, graph: evaluation.graph }, id, [])
}

/** Why a recommendation falls: an objection stands, its reasons fail, or it has none. */
export function fallCauseOf(evaluation: Evaluation, id: ElementId): FallCause {
  const look = { evaluation, graph: evaluation.graph }
  if (attacksOn(look, id).some((attack) => stepStanding(look, attack) === 'holds')) return 'objection'
  return supportsOf(look, id).length > 0 ? 'reasons' : 'nothing'
}

interface Look {
  readonly evaluation: Evaluation
  readonly graph: ArgumentGraph
}

function explained(look: Look, id: ElementId, path: readonly ElementId[]): Explanation {
  const standing = look.evaluation.of(id)?.standing
  const next = (ids: readonly ElementId[]) => below(look, ids, [...path, id])
  switch (standing) {
    case 'holds':
      return whyItHolds(look, id, next)
    case 'unresolved':
      return whyItIsUnresolved(look, id, next)
    case 'falls':
      return whyItFalls(look, id, next)
    case undefined:
      return { about: id, sentence: say`${named(look.graph, id)} is left out.`, because: [] }
  }
}

type Next = (ids: readonly ElementId[]) => Explanation[]

/** The answers that an answer rests on; none too deep down or where it would go in circles. */
function below(look: Look, ids: readonly ElementId[], path: readonly ElementId[]): Explanation[] {
  if (path.length >= deepest) return []
  return [...new Set(ids)]
    .filter((id) => !path.includes(id) && look.evaluation.of(id))
    .slice(0, broadest)
    .map((id) => explained(look, id, path))
}

function whyItHolds(look: Look, id: ElementId, next: Next): Explanation {
  const { graph } = look
  const attacks = attacksOn(look, id)
  const name = named(graph, id)
  const reasons = supportsOf(look, id).filter((relation) => stepStanding(look, relation) === 'holds')
  const [reason] = reasons
  const grounds = reason === undefined ? [] : premisesOf(graph, reason)
  const answered: Sentence =
    attacks.length === 0
      ? say`nothing on the map speaks against it`
      : attacks.length === 1
        ? say`the objection ${listed(graph, premisesOf(graph, attacks[0] ?? ''))} is answered`
        : say`all ${attacks.length} objections to it are answered`
  const lower = uncapitalised(answered)
  const sentence =
    needsReason(graph, id) && reason !== undefined
      ? say`${name} holds: ${listed(graph, grounds)} ${grounds.length === 1 ? 'supports' : 'support'} it, and ${lower}.`
      : say`${name} holds: ${countsUntil(graph, id)}, and ${lower}.`
  const defeated = attacks.flatMap((attack) => defeatOf(look, attack) ?? [])
  // Grounds that simply count are not worth a sentence each.
  const worth = grounds.filter((each) => needsReason(graph, each) || attacksOn(look, each).length > 0)
  return { about: id, sentence, because: next([...defeated, ...(needsReason(graph, id) ? worth : [])]) }
}

function whyItFalls(look: Look, id: ElementId, next: Next): Explanation {
  const { graph } = look
  const name = named(graph, id)
  const hits = attacksOn(look, id).filter((attack) => stepStanding(look, attack) === 'holds')
  const [hit] = hits
  if (hit !== undefined) {
    const objectors = premisesOf(graph, hit)
    const others = hits.length - 1
    const also =
      others === 0 ? '' : ` So ${others === 1 ? 'does another objection' : `do ${others} other objections`}.`
    const isPlural = objectors.length > 1
    return {
      about: id,
      sentence: say`${name} does not hold: ${listed(graph, objectors)} ${isPlural ? 'speak' : 'speaks'} against it, and nothing that holds answers ${isPlural ? 'them' : 'that'}.${also}`,
      because: next(objectors),
    }
  }
  const supports = supportsOf(look, id)
  if (supports.length === 0) {
    return { about: id, sentence: say`${name} does not hold: nothing on the map supports it.`, because: [] }
  }
  const failing = supports.flatMap((support) => defeatOf(look, support) ?? [])
  const sentence =
    supports.length === 1
      ? say`${name} does not hold: its only reason fails, because ${listed(graph, failing)} ${failing.length === 1 ? 'does' : 'do'} not hold.`
      : say`${name} does not hold: none of its ${supports.length} reasons holds.`
  return { about: id, sentence, because: next(failing) }
}

function whyItIsUnresolved(look: Look, id: ElementId, next: Next): Explanation {
  const { graph } = look
  const name = named(graph, id)
  const open = attacksOn(look, id).filter((attack) => stepStanding(look, attack) === 'unresolved')
  const [first] = open
  if (first !== undefined) {
    const objectors = premisesOf(graph, first)
    return {
      about: id,
      sentence: say`${name} is unresolved: ${listed(graph, objectors)} ${objectors.length === 1 ? 'speaks' : 'speak'} against it, and whether that stands is open, because objections and answers block each other.`,
      because: next(
        [first, ...objectors].filter((each) => look.evaluation.of(each)?.standing === 'unresolved'),
      ),
    }
  }
  const reasons = supportsOf(look, id).filter((relation) => stepStanding(look, relation) === 'unresolved')
  const hangsOn = reasons
    .flatMap((relation) => [relation, ...premisesOf(graph, relation)])
    .filter((each) => look.evaluation.of(each)?.standing === 'unresolved')
  return {
    about: id,
    sentence: say`${name} is unresolved: it hangs on ${listed(graph, hangsOn)}, which ${hangsOn.length === 1 ? 'is' : 'are'} unresolved.`,
    because: next(hangsOn),
  }
}

/** The first part of a step that does not hold: a premise, or the step itself. */
function defeatOf(look: Look, relation: RelationId): ElementId | undefined {
  return [...premisesOf(look.graph, relation), relation].find(
    (part) => look.evaluation.of(part)?.standing === 'falls',
  )
}

/** How a reason or objection as a whole stands: as its weakest part does. */
function stepStanding({ evaluation, graph }: Look, relation: RelationId): Standing {
  const parts = [relation, ...premisesOf(graph, relation)].map((part) => evaluation.of(part)?.standing)
  if (parts.some((standing) => standing === 'falls' || standing === undefined)) return 'falls'
  return parts.includes('unresolved') ? 'unresolved' : 'holds'
}

function supportsOf(look: Look, id: ElementId): RelationId[] {
  return relationsOfKind(look, id, 'supports')
}

function attacksOn(look: Look, id: ElementId): RelationId[] {
  return relationsOfKind(look, id, 'attacks')
}

function relationsOfKind(
  { evaluation, graph }: Look,
  id: ElementId,
  kind: 'supports' | 'attacks',
): RelationId[] {
  return (structureOf(graph).into.get(id) ?? []).filter(
    (relation) => relationAt(graph, relation)?.kind === kind && evaluation.of(relation),
  )
}

function premisesOf(graph: ArgumentGraph, relation: RelationId): readonly ElementId[] {
  return structureOf(graph).premises.get(relation) ?? []
}

/** Claims and recommendations need a reason; everything else counts until something speaks against it. */
function needsReason(graph: ArgumentGraph, id: ElementId): boolean {
  const node = nodeAt(graph, id)
  return node !== undefined && !isPrimaFacie(node.kind)
}

function countsUntil(graph: ArgumentGraph, id: ElementId): string {
  const node = nodeAt(graph, id)
  if (!node) return 'a step counts until something speaks against it'
  const { label } = nodeKinds[node.kind]
  const article = node.kind === 'evidence' ? '' : /^[aeiou]/.test(label) ? 'an ' : 'a '
  return `${article}${label} counts until something speaks against it`
}

function uncapitalised(sentence: Sentence): Sentence {
  const [first, ...rest] = sentence
  if (!first || first.element !== undefined) return sentence
  return [{ ...first, text: first.text.charAt(0).toLowerCase() + first.text.slice(1) }, ...rest]
}
