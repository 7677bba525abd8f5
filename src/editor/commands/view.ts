/** What is seen of the map and around it. None of it is part of the document. */
import { Refusal } from '../../model/refusal.ts'
import type { CommandContext, EffectCommand, Theme } from '../command.ts'
import { nothingSelected, primaryNode } from '../edits/selection.ts'
import { refusalOf } from './outcome.ts'

const themes: readonly { theme: Theme; label: string; icon: string }[] = [
  { theme: 'system', label: 'Colours as the system', icon: 'SunMoon' },
  { theme: 'light', label: 'Light colours', icon: 'Sun' },
  { theme: 'dark', label: 'Dark colours', icon: 'Moon' },
  { theme: 'contrast', label: 'High contrast', icon: 'Contrast' },
]

export const viewCommands: readonly EffectCommand[] = [
  {
    id: 'view.zoom-in',
    label: 'Zoom in',
    group: 'view',
    icon: 'ZoomIn',
    keys: ['+', 'Shift++', '='],
    scope: 'map',
    keywords: ['larger', 'closer'],
    run: (services) => services.zoom('in'),
  },
  {
    id: 'view.zoom-out',
    label: 'Zoom out',
    group: 'view',
    icon: 'ZoomOut',
    keys: ['-'],
    scope: 'map',
    keywords: ['smaller', 'farther'],
    run: (services) => services.zoom('out'),
  },
  {
    id: 'view.zoom-actual',
    label: 'Zoom to 100 %',
    group: 'view',
    keys: ['0'],
    scope: 'map',
    keywords: ['actual size', 'reset'],
    run: (services) => services.zoom('actual'),
  },
  {
    id: 'view.zoom-all',
    label: 'Fit all',
    group: 'view',
    icon: 'Maximize',
    keys: ['1'],
    scope: 'map',
    menus: ['canvas'],
    keywords: ['zoom', 'whole map', 'overview'],
    refuse: ({ state: { graph } }) =>
      Object.keys(graph.nodes).length === 0 ? nothingSelected(graph) : undefined,
    run: (services) => services.zoom('all'),
  },
  {
    id: 'view.zoom-selection',
    label: 'Fit selection',
    group: 'view',
    keys: ['2'],
    scope: 'map',
    menus: ['node'],
    keywords: ['zoom', 'focus'],
    refuse: needsSelection,
    run: (services) => services.zoom('selection'),
  },
  {
    id: 'view.focus',
    label: 'Show this branch alone',
    group: 'view',
    icon: 'Focus',
    keys: ['b'],
    scope: 'map',
    menus: ['node'],
    keywords: ['focus', 'branch', 'isolate', 'only'],
    refuse: (context) => refusalOf(primaryNode(context)),
    run: (services, context) => {
      const id = primaryNode(context)
      if (!(id instanceof Refusal)) services.focusOn(id)
    },
  },
  {
    id: 'view.focus-out',
    label: 'Show the whole map',
    group: 'view',
    icon: 'Expand',
    keys: ['g'],
    scope: 'map',
    menus: ['canvas'],
    keywords: ['focus', 'branch', 'everything', 'leave'],
    refuse: ({ view }) =>
      view?.focus === undefined
        ? new Refusal('The whole map is shown: press B on a statement to show its branch alone.')
        : undefined,
    run: (services) => services.focusOn(undefined),
  },
  {
    id: 'view.lineage',
    label: 'Highlight above and below',
    group: 'view',
    icon: 'Route',
    keys: ['h'],
    scope: 'map',
    keywords: ['ancestors', 'descendants', 'lineage', 'trace', 'dim'],
    checked: ({ view }) => view?.lineage ?? false,
    run: (services) => services.toggleLineage(),
  },
  {
    id: 'view.search',
    label: 'Search…',
    group: 'view',
    icon: 'Search',
    keys: ['$mod+f', '/', 'Shift+/'],
    keywords: ['find', 'words', 'text'],
    run: (services) => services.showSearch(),
  },
  {
    id: 'view.filter',
    label: 'Filter…',
    group: 'view',
    icon: 'Filter',
    keys: ['f'],
    scope: 'map',
    menus: ['canvas'],
    keywords: ['kinds', 'sections', 'dim', 'only'],
    run: (services) => services.showFilter(),
  },
  {
    id: 'view.palette',
    label: 'Commands…',
    group: 'view',
    icon: 'Command',
    keys: ['$mod+k'],
    keywords: ['palette', 'everything', 'actions'],
    run: (services) => services.showPalette(),
  },
  {
    id: 'view.inspector',
    label: 'Inspector',
    group: 'view',
    icon: 'PanelRight',
    keys: ['i'],
    scope: 'map',
    keywords: ['panel', 'details', 'properties'],
    checked: ({ view }) => view?.inspector ?? false,
    run: (services) => services.toggleInspector(),
  },
  {
    id: 'view.minimap',
    label: 'Minimap',
    group: 'view',
    icon: 'Map',
    keys: ['m'],
    scope: 'map',
    keywords: ['overview'],
    checked: ({ view }) => view?.minimap ?? false,
    run: (services) => services.toggleMinimap(),
  },
  ...themes.map(({ theme, label, icon }): EffectCommand => ({
    id: `view.theme.${theme}`,
    label,
    group: 'view',
    icon,
    keywords: ['theme', 'appearance', 'mode', theme],
    checked: ({ view }) => view?.theme === theme,
    run: (services) => services.setTheme(theme),
  })),
]

function needsSelection({ state }: CommandContext): Refusal | undefined {
  return state.selection.length === 0 ? nothingSelected(state.graph) : undefined
}
