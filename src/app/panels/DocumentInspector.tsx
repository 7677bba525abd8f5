/** The document itself: what it is about, its sections in order, and its sources. */
import { useState } from 'react'
import {
  directionNames,
  directions,
  nodeKindNames,
  nodeKinds,
  type Direction,
  type NodeKind,
} from '../../model/kinds.ts'
import { inOrder } from '../../model/order.ts'
import { shortCitation } from '../../formats/citation.ts'
import { setDirection, toggleSections } from '../../editor/edits/arrange.ts'
import {
  addSection,
  moveSection,
  removeSection,
  renameSection,
  setDescription,
  setTitle,
} from '../../editor/edits/document.ts'
import { isFolded } from '../../editor/edits/fold.ts'
import { addSource, sourceIdFor } from '../../editor/edits/sources.ts'
import { useApp, useApplication } from '../app-state.ts'
import { foldSection } from '../canvas/fold-section.ts'
import { Icon } from '../icons.tsx'
import { CommandButton } from '../shell/CommandButton.tsx'
import { ChoiceField, TextField } from './Field.tsx'
import { RatingNumbers } from './RatingNumbers.tsx'
import { SourceEditor } from './SourceEditor.tsx'

export function DocumentInspector() {
  const application = useApplication()
  const graph = useApp((state) => state.editor.graph)
  const edit = application.dispatch
  const numbers = new Map<NodeKind, number>()
  for (const { kind } of Object.values(graph.nodes)) numbers.set(kind, (numbers.get(kind) ?? 0) + 1)
  const counts = nodeKindNames.flatMap((kind) => {
    const count = numbers.get(kind) ?? 0
    return count === 0 ? [] : [`${count} ${count === 1 ? nodeKinds[kind].label : nodeKinds[kind].plural}`]
  })
  return (
    <>
      <section className="side-body-group" aria-label="Document">
        <TextField label="Title" value={graph.title} onChange={(title) => edit(setTitle(title))} />
        <TextField
          label="What this map is"
          multiline
          value={graph.description ?? ''}
          onChange={(description) => edit(setDescription(description))}
        />
        <p className="fact">{counts.length === 0 ? 'No statements yet.' : `${counts.join(', ')}.`}</p>
      </section>
      <section className="side-body-group" aria-label="Layout">
        <ChoiceField<Direction>
          label="Direction"
          value={graph.layout?.direction ?? 'down'}
          options={directionNames.map((each) => [each, directions[each].label] as const)}
          onChange={(direction) => direction !== '' && edit(setDirection(direction))}
        />
        <label className="switch-row">
          <input
            type="checkbox"
            checked={graph.layout?.sections ?? false}
            onChange={() => edit(toggleSections(application.context()))}
          />
          Show sections as areas
        </label>
      </section>
      <Sections />
      <Sources />
      <RatingNumbers />
    </>
  )
}

function Sections() {
  const application = useApplication()
  const graph = useApp((state) => state.editor.graph)
  const edit = application.dispatch
  const context = application.context
  const ids = inOrder(graph.sections)
  return (
    <section aria-label="Sections">
      <h3>Sections</h3>
      <ul className="side-list">
        {ids.map((id, index) => {
          const title = graph.sections[id]?.title ?? ''
          return (
            <li key={id} className="side-row">
              <input
                className="input"
                aria-label={`Title of section ${index + 1}`}
                value={title}
                onChange={(event) => edit(renameSection(context(), id, event.target.value))}
              />
              <button
                type="button"
                className="icon-button"
                aria-label={`Fold ${title}`}
                aria-pressed={isFolded(graph, id)}
                title={
                  isFolded(graph, id) ? 'Unfold this section on the map' : 'Fold this section into a box'
                }
                onClick={() => foldSection(application, id)}
              >
                <Icon name={isFolded(graph, id) ? 'UnfoldVertical' : 'FoldVertical'} />
              </button>
              <button
                type="button"
                className="icon-button"
                aria-label={`Move ${title} up`}
                disabled={index === 0}
                onClick={() => edit(moveSection(context(), id, -1))}
              >
                <Icon name="ArrowUp" />
              </button>
              <button
                type="button"
                className="icon-button"
                aria-label={`Remove section ${title}`}
                onClick={() => edit(removeSection(context(), id))}
              >
                <Icon name="Trash2" />
              </button>
            </li>
          )
        })}
      </ul>
      <button type="button" className="button" onClick={() => edit(addSection(context(), 'New section'))}>
        <Icon name="Plus" />
        Add section
      </button>
    </section>
  )
}

function Sources() {
  const application = useApplication()
  const graph = useApp((state) => state.editor.graph)
  const [open, setOpen] = useState<string | undefined>(undefined)
  return (
    <section aria-label="Sources">
      <h3>Sources</h3>
      <ul className="side-list">
        {Object.entries(graph.sources).map(([id, source]) => (
          <li key={id}>
            <button
              type="button"
              className="element-link"
              aria-expanded={open === id}
              onClick={() => setOpen(open === id ? undefined : id)}
            >
              <Icon name="BookOpen" />
              <span>{shortCitation(source)}</span>
            </button>
            {open === id && <SourceEditor id={id} source={source} />}
          </li>
        ))}
      </ul>
      <div className="side-row wrap">
        <button
          type="button"
          className="button"
          onClick={() => {
            const id = sourceIdFor(graph, 'source')
            if (
              application.dispatch(
                addSource(application.context(), id, { type: 'report', title: 'New source' }),
              )
            ) {
              setOpen(id)
            }
          }}
        >
          <Icon name="Plus" />
          Add source
        </button>
        <CommandButton id="file.import-sources" className="button">
          Import…
        </CommandButton>
      </div>
    </section>
  )
}
