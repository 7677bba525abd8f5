/** A relation in a list, as a button that selects it; with the words of its target or its premises. */
import { relationAt, type RelationId } from '../../model/graph.ts'
import { relationKinds } from '../../model/kinds.ts'
import { quoteElement } from '../../model/naming.ts'
import { useApp, useApplication } from '../app-state.ts'

interface ElementLinkProps {
  readonly id: RelationId
  readonly show: 'target' | 'premises'
}

export function ElementLink({ id, show }: ElementLinkProps) {
  const application = useApplication()
  const graph = useApp((state) => state.editor.graph)
  const relation = relationAt(graph, id)
  if (!relation) return null
  const words =
    show === 'target'
      ? quoteElement(graph, relation.to, 90)
      : relation.from.map((premise) => quoteElement(graph, premise, 90)).join(' with ')
  return (
    <li>
      <button type="button" className="element-link" onClick={() => application.select([id])}>
        <span className="sign" data-kind={relation.kind} aria-hidden="true">
          {relationKinds[relation.kind].sign}
        </span>
        <span>
          <span className="verb">{relationKinds[relation.kind].label}</span> {words}
        </span>
      </button>
    </li>
  )
}
