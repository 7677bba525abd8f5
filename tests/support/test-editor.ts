/**
 * An editor without a screen: keys, text and commands in, document out, so that tests read like a script.
 * It does what the app does around the core and nothing more: one state, one dispatch, a clipboard and a
 * record of what was asked of the surroundings. Ids are counted (x1, x2, …), places are a fixed grid.
 */
import { emptyGraph, type ArgumentGraph, type ElementId } from '../../src/model/graph.ts'
import { Refusal } from '../../src/model/refusal.ts'
import type { CommandContext, Services } from '../../src/editor/command.ts'
import { commandById, commands, execute } from '../../src/editor/commands.ts'
import { pasteText } from '../../src/editor/edits/paste.ts'
import { setText } from '../../src/editor/edits/text.ts'
import { keyBindings } from '../../src/editor/keys.ts'
import { apply, createState, open, redo, undo } from '../../src/editor/state.ts'
import type { EditorState, Selection, TextEntry, Transaction } from '../../src/editor/state.ts'
import { hiddenNodes } from '../../src/editor/visible.ts'
import type { Scene } from '../../src/scene/scene.ts'

const bindings = keyBindings(commands)

export class TestEditor {
  state: EditorState
  /** The reason of the last refusal; cleared by the next command that is not refused. */
  refusal: string | undefined
  /** What was asked of the surroundings, oldest first: "save", "zoom all", "connectTo support". */
  readonly asked: string[] = []
  clipboard = { json: '', text: '' }
  /** As in a browser that denies the clipboard. */
  clipboardFails = false
  /** Where things are drawn: a grid unless set; undefined as before the first layout. */
  scene: Scene | 'grid' | undefined = 'grid'
  private made = 0
  private pending: Promise<unknown> = Promise.resolve()

  constructor(graph: ArgumentGraph = emptyGraph()) {
    this.state = createState(graph)
  }

  get graph(): ArgumentGraph {
    return this.state.graph
  }

  get selection(): Selection {
    return this.state.selection
  }

  get entry(): TextEntry | null {
    return this.state.entry
  }

  /** Texts of nodes by id, for comparing at a glance. */
  get texts(): Record<string, string> {
    return Object.fromEntries(Object.entries(this.graph.nodes).map(([id, node]) => [id, node.text]))
  }

  /** Relations as words: "Trade grows supports Build roads", with texts or ids of the ends. */
  get sentences(): string[] {
    const name = (id: ElementId): string => this.graph.nodes[id]?.text || id
    return Object.values(this.graph.relations).map(
      (relation) => `${relation.from.map(name).join(' + ')} ${relation.kind} ${name(relation.to)}`,
    )
  }

  /** The text being typed. */
  get typed(): string | undefined {
    return this.entry ? this.graph.nodes[this.entry.node]?.text : undefined
  }

  get context(): CommandContext {
    return {
      state: this.state,
      scene: this.scene === 'grid' ? gridScene(this.graph) : this.scene,
      newId: () => `x${(this.made += 1)}`,
    }
  }

  /** Runs the command with this id. */
  run(id: string): this {
    const outcome = execute(commandById(id), this.services, this.context, (answer) => this.dispatch(answer))
    this.pending = Promise.all([this.pending, outcome])
    return this
  }

  /** Presses keys as they are written in the command list: in the text being typed, else in the map. */
  press(...keys: readonly string[]): this {
    for (const each of keys) {
      const scopes = this.entry ? ['typing'] : ['map', 'anywhere']
      const binding = bindings.find(
        (candidate) => candidate.keys === each && scopes.includes(candidate.scope),
      )
      if (!binding) throw new Error(`no command has the key "${each}" here`)
      this.run(binding.command.id)
    }
    return this
  }

  /** Types text at the end of the statement that is being edited, a letter at a time. */
  type(text: string): this {
    for (const character of text) {
      const { entry } = this
      if (!entry) throw new Error(`"${text}" is typed, but no text is being edited`)
      this.dispatch(setText(this.context, entry.node, (this.typed ?? '') + character))
    }
    return this
  }

  select(...ids: readonly ElementId[]): this {
    this.dispatch({ label: 'Select', selection: ids })
    return this
  }

  /** Pastes text as if it came from another program. */
  paste(text: string): this {
    this.dispatch(pasteText(this.context, text))
    return this
  }

  open(graph: ArgumentGraph): this {
    this.state = open(this.state, graph)
    return this
  }

  dispatch(outcome: Transaction | Refusal): boolean {
    if (outcome instanceof Refusal) {
      this.refusal = outcome.reason
      return false
    }
    this.refusal = undefined
    this.state = apply(this.state, outcome)
    return true
  }

  /** Waits for commands that finish later, as cutting does. */
  async settle(): Promise<this> {
    await this.pending
    return this
  }

  private note(...words: readonly string[]): void {
    this.asked.push(words.join(' '))
  }

  readonly services: Services = {
    newDocument: () => this.note('newDocument'),
    open: async () => this.note('open'),
    openRecent: () => this.note('openRecent'),
    save: async () => this.note('save'),
    saveAs: async () => this.note('saveAs'),
    importSources: async () => this.note('importSources'),
    importFile: async () => this.note('importFile'),
    showExport: () => this.note('showExport'),
    showShare: () => this.note('showShare'),
    copyAs: async (form, part) => this.note('copyAs', form, part),
    print: () => this.note('print'),
    writeClipboard: async (clip) => {
      this.note('writeClipboard')
      if (this.clipboardFails) return false
      this.clipboard = { ...clip }
      return true
    },
    paste: async () => {
      this.note('paste')
      this.dispatch(pasteText(this.context, this.clipboard.json))
    },
    showPalette: () => this.note('showPalette'),
    showShortcuts: () => this.note('showShortcuts'),
    showSearch: () => this.note('showSearch'),
    showFilter: () => this.note('showFilter'),
    showLegend: () => this.note('showLegend'),
    toggleInspector: () => this.note('toggleInspector'),
    toggleMinimap: () => this.note('toggleMinimap'),
    focusOn: (node) => this.note(`focusOn ${node}`),
    toggleLineage: () => this.note('toggleLineage'),
    toggleEvaluation: () => this.note('toggleEvaluation'),
    toggleReview: (tab) => this.note('toggleReview', tab),
    suppose: (supposition) => this.note(`suppose ${JSON.stringify(supposition)}`),
    toggleDebate: () => this.note('toggleDebate'),
    zoom: (to) => this.note('zoom', to),
    connectTo: (purpose) => this.note('connectTo', purpose.does),
    editDetails: (field) => this.note('editDetails', field),
    setTheme: (theme) => this.note('setTheme', theme),
    undo: () => {
      this.note('undo')
      this.state = undo(this.state)
    },
    redo: () => {
      this.note('redo')
      this.state = redo(this.state)
    },
  }
}

/** Visible nodes in a grid, 200 × 80 px with gaps, the pinned ones where the document says. */
function gridScene(graph: ArgumentGraph): Scene {
  const hidden = hiddenNodes(graph)
  const visible = Object.keys(graph.nodes).filter((id) => !hidden.has(id))
  return {
    direction: graph.layout?.direction ?? 'down',
    bounds: { x: 0, y: 0, width: 1000, height: 1000 },
    nodes: visible.map((id, index) => {
      const pin = graph.layout?.pinned?.[id]
      return {
        id,
        x: pin?.x ?? (index % 4) * 240,
        y: pin?.y ?? Math.floor(index / 4) * 120,
        width: 200,
        height: 80,
        text: { lines: [], width: 0 },
        pinned: pin !== undefined,
      }
    }),
    junctions: [],
    paths: [],
    frames: [],
  }
}
