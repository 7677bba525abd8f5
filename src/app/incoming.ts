/**
 * What comes in from other formats, from pictures and pages with a map inside, and from share links: read in
 * the conversion worker, shown with what had to be decided, and taken only when the user says so.
 */
import { emptyGraph, type ArgumentGraph } from '../model/graph.ts'
import { importInto } from '../editor/edits/paste.ts'
import { explainShareLinkError, readShareFragment } from '../formats/share-link.ts'
import type { Found } from './app-state.ts'
import type { Application } from './application.ts'
import { Cancelled, type OpenedAway } from './browser/conversion-client.ts'

export interface Incoming {
  /** Reads a file of any kind; `adds` when it is to be added to the open map. */
  readonly read: (bytes: Uint8Array, name: string, adds: boolean) => Promise<void>
  /** Opens the map in a share link; false when there is none that can be read, of which the user is told. */
  readonly readLink: (fragment: string) => Promise<boolean>
  readonly take: (found: Found, offers: readonly string[], adds: boolean) => Promise<boolean>
}

/** ms before anything is said about reading. */
const patience = 300

/** `open` puts a graph in the place of the open one, once unsaved changes have been decided about. */
export function createIncoming(application: Application, open: (graph: ArgumentGraph) => void): Incoming {
  const { browser } = application
  const failed = (text: string) => application.notify({ tone: 'error', text })

  const opened = async (bytes: Uint8Array, name: string): Promise<OpenedAway | undefined> => {
    let notice: number | undefined
    const endWait = browser.clock.after(patience, () => {
      notice = application.notify({
        tone: 'info',
        text: `Reading “${name}”…`,
        lasting: true,
        action: { label: 'Cancel', run: () => application.conversions.cancel() },
      })
    })
    try {
      return titled(await application.conversions.open(bytes, name), name)
    } catch (thrown) {
      if (!(thrown instanceof Cancelled)) failed(thrown instanceof Error ? thrown.message : String(thrown))
      return undefined
    } finally {
      endWait()
      if (notice !== undefined) application.dismiss(notice)
    }
  }
  const add = (graph: ArgumentGraph) => {
    application.show(undefined)
    return application.dispatch(importInto(application.context(), graph))
  }

  return {
    read: async (bytes, name, adds) => {
      const found = await opened(bytes, name)
      switch (found?.kind) {
        case undefined:
          return
        case 'own':
          if (adds) add(found.graph)
          else open(found.graph)
          return
        case 'imported':
          if (found.notes.length === 0 && found.offers.length === 0 && !adds) {
            open(found.graph)
            application.notify({ tone: 'info', text: `Read “${name}” as ${found.format}.` })
          } else application.show({ name: 'import', fileName: name, found, toAdd: adds })
          return
        case 'openError':
          return application.show({ name: 'open-error', fileName: name, error: found.error })
        case 'failed':
          failed(`“${name}” cannot be read. ${found.message}`)
      }
    },
    readLink: async (fragment) => {
      const result = await readShareFragment(fragment)
      if (result.ok) open(result.value)
      else failed(explainShareLinkError(result.error))
      return result.ok
    },
    take: async (found, offers, adds) => {
      try {
        const taken = offers.length === 0 ? found.graph : await application.conversions.take(offers)
        const graph = { ...taken, title: found.graph.title }
        application.show(undefined)
        if (adds) return add(graph)
        open(graph)
        return true
      } catch (thrown) {
        failed(thrown instanceof Error ? thrown.message : String(thrown))
        return false
      }
    },
  }
}

/** What has no title of its own is called after its file. */
function titled(found: OpenedAway, name: string): OpenedAway {
  const title = name.replace(/\.[^.]*$/, '').trim()
  if (found.kind !== 'imported' || found.graph.title !== emptyGraph().title || title === '') return found
  return { ...found, graph: { ...found.graph, title } }
}
