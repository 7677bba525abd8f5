/** Several elements at once: what can be set for all of them. */
import { nodeKindNames, nodeKinds } from '../../model/kinds.ts'
import { capitalise } from '../../model/naming.ts'
import { inOrder } from '../../model/order.ts'
import { addSection } from '../../editor/edits/document.ts'
import { retype, setSection } from '../../editor/edits/node.ts'
import { useApp, useApplication } from '../app-state.ts'
import { CommandButton } from '../shell/CommandButton.tsx'
import { ChoiceField } from './Field.tsx'

export function SelectionInspector() {
  const application = useApplication()
  const graph = useApp((state) => state.editor.graph)
  const selection = useApp((state) => state.editor.selection)
  const nodes = selection.filter((id) => Object.hasOwn(graph.nodes, id))
  const same = <T,>(values: readonly T[]) => (new Set(values).size === 1 ? values[0] : undefined)
  return (
    <>
      {nodes.length > 0 && (
        <section className="side-body-group" aria-label="For all of them">
          <ChoiceField
            label="Kind"
            value={same(nodes.map((id) => graph.nodes[id]?.kind)) ?? ''}
            options={[
              ['', 'Different kinds'],
              ...nodeKindNames.map((kind) => [kind, capitalise(nodeKinds[kind].label)] as const),
            ]}
            onChange={(kind) =>
              kind !== '' && application.dispatch(retype(application.context(), kind, nodes))
            }
          />
          <ChoiceField
            label="Section"
            value={same(nodes.map((id) => graph.nodes[id]?.section)) ?? ''}
            options={[
              ['', 'In none, or in different ones'],
              ...inOrder(graph.sections).map(
                (id) => [id, graph.sections[id]?.title || 'Untitled section'] as const,
              ),
              ['+new', 'New section…'],
            ]}
            onChange={(section) =>
              application.dispatch(
                section === '+new'
                  ? addSection(application.context(), 'New section', nodes)
                  : setSection(application.context(), section === '' ? undefined : section, nodes),
              )
            }
          />
        </section>
      )}
      <section>
        <h3>Arrange</h3>
        <div className="side-row wrap">
          {['left', 'center', 'right', 'top', 'middle', 'bottom'].map((alignment) => (
            <CommandButton key={alignment} id={`arrange.align.${alignment}`} />
          ))}
        </div>
        <div className="side-row wrap">
          <CommandButton id="arrange.pin" className="button">
            Pin
          </CommandButton>
          <CommandButton id="relation.merge" className="button">
            Link as one reason
          </CommandButton>
          <CommandButton id="edit.delete" className="button">
            Delete
          </CommandButton>
        </div>
      </section>
    </>
  )
}
