/** The first page: the questions on the map, what is recommended in answer, and how each fares. */
import { nodeAt, relationAt, type NodeId } from '../../model/graph.ts'
import { inOrder } from '../../model/order.ts'
import { relationsInto } from '../../model/structure.ts'
import {
  heading,
  joined,
  listOf,
  numberWord,
  paragraph,
  plain,
  strong,
  type Block,
  type ListItem,
} from './blocks.ts'
import { verdictWords } from './topics.ts'
import { capitalised, citations, sentenceOf, type Writing } from './writing.ts'

/** Empty for a map with nothing to sum up. */
export function summaryOf(
  writing: Writing,
  recommendations: readonly NodeId[],
  claims: readonly NodeId[],
): Block[] {
  const topics = recommendations.length > 0 ? recommendations : claims
  const issues = inOrder(writing.graph.nodes).filter((id) => nodeAt(writing.graph, id)?.kind === 'issue')
  if (topics.length === 0 && issues.length === 0) return []
  return [
    heading(1, plain('Summary')),
    ...issueBlocks(writing, issues),
    ...(topics.length === 0
      ? []
      : [paragraph(plain(countSentence(writing, topics))), ...listOf(topicItems(writing, topics))]),
  ]
}

function issueBlocks(writing: Writing, issues: readonly NodeId[]): Block[] {
  if (issues.length === 0) return []
  const items = issues.map((id): ListItem => {
    const answers = relationsInto(writing.graph, id).flatMap(
      (relation) => relationAt(writing.graph, relation)?.from ?? [],
    )
    const names = answers.flatMap((answer) => writing.topics.get(answer) ?? [])
    return {
      level: 0,
      runs: [
        plain(sentenceOf(writing.graph, id)),
        ...citations(writing, id),
        plain(
          names.length === 0
            ? ' No recommendation answers it yet.'
            : ` It is answered by ${namesInSentence(names)}.`,
        ),
      ],
    }
  })
  return [paragraph(plain(issues.length === 1 ? 'The question is:' : 'The questions are:')), ...listOf(items)]
}

/** "recommendations 1, 2 and 3", "the recommendation". */
function namesInSentence(names: readonly string[]): string {
  const numbers = names.flatMap((name) => /\d+$/.exec(name)?.[0] ?? [])
  if (numbers.length === 0) return 'the recommendation'
  return `recommendation${numbers.length === 1 ? '' : 's'} ${joined(numbers)}`
}

/** "The map makes three recommendations. One holds, two do not hold." */
function countSentence(writing: Writing, topics: readonly NodeId[]): string {
  const isRecommendation = nodeAt(writing.graph, topics[0] ?? '')?.kind === 'recommendation'
  const one = topics.length === 1
  const what = isRecommendation ? 'recommendation' : 'main claim'
  const makes = `The map makes ${numberWord(topics.length)} ${what}${one ? '' : 's'}`
  const counts = (['holds', 'unresolved', 'falls'] as const).flatMap((standing) => {
    const count = topics.filter((id) => writing.evaluation.of(id)?.standing === standing).length
    if (count === 0) return []
    const single = count === 1
    const verb = {
      holds: single ? 'holds' : 'hold',
      unresolved: single ? 'is unresolved' : 'are unresolved',
      falls: single ? 'does not hold' : 'do not hold',
    }
    return [`${one ? 'it' : numberWord(count)} ${verb[standing]}`]
  })
  return counts.length === 0 ? `${makes}.` : `${makes}. ${capitalised(joined(counts))}.`
}

function topicItems(writing: Writing, topics: readonly NodeId[]): ListItem[] {
  return topics.map((id) => ({
    level: 0,
    runs: [
      ...(topics.length === 1 ? [] : [plain(`${writing.topics.get(id) ?? ''}: `)]),
      plain(`${sentenceOf(writing.graph, id)} `),
      strong(`${verdictWords(writing, id)}.`),
    ],
  }))
}
