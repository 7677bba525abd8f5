/** The one dialog that is open. Loaded when the first one is. */
import type { DialogState } from '../app-state.ts'
import { ConfirmDiscard } from './ConfirmDiscard.tsx'
import { ConnectTo } from './ConnectTo.tsx'
import { ExportDialog } from './export/ExportDialog.tsx'
import { ImportDialog } from './ImportDialog.tsx'
import { Legend } from './Legend.tsx'
import { OpenFailed } from './OpenFailed.tsx'
import { Palette } from './Palette.tsx'
import { PickStatement } from './PickStatement.tsx'
import { RestoreFailed } from './RestoreFailed.tsx'
import { ShareDialog } from './ShareDialog.tsx'
import { Shortcuts } from './Shortcuts.tsx'
import { StartScreen } from './StartScreen.tsx'

export function Dialogs({ dialog }: { readonly dialog: DialogState }) {
  switch (dialog.name) {
    case 'start':
      return <StartScreen />
    case 'palette':
      return <Palette />
    case 'shortcuts':
      return <Shortcuts />
    case 'legend':
      return <Legend />
    case 'connect':
      return <ConnectTo purpose={dialog.purpose} />
    case 'pick-statement':
      return <PickStatement request={dialog.request} />
    case 'export':
      return <ExportDialog purpose={dialog.purpose} />
    case 'share':
      return <ShareDialog />
    case 'import':
      return <ImportDialog fileName={dialog.fileName} found={dialog.found} toAdd={dialog.toAdd} />
    case 'open-error':
      return <OpenFailed fileName={dialog.fileName} error={dialog.error} />
    case 'discard':
      return <ConfirmDiscard proceed={dialog.proceed} />
    case 'restore-failed':
      return <RestoreFailed />
  }
}
