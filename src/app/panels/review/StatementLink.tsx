/**
 * A statement or relation named in running text or in a list, as a button that selects it on the map and brings
 * it into view, opening collapsed branches on the way. The focus stays where it is, so that one can read on.
 */
import { nodeAt, relationAt, type ElementId } from '../../../model/graph.ts'
import { nodeKinds, relationKinds } from '../../../model/kinds.ts'
import { nameOfElement, quoteElement, shorten } from '../../../model/naming.ts'
import { revealing } from '../../../editor/search.ts'
import { useApp, useApplication } from '../../app-state.ts'
import { Icon } from '../../icons.tsx'

interface StatementLinkProps {
  readonly id: ElementId
  /** Characters shown at most; the whole text is the button's tip. */
  readonly length?: number
}

interface InlineLinkProps extends StatementLinkProps {
  /** What it is called in the sentence it stands in; its own words, cut to `length`, unless given. */
  readonly words?: string
}

/** Selects an element and brings it into view. */
export function useShowOnMap(): (id: ElementId) => void {
  const application = useApplication()
  return (id) => application.dispatch(revealing(application.context().state.graph, id))
}

/** An element's words in running text, where a button could not be broken over lines: “Freight times fell.” */
export function InlineLink({ id, length = 90, words }: InlineLinkProps) {
  const graph = useApp((state) => state.editor.graph)
  const show = useShowOnMap()
  const name = nameOfElement(graph, id)
  return (
    <a
      href={`#${id}`}
      className="inline-link"
      data-tip={name}
      onClick={(event) => {
        event.preventDefault()
        show(id)
      }}
    >
      {words ?? quoteElement(graph, id, length)}
    </a>
  )
}

/** An element as a line of its own: the icon of its kind, then its words, without quotation marks. */
export function StatementLink({ id, length = 200 }: StatementLinkProps) {
  const graph = useApp((state) => state.editor.graph)
  const show = useShowOnMap()
  const node = nodeAt(graph, id)
  const relation = relationAt(graph, id)
  return (
    <button type="button" className="statement-link" onClick={() => show(id)}>
      {node ? (
        <span className="kind-icon" data-kind={node.kind}>
          <Icon name={nodeKinds[node.kind].icon} />
        </span>
      ) : (
        relation && (
          <span className="sign" data-kind={relation.kind} aria-hidden="true">
            {relationKinds[relation.kind].sign}
          </span>
        )
      )}
      <span>{node ? shorten(node.text, length) || 'no text yet' : quoteElement(graph, id, length)}</span>
    </button>
  )
}
