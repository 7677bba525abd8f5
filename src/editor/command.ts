/**
 * What a command is. Everything a user can do is one declaration in commands.ts; menus, toolbar,
 * context menus, palette, shortcut sheet and tests read that list. For an edit the function that
 * acts is also the dry run: asking costs nothing, so enabling and doing cannot disagree.
 */
import type { ElementId, NodeId } from '../model/graph.ts'
import type { Refusal } from '../model/refusal.ts'
import type { Scene } from '../scene/scene.ts'
import type { Suppositions } from './edits/what-if.ts'
import type { EditorState, Transaction } from './state.ts'

/** Menu headings, in the order of the menu bar. */
export const commandGroups = {
  file: 'File',
  edit: 'Edit',
  add: 'Add',
  node: 'Statement',
  relation: 'Relation',
  evaluate: 'Evaluate',
  arrange: 'Arrange',
  go: 'Go',
  view: 'View',
  help: 'Help',
} as const

export type CommandGroup = keyof typeof commandGroups

/** Everything a command may look at when it is asked what it would do. */
export interface CommandContext {
  readonly state: EditorState
  /** The latest scene, for commands that concern places (align, pin); undefined before the first layout. */
  readonly scene: Scene | undefined
  /** A new id, unique in practice; a parameter so that tests are repeatable. */
  readonly newId: () => string
  /** What is shown around the map, for the check marks of commands that switch it. */
  readonly view?: ViewState
}

/** What of the surroundings is switched on. */
export interface ViewState {
  readonly inspector: boolean
  readonly minimap: boolean
  readonly theme: Theme
  /** The statement whose branch is shown alone, if one is. */
  readonly focus?: NodeId | undefined
  /** Whether only what is above and below the selection stands out. */
  readonly lineage?: boolean
  /** Whether the map shows how statements stand. */
  readonly evaluation?: boolean
  /** The tab of the review panel that is open. */
  readonly review?: 'verdicts' | 'problems' | undefined
  /** What is supposed in the what-if session, if there is one. */
  readonly supposition?: Suppositions | undefined
  readonly debate?: boolean
}

/** A field of the inspector that a command can put the focus into. */
export type InspectorField = 'note' | 'source' | 'warrant' | 'questions'

export type Theme = 'light' | 'dark' | 'contrast' | 'system'

interface CommandInfo {
  /** Dotted and stable: "node.retype.claim". */
  readonly id: string
  readonly label: string
  /** The label of the moment, where it says more: "Undo Delete 3 claims". See `titleOf`. */
  readonly title?: (context: CommandContext) => string
  readonly group: CommandGroup
  /** Name of a lucide icon, for toolbar and menus. */
  readonly icon?: string
  /**
   * Shortcuts in tinykeys' notation: "$mod+z", "Shift+Tab", "c". The first one is shown. Letters are named
   * by what they type, not by where they are: undo and redo would be swapped on a German keyboard.
   */
  readonly keys?: readonly string[]
  /**
   * Where the keys act: only inside the map, anywhere but in text fields (the default), or only while the
   * text of a statement is typed. A key that is a single character acts only inside the map, whatever the
   * scope, and can be switched off; see keys.ts.
   */
  readonly scope?: KeyScope
  readonly keywords?: readonly string[]
  /** For commands that switch something: whether it is on now. */
  readonly checked?: (context: CommandContext) => boolean
  /** In which context menus it is offered. */
  readonly menus?: readonly ('canvas' | 'node' | 'relation')[]
}

export type KeyScope = 'map' | 'anywhere' | 'typing'

/** Runs a transaction or shows a refusal; the app's only way in for edits. */
export type Dispatch = (outcome: Transaction | Refusal) => unknown

/** A command that changes document or selection by describing a transaction, or says why it cannot. */
export type EditCommand = CommandInfo & {
  readonly edit: (context: CommandContext) => Transaction | Refusal
}

/** A command that does something outside the document, through the services the app provides. */
export type EffectCommand = CommandInfo & {
  readonly refuse?: (context: CommandContext) => Refusal | undefined
  /** What it changes in the document besides (as cutting does) goes through `dispatch`. */
  readonly run: (services: Services, context: CommandContext, dispatch: Dispatch) => void | Promise<void>
}

export type Command = EditCommand | EffectCommand

/** What the surrounding application can do; the browser implements it, tests record it. */
export interface Services {
  readonly newDocument: () => void
  readonly open: () => Promise<void>
  readonly openRecent: () => void
  readonly save: () => Promise<void>
  readonly saveAs: () => Promise<void>
  readonly importSources: () => Promise<void>
  /** Reads a file of any known format and adds it to the open document or opens it, as the user decides. */
  readonly importFile: () => Promise<void>
  readonly showExport: () => void
  readonly showShare: () => void
  readonly print: () => void
  /** Puts part of the map on the clipboard for other programs. */
  readonly copyAs: (form: CopyForm, part: CopyPart) => Promise<void>
  /** Answers whether the clip has reached the clipboard; only then does cutting delete. */
  readonly writeClipboard: (clip: { readonly json: string; readonly text: string }) => Promise<boolean>
  readonly paste: () => Promise<void>
  readonly showPalette: () => void
  readonly showShortcuts: () => void
  readonly showSearch: () => void
  readonly showFilter: () => void
  readonly showLegend: () => void
  readonly toggleInspector: () => void
  readonly toggleMinimap: () => void
  /** Shows the branch of a statement alone; without one, the whole map again. */
  readonly focusOn: (node: NodeId | undefined) => void
  readonly toggleLineage: () => void
  readonly zoom: (to: 'in' | 'out' | 'actual' | 'all' | 'selection') => void
  /** Opens the search that picks the other end of a new or changed relation. */
  readonly connectTo: (purpose: ConnectPurpose) => void
  readonly editDetails: (field: InspectorField) => void
  readonly toggleEvaluation: () => void
  readonly toggleReview: (tab: 'verdicts' | 'problems') => void
  /** Starts or changes a what-if session; without suppositions ends it. */
  readonly suppose: (supposition: Suppositions | undefined) => void
  readonly toggleDebate: () => void
  readonly setTheme: (theme: Theme) => void
  readonly undo: () => void
  readonly redo: () => void
}

/** What other programs are given: an indented outline, a Markdown list, or a PNG. */
export type CopyForm = 'text' | 'markdown' | 'picture'

/** selection: what is selected, or the whole map where nothing is. branch: the selected statement and what bears on it. */
export type CopyPart = 'selection' | 'branch'

/** What "connect to…" is about to do with the element that gets picked. */
export type ConnectPurpose =
  | { readonly does: 'support' | 'attack' | 'address' | 'restate'; readonly from: readonly ElementId[] }
  | { readonly does: 'add-premise' | 'change-target'; readonly relation: ElementId }
