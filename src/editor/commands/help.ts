/** Finding one's way. */
import type { EffectCommand } from '../command.ts'

export const helpCommands: readonly EffectCommand[] = [
  {
    id: 'help.shortcuts',
    label: 'Keyboard shortcuts',
    group: 'help',
    icon: 'Keyboard',
    keys: ['Shift+?', '?'],
    keywords: ['keys', 'help', 'cheat sheet'],
    run: (services) => services.showShortcuts(),
  },
  {
    id: 'help.legend',
    label: 'Legend',
    group: 'help',
    icon: 'CircleHelp',
    keywords: ['kinds', 'meaning', 'colours', 'shapes', 'help'],
    run: (services) => services.showLegend(),
  },
]
