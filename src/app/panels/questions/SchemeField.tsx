/**
 * How a step argues: one of the schemes, grouped, with a sentence on each; and what the scheme rests on, premise by
 * premise, with a button for each premise that nobody states. A scheme of another program is shown by its name.
 */
import { useId } from 'react'
import { relationAt, type ElementId, type RelationId } from '../../../model/graph.ts'
import { capitalise, quoteElement } from '../../../model/naming.ts'
import { addMissingPremises, setRole, setScheme } from '../../../editor/edits/scheme.ts'
import { rolesOf } from '../../../reasoning/critical-questions.ts'
import { labelOfScheme, schemeIds, schemeOf, schemes } from '../../../reasoning/schemes.ts'
import { schemeGroups, type Scheme, type SchemeGroup } from '../../../reasoning/schemes/scheme.ts'
import { useApp, useApplication } from '../../app-state.ts'
import { Icon } from '../../icons.tsx'

interface SchemeFieldProps {
  readonly id: ElementId
  readonly scheme: string | undefined
  /** How many answers another scheme would drop. */
  readonly answers: number
}

export function SchemeField({ id, scheme, answers }: SchemeFieldProps) {
  const application = useApplication()
  const field = useId()
  const known = schemeOf(scheme)
  const choose = (next: string | undefined) => {
    if (!application.dispatch(setScheme(application.context(), next, [id])) || answers === 0) return
    application.notify({
      tone: 'info',
      text: `Another scheme asks other questions: ${answers === 1 ? '1 answer was' : `${answers} answers were`} dropped.`,
      action: { label: 'Undo', run: application.undo },
    })
  }
  return (
    <div className="field">
      <label htmlFor={field}>Scheme</label>
      <select
        id={field}
        className="select"
        value={scheme ?? ''}
        aria-describedby={`${field}-hint`}
        onChange={(event) => choose(event.target.value === '' ? undefined : event.target.value)}
      >
        <option value="">None</option>
        {scheme !== undefined && !known && (
          <option value={scheme}>{capitalise(labelOfScheme(scheme))} (from another program)</option>
        )}
        {groupNames.map((group) => (
          <optgroup key={group} label={schemeGroups[group]}>
            {schemeIds
              .filter((each) => schemes[each].group === group)
              .map((each) => (
                <option key={each} value={each}>
                  {capitalise(schemes[each].label)}: {schemes[each].hint}
                </option>
              ))}
          </optgroup>
        ))}
      </select>
      <span className="hint" id={`${field}-hint`}>
        {known
          ? known.hint
          : scheme === undefined
            ? 'Say how it argues, and the questions a critic would ask appear here.'
            : 'This scheme asks no questions here; it is kept as it is.'}
      </span>
    </div>
  )
}

const groupNames = Object.keys(schemeGroups) as readonly SchemeGroup[]

/** What a relation's scheme needs, and which statement says it. */
export function SchemePremises({ id, scheme }: { readonly id: RelationId; readonly scheme: Scheme }) {
  const application = useApplication()
  const graph = useApp((state) => state.editor.graph)
  const roles = rolesOf(graph, id)
  const from = relationAt(graph, id)?.from ?? []
  const names = Object.keys(scheme.premises)
  return (
    <ul className="scheme-premises" aria-label="What the scheme rests on">
      {names.map((name) => {
        const premise = scheme.premises[name]
        const node = roles.get(name)
        if (!premise) return null
        return (
          <li key={name}>
            <span className="premise-label">{capitalise(premise.label)}</span>
            {(node === undefined || names.length > 1) && from.length > 0 ? (
              <select
                className="select quiet-select"
                aria-label={`Which premise says ${premise.label}`}
                value={node ?? ''}
                onChange={(event) =>
                  application.dispatch(setRole(application.context(), id, name, event.target.value))
                }
              >
                {node === undefined && (
                  <option value="" disabled>
                    Nobody states it yet
                  </option>
                )}
                {from.map((each) => (
                  <option key={each} value={each}>
                    {quoteElement(graph, each, 80)}
                  </option>
                ))}
              </select>
            ) : (
              node !== undefined && <span className="premise-words">{quoteElement(graph, node, 80)}</span>
            )}
            {node === undefined && (
              <button
                type="button"
                className="button small add-premise"
                onClick={() => application.dispatch(addMissingPremises(application.context(), id, [name]))}
              >
                <Icon name="Plus" size={14} />
                <span>Add: “{premise.template}”</span>
              </button>
            )}
          </li>
        )
      })}
    </ul>
  )
}
