/** Order, collapsing and places: how the map is arranged. */
import { nodeAt } from '../../model/graph.ts'
import { directionNames, directions } from '../../model/kinds.ts'
import type { EditCommand } from '../command.ts'
import {
  align,
  alignments,
  distribute,
  isPinned,
  nudge,
  releaseAllPins,
  setDirection,
  togglePin,
  toggleSections,
  type Alignment,
} from '../edits/arrange.ts'
import { collapseAll, expandAll, expandBranch, isCollapsed, toggleCollapse } from '../edits/collapse.ts'
import { foldAll, foldSelected, unfoldAll } from '../edits/fold.ts'
import { moveAmongSiblings } from '../edits/reorder.ts'

/** Px that one press of Shift and an arrow key moves a statement. */
const nudgeStep = 10

const nudges = [
  { name: 'left', key: 'ArrowLeft', icon: 'ArrowLeft', by: { x: -nudgeStep, y: 0 } },
  { name: 'right', key: 'ArrowRight', icon: 'ArrowRight', by: { x: nudgeStep, y: 0 } },
  { name: 'up', key: 'ArrowUp', icon: 'ArrowUp', by: { x: 0, y: -nudgeStep } },
  { name: 'down', key: 'ArrowDown', icon: 'ArrowDown', by: { x: 0, y: nudgeStep } },
] as const

const alignIcons: Readonly<Record<Alignment, string>> = {
  left: 'AlignStartVertical',
  center: 'AlignCenterVertical',
  right: 'AlignEndVertical',
  top: 'AlignStartHorizontal',
  middle: 'AlignCenterHorizontal',
  bottom: 'AlignEndHorizontal',
}

export const arrangeCommands: readonly EditCommand[] = [
  {
    id: 'arrange.collapse',
    label: 'Collapse or expand branch',
    group: 'arrange',
    icon: 'FoldVertical',
    keys: ['Space'],
    scope: 'map',
    menus: ['node'],
    keywords: ['fold', 'hide', 'show', 'unfold'],
    checked: ({ state: { graph, selection } }) => {
      const nodes = selection.filter((id) => nodeAt(graph, id))
      return nodes.length > 0 && nodes.every((id) => isCollapsed(graph, id))
    },
    edit: toggleCollapse,
  },
  {
    id: 'arrange.expand-branch',
    label: 'Expand whole branch',
    group: 'arrange',
    icon: 'UnfoldVertical',
    keys: ['Shift+Space'],
    scope: 'map',
    keywords: ['unfold', 'show', 'descendants'],
    edit: expandBranch,
  },
  {
    id: 'arrange.collapse-all',
    label: 'Collapse all',
    group: 'arrange',
    icon: 'FoldVertical',
    menus: ['canvas'],
    keywords: ['fold', 'overview'],
    edit: collapseAll,
  },
  {
    id: 'arrange.expand-all',
    label: 'Expand all',
    group: 'arrange',
    icon: 'UnfoldVertical',
    menus: ['canvas'],
    keywords: ['unfold', 'show everything'],
    edit: expandAll,
  },
  {
    id: 'arrange.fold-section',
    label: 'Fold section into a box',
    group: 'arrange',
    icon: 'Group',
    menus: ['node'],
    keywords: ['hide', 'summary', 'area', 'frame', 'balance'],
    edit: foldSelected,
  },
  {
    id: 'arrange.fold-all',
    label: 'Fold all sections',
    group: 'arrange',
    icon: 'Group',
    menus: ['canvas'],
    keywords: ['hide', 'summary', 'overview', 'balance'],
    edit: foldAll,
  },
  {
    id: 'arrange.unfold-all',
    label: 'Unfold all sections',
    group: 'arrange',
    icon: 'UnfoldVertical',
    menus: ['canvas'],
    keywords: ['show', 'open', 'areas'],
    edit: unfoldAll,
  },
  {
    id: 'arrange.earlier',
    label: 'Move earlier among siblings',
    group: 'arrange',
    icon: 'MoveUp',
    keys: ['Alt+ArrowUp', 'Alt+ArrowLeft'],
    scope: 'map',
    keywords: ['reorder', 'before', 'left', 'up', 'swap'],
    edit: (context) => moveAmongSiblings(context, -1),
  },
  {
    id: 'arrange.later',
    label: 'Move later among siblings',
    group: 'arrange',
    icon: 'MoveDown',
    keys: ['Alt+ArrowDown', 'Alt+ArrowRight'],
    scope: 'map',
    keywords: ['reorder', 'after', 'right', 'down', 'swap'],
    edit: (context) => moveAmongSiblings(context, 1),
  },
  {
    id: 'arrange.pin',
    label: 'Pin in place',
    group: 'arrange',
    icon: 'Pin',
    keys: ['p'],
    scope: 'map',
    menus: ['node'],
    keywords: ['fix', 'position', 'release', 'unpin', 'lock'],
    checked: isPinned,
    edit: togglePin,
  },
  {
    id: 'arrange.release-pins',
    label: 'Release all pins',
    group: 'arrange',
    icon: 'PinOff',
    menus: ['canvas'],
    keywords: ['unpin', 'automatic', 'layout', 'tidy', 'reset'],
    edit: releaseAllPins,
  },
  ...nudges.map(({ name, key, icon, by }): EditCommand => ({
    id: `arrange.nudge.${name}`,
    label: `Move ${nudgeStep} px ${name}`,
    group: 'arrange',
    icon,
    keys: [`Shift+${key}`],
    scope: 'map',
    keywords: ['position', 'nudge', 'shift'],
    edit: (context) => nudge(context, by),
  })),
  ...(Object.keys(alignments) as Alignment[]).map((alignment): EditCommand => ({
    id: `arrange.align.${alignment}`,
    label: `Align ${alignments[alignment].label}`,
    group: 'arrange',
    icon: alignIcons[alignment],
    keywords: ['line up', 'position'],
    edit: (context) => align(context, alignment),
  })),
  {
    id: 'arrange.distribute.across',
    label: 'Distribute across',
    group: 'arrange',
    keywords: ['spread', 'equal gaps', 'horizontally', 'position'],
    edit: (context) => distribute(context, 'x'),
  },
  {
    id: 'arrange.distribute.down',
    label: 'Distribute down',
    group: 'arrange',
    keywords: ['spread', 'equal gaps', 'vertically', 'position'],
    edit: (context) => distribute(context, 'y'),
  },
  ...directionNames.map((direction): EditCommand => ({
    id: `arrange.direction.${direction}`,
    label: directions[direction].label,
    group: 'arrange',
    keywords: ['layout', 'direction', 'orientation', direction],
    checked: ({ state }) => (state.graph.layout?.direction ?? 'down') === direction,
    edit: () => setDirection(direction),
  })),
  {
    id: 'arrange.sections',
    label: 'Show sections',
    group: 'arrange',
    icon: 'Group',
    menus: ['canvas'],
    keywords: ['areas', 'frames', 'chapters'],
    checked: ({ state }) => state.graph.layout?.sections === true,
    edit: toggleSections,
  },
]
