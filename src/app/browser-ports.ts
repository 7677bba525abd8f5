/** The browser's side as the application uses it, joined in one place so that the rest names no globals. */
import type { PageSize } from '../formats/export-request.ts'
import {
  createAnalysisClient,
  type AnalysisClient,
  type AnalysisClientOptions,
} from './browser/analysis-client.ts'
import { createAutosave, type Autosave, type AutosaveOptions } from './browser/autosave.ts'
import { browserClipboard, type ClipboardHost } from './browser/clipboard.ts'
import { systemClock, type Clock } from './browser/clock.ts'
import { isApple, matchesMedia, watchMedia } from './browser/environment.ts'
import { browserPickers, type FilePickers } from './browser/file-pickers.ts'
import { createConversionClient, type ConversionClient } from './browser/conversion-client.ts'
import { createFiles, type Files } from './browser/files.ts'
import { createSlices } from './browser/in-slices.ts'
import { listWork } from './browser/kept-work.ts'
import { browserStore, type KeyValueStore } from './browser/key-value-store.ts'
import { createLayoutClient, type LayoutClient, type LayoutClientOptions } from './browser/layout-client.ts'
import { createLeaveGuard, onLeaving, type LeaveGuard } from './browser/leaving.ts'
import { createLoadGuard, type LoadGuard } from './browser/load-guard.ts'
import { createLocalStore } from './browser/local-store.ts'
import { pageAddress, type PageAddress } from './browser/page-address.ts'
import { printPages } from './browser/print-pages.ts'
import { loadSettings, saveSettings, type Settings } from './browser/settings.ts'

export interface Browser {
  readonly clock: Clock
  readonly store: KeyValueStore
  readonly files: Files
  readonly pickers: FilePickers
  readonly clipboard: ClipboardHost
  readonly leaveGuard: LeaveGuard
  readonly loadGuard: LoadGuard
  readonly settings: { readonly load: () => Settings; readonly save: (changes: Partial<Settings>) => void }
  readonly autosave: (options: Pick<AutosaveOptions, 'read' | 'onSaved' | 'onError'>) => Autosave
  /** Does in idle time what may wait; takes the place of what it was given before. */
  readonly meanwhile: (steps: Iterator<undefined, void>) => void
  readonly keptWork: () => ReturnType<typeof listWork>
  readonly layout: (options: LayoutClientOptions) => LayoutClient
  readonly analysis: (options: AnalysisClientOptions) => AnalysisClient
  readonly conversions: () => ConversionClient
  /** The page's own address, whose fragment can hold a map. */
  readonly address: PageAddress
  readonly onLeaving: (run: () => void) => void
  readonly watchDark: (onChange: (dark: boolean) => void) => void
  readonly isDark: () => boolean
  readonly wantsContrast: () => boolean
  /** Whether the window has room for a panel beside the map. */
  readonly isWide: () => boolean
  /** Whether it has room for panels on both sides. */
  readonly hasRoomForTwo: () => boolean
  readonly platform: 'mac' | 'other'
  /** By which the limits of canvases are known. */
  readonly userAgent: string
  /** Prints pages that are SVG documents, on this paper. */
  readonly printPages: (pages: readonly string[], paper: PageSize) => Promise<void>
}

/** Joins the browser's parts for this window. */
export function browserOf(window: Window & typeof globalThis): Browser {
  const local = createLocalStore(() => window.localStorage)
  const store = browserStore()
  const pickers = browserPickers(window)
  return {
    clock: systemClock,
    store,
    pickers,
    files: createFiles(pickers),
    clipboard: browserClipboard(window),
    leaveGuard: createLeaveGuard(window),
    loadGuard: createLoadGuard(local),
    settings: { load: () => loadSettings(local), save: (changes) => void saveSettings(local, changes) },
    autosave: (options) =>
      createAutosave({
        store,
        clock: systemClock,
        persist: async () => await window.navigator.storage?.persist?.(),
        ...options,
      }),
    meanwhile: createSlices(),
    keptWork: () => listWork(store),
    layout: createLayoutClient,
    analysis: createAnalysisClient,
    conversions: () => createConversionClient(),
    address: pageAddress(window),
    onLeaving: (run) => onLeaving(window, run),
    watchDark: (onChange) => void watchMedia(window, 'dark', onChange),
    isDark: () => matchesMedia(window, 'dark'),
    wantsContrast: () => matchesMedia(window, 'moreContrast'),
    isWide: () => window.innerWidth > 900,
    hasRoomForTwo: () => window.innerWidth > 1200,
    userAgent: window.navigator.userAgent,
    platform: isApple(window.navigator) ? 'mac' : 'other',
    printPages: (pages, paper) => printPages(window, pages, paper),
  }
}
