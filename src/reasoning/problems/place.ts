/** Rules about what belongs to the argument at all, and what has not been asked of it yet. */
import { nodeAt, type NodeId } from '../../model/graph.ts'
import { structureOf } from '../../model/structure.ts'
import { criteriaOf, openQuestions } from '../critical-questions.ts'
import type { Network } from '../network.ts'
import { influencesOn } from '../sensitivity/influence.ts'
import { named, say } from '../why/sentence.ts'
import type { Finding } from './finding.ts'
import { finding, itemOf, nodeOf, relationsFrom, type Look } from './look.ts'

/** A node that takes part in no relation of any kind. Notes have none by nature. */
export function orphans(look: Look): Finding[] {
  const { graph, evaluation } = look
  const issues = Object.keys(graph.nodes).filter(
    (id) => nodeAt(graph, id)?.kind === 'issue' && !evaluation.leftOut.has(id),
  )
  return [...look.nodes, ...issues]
    .filter((id) => !isConnected(look, id))
    .map((id) =>
      nodeOf(look, id).kind === 'issue'
        ? finding('orphan', [id], say`${named(graph, id)} is asked, and nothing on the map answers it.`, {
            label: 'Answer it',
            command: 'add.child',
          })
        : finding(
            'orphan',
            [id],
            say`${named(graph, id)} is connected to nothing: connect it or delete it.`,
            {
              label: 'Connect it',
              command: 'relation.connect-support',
            },
          ),
    )
}

/** Whether a relation that is not doubted begins or ends here. */
function isConnected({ graph, evaluation }: Look, id: NodeId): boolean {
  const { into, outOf } = structureOf(graph)
  return [...(into.get(id) ?? []), ...(outOf.get(id) ?? [])].some((each) => !evaluation.leftOut.has(each))
}

/**
 * Nodes without a path to any recommendation, on a map that has some. Those that hang together are one finding,
 * which names first what leads nowhere. Such without any relation are orphans.
 */
export function offTopic(look: Look): Finding[] {
  if (look.recommendations.length === 0) return []
  const cone = influencesOn(
    look.network,
    look.recommendations.map((id) => itemOf(look, id)),
  )
  const astray = look.nodes.filter((id) => cone[itemOf(look, id)] === 0 && isConnected(look, id))
  return partsOf(look, astray).map((part) => {
    const ends = part.filter((id) => relationsFrom(look, id).length === 0)
    const [first = ''] = ends.length > 0 ? ends : part
    const rest = part.length - 1
    const also =
      rest === 0 ? '' : rest === 1 ? ' and one statement with it' : ` and ${rest} statements with it`
    return finding(
      'off-topic',
      [first, ...part.filter((id) => id !== first)],
      say`${named(look.graph, first)}${also} ${rest === 0 ? 'bears' : 'bear'} on no recommendation: connect what belongs to one.`,
      { label: 'Connect it', command: 'relation.connect-support', select: [first] },
    )
  })
}

/** These nodes by what hangs together, in the order of the file. */
function partsOf(look: Look, nodes: readonly NodeId[]): NodeId[][] {
  const { network } = look
  const wanted = new Set(nodes.map((id) => itemOf(look, id)))
  const part = new Map<number, number>()
  let count = 0
  for (const start of wanted) {
    if (part.has(start)) continue
    count += 1
    part.set(start, count)
    const waiting = [start]
    for (let item = waiting.pop(); item !== undefined; item = waiting.pop()) {
      for (const next of neighboursOf(network, item)) {
        if (part.has(next) || (next < network.nodeCount && !wanted.has(next))) continue
        part.set(next, count)
        waiting.push(next)
      }
    }
  }
  const parts = Array.from({ length: count }, (): NodeId[] => [])
  for (const id of nodes) parts[(part.get(itemOf(look, id)) ?? 0) - 1]?.push(id)
  return parts
}

/** What a node or relation is directly connected with, in either direction. */
function neighboursOf(network: Network, item: number): number[] {
  const { nodeCount, target, into, intoStart, outOf, outOfStart, premises, premisesStart } = network
  const near = [...into.subarray(intoStart[item] ?? 0, intoStart[item + 1] ?? 0)]
  if (item < nodeCount) return [...near, ...outOf.subarray(outOfStart[item] ?? 0, outOfStart[item + 1] ?? 0)]
  return [
    ...near,
    target[item] ?? item,
    ...premises.subarray(premisesStart[item] ?? 0, premisesStart[item + 1] ?? 0),
  ]
}

/** A relation or recommendation with a scheme of which a question is open. */
export function openCriticalQuestions(look: Look): Finding[] {
  const counts = new Map<string, number>()
  for (const { on } of openQuestions(look.graph)) {
    if (look.network.indexOf.has(on)) counts.set(on, (counts.get(on) ?? 0) + 1)
  }
  return [...counts].map(([id, count]) =>
    finding(
      'open-critical-question',
      [id],
      say`${count === 1 ? 'One critical question' : `${count} critical questions`} about ${named(look.graph, id)} ${count === 1 ? 'is' : 'are'} open: answer ${count === 1 ? 'it' : 'them'}, or raise what is wrong.`,
      { label: 'Answer', command: 'evaluate.questions' },
    ),
  )
}

/** Criteria that must have been considered for a recommendation to be weighed. */
const enough = 6

/** A recommendation for which fewer than six of the eleven criteria were considered. */
export function missingCriteria(look: Look): Finding[] {
  return look.recommendations.flatMap((id) => {
    const criteria = criteriaOf(look.graph, id)
    const considered = criteria.filter(({ state }) => state !== 'open').length
    if (considered >= enough) return []
    return [
      finding(
        'missing-etd',
        [id],
        say`${considered} of ${criteria.length} criteria for decisions have been considered for ${named(look.graph, id)}: go through the others.`,
        { label: 'Go through them', command: 'evaluate.questions' },
      ),
    ]
  })
}
