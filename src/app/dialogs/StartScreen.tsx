/** The start screen over an open map: where another one can begin. */
import { StartChoices } from '../shell/StartChoices.tsx'
import { AppDialog } from './AppDialog.tsx'

export function StartScreen() {
  return (
    <AppDialog title="Start a map" wide>
      <div className="dialog-body">
        <StartChoices />
      </div>
    </AppDialog>
  )
}
