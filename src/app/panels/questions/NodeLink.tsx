/** A statement or step that an answer rests on, as a button that goes there. */
import { nodeAt, relationAt, type ElementId } from '../../../model/graph.ts'
import { nodeKinds, relationKinds } from '../../../model/kinds.ts'
import { quoteElement } from '../../../model/naming.ts'
import { revealing } from '../../../editor/search.ts'
import { useApp, useApplication } from '../../app-state.ts'
import { Icon } from '../../icons.tsx'

interface NodeLinkProps {
  readonly id: ElementId
  /** Words before the statement: "Raised by". */
  readonly before?: string
}

export function NodeLink({ id, before }: NodeLinkProps) {
  const application = useApplication()
  const graph = useApp((state) => state.editor.graph)
  const node = nodeAt(graph, id)
  const relation = relationAt(graph, id)
  return (
    <button type="button" className="element-link" onClick={() => application.dispatch(revealing(graph, id))}>
      {node ? (
        <span className="kind-icon" data-kind={node.kind}>
          <Icon name={nodeKinds[node.kind].icon} />
        </span>
      ) : (
        <span className="sign" data-kind={relation?.kind} aria-hidden="true">
          {relation && relationKinds[relation.kind].sign}
        </span>
      )}
      <span>
        {before !== undefined && <span className="verb">{before} </span>}
        {quoteElement(graph, id, 120)}
      </span>
    </button>
  )
}
