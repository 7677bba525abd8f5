/**
 * The evaluation of a graph: what stands and how strongly (SPEC.md). `evaluate` works it out, `evaluateAfter`
 * does so again after an edit by reusing what the edit left alone; both give the same answer, bit for bit.
 */
import type { GraphChanges } from '../model/changes.ts'
import type { ArgumentGraph, ElementId } from '../model/graph.ts'
import { answerOf, stillRight, type ItemScores } from './answer.ts'
import type { Evaluation, EvaluationOptions } from './evaluation.ts'
import { networkOf } from './network.ts'
import { networkAfter, networkSupposing } from './network-after.ts'
import { solve, solveAfter, type Solution } from './solution.ts'

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
 * weight only what depends on it is computed. What was found without options also helps to find what follows
 * from doubts and suppositions.
 */
export function evaluateAfter(
  before: Evaluation,
  graph: ArgumentGraph,
  { options = before.options, changes }: AfterEdit = {},
): Evaluation {
  if (before.graph === graph && before.options === options) return before
  const known = solutions.get(before)
  const after = known && isPlain(before.options) ? networkAfter(known.network, graph, changes) : undefined
  if (!known || !after) return evaluate(graph, options)
  const plain = solveAfter(known, after)
  if (isPlain(options)) {
    return evaluationOf(plain, options, stillRight(before, scoresOf(plain), after.formerly))
  }
  const supposed = networkSupposing(plain.network, options)
  return supposed ? evaluationOf(solveAfter(plain, supposed), options) : evaluate(graph, options)
}

/** Whether nothing is doubted or supposed and the rule is the default one. */
function isPlain({ rule, doubted, supposedRatings }: EvaluationOptions): boolean {
  return (
    (rule ?? 'df-quad') === 'df-quad' && !doubted?.length && Object.keys(supposedRatings ?? {}).length === 0
  )
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
