/**
 * What is known while a brief is written: which sources have which number, where each statement has been set
 * out, what the recommendations and counterpoints are called. And the words for a statement in a list.
 */
import {
  nodeAt,
  relationAt,
  type ArgumentGraph,
  type ArgumentNode,
  type ElementId,
  type NodeId,
  type RelationId,
  type SourceId,
} from '../../model/graph.ts'
import { nodeKinds, ratings, weights } from '../../model/kinds.ts'
import { shorten } from '../../model/naming.ts'
import { isRated } from '../../reasoning/base-scores.ts'
import type { Evaluation } from '../../reasoning/evaluation.ts'
import type { Look } from '../../reasoning/why/steps.ts'
import { standingWords } from '../../reasoning/words.ts'
import { oneLine } from '../plain-text.ts'
import { emphasis, joined, plain, withStop, type Run, type Runs } from './blocks.ts'

export interface Writing extends Look {
  /** Numbers of sources by the order in which they are cited. */
  readonly numbers: Map<SourceId, number>
  /** What the topics are called: "Recommendation 2". */
  readonly topics: Map<NodeId, string>
  /** Under which topic a statement has been set out with what bears on it. */
  readonly told: Map<NodeId, string>
  /** Numbers of counterpoints: "2.1". */
  readonly counterpoints: Map<RelationId, string>
}

/** A brief before its first word. */
export function startWriting(evaluation: Evaluation): Writing {
  return {
    evaluation,
    graph: evaluation.graph,
    numbers: new Map(),
    topics: new Map(),
    told: new Map(),
    counterpoints: new Map(),
  }
}

/** The statement in one line, ended as a sentence. */
export function sentenceOf(graph: ArgumentGraph, id: NodeId): string {
  const text = oneLine(nodeAt(graph, id)?.text ?? '')
  return text === '' ? '(no text yet)' : withStop(text)
}

/** The beginning of a statement between quotation marks. */
export function quoteOf(graph: ArgumentGraph, id: NodeId, length = 80): string {
  return `“${shorten(nodeAt(graph, id)?.text ?? '', length).replace(/[.。]$/, '') || 'no text yet'}”`
}

/** " [1, p. 12; p. 30] [2]": the numbers of its sources and the places in them; empty for what is the mapper's own. */
export function citations({ graph, numbers }: Writing, id: NodeId): Run[] {
  const places = new Map<number, Set<string>>()
  for (const { source, locator = '' } of nodeAt(graph, id)?.excerpts ?? []) {
    if (!Object.hasOwn(graph.sources, source)) continue
    const number = numbers.get(source) ?? numbers.size + 1
    numbers.set(source, number)
    const place = placeIn(locator)
    const known = places.get(number) ?? new Set()
    places.set(number, place === '' ? known : known.add(place))
  }
  const cited = [...places].map(([number, at]) =>
    at.size === 0 ? `[${number}]` : `[${number}, ${[...at].join('; ')}]`,
  )
  return cited.length === 0 ? [] : [plain(` ${cited.join(' ')}`)]
}

/** A bare number is a page, as in CSL; everything else names its kind itself. */
function placeIn(locator: string): string {
  const place = oneLine(locator)
  if (/^\d+$/.test(place)) return `p. ${place}`
  return /^\d+ ?[-–—] ?\d+$/.test(place) ? `pp. ${place.replace(/ ?[-–—] ?/, '–')}` : place
}

interface StatementOptions {
  /** "Answer: " */
  readonly label?: string
  /** More to be said in the brackets after the text. */
  readonly remarks?: readonly string[]
  /** Whether the brackets say that it does not hold or is unresolved; yes unless given. */
  readonly standing?: boolean
}

/** A statement as an item of a list: label, text, sources, and in brackets what has to be known about it. */
export function statement(
  writing: Writing,
  id: NodeId,
  { label, remarks = [], standing = true }: StatementOptions = {},
): Run[] {
  const { graph } = writing
  const node = nodeAt(graph, id)
  const all = [
    ...(node ? kindRemark(node) : []),
    ...(standing ? standingRemark(writing, id) : []),
    ...remarks,
  ]
  const topic = writing.topics.get(id)
  return [
    ...(label === undefined ? [] : [emphasis(label), plain(' ')]),
    ...(topic === undefined ? [] : [plain(`${topic}: `)]),
    plain(sentenceOf(graph, id)),
    ...citations(writing, id),
    ...(all.length === 0 ? [] : [plain(' '), emphasis(`(${capitalised(all.join('; '))}.)`)]),
  ]
}

/** "evidence of high certainty", "assumption, certainty not rated"; claims and objections need no name. */
function kindRemark({ kind, rating }: ArgumentNode): string[] {
  const named = kind === 'evidence' || kind === 'assumption'
  if (!named) return rating === undefined || !isRated(kind) ? [] : [`certainty ${ratings[rating].label}`]
  const { label } = nodeKinds[kind]
  return [
    rating === undefined ? `${label}, certainty not rated` : `${label} of ${ratings[rating].label} certainty`,
  ]
}

/** That it does not hold or is unresolved; nothing for what holds. */
function standingRemark({ evaluation }: Writing, id: ElementId): string[] {
  const standing = evaluation.of(id)?.standing
  return standing === undefined || standing === 'holds' ? [] : [standingWords[standing].label]
}

/** What has to be known of a step: a lesser weight, that it is not counted, which counterpoints are aimed at it. */
export function stepRemarks({ graph, evaluation }: Writing, id: RelationId): string[] {
  const weight = relationAt(graph, id)?.weight ?? 'strong'
  return [
    ...(weight === 'strong' ? [] : [lowerFirst(weights[weight].hint).replace(/\.$/, '')]),
    ...(evaluation.circular.has(id) ? ['not counted, because it only leads back to where it starts'] : []),
  ]
}

/** "contested by counterpoint 1.2" for what counterpoints with a number are aimed at. */
export function contestedRemark({ counterpoints }: Writing, attacks: readonly RelationId[]): string[] {
  const numbers = attacks.flatMap((attack) => counterpoints.get(attack) ?? [])
  if (numbers.length === 0) return []
  return [`contested by counterpoint${numbers.length === 1 ? '' : 's'} ${joined(numbers)}`]
}

/** What a warrant, the excerpts and the remark of a statement add, each as a line of its own. */
export function detailsOf(writing: Writing, id: NodeId): Runs[] {
  const node = nodeAt(writing.graph, id)
  if (!node) return []
  const quotes = (node.excerpts ?? []).flatMap(({ quote, source }) => {
    const number = writing.numbers.get(source)
    const words = oneLine(quote ?? '')
    return words === '' || number === undefined
      ? []
      : [[emphasis('In the source:'), plain(` “${words}” [${number}]`)]]
  })
  const note = oneLine(node.note ?? '')
  return [...quotes, ...(note === '' ? [] : [[emphasis('Remark:'), plain(` ${withStop(note)}`)]])]
}

/** Why a step leads where it leads, and the remark on it. */
export function detailsOfStep({ graph }: Writing, id: RelationId): Runs[] {
  const relation = relationAt(graph, id)
  const warrant = oneLine(relation?.warrant ?? '')
  const note = oneLine(relation?.note ?? '')
  return [
    ...(warrant === '' ? [] : [[emphasis('Why it bears on this:'), plain(` ${withStop(warrant)}`)]]),
    ...(note === '' ? [] : [[emphasis('Remark on this step:'), plain(` ${withStop(note)}`)]]),
  ]
}

/** "the step from “A” and “B” to “C”": for what is said about an inference. */
export function stepName({ graph }: Writing, id: RelationId): string {
  const relation = relationAt(graph, id)
  if (!relation) return 'a step'
  const from = joined([...new Set(relation.from)].map((premise) => quoteOf(graph, premise, 60)))
  const to = nodeAt(graph, relation.to) ? quoteOf(graph, relation.to, 60) : 'another step'
  return relation.kind === 'attacks'
    ? `the step from ${from} against ${to}`
    : `the step from ${from} to ${to}`
}

export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}
