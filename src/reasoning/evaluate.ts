/**
 * The evaluation of a graph: what stands and how strongly (SPEC.md). `evaluate` works it out, `evaluateAfter`
 * does so again after an edit by reusing what the edit left alone; both give the same answer, bit for bit.
 */
import type { GraphChanges } from '../model/changes.ts'
import type { ArgumentGraph, ElementId } from '../model/graph.ts'
import { answerOf, stillRight, type ItemScores } from './answer.ts'
import type { Evaluation, EvaluationOptions } from './evaluation.ts'
import { networkOf } from './network.ts'
import { networkAfter } from './network-after.ts'
import { solve, solveMoved, solveTouched, type Solution } from './solution.ts'

const solutions = new WeakMap<Evaluation, Solution>()

/** What stands in a graph and how strongly. Time O((V + E) log (V + E)) and what circles take (S14). */
export function evaluate(graph: ArgumentGraph, options: EvaluationOptions = {}): Evaluation {
  return evaluationOf(solve(networkOf(graph, options), options.rule), options)
}

export interface AfterEdit {
  /** Those of the evaluation before unless given. */
  readonly options?: EvaluationOptions
  /** What leads from the graph evaluated before to this one, where it is known: then nobody has to look for it. */
  readonly changes?: GraphChanges
}

/**
 * The same as `evaluate(graph, options)`, bit for bit, quicker where the graph is an edit of the one that was
 * evaluated before: only what the edit touched is looked at as records, and after a change of a rating or a
 * weight only what depends on it is computed.
 */
export function evaluateAfter(
  before: Evaluation,
  graph: ArgumentGraph,
  { options = before.options, changes }: AfterEdit = {},
): Evaluation {
  const known = solutions.get(before)
  const isPlain = [options, before.options].every(
    (each) => !each.rule && !each.doubted?.length && !each.supposedRatings,
  )
  if (before.graph === graph && before.options === options) return before
  const after = known && isPlain ? networkAfter(known.network, graph, changes) : undefined
  if (!known || !after) return evaluate(graph, options)
  const { network, formerly, touched } = after
  const solution = formerly
    ? solveMoved(known, { network, formerly, touched })
    : solveTouched(known, network, touched)
  const made = stillRight(before, scoresOf(solution), formerly)
  return evaluationOf(solution, options, made)
}

/** The numbers an evaluation was made of; undefined for one that was sent from elsewhere. */
export function solutionOf(evaluation: Evaluation): Solution | undefined {
  return solutions.get(evaluation)
}

/** The numbers of each item. */
export function scoresOf({ standings, strengths }: Solution): ItemScores {
  return { standings, ...strengths }
}

function evaluationOf(
  solution: Solution,
  options: EvaluationOptions,
  made?: ReturnType<typeof stillRight>,
): Evaluation {
  const { network, ignored, strengths } = solution
  const evaluation = answerOf({
    graph: network.graph,
    options,
    indexOf: network.indexOf,
    scores: scoresOf(solution),
    circular: marked(network.ids, ignored),
    unsettled: marked(network.ids, strengths.unsettled),
    leftOut: network.leftOut,
    ...(made ? { made } : {}),
  })
  solutions.set(evaluation, solution)
  return evaluation
}

function marked(ids: readonly ElementId[], marks: Uint8Array): ReadonlySet<ElementId> {
  const found = new Set<ElementId>()
  for (let item = marks.indexOf(1); item >= 0; item = marks.indexOf(1, item + 1)) {
    const id = ids[item]
    if (id !== undefined) found.add(id)
  }
  return found
}
