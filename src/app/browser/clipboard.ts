/**
 * Copying and pasting through the system's clipboard. A clip goes out three ways at once: as text for other
 * programs, as the browser's own custom type where there is one, and inside HTML, so that it survives
 * between windows and browsers. What comes in is text from strangers: the caller validates it. A browser
 * that denies the clipboard gives a typed error whose sentence names the keys that work instead.
 */
import type { Result } from '../../model/result.ts'
import { jsonFromHtml, toHtml, type Clip } from './clip-html.ts'
import { maxFileBytes } from './file-error.ts'

/** What was found on the clipboard: a clip of ours, or only text. */
export interface Pasted {
  readonly json: string | undefined
  readonly text: string
}

export type ClipboardError =
  /** The user or the browser did not allow it, or the browser has no such function. */
  | { readonly kind: 'denied'; readonly to: 'read' | 'write' }
  | { readonly kind: 'tooLarge' }
  /** Anything else; `detail` is what the browser said. */
  | { readonly kind: 'failed'; readonly to: 'read' | 'write'; readonly detail: string }

/** The sentence for the user: what happened, and a way out. `mainKey` is "Ctrl" or "⌘". */
export function explainClipboardError(error: ClipboardError, mainKey: string): string {
  switch (error.kind) {
    case 'denied':
      return error.to === 'read'
        ? `The browser does not let a menu read the clipboard. Press ${mainKey}+V instead.`
        : `The browser does not let a menu write to the clipboard. Press ${mainKey}+C instead.`
    case 'tooLarge':
      return 'What is on the clipboard is larger than any file that can be opened. Copy less of it.'
    case 'failed':
      return error.to === 'read'
        ? `The clipboard could not be read (${error.detail}). Press ${mainKey}+V instead, or open a file.`
        : `Nothing was copied (${error.detail}). Try again, or select less.`
  }
}

/** The clipboard as the browser gives it to this page; each part is absent where there is none. */
export interface ClipboardHost {
  readonly clipboard?: Partial<Pick<Clipboard, 'read' | 'readText' | 'write'>> | undefined
  readonly makeItem?: ((data: Record<string, Blob | Promise<Blob>>) => ClipboardItem) | undefined
  readonly supports?: ((type: string) => boolean) | undefined
  /** Makes the browser copy, letting `fill` say what; whether it did. Older than the rest, and everywhere. */
  readonly copyNow?: ((fill: (transfer: TransferOut) => void) => boolean) | undefined
}

type TransferOut = Pick<DataTransfer, 'setData'>
type TransferIn = Pick<DataTransfer, 'getData'>

const customType = 'web application/x-counterpoint+json'

/** The clipboard of this window. */
export function browserClipboard(window: Window & typeof globalThis): ClipboardHost {
  // Absent in pages without a secure origin, and ClipboardItem in older browsers, whatever the types say.
  const clipboard = window.navigator.clipboard as Clipboard | undefined
  const Item = window.ClipboardItem as typeof ClipboardItem | undefined
  return {
    clipboard,
    makeItem: Item && ((data) => new Item(data)),
    supports: Item?.supports?.bind(Item),
    copyNow: (fill) => copyNow(window.document, fill),
  }
}

/** Puts a clip on the clipboard. Call it in the user's gesture. */
export async function writeClip(host: ClipboardHost, clip: Clip): Promise<Result<void, ClipboardError>> {
  const { clipboard, makeItem, supports, copyNow: copy } = host
  try {
    if (clipboard?.write && makeItem) {
      const parts: Record<string, Blob> = {
        'text/plain': new Blob([clip.text], { type: 'text/plain' }),
        'text/html': new Blob([toHtml(clip)], { type: 'text/html' }),
      }
      if (supports?.(customType)) parts[customType] = new Blob([clip.json], { type: customType })
      await clipboard.write([makeItem(parts)])
      return { ok: true, value: undefined }
    }
    if (copy?.((transfer) => fillTransfer(transfer, clip))) return { ok: true, value: undefined }
    return { ok: false, error: { kind: 'denied', to: 'write' } }
  } catch (thrown) {
    return { ok: false, error: toClipboardError(thrown, 'write') }
  }
}

/**
 * Puts what other programs read on the clipboard, under one media type. The content may still be in the making:
 * call it in the user's gesture, which does not outlast the work.
 */
export async function writeContent(
  host: ClipboardHost,
  mediaType: string,
  content: Promise<Blob>,
): Promise<Result<void, ClipboardError>> {
  const { clipboard, makeItem } = host
  try {
    if (!clipboard?.write || !makeItem) {
      // Nobody waits for it any more, whatever becomes of it.
      content.catch(() => undefined)
      return { ok: false, error: { kind: 'denied', to: 'write' } }
    }
    await clipboard.write([makeItem({ [mediaType]: content })])
    return { ok: true, value: undefined }
  } catch (thrown) {
    return { ok: false, error: toClipboardError(thrown, 'write') }
  }
}

/** Puts a clip into the data of a copy or cut event; its default must be prevented too. */
export function fillTransfer(transfer: TransferOut, clip: Clip): void {
  transfer.setData('text/plain', clip.text)
  transfer.setData('text/html', toHtml(clip))
}

/** What a paste event or a drop brings; undefined when it holds no text. Needs no permission. */
export function readPaste(transfer: TransferIn): Result<Pasted, ClipboardError> | undefined {
  return toPasted(jsonFromHtml(transfer.getData('text/html')), transfer.getData('text/plain'))
}

/** Reads the clipboard for a menu command; undefined when it holds no text. The browser may ask the user. */
export async function readClipboard(
  host: ClipboardHost,
): Promise<Result<Pasted, ClipboardError> | undefined> {
  const { clipboard } = host
  try {
    if (clipboard?.read) {
      const items = await clipboard.read()
      const custom = await textOf(items, customType)
      const html = custom === '' ? await textOf(items, 'text/html') : ''
      return toPasted(custom || jsonFromHtml(html), await textOf(items, 'text/plain'))
    }
    if (clipboard?.readText) return toPasted(undefined, await clipboard.readText())
    return { ok: false, error: { kind: 'denied', to: 'read' } }
  } catch (thrown) {
    return { ok: false, error: toClipboardError(thrown, 'read') }
  }
}

async function textOf(items: ClipboardItems, type: string): Promise<string> {
  const item = items.find((each) => each.types.includes(type))
  return item ? (await item.getType(type)).text() : ''
}

function toPasted(json: string | undefined, text: string): Result<Pasted, ClipboardError> | undefined {
  if (json === undefined && text === '') return undefined
  if (Math.max(json?.length ?? 0, text.length) > maxFileBytes)
    return { ok: false, error: { kind: 'tooLarge' } }
  return { ok: true, value: { json, text } }
}

function toClipboardError(thrown: unknown, to: 'read' | 'write'): ClipboardError {
  const { name, message } = thrown instanceof Error ? thrown : { name: '', message: String(thrown) }
  return name === 'NotAllowedError' || name === 'SecurityError'
    ? { kind: 'denied', to }
    : { kind: 'failed', to, detail: message || name }
}

function copyNow(document: Document, fill: (transfer: TransferOut) => void): boolean {
  let isFilled = false
  const onCopy = (event: ClipboardEvent) => {
    if (!event.clipboardData) return
    // Before anybody else sees it: this is not the user copying what is selected.
    event.stopImmediatePropagation()
    event.preventDefault()
    fill(event.clipboardData)
    isFilled = true
  }
  document.addEventListener('copy', onCopy, { capture: true })
  // Deprecated and without a successor where the asynchronous clipboard is missing.
  document.execCommand('copy')
  document.removeEventListener('copy', onCopy, { capture: true })
  return isFilled
}
