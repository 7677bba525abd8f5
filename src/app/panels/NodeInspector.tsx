/** One statement: text, kind, certainty, section, where it comes from, note, tags, and what it is connected to. */
import { useRef } from 'react'
import type { ArgumentNode, NodeId } from '../../model/graph.ts'
import { nodeKindNames, nodeKinds } from '../../model/kinds.ts'
import { capitalise } from '../../model/naming.ts'
import { inOrder } from '../../model/order.ts'
import { relationsInto, relationsOutOf } from '../../model/structure.ts'
import { shortCitation } from '../../formats/citation.ts'
import { addSection } from '../../editor/edits/document.ts'
import {
  addExcerpt,
  changeExcerpt,
  removeExcerpt,
  retype,
  setNote,
  setSection,
  setTags,
} from '../../editor/edits/node.ts'
import { setText } from '../../editor/edits/text.ts'
import { useApp, useApplication } from '../app-state.ts'
import { Icon } from '../icons.tsx'
import { lateCode } from '../shell/late-code.ts'
import { CertaintyField } from './CertaintyField.tsx'
import { ElementLink } from './ElementLink.tsx'
import { ChoiceField, TagsField, TextField, useFieldFocus } from './Field.tsx'

interface NodeInspectorProps {
  readonly id: NodeId
  readonly node: ArgumentNode
}

const useWeighing = lateCode(() => import('./Weighing.tsx'))

export function NodeInspector({ id, node }: NodeInspectorProps) {
  const application = useApplication()
  const graph = useApp((state) => state.editor.graph)
  const edit = application.dispatch
  const context = application.context
  const out = relationsOutOf(graph, id)
  const into = relationsInto(graph, id)
  const weighing = useWeighing()
  return (
    <>
      <section aria-label="Statement">
        <div className="side-body-group">
          <TextField
            label="Text"
            multiline
            value={node.text}
            onChange={(text) => edit(setText(context(), id, text))}
          />
          <div className="field">
            <span className="label">Kind</span>
            <div className="kind-choice" role="group" aria-label="Kind">
              {nodeKindNames.map((kind) => (
                <button
                  key={kind}
                  type="button"
                  className="chip kind-icon"
                  data-kind={kind}
                  aria-pressed={node.kind === kind}
                  title={nodeKinds[kind].hint}
                  onClick={() => edit(retype(context(), kind, [id]))}
                >
                  <Icon name={nodeKinds[kind].icon} size={14} />
                  {capitalise(nodeKinds[kind].label)}
                </button>
              ))}
            </div>
          </div>
          {nodeKinds[node.kind].evaluated && <CertaintyField id={id} kind={node.kind} rating={node.rating} />}
          <ChoiceField
            label="Section"
            value={node.section ?? ''}
            options={[
              ['', 'In no section'],
              ...inOrder(graph.sections).map(
                (each) => [each, graph.sections[each]?.title || 'Untitled section'] as const,
              ),
              ['+new', 'New section…'],
            ]}
            onChange={(section) =>
              section === '+new'
                ? edit(addSection(context(), 'New section', [id]))
                : edit(setSection(context(), section === '' ? undefined : section, [id]))
            }
          />
        </div>
      </section>
      {weighing && <weighing.NodeWeighing id={id} node={node} />}
      <Excerpts id={id} node={node} />
      <section aria-label="Remarks" className="side-body-group">
        <TextField
          label="Note"
          field="note"
          multiline
          value={node.note ?? ''}
          placeholder="A remark that is not part of the argument"
          onChange={(note) => edit(setNote(context(), id, note))}
        />
        <TagsField value={node.tags ?? []} onChange={(tags) => edit(setTags(context(), id, tags))} />
      </section>
      {out.length > 0 && (
        <section>
          <h3>What it bears on</h3>
          <ul className="side-list">
            {out.map((relation) => (
              <ElementLink key={relation} id={relation} show="target" />
            ))}
          </ul>
        </section>
      )}
      {into.length > 0 && (
        <section>
          <h3>What bears on it</h3>
          <ul className="side-list">
            {into.map((relation) => (
              <ElementLink key={relation} id={relation} show="premises" />
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

function Excerpts({ id, node }: NodeInspectorProps) {
  const application = useApplication()
  const sources = useApp((state) => state.editor.graph.sources)
  const edit = application.dispatch
  const context = application.context
  const ids = Object.keys(sources)
  const add = useRef<HTMLButtonElement>(null)
  useFieldFocus(add, 'source')
  return (
    <section aria-label="Source">
      <h3>Where it comes from</h3>
      {(node.excerpts ?? []).map((excerpt, index) => (
        <div key={index} className="side-body-group excerpt">
          <ChoiceField
            label="Source"
            value={excerpt.source}
            options={ids.map((each) => [each, sources[each] ? shortCitation(sources[each]) : each] as const)}
            onChange={(source) => edit(changeExcerpt(context(), id, index, { source }))}
          />
          <TextField
            label="Place"
            value={excerpt.locator ?? ''}
            placeholder="3 ¶2, p. 14"
            onChange={(locator) => edit(changeExcerpt(context(), id, index, { locator }))}
          />
          <TextField
            label="Words of the source"
            multiline
            value={excerpt.quote ?? ''}
            onChange={(quote) => edit(changeExcerpt(context(), id, index, { quote }))}
          />
          <button
            type="button"
            className="button quiet"
            onClick={() => edit(removeExcerpt(context(), id, index))}
          >
            <Icon name="Trash2" />
            Remove this place
          </button>
        </div>
      ))}
      {(node.excerpts ?? []).length === 0 && (
        <p className="fact">It is the mapper’s own: it names no place in a source.</p>
      )}
      <button
        ref={add}
        type="button"
        className="button"
        onClick={() => {
          const [first] = ids
          if (first === undefined) {
            application.select([])
            application.notify({
              tone: 'info',
              text: 'Add a source to the document first, here in the inspector.',
            })
          } else edit(addExcerpt(context(), id, { source: first }))
        }}
      >
        <Icon name="BookOpen" />
        Add a place in a source
      </button>
    </section>
  )
}
