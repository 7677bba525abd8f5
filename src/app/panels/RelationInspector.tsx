/** One relation: what it joins, whether it supports or attacks, how directly, and why the step is allowed. */
import type { Relation, RelationId } from '../../model/graph.ts'
import { legalKinds } from '../../model/connections.ts'
import { relationKindNames, relationKinds, weightNames, weights, type Weight } from '../../model/kinds.ts'
import { capitalise, quoteElement } from '../../model/naming.ts'
import { relationsInto } from '../../model/structure.ts'
import { removePremise } from '../../editor/edits/connect.ts'
import { setNote } from '../../editor/edits/node.ts'
import { setRelationKind, setWarrant, setWeight } from '../../editor/edits/relation.ts'
import { useApp, useApplication } from '../app-state.ts'
import { CommandButton } from '../shell/CommandButton.tsx'
import { Icon } from '../icons.tsx'
import { lateCode } from '../shell/late-code.ts'
import { ElementLink } from './ElementLink.tsx'
import { ChoiceField, TextField } from './Field.tsx'

interface RelationInspectorProps {
  readonly id: RelationId
  readonly relation: Relation
}

const useWeighing = lateCode(() => import('./Weighing.tsx'))

export function RelationInspector({ id, relation }: RelationInspectorProps) {
  const application = useApplication()
  const graph = useApp((state) => state.editor.graph)
  const edit = application.dispatch
  const context = application.context
  const [premise] = relation.from
  const legal = premise === undefined ? [] : legalKinds(graph, premise, relation.to)
  const onIt = relationsInto(graph, id)
  const weighing = useWeighing()
  return (
    <>
      <section className="side-body-group" aria-label="Relation">
        <div className="field">
          <span className="label">Premises{relation.from.length > 1 ? ' (all needed together)' : ''}</span>
          <ul className="side-list">
            {relation.from.map((each) => (
              <li key={each} className="side-row">
                <button type="button" className="element-link" onClick={() => application.select([each])}>
                  {quoteElement(graph, each, 90)}
                </button>
                {relation.from.length > 1 && (
                  <button
                    type="button"
                    className="icon-button"
                    aria-label={`Take out ${quoteElement(graph, each, 40)}`}
                    onClick={() => edit(removePremise(context(), id, each))}
                  >
                    <Icon name="Unlink" />
                  </button>
                )}
              </li>
            ))}
          </ul>
          <div className="side-row wrap">
            <CommandButton id="relation.add-premise">Add premise…</CommandButton>
            {relation.from.length > 1 && <CommandButton id="relation.split">Split</CommandButton>}
          </div>
        </div>
        <ChoiceField
          label="What it does"
          value={relation.kind}
          options={relationKindNames
            .filter((kind) => kind === relation.kind || legal.includes(kind))
            .map(
              (kind) =>
                [kind, `${capitalise(relationKinds[kind].label)}: ${relationKinds[kind].hint}`] as const,
            )}
          onChange={(kind) => kind !== '' && edit(setRelationKind(context(), kind, [id]))}
        />
        <div className="field">
          <span className="label">Target</span>
          <button type="button" className="element-link" onClick={() => application.select([relation.to])}>
            {quoteElement(graph, relation.to, 90)}
          </button>
          <div className="side-row wrap">
            <CommandButton id="relation.change-target">Change…</CommandButton>
            <CommandButton id="relation.reverse">Reverse</CommandButton>
          </div>
        </div>
        {relationKinds[relation.kind].evaluated && (
          <ChoiceField<Weight>
            label="Weight"
            value={relation.weight ?? 'strong'}
            options={weightNames.map(
              (each) => [each, `${capitalise(weights[each].label)}: ${weights[each].hint}`] as const,
            )}
            onChange={(weight) => weight !== '' && edit(setWeight(context(), weight, [id]))}
          />
        )}
      </section>
      {weighing && <weighing.RelationWeighing id={id} relation={relation} />}
      <section className="side-body-group" aria-label="Reasons for the step">
        <TextField
          label="Warrant"
          field="warrant"
          multiline
          value={relation.warrant ?? ''}
          placeholder="Why do the premises bear on the target?"
          onChange={(warrant) => edit(setWarrant(context(), id, warrant))}
        />
        <TextField
          label="Note"
          field="note"
          multiline
          value={relation.note ?? ''}
          onChange={(note) => edit(setNote(context(), id, note))}
        />
      </section>
      <section>
        <h3>What bears on this step</h3>
        {onIt.length === 0 ? (
          <p className="fact">
            Nothing yet. A counterpoint here questions the step, not what it starts from.
          </p>
        ) : (
          <ul className="side-list">
            {onIt.map((each) => (
              <ElementLink key={each} id={each} show="premises" />
            ))}
          </ul>
        )}
        <div className="side-row wrap">
          <CommandButton id="add.counterpoint" className="button">
            Counterpoint
          </CommandButton>
          <CommandButton id="add.child" className="button">
            Backing
          </CommandButton>
        </div>
      </section>
    </>
  )
}
