/** Keys and clipboard events of the whole window. In text fields every key belongs to the text. */
import { Refusal } from '../model/refusal.ts'
import { clipFrom } from '../editor/edits/fragment.ts'
import type { Application } from './application.ts'
import { explainClipboardError, fillTransfer, readPaste } from './browser/clipboard.ts'
import { commandForKey, isTextField } from './keys.ts'
import { takePasted } from './take-pasted.ts'

/** Saving and opening are meant for the document wherever the caret is; no text field uses these keys. */
const everywhere = new Set([
  'file.save',
  'file.save-as',
  'file.open',
  'file.new',
  'view.palette',
  'view.search',
])

export function listenToKeys(application: Application): void {
  addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.isComposing) return
    const { dialog } = application.store.getState()
    const command = commandForKey(event, 'anywhere', true)
    if (!command || (dialog !== undefined && command.id !== 'view.palette')) return
    if (isTextField(event.target) && !everywhere.has(command.id)) return
    // Copy, cut and paste come as clipboard events, which need no permission.
    if (clipboardCommands.has(command.id)) return
    event.preventDefault()
    application.run(command.id)
  })
}

export const clipboardCommands = new Set(['edit.copy', 'edit.cut', 'edit.paste'])

export function listenToClipboard(application: Application): void {
  const onMap = (event: ClipboardEvent) =>
    !isTextField(event.target) &&
    application.store.getState().dialog === undefined &&
    (document.getSelection()?.isCollapsed ?? true)
  const copy = (event: ClipboardEvent, cut: boolean) => {
    if (!onMap(event) || !event.clipboardData) return
    const clip = clipFrom(application.context())
    if (clip instanceof Refusal) return
    event.preventDefault()
    fillTransfer(event.clipboardData, clip)
    if (cut) application.run('edit.delete')
    application.announce(cut ? 'Cut' : 'Copied')
  }
  addEventListener('copy', (event) => copy(event, false))
  addEventListener('cut', (event) => copy(event, true))
  addEventListener('paste', (event) => {
    if (!onMap(event) || !event.clipboardData) return
    if (event.clipboardData.files.length > 0) {
      event.preventDefault()
      void application.documents.openDropped(event.clipboardData)
      return
    }
    const pasted = readPaste(event.clipboardData)
    if (!pasted) return
    event.preventDefault()
    if (pasted.ok) {
      takePasted(application, pasted.value)
    } else {
      const mainKey = application.browser.platform === 'mac' ? '⌘' : 'Ctrl'
      application.notify({ tone: 'error', text: explainClipboardError(pasted.error, mainKey) })
    }
  })
}
