/**
 * What was read from a file of another format: how much, what had to be decided, and what can be decided by
 * nobody else. The user chooses between a map of its own and the open one.
 */
import { useState } from 'react'
import { countOfElements } from '../../model/naming.ts'
import type { Found } from '../app-state.ts'
import { useApplication } from '../app-state.ts'
import { SwitchField } from '../panels/Field.tsx'
import { AppDialog } from './AppDialog.tsx'

interface ImportDialogProps {
  readonly fileName: string
  readonly found: Found
  /** Whether it was asked for to add to the open map. */
  readonly toAdd: boolean
}

/** Notes listed; a file that gives more has one cause for many. */
const shown = 200

export function ImportDialog({ fileName, found, toAdd }: ImportDialogProps) {
  const application = useApplication()
  const [taken, setTaken] = useState<readonly string[]>([])
  const [busy, setBusy] = useState(false)
  const { graph, notes, offers, format } = found
  const elements = [...Object.keys(graph.nodes), ...Object.keys(graph.relations)]
  const finish = (adds: boolean) => () => {
    setBusy(true)
    void application.documents.takeFound(found, taken, adds).then((done) => {
      if (!done) setBusy(false)
    })
  }
  const add = (
    <button
      type="button"
      className={toAdd ? 'button primary' : 'button'}
      disabled={busy}
      onClick={finish(true)}
    >
      Add to this map
    </button>
  )
  const open = (
    <button
      type="button"
      className={toAdd ? 'button' : 'button primary'}
      disabled={busy}
      onClick={finish(false)}
    >
      Open as a map of its own
    </button>
  )
  return (
    <AppDialog title={`“${fileName}”`} wide>
      <div className="dialog-body">
        <p>
          Read as {format}: {elements.length === 0 ? 'no statements' : countOfElements(graph, elements)}.
        </p>
        {offers.length > 0 && (
          <fieldset className="export-switches">
            <legend>For you to decide</legend>
            {offers.map((offer) => (
              <SwitchField
                key={offer.id}
                label={offer.label}
                hint={offer.explanation}
                on={taken.includes(offer.id)}
                onChange={(on) => setTaken(on ? [...taken, offer.id] : taken.filter((id) => id !== offer.id))}
              />
            ))}
          </fieldset>
        )}
        {notes.length > 0 && (
          <>
            <p className="import-notes-head">
              {notes.length === 1 ? 'One thing to know:' : `${notes.length} things to know:`}
            </p>
            <div className="problem-list" role="region" tabIndex={0} aria-label="Notes on reading">
              <ul>
                {notes.slice(0, shown).map(({ place, message }, index) => (
                  <li key={index}>
                    {place !== undefined && <code>{place}</code>} {message}
                  </li>
                ))}
                {notes.length > shown && <li>… and {notes.length - shown} more</li>}
              </ul>
            </div>
          </>
        )}
      </div>
      <div className="dialog-foot">
        <button type="button" className="button" onClick={() => application.show(undefined)}>
          Cancel
        </button>
        {toAdd ? [open, add] : [add, open]}
      </div>
    </AppDialog>
  )
}
