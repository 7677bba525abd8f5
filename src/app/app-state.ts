/**
 * What the application knows beyond the editor core: the latest scene, which panels and dialogs are
 * open, what is searched or filtered, and what was last announced. One store; the editor state inside
 * it changes only through `apply` (see application.ts).
 */
import { createContext, useContext } from 'react'
import { useStore } from 'zustand'
import type { ArgumentGraph, ElementId, NodeId } from '../model/graph.ts'
import type { ConnectPurpose, InspectorField, Theme } from '../editor/command.ts'
import type { Suppositions } from '../editor/edits/what-if.ts'
import type { Filter } from '../editor/filter.ts'
import type { EditorState } from '../editor/state.ts'
import type { OpenError } from '../formats/json/open-error.ts'
import type { Evaluation } from '../reasoning/evaluation.ts'
import type { Finding } from '../reasoning/problems/finding.ts'
import type { Sensitivity } from '../reasoning/sensitivity/sensitivity.ts'
import type { Scene } from '../scene/scene.ts'
import type { Application } from './application.ts'
import type { OpenedAway } from './browser/conversion-client.ts'

/** The dialog that is open; at most one. */
export type DialogState =
  | { readonly name: 'start' }
  | { readonly name: 'palette' }
  | { readonly name: 'shortcuts' }
  | { readonly name: 'legend' }
  | { readonly name: 'connect'; readonly purpose: ConnectPurpose }
  | { readonly name: 'pick-statement'; readonly request: PickRequest }
  | { readonly name: 'export'; readonly purpose: ExportPurpose }
  | { readonly name: 'share' }
  | { readonly name: 'import'; readonly fileName: string; readonly found: Found; readonly toAdd: boolean }
  | { readonly name: 'open-error'; readonly fileName: string; readonly error: OpenError }
  | { readonly name: 'discard'; readonly proceed: () => void }
  | { readonly name: 'restore-failed' }

/** What was read from a file of another format. */
export type Found = Extract<OpenedAway, { readonly kind: 'imported' }>

/** What the export dialog is opened for. */
export type ExportPurpose = 'export' | 'print'

/** A statement that is to be picked from the map. */
export interface PickRequest {
  readonly title: string
  readonly from: readonly NodeId[]
  readonly onPick: (id: NodeId) => void
  /** What has the keys again when nothing is picked; the map unless given. */
  readonly returnTo?: HTMLElement | undefined
}

/** A short message at the edge of the window; errors stay until closed. */
export interface Notice {
  readonly id: number
  readonly tone: 'info' | 'error'
  readonly text: string
  readonly action?: { readonly label: string; readonly run: () => void }
  /** Stays until it is dismissed, as what is under way does. */
  readonly lasting?: true
}

/** Search as you type: the rest of the map is dimmed, Enter goes from match to match. */
export interface SearchState {
  readonly query: string
  readonly current: number
}

/** What follows from the document, as far as it has been worked out; see analysis-link.ts. */
export interface Analysis {
  /** The document that was evaluated; an older one while the newest is being worked on. */
  readonly graph: ArgumentGraph
  readonly evaluation: Evaluation
  readonly findings: readonly Finding[]
  /** Findings that the document mutes. */
  readonly muted: readonly Finding[]
  /** How many critical questions are open, by relation or recommendation; those without any are not in it. */
  readonly openQuestions: Readonly<Record<ElementId, number>>
  /** Absent until it has first been worked out. */
  readonly sensitivity?: Sensitivity
  /** The document whose sensitivity that is. */
  readonly sensitivityGraph?: ArgumentGraph
}

/** The tabs of the review panel. */
export type ReviewTab = 'verdicts' | 'problems'

export interface AppState {
  readonly editor: EditorState
  readonly scene: Scene | undefined
  /** Nodes that were laid out in the latest scene come from this graph. */
  readonly sceneGraph: EditorState['graph'] | undefined
  /** True once a layout has been running for 300 ms. */
  readonly layoutBusy: boolean
  /** Whether keys act on the map: it has been stepped into by a click, an arrow key or Enter. */
  readonly inMap: boolean
  readonly dialog: DialogState | undefined
  readonly search: SearchState | undefined
  readonly filterOpen: boolean
  readonly filter: Filter
  readonly inspector: boolean
  /** The field of the inspector that is to be focused, with a counter so that asking twice works. */
  readonly inspectorField: { readonly field: InspectorField; readonly request: number } | undefined
  readonly minimap: boolean
  /** Whether the map shows how statements stand. */
  readonly evaluationShown: boolean
  readonly analysis: Analysis | undefined
  /** A what-if session: what is supposed for the time being, without touching the document. */
  readonly supposition: Suppositions | undefined
  /** What follows under the supposition; undefined without one, or until it has been worked out. */
  readonly supposed: Evaluation | undefined
  /** The tab of the review panel that is open. */
  readonly review: ReviewTab | undefined
  readonly debate: boolean
  /** What is talked about in the debate: the rest of the map stands back. Empty outside of it. */
  readonly spotlight: readonly ElementId[]
  /** The statement whose branch is shown alone. */
  readonly focus: NodeId | undefined
  /** Whether only what is above and below the selection stands out. */
  readonly lineage: boolean
  readonly singleKeys: boolean
  readonly theme: Theme
  readonly fileName: string | undefined
  /** Whether the browser has kept the document as it is now. */
  readonly kept: boolean
  readonly notices: readonly Notice[]
  /** Last status message for screen readers. */
  readonly announcement: string
  readonly hovered: ElementId | undefined
}

export const ApplicationContext = createContext<Application | null>(null)

/** The application around this component; throws outside of it, which is our mistake. */
export function useApplication(): Application {
  const application = useContext(ApplicationContext)
  if (!application) throw new Error('useApplication is used outside ApplicationContext')
  return application
}

/** A part of the application's state; the component renders again only when that part changes. */
export function useApp<T>(select: (state: AppState) => T): T {
  return useStore(useApplication().store, select)
}
