/** What would change the verdict on a recommendation, as sentences, from exact removals (sensitivity.ts). */
import { nodeAt, type ArgumentGraph, type ElementId, type NodeId } from '../../model/graph.ts'
import { balanceOf } from '../bands.ts'
import type { Standing } from '../evaluation.ts'
import type { Effect, Sensitivity, TopicSensitivity } from '../sensitivity/sensitivity.ts'
import {
  answeredSentence,
  anyRatingSentence,
  signedPoints,
  standingWords,
  thresholdSentence,
  withoutSentence,
} from '../words.ts'
import { listed, named, say, type Sentence } from './sentence.ts'

/** One thing that would change it. */
export interface Change {
  readonly sentence: Sentence
  /** What one would have to doubt to see it. */
  readonly doubt?: ElementId
}

export interface Changes {
  /** The largest effects of leaving out one statement. */
  readonly matters: readonly Change[]
  /** The piece of evidence with the largest effect. */
  readonly evidence: Change | undefined
  /** Objections whose answer would raise it. */
  readonly answers: readonly Change[]
  /** Everything that hangs on one statement. */
  readonly singlePoints: readonly Sentence[]
  /** How certain evidence must be at least. */
  readonly thresholds: readonly Sentence[]
  /** "If every certainty were one grade off, …" */
  readonly range: Sentence | undefined
}

/** What is known of a recommendation; undefined if it is not among those that were looked at. */
export function whatWouldChangeIt(
  graph: ArgumentGraph,
  sensitivity: Sensitivity,
  { id, standing, shown = 4 }: { readonly id: NodeId; readonly standing: Standing; readonly shown?: number },
): Changes | undefined {
  const topic = sensitivity.topics.find((each) => each.id === id)
  if (!topic) return undefined
  // An analysis of an older document may name what is no longer there; steps are named by their statements.
  const nodes = topic.effects.filter((effect) => nodeAt(graph, effect.id))
  const evidence = nodes.find((effect) => nodeAt(graph, effect.id)?.kind === 'evidence')
  return {
    matters: nodes.slice(0, shown).map((effect) => matter(graph, topic, { effect, standing })),
    evidence: evidence && matter(graph, topic, { effect: evidence, standing }),
    answers: nodes
      .filter((effect) => effect.size < 0 && nodeAt(graph, effect.id)?.kind === 'counterpoint')
      .slice(0, 2)
      .map((effect) => ({
        sentence: [...answeredSentence(graph, effect.id, effect.after), ...turned(standing, effect)],
        doubt: effect.id,
      })),
    singlePoints: topic.singlePoints
      .filter(({ node }) => nodeAt(graph, node))
      .slice(0, shown)
      .map(({ node, role }) =>
        role === 'evidence'
          ? say`All its evidence comes down to ${named(graph, node)}.`
          : say`All its support passes through ${named(graph, node)}.`,
      ),
    thresholds: topic.thresholds
      .filter((threshold) => nodeAt(graph, threshold.id))
      .slice(0, 2)
      .map((threshold) =>
        threshold.least === undefined
          ? anyRatingSentence(graph, threshold.id, topic.band)
          : thresholdSentence(graph, threshold.id, { band: topic.band, least: threshold.least }),
      ),
    range: rangeSentence(topic),
  }
}

/** Whether all rules of scoring agree on the order of the recommendations, as a sentence; undefined for fewer than two. */
export function secondOpinionSentence(
  graph: ArgumentGraph,
  { secondOpinion }: Sensitivity,
): Sentence | undefined {
  const [own] = secondOpinion.orders
  if (!own || own.order.length < 2) return undefined
  return secondOpinion.agree
    ? say`Other ways of scoring put the recommendations into the same order: ${listed(graph, own.order)}.`
    : say`Other ways of scoring put the recommendations into another order, so do not rely on which of them scores higher.`
}

function matter(
  graph: ArgumentGraph,
  { now }: TopicSensitivity,
  { effect, standing }: { readonly effect: Effect; readonly standing: Standing },
): Change {
  const sentence = withoutSentence(graph, effect.id, { before: now, after: effect.after })
  return { sentence: [...sentence, ...turned(standing, effect)], doubt: effect.id }
}

/** " Then it would hold.": said only where it would stand otherwise. */
function turned(standing: Standing, effect: Effect): Sentence {
  if (effect.standing === undefined || effect.standing === standing) return []
  const words = { holds: 'hold', unresolved: `be ${standingWords.unresolved.label}`, falls: 'not hold' }
  return [{ text: ` Then it would ${words[effect.standing]}.` }]
}

function rangeSentence({ range, now }: TopicSensitivity): Sentence | undefined {
  const [low, high] = [balanceOf(range.low), balanceOf(range.high)]
  if (Math.abs(high - low) < 0.005) return undefined
  return say`If all ratings were one grade worse for it, its balance would be ${signedPoints(low)}; one grade better, ${signedPoints(high)} (now ${signedPoints(balanceOf(now))}).`
}
