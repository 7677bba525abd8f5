/** Asked before another document takes the place of one with changes that are in no file. */
import { useApplication } from '../app-state.ts'
import { AppDialog } from './AppDialog.tsx'

export function ConfirmDiscard({ proceed }: { readonly proceed: () => void }) {
  const application = useApplication()
  const title = application.store.getState().editor.graph.title || 'Untitled argument'
  return (
    <AppDialog title={`Save “${title}” first?`}>
      <div className="dialog-body">
        <p>It has changes that are in no file yet. Opening another document takes its place.</p>
      </div>
      <div className="dialog-foot">
        <button type="button" className="button" onClick={() => application.show(undefined)}>
          Cancel
        </button>
        <button
          type="button"
          className="button danger"
          onClick={() => {
            application.show(undefined)
            proceed()
          }}
        >
          Discard changes
        </button>
        <button
          type="button"
          className="button primary"
          onClick={() => {
            application.show(undefined)
            void application.documents.save().then((saved) => {
              if (saved) proceed()
            })
          }}
        >
          Save
        </button>
      </div>
    </AppDialog>
  )
}
