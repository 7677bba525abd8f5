/**
 * Keeps the scene up with the document: every change asks the layout worker, the newest request wins,
 * and what is shown while it works is the scene before. A branch that is shown alone is laid out alone.
 */
import type { ArgumentGraph, NodeId } from '../model/graph.ts'
import { branchGraph } from '../editor/lineage.ts'
import type { Application } from './application.ts'

export interface LayoutLink {
  readonly request: () => void
  readonly cancel: () => void
}

/** What a layout was asked for: the document, and the branch of it that is shown. */
interface Asked {
  readonly graph: ArgumentGraph
  readonly focus: NodeId | undefined
  /** Whether boxes keep room for how statements stand. */
  readonly verdicts: boolean
}

const announceAfter = 300

export function createLayoutLink(application: Application): LayoutLink {
  const { store, browser } = application
  let asked: Asked | undefined
  /** What was asked for, by the graph that was sent. */
  const sent = new WeakMap<ArgumentGraph, Asked>()
  /** What the latest scene shows; without one, nothing. */
  let shown: Asked | undefined
  let endWait: (() => void) | undefined
  const settled = () => {
    endWait?.()
    endWait = undefined
    if (store.getState().layoutBusy) application.set({ layoutBusy: false })
  }
  const client = browser.layout({
    onScene: (scene, laidOut) => {
      settled()
      const { graph } = store.getState().editor
      shown = sent.get(laidOut) ?? { graph: laidOut, focus: undefined, verdicts: false }
      application.set({ scene, sceneGraph: sameLayout(shown.graph, graph) ? graph : shown.graph })
    },
    onError: (error) => {
      settled()
      application.notify({ tone: 'error', text: `The map could not be laid out: ${error.message}` })
    },
  })
  return {
    request: () => {
      const { editor, focus, sceneGraph, evaluationShown: verdicts } = store.getState()
      const { graph } = editor
      const isComing = endWait !== undefined
      if (!sceneGraph) shown = undefined
      // Nothing that the layout looks at has changed: titles and sources do not move statements.
      if (
        asked &&
        sameView(asked, { focus, verdicts }) &&
        sameLayout(asked.graph, graph) &&
        (isComing || sceneGraph)
      ) {
        if (shown && sameView(shown, asked) && sceneGraph && sameLayout(sceneGraph, graph)) {
          application.set({ sceneGraph: graph })
        }
        return
      }
      asked = { graph, focus, verdicts }
      endWait ??= browser.clock.after(announceAfter, () => application.set({ layoutBusy: true }))
      const part = focus === undefined ? graph : branchGraph(graph, focus)
      sent.set(part, asked)
      client.request(part, { verdicts })
    },
    cancel: () => {
      client.cancel()
      settled()
      application.announce('Layout cancelled')
    },
  }
}

function sameView(a: Omit<Asked, 'graph'>, b: Omit<Asked, 'graph'>): boolean {
  return a.focus === b.focus && a.verdicts === b.verdicts
}

function sameLayout(a: ArgumentGraph, b: ArgumentGraph): boolean {
  return (
    a.nodes === b.nodes && a.relations === b.relations && a.layout === b.layout && a.sections === b.sections
  )
}
