/**
 * A brief: the argument as a document for readers who never see the map. Recommendations in order, each with its
 * verdict and why, its reasons, the counterpoints with their answers, and what has been asked; then what is
 * unresolved, what else is claimed, the assumptions and the sources. It says what the map and its evaluation
 * say and nothing else. Writers set it as Markdown (markdown.ts) or Word (docx.ts).
 */
import type { NodeId } from '../../model/graph.ts'
import type { Evaluation } from '../../reasoning/evaluation.ts'
import type { Loss } from '../conversion.ts'
import { lossesOf } from '../losses.ts'
import { oneLine } from '../plain-text.ts'
import { heading, paragraph, plain, type Block } from './blocks.ts'
import { closingBlocks } from './closing.ts'
import { referencesOf } from './references.ts'
import { summaryOf } from './summary.ts'
import { claimTopics, chapterOf, recommendationTopics } from './topics.ts'
import { startWriting } from './writing.ts'

export interface Brief {
  /** One line, never empty. */
  readonly title: string
  /** What the document says about itself; may be empty. */
  readonly description: string
  readonly blocks: readonly Block[]
  /** What a document of running text does not show. */
  readonly losses: readonly Loss[]
}

/** The brief of an evaluated map. Sentences are English, as the rest of the program; statements stay as they are. */
export function briefOf(evaluation: Evaluation): Brief {
  const writing = startWriting(evaluation)
  const { graph } = writing
  const recommendations = recommendationTopics(graph)
  const claims = claimTopics(graph)
  nameTopics(writing.topics, recommendations, 'Recommendation')
  nameTopics(writing.topics, claims, recommendations.length > 0 ? 'Claim' : 'Main claim')
  const chapters = (topics: readonly NodeId[], title: string): Block[] =>
    topics.length === 0
      ? []
      : [heading(1, plain(title)), ...topics.flatMap((topic) => chapterOf(writing, topic))]
  const summary = summaryOf(writing, recommendations, claims)
  const body = [
    ...chapters(recommendations, recommendations.length === 1 ? 'Recommendation' : 'Recommendations'),
    ...chapters(claims, claimsTitle(recommendations.length, claims.length)),
    ...closingBlocks(writing),
  ]
  const description = (graph.description ?? '').trim()
  return {
    title: oneLine(graph.title) || 'Untitled argument',
    description: oneLine(description),
    blocks: [
      ...paragraphsOf(description),
      ...summary,
      { kind: 'picture' },
      ...body,
      ...referencesOf(writing),
    ],
    losses: lossesOf(graph, lost),
  }
}

const lost = [
  'schemes',
  'roles',
  'tags',
  'sections',
  'scores',
  'muted',
  'pins',
  'collapsed',
  'layout',
  'extensions',
  'unknownFields',
] as const

function nameTopics(topics: Map<NodeId, string>, ids: readonly NodeId[], word: string): void {
  for (const [index, id] of ids.entries()) topics.set(id, ids.length === 1 ? word : `${word} ${index + 1}`)
}

function claimsTitle(recommendations: number, claims: number): string {
  if (recommendations === 0) return claims === 1 ? 'Main claim' : 'Main claims'
  return 'Beside the recommendations'
}

function paragraphsOf(text: string): Block[] {
  return text
    .split(/\s*\n\s*/)
    .flatMap((line) => (oneLine(line) === '' ? [] : [paragraph(plain(oneLine(line)))]))
}
