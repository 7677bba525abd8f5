/** What a brief has chapters on, and such a chapter: verdict, reasons, counterpoints, questions. */
import { nodeAt, type ArgumentGraph, type NodeId } from '../../model/graph.ts'
import { nodeKinds } from '../../model/kinds.ts'
import { inOrder } from '../../model/order.ts'
import { structureOf } from '../../model/structure.ts'
import { claimBand, recommendationBand } from '../../reasoning/bands.ts'
import { isPrimaFacie } from '../../reasoning/base-scores.ts'
import { explainStanding, fallCauseOf } from '../../reasoning/why/explain.ts'
import { textOf } from '../../reasoning/why/sentence.ts'
import { explainStrength } from '../../reasoning/why/weigh.ts'
import { claimWords, standingWords, unsettledMeaning, verdictOf } from '../../reasoning/words.ts'
import {
  emphasis,
  heading,
  listOf,
  paragraph,
  plain,
  strong,
  type Block,
  type ListItem,
  type Run,
} from './blocks.ts'
import { counterpointItems, earlierSentence, numberCounterpoints } from './counterpoints.ts'
import { askedAbout } from './questions.ts'
import { coneOf, reasonsFor } from './reasons.ts'
import { capitalised, citations, detailsOf, sentenceOf, type Writing } from './writing.ts'

/** All recommendations in author's order. */
export function recommendationTopics(graph: ArgumentGraph): NodeId[] {
  return inOrder(graph.nodes).filter((id) => nodeAt(graph, id)?.kind === 'recommendation')
}

/** Where lines of argument end that lead to no recommendation; what bears on nothing and rests on nothing is none. */
export function claimTopics(graph: ArgumentGraph): NodeId[] {
  const { roots, into } = structureOf(graph)
  return roots.filter((id) => {
    const kind = nodeAt(graph, id)?.kind
    return kind !== undefined && kind !== 'recommendation' && nodeKinds[kind].evaluated && into.has(id)
  })
}

/** One topic. */
export function chapterOf(writing: Writing, topic: NodeId): Block[] {
  const name = writing.topics.get(topic) ?? ''
  const number = /\d+$/.exec(name)?.[0]
  const cone = coneOf(writing, topic)
  const fresh = cone.filter((id) => !writing.told.has(id) && (id === topic || !writing.topics.has(id)))
  writing.told.set(topic, name)
  const counterpoints = numberCounterpoints(writing, cone, `${prefixOf(name)}${number ?? '1'}.`)
  const reasons = reasonsFor(writing, topic, name)
  const objections = counterpointItems(writing, counterpoints, { topic, name })
  const asked = askedAbout(writing, topic, fresh)
  const part = (title: string, items: readonly ListItem[]): Block[] =>
    items.length === 0 ? [] : [heading(3, plain(title)), ...listOf(items)]
  return [
    heading(
      2,
      // The chapter of the only one is called so already.
      plain(`${number === undefined ? '' : `${name}: `}${sentenceOf(writing.graph, topic)}`),
      ...citations(writing, topic),
    ),
    ...verdictParagraphs(writing, topic),
    ...detailsOf(writing, topic).map((runs) => paragraph(...runs)),
    ...part('Reasons', reasons),
    ...(reasons.length === 0 ? [paragraph(plain('No reason is given for it on the map.'))] : []),
    ...part('Counterpoints', objections),
    ...earlierSentence(counterpoints).map((runs) => paragraph(...runs)),
    ...part('What has been looked into', asked.answered),
    ...part('Open questions', asked.open),
    ...asked.further.map((runs) => paragraph(...runs)),
  ]
}

/** Counterpoints to claims beside recommendations are C1.1, C1.2 …: numbers alone are the recommendations'. */
function prefixOf(name: string): string {
  return name.startsWith('Claim') ? 'C' : ''
}

/** The verdict in a few words: "Holds: well supported". */
export function verdictWords({ evaluation, graph }: Writing, topic: NodeId): string {
  const found = evaluation.of(topic)
  const node = nodeAt(graph, topic)
  if (!found || !node) return 'Not evaluated'
  if (node.kind === 'recommendation') {
    return verdictOf(found.standing, recommendationBand(found), fallCauseOf(evaluation, topic)).words
  }
  const standing = capitalised(standingWords[found.standing].label)
  if (evaluation.unsettled.has(topic)) return standing
  return `${standing}: ${claimWords[claimBand(found, isPrimaFacie(node.kind))]}`
}

function verdictParagraphs(writing: Writing, topic: NodeId): Block[] {
  const { evaluation, graph } = writing
  const found = evaluation.of(topic)
  if (!found) return [paragraph(plain('It takes no part in the evaluation.'))]
  const isRecommendation = nodeAt(graph, topic)?.kind === 'recommendation'
  const verdict = isRecommendation
    ? verdictOf(found.standing, recommendationBand(found), fallCauseOf(evaluation, topic)).meaning
    : standingWords[found.standing].meaning
  const words: Run[] = [
    emphasis('Verdict:'),
    plain(' '),
    strong(`${verdictWords(writing, topic)}.`),
    plain(` ${verdict}`),
  ]
  return [paragraph(...words), ...whyParagraph(writing, topic)]
}

/** Why it stands as it does, what that rests on, and how its balance comes about. */
function whyParagraph({ evaluation }: Writing, topic: NodeId): Block[] {
  const why = explainStanding(evaluation, topic)
  const because =
    why && evaluation.of(topic)?.standing !== 'holds'
      ? why.because.map(({ sentence }) => textOf(sentence))
      : []
  const weighed = evaluation.unsettled.has(topic)
    ? unsettledMeaning
    : explainStrength(evaluation, topic).slice(0, 1).map(textOf).join(' ')
  const sentences = [...(why ? [textOf(why.sentence)] : []), ...because, weighed].filter(
    (text) => text !== '',
  )
  return sentences.length === 0 ? [] : [paragraph(plain(sentences.join(' ')))]
}
