/** Moving about: the selection walks along the argument. */
import { Refusal } from '../../model/refusal.ts'
import type { ArgumentGraph } from '../../model/graph.ts'
import type { CommandContext, EditCommand } from '../command.ts'
import { branchGraph } from '../lineage.ts'
import { nothingSelected, primary } from '../edits/selection.ts'
import type { Transaction } from '../state.ts'
import { firstRoot, lastRoot, stepToConclusion, walk, type Arrow } from '../walk.ts'

const arrows: readonly { arrow: Arrow; key: string; icon: string }[] = [
  { arrow: 'left', key: 'ArrowLeft', icon: 'ArrowLeft' },
  { arrow: 'right', key: 'ArrowRight', icon: 'ArrowRight' },
  { arrow: 'up', key: 'ArrowUp', icon: 'ArrowUp' },
  { arrow: 'down', key: 'ArrowDown', icon: 'ArrowDown' },
]

export const goCommands: readonly EditCommand[] = [
  ...arrows.map(({ arrow, key, icon }): EditCommand => ({
    id: `go.${arrow}`,
    label: `Go ${arrow}`,
    group: 'go',
    icon,
    keys: [key],
    scope: 'map',
    keywords: ['walk', 'select', 'conclusion', 'premise', 'sibling'],
    edit: (context) => select(context, walk(seen(context), context.state.selection.at(-1), arrow)),
  })),
  {
    id: 'go.first',
    label: 'Go to first root',
    group: 'go',
    keys: ['Home'],
    scope: 'map',
    keywords: ['start', 'top', 'thesis'],
    edit: (context) => select(context, firstRoot(seen(context))),
  },
  {
    id: 'go.last',
    label: 'Go to last root',
    group: 'go',
    keys: ['End'],
    scope: 'map',
    keywords: ['end'],
    edit: (context) => select(context, lastRoot(seen(context))),
  },
  {
    id: 'go.step',
    label: 'Go to the relation to its conclusion',
    group: 'go',
    keys: ['r'],
    scope: 'map',
    menus: ['node'],
    keywords: ['select relation', 'line', 'inference', 'step'],
    edit: (context) => {
      const id = primary(context)
      if (id instanceof Refusal) return id
      const step = stepToConclusion(context.state.graph, id)
      return step === undefined
        ? new Refusal('This statement is not connected to a conclusion yet: press L to connect it.')
        : select(context, step)
    },
  },
  ...arrows.map(({ arrow, key }): EditCommand => ({
    id: `go.extend.${arrow}`,
    label: `Extend selection ${arrow}`,
    group: 'go',
    keys: [`$mod+Shift+${key}`],
    scope: 'map',
    keywords: ['select several', 'multiple'],
    edit: (context) => {
      const { selection } = context.state
      const next = walk(seen(context), selection.at(-1), arrow)
      return select(context, next, next === undefined ? [] : selection.filter((id) => id !== next))
    },
  })),
]

/** Selects where a walk leads; at the end of the map everything stays as it is, quietly. */
function select(
  { state: { graph, selection } }: CommandContext,
  to: string | undefined,
  others: readonly string[] = [],
): Transaction | Refusal {
  if (to !== undefined) return { label: 'Select', selection: [...others, to] }
  return selection.length === 0 ? nothingSelected(graph) : { label: 'Select' }
}

/** The part of the graph that is on the map: all of it, or the branch that is shown alone. */
function seen({ state: { graph }, view }: CommandContext): ArgumentGraph {
  return view?.focus === undefined ? graph : branchGraph(graph, view.focus)
}
