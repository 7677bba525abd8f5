/**
 * What each recommendation depends on: what leaving out any element would do to it, which elements decide its
 * verdict, how far ratings could move. Everything is worked out by changing the map and evaluating, never from
 * gradients times strengths. Plain data, worked out in steps, so that it can be done in slices and sent.
 */
import { nodeAt, type ElementId, type NodeId } from '../../model/graph.ts'
import { ratingNames, type Rating } from '../../model/kinds.ts'
import { balanceOf, recommendationBand, tolerance, type RecommendationBand } from '../bands.ts'
import { isRated, ratingOf, ratingScoresOf } from '../base-scores.ts'
import { evaluate, solutionOf } from '../evaluate.ts'
import type { Assessment, Evaluation, Standing } from '../evaluation.ts'
import type { Solution } from '../solution.ts'
import { createGradient } from './gradient.ts'
import { removals } from './removal.ts'
import { secondOpinion, type SecondOpinion } from './second-opinion.ts'
import { singlePoints, type SinglePoint } from './single-points.ts'
import { createVariations, type Variations } from './variation.ts'

export type Weighing = Pick<Assessment, 'strength' | 'support' | 'objection'>

/** What leaving out one element does to a recommendation. */
export interface Effect {
  readonly id: ElementId
  readonly after: Weighing
  readonly band: RecommendationBand
  /** Balance before minus balance after: positive for what helps. */
  readonly size: number
  /** How the recommendation would stand; only for the largest effects, and not on very large maps. */
  readonly standing?: Standing
}

/** "Stands as long as this is at least …": the lowest rating with which the band stays. */
export interface Threshold {
  readonly id: NodeId
  /** Undefined if the band stays whatever the rating. */
  readonly least: Rating | undefined
  /** The base score at which the band changes, to 0.001; undefined if it does not. */
  readonly border: number | undefined
}

export interface TopicSensitivity {
  readonly id: NodeId
  readonly now: Weighing
  readonly band: RecommendationBand
  /** Elements whose removal changes it, the largest effect first; at most `mostEffects`. */
  readonly effects: readonly Effect[]
  /** How many there were. */
  readonly effectCount: number
  /** Elements each of which decides the band alone: without it, there is another one. */
  readonly pivotal: readonly ElementId[]
  /** Pairs that change the band together and neither alone, among the largest effects. */
  readonly criticalPairs: readonly (readonly [ElementId, ElementId])[]
  /** Evidence or bottlenecks that every line of support passes through. */
  readonly singlePoints: readonly SinglePoint[]
  /** Its balance with every rating one grade worse for it, and one grade better. */
  readonly range: { readonly low: Weighing; readonly high: Weighing }
  readonly thresholds: readonly Threshold[]
}

export interface Sensitivity {
  readonly topics: readonly TopicSensitivity[]
  readonly secondOpinion: SecondOpinion
  /** False where the map is so large that pairs and thresholds were not looked for. */
  readonly complete: boolean
}

/** Effects kept for each recommendation, and elements among which pairs are looked for. */
export const mostEffects = 200
const pairedEffects = 30
/** Above this many nodes and relations, pairs, thresholds and ranges are left out. */
const detailLimit = 4000
/** Recommendations that are looked at; more on one map are not told apart by reading. */
export const mostTopics = 40

/** Works it all out; yields between the steps. Throws for an evaluation that came from elsewhere. */
export function* sensitivityOf(evaluation: Evaluation): Generator<void, Sensitivity> {
  const solution = solutionOf(evaluation)
  if (!solution) throw new Error('only an evaluation that was worked out here has a sensitivity')
  const { network } = solution
  const ids = network.ids
    .slice(0, network.nodeCount)
    .filter((id) => nodeAt(evaluation.graph, id)?.kind === 'recommendation')
    .slice(0, mostTopics)
  const topics = ids.map((id) => network.indexOf.get(id) ?? -1)
  const complete = network.ids.length <= detailLimit
  const effects = yield* effectsOn(solution, topics)
  const points = complete ? singlePoints(network) : undefined
  yield
  const variations = createVariations(solution, topics)
  const gradient = complete ? createGradient(solution) : undefined
  const found: TopicSensitivity[] = []
  for (const [index, id] of ids.entries()) {
    const topic = topics[index] ?? -1
    const now = weighingAt(solution, topic)
    const band = recommendationBand(now)
    const all = (effects.get(topic) ?? []).sort(bySize)
    const probe = { evaluation, solution, variations, topic, band }
    const slopes = gradient?.(topic)
    const details = slopes ? yield* detailsOf(probe, all, slopes) : noDetails(now)
    found.push({
      id,
      now,
      band,
      effects: complete ? yield* withStandings(probe, all.slice(0, mostEffects)) : all.slice(0, mostEffects),
      effectCount: all.length,
      pivotal: all.filter((effect) => effect.band !== band).map((effect) => effect.id),
      singlePoints: points?.get(id) ?? [],
      ...details,
    })
    yield
  }
  return { topics: found, secondOpinion: secondOpinion(evaluation, ids), complete }
}

function* effectsOn(solution: Solution, topics: readonly number[]): Generator<void, Map<number, Effect[]>> {
  const found = new Map<number, Effect[]>(topics.map((topic) => [topic, []]))
  for (const { item, changes } of removals(solution, topics)) {
    for (const { topic, settled, ...after } of changes) {
      const size = balanceOf(weighingAt(solution, topic)) - balanceOf(after)
      if (topic === item || !settled || Math.abs(size) <= tolerance) continue
      found.get(topic)?.push({ id: idOf(solution, item), after, band: recommendationBand(after), size })
    }
    yield
  }
  return found
}

/** The largest effects with how the recommendation would stand then. */
function* withStandings(
  { evaluation, solution, topic }: Probe,
  effects: readonly Effect[],
): Generator<void, Effect[]> {
  const { graph, options } = evaluation
  const found: Effect[] = []
  for (const [index, effect] of effects.entries()) {
    if (index >= pairedEffects) {
      found.push(effect)
      continue
    }
    const doubted = [...(options.doubted ?? []), effect.id]
    const after = evaluate(graph, { ...options, doubted }).of(idOf(solution, topic))
    found.push(after ? { ...effect, standing: after.standing } : effect)
    yield
  }
  return found
}

interface Probe {
  readonly evaluation: Evaluation
  readonly solution: Solution
  readonly variations: Variations
  readonly topic: number
  readonly band: RecommendationBand
}

type Details = Pick<TopicSensitivity, 'criticalPairs' | 'range' | 'thresholds'>

function noDetails(now: Weighing): Details {
  return { criticalPairs: [], range: { low: now, high: now }, thresholds: [] }
}

function* detailsOf(
  probe: Probe,
  effects: readonly Effect[],
  slopes: Float64Array,
): Generator<void, Details> {
  const criticalPairs = yield* pairsOf(probe, effects)
  const range = { low: shifted(probe, slopes, -1), high: shifted(probe, slopes, 1) }
  yield
  const thresholds: Threshold[] = []
  for (const { id, size } of effects.slice(0, pairedEffects)) {
    if (size <= 0 || nodeAt(probe.evaluation.graph, id)?.kind !== 'evidence') continue
    thresholds.push(thresholdOf(probe, id))
    yield
  }
  return { criticalPairs, range, thresholds }
}

function* pairsOf(
  { solution, variations, topic, band }: Probe,
  effects: readonly Effect[],
): Generator<void, [ElementId, ElementId][]> {
  const pairs: [ElementId, ElementId][] = []
  const single = effects.slice(0, pairedEffects).filter((effect) => effect.band === band)
  for (const [index, { id: first }] of single.entries()) {
    for (const { id: second } of single.slice(index + 1)) {
      const without = [itemOf(solution, first), itemOf(solution, second)]
      const change = variations.vary({ without }).find((each) => each.topic === topic)
      if (change?.settled === true && recommendationBand(change) !== band) pairs.push([first, second])
    }
    yield
  }
  return pairs
}

/** All ratings moved by one grade: for the topic (1) or against it (−1), each by the sign of its slope. */
function shifted(probe: Probe, slopes: Float64Array, direction: 1 | -1): Weighing {
  const { evaluation, solution } = probe
  const bases: [item: number, base: number][] = []
  for (let item = 0; item < solution.network.nodeCount; item += 1) {
    const slope = slopes[item] ?? 0
    // NaN where a large circle hides the direction: such ratings stay.
    if (!(Math.abs(slope) > tolerance)) continue
    const base = neighbourScore(evaluation, idOf(solution, item), Math.sign(slope) * direction)
    if (base !== undefined) bases.push([item, base])
  }
  return under(probe, bases)
}

function under(
  { solution, variations, topic }: Probe,
  bases: readonly (readonly [number, number])[],
): Weighing {
  const change = variations.vary({ bases }).find((each) => each.topic === topic)
  if (!change) return weighingAt(solution, topic)
  const { strength, support, objection } = change
  return { strength, support, objection }
}

/** The base score one grade better or worse; undefined at the end of the scale and for what is not rated by kind. */
function neighbourScore(evaluation: Evaluation, id: NodeId, step: number): number | undefined {
  const node = nodeAt(evaluation.graph, id)
  if (!node || !isRated(node.kind)) return undefined
  const scores = ratingScoresOf(evaluation.graph)
  const now = scores[ratingOf(id, node, evaluation.options) ?? 'unrated']
  const grades = ratingNames.map((rating) => scores[rating]).sort((a, b) => a - b)
  return step > 0
    ? grades.find((grade) => grade > now + tolerance)
    : grades.findLast((grade) => grade < now - tolerance)
}

function thresholdOf(probe: Probe, id: NodeId): Threshold {
  const { evaluation, solution, band } = probe
  const item = itemOf(solution, id)
  const stays = (base: number) => recommendationBand(under(probe, [[item, base]])) === band
  const scores = ratingScoresOf(evaluation.graph)
  const falling = [...ratingNames].sort((a, b) => scores[b] - scores[a])
  const now = solution.network.base[item] ?? 0
  const from = falling.filter((rating) => scores[rating] <= now + tolerance)
  const failing = from.find((rating) => !stays(scores[rating]))
  if (failing === undefined) return { id, least: undefined, border: undefined }
  const above = falling[falling.indexOf(failing) - 1]
  let [low, high] = [scores[failing], now]
  while (high - low > 0.001) {
    const middle = (low + high) / 2
    if (stays(middle)) high = middle
    else low = middle
  }
  return { id, least: above ?? failing, border: high }
}

function weighingAt({ strengths }: Solution, item: number): Weighing {
  return {
    strength: strengths.strength[item] ?? 0,
    support: strengths.support[item] ?? 0,
    objection: strengths.objection[item] ?? 0,
  }
}

function bySize(a: Effect, b: Effect): number {
  return Math.abs(b.size) - Math.abs(a.size) || (a.id < b.id ? -1 : 1)
}

function idOf({ network }: Solution, item: number): ElementId {
  return network.ids[item] ?? ''
}

function itemOf({ network }: Solution, id: ElementId): number {
  return network.indexOf.get(id) ?? -1
}
