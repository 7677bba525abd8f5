/**
 * The worker that evaluates the argument, off the page's main thread. It keeps a copy of the document and
 * answers in stages. What takes long is done in slices, between which a newer request is heard.
 */
import { withChanges, type GraphChanges } from '../../model/changes.ts'
import { emptyGraph, type ArgumentGraph, type ElementId } from '../../model/graph.ts'
import { openQuestions } from '../../reasoning/critical-questions.ts'
import { evaluate, evaluateAfter } from '../../reasoning/evaluate.ts'
import { toArrays, transferOf } from '../../reasoning/evaluation-arrays.ts'
import type { Evaluation } from '../../reasoning/evaluation.ts'
import { findProblems } from '../../reasoning/problems/find-problems.ts'
import { sensitivityOf, type Sensitivity } from '../../reasoning/sensitivity/sensitivity.ts'
import type { AnalysisAnswer, AnalysisRequest, AnalysisStage } from './analysis-client.ts'

/** ms for which the worker hears nothing. */
const slice = 40

let graph: ArgumentGraph = emptyGraph()
let evaluation: Evaluation | undefined
/** The latest edit, and the document it was made to. */
let edit: { readonly of: ArgumentGraph; readonly changes: GraphChanges } | undefined
let newest = 0

addEventListener('message', ({ data }: MessageEvent<AnalysisRequest>) => {
  newest = data.request
  edit = { of: graph, changes: data.changes }
  graph = withChanges(graph, data.changes)
  void answer(data)
})

async function answer({ request, supposition }: AnalysisRequest): Promise<void> {
  // Requests that came while another was worked on have waited together: only the last one counts.
  await nextTurn()
  if (request !== newest) return
  const tell = (stage: AnalysisStage, transfer: ArrayBufferLike[] = []) => send({ request, stage }, transfer)
  try {
    // What changed is known if the document that was evaluated last is the one before this edit.
    const known = edit && evaluation?.graph === edit.of ? { changes: edit.changes } : {}
    const now = evaluation ? evaluateAfter(evaluation, graph, known) : evaluate(graph)
    evaluation = now
    const own = toArrays(now)
    const supposed =
      supposition &&
      toArrays(evaluate(graph, { doubted: supposition.doubted, supposedRatings: supposition.ratings }))
    const stage = { stage: 'evaluation', evaluation: own, openQuestions: openCounts(graph) } as const
    tell(supposed ? { ...stage, supposed } : stage, [
      ...transferOf(own),
      ...(supposed ? transferOf(supposed) : []),
    ])
    const problems = (sensitivity?: Sensitivity) =>
      tell({ stage: 'findings', ...findProblems(now, sensitivity) })
    problems()
    const sensitivity = await inSlices(sensitivityOf(now), () => request === newest)
    if (!sensitivity) return
    tell({ stage: 'sensitivity', sensitivity })
    problems(sensitivity)
    send({ request, done: true })
  } catch (error) {
    // What went wrong with one document must not hang on to the next.
    evaluation = undefined
    send({ request, error: error instanceof Error ? error.message : String(error) })
  }
}

/** How many questions are open at each element. */
function openCounts(of: ArgumentGraph): Record<ElementId, number> {
  const counts: Record<ElementId, number> = {}
  for (const { on } of openQuestions(of)) counts[on] = (counts[on] ?? 0) + 1
  return counts
}

/** Runs work to its end, letting messages in between; undefined when it is no longer wanted. */
async function inSlices<T>(work: Generator<unknown, T>, isWanted: () => boolean): Promise<T | undefined> {
  let begun = performance.now()
  for (;;) {
    const step = work.next()
    if (step.done) return step.value
    if (performance.now() - begun < slice) continue
    await nextTurn()
    if (!isWanted()) return undefined
    begun = performance.now()
  }
}

/** Resolves after the messages that wait have been heard. */
function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => {
      port1.close()
      resolve()
    }
    port2.postMessage(undefined)
  })
}

function send(message: AnalysisAnswer, transfer: ArrayBufferLike[] = []): void {
  postMessage(message, { transfer: transfer as ArrayBuffer[] })
}
