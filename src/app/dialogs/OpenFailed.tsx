/** Why a file could not be opened as it is, and what would be dropped to open it all the same. The user decides. */
import { explain, type OpenError } from '../../formats/json/open-error.ts'
import { useApplication } from '../app-state.ts'
import { AppDialog } from './AppDialog.tsx'

interface OpenFailedProps {
  readonly fileName: string
  readonly error: OpenError
}

const shown = 100

export function OpenFailed({ fileName, error }: OpenFailedProps) {
  const application = useApplication()
  const repair = 'repair' in error ? error.repair : undefined
  const list = repair?.dropped ?? (error.kind === 'invalid' ? error.problems : [])
  return (
    <AppDialog title={`“${fileName}” cannot be opened as it is`} wide>
      <div className="dialog-body">
        <p>{explain(error)}</p>
        {repair && <p>It can be repaired. Opened that way, this would be dropped or changed:</p>}
        {list.length > 0 && (
          <div
            className="problem-list"
            role="region"
            tabIndex={0}
            aria-label={repair ? 'What would be dropped' : 'What is wrong'}
          >
            <ul>
              {list.slice(0, shown).map((problem, index) => (
                <li key={index}>
                  <code>{problem.place}</code> {problem.message}
                </li>
              ))}
              {list.length > shown && <li>… and {list.length - shown} more</li>}
            </ul>
          </div>
        )}
        <p className="hint">The file itself stays as it is, and the map that is open stays open.</p>
      </div>
      <div className="dialog-foot">
        <button type="button" className="button" onClick={() => application.show(undefined)}>
          Leave it closed
        </button>
        {repair && (
          <button
            type="button"
            className="button primary"
            onClick={() => {
              application.show(undefined)
              application.documents.openRepaired(repair.graph, fileName)
            }}
          >
            Open repaired
          </button>
        )}
      </div>
    </AppDialog>
  )
}
