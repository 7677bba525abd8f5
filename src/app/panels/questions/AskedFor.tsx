/** Which questions a statement raises or answers, with the way back to where they are asked. */
import { useMemo } from 'react'
import type { ArgumentGraph, ElementId, NodeId } from '../../../model/graph.ts'
import { criteriaOf, questionsOf } from '../../../reasoning/critical-questions.ts'
import { useApp } from '../../app-state.ts'
import { NodeLink } from './NodeLink.tsx'

interface AskedHere {
  readonly on: ElementId
  readonly key: string
  readonly question: string
  readonly state: 'answered' | 'raised'
}

export function AskedFor({ id }: { readonly id: NodeId }) {
  const graph = useApp((state) => state.editor.graph)
  const asked = useMemo(() => askedOf(graph, id), [graph, id])
  if (asked.length === 0) return null
  return (
    <section aria-label="Questions it speaks to">
      <h3>Questions it speaks to</h3>
      <ul className="side-list">
        {asked.map(({ key, on, question, state }) => (
          <li key={key} className="asked-for">
            <p className="fact">
              {state === 'raised' ? 'Raises' : 'Answers'}: {question}
            </p>
            <NodeLink id={on} before="Asked of" />
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Everything that names the node as its answer. Time O(V + E). */
function askedOf(graph: ArgumentGraph, id: NodeId): readonly AskedHere[] {
  const nodes = Object.keys(graph.nodes).filter(
    (on) => graph.nodes[on]?.questions ?? graph.nodes[on]?.criteria,
  )
  const relations = Object.keys(graph.relations).filter((on) => graph.relations[on]?.questions)
  return [...nodes, ...relations].flatMap((on) => {
    const questions = questionsOf(graph, on).map((each) => ({ ...each, key: `question ${on} ${each.id}` }))
    const criteria = criteriaOf(graph, on).map((each) => ({ ...each, key: `criterion ${on} ${each.name}` }))
    return [...questions, ...criteria].flatMap(({ key, question, ...found }) =>
      found.state !== 'open' && found.by === id ? [{ on, key, question, state: found.state }] : [],
    )
  })
}
