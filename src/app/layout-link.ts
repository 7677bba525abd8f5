/**
 * Keeps the scene up with the document: every change asks the layout worker, the newest request wins,
 * and what is shown while it works is the scene before.
 */
import type { ArgumentGraph } from '../model/graph.ts'
import type { Application } from './application.ts'

export interface LayoutLink {
  readonly request: () => void
  readonly cancel: () => void
}

const announceAfter = 300

export function createLayoutLink(application: Application): LayoutLink {
  const { store, browser } = application
  let asked: ArgumentGraph | undefined
  let endWait: (() => void) | undefined
  const settled = () => {
    endWait?.()
    endWait = undefined
    if (store.getState().layoutBusy) application.set({ layoutBusy: false })
  }
  const client = browser.layout({
    onScene: (scene, of) => {
      settled()
      const { graph } = store.getState().editor
      application.set({ scene, sceneGraph: sameLayout(of, graph) ? graph : of })
    },
    onError: (error) => {
      settled()
      application.notify({ tone: 'error', text: `The map could not be laid out: ${error.message}` })
    },
  })
  return {
    request: () => {
      const { editor, sceneGraph } = store.getState()
      const { graph } = editor
      const isComing = endWait !== undefined
      // Nothing that the layout looks at has changed: titles and sources do not move statements.
      if (asked && sameLayout(asked, graph) && (isComing || sceneGraph)) {
        if (sceneGraph && sameLayout(sceneGraph, graph)) application.set({ sceneGraph: graph })
        return
      }
      asked = graph
      endWait ??= browser.clock.after(announceAfter, () => application.set({ layoutBusy: true }))
      client.request(graph)
    },
    cancel: () => {
      client.cancel()
      settled()
      application.announce('Layout cancelled')
    },
  }
}

function sameLayout(a: ArgumentGraph, b: ArgumentGraph): boolean {
  return (
    a.nodes === b.nodes && a.relations === b.relations && a.layout === b.layout && a.sections === b.sections
  )
}
