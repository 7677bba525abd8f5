/**
 * The evaluation of a graph: what stands and how strongly (SPEC.md). `evaluate` works it out, `evaluateAfter`
 * does so again after an edit by reusing what the edit left alone; both give the same answer, bit for bit.
 */
import type { ArgumentGraph, ElementId } from '../model/graph.ts'
import { answerOf, type ItemScores } from './answer.ts'
import type { Evaluation, EvaluationOptions } from './evaluation.ts'
import { networkOf } from './network.ts'
import { solve, type Solution } from './solution.ts'

const solutions = new WeakMap<Evaluation, Solution>()

/** What stands in a graph and how strongly. Time O((V + E) log (V + E)) and what circles take (S14). */
export function evaluate(graph: ArgumentGraph, options: EvaluationOptions = {}): Evaluation {
  return evaluationOf(solve(networkOf(graph, options), options.rule), options)
}

/** The numbers an evaluation was made of; undefined for one that was sent from elsewhere. */
export function solutionOf(evaluation: Evaluation): Solution | undefined {
  return solutions.get(evaluation)
}

/** The numbers of each item. */
export function scoresOf({ standings, strengths }: Solution): ItemScores {
  return { standings, ...strengths }
}

function evaluationOf(solution: Solution, options: EvaluationOptions): Evaluation {
  const { network, ignored, strengths } = solution
  const evaluation = answerOf({
    graph: network.graph,
    options,
    indexOf: network.indexOf,
    scores: scoresOf(solution),
    circular: marked(network.ids, ignored),
    unsettled: marked(network.ids, strengths.unsettled),
    leftOut: network.leftOut,
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
