/**
 * Why something stands or falls, as sentences that name the statements: a small tree, each answer with the
 * reasons it rests on. It says what the rules of standing (SPEC.md) do, in words for people who have never read
 * about argumentation. No answer rests on itself, and where several would do, the one that is settled first is
 * given. Limited in depth and breadth, so that it can be read.
 */
import { nodeAt, type ElementId, type RelationId } from '../../model/graph.ts'
import { nodeKinds } from '../../model/kinds.ts'
import { isPrimaFacie } from '../base-scores.ts'
import type { Evaluation } from '../evaluation.ts'
import type { FallCause } from '../words.ts'
import { blockingCircle } from './blocking.ts'
import { groundingOf } from './grounding.ts'
import { listed, named, say, type Sentence } from './sentence.ts'
import { attacksOn, openParts, partsOf, premisesOf, stepStanding, supportsOf, type Look } from './steps.ts'

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

type Next = (ids: readonly ElementId[]) => Explanation[]

function explained(look: Look, id: ElementId, path: readonly ElementId[]): Explanation {
  const next: Next = (ids) => below(look, ids, [...path, id])
  switch (look.evaluation.of(id)?.standing) {
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

/** The answers that an answer rests on; none too deep down or where it would go in circles. */
function below(look: Look, ids: readonly ElementId[], path: readonly ElementId[]): Explanation[] {
  if (path.length >= deepest) return []
  const all = [...new Set(ids)].filter((id) => !path.includes(id) && look.evaluation.of(id))
  const told = all.slice(0, broadest).map((id) => explained(look, id, path))
  const rest = all.length - told.length
  if (rest > 0)
    told.push({ about: path.at(-1) ?? '', sentence: say`And ${rest} more like this.`, because: [] })
  return told
}

function whyItHolds(look: Look, id: ElementId, next: Next): Explanation {
  const { graph } = look
  const attacks = attacksOn(look, id)
  const name = named(graph, id)
  const reason = needsReason(look, id)
    ? earliest(
        look,
        supportsOf(look, id).filter((step) => stepStanding(look, step) === 'holds'),
        latestPart,
      )
    : undefined
  const grounds = reason === undefined ? [] : premisesOf(graph, reason)
  const carries: Sentence =
    grounds.length === 0
      ? [{ text: countsUntil(look, id) }]
      : [...listed(graph, grounds), { text: grounds.length === 1 ? ' supports it' : ' together support it' }]
  const sentence = say`${name} holds: ${carries}, and ${answered(look, attacks)}.`
  const defeated = attacks.flatMap((attack) => defeatOf(look, attack) ?? [])
  // Grounds that simply count are not worth a sentence each.
  const worth = grounds.filter((each) => needsReason(look, each) || attacksOn(look, each).length > 0)
  return { about: id, sentence, because: next([...defeated, ...worth]) }
}

function answered({ graph }: Look, attacks: readonly RelationId[]): Sentence {
  const [first] = attacks
  if (first === undefined) return [{ text: 'nothing on the map speaks against it' }]
  if (attacks.length > 1) {
    const all = attacks.length === 2 ? 'both' : `all ${attacks.length}`
    return [{ text: `${all} objections to it are answered` }]
  }
  return [{ text: 'the objection ' }, ...listed(graph, premisesOf(graph, first)), { text: ' is answered' }]
}

function whyItFalls(look: Look, id: ElementId, next: Next): Explanation {
  const { graph } = look
  const name = named(graph, id)
  const hits = attacksOn(look, id).filter((attack) => stepStanding(look, attack) === 'holds')
  const hit = earliest(look, hits, latestPart)
  const supports = supportsOf(look, id)
  const isUnreasoned =
    needsReason(look, id) && supports.every((support) => stepStanding(look, support) === 'falls')
  if (hit !== undefined && !(isUnreasoned && comesAfter(look, hit, id))) {
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
  if (supports.length === 0) {
    return { about: id, sentence: say`${name} does not hold: nothing on the map supports it.`, because: [] }
  }
  if (groundingOf(look.evaluation).isCircular(id)) {
    const sentence = say`${name} does not hold: what supports it goes round in a circle and rests on nothing else.`
    return { about: id, sentence, because: [] }
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
  const circle = blockingCircle(look, id)
  if (circle) {
    const [, ...others] = circle
    const sentence =
      others.length === 0
        ? say`${name} is unresolved: it speaks against itself.`
        : others.length === 1
          ? say`${name} is unresolved: it and ${listed(graph, others)} block each other, and nothing else decides.`
          : say`${name} is unresolved: it stands in a circle with ${listed(graph, others)}, in which objections block each other, and nothing else decides.`
    return { about: id, sentence, because: [] }
  }
  const open = attacksOn(look, id).filter((attack) => stepStanding(look, attack) === 'unresolved')
  const [first] = open
  if (first !== undefined) {
    const objectors = premisesOf(graph, first)
    return {
      about: id,
      sentence: say`${name} is unresolved: ${listed(graph, objectors)} ${objectors.length === 1 ? 'speaks' : 'speak'} against it, and whether that stands is open.`,
      because: next(openParts(look, first)),
    }
  }
  const hangsOn = supportsOf(look, id).flatMap((step) => openParts(look, step))
  return {
    about: id,
    sentence: say`${name} is unresolved: it hangs on ${listed(graph, hangsOn)}, which ${hangsOn.length === 1 ? 'is' : 'are'} unresolved.`,
    because: next(hangsOn),
  }
}

/** The part of a step that is shown first not to hold: a premise, or the step itself. */
function defeatOf(look: Look, step: RelationId): ElementId | undefined {
  const fallen = partsOf(look, step).filter((part) => look.evaluation.of(part)?.standing === 'falls')
  return earliest(look, fallen, (_, part) => groundingOf(look.evaluation).orderOf(part))
}

/** Whether an objection stands only because what it speaks against falls: then it is not why that falls. */
function comesAfter(look: Look, hit: RelationId, id: ElementId): boolean {
  return latestPart(look, hit) > groundingOf(look.evaluation).orderOf(id)
}

/** When the last part of a step is shown. */
function latestPart(look: Look, step: RelationId): number {
  const { orderOf } = groundingOf(look.evaluation)
  return Math.max(...partsOf(look, step).map(orderOf))
}

/** The one that is settled first; what is alone needs no comparing. */
function earliest(
  look: Look,
  ids: readonly ElementId[],
  orderOf: (look: Look, id: ElementId) => number,
): ElementId | undefined {
  const [first, ...others] = ids
  if (first === undefined || others.length === 0) return first
  let best = first
  for (const other of others) if (orderOf(look, other) < orderOf(look, best)) best = other
  return best
}

/** Claims and recommendations need a reason; everything else counts until something speaks against it. */
function needsReason({ graph }: Look, id: ElementId): boolean {
  const node = nodeAt(graph, id)
  return node !== undefined && !isPrimaFacie(node.kind)
}

function countsUntil({ graph }: Look, id: ElementId): string {
  const node = nodeAt(graph, id)
  if (!node) return 'a step counts until something speaks against it'
  const { label } = nodeKinds[node.kind]
  const article = node.kind === 'evidence' ? '' : /^[aeiou]/.test(label) ? 'an ' : 'a '
  return `${article}${label} counts until something speaks against it`
}
