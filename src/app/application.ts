/**
 * The application: one store, one way in for edits (`dispatch`), one runner for commands (`run`). It
 * joins the editor core to the layout worker, autosave and files, and knows no React, so that losing a
 * panel never loses the document.
 */
import { customAlphabet } from 'nanoid'
import { createStore, type StoreApi } from 'zustand/vanilla'
import { emptyGraph, hasElement, nodeAt, type ElementId, type NodeId } from '../model/graph.ts'
import { Refusal } from '../model/refusal.ts'
import type { CommandContext, Services } from '../editor/command.ts'
import { commandById, execute } from '../editor/commands.ts'
import { keepText, setText } from '../editor/edits/text.ts'
import { branchGraph } from '../editor/lineage.ts'
import {
  apply,
  createState,
  endBurst,
  isChanged,
  redo,
  undo,
  type Selection,
  type Transaction,
} from '../editor/state.ts'
import { createAnalysisLink } from './analysis-link.ts'
import type { AppState, DialogState, Notice } from './app-state.ts'
import type { Conversions } from './conversions.ts'
import { createDocuments, type Documents } from './documents.ts'
import { createLayoutLink } from './layout-link.ts'
import { commandForKey } from './keys.ts'
import { createLateConversions } from './late-conversions.ts'
import { createServices } from './services.ts'
import type { Browser } from './browser-ports.ts'

/** What only the mounted canvas can do; absent while there is none. */
export interface CanvasPort {
  /** `begin` is how a document is seen first: as a whole if that can be read, else from its first root. */
  readonly zoom: (to: 'in' | 'out' | 'actual' | 'all' | 'selection' | 'begin') => void
  /** Brings an element into view without changing the zoom. */
  readonly reveal: (id: ElementId) => void
  /** Brings all of these into view at once, at a zoom at which they can be read if there is room for that. */
  readonly frame: (ids: readonly ElementId[]) => void
  readonly focus: () => void
}

export interface Application {
  readonly store: StoreApi<AppState>
  readonly services: Services
  readonly documents: Documents
  readonly conversions: Conversions
  readonly browser: Browser
  readonly context: () => CommandContext
  /** Applies a transaction, or tells the user why it was refused. Answers whether it was applied. */
  readonly dispatch: (outcome: Transaction | Refusal) => boolean
  /** Runs the command with this id; throws on an unknown id, which is our mistake. */
  readonly run: (id: string) => void
  readonly select: (selection: Selection) => void
  /** The text of a statement as it is now being typed. */
  readonly type: (id: NodeId, text: string) => void
  /** Ends the text entry on this node, keeping what was typed. */
  readonly endEntry: (id: NodeId) => void
  /** What is typed next is a step of undo of its own. */
  readonly endBurst: () => void
  /** Offers a key pressed in the text of a statement to the typing commands; whether one took it. */
  readonly runTypingKey: (event: KeyboardEvent) => boolean
  readonly undo: () => void
  readonly redo: () => void
  /** Says it to screen readers. */
  readonly announce: (text: string) => void
  /** Answers the id with which it can be dismissed. */
  readonly notify: (notice: Omit<Notice, 'id'>) => number
  readonly dismiss: (id: number) => void
  readonly show: (dialog: DialogState | undefined) => void
  readonly set: (part: Partial<AppState>) => void
  /** Stops a layout under way; the map stays as it was. */
  readonly cancelLayout: () => void
  readonly mountCanvas: (port: CanvasPort) => () => void
  readonly canvas: () => CanvasPort | undefined
  /** Brings an element into view once the layout that is to come has placed it. */
  readonly revealSoon: (id: ElementId) => void
  /** The canvas shows the latest scene and moves no more: what waited to be seen is brought into view. */
  readonly sceneShown: () => void
}

const newId = customAlphabet('23456789abcdefghjkmnpqrstuvwxyz', 8)
const noticeTime = 6000

/** Starts the application on an empty document; `documents.begin` then opens what is to be seen first. */
export function createApplication(browser: Browser): Application {
  const settings = browser.settings.load()
  const store = createStore<AppState>(() => ({
    editor: createState(emptyGraph()),
    scene: undefined,
    sceneGraph: undefined,
    layoutBusy: false,
    inMap: false,
    dialog: undefined,
    search: undefined,
    filterOpen: false,
    filter: { kinds: [], sections: [] },
    inspectorField: undefined,
    fileName: undefined,
    kept: true,
    notices: [],
    announcement: '',
    hovered: undefined,
    focus: undefined,
    lineage: false,
    analysis: undefined,
    supposition: undefined,
    supposed: undefined,
    review: undefined,
    debate: false,
    spotlight: [],
    ...settings,
    inspector: settings.inspector && browser.isWide(),
  }))
  let canvas: CanvasPort | undefined
  let toReveal: ElementId | undefined
  let notices = 0

  const set = (part: Partial<AppState>) => store.setState(part)
  const announce = (text: string) => set({ announcement: text })
  const dismiss = (id: number) => set({ notices: store.getState().notices.filter((each) => each.id !== id) })
  const notify = (notice: Omit<Notice, 'id'>) => {
    notices += 1
    const id = notices
    const others = store.getState().notices.filter((each) => each.text !== notice.text)
    // What failed stays until it is closed, however much there is to tell afterwards.
    const passing = others.filter((each) => each.tone === 'info').slice(0, -2)
    set({ notices: [...others.filter((each) => !passing.includes(each)), { ...notice, id }] })
    if (notice.tone === 'info' && !notice.lasting) browser.clock.after(noticeTime, () => dismiss(id))
    return id
  }
  const show = (dialog: DialogState | undefined) => set({ dialog })
  const context = (): CommandContext => {
    const { editor, scene, evaluationShown: evaluation, ...rest } = store.getState()
    const { inspector, minimap, theme, focus, lineage, review, supposition, debate } = rest
    const view = { inspector, minimap, theme, focus, lineage, evaluation, review, supposition, debate }
    return { state: editor, scene, newId, view }
  }
  const dispatch = (outcome: Transaction | Refusal): boolean => {
    if (outcome instanceof Refusal) {
      notify({ tone: 'info', text: outcome.reason })
      return false
    }
    const { editor } = store.getState()
    const next = apply(editor, outcome)
    if (next === editor) {
      // Going to what is selected already brings it back into view.
      const asked = outcome.selection?.at(-1)
      if (asked !== undefined) revealSoon(asked)
      return true
    }
    set({ editor: next })
    if (next.selection !== editor.selection || next.entry !== editor.entry) {
      const at = next.entry?.node ?? next.selection.at(-1)
      if (at !== undefined) revealSoon(at)
    }
    // The canvas takes the keys back when text entry ends.
    if (editor.entry && !next.entry) canvas?.focus()
    return true
  }
  const step = (move: typeof undo, word: string) => {
    const { editor } = store.getState()
    const label = (word === 'Undid' ? editor.past : editor.future).at(-1)?.label
    const next = move(editor)
    if (next === editor) return
    set({ editor: next })
    const at = next.selection.at(-1)
    if (at !== undefined) revealSoon(at)
    if (label !== undefined) announce(`${word}: ${label}`)
  }
  const revealSoon = (id: ElementId) => {
    toReveal = id
    leaveFocusFor(id)
    const { sceneGraph, editor } = store.getState()
    if (sceneGraph === editor.graph) revealNow()
  }
  /** What is to be seen may lie outside the branch that is shown alone. */
  const leaveFocusFor = (id: ElementId) => {
    const { focus, editor } = store.getState()
    if (focus !== undefined && !hasElement(branchGraph(editor.graph, focus), id)) set({ focus: undefined })
  }
  const revealNow = () => {
    const id = toReveal
    toReveal = undefined
    if (id !== undefined) requestAnimationFrame(() => canvas?.reveal(id))
  }
  const endEntry = (id: NodeId) => {
    if (store.getState().editor.entry?.node !== id) return
    const outcome = keepText(context())
    if (!(outcome instanceof Refusal)) set({ editor: apply(store.getState().editor, outcome) })
  }

  const application: Application = {
    store,
    browser,
    get services() {
      return services
    },
    get conversions() {
      return conversions
    },
    get documents() {
      return documents
    },
    context,
    dispatch,
    run: (id) => void execute(commandById(id), services, context(), dispatch),
    select: (selection) => {
      const { editor } = store.getState()
      if (selection.length === 0 && editor.selection.length === 0) return
      set({ editor: apply(editor, { label: 'Select', selection, entry: null }) })
    },
    type: (id, text) => dispatch(setText(context(), id, text)),
    endEntry,
    endBurst: () => set({ editor: endBurst(store.getState().editor) }),
    runTypingKey: (event) => {
      const command = commandForKey(event, 'typing', true)
      if (command) void execute(command, services, context(), dispatch)
      return command !== undefined
    },
    undo: () => step(undo, 'Undid'),
    redo: () => step(redo, 'Did again'),
    announce,
    notify,
    dismiss,
    show,
    set,
    cancelLayout: () => layout.cancel(),
    mountCanvas: (port) => {
      canvas = port
      return () => {
        if (canvas === port) canvas = undefined
      }
    },
    canvas: () => canvas,
    revealSoon,
    sceneShown: () => {
      const { sceneGraph, editor } = store.getState()
      // With a newer layout on its way, what waits is not placed yet.
      if (sceneGraph === editor.graph) revealNow()
    },
  }
  const layout = createLayoutLink(application)
  const analysis = createAnalysisLink(application)
  const conversions = createLateConversions(application)
  const documents = createDocuments(application, newId)
  const services = createServices(application)
  store.subscribe((state, before) => {
    if (state.focus !== undefined && !nodeAt(state.editor.graph, state.focus)) set({ focus: undefined })
    if (
      state.editor.graph !== before.editor.graph ||
      state.focus !== before.focus ||
      state.evaluationShown !== before.evaluationShown
    ) {
      layout.request()
    }
    if (
      state.editor.graph !== before.editor.graph ||
      state.supposition !== before.supposition ||
      state.scene !== before.scene
    ) {
      analysis.request()
    }
    if (state.editor.graph !== before.editor.graph || state.editor.saved !== before.editor.saved) {
      browser.leaveGuard.set(isChanged(state.editor))
    }
  })
  return application
}
