/** What commands ask of the surroundings, done with this browser. */
import type { Services } from '../editor/command.ts'
import { importSources } from '../editor/edits/sources.ts'
import type { Application } from './application.ts'
import { explainClipboardError, readClipboard, writeClip } from './browser/clipboard.ts'
import { explainFileError } from './browser/file-error.ts'
import { sourcesFile } from './browser/files.ts'
import { takePasted } from './take-pasted.ts'

export function createServices(application: Application): Services {
  const { store, browser, documents, show, set } = application
  const mainKey = browser.platform === 'mac' ? '⌘' : 'Ctrl'
  const failed = (text: string) => void application.notify({ tone: 'error', text })
  const canvasDo = (to: 'in' | 'out' | 'actual' | 'all' | 'selection') => application.canvas()?.zoom(to)
  return {
    newDocument: () => show({ name: 'start' }),
    open: documents.open,
    openRecent: () => show({ name: 'start' }),
    save: async () => void (await documents.save()),
    saveAs: async () => void (await documents.saveAs()),
    importFile: documents.importFile,
    showExport: () => show({ name: 'export', purpose: 'export' }),
    showShare: () => show({ name: 'share' }),
    copyAs: application.conversions.copyAs,
    importSources: async () => {
      const result = await browser.files.open(sourcesFile)
      if (!result) return
      if (!result.ok) return failed(explainFileError(result.error))
      const { text, file } = result.value
      if (text === undefined) return failed(explainFileError({ kind: 'notText', name: file.name }))
      const { explainSourcesError, readSources } = await import('../formats/csl-json.ts')
      const sources = readSources(text, application.context().state.graph.sources)
      const found = sources.ok ? sources.value : 'rest' in sources.error ? sources.error.rest : undefined
      if (!sources.ok) failed(explainSourcesError(sources.error))
      if (!found) return
      const add = (items: typeof found.items) =>
        application.dispatch(importSources(application.context(), items))
      if (found.items.length > 0 && add(found.items)) {
        application.notify({ tone: 'info', text: `Read ${count(found.items.length)} from ${file.name}.` })
      }
      if (sources.ok && found.items.length === 0 && found.joins.length === 0) {
        application.notify({
          tone: 'info',
          text: `There are no sources in ${file.name}. Choose another file.`,
        })
      }
      if (found.joins.length > 0) {
        const verbs = found.joins.length === 1 ? ['seems', 'was'] : ['seem', 'were']
        application.notify({
          tone: 'info',
          text: `${count(found.joins.length)} in ${file.name} ${verbs[0]} to be in the document already and ${verbs[1]} left out.`,
          action: { label: 'Add all the same', run: () => add(found.joins) },
        })
      }
    },
    print: () => show({ name: 'export', purpose: 'print' }),
    writeClipboard: async (clip) => {
      const result = await writeClip(browser.clipboard, clip)
      if (result.ok) application.announce('Copied')
      else failed(explainClipboardError(result.error, mainKey))
      return result.ok
    },
    paste: async () => {
      const result = await readClipboard(browser.clipboard)
      if (!result)
        return void application.notify({
          tone: 'info',
          text: 'There is no text on the clipboard. Copy some first.',
        })
      if (!result.ok) return failed(explainClipboardError(result.error, mainKey))
      takePasted(application, result.value)
    },
    showPalette: () => show({ name: 'palette' }),
    showShortcuts: () => show({ name: 'shortcuts' }),
    showSearch: () => set({ search: { query: store.getState().search?.query ?? '', current: -1 } }),
    showFilter: () => set({ filterOpen: !store.getState().filterOpen }),
    showLegend: () => show({ name: 'legend' }),
    toggleInspector: () => {
      const inspector = !store.getState().inspector
      set(inspector && !browser.hasRoomForTwo() ? { inspector, review: undefined } : { inspector })
      browser.settings.save({ inspector })
    },
    toggleMinimap: () => {
      const minimap = !store.getState().minimap
      set({ minimap })
      browser.settings.save({ minimap })
    },
    focusOn: (focus) => {
      if (focus === store.getState().focus) return
      set({ focus })
      application.announce(focus === undefined ? 'The whole map is shown' : 'This branch is shown alone')
      const at = focus ?? store.getState().editor.selection.at(-1)
      if (at !== undefined) application.revealSoon(at)
    },
    toggleEvaluation: () => {
      const evaluationShown = !store.getState().evaluationShown
      set({ evaluationShown })
      browser.settings.save({ evaluationShown })
    },
    toggleReview: (tab) => {
      const review = store.getState().review === tab ? undefined : tab
      // On a narrow window there is room for one panel beside the map.
      set(review && !browser.hasRoomForTwo() ? { review, inspector: false } : { review })
    },
    suppose: (supposition) => {
      set(supposition ? { supposition } : { supposition, supposed: undefined })
      if (!supposition) application.announce('The what-if session has ended')
    },
    toggleDebate: () => set({ debate: !store.getState().debate }),
    toggleLineage: () => set({ lineage: !store.getState().lineage }),
    zoom: canvasDo,
    connectTo: (purpose) => show({ name: 'connect', purpose }),
    editDetails: (field) =>
      set({
        inspector: true,
        ...(browser.hasRoomForTwo() ? {} : { review: undefined }),
        inspectorField: { field, request: (store.getState().inspectorField?.request ?? 0) + 1 },
      }),
    setTheme: (theme) => {
      set({ theme })
      browser.settings.save({ theme })
    },
    undo: application.undo,
    redo: application.redo,
  }
}

function count(sources: number): string {
  return sources === 1 ? '1 source' : `${sources} sources`
}
