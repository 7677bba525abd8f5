/** Shown when the page did not survive loading the kept work the last time: start without it, or try again. */
import { useApplication } from '../app-state.ts'
import { AppDialog } from './AppDialog.tsx'

export function RestoreFailed() {
  const application = useApplication()
  return (
    <AppDialog title="Your last map did not open the last time">
      <div className="dialog-body">
        <p>
          The page closed while it was loading the map you worked on. The map is still kept in this browser:
          download it to be safe, then try again or start with another one.
        </p>
      </div>
      <div className="dialog-foot">
        <button type="button" className="button" onClick={() => void application.documents.downloadKept()}>
          Download it
        </button>
        <button
          type="button"
          className="button"
          onClick={() => {
            application.show(undefined)
            void application.documents.restoreKept()
          }}
        >
          Try again
        </button>
        <button type="button" className="button primary" onClick={() => application.show({ name: 'start' })}>
          Start another map
        </button>
      </div>
    </AppDialog>
  )
}
