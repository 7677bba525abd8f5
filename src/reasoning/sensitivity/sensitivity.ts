/**
 * What each recommendation depends on: what leaving out any element would do to it, which elements decide its
 * verdict, how far ratings could move. Everything is worked out by changing the map and evaluating, never from
 * gradients times strengths. Plain data, worked out in steps, so that it can be done in slices and sent.
 */
import { nodeAt, type ElementId, type NodeId } from '../../model/graph.ts'
import { balanceOf, recommendationBand, tolerance, type RecommendationBand } from '../bands.ts'
import { componentsOf, dependenciesOf } from '../components.ts'
import { solutionOf } from '../evaluate.ts'
import type { Evaluation, Standing } from '../evaluation.ts'
import { networkOf } from '../network.ts'
import type { Solution } from '../solution.ts'
import { standingNames } from '../standing-values.ts'
import { settleStandings } from '../standing.ts'
import { createGradient } from './gradient.ts'
import { nearestFirst } from './influence.ts'
import { criticalPairs } from './pivotal.ts'
import { idOf, weighingAt, type Probe, type Weighing } from './probe.ts'
import { removals } from './removal.ts'
import { rangeOf, type Range } from './robustness.ts'
import { secondOpinion, type SecondOpinion } from './second-opinion.ts'
import { singlePoints, type SinglePoint } from './single-points.ts'
import { thresholdOf, type Threshold } from './threshold.ts'
import { createVariations } from './variation.ts'

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
  /** Pairs of statements that change the band together and neither alone, among the 30 with the largest effects. */
  readonly criticalPairs: readonly (readonly [ElementId, ElementId])[]
  /** Evidence or bottlenecks that every line of support passes through. */
  readonly singlePoints: readonly SinglePoint[]
  /** What it would be worth with every rating one grade worse for it, and one grade better. */
  readonly range: Range
  /** Of the evidence that helps it, among the largest effects. */
  readonly thresholds: readonly Threshold[]
}

export interface Sensitivity {
  readonly topics: readonly TopicSensitivity[]
  readonly secondOpinion: SecondOpinion
  /**
   * False where something was left out because the map is too large: pairs, thresholds and ranges above
   * `detailLimit`, recommendations above `mostTopics`, effects of far elements above `removalBudget`.
   */
  readonly complete: boolean
}

/** Effects kept for each recommendation. */
const mostEffects = 200
/** The largest effects, among which pairs, thresholds and standings are looked for. */
const closest = 30
/** Above this many nodes and relations, pairs, thresholds, ranges and single points are left out. */
const detailLimit = 4000
/** Recommendations that are looked at; more on one map are not told apart by reading. */
const mostTopics = 40
/** Items that are computed for removals, half a minute or so: only large circles take so much. */
const removalBudget = 300_000_000

/** Works it all out; yields between the steps. Throws for an evaluation that came from elsewhere. */
export function* sensitivityOf(evaluation: Evaluation): Generator<void, Sensitivity> {
  const solution = solutionOf(evaluation)
  if (!solution) throw new Error('only an evaluation that was worked out here has a sensitivity')
  const { network } = solution
  const all = network.ids
    .slice(0, network.nodeCount)
    .filter((id) => nodeAt(evaluation.graph, id)?.kind === 'recommendation')
  const ids = all.slice(0, mostTopics)
  const topics = ids.map((id) => network.indexOf.get(id) ?? -1)
  const isSmall = network.ids.length <= detailLimit
  const removed = yield* effectsOn(solution, topics)
  const points = isSmall ? singlePoints(network) : undefined
  yield
  const variations = createVariations(solution, topics)
  const gradient = isSmall ? createGradient(solution) : undefined
  const found: TopicSensitivity[] = []
  let complete = isSmall && removed.isComplete && ids.length === all.length
  for (const [index, id] of ids.entries()) {
    const topic = topics[index] ?? -1
    const now = weighingAt(solution, topic)
    const band = recommendationBand(now)
    const effects = (removed.effects.get(topic) ?? []).sort(bySize)
    const probe = { evaluation, solution, variations, topic, band }
    const slopes = gradient?.(topic)
    yield
    const details = slopes ? yield* detailsOf(probe, effects, slopes) : noDetails(now, effects)
    complete &&= details.allTried
    found.push({
      id,
      now,
      band,
      effects: details.effects,
      effectCount: effects.length,
      pivotal: effects.filter((effect) => effect.band !== band).map((effect) => effect.id),
      criticalPairs: details.pairs,
      singlePoints: points?.get(id) ?? [],
      range: details.range,
      thresholds: details.thresholds,
    })
    yield
  }
  return { topics: found, secondOpinion: secondOpinion(evaluation, ids), complete }
}

/** The effects of every removal by topic, in no order; yields between elements. */
function* effectsOn(solution: Solution, topics: readonly number[]) {
  const effects = new Map<number, Effect[]>(topics.map((topic) => [topic, []]))
  for (const { item, changes, work } of removals(solution, topics, nearestFirst(solution.network, topics))) {
    for (const { topic, settled, ...after } of changes) {
      const size = balanceOf(weighingAt(solution, topic)) - balanceOf(after)
      if (!settled || Math.abs(size) <= tolerance) continue
      effects.get(topic)?.push({ id: idOf(solution, item), after, band: recommendationBand(after), size })
    }
    if (work > removalBudget) return { effects, isComplete: false }
    yield
  }
  return { effects, isComplete: true }
}

interface Details {
  readonly effects: readonly Effect[]
  readonly pairs: TopicSensitivity['criticalPairs']
  readonly range: Range
  readonly thresholds: readonly Threshold[]
  readonly allTried: boolean
}

function noDetails(now: Weighing, effects: readonly Effect[]): Details {
  return {
    effects: effects.slice(0, mostEffects),
    pairs: [],
    range: { low: now, high: now },
    thresholds: [],
    allTried: true,
  }
}

function* detailsOf(
  probe: Probe,
  effects: readonly Effect[],
  slopes: Float64Array,
): Generator<void, Details> {
  const { graph } = probe.evaluation
  const statements = effects.filter(({ id }) => nodeAt(graph, id)).slice(0, closest)
  const { pairs, allTried } = yield* criticalPairs(probe, statements)
  const range = rangeOf(probe, slopes)
  yield
  const thresholds: Threshold[] = []
  for (const { id, size } of statements) {
    if (size <= 0 || nodeAt(graph, id)?.kind !== 'evidence') continue
    thresholds.push(thresholdOf(probe, id))
    yield
  }
  const kept: Effect[] = []
  for (const [index, effect] of effects.slice(0, mostEffects).entries()) {
    const standing = index < closest ? standingWithout(probe, effect.id) : undefined
    kept.push(standing ? { ...effect, standing } : effect)
    yield
  }
  return { effects: kept, pairs, range, thresholds, allTried }
}

/** How the topic would stand without an element; undefined if it would be gone too. */
function standingWithout({ evaluation, solution, topic }: Probe, id: ElementId): Standing | undefined {
  const { graph, options } = evaluation
  const network = networkOf(graph, { ...options, doubted: [...(options.doubted ?? []), id] })
  const standings = new Uint8Array(network.ids.length)
  settleStandings(network, componentsOf(dependenciesOf(network)), standings)
  return standingNames[standings[network.indexOf.get(idOf(solution, topic)) ?? -1] ?? -1]
}

function bySize(a: Effect, b: Effect): number {
  return Math.abs(b.size) - Math.abs(a.size) || (a.id < b.id ? -1 : 1)
}
