/**
 * Files of other formats coming in and exports going out, with this browser: the picker or the clipboard
 * first, while the user's gesture counts, the work in the conversion worker meanwhile, and every loss said.
 */
import { nodeAt, type ArgumentGraph, type ElementId } from '../model/graph.ts'
import type { CopyForm, CopyPart } from '../editor/command.ts'
import { explainLosses } from '../formats/conversion.ts'
import { usualPicture, type PicturePart } from '../formats/drawing/picture.ts'
import type { Exported, ExportedFile, ExportRequest, PrintedPages } from '../formats/export-request.ts'
import type { Application } from './application.ts'
import { explainClipboardError, writeContent } from './browser/clipboard.ts'
import type { OpenedAway } from './browser/conversion-client.ts'
import { explainFileError } from './browser/file-error.ts'
import { fileNameFor } from './browser/file-name.ts'
import { keptOf, targetOf, usualExport } from './export-targets.ts'

export interface Conversions {
  /** What a file of any format holds. Rejects with Cancelled, or with a sentence. */
  readonly open: (bytes: Uint8Array, name: string) => Promise<OpenedAway>
  /** What was opened last, with these of its offers taken. */
  readonly take: (offers: readonly string[]) => Promise<ArgumentGraph>
  readonly export: (graph: ArgumentGraph, request: ExportRequest) => Promise<Exported>
  /** The pages of a PDF as SVG, and what is to be known about them. */
  readonly pages: (graph: ArgumentGraph, request: ExportRequest) => Promise<PrintedPages>
  /** Lets the user choose where to write an export; false when cancelled or failed. */
  readonly save: (request: ExportRequest) => Promise<boolean>
  /** Puts an export on the clipboard; false when it could not be. */
  readonly copy: (request: ExportRequest) => Promise<boolean>
  readonly print: (request: ExportRequest) => Promise<boolean>
  readonly copyAs: (form: CopyForm, part: CopyPart) => Promise<void>
  readonly copyLink: (link: string) => Promise<boolean>
  /** Stops whatever is under way. */
  readonly cancel: () => void
}

export function createConversions(application: Application): Conversions {
  const { store, browser } = application
  const client = browser.conversions()
  const graphNow = () => store.getState().editor.graph
  const failed = (text: string) => application.notify({ tone: 'error', text })
  const mainKey = browser.platform === 'mac' ? '⌘' : 'Ctrl'
  const run = (graph: ArgumentGraph, request: ExportRequest) =>
    client.run('export', {
      graph,
      request: { ...request, name: fileNameFor(graph.title, '') },
      date: browser.clock.now(),
    })

  const pages = (graph: ArgumentGraph, request: ExportRequest) => client.run('print', { graph, request })

  /** Says what the format could not carry, once it has been written. */
  const tellLosses = (exported: Exported, name: string) => {
    const losses = explainLosses(exported.losses, name)
    const said = [...(losses === undefined ? [] : [losses]), ...exported.notes]
    if (said.length > 0) application.notify({ tone: 'info', text: said.join(' ') })
  }
  const copyText = async (text: Promise<string>, name: string) => {
    const content = text.then((words) => blobOf({ content: words, mediaType: 'text/plain' }))
    const result = await writeContent(browser.clipboard, 'text/plain', content)
    if (result.ok) application.notify({ tone: 'info', text: `Copied as ${name}.` })
    else failed(explainClipboardError(result.error, mainKey))
    return result.ok
  }
  const copyContent = async (mediaType: string, making: Promise<Exported>, name: string) => {
    const content = making.then(({ files: [file] }) => blobOf({ ...file, mediaType }))
    const result = await writeContent(browser.clipboard, mediaType, content)
    if (!result.ok) {
      const why = await making.then(
        () => explainClipboardError(result.error, mainKey),
        (thrown: unknown) => messageOf(thrown),
      )
      failed(why)
      return false
    }
    application.notify({ tone: 'info', text: `Copied as ${name}.` })
    tellLosses(await making, name)
    return true
  }

  return {
    open: (bytes, name) => client.run('open', { bytes, name }),
    take: (offers) => client.run('take', { offers }),
    export: run,
    pages,
    save: async (request) => {
      const target = targetOf(request.to)
      const graph = graphNow()
      browser.settings.save({ export: keptOf(request) })
      const making = run(graph, request)
      // Nobody waits for it once the picker has been cancelled.
      making.catch(() => undefined)
      const result = await browser.files.saveAs({
        title: graph.title,
        type: { description: target.name, mime: target.mediaType, extension: target.extension },
        content: async () => blobOf((await making).files[0]),
      })
      if (!result) return false
      if (!result.ok) {
        failed(await making.then(() => explainFileError(result.error), messageOf))
        return false
      }
      const exported = await making
      for (const file of exported.files.slice(1)) {
        const name = `${fileNameFor(graph.title, '')}${file.suffix}${file.extension}`
        browser.pickers.download(name, blobOf(file))
      }
      application.notify({ tone: 'info', text: `Exported ${result.value.name}.` })
      tellLosses(exported, target.name)
      return true
    },
    copy: (request) => {
      const target = targetOf(request.to)
      browser.settings.save({ export: keptOf(request) })
      // Browsers put few types on the clipboard; everything that is text goes as text.
      const mediaType = request.to === 'png' ? 'image/png' : 'text/plain'
      return copyContent(mediaType, run(graphNow(), request), target.name)
    },
    print: async (request) => {
      try {
        const printed = await pages(graphNow(), request)
        await browser.printPages(printed.pages, request.page)
        return true
      } catch (thrown) {
        failed(messageOf(thrown))
        return false
      }
    },
    copyAs: async (form, part) => {
      const { graph, selection } = store.getState().editor
      const what = partToCopy(graph, selection, part)
      if (form === 'picture') {
        const picture = { ...usualPicture, title: false, what }
        await copyContent('image/png', run(graph, { ...usualExport, to: 'png', picture }), 'a picture')
        return
      }
      const text = import('../formats/copy-text.ts').then(({ asMarkdown, asText }) =>
        form === 'markdown' ? asMarkdown(graph, what) : asText(graph, what),
      )
      await copyText(text, form === 'markdown' ? 'Markdown' : 'text')
    },
    copyLink: (link) => copyText(Promise.resolve(link), 'a link'),
    cancel: () => client.cancel(),
  }
}

/** What copying takes: a branch, what is selected, or the whole map where nothing is. */
function partToCopy(graph: ArgumentGraph, selection: readonly ElementId[], part: CopyPart): PicturePart {
  const node = selection.find((id) => nodeAt(graph, id))
  if (part === 'branch' && node !== undefined) return { part: 'branch', node }
  return selection.length === 0 ? { part: 'all' } : { part: 'selection', ids: selection }
}

function blobOf({ content, mediaType }: Pick<ExportedFile, 'content' | 'mediaType'>): Blob {
  return new Blob([content], { type: mediaType })
}

function messageOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown)
}
