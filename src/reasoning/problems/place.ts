/** Rules about what belongs to the argument at all, and what has not been asked of it yet. */
import { structureOf } from '../../model/structure.ts'
import { criteriaOf, openQuestions } from '../critical-questions.ts'
import { influencesOn } from '../sensitivity/influence.ts'
import { named, say } from '../why/sentence.ts'
import type { Finding } from './finding.ts'
import { finding, itemOf, nodeOf, relationsFrom, type Look } from './look.ts'

/** A node that takes part in no relation of any kind. */
export function orphans(look: Look): Finding[] {
  const { into, outOf } = structureOf(look.graph)
  return look.nodes
    .filter((id) => !into.has(id) && !outOf.has(id))
    .map((id) =>
      finding('orphan', [id], say`${named(look.graph, id)} is connected to nothing.`, {
        label: 'Connect it',
        command: 'relation.connect-support',
      }),
    )
}

/** A node without a path to any recommendation, on a map that has some. Such without relations are orphans. */
export function offTopic(look: Look): Finding[] {
  if (look.recommendations.length === 0) return []
  const cone = influencesOn(
    look.network,
    look.recommendations.map((id) => itemOf(look, id)),
  )
  return look.nodes
    .filter((id) => {
      if (cone[itemOf(look, id)] === 1 || nodeOf(look, id).kind === 'recommendation') return false
      // What hangs below something off topic is named by that.
      return relationsFrom(look, id).length === 0 && structureOf(look.graph).into.has(id)
    })
    .map((id) =>
      finding('off-topic', [id], say`${named(look.graph, id)} bears on no recommendation.`, {
        label: 'Connect it',
        command: 'relation.connect-support',
      }),
    )
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
      say`${count === 1 ? 'One critical question' : `${count} critical questions`} about ${named(look.graph, id)} ${count === 1 ? 'is' : 'are'} open.`,
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
        say`${considered} of ${criteria.length} criteria for decisions have been considered for ${named(look.graph, id)}.`,
        { label: 'Go through them', command: 'evaluate.questions' },
      ),
    ]
  })
}
