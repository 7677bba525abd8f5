/**
 * Keeps what follows from the document up with it: every edit and every supposition asks the analysis
 * worker, once the map is shown. Until an answer has come, the one before stays.
 */
import { hasElement, nodeAt, type ArgumentGraph } from '../model/graph.ts'
import type { Suppositions } from '../editor/edits/what-if.ts'
import { fromArrays } from '../reasoning/evaluation-arrays.ts'
import type { Analysis } from './app-state.ts'
import type { Application } from './application.ts'
import type { AnalysisClient, AnalysisStage } from './browser/analysis-client.ts'

export interface AnalysisLink {
  /** Asks about the document as it is now, unless that was asked already. */
  readonly request: () => void
}

/** ms after the first map for the window to come to rest, before the worker is fetched. */
const settleTime = 100

export function createAnalysisLink(application: Application): AnalysisLink {
  const { store, browser } = application
  let client: AnalysisClient | undefined
  let askedGraph: ArgumentGraph | undefined
  let askedSupposition: Suppositions | undefined
  let isStarting = false

  const onStage = (stage: AnalysisStage, of: ArgumentGraph, supposition?: Suppositions) => {
    const { analysis: before, editor } = store.getState()
    const graph = sameArgument(of, editor.graph) ? editor.graph : of
    // What was found of the graph before is shown until it has been found of this one.
    const kept: Partial<Analysis> = before ?? {}
    switch (stage.stage) {
      case 'evaluation':
        return application.set({
          analysis: {
            findings: [],
            muted: [],
            ...kept,
            graph,
            evaluation: fromArrays(stage.evaluation, graph),
            openQuestions: stage.openQuestions,
          },
          supposed:
            stage.supposed && supposition
              ? fromArrays(stage.supposed, graph, {
                  doubted: supposition.doubted,
                  supposedRatings: supposition.ratings,
                })
              : undefined,
        })
      case 'findings':
        if (before) {
          application.set({ analysis: { ...before, findings: stage.findings, muted: stage.muted } })
        }
        return
      case 'sensitivity':
        if (before) {
          application.set({
            analysis: { ...before, sensitivity: stage.sensitivity, sensitivityGraph: graph },
          })
        }
    }
  }
  /** What was found of a document is true of one that says the same, too. */
  const keepUp = () => {
    const { analysis, editor } = store.getState()
    if (!analysis || analysis.graph === editor.graph || !sameArgument(analysis.graph, editor.graph)) return
    const { graph } = editor
    const sensitivityGraph = analysis.sensitivityGraph === analysis.graph ? graph : analysis.sensitivityGraph
    application.set({ analysis: { ...analysis, graph, ...(sensitivityGraph ? { sensitivityGraph } : {}) } })
  }
  const ask = () => {
    const { editor, supposition } = store.getState()
    if (askedGraph && sameArgument(editor.graph, askedGraph) && supposition === askedSupposition) {
      return keepUp()
    }
    askedGraph = editor.graph
    askedSupposition = supposition
    client ??= browser.analysis({
      onStage,
      onError: (message) =>
        application.notify({ tone: 'error', text: `The argument could not be evaluated: ${message}` }),
    })
    client.request(editor.graph, supposition)
  }
  return {
    request: () => {
      forgetWhatIsGone(application)
      // A document that has just been opened is evaluated once its map is shown.
      if (!store.getState().scene) return
      if (client) return ask()
      if (isStarting) return
      isStarting = true
      browser.clock.after(settleTime, ask)
    },
  }
}

/** What changes nothing about the argument: dragging statements about is not evaluated again. */
const besideThePoint: ReadonlySet<string> = new Set(['title', 'layout', 'sections'])

function sameArgument(a: ArgumentGraph, b: ArgumentGraph): boolean {
  if (a === b) return true
  const values = (graph: ArgumentGraph) =>
    new Map<string, unknown>(Object.entries(graph).filter(([name]) => !besideThePoint.has(name)))
  const [first, second] = [values(a), values(b)]
  return first.size === second.size && [...first].every(([name, value]) => second.get(name) === value)
}

/** A what-if session goes on through edits, without what is no longer there. */
function forgetWhatIsGone({ store, set }: Application): void {
  const { editor, supposition } = store.getState()
  if (!supposition) return
  const { graph } = editor
  const doubted = supposition.doubted.filter((id) => hasElement(graph, id))
  const ratings = Object.entries(supposition.ratings).filter(([id]) => nodeAt(graph, id))
  if (
    doubted.length === supposition.doubted.length &&
    ratings.length === Object.keys(supposition.ratings).length
  )
    return
  const isOver = doubted.length + ratings.length === 0
  if (isOver) set({ supposition: undefined, supposed: undefined })
  else set({ supposition: { doubted, ratings: Object.fromEntries(ratings) } })
}
