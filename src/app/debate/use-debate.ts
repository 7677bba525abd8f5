/** The debate that is under way, kept up with the document however that changes. */
import { useEffect, useState } from 'react'
import type { ArgumentGraph } from '../../model/graph.ts'
import { beginDebate, followGraph, type Debate } from '../../editor/debate.ts'
import { elementsBelow } from '../../editor/lineage.ts'
import { useApplication, type AppState } from '../app-state.ts'

interface DebateUnderWay {
  readonly debate: Debate
  /** The document when the debate began. */
  readonly begun: ArgumentGraph
  readonly move: (next: (debate: Debate) => Debate) => void
  /** Another round, of what is open now. The verdicts are still compared with the beginning. */
  readonly restart: () => void
}

/** Begins a debate with the component; another document that is opened meanwhile is debated afresh. */
export function useDebate(): DebateUnderWay {
  const { store } = useApplication()
  const [begun, setBegun] = useState(() => store.getState().editor.graph)
  const [debate, setDebate] = useState<Debate>(() => debateOf(store.getState()))
  useEffect(
    () =>
      store.subscribe(({ editor }, { editor: before }) => {
        if (editor.graph === before.graph) return
        const isOpened = editor.past.length === 0 && editor.future.length === 0
        if (isOpened) setBegun(editor.graph)
        setDebate((now) =>
          isOpened ? debateOf(store.getState()) : followGraph(now, before.graph, editor.graph),
        )
      }),
    [store],
  )
  return {
    debate,
    begun,
    move: setDebate,
    restart: () => setDebate(debateOf(store.getState())),
  }
}

/** A debate of the document, or of the branch that is shown alone. */
function debateOf({ editor: { graph }, focus }: AppState): Debate {
  return beginDebate(graph, focus === undefined ? undefined : elementsBelow(graph, focus))
}
