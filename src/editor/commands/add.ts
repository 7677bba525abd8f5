/** Adding statements: connected to what is selected, or on their own. */
import { nodeKindNames, nodeKinds } from '../../model/kinds.ts'
import type { EditCommand } from '../command.ts'
import { addChild, addCounterpoint, addLinkedPremise, addRoot, addSibling } from '../edits/add.ts'

export const addCommands: readonly EditCommand[] = [
  {
    id: 'add.child',
    label: 'Add support',
    group: 'add',
    icon: 'CirclePlus',
    keys: ['Tab'],
    scope: 'map',
    menus: ['node', 'relation'],
    keywords: ['reason', 'premise', 'child', 'evidence', 'pro', 'backing', 'ground'],
    edit: (context) => addChild(context),
  },
  {
    id: 'add.sibling',
    label: 'Add sibling',
    group: 'add',
    icon: 'Plus',
    keys: ['Enter'],
    scope: 'map',
    menus: ['node'],
    keywords: ['next', 'beside', 'another'],
    edit: (context) => addSibling(context),
  },
  {
    id: 'add.counterpoint',
    label: 'Add counterpoint',
    group: 'add',
    icon: 'CircleMinus',
    keys: ['c'],
    scope: 'map',
    menus: ['node', 'relation'],
    keywords: ['objection', 'con', 'attack', 'rebuttal', 'undercut', 'against'],
    edit: (context) => addCounterpoint(context),
  },
  {
    id: 'add.premise',
    label: 'Add linked premise',
    group: 'add',
    icon: 'Link',
    keys: ['a'],
    scope: 'map',
    menus: ['node', 'relation'],
    keywords: ['assumption', 'co-premise', 'together', 'hidden'],
    edit: (context) => addLinkedPremise(context),
  },
  ...nodeKindNames.map((kind): EditCommand => ({
    id: `add.root.${kind}`,
    label: `New ${nodeKinds[kind].label}`,
    group: 'add',
    icon: nodeKinds[kind].icon,
    menus: ['canvas'],
    keywords: ['statement', 'root', 'unconnected', 'add'],
    edit: (context) => addRoot(context, kind),
  })),
]
