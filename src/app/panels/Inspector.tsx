/** Everything about what is selected: a statement, a relation, several elements, or else the document. */
import { nodeAt, relationAt } from '../../model/graph.ts'
import { capitalise, countOfElements } from '../../model/naming.ts'
import { nodeKinds, relationKinds } from '../../model/kinds.ts'
import { useApp } from '../app-state.ts'
import { CommandButton } from '../shell/CommandButton.tsx'
import { DocumentInspector } from './DocumentInspector.tsx'
import { NodeInspector } from './NodeInspector.tsx'
import { RelationInspector } from './RelationInspector.tsx'
import { SelectionInspector } from './SelectionInspector.tsx'

export function Inspector() {
  const graph = useApp((state) => state.editor.graph)
  const selection = useApp((state) => state.editor.selection)
  const [id] = selection
  const node = id === undefined ? undefined : nodeAt(graph, id)
  const relation = id === undefined ? undefined : relationAt(graph, id)
  const title =
    selection.length > 1
      ? capitalise(countOfElements(graph, selection))
      : node
        ? capitalise(nodeKinds[node.kind].label)
        : relation
          ? `Relation: ${relationKinds[relation.kind].label}`
          : 'Document'
  return (
    <>
      <div className="side-head">
        <h2>{title}</h2>
        <CommandButton id="view.inspector" icon="X" label="Close the inspector" />
      </div>
      {/* What is selected next is seen from its beginning. */}
      <div key={selection.length > 1 ? 'several' : (id ?? '')} className="side-body" tabIndex={-1}>
        {selection.length > 1 ? (
          <SelectionInspector />
        ) : id !== undefined && node ? (
          <NodeInspector key={id} id={id} node={node} />
        ) : id !== undefined && relation ? (
          <RelationInspector key={id} id={id} relation={relation} />
        ) : (
          <DocumentInspector />
        )}
      </div>
    </>
  )
}
