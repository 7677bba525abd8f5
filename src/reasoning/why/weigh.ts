/**
 * How a score comes about, as sentences: what it starts at, what supports and what objects, which of them weighs
 * most, and what is not counted. The numbers are points out of 100.
 */
import { nodeAt, relationAt, type ElementId, type RelationId } from '../../model/graph.ts'
import { ratingScale, weights } from '../../model/kinds.ts'
import { structureOf } from '../../model/structure.ts'
import { baseScoreOf, isRated, isSecondOpinion, ratingOf } from '../base-scores.ts'
import type { Evaluation } from '../evaluation.ts'
import { balancePoints, points, signedPoints } from '../words.ts'
import { named, say, type Part, type Sentence } from './sentence.ts'

/** How the score of an element comes about; empty for what takes no part. */
export function explainStrength(evaluation: Evaluation, id: ElementId): Sentence[] {
  const found = evaluation.of(id)
  if (!found) return []
  const sentences = [
    startOf(evaluation, id),
    heaviest(evaluation, id, 'supports'),
    heaviest(evaluation, id, 'attacks'),
    ceiling(evaluation, id),
    notCounted(evaluation, id),
  ]
  if (evaluation.unsettled.has(id)) {
    sentences.push(say`It is part of a circle whose scores do not settle, so its score means nothing.`)
  }
  return sentences.flatMap((sentence) => (sentence ? [sentence] : []))
}

function startOf(evaluation: Evaluation, id: ElementId): Sentence | undefined {
  const { graph, options } = evaluation
  const found = evaluation.of(id)
  if (!found) return undefined
  const score = points(found.strength)
  const node = nodeAt(graph, id)
  const relation = relationAt(graph, id)
  const sums = say`what supports it comes to ${points(found.support)}, what speaks against it to ${points(found.objection)}`
  const lower = lowered(sums)
  if (node?.kind === 'recommendation') return say`Its balance is ${balancePoints(found)}: ${lower}.`
  if (node?.kind === 'claim') {
    return found.support === 0 && found.objection === 0
      ? say`Its score is 0: a claim starts at nothing, and nothing is given for it.`
      : say`Its score is ${score} out of 100: ${lower}.`
  }
  const base = node ? baseScoreOf(graph, id, options) : relation && weights[relation.weight ?? 'strong'].value
  if (base === undefined) return undefined
  const because =
    node && isRated(node.kind)
      ? `its certainty is ${ratingScale[ratingOf(id, node, options) ?? 'unrated'].label}`
      : `its weight is ${weights[relation?.weight ?? 'strong'].label}`
  return found.support === 0 && found.objection === 0
    ? say`It counts ${points(base)} out of 100, since ${because}.`
    : say`It starts at ${points(base)} out of 100, since ${because}; with what supports it (${points(found.support)}) and what speaks against it (${points(found.objection)}) it comes to ${score}.`
}

/** The reason or objection that weighs most, with what holds it back. */
function heaviest(evaluation: Evaluation, id: ElementId, kind: 'supports' | 'attacks'): Sentence | undefined {
  const { graph } = evaluation
  const steps = (structureOf(graph).into.get(id) ?? []).filter(
    (each) => relationAt(graph, each)?.kind === kind && evaluation.of(each) && !evaluation.circular.has(each),
  )
  if (steps.length < 2 && kind === 'supports' && steps[0] === undefined) return undefined
  const weighed = steps.map((step) => ({ step, ...carried(evaluation, step) }))
  weighed.sort((a, b) => b.value - a.value || (a.step < b.step ? -1 : 1))
  const [top] = weighed
  if (!top || top.value <= 0) return undefined
  const premises = structureOf(graph).premises.get(top.step) ?? []
  const what = kind === 'supports' ? 'reason' : 'objection'
  const opening = steps.length === 1 ? `Its only ${what} is` : `Of ${steps.length} ${what}s the strongest is`
  const held =
    premises.length > 1 && top.weakest !== undefined
      ? say`, held back by its weakest premise ${named(graph, top.weakest)}`
      : []
  const first: Part = named(graph, premises[0] ?? top.step)
  const more = premises.length > 1 ? ` with ${premises.length - 1} more` : ''
  return say`${opening} ${first}${more} (${points(top.value)})${held}.`
}

/** From here on objections keep a score down so much that it is worth saying. */
const heavy = 0.2

/** What objections leave room for, however much is added in favour: B ≤ 1 − A (S12). */
function ceiling({ graph, of, options }: Evaluation, id: ElementId): Sentence | undefined {
  const kind = nodeAt(graph, id)?.kind
  const objection = of(id)?.objection ?? 0
  if (isSecondOpinion(options) || objection < heavy || (kind !== 'recommendation' && kind !== 'claim'))
    return undefined
  const most = kind === 'recommendation' ? signedPoints(1 - objection) : points(1 - objection)
  return say`As long as the objections count that much, no further reasons can bring it above ${most}.`
}

/** What a step carries over: its own score times that of its weakest premise (S12). */
function carried(
  evaluation: Evaluation,
  step: RelationId,
): { value: number; weakest: ElementId | undefined } {
  let weakest: ElementId | undefined
  let least = Infinity
  for (const premise of structureOf(evaluation.graph).premises.get(step) ?? []) {
    const strength = evaluation.of(premise)?.strength ?? 0
    if (strength >= least) continue
    least = strength
    weakest = premise
  }
  return { value: weakest === undefined ? 0 : least * (evaluation.of(step)?.strength ?? 0), weakest }
}

function notCounted({ graph, circular }: Evaluation, id: ElementId): Sentence | undefined {
  const count = (structureOf(graph).into.get(id) ?? []).filter((each) => circular.has(each)).length
  if (count === 0) return undefined
  return count === 1
    ? say`One reason is not counted, because it only leads back to where it starts.`
    : say`${String(count)} reasons are not counted, because they only lead back to where they start.`
}

function lowered(sentence: Sentence): Sentence {
  const [first, ...rest] = sentence
  return first ? [{ ...first, text: first.text.charAt(0).toLowerCase() + first.text.slice(1) }, ...rest] : []
}
