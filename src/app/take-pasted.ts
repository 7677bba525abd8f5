/**
 * What becomes of pasted text: on an empty map a whole document is opened, text of another format is imported
 * like a file, everything else is added to the map. A whole document that was added can be opened instead.
 */
import { pasteText } from '../editor/edits/paste.ts'
import type { Application } from './application.ts'
import type { Pasted } from './browser/clipboard.ts'
import { isOwnDocument } from './own-document.ts'

/** Takes in what the clipboard held, whichever way it was pasted. */
export function takePasted(application: Application, { json, text }: Pasted): void {
  const pasted = json ?? text
  const { graph } = application.store.getState().editor
  if (Object.keys(graph.nodes).length === 0 && isOwnDocument(pasted)) {
    application.documents.openText(pasted, 'Pasted document')
    return
  }
  if (json === undefined && !isOwnDocument(pasted) && mayBeFormat.test(pasted.slice(0, 20_000))) {
    void takeOtherFormat(application, text)
    return
  }
  takeText(application, pasted, text)
}

/** Beginnings and lines of formats that are more than words, asked before what tells them apart is loaded. */
const mayBeFormat =
  /^\uFEFF?\s*(?:[{[<]|===|Discussion Title:|arg\(|p af |statements:)|^[ \t]*(?:\[[^\]\n]+\]|<[^>\n]+>)[ \t]*:/m

/** Text of another format is imported like a file; what is none after all is taken as text. */
async function takeOtherFormat(application: Application, text: string): Promise<void> {
  const { detectFormat } = await import('../formats/detect.ts')
  const format = detectFormat(text)
  if (format === undefined || format === 'outline' || format === 'counterpoint') {
    takeText(application, text, text)
    return
  }
  const { graph } = application.store.getState().editor
  application.documents.importText(text, 'Pasted text', Object.keys(graph.nodes).length > 0)
}

function takeText(application: Application, pasted: string, text: string): void {
  const taken = application.dispatch(pasteText(application.context(), pasted))
  if (!taken || !isOwnDocument(text)) return
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
