/** How the verdicts on what was debated have changed, in words, from the beginning to now. */
import { nodeAt, type ArgumentGraph, type NodeId } from '../../model/graph.ts'
import { debatedStatements } from '../../editor/debate-steps.ts'
import { claimBand, recommendationBand } from '../../reasoning/bands.ts'
import { evaluate } from '../../reasoning/evaluate.ts'
import type { Evaluation } from '../../reasoning/evaluation.ts'
import { fallCauseOf } from '../../reasoning/why/explain.ts'
import { balancePoints, claimWords, points, standingWords, verdictOf } from '../../reasoning/words.ts'
import { capitalise } from '../../model/naming.ts'

export interface VerdictChange {
  readonly id: NodeId
  /** The verdict in a few words; what was made during the debate had none before. */
  readonly before: string | undefined
  readonly after: string
}

/** One entry for each statement that is debated now, in the author's order. Two evaluations. */
export function verdictChanges(before: ArgumentGraph, after: ArgumentGraph): readonly VerdictChange[] {
  const [was, is] = [evaluate(before), evaluate(after)]
  return debatedStatements(after).flatMap((id) => {
    const words = verdictWords(is, id)
    return words === undefined ? [] : [{ id, before: verdictWords(was, id), after: words }]
  })
}

/** "Holds: well supported (+64)"; of a claim "Holds: strong (72)". */
function verdictWords(evaluation: Evaluation, id: NodeId): string | undefined {
  const found = evaluation.of(id)
  const node = nodeAt(evaluation.graph, id)
  if (!found || !node) return undefined
  if (node.kind !== 'recommendation') {
    return `${capitalise(standingWords[found.standing].label)}: ${claimWords[claimBand(found)]} (${points(found.strength)})`
  }
  const verdict = verdictOf(found.standing, recommendationBand(found), fallCauseOf(evaluation, id))
  return `${verdict.words} (${balancePoints(found)})`
}
