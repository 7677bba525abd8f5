/**
 * What the analysis worker does, without the worker: keeps a copy of the document, works out what follows
 * from it, and tells it in stages, the quick ones first. What takes long is done in slices, between which a
 * newer request is heard; what is known of a document already is not worked out again.
 */
import { withChanges, type GraphChanges } from '../../model/changes.ts'
import { emptyGraph, hasElement, type ArgumentGraph, type ElementId } from '../../model/graph.ts'
import { openQuestions } from '../../reasoning/critical-questions.ts'
import { evaluate, evaluateAfter } from '../../reasoning/evaluate.ts'
import { toArrays, transferOf } from '../../reasoning/evaluation-arrays.ts'
import type { Evaluation } from '../../reasoning/evaluation.ts'
import { lateRules, problemsOf, type Problems } from '../../reasoning/problems/find-problems.ts'
import type { Finding } from '../../reasoning/problems/finding.ts'
import { sensitivityOf, type Sensitivity } from '../../reasoning/sensitivity/sensitivity.ts'
import type { AnalysisAnswer, AnalysisRequest, AnalysisStage } from './analysis-client.ts'

export interface AnalystHost {
  readonly send: (answer: AnalysisAnswer, transfer?: ArrayBufferLike[]) => void
  /** Lets the messages that wait be heard. */
  readonly turn: () => Promise<void>
  /** ms since some start. */
  readonly now: () => number
}

/** What is known of the document that was evaluated last. */
interface Known {
  readonly evaluation: Evaluation
  readonly openQuestions: Readonly<Record<ElementId, number>>
  /** Can be taken up again where a newer request came between. */
  readonly work: Generator<void, Sensitivity>
  sensitivity?: Sensitivity | undefined
  problems?: Problems | undefined
}

/** ms for which nothing is heard. */
const slice = 40
/** ms within which the sensitivity is waited for, so that findings are told once and not twice. */
const shortWait = 150
/** ms after which it is told that work is going on. */
const breath = 500

/**
 * Answers requests; the promise is kept when this one is answered or given up for a newer one.
 * @throws at once if the changes do not fit the copy of the document
 */
export function createAnalyst({ send, turn, now }: AnalystHost): (request: AnalysisRequest) => Promise<void> {
  let graph = emptyGraph()
  let newest = 0
  let known: Known | undefined
  /** The latest edit, and the document it was made to. */
  let edit: { readonly of: ArgumentGraph; readonly changes: GraphChanges } | undefined
  /** The latest problems of which none was missing. */
  let complete: Problems | undefined

  const knownNow = (): Known => {
    const before = known?.evaluation
    if (known && before?.graph === graph) return known
    // What changed is known if the document that was evaluated last is the one before this edit.
    const changes = edit && before?.graph === edit.of ? { changes: edit.changes } : {}
    const evaluation = before ? evaluateAfter(before, graph, changes) : evaluate(graph)
    return { evaluation, openQuestions: openCounts(graph), work: sensitivityOf(evaluation) }
  }

  const answer = async ({ request, supposition }: AnalysisRequest) => {
    const isWanted = () => request === newest
    const tell = (stage: AnalysisStage, transfer?: ArrayBufferLike[]) => send({ request, stage }, transfer)
    const slices: Slices = {
      turn,
      now,
      isWanted,
      told: now(),
      breathe: () => send({ request, working: true }),
    }
    // Requests that came while another was worked on have waited together: only the last one counts.
    await turn()
    if (!isWanted()) return
    const mine = knownNow()
    known = mine
    tellEvaluation(mine, supposition, tell)
    await turn()
    if (!isWanted()) return
    const soon = now() + shortWait
    mine.sensitivity ??= await inSlices(mine.work, slices, soon)
    if (!isWanted()) return
    if (!mine.sensitivity) {
      const early = await inSlices(problemsOf(mine.evaluation), slices)
      if (!early) return
      tell({ stage: 'findings', ...withLate(early, complete, graph) })
      mine.sensitivity = await inSlices(mine.work, slices)
      if (!mine.sensitivity) return
    }
    tell({ stage: 'sensitivity', sensitivity: mine.sensitivity })
    mine.problems ??= await inSlices(problemsOf(mine.evaluation, mine.sensitivity), slices)
    if (!mine.problems || !isWanted()) return
    complete = mine.problems
    tell({ stage: 'findings', ...mine.problems })
    send({ request, done: true })
  }

  return (request) => {
    newest = request.request
    const before = graph
    graph = withChanges(before, request.changes)
    edit = { of: before, changes: request.changes }
    if (isOther(before, request.changes)) complete = undefined
    return answer(request).catch((error: unknown) => {
      // What went wrong with one document must not hang on to the next.
      known = undefined
      send({ request: request.request, error: error instanceof Error ? error.message : String(error) })
    })
  }
}

function tellEvaluation(
  { evaluation, openQuestions: questions }: Known,
  supposition: AnalysisRequest['supposition'],
  tell: (stage: AnalysisStage, transfer: ArrayBufferLike[]) => void,
): void {
  const own = toArrays(evaluation)
  const stage = { stage: 'evaluation', evaluation: own, openQuestions: questions } as const
  if (!supposition) return tell(stage, transferOf(own))
  const { doubted, ratings: supposedRatings } = supposition
  const supposed = toArrays(
    evaluateAfter(evaluation, evaluation.graph, { options: { doubted, supposedRatings } }),
  )
  tell({ ...stage, supposed }, [...transferOf(own), ...transferOf(supposed)])
}

/** Early problems with the late ones found before: they do not come and go with each letter that is typed. */
function withLate(early: Problems, complete: Problems | undefined, graph: ArgumentGraph): Problems {
  if (!complete) return early
  const late = (findings: readonly Finding[]) =>
    findings.filter(({ rule, at }) => lateRules.has(rule) && at.every((id) => hasElement(graph, id)))
  return {
    findings: [...early.findings, ...late(complete.findings)],
    muted: [...early.muted, ...late(complete.muted)],
  }
}

/** Whether nothing is left of the document before: then another one has been opened. */
function isOther(before: ArgumentGraph, { tables }: GraphChanges): boolean {
  const { set = [], removed = [] } = tables.nodes ?? {}
  const touched = new Set([...removed, ...set.map(([id]) => id)])
  return Object.keys(before.nodes).every((id) => touched.has(id))
}

/** How many questions are open at each element. */
function openCounts(graph: ArgumentGraph): Record<ElementId, number> {
  const counts: Record<ElementId, number> = {}
  for (const { on } of openQuestions(graph)) counts[on] = (counts[on] ?? 0) + 1
  return counts
}

interface Slices extends Pick<AnalystHost, 'turn' | 'now'> {
  readonly isWanted: () => boolean
  readonly breathe: () => void
  /** When something was told last. */
  told: number
}

/** Runs work to its end, letting messages in between; undefined when it is no longer wanted, or not done in time. */
async function inSlices<T>(
  work: Generator<void, T>,
  slices: Slices,
  until = Infinity,
): Promise<T | undefined> {
  const { turn, now, isWanted, breathe } = slices
  let begun = now()
  for (;;) {
    const step = work.next()
    if (step.done) return step.value
    const time = now()
    if (time >= until) return undefined
    if (time - begun < slice) continue
    if (time - slices.told >= breath) {
      slices.told = time
      breathe()
    }
    await turn()
    if (!isWanted()) return undefined
    begun = now()
  }
}
