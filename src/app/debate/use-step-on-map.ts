/** What a step of the debate does around its card: the map shows it, it is said, and the card takes the keys. */
import { useEffect, useRef } from 'react'
import { currentStep, type Debate } from '../../editor/debate.ts'
import { revealing } from '../../editor/search.ts'
import type { Application } from '../application.ts'
import { useApplication } from '../app-state.ts'
import { elementsOfInference } from './Inference.tsx'
import { wordsOf } from './step-words.ts'

/** Shows on the map what a step is about, says it to screen readers, and gives the keys to the card. */
export function useStepOnMap(
  debate: Debate,
  card: { readonly current: HTMLElement | null },
  isAsking: boolean,
): void {
  const application = useApplication()
  const step = currentStep(debate)
  const key = step?.key
  const latest = useRef(debate)
  useEffect(() => {
    latest.current = debate
  })
  useEffect(() => {
    const { steps, at } = latest.current
    const now = steps[at]
    const { graph } = application.context().state
    if (!now) {
      application.set({ spotlight: [] })
      application.announce('The debate is over. Summary.')
      return undefined
    }
    const spotlight = elementsOfInference(graph, now.at)
    application.set({ spotlight })
    application.dispatch(revealing(graph, now.at))
    application.announce(`${at + 1} of ${steps.length}. ${wordsOf(graph, now).question}`)
    return frameSoon(application, spotlight)
  }, [application, key])
  useEffect(() => () => application.set({ spotlight: [] }), [application])
  useEffect(() => {
    const element = card.current
    // Whoever works on the map or in a panel meanwhile keeps the keys there.
    const isElsewhere =
      document.activeElement !== document.body &&
      document.activeElement !== null &&
      !element?.contains(document.activeElement) &&
      element?.dataset['begun'] !== undefined
    if (!isAsking || isElsewhere || !element) return
    element.dataset['begun'] = ''
    element.focus({ preventScroll: true })
  }, [card, key, isAsking])
}

/** Brings all of these into view once the map has its new size and what was collapsed is laid out. */
function frameSoon(application: Application, ids: readonly string[]): () => void {
  let frame = 0
  const show = () => {
    // The map's own steps towards what is selected come first.
    frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => application.canvas()?.frame(ids))
    })
  }
  const isPlaced = () => {
    const { sceneGraph, editor } = application.store.getState()
    return sceneGraph === editor.graph
  }
  let stop = () => {}
  if (isPlaced()) show()
  else {
    stop = application.store.subscribe(() => {
      if (!isPlaced()) return
      stop()
      show()
    })
  }
  return () => {
    stop()
    cancelAnimationFrame(frame)
  }
}
