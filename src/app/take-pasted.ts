/**
 * What becomes of pasted text: on an empty map a whole document is opened, everything else is added to the
 * map. A whole document that was added can be opened instead.
 */
import { pasteText } from '../editor/edits/paste.ts'
import type { Application } from './application.ts'
import type { Pasted } from './browser/clipboard.ts'

/** Takes in what the clipboard held, whichever way it was pasted. */
export function takePasted(application: Application, { json, text }: Pasted): void {
  const pasted = json ?? text
  const { graph } = application.store.getState().editor
  if (Object.keys(graph.nodes).length === 0 && isDocument(pasted)) {
    application.documents.openText(pasted, 'Pasted document')
    return
  }
  const taken = application.dispatch(pasteText(application.context(), pasted))
  if (!taken || !isDocument(text)) return
  application.notify({
    tone: 'info',
    text: 'The pasted map was added to this one.',
    action: {
      label: 'Open it instead',
      run: () => {
        application.undo()
        application.documents.openText(text, 'Pasted document')
      },
    },
  })
}

/** Whether the text means to be a whole document: only then is it read as a file and its faults told. */
function isDocument(text: string): boolean {
  return /^\s*\{[\s\S]*"format"\s*:\s*"counterpoint"/.test(text.slice(0, 2000))
}
