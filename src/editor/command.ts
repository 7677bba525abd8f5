/**
 * What a command is. Everything a user can do is one declaration in commands.ts; menus, toolbar,
 * context menus, palette, shortcut sheet and tests read that list. For an edit the function that
 * acts is also the dry run: asking costs nothing, so enabling and doing cannot disagree.
 */
import type { ElementId } from '../model/graph.ts'
import type { Refusal } from '../model/refusal.ts'
import type { Scene } from '../scene/scene.ts'
import type { EditorState, Transaction } from './state.ts'

/** Menu headings, in the order of the menu bar. */
export const commandGroups = {
  file: 'File',
  edit: 'Edit',
  add: 'Add',
  node: 'Statement',
  relation: 'Relation',
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
}

interface CommandInfo {
  /** Dotted and stable: "node.retype.claim". */
  readonly id: string
  readonly label: string
  readonly group: CommandGroup
  /** Name of a lucide icon, for toolbar and menus. */
  readonly icon?: string
  /** Shortcuts in tinykeys' notation: "$mod+KeyZ", "Shift+Tab", "c". The first one is shown. */
  readonly keys?: readonly string[]
  /** Where the keys act: only inside the map, or anywhere but in text fields. */
  readonly scope?: 'map' | 'anywhere'
  readonly keywords?: readonly string[]
  /** For commands that switch something: whether it is on now. */
  readonly checked?: (context: CommandContext) => boolean
  /** In which context menus it is offered. */
  readonly menus?: readonly ('canvas' | 'node' | 'relation')[]
}

/** A command that changes document or selection by describing a transaction, or says why it cannot. */
export type EditCommand = CommandInfo & {
  readonly edit: (context: CommandContext) => Transaction | Refusal
}

/** A command that does something outside the document, through the services the app provides. */
export type EffectCommand = CommandInfo & {
  readonly refuse?: (context: CommandContext) => Refusal | undefined
  readonly run: (services: Services, context: CommandContext) => void | Promise<void>
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
  readonly print: () => void
  readonly writeClipboard: (clip: { readonly json: string; readonly text: string }) => Promise<void>
  readonly paste: () => Promise<void>
  readonly showPalette: () => void
  readonly showShortcuts: () => void
  readonly showSearch: () => void
  readonly showFilter: () => void
  readonly showLegend: () => void
  readonly toggleInspector: () => void
  readonly toggleMinimap: () => void
  readonly zoom: (to: 'in' | 'out' | 'actual' | 'all' | 'selection') => void
  /** Opens the search that picks the other end of a new or changed relation. */
  readonly connectTo: (purpose: ConnectPurpose) => void
  readonly editDetails: (field: 'note' | 'source' | 'warrant') => void
  readonly setTheme: (theme: 'light' | 'dark' | 'contrast' | 'system') => void
  readonly undo: () => void
  readonly redo: () => void
}

/** What "connect to…" is about to do with the element that gets picked. */
export type ConnectPurpose =
  | { readonly does: 'support' | 'attack' | 'address' | 'restate'; readonly from: readonly ElementId[] }
  | { readonly does: 'add-premise' | 'change-target'; readonly relation: ElementId }
