/** What stands after the chapters: what is unresolved, assumptions, what is left over, remarks, how to read it all. */
import { nodeAt, relationAt, type NodeId } from '../../model/graph.ts'
import { nodeKinds } from '../../model/kinds.ts'
import { inOrder } from '../../model/order.ts'
import { relationsOutOf } from '../../model/structure.ts'
import { explainStanding } from '../../reasoning/why/explain.ts'
import { textOf } from '../../reasoning/why/sentence.ts'
import { scoreMeaning, standingWords } from '../../reasoning/words.ts'
import { heading, joined, listOf, paragraph, plain, type Block, type ListItem } from './blocks.ts'
import { detailsOf, quoteOf, statement, type Writing } from './writing.ts'

/** The chapters that have something to say. */
export function closingBlocks(writing: Writing): Block[] {
  return [
    ...chapter('What is unresolved', unresolved(writing)),
    ...chapter('Assumptions', assumptions(writing)),
    ...chapter('Also on the map', leftOver(writing)),
    ...chapter('Remarks', notes(writing)),
    ...method(writing),
  ]
}

function chapter(title: string, items: readonly ListItem[]): Block[] {
  return items.length === 0 ? [] : [heading(1, plain(title)), ...listOf(items)]
}

function unresolved(writing: Writing): ListItem[] {
  const { graph, evaluation } = writing
  return inOrder(graph.nodes).flatMap((id) => {
    if (evaluation.of(id)?.standing !== 'unresolved') return []
    const why = explainStanding(evaluation, id)
    return why ? [{ level: 0, runs: [plain(textOf(why.sentence))] }] : []
  })
}

function assumptions(writing: Writing): ListItem[] {
  const { graph } = writing
  return nodesOfKind(writing, 'assumption').map((id) => {
    const targets = relationsOutOf(graph, id).flatMap((relation) => {
      const to = relationAt(graph, relation)
      return to?.kind === 'supports' && nodeAt(graph, to.to) ? [quoteOf(graph, to.to)] : []
    })
    const used = targets.length === 0 ? [] : [plain(` It is needed for ${joined([...new Set(targets)])}.`)]
    return { level: 0, runs: [...statement(writing, id), ...used] }
  })
}

/** Whatever no chapter has set out, so that nothing on the map is passed over. */
function leftOver(writing: Writing): ListItem[] {
  const { graph, told, topics } = writing
  return inOrder(graph.nodes).flatMap((id) => {
    const kind = nodeAt(graph, id)?.kind
    const isTold = told.has(id) || topics.has(id) || kind === 'assumption'
    if (kind === undefined || !nodeKinds[kind].evaluated || isTold) return []
    return [
      { level: 0, runs: statement(writing, id) },
      ...detailsOf(writing, id).map((runs) => ({ level: 1, runs })),
    ]
  })
}

function notes(writing: Writing): ListItem[] {
  return nodesOfKind(writing, 'note').map((id) => ({ level: 0, runs: statement(writing, id) }))
}

function nodesOfKind({ graph }: Writing, kind: string): NodeId[] {
  return inOrder(graph.nodes).filter((id) => nodeAt(graph, id)?.kind === kind)
}

function method({ graph, evaluation }: Writing): Block[] {
  if (!Object.keys(graph.nodes).some((id) => evaluation.of(id))) return []
  const words = Object.values(standingWords)
    .map(
      ({ label, meaning }) =>
        `“${label.charAt(0).toUpperCase()}${label.slice(1)}” means: ${meaning.charAt(0).toLowerCase()}${meaning.slice(1)}`,
    )
    .join(' ')
  return [
    heading(1, plain('How to read the verdicts')),
    paragraph(
      plain(
        `The verdicts follow from the reasons and objections on the map and from nothing else; they are no probabilities. ${words}`,
      ),
    ),
    paragraph(
      plain(
        `${scoreMeaning.replace('Score out of 100, computed', 'Numbers are scores out of 100, computed')} Certainty says how sure the evidence is: high, moderate, low or very low.`,
      ),
    ),
  ]
}
